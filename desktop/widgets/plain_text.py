"""Text shown as it is: names of files, classes and datasets, and what lessons say, are no HTML.

Qt takes what looks like HTML for it, and so would load a picture that a folder's name names.
"""

import re

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontMetrics, QFontMetricsF, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

NO_BREAK, NO_BREAK_HYPHEN = "\u00a0", "\u2011"
_LONG = 18  # characters: what is shorter is the heading of a narrow column
_LEAST, _MOST = 9, 24  # characters of a paragraph's last line that stay together
_COUNT = re.compile(r"\d(?:[\d.,]*\d)?")
_NAMED = re.compile(r"\d{1,2}[.,:;?!)“”]*")  # the 3 of "mean 3"
_COUNTED = re.compile(r"[A-ZÄÖÜ][a-zäöü]|\d+s\b")  # a German noun; the 3s of "6,131 3s"
_FORMULA = re.compile(r"(?<!\S)\S*[^\s.:;?!](?: (?:[·×+−=/@*<>≤≥→-]|[−=-]=) \S+)+")
_TUPLE = re.compile(r"[(\[](?:[^()\[\]\s]+, )+[^()\[\]\s]*[)\]]")
_JOINT = re.compile(r"(?:[iu]ngs|ions|\w-)(?=\w{4})")  # Trainings|schleife, Python-|Schleife


class Label(QLabel):
    """A label that shows its text as it is, and leaves no short word alone where it wraps."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def text(self) -> str:
        """Return what was set, without the spaces that hold words together."""
        return self._text

    def setText(self, text: str) -> None:
        self._text = text
        wraps = self.wordWrap() and self.textFormat() == Qt.TextFormat.PlainText
        super().setText(held_together(text) if wraps else text)

    def clear(self) -> None:
        self.setText("")

    def setWordWrap(self, on: bool) -> None:
        super().setWordWrap(on)
        self.setText(self._text)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the margins that it was given: Qt forgets those of a frame that is dressed."""
        before = self.contentsMargins()
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.contentsMargins().isNull():
            self.setContentsMargins(before)


def held_together(text: str) -> str:
    """Return a text whose last words share a line, as do formulas, tuples, per cents
    and numbers with what they number.

    In a column that is narrower than these words a line would be too long: no more than _MOST
    characters are held together, and of a longer formula each side.
    """
    return "\n".join(map(_with_a_long_end, held_inside(text).split("\n")))


def held_inside(text: str) -> str:
    """Return a text with formulas, tuples, per cents and numbers held together, not its end."""
    text = re.sub(r"(?<=\d) %", f"{NO_BREAK}%", text)
    text = re.sub(r"(?<=\d)-(?=[A-ZÄÖÜ])", NO_BREAK_HYPHEN, text)  # "L2-Norm"
    for pattern in (_FORMULA, _TUPLE):
        text = pattern.sub(_in_one_piece, text)
    return "\n".join(map(_with_numbers, text.split("\n")))


def held_within(text: str, metrics: QFontMetricsF, width: float) -> str:
    """Return the text held together, or as it is where that would make a line wider than that."""
    held = held_together(text)
    fits = all(metrics.horizontalAdvance(words) <= width for words in re.split(r"[ \n]", held))
    return held if fits else text


def _in_one_piece(found: re.Match[str]) -> str:
    """Return a formula that breaks nowhere, or before "=" where it is long."""
    sides = [found[0]] if len(found[0]) <= _MOST else re.split(r" (?==)", found[0])
    return " ".join(side.replace(" ", NO_BREAK) if len(side) <= _MOST else side for side in sides)


def _with_numbers(paragraph: str) -> str:
    """Hold "mean 3" together, and where there is a noun, a number with that: "6.131 Dreien"."""
    words = paragraph.split(" ")
    held = words[0]
    for before, word, after in zip(words, words[1:], [*words[2:], ""], strict=False):
        named = before[-1:].isalpha() and _NAMED.fullmatch(word) and not _counts(word, after)
        is_short = len(before) + len(word) < _MOST
        held += (NO_BREAK if is_short and (named or _counts(before, word)) else " ") + word
    return held


def _counts(number: str, noun: str) -> bool:
    return bool(_COUNT.fullmatch(number) and _COUNTED.match(noun))


def _with_a_long_end(paragraph: str) -> str:
    if len(paragraph) < _LONG:
        return paragraph
    words = paragraph.split(" ")
    end = words.pop()
    while len(words) > 1 and _is_lonely(end) and len(words[-1]) + len(end) < _MOST:
        end = f"{words.pop()}{NO_BREAK}{end}"
    return " ".join([*words, end])


def _is_lonely(end: str) -> bool:
    return len(end) < _LEAST or NO_BREAK not in end


def parted(word: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Return a word that is wider than that in two parts, at its hyphen or at a German joint.

    Where no part is narrow enough, it stays as it is.
    """
    ends = [joint.end() for joint in _JOINT.finditer(word)]
    halves = [[f"{word[:end].removesuffix('-')}-", word[end:]] for end in reversed(ends)]
    return next((h for h in halves if metrics.horizontalAdvance(h[0]) <= width), [word])


def as_tip(text: str) -> str:
    """Return what a tooltip shows as this text."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def ask(parent: QWidget, title: str, question: str) -> bool:
    """Ask something that is answered with yes or no; return whether it was yes."""
    buttons = QMessageBox.StandardButton
    box = QMessageBox(QMessageBox.Icon.Question, title, "", buttons.Yes | buttons.No, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    try:
        return box.exec() == buttons.Yes
    finally:
        box.deleteLater()
