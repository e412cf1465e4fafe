"""The paragraphs of the reading column, in which code is written as code is."""

import re
from functools import lru_cache
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.widgets.plain_text import NO_BREAK, Label, held_together
from desktop.widgets.theme import scaled_font

_MINUS = "−"
_SPACE = f"[ {NO_BREAK}]"
_NUMBER = rf"[{_MINUS}-]?\d[\d.]*"
_NUMBERS = rf"{_NUMBER}(?:,{_SPACE}{_NUMBER})*"
_ITEM = rf"(?:{_NUMBER}|'[^' ]*')"
_LOOKS_SO = (  # what is code wherever it stands, with what it is like
    rf"(?<!\w)[(\[]{_ITEM}(?:,|(?:,{_SPACE}{_ITEM})+)[)\]]",  # (28, 28)  (3,)  [1, 2]  (1, 'a')
    r"(?<![\w)\]])\(\)",
    rf"(?<![\w.])(?!\w\()[A-Za-z_]\w*"  # w.grad  F.relu  t[2:]  step()  reshape(3, 3)
    rf"(?:\.(?!ai\b)\w\w+|\[[\w:,{_MINUS} {NO_BREAK}-]+\]|\((?:{_NUMBERS})?\))+",
    r"(?<!\w)[a-z]\w*=\w[\w.]*\b",  # batch_size=256
    r"(?<!\w)[A-Za-z]\w*_\w+",  # mnist_loss
)


class Prose(Label):
    """Wraps, can be selected, and writes as code what is one of `code` or looks like code.

    Where `code` is None it shows all as it is. It says how high it is no wider than it may be: a
    layout asks for the whole column's width.
    """

    def __init__(self, text: str = "", code: tuple[str, ...] | None = None) -> None:
        self.code = code
        super().__init__(text)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def setText(self, text: str) -> None:
        html = _with_code(held_together(text) if self.wordWrap() else text, self.code)
        self.setTextFormat(Qt.TextFormat.RichText if html else Qt.TextFormat.PlainText)
        super().setText(text)
        if html:
            QLabel.setText(self, html)

    def width_in_one_line(self) -> int:
        """Return how wide it is where it doesn't wrap."""
        plain, fixed = QFontMetrics(self.font()), QFont(self.font())
        fixed.setFamily(_fixed_family())
        of_code = QFontMetrics(fixed)
        pieces = _pieces(self.text(), self.code)
        return sum((of_code if is_code else plain).horizontalAdvance(p) for p, is_code in pieces)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(min(width, self.maximumWidth()))


def _with_code(text: str, code: tuple[str, ...] | None) -> str:
    """Return a text as HTML in which all that is code has a font of its own; empty without any."""
    pieces = _pieces(text, code)
    if len(pieces) == 1:
        return ""
    family = _fixed_family()
    html = "".join(
        f"<span style=\"font-family: '{family}'\">{escape(piece)}</span>"
        if is_code
        else escape(piece)
        for piece, is_code in pieces
    )
    return html.replace("\n", "<br>").replace("  ", f"{NO_BREAK} ")


def _fixed_family() -> str:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()


def _pieces(text: str, code: tuple[str, ...] | None) -> list[tuple[str, bool]]:
    """Part a text where code begins or ends, and tell of each piece whether it is code."""
    pieces, end = [], 0
    for each in _pattern(code).finditer(text) if code is not None else ():
        pieces += [(text[end : each.start()], False), (each[0].replace(_MINUS, "-"), True)]
        end = each.end()
    return [*pieces, (text[end:], False)]


@lru_cache(256)
def _pattern(code: tuple[str, ...]) -> re.Pattern[str]:
    ways = (way for each in sorted(code, key=len, reverse=True) for way in _ways(each))
    return re.compile("|".join([*ways, *_LOOKS_SO]))


def _ways(code: str) -> list[str]:
    """Return patterns that find code, or the parts between ` of a phrase where it is code."""
    plain, *others = code.split("`")
    if not others:
        return [rf"(?<!\w){_escaped(code)}(?![\w(\[]|\.\w)"]
    ways = []
    for place, part in enumerate(others):
        if not place % 2:
            after = "".join(others[place + 1 :])
            ways.append(rf"(?<={_escaped(plain)}){_escaped(part)}(?={_escaped(after)})")
        plain += part
    return ways


def _escaped(text: str) -> str:
    """Return a pattern for a text in which some spaces don't break, or a hyphen is a minus."""
    return re.escape(text).replace(r"\ ", f"[ {NO_BREAK}]").replace(r"\-", f"[-{_MINUS}]")


def paragraph(
    text: str = "", *, factor: float = 1.0, bold: bool = False, code: tuple[str, ...] | None = None
) -> QLabel:
    """Return prose in a font of that size, which takes no more height than it needs."""
    label = Prose(text, code)
    label.setFont(scaled_font(label, factor, bold=bold))
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label
