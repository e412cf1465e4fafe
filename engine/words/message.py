"""A sentence as a code with values, which crosses processes and is worded where it is read.

The values stay values (numbers, paths, lists, other messages), so that each language can write them
its own way. `word` makes the sentence; without a language it is the English of `table`.
"""

import errno
import reprlib
import string
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import PurePath
from typing import Any

from engine.words.numbers import ENGLISH, NumberStyle
from engine.words.sentence import Sentence
from engine.words.table import TABLE

Translate = Callable[[Sentence, int | None], str]  # a sentence's template, for that many if counted
_LONGEST = 120  # characters of a value; what a file or a person gives must not flood the sentence
LONGEST_PATH = 4096  # characters of what came out of a file; no path is longer
MOST_LISTED = 20  # items of a list
_WRITTEN_OUT = 10**18  # numbers below it


@dataclass(frozen=True, init=False)
class Message:
    """Something the engine says: `code` names a sentence of the table, `values` what it holds."""

    code: str
    values: Mapping[str, Any] = field(hash=False)

    def __init__(self, code: str, /, **values: Any) -> None:
        object.__setattr__(self, "code", code)
        object.__setattr__(self, "values", values)

    def __str__(self) -> str:
        return word(self)


def reason(error: Exception) -> Message:
    """Return why the system, or a library, refused something, to stand within a sentence."""
    number = getattr(error, "errno", None)
    code = errno.errorcode.get(number or 0, "")
    if code in TABLE:
        return Message(code)
    own_words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return Message("system_says", reason=own_words)


class InWords(str):
    """A sentence that is worded already, in the reader's language; it is never cut."""


def word(
    message: Message,
    translate: Translate = Sentence.english,
    style: NumberStyle = ENGLISH,
) -> str:
    """Return the sentence in the language of `translate`, with its numbers in that style."""
    sentence = TABLE[message.code]
    count = message.values[sentence.counts] if sentence.counts else None
    template = translate(sentence, count)
    return _Formatter(translate, style).vformat(template, (), message.values)


def shorten(text: str, most: int = _LONGEST) -> str:
    """Return text of any length and kind as something to show within one line."""
    return _cut("".join(c if c.isprintable() else repr(c)[1:-1] for c in _cut(text, most)), most)


class _Formatter(string.Formatter):
    """Fills a template; {value!r} shows text in quotes, so that its ends can be seen."""

    def __init__(self, translate: Translate, style: NumberStyle) -> None:
        self._translate = translate
        self._style = style

    def convert_field(self, value: Any, conversion: str | None) -> str:
        if isinstance(value, InWords):
            return value
        if isinstance(value, Message):
            return word(value, self._translate, self._style)
        if isinstance(value, int | float) and not isinstance(value, bool):
            if abs(value) < _WRITTEN_OUT:
                return self._style.plain(value)
            return f"{value if isinstance(value, float) else Decimal(value):.3g}"
        if isinstance(value, Sequence) and not isinstance(value, str) and conversion != "r":
            shown = [self.convert_field(item, conversion) for item in value[:MOST_LISTED]]
            return ", ".join([*shown, "…"] if len(value) > MOST_LISTED else shown)
        if conversion == "r" and not isinstance(value, PurePath):
            return shorten(repr(_cut(value)) if isinstance(value, str) else show(value))
        return shorten(str(value))


def show(value: object) -> str:
    """Return a value as Python writes it, without what is too long or too deep in it."""
    return _BOUNDED.repr(value)


def _cut(text: str, most: int = _LONGEST) -> str:
    """Leave out the middle of a long text: a path's end says most."""
    half = most // 2
    return text if len(text) <= most else f"{text[:half]}…{text[1 - half :]}"


def _bounded_repr() -> reprlib.Repr:
    """Return what shows a value from a file, however large or deep it is."""
    short = reprlib.Repr()
    short.maxlevel, short.maxstring, short.maxother = 4, _LONGEST, _LONGEST
    short.maxlist = short.maxtuple = short.maxdict = short.maxset = MOST_LISTED
    return short


_BOUNDED = _bounded_repr()
