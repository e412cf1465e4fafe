"""The fields of the settings' form: each has `value()`, `setValue()`, and tells when it changes."""

from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from desktop.i18n.option_words import option_words
from desktop.widgets.controls import Tick, caption
from desktop.widgets.fields import Choice, RealNumber, WholeNumber
from engine.errors import ConfigError
from engine.options import CHOICES

ROOM_PX = 15  # what a field is higher than its text


class Field(Protocol):
    """What the form needs of a field."""

    def value(self) -> Any:
        """Return the setting. Raises ConfigError where it can't be read."""

    def setValue(self, value: Any) -> None:
        """Show a setting."""


class NamedChoice(Choice):
    """A choice of names of the engine's, shown in words; their tooltips say what each does."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)

    def value(self) -> str:
        """Return the plain name."""
        chosen: str = self.currentData()
        return chosen

    def setValue(self, plain: str) -> None:
        """Choose by the plain name. Raises ValueError where it isn't offered."""
        self.choose_plain(plain)


class OptionChoice(NamedChoice):
    """Offers every option of a setting."""

    def __init__(self, name: str, setting: str) -> None:
        super().__init__(name)
        words = option_words(setting)
        for option in CHOICES[setting]:
            shown, tip = words[option]
            self.addItem(shown, option)
            self.setItemData(self.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)


class Switch(Tick):
    """A yes or no."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__(text)
        self.setObjectName(name)

    def value(self) -> bool:
        return self.isChecked()

    def setValue(self, on: bool) -> None:
        self.setChecked(on)


class Widths(QLineEdit):
    """Whole numbers with commas between them: the widths of the hidden layers."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)

    def value(self) -> tuple[int, ...]:
        """Return the widths. Raises ConfigError where the text isn't such a list."""
        try:
            return tuple(int(width) for width in self.text().replace(",", " ").split())
        except ValueError:
            raise ConfigError("hidden_layers_typed", value=self.text()) from None

    def setValue(self, widths: tuple[int, ...]) -> None:
        self.setText(", ".join(map(str, widths)))


class FormRows(QWidget):
    """Rows of label and field, each with a tooltip. Signals: `changed()` by whoever changes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setVerticalSpacing(8)
        self.form.setHorizontalSpacing(12)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.labels: list[QLabel] = []

    def add(self, name: str, field: QWidget, tip: str, shown: QWidget | None = None) -> None:
        """Append a row; `shown` holds the field where it doesn't stand alone."""
        label = caption(name)
        label.setBuddy(field)
        label.setToolTip(tip)
        field.setToolTip(tip)
        field.setAccessibleName(name)
        for widget in (label, field):
            widget.setFixedHeight(field.fontMetrics().height() + ROOM_PX)
        self.labels.append(label)
        self.form.addRow(label, shown or field)
        self._listen(field)

    def _listen(self, field: QWidget) -> None:
        if isinstance(field, Choice):
            field.currentIndexChanged.connect(self.changed)
        elif isinstance(field, WholeNumber | RealNumber):
            field.valueChanged.connect(self.changed)
        elif isinstance(field, Switch):
            field.toggled.connect(self.changed)
        elif isinstance(field, Widths):
            field.textChanged.connect(self.changed)
