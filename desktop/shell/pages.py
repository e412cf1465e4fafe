"""The right side of the window: one page at a time, chosen by a tab. What a page shows is its own.

A page is made when it is first opened, so that the window itself is there at once.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.shell.preferences import Preferences
from desktop.widgets.plain_text import as_tip
from desktop.widgets.scroll_when_small import name_scroll_bars
from desktop.widgets.theme import GAP_PX

MakePage = Callable[[], QWidget]


class _Stack(QStackedWidget):
    """Asks for as much room as the page that is shown needs, and not for all the others."""

    def hasHeightForWidth(self) -> bool:
        return False  # or the window would take the page's favourite height for the least

    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.sizeHint() if page else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page else super().minimumSizeHint()


class Pages(QWidget):
    """A row of tabs over the chosen page; `actions()` open the pages by Ctrl+1, Ctrl+2, ...

    Signals: `opened(str)`, the page's name; `failed(str)` and `told(str)`, sentences for people
    from whatever is on a page.
    """

    opened = Signal(str)
    failed = Signal(str)
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers: list[tuple[str, MakePage]] = []
        self._made: dict[str, QWidget] = {}
        self._tabs = QTabBar()
        self._tabs.setObjectName("pageTabs")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(False)  # the window scrolls where it is too narrow
        self._tabs.setAccessibleName(self.tr("Pages"))
        self._stack = _Stack()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)
        self._tabs.currentChanged.connect(self._on_tab_changed)

    def add(self, name: str, title: str, hint: str, make: MakePage) -> None:
        """Append a page; `make` is called when it is first opened."""
        self._makers.append((name, make))
        index = self._tabs.addTab(title)
        action = QAction(title, self)
        action.setShortcut(f"Ctrl+{index + 1}")
        action.triggered.connect(partial(self.open, name))
        self.addAction(action)
        words = f"{hint} ({action.shortcut().toString()})"
        self._tabs.setTabToolTip(index, as_tip(words))

    def title(self, name: str) -> str:
        """Return what stands on a page's tab."""
        return self._tabs.tabText(self.names.index(name))

    def show_only(self, names: tuple[str, ...]) -> None:
        """Hide the tabs of all other pages; the first that is left is opened if it must be."""
        if self.current not in names:
            self.open(next(name for name in self.names if name in names))
        for index, name in enumerate(self.names):
            self._tabs.setTabVisible(index, name in names)
        self._close_ranks()

    @Slot()
    def show_all(self) -> None:
        """Bring back all tabs."""
        self.show_only(tuple(self.names))

    @property
    def hides_any(self) -> bool:
        return not all(self._tabs.isTabVisible(index) for index in range(self._tabs.count()))

    @property
    def names(self) -> list[str]:
        """The pages' names, in the order of their tabs."""
        return [name for name, _ in self._makers]

    @property
    def current(self) -> str:
        """The name of the page that is shown."""
        return self._makers[self._tabs.currentIndex()][0]

    def restore(self, saved: Preferences) -> None:
        """Open the page that the last window showed."""
        if saved.page in self.names:
            self.open(saved.page)

    def save(self, saved: Preferences) -> None:
        """Leave which page is shown to the next window."""
        saved.page = self.current

    @property
    def changes(self) -> tuple[SignalInstance, ...]:
        """What tells that `save` has something new to leave."""
        return (self.opened,)

    def open(self, name: str) -> QWidget:
        """Show the page and return it; a hidden one comes back."""
        index = self.names.index(name)
        if not self._tabs.isTabVisible(index):
            self._tabs.setTabVisible(index, True)
            self._close_ranks()
        self._tabs.setCurrentIndex(index)
        return self._made[name]

    def _close_ranks(self) -> None:
        """Let the tabs stand side by side: Qt leaves gaps until a text is set."""
        self._tabs.setTabText(0, self._tabs.tabText(0))

    @Slot(int)
    def _on_tab_changed(self, index: int) -> None:
        name, make = self._makers[index]
        if name not in self._made:
            self._made[name] = make()
            name_scroll_bars(self._made[name], self._tabs.tabText(index).replace("&", ""))
            self._stack.addWidget(self._made[name])
        self._stack.setCurrentWidget(self._made[name])
        self._stack.updateGeometry()
        self.opened.emit(name)
