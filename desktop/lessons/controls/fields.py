"""The field of a control, made from what its module says that a reader can set."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.i18n.numbers import fill, significant
from desktop.i18n.setting_words import setting_value
from desktop.widgets.controls import caption
from desktop.widgets.fields import Choice as ChoiceBox
from desktop.widgets.fields import Slider as Track
from desktop.widgets.fields import leave_drops
from desktop.widgets.plain_text import Label
from engine.lessons.controls import Choice, Control, Entry, Slider, Steps, Value

_VALUE_PX = 52
_TYPING_MS = 400  # a pause after which what was typed counts


class SliderField(QWidget):
    """A number from one end to the other, and the number itself. Signals: `changed()`."""

    changed = Signal()

    def __init__(self, control: Slider) -> None:
        super().__init__()
        self._control = control
        self.slider = Track()
        self.slider.setRange(0, round((control.high - control.low) / control.step))
        self.slider.setPageStep(max(1, self.slider.maximum() // 10))
        self.number = Label()
        self.number.setMinimumWidth(_VALUE_PX)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.number)
        self.slider.valueChanged.connect(self._on_moved)
        self.setFocusProxy(self.slider)
        self.setValue(control.start)
        self._on_moved()

    def value(self) -> Value:
        """Return the number: a whole one where all of the slider's are."""
        control = self._control
        value = control.low + self.slider.value() * control.step
        whole = float(control.step).is_integer() and float(control.low).is_integer()
        return int(value) if whole else round(value, 10)

    def setValue(self, value: float) -> None:
        """Move to the nearest of the slider's numbers."""
        self.slider.setValue(round((value - self._control.low) / self._control.step))

    @Slot()
    def _on_moved(self) -> None:
        text = significant(float(self.value()), 6).replace("-", "−")
        self.number.setText(text)
        self.slider.setAccessibleDescription(text)
        self.changed.emit()


class ChoiceField(ChoiceBox):
    """One of a few. Signals: `changed()`."""

    changed = Signal()

    def __init__(self, control: Choice, words: Mapping[str, str]) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        for option in control.options:
            usual = setting_value(control.setting, option) if control.setting else option
            self.addItem(words.get(f"{control.name}_{option}", usual), option)
        self.setValue(control.start)
        self.currentIndexChanged.connect(self.changed)

    def value(self) -> Value:
        chosen: str = self.currentData()
        return chosen

    def setValue(self, option: str) -> None:
        """Choose an option by its plain name. Raises ValueError where it isn't offered."""
        self.choose_plain(option)


class EntryField(QLineEdit):
    """A typed line; it counts after a short pause, or with Enter. Signals: `changed()`."""

    changed = Signal()

    def __init__(self, control: Entry) -> None:
        super().__init__(control.start)
        leave_drops(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_MS)
        self._pause.timeout.connect(self.changed)
        self.textEdited.connect(self._pause.start)
        self.returnPressed.connect(self._on_entered)

    def value(self) -> Value:
        return self.text()

    def setValue(self, text: str) -> None:
        self.setText(text)
        self.changed.emit()

    @Slot()
    def _on_entered(self) -> None:
        self._pause.stop()
        self.changed.emit()


class StepsField(QWidget):
    """Back and Next through a walk. Signals: `changed()`."""

    changed = Signal()

    def __init__(self, control: Steps) -> None:
        super().__init__()
        self._count = control.count
        self._step = 0
        self.back = QPushButton(self.tr("Back"))
        self.next = QPushButton(self.tr("Next step"))
        self.told = caption("")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.back, self.next, self.told):
            layout.addWidget(widget)
        layout.addStretch()
        self.back.clicked.connect(lambda: self.setValue(self._step - 1))
        self.next.clicked.connect(lambda: self.setValue(self._step + 1))
        self.setFocusProxy(self.next)
        self.setValue(0)

    def value(self) -> Value:
        return self._step

    def setValue(self, step: int) -> None:
        """Go to a step, from 0 on."""
        self._step = min(max(step, 0), self._count - 1)
        self.told.setText(fill(self.tr("{0} of {1}"), self._step + 1, self._count))
        last = self._step == self._count - 1
        if last and self.next.hasFocus():
            self.back.setFocus()  # a disabled button would hand the focus to anybody
        self.back.setEnabled(True)
        self.next.setEnabled(not last)
        if self._step == 0 and self.back.hasFocus():
            self.next.setFocus()
        self.back.setEnabled(self._step > 0)
        for button in (self.back, self.next):
            button.setAccessibleDescription(self.told.text())
        self.changed.emit()


Field = SliderField | ChoiceField | EntryField | StepsField


def field_for(control: Control, words: Mapping[str, str]) -> Field:
    """Return the field of its kind; `words` are the lesson's."""
    if isinstance(control, Slider):
        return SliderField(control)
    make = {
        Choice: partial(ChoiceField, words=words),
        Entry: EntryField,
        Steps: StepsField,
    }
    field: Field = make[type(control)](control)  # type: ignore[operator]
    return field
