"""Lines of Python with their live values beside them, painted: quick, and never scrolled inside."""

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

from desktop.widgets.controls import title
from desktop.widgets.theme import GAP_PX, scaled_font
from engine.lessons.figures import Code, Line

_MARK_PX, _PAD_PX = 18, 8
_SMALLEST = 0.8  # of the font, for lines that are longer than the column is wide


class CodeView(QWidget):
    """A heading, where there is one, and the lines."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = title("")
        self.heading.setWordWrap(True)
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


class CodeLines(QWidget):
    """Paints lines of code; values stand to the right of the longest, or under theirs."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[Line, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
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
        rows = sum(self._rows(line, width, metrics) for line in self.shown)
        return round(rows * self._step(metrics)) + 2 * _PAD_PX

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
            rows = self._rows(line, self.width(), metrics)
            if line.now:
                self._paint_now(painter, QRectF(0, top, self.width(), rows * step), font)
            self._paint_line(painter, line, top, metrics)
            top += rows * step
        painter.end()

    def _paint_now(self, painter: QPainter, box: QRectF, font: QFont) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().base())
        painter.drawRect(box.adjusted(3, 0, -3, 0))
        painter.setFont(font)
        painter.setPen(self.palette().highlight().color())
        painter.drawText(box.adjusted(6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, "▸")

    def _paint_line(
        self, painter: QPainter, line: Line, top: float, metrics: QFontMetricsF
    ) -> None:
        step, palette = self._step(metrics), self.palette()
        muted = palette.color(QPalette.ColorRole.PlaceholderText)
        font = self.font_in(self.width())
        font.setBold(line.now)
        painter.setFont(font)
        code, comment = _split(line.code)
        row = QRectF(_MARK_PX, top, self.width() - _MARK_PX - _PAD_PX, step)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextExpandTabs
        painter.setPen(palette.text().color())
        painter.drawText(row, flags, code)
        painter.setPen(muted)
        painter.drawText(row.adjusted(metrics.horizontalAdvance(code), 0, 0, 0), flags, comment)
        if line.value:
            painter.setFont(self.font_in(self.width()))
            painter.setPen(palette.highlight().color())
            below = self._rows(line, self.width(), metrics) > 1
            box = row.translated(0, step) if below else row
            if below:
                box.setLeft(box.left() + 2 * metrics.horizontalAdvance(" "))
            text = metrics.elidedText(line.value, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)

    def _rows(self, line: Line, width: int, metrics: QFontMetricsF) -> int:
        """Return how many rows a line takes: two where its value doesn't fit beside it."""
        room = width - _MARK_PX - _PAD_PX - 2 * GAP_PX
        both = metrics.horizontalAdvance(line.code) + metrics.horizontalAdvance(line.value)
        return 2 if line.value and both > room else 1

    def _step(self, metrics: QFontMetricsF) -> float:
        return metrics.height() + 4

    def font_in(self, width: int) -> QFont:
        """Return a font in which the longest line fits in, as far as it stays readable."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(scaled_font(self, 0.95).pointSizeF())
        longest = max((line.code for line in self.shown), key=len, default="")
        room, size_px = width - _MARK_PX - _PAD_PX, QFontInfo(font).pixelSize()
        for smaller_px in range(size_px - 1, round(size_px * _SMALLEST) - 1, -1):
            if QFontMetricsF(font).horizontalAdvance(longest) <= room:
                break
            font.setPixelSize(smaller_px)  # whole pixels: fonts don't grow in smaller steps
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


def _in_words(line: Line) -> str:
    return f"{line.code}  →  {line.value}" if line.value else line.code
