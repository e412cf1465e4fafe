"""The drawings that are kept: their classes, their pictures, and what can be done with them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.data.thumbnails import Thumbnails
from desktop.drawings.classes_table import ClassesTable
from desktop.drawings.library import Library
from desktop.i18n.numbers import fill
from desktop.widgets.controls import Card, caption
from desktop.widgets.menu_button import MenuButton
from desktop.widgets.one_line import OneLine
from desktop.widgets.save_file import whole_name
from desktop.widgets.theme import GAP_PX, scaled_font
from engine.data.drawings import KeptDrawing

_READABLE_PX, _CLASSES_PX, _CAPTION_PX = 440, 170, 96
_MENU_CHARACTERS = 40


class DrawingsCard(Card):
    """Shows a `Library`, and changes it. Signals: `exported(Path)`, where to."""

    exported = Signal(object)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._shown: tuple[KeptDrawing, ...] = ()
        self._answers: dict[Path, str] = {}
        self._readings = self.tr("misread as {0}"), self.tr("read as {0}")
        self.classes = ClassesTable()
        self.wall = Thumbnails(self.tr("My drawings"), lines=2)
        self.wall.setObjectName("ownDrawings")
        self.empty = caption("")
        self.empty.setObjectName("ownEmpty")
        self._places = QStackedWidget()
        self.undo_button = self._button(self.tr("&Undo"), "undoDrawingButton")
        self.rename_button = self._button(self.tr("Re&name"), "renameButton")
        self.move_button = self._named(MenuButton(self.tr("&Move to")), "moveButton")
        self.remove_button = self._button(self.tr("&Remove"), "removeButton")
        self.export_button = self._button(self.tr("E&xport…"), "exportButton")
        self._explain()
        self._build()
        self._connect()
        self._on_changed()

    def show_answers(self, answers: dict[Path, str]) -> None:
        """Write under the drawings kept back how they were read, by their files."""
        self._answers = answers
        self.wall.leave_room(self._caption_width())
        self.wall.viewport().update()

    @property
    def chosen(self) -> Sequence[KeptDrawing]:
        """The drawing that is selected, or else all of the class that is looked at."""
        if self.wall.current >= 0:
            return [self._shown[self.wall.current]]
        return self._shown if self.classes.label is not None else []

    @Slot()
    def remove(self) -> None:
        """Take the chosen drawings away."""
        place = self.wall.current
        if self.chosen:
            self._library.remove(self.chosen)
            if place >= 0:
                self.wall.select(min(place, len(self._shown) - 1))
                self.wall.setFocus()

    @Slot()
    def choose_export(self) -> None:
        """Ask where to, and write all drawings as an archive."""
        kinds = fill(self.tr("Archives ({0})"), "*.zip")
        caption_ = self.tr("Export my drawings")
        file, _ = QFileDialog.getSaveFileName(self, caption_, "my-drawings.zip", kinds)
        path = whole_name(self, file, ".zip") if file else None
        if path and self._library.export(path):
            self.exported.emit(path)

    def _button(self, text: str, name: str) -> QPushButton:
        return self._named(QPushButton(text), name)

    def _named(self, button: QPushButton, name: str) -> QPushButton:
        button.setObjectName(name)
        button.setProperty("compact", True)
        return button

    def _caption_width(self) -> int:
        """Return how wide the words below the drawings are, in pixels; long ones are cut."""
        answers = set(self._answers.values())  # few, however many drawings there are
        words = [fill(reading, answer) for reading in self._readings for answer in answers]
        words.append(self.tr("held out"))
        widest = max(map(self.wall.fontMetrics().horizontalAdvance, words)) + GAP_PX
        return min(widest, _CAPTION_PX)

    def _explain(self) -> None:
        self.undo_button.setToolTip(self.tr("Undo the last removal, move or renaming"))
        self.rename_button.setToolTip(
            self.tr("Rename the selected class (F2); the name of another class merges the two")
        )
        self.move_button.setToolTip(
            self.tr("Label the selected drawing differently, or all of the selected class")
        )
        self.remove_button.setToolTip(
            self.tr("Remove the selected drawing, or all of the selected class (Del)")
        )
        self.export_button.setToolTip(
            self.tr("Save them all as a .zip file with train/<class> and valid/<class>")
        )

    def _build(self) -> None:
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMaximumWidth(_READABLE_PX)
        emptiness, filled = QWidget(), QWidget()
        QHBoxLayout(emptiness).addWidget(self.empty, 1)
        columns = QHBoxLayout(filled)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(GAP_PX)
        columns.addWidget(self.classes)
        columns.addWidget(self.wall, 1)
        self.classes.setFixedWidth(_CLASSES_PX)
        self._places.addWidget(emptiness)
        self._places.addWidget(filled)
        self.move_button.setMenu(QMenu(self.move_button))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        layout.addWidget(self._places, 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        heading = OneLine(self.tr("My drawings"))  # gives way to the buttons
        heading.setFont(scaled_font(heading, 1.0, bold=True))
        head.addWidget(heading, 1)
        for button in (
            self.undo_button,
            self.rename_button,
            self.move_button,
            self.remove_button,
            self.export_button,
        ):
            head.addWidget(button)
        return head

    def _connect(self) -> None:
        self.rename_button.clicked.connect(self.classes.edit_chosen)
        self.remove_button.clicked.connect(self.remove)
        self.undo_button.clicked.connect(self._library.undo)
        self.export_button.clicked.connect(self.choose_export)
        self.move_button.menu().aboutToShow.connect(self._offer_classes)
        self.wall.current_changed.connect(self._allow)
        self.classes.chosen_changed.connect(self._show_wall)
        queued = Qt.ConnectionType.QueuedConnection  # not before the editor is done
        self.classes.rename_requested.connect(self._on_rename_requested, queued)
        self._library.changed.connect(self._on_changed)
        for widget in (self.wall, self.classes):
            delete = QShortcut(QKeySequence.StandardKey.Delete, widget)
            delete.setContext(Qt.ShortcutContext.WidgetShortcut)
            delete.activated.connect(self.remove)

    @Slot()
    def _offer_classes(self) -> None:
        menu = self.move_button.menu()
        menu.clear()
        for label in self._library.labels:
            action = menu.addAction(_menu_text(label))
            action.setEnabled(any(drawing.label != label for drawing in self.chosen))
            action.triggered.connect(
                lambda _=False, label=label: self._library.move(self.chosen, label)
            )
        menu.addSeparator()
        menu.addAction(self.tr("Another class…")).triggered.connect(self._ask_for_class)

    @Slot()
    def _ask_for_class(self) -> None:
        chosen = self.chosen  # while one types, the list may be read anew
        typed, is_sure = QInputDialog.getText(self, self.tr("Move to"), self.tr("Label:"))
        if is_sure:
            self._library.move(chosen, typed.strip())

    @Slot(str, str)
    def _on_rename_requested(self, label: str, typed: str) -> None:
        mine = [drawing for drawing in self._library.drawings if drawing.label == label]
        self._library.move(mine, typed)
        self.classes.choose(self._library.spelling(typed))

    @Slot()
    def _allow(self) -> None:
        self.rename_button.setEnabled(self.classes.label is not None)
        for button in (self.move_button, self.remove_button):
            button.setEnabled(bool(self.chosen))
        self.undo_button.setVisible(self._library.can_undo)
        self.export_button.setEnabled(bool(self._library.drawings))

    @Slot()
    def _on_changed(self) -> None:
        self.classes.show_drawings(self._library.drawings)
        self.empty.setText(self._invitation())
        self._places.setCurrentIndex(bool(self._library.drawings))
        self._show_wall()

    @Slot()
    def _show_wall(self) -> None:
        label = self.classes.label
        self._shown = tuple(d for d in self._library.drawings if label in (None, d.label))
        images = np.array([d.image for d in self._shown], np.uint8).reshape(-1, 28, 28)
        self.wall.leave_room(self._caption_width())
        self.wall.show_images(images, self._caption)
        self._allow()

    def _invitation(self) -> str:
        if not self._library.known:
            return self.tr("Reading your drawings…")
        return self.tr(
            "Nothing kept yet. Draw on the pad, label what you drew and keep it: a digit "
            "that is misread, letters, shapes, anything. Five or six drawings of a class "
            "are a start. Then train a network, and see whether it reads those held out."
        )

    def _caption(self, index: int) -> tuple[str, ...]:
        drawing = self._shown[index]
        if not drawing.kept_back:
            return (drawing.label, "")
        answer = self._answers.get(drawing.path)
        if answer is None:
            return (drawing.label, self.tr("held out"))
        return (drawing.label, fill(self._readings[answer == drawing.label], answer))


def _menu_text(label: str) -> str:
    """Return a label as a menu shows it: cut where it is long, and its "&" no key."""
    short = label if len(label) <= _MENU_CHARACTERS else f"{label[:_MENU_CHARACTERS]}…"
    return short.replace("&", "&&")
