"""How the table of runs looks: a tick box, a name, a piece of its curve, then narrow columns."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop.plots.curve_styles import run_style
from desktop.plots.legend import paint_key
from desktop.runs.run_list import Run
from desktop.runs.table import RUN_ROLE, SACRIFICED
from desktop.widgets.controls import paint_check
from desktop.widgets.theme import scaled_font

_KEY_PX = 26
_NAME_PX = 120  # whatever the other columns need, so much of a name and its key can be seen
_MEASURED_ROWS = 8  # say how wide a column is
_LEAST_ROWS, _MOST_ROWS = 3, 8  # that are seen before the table scrolls


class RunsView(QTableView):
    """As high as its rows, up to a few; its first column takes the room that the others leave.

    Where there isn't room for all columns, those go first that the row's tooltip and the form tell.
    """

    def __init__(self, table: QAbstractItemModel) -> None:
        super().__init__()
        self.setModel(table)
        self.setFont(scaled_font(self, 0.92))
        self.setHorizontalHeader(_Header(Qt.Orientation.Horizontal, self))
        self._dress_header(self.horizontalHeader())  # before anything asks how wide a column is
        self.setItemDelegateForColumn(0, _NameDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        return QSize(0, self._height(_MOST_ROWS))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NAME_PX, self._height(_LEAST_ROWS))  # less than Qt's own for a single row

    def updateGeometries(self) -> None:
        header, room = self.horizontalHeader(), self.viewport().width()
        widths = {column: self._wanted(column) for column in range(1, header.count())}
        for column in SACRIFICED:
            gone = sum(widths.values()) + _NAME_PX > room
            if gone:
                del widths[column]
            if self.isColumnHidden(column) is not gone:
                self.setColumnHidden(column, gone)
        header.resizeSection(0, max(_NAME_PX, room - sum(widths.values())))
        super().updateGeometries()
        self.updateGeometry()

    def _wanted(self, column: int) -> int:
        """Return how wide a column would be, whether it is hidden or not."""
        header = self.horizontalHeader()
        return max(self.sizeHintForColumn(column), header.sectionSizeFromContents(column).width())

    def _height(self, most_rows: int) -> int:
        rows = min(self.model().rowCount(), most_rows)
        height = self.horizontalHeader().sizeHint().height() + 2
        return height + rows * self.verticalHeader().defaultSectionSize()

    def _dress_header(self, header: QHeaderView) -> None:
        header.setFont(scaled_font(self, 0.85))
        header.setAccessibleName(self.tr("Columns of the runs"))
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(_MEASURED_ROWS)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)


class _Header(QHeaderView):
    """Takes no more room than its words: Qt keeps some for bold ones, which there are not."""

    def sectionSizeFromContents(self, section: int) -> QSize:
        size = super().sectionSizeFromContents(section)
        words = str(self.model().headerData(section, self.orientation()))
        bold = QFont(self.font())
        bold.setBold(True)
        spare = QFontMetrics(bold).horizontalAdvance(words)
        return size - QSize(spare - self.fontMetrics().horizontalAdvance(words), 0)


class _NameDelegate(QStyledItemDelegate):
    """Paints a tick box before the run's name and a piece of its curve behind it."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        run: Run = index.data(RUN_ROLE)
        whole, words = QStyleOptionViewItem(option), QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        whole.widget.style().drawPrimitive(panel, whole, painter, whole.widget)
        words.rect = option.rect.adjusted(0, 0, -_KEY_PX, 0)
        super().paint(painter, words, index)
        self._paint_tick(painter, words, index, run.shown)
        if run.shown:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            key = QRectF(option.rect)
            key.setLeft(words.rect.right() + 1)
            style = run_style(run.look, run.name)
            paint_key(painter, style, key.adjusted(0, 0, -6, 0), option.palette)
            painter.restore()

    def _paint_tick(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        on: bool,
    ) -> None:
        filled = QStyleOptionViewItem(option)
        self.initStyleOption(filled, index)
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        square = QRectF(filled.widget.style().subElementRect(part, filled, filled.widget))
        chosen = bool(filled.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.AlternateBase if chosen else QPalette.ColorRole.Base
        painter.fillRect(square.adjusted(-2, -2, 2, 2), filled.palette.color(role))
        paint_check(painter, square, on=on, enabled=True, focus=False)
