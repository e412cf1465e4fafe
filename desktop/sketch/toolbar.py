"""The row of tools over the pad. What they do lives in `tools`, `document` and `files`."""

from PySide6.QtCore import QEvent, QSize, Slot
from PySide6.QtGui import QActionGroup, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QWidget,
)

from desktop.i18n.numbers import fill
from desktop.sketch.digit_menu import DigitMenu
from desktop.sketch.tools import SIZES, Tool, Tools
from desktop.widgets import icons
from desktop.widgets.controls import IconButton
from desktop.widgets.menu_button import MenuButton
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX

_SMALLEST, _LARGEST = 0.25, 0.9  # of the icon: the discs that stand for sizes


class Toolbar(QWidget):
    """Brush, eraser and size on the left; undo, redo and clear on the right; pictures between."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.brush = self._button("brush", "brushButton", self.tr("Brush"))
        self.eraser = self._button("eraser", "eraserButton", self.tr("Eraser"))
        self.size_button = _menu_button("", "sizeButton", self.tr("Size of the brush or eraser"))
        self.digit = _menu_button(self.tr("Test image"), "digitButton", self.tr("Test image"))
        self.open = self._button("open", "openImageButton", self.tr("Open"))
        self.undo = self._button("undo", "undoButton", self.tr("Undo"))
        self.redo = self._button("redo", "redoButton", self.tr("Redo"))
        self.clear = self._button("clear", "clearButton", self.tr("Clear the pad"))
        self.digits = DigitMenu(self)
        self.digit.setMenu(self.digits)
        self._sizes = self._size_menu()
        self.size_button.setMenu(self._sizes)
        self._explain()
        self._build()
        self.brush.clicked.connect(lambda: tools.take(Tool.BRUSH))
        self.eraser.clicked.connect(lambda: tools.take(Tool.ERASER))
        tools.changed.connect(self._on_tools_changed)
        self._on_tools_changed()

    def _button(self, name: icons.Name, object_name: str, words: str) -> IconButton:
        button = IconButton(name, "", flat=True)
        button.setObjectName(object_name)
        button.setAccessibleName(words)
        return button

    def _explain(self) -> None:
        tips = {
            self.brush: self.tr(
                "Draw (B). The width is only for the eye: the network's line is always as "
                "wide as MNIST's"
            ),
            self.eraser: self.tr(
                "Erase parts of strokes (E); an image can only be removed whole, with Clear"
            ),
            self.size_button: self.tr("Width of the tool ([ and ])"),
            self.digit: self.tr(
                "Put an image from the validation set on the pad: the network has never "
                "learned from it"
            ),
            self.open: self.tr(
                "Open images, sketches, models, lessons or datasets; you can also paste "
                "or drop them"
            ),
            self.clear: self.tr("Clear the pad; undo brings the sketch back (Ctrl+Backspace)"),
        }
        for button, tip in tips.items():
            button.setToolTip(as_tip(tip))
        self.name_undo("")
        self.name_redo("")

    @Slot(str)
    def name_undo(self, step: str) -> None:
        """Say which step would be taken back; "" is none."""
        words = self.tr("Undo the last step (Ctrl+Z)")
        named = fill(self.tr("Undo the last step: {0} (Ctrl+Z)"), step)
        self.undo.setToolTip(as_tip(named if step else words))

    @Slot(str)
    def name_redo(self, step: str) -> None:
        """Say which step would be done again; "" is none."""
        words = self.tr("Redo the last step that was undone")
        self.redo.setToolTip(as_tip(f"{words}: {step}" if step else words))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 5, 6, 5)
        row.setSpacing(2)
        groups: tuple[tuple[QPushButton, ...], ...] = (
            (self.brush, self.eraser, self.size_button),
            (self.digit, self.open),
            (self.undo, self.redo, self.clear),
        )
        for button in groups[0]:
            row.addWidget(button)
        row.addWidget(_divider())
        for button in groups[1]:
            row.addWidget(button)
        row.addStretch()
        for button in groups[2]:
            row.addWidget(button)
        for button in (self.brush, self.eraser):
            button.setCheckable(True)

    def _size_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        names = (
            self.tr("Very fine"),
            self.tr("Fine"),
            self.tr("Medium"),
            self.tr("Broad"),
            self.tr("Very broad"),
        )
        for step, (name, _) in enumerate(zip(names, SIZES, strict=True)):
            action = group.addAction(menu.addAction(name))
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, step=step: self._tools.resize(step))
        return menu

    @Slot()
    def _on_tools_changed(self) -> None:
        self.brush.setChecked(self._tools.tool is Tool.BRUSH)
        self.eraser.setChecked(self._tools.tool is Tool.ERASER)
        self._sizes.actions()[self._tools.step].setChecked(True)
        self._paint_size()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_size()
        super().changeEvent(event)

    def _paint_size(self) -> None:
        share = _SMALLEST + (_LARGEST - _SMALLEST) * self._tools.step / (len(SIZES) - 1)
        role = QPalette.ColorRole.ButtonText
        self.size_button.setIcon(icons.dot(share, self.palette(), role))


def _menu_button(text: str, object_name: str, words: str) -> MenuButton:
    button = MenuButton(text)
    button.setObjectName(object_name)
    button.setAccessibleName(words)
    button.setProperty("flat", True)
    button.setIconSize(QSize(18, 18))
    return button


def _divider() -> QFrame:
    line = QFrame()
    line.setObjectName("divider")
    line.setFixedSize(1, 2 * GAP_PX - 4)
    return line
