"""The share of right answers for each class, as bars."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.i18n.numbers import decimal, fill, percent
from desktop.widgets.one_line import small_line
from desktop.widgets.painted import Painted
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import scaled_font

MOST_ROWS = 10  # of more classes than that, the worst are shown
_ROW_PX, _TALLEST_PX, _THICK_PX = 12, 30, 7


class AccuracyByClass(Painted):
    """Paints a row for each class: name, bar from 0 to 100 %, number."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("accuracyByClass")
        self.setAccessibleName(self.tr("Accuracy by class"))
        self.setFont(scaled_font(self, 0.92))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.rows: list[tuple[str, float]] = []
        self.note = small_line()  # below the heading
        self.note.hide()

    def minimumSizeHint(self) -> QSize:
        return QSize(112, 10 * _ROW_PX)

    def show_shares(self, shares: dict[str, float]) -> None:
        """Show the share of right answers, 0 to 1, of each class."""
        worst = sorted(shares, key=lambda name: shares[name])[:MOST_ROWS]
        self.rows = [(name, share) for name, share in shares.items() if name in worst]
        words = "\n".join(f"{name}: {percent(share, 2)}" for name, share in self.rows)
        self.note.setText(fill(self.tr("the worst {0} of {1}"), len(self.rows), len(shares)))
        self.note.setVisible(len(self.rows) < len(shares))
        self.setAccessibleDescription(words)
        self.setToolTip(as_tip(words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.rows:
            return
        painter, metrics = QPainter(self), self.fontMetrics()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = min(_TALLEST_PX, self.height() / len(self.rows))
        widest = max(metrics.horizontalAdvance(name) for name, _ in self.rows)
        name_px, number_px = min(widest, 60) + 8, metrics.horizontalAdvance("100.0 %") + 8
        for place, (name, share) in enumerate(self.rows):
            top, palette = place * step, self.palette()
            room = self.width() - name_px - number_px
            track = QRectF(name_px, top + (step - _THICK_PX) / 2, room, _THICK_PX)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.alternateBase())
            painter.drawRoundedRect(track, 3, 3)
            painter.setBrush(palette.highlight())
            track.setWidth(room * share)
            painter.drawRoundedRect(track, 3, 3)
            painter.setPen(palette.text().color())
            vertical = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, top, name_px - 4, step), vertical, name)
            right = QRectF(self.width() - number_px, top, number_px, step)
            painter.drawText(
                right, vertical | Qt.AlignmentFlag.AlignRight, f"{decimal(share * 100, 1)} %"
            )
