"""The engine's names and sentences in the language of the window.

The engine knows no Qt and speaks English. What the window shows of it is listed in
`engine_sentences`; a sentence that isn't is shown as it is.
"""

import re

from PySide6.QtCore import QCoreApplication

from desktop.i18n import engine_sentences as said
from engine.words.message import Message

_INSIDE = (*said.REASONS, *said.SYSTEM, *said.SETTINGS)
TEMPLATES = tuple(
    dict.fromkeys(
        (
            *(*said.PRESET_WORDS, *said.DEVICES, *said.ADVICE, *said.DATA, *said.IMAGES),
            *(*said.MODELS, *said.LESSONS, *said.WORKER, *_INSIDE),
        )
    )
)
_BESIDES = " Besides, "


def in_words(sentence: str | Message) -> str:
    """Return a name or sentence of the engine's in the window's language."""
    if isinstance(sentence, Message):
        sentence = str(sentence)
    whole = _translate(sentence, TEMPLATES)
    if whole is not None:
        return whole
    what, _, causes = sentence.partition(": ")  # a file's name, or a sentence, before the causes
    parts = [_translate(cause, TEMPLATES) for cause in causes.split(_BESIDES)]
    if None in parts:
        return sentence
    besides = QCoreApplication.translate("Engine words", " Besides, ")
    causes = besides.join(part for part in parts if part)
    return f"{_translate(what, TEMPLATES) or what}: {causes}"


def _translate(sentence: str, templates: tuple[str, ...]) -> str | None:
    for template in templates:
        pattern = re.sub(r"\\\{\d\\\}", "(.+)", re.escape(template))
        found = re.fullmatch(pattern, sentence, re.DOTALL)
        if found:
            inside = [_translate(part, _INSIDE) or part for part in found.groups()]
            return QCoreApplication.translate("Engine", template).format(*inside)
    return None
