"""The card under the curves: all runs of the session, to compare, name, restore and delete."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.controls import Card, Disclosure, paint_check
from desktop.messages import Outcome
from desktop.theme import GAP_PX, scaled_font
from desktop.training.legend import paint_key
from desktop.training.looks import run_style
from desktop.training.run_table import RUN_ROLE, RunTable
from desktop.training.runs import Run, RunLog

_KEY_PX = 26
_MOST_ROWS = 4  # before the table scrolls


class _NameDelegate(QStyledItemDelegate):
    """Paints a tick box before the run's name and a piece of its curve behind it."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        run: Run = index.data(RUN_ROLE)
        self._paint_tick(painter, option, index, run.shown)
        if run.shown:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = QRectF(option.rect)
            rect.setLeft(rect.right() - _KEY_PX)
            style = run_style(run.look, run.name)
            paint_key(painter, style, rect.adjusted(0, 0, -6, 0), option.palette)
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


class RunsCard(Card):
    """Signals: `shown_changed()`; `restore_requested(Run)`, `report_requested(Run)`,
    `delete_requested(list[Run])`.
    """

    shown_changed = Signal()
    restore_requested = Signal(object)
    report_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, log: RunLog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = RunTable(log, self)
        self.view = QTableView()
        self.disclosure = Disclosure(self.tr("Runs"))
        self.restore_button = self._button(
            "restoreButton",
            self.tr("Use its model"),
            self.tr("Let the network of this run read your sketch again"),
        )
        self.report_button = self._button(
            "reportButton",
            self.tr("Report…"),
            self.tr("Save settings, curves and confusion matrix as one web page"),
        )
        self.delete_button = self._button(
            "deleteRunButton", self.tr("Delete"), self.tr("Forget the chosen runs and their models")
        )
        self._idle = True
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show what the runs have come to."""
        self.table.refresh()
        rows = self.table.rowCount()
        self.setVisible(rows > 0)
        height = self.view.horizontalHeader().sizeHint().height() + 2
        self.view.setFixedHeight(
            height + min(rows, _MOST_ROWS) * self.view.verticalHeader().defaultSectionSize()
        )
        self._offer()

    def selected(self) -> list[Run]:
        """Return the chosen runs."""
        rows = self.view.selectionModel().selectedRows()
        return [self.table.run_at(index.row()) for index in rows]

    def allow(self, idle: bool) -> None:
        """Restoring and reporting wait for the run under way to end."""
        self._idle = idle
        self._offer()

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("flat", True)
        button.setToolTip(tip)
        return button

    def _build(self) -> None:
        self.disclosure.setObjectName("runsDisclosure")
        self.disclosure.setToolTip(self.tr("All runs since the window opened"))
        self.disclosure.setChecked(True)
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.disclosure)
        top.addStretch()
        for button in (self.restore_button, self.report_button, self.delete_button):
            top.addWidget(button)
        self._dress_view()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX - 4, 2, 6, 4)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.view)

    def _dress_view(self) -> None:
        view = self.view
        view.setObjectName("runsTable")
        view.setAccessibleName(self.tr("Runs of this session"))
        view.setToolTip(
            self.tr("Tick runs to compare their curves; double-click a name to change it")
        )
        view.setModel(self.table)
        view.setItemDelegateForColumn(0, _NameDelegate(view))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setShowGrid(False)
        view.setFrameShape(QTableView.Shape.NoFrame)
        view.setWordWrap(False)
        view.setFont(scaled_font(view, 0.92))
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 10)
        header = view.horizontalHeader()
        header.setFont(scaled_font(view, 0.85))
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(2 * _MOST_ROWS)  # rows that say how wide a column is
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.setMinimumSize(QSize(100, 40))

    def _connect(self) -> None:
        self.disclosure.toggled.connect(self.view.setVisible)
        self.table.shown_changed.connect(self.shown_changed)
        self.table.renamed.connect(self.shown_changed)
        self.view.selectionModel().selectionChanged.connect(self._offer)
        self.restore_button.clicked.connect(self._on_restore)
        self.report_button.clicked.connect(self._on_report)
        self.delete_button.clicked.connect(self._on_delete)
        context = Qt.ShortcutContext.WidgetShortcut
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.view)
        delete.setContext(context)
        delete.activated.connect(self._on_delete)

    @Slot()
    def _offer(self) -> None:
        runs = self.selected()
        lone_model = len(runs) == 1 and runs[0].outcome in (Outcome.FINISHED, Outcome.STOPPED)
        self.restore_button.setEnabled(lone_model and self._idle)
        self.report_button.setEnabled(lone_model and self._idle)
        self.delete_button.setEnabled(self._deletable())

    def _deletable(self) -> bool:
        runs = self.selected()
        return bool(runs) and all(run.outcome is not None for run in runs)

    @Slot()
    def _on_restore(self) -> None:
        self.restore_requested.emit(self.selected()[0])

    @Slot()
    def _on_report(self) -> None:
        self.report_requested.emit(self.selected()[0])

    @Slot()
    def _on_delete(self) -> None:
        if self._deletable():
            self.delete_requested.emit(self.selected())
