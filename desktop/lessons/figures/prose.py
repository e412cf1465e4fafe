"""The paragraphs of the reading column, in which code is written as code is."""

import re
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.widgets.plain_text import NO_BREAK, Label, held_together
from desktop.widgets.theme import scaled_font


class _Paragraph(Label):
    """Says how high it is no wider than it may be: a layout asks for the whole column's width.

    What of its text is one of `code` is written as code is.
    """

    def __init__(self, text: str, code: tuple[str, ...]) -> None:
        self._code = code
        super().__init__(text)

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
    ways = "|".join(re.escape(each) for each in sorted(code, key=len, reverse=True))
    found = re.compile(rf"(?<!\w)(?:{ways})(?!\w)".replace(r"\ ", f"[ {NO_BREAK}]"))
    if not code or not found.search(text):
        return ""
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    parts, end = [], 0
    for each in found.finditer(text):
        parts.append(escape(text[end : each.start()]))
        parts.append(f"<span style=\"font-family: '{family}'\">{escape(each[0])}</span>")
        end = each.end()
    return "".join([*parts, escape(text[end:])]).replace("\n", "<br>")


def paragraph(
    text: str = "", *, factor: float = 1.0, bold: bool = False, code: tuple[str, ...] = ()
) -> QLabel:
    """Return a label that wraps, can be selected, and shows its text as it is."""
    label = _Paragraph(text, code)
    label.setWordWrap(True)
    label.setFont(scaled_font(label, factor, bold=bold))
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label
