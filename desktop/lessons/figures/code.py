"""Lines of Python with their live values beside them, painted: quick, and never scrolled inside."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.lessons.figures.prose import paragraph
from desktop.widgets.plain_text import Label
from desktop.widgets.theme import GAP_PX, scaled_font
from engine.lessons.figures import Code, Line

_MARK_PX, _PAD_PX = 18, 8
_SMALLEST = 0.9  # of the font, for lines that are longer than the column is wide
_INDENT = 8  # letters, of what goes on in a row of its own: no block stands so far in
_LONELY = 8  # letters in the last row of a line: more of it comes along


class CodeView(QWidget):
    """A heading, where there is one, and the lines."""

    def __init__(self, code: tuple[str, ...] = ()) -> None:
        """`code` is what is code in the heading."""
        super().__init__()
        self.heading = paragraph(bold=True, code=code)
        self.lines = CodeLines()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.heading)
        layout.addWidget(self.lines)

    def show_figure(self, figure: Code) -> None:
        self.heading.setText(figure.title)
        self.heading.setVisible(bool(figure.title))
        self.lines.show_lines(figure.lines)


@dataclass(frozen=True)
class Row:
    """One row on the screen; what is no code is a comment or a value."""

    code: str = ""
    comment: str = ""
    value: str = ""


class CodeLines(Label):
    """Paints lines of code; values stand to the right of their lines, or under them.

    A line that is longer than the column is wide goes on in the next row.
    """

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[Line, ...] = ()
        # not Fixed: then no line would get more room than `sizeHint` tells of
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines."""
        longer = [line.code for line in lines] != [line.code for line in self.shown]
        self.shown = lines
        self.setAccessibleName(self.tr("Code"))
        self.setAccessibleDescription("\n".join(map(_in_words, lines)))
        if longer or self.height() != self.heightForWidth(self.width()):
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = QFontMetricsF(self.font_in(width))
        count = sum(len(self.rows(line, width, metrics)) for line in self.shown)
        return round(count * self._step(metrics)) + 2 * _PAD_PX

    def sizeHint(self) -> QSize:
        return QSize(360, self.heightForWidth(600))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.alternateBase())
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        font = self.font_in(self.width())
        metrics = QFontMetricsF(font)
        step, top = self._step(metrics), float(_PAD_PX)
        for line in self.shown:
            rows = self.rows(line, self.width(), metrics)
            if line.now:
                self._paint_now(painter, QRectF(0, top, self.width(), len(rows) * step), font, step)
            font.setBold(line.now)
            for row in rows:
                self._paint_row(painter, row, top, font)
                top += step
        painter.end()

    def _paint_now(self, painter: QPainter, box: QRectF, font: QFont, step: float) -> None:
        """Lift the line that is being run from the others; the arrow stands at its beginning."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().base())
        painter.drawRect(box.adjusted(3, 0, -3, 0))
        painter.setFont(font)
        painter.setPen(self.palette().highlight().color())
        first = QRectF(6, box.top(), _MARK_PX, step)
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, "▸")

    def _paint_row(self, painter: QPainter, row: Row, top: float, font: QFont) -> None:
        palette, metrics = self.palette(), QFontMetricsF(font)
        box = QRectF(_MARK_PX, top, self._room(self.width()), self._step(metrics))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextExpandTabs
        painter.setFont(font)
        painter.setPen(palette.text().color())
        painter.drawText(box, flags, row.code)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(
            box.adjusted(metrics.horizontalAdvance(row.code), 0, 0, 0), flags, row.comment
        )
        if row.value:
            painter.setFont(self.font_in(self.width()))
            painter.setPen(palette.highlight().color())
            text = metrics.elidedText(row.value, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)

    def _room(self, width: int) -> float:
        return width - _MARK_PX - _PAD_PX

    def rows(self, line: Line, width: int, metrics: QFontMetricsF) -> list[Row]:
        """Return the rows that a line takes in a widget of that width."""
        letters = int(self._room(width) / metrics.horizontalAdvance("m"))
        code, comment = _split(line.code)
        if len(line.code) <= letters:
            rows, comments = [Row(code, comment)], []
        else:
            indent = " " * (len(code) - len(code.lstrip()) + _INDENT)
            rows = [Row(part) for part in _wrap(code, letters, indent)]
            parts = _wrap(indent + comment, letters, f"{indent}# ")
            comments = [Row(comment=part) for part in parts]
        if line.value:
            *before, last = rows or [Row()]
            taken = metrics.horizontalAdvance(last.code + last.comment) + 2 * GAP_PX
            fits = metrics.horizontalAdvance(line.value) <= self._room(width) - taken
            beside = [Row(last.code, last.comment, line.value)]
            rows = [*before, *(beside if fits else (last, Row(value=line.value)))]
        return [*rows, *comments]

    def _step(self, metrics: QFontMetricsF) -> float:
        return metrics.height() + 4

    def font_in(self, width: int) -> QFont:
        """Return a font in which the longest line fits in, or the usual one where none helps."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(scaled_font(self, 0.95).pointSizeF())
        longest = max((line.code for line in self.shown), key=len, default="")
        room, size_px = self._room(width), QFontInfo(font).pixelSize()
        smaller = QFont(font)
        for smaller_px in range(size_px, round(size_px * _SMALLEST) - 1, -1):
            smaller.setPixelSize(smaller_px)  # whole pixels: fonts don't grow in smaller steps
            if QFontMetricsF(smaller).horizontalAdvance(longest) <= room:
                return smaller
        return font


def _split(code: str) -> tuple[str, str]:
    """Return a line's code and its comment; a # in quotes begins none."""
    at, quote = 0, ""
    for at, sign in enumerate(code):
        if sign in "\"'":
            quote = "" if sign == quote else quote or sign
        elif sign == "#" and not quote:
            return code[:at], code[at:]
    return code, ""


def _wrap(text: str, letters: int, indent: str) -> list[str]:
    """Return a text in pieces of so many letters at most, the second and all others indented."""
    letters = max(letters, len(indent) + 8)
    pieces, rest = [], text.rstrip()
    while len(rest) > letters:
        at = _end_of_piece(rest, letters, indent)
        pieces.append(rest[:at].rstrip())
        rest = indent + rest[at:].lstrip()
    return [*pieces, rest] if rest.strip() else pieces


def _end_of_piece(text: str, letters: int, indent: str) -> int:
    """Return where a text is parted: at a space, or in a word that fits in no piece.

    A short end takes along the word before it, or all from a comma on.
    """
    first = len(text) - len(text.lstrip()) + 1
    at = text.rfind(" ", first, letters + 1)
    word = text[max(at, 0) :].split(maxsplit=1)[0]
    if len(indent) + len(word) > letters:
        inside = max(text.rfind("(", first, letters) + 1, text.rfind(".", first, letters))
        return inside or (at if at > 0 else letters)
    if len(text[at:].strip()) < _LONELY:
        earlier = text.rfind(", ", first, at) + 1 or text.rfind(" ", first, at)
        if earlier > 0 and len(indent) + len(text[earlier:].strip()) <= letters:
            return earlier
    return at


def _in_words(line: Line) -> str:
    return f"{line.code}  →  {line.value}" if line.value else line.code
