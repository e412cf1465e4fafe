"""The help on Ctrl+F1: every key that does something, by menu, and what the mouse can't do."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QMenuBar,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.controls import close_row, title
from desktop.widgets.dialog import Dialog
from desktop.widgets.plain_text import Label
from desktop.widgets.theme import GAP_PX

Section = tuple[str, list[tuple[str, str]]]  # heading, (keys, what they do)


class KeysWindow(Dialog):
    """Lists the menus' keys, as they are, and those of the pad and the pictures."""

    def __init__(self, menus: QMenuBar, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keysWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        sections = [*_menu_sections(menus), *self._other_sections()]
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, GAP_PX, 0)
        columns.setSpacing(4 * GAP_PX)
        widest = max(self.fontMetrics().horizontalAdvance(k) for _, r in sections for k, _ in r)
        keys_px = max(110, widest)  # so that all words begin in line
        half = sum(len(rows) + 2 for _, rows in sections) / 2
        column, used = _column(columns), 0
        for section in sections:
            if used and used + len(section[1]) / 2 > half and columns.count() < 2:
                column.addStretch()
                column = _column(columns)
            column.addWidget(_card(section, keys_px))
            used += len(section[1]) + 2
        column.addStretch()
        self.list = _Scrolled(content)
        self.list.setAccessibleName(self.windowTitle())
        self._build()

    def showEvent(self, event: QShowEvent) -> None:
        self.resize(self.sizeHint().boundedTo(self.room))
        super().showEvent(event)
        self.list.setFocus()  # so that the arrow keys scroll

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP_PX, 2 * GAP_PX, GAP_PX, GAP_PX)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.list)
        layout.addWidget(close_row(self))

    def _other_sections(self) -> list[Section]:
        pad = [
            ("B", self.tr("Brush")),
            ("E", self.tr("Eraser")),
            ("[  ]", self.tr("Smaller, larger")),
        ]
        pages = [
            ("Tab", self.tr("Move to the next control")),
            ("← → ↑ ↓", self.tr("Move between tabs, pixels and images")),
            ("0 – 9", self.tr("My drawings: label the sketch")),
            (_native(QKeySequence.StandardKey.Delete), self.tr("Remove the selected item")),
        ]
        return [(self.tr("On the pad"), pad), (self.tr("On the pages"), pages)]


class _Scrolled(QScrollArea):
    """Asks for as much room as all lines need, and scrolls where the screen has less."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint() + QSize(self.verticalScrollBar().sizeHint().width(), 0)


def _column(columns: QHBoxLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    columns.addLayout(column)
    column.setSpacing(0)  # the sections have room below them; else it would be the columns' own
    return column


def _menu_sections(menus: QMenuBar) -> list[Section]:
    sections = []
    for menu in menus.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        rows = [_row(action) for action in menu.actions() if not action.shortcut().isEmpty()]
        if rows:
            sections.append((_plain(menu.title()), rows))
    return sections


def _row(action: QAction) -> tuple[str, str]:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return keys, _plain(action.iconText())


def _native(key: QKeySequence.StandardKey) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def _plain(text: str) -> str:
    return text.replace("&", "").removesuffix("…")


def _card(section: Section, keys_px: int) -> QWidget:
    heading, rows = section
    card = QWidget()
    card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    grid = QGridLayout(card)
    grid.setContentsMargins(0, 0, 0, GAP_PX)
    grid.setHorizontalSpacing(GAP_PX)
    grid.setVerticalSpacing(3)
    grid.addWidget(title(heading), 0, 0, 1, 2)
    for row, (keys, words) in enumerate(rows, 1):
        label = Label(keys)
        label.setProperty("muted", True)
        label.setMinimumWidth(keys_px)
        grid.addWidget(label, row, 0)
        grid.addWidget(Label(words), row, 1)
    grid.setColumnStretch(1, 1)
    return card
