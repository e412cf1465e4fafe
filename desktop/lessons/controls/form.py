"""The controls of an experiment in rows: those above it, and those of each of its parts."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.lessons.controls.fields import (
    ChoiceField,
    Field,
    SliderField,
    StepsField,
    field_for,
)
from desktop.widgets.controls import caption
from desktop.widgets.theme import GAP_PX
from engine.lessons.controls import Choice, Control, Slider, Value, by_part, columns_of

_NARROW_PX, _FIELD_PX, _PAIRED_PX = 190, 300, 104


class Rows(QWidget):
    """A row for each control, or for two that stand side by side.

    Signals: `dressed()`; in a window the fields have more padding than before.
    """

    dressed = Signal()

    def __init__(self, controls: tuple[Control, ...], words: Mapping[str, str]) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self._words = words
        self.grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP_PX)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 100)  # up to the fields' greatest width
        grid.setColumnStretch(2, 1)
        row, paired = -1, any(isinstance(each, Slider) and each.beside for each in controls)
        grid.setColumnStretch(3, 100 if paired else 0)
        for control in controls:
            beside = isinstance(control, Slider) and control.beside
            row, column = (row, 2) if beside else (row + 1, 0)
            self._add(control, row, column, columns_of(controls, control))
            if paired and isinstance(control, Slider):
                self.fields[control.name].setMinimumWidth(_PAIRED_PX)

    def _add(self, control: Control, row: int, column: int, columns: int) -> None:
        field = field_for(control, self._words)
        label = caption(self._words.get(control.name, control.name))
        label.setBuddy(field)
        _name(field, control.name, label.text())
        self.grid.addWidget(label, row, column)
        is_wide = columns > 1 and isinstance(control, Choice)
        side = Qt.AlignmentFlag.AlignLeft if is_wide else Qt.AlignmentFlag(0)
        self.grid.addWidget(field, row, column + 1, 1, columns, side)
        self.fields[control.name] = field

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.dressed.emit()

    def label_width(self) -> int:
        """Return how wide the names before the fields are."""
        labels = (self.grid.itemAtPosition(row, 0) for row in range(self.grid.rowCount()))
        return max((label.sizeHint().width() for label in labels if label), default=0)


class ControlsForm(Rows):
    """The rows above the experiment; `parts` are those that stand between its figures.

    `fields` of all are had by the controls' names; `has_any_above` tells whether it isn't empty
    itself. Signals: `changed()`.
    """

    changed = Signal()

    def __init__(self, controls: tuple[Control, ...], words: Mapping[str, str]) -> None:
        standing = by_part(controls)
        above = standing.pop("")
        super().__init__(above, words)
        self.has_any_above = bool(above)
        self.parts = {part: Rows(each, words) for part, each in standing.items()}
        for rows in self.parts.values():
            rows.setParent(self)  # until they are placed
            rows.hide()
            self.fields |= rows.fields
        for field in self.fields.values():
            field.changed.connect(self.changed)
        for rows in (self, *self.parts.values()):
            rows.dressed.connect(self._align)
        self._align()

    def values(self) -> dict[str, Value]:
        """Return what is set, by the controls' names."""
        return {name: field.value() for name, field in self.fields.items()}

    @Slot(str, float)
    def drag(self, name: str, value: float) -> None:
        """Move a slider to where somebody drags a plot."""
        field = self.fields.get(name)
        if isinstance(field, SliderField):
            field.setValue(value)

    @Slot()
    def _align(self) -> None:
        """Let all fields begin at the same place, and be as wide as the widest wants."""
        fields = [field for field in self.fields.values() if not isinstance(field, StepsField)]
        for field in fields:
            field.ensurePolished()  # or the hint is of a field without padding
        widest = max((field.sizeHint().width() for field in fields), default=0)
        for field in fields:
            field.setMaximumWidth(max(_FIELD_PX, widest))
            if isinstance(field, ChoiceField):
                field.setMinimumWidth(min(widest, _FIELD_PX))
        all_rows = (self, *self.parts.values())
        widest = max(rows.label_width() for rows in all_rows)
        for rows in all_rows:
            rows.grid.setColumnMinimumWidth(0, widest)


def _name(field: Field, name: str, words: str) -> None:
    field.setObjectName(f"control_{name}")
    target = field.focusProxy() or field
    if isinstance(field, StepsField):
        field.setAccessibleName(words)
    else:
        target.setAccessibleName(words)
        field.setMinimumWidth(_NARROW_PX)
    field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
