"""What is wrong with a field, in a line below it."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.i18n.engine_words import in_words
from desktop.widgets.numbers.fields import NumberField
from desktop.widgets.plain_text import Label
from desktop.widgets.theme import scaled_font
from engine.errors import ConfigError


class ProblemLine(Label):
    """A sentence, which screen readers say as it appears; empty while nothing is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("problem")
        self.setFont(scaled_font(self, 0.92))
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._fields: tuple[NumberField, ...] = ()

    def follow(self, *fields: NumberField) -> None:
        """Say from now on what is wrong with the first of these, and be hidden where nothing is."""
        self._fields = fields
        for field in fields:
            field.typing.changed.connect(self._on_typed)
        self._on_typed()

    @Slot()
    def _on_typed(self) -> None:
        told = (field.typing.told for field in self._fields if field.typing.told)
        self.tell(next(told, None))
        self.setVisible(bool(self.text()))

    def tell(self, problem: ConfigError | None) -> None:
        """Say what is wrong, or nothing."""
        self.say(in_words(problem) if problem else "")

    def say(self, sentence: str) -> None:
        """Say this; nothing where it is empty."""
        if sentence == self.text():
            return
        self.setText(sentence)
        self.setAccessibleName(sentence)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
