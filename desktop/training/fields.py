"""The fields of the settings' form: each has `value()`, `setValue()`, and tells when it changes."""

import re
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from desktop.i18n.option_words import option_words
from desktop.widgets.controls import Tick, caption
from desktop.widgets.fields import Choice, leave_drops
from desktop.widgets.numbers.fields import NumberField
from desktop.widgets.numbers.problem_line import ProblemLine
from desktop.widgets.plain_text import as_tip
from engine.config import MOST_LAYERS, WIDTH, TrainConfig
from engine.errors import ConfigError
from engine.options import CHOICES

ROOM_PX = 15  # what a field is higher than its text


class Field(Protocol):
    """What the form needs of a field."""

    @property
    def problem(self) -> ConfigError | None:
        """Why what stands there can't be used, or None."""

    def value(self) -> Any:
        """Return the setting: the last good one, where what stands there can't be used."""

    def setValue(self, value: Any) -> None:
        """Show a setting."""


class NamedChoice(Choice):
    """A choice of names of the engine's, shown in words; their tooltips say what each does."""

    problem = None

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
            self.setItemData(self.count() - 1, as_tip(tip), Qt.ItemDataRole.ToolTipRole)


class Switch(Tick):
    """A yes or no."""

    problem = None

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
        leave_drops(self)
        self._last: tuple[int, ...] = ()

    @property
    def problem(self) -> ConfigError | None:
        """Why the text is no such list, or None."""
        try:
            self._read()
        except ConfigError as error:
            return error
        return None

    def value(self) -> tuple[int, ...]:
        """Return the widths, or the last ones that were some."""
        if not self.problem:
            self._last = self._read()
        return self._last

    def setValue(self, widths: tuple[int, ...]) -> None:
        self._last = widths
        self.setText(", ".join(map(str, widths)))

    def _read(self) -> tuple[int, ...]:
        if not re.fullmatch(r"\s*[0-9]{1,9}(\s*,\s*[0-9]{1,9}|\s+[0-9]{1,9})*\s*", self.text()):
            raise ConfigError("hidden_layers_typed", value=self.text())
        widths = tuple(int(width) for width in re.findall(r"[0-9]+", self.text()))
        if len(widths) > MOST_LAYERS:  # in the form's words; the engine's name what code has
            raise ConfigError("layers_too_many", layers=len(widths), most=MOST_LAYERS)
        for width in widths:
            if not WIDTH[0] <= width <= WIDTH[1]:
                raise ConfigError("width_out_of_range", value=width, low=WIDTH[0], high=WIDTH[1])
        return TrainConfig(hidden=widths).hidden  # raises ConfigError too


class FormRows(QWidget):
    """Rows of label and field, each with a tooltip; below a field it says what is wrong with it.

    Signals: `changed()` by whoever changes.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setVerticalSpacing(8)
        self.form.setHorizontalSpacing(12)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.labels: list[QLabel] = []
        self._lines: list[tuple[ProblemLine, QWidget]] = []  # each with the row that it belongs to

    def add(self, name: str, field: QWidget, tip: str, shown: QWidget | None = None) -> None:
        """Append a row; `shown` holds the field where it doesn't stand alone."""
        label = caption(name)
        label.setBuddy(field)
        tip = f"{tip} {field.rule}" if isinstance(field, NumberField) else tip
        label.setToolTip(as_tip(tip))
        field.setToolTip(as_tip(tip))
        field.setAccessibleName(name)
        for widget in (label, field):
            widget.setFixedHeight(field.fontMetrics().height() + ROOM_PX)
        self.labels.append(label)
        self.form.addRow(label, shown or field)
        if isinstance(field, NumberField | Widths):
            self._add_line(field, shown or field)
        self._listen(field)

    def rows(self) -> list[QWidget]:
        """Return what stands on the right of each row, from the top down."""
        role, count = QFormLayout.ItemRole.FieldRole, self.form.rowCount()
        items = [self.form.itemAt(row, role) for row in range(count)]
        return [widget for item in items if item and (widget := item.widget())]

    def show_row(self, field: QWidget, shown: bool) -> None:
        """Show or hide a field's row, with what is said below it."""
        self.form.setRowVisible(field, shown)
        self._show_problems()

    def _add_line(self, field: NumberField | Widths, row: QWidget) -> None:
        line = ProblemLine()
        self.form.addRow("", line)
        self.form.setRowVisible(line, False)
        self._lines.append((line, row))
        if isinstance(field, NumberField):
            field.typing.changed.connect(lambda: self._tell(line, field.typing.told))
        else:
            field.textChanged.connect(lambda: self._tell(line, field.problem))

    def _tell(self, line: ProblemLine, problem: ConfigError | None) -> None:
        line.tell(problem)
        self._show_problems()

    def _show_problems(self) -> None:
        for line, row in self._lines:
            self.form.setRowVisible(line, bool(line.text()) and self.form.isRowVisible(row))

    def _listen(self, field: QWidget) -> None:
        if isinstance(field, Choice):
            field.currentIndexChanged.connect(self.changed)
        elif isinstance(field, NumberField):
            field.valueChanged.connect(self.changed)
            field.typing.changed.connect(self.changed)
        elif isinstance(field, Switch):
            field.toggled.connect(self.changed)
        elif isinstance(field, Widths):
            field.textChanged.connect(self.changed)
