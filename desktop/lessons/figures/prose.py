"""The paragraphs of the reading column, in which code is written as code is."""

import re
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.widgets.plain_text import NO_BREAK, Label, held_together
from desktop.widgets.theme import scaled_font

_MINUS = "−"


class Prose(Label):
    """Wraps, can be selected, and writes as code what of its text is one of `code`.

    It says how high it is no wider than it may be: a layout asks for the whole column's width.
    """

    def __init__(self, text: str = "", code: tuple[str, ...] = ()) -> None:
        self._code = code
        super().__init__(text)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def setText(self, text: str) -> None:
        html = _with_code(held_together(text), self._code)
        self.setTextFormat(Qt.TextFormat.RichText if html else Qt.TextFormat.PlainText)
        super().setText(text)
        if html:
            QLabel.setText(self, html)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(min(width, self.maximumWidth()))


def _with_code(text: str, code: tuple[str, ...]) -> str:
    """Return a text as HTML in which all that is code has a font of its own; empty without any."""
    ways = (way for each in sorted(code, key=len, reverse=True) for way in _ways(each))
    pattern = re.compile("|".join(ways))
    if not code or not pattern.search(text):
        return ""
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    parts, end = [], 0
    for each in pattern.finditer(text):
        parts.append(escape(text[end : each.start()]))
        found = escape(each[0].replace(_MINUS, "-"))
        parts.append(f"<span style=\"font-family: '{family}'\">{found}</span>")
        end = each.end()
    html = "".join([*parts, escape(text[end:])])
    return html.replace("\n", "<br>").replace("  ", f"{NO_BREAK} ")


def _ways(code: str) -> list[str]:
    """Return patterns that find code, or the parts between ` of a phrase where it is code."""
    plain, *others = code.split("`")
    if not others:
        return [rf"(?<!\w){_escaped(code)}(?!\w)"]
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
    text: str = "", *, factor: float = 1.0, bold: bool = False, code: tuple[str, ...] = ()
) -> QLabel:
    """Return prose in a font of that size, which takes no more height than it needs."""
    label = Prose(text, code)
    label.setFont(scaled_font(label, factor, bold=bold))
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label
