"""What the engine says, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from desktop.i18n.numbers import style
from engine.errors import InkgradError
from engine.words.message import Message, word
from engine.words.sentence import Sentence


def in_words(said: Message | InkgradError) -> str:
    """Return a message's or an error's sentence in the window's language."""
    message = said.message if isinstance(said, InkgradError) else said
    return word(message, _template, style())


def _template(sentence: Sentence, count: int | None) -> str:
    number = -1 if count is None else count
    return QCoreApplication.translate("", sentence.template, None, number)
