"""The drawings that are kept: how many of each class, and their pictures."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.data.thumbnails import Thumbnails
from desktop.drawings.library import Library
from desktop.i18n.numbers import fill
from desktop.widgets.controls import Card, caption, title
from desktop.widgets.plain_text import Label, as_tip
from desktop.widgets.save_file import whole_name
from desktop.widgets.theme import GAP_PX
from engine.data.bundled import DIGITS
from engine.data.drawings import OwnDigit

_READABLE_PX = 440


class DigitsCard(Card):
    """Shows a `Library`, and takes drawings out of it. Signals: `exported(Path)`, where to."""

    exported = Signal(object)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._shown: tuple[OwnDigit, ...] = ()
        self._answers: dict[Path, str] = {}
        self.counts: dict[str, QLabel] = {}
        self.wall = Thumbnails(self.tr("My digits"), lines=2)
        self.wall.leave_room(self._caption_width())
        self.wall.setObjectName("ownDigits")
        self.empty = caption("")
        self.empty.setObjectName("ownEmpty")
        self._places = QStackedWidget()
        self.remove_button = QPushButton(self.tr("&Remove"))
        self.remove_button.setObjectName("removeButton")
        self.put_back_button = QPushButton(self.tr("Put &back"))
        self.put_back_button.setObjectName("putBackButton")
        self.export_button = QPushButton(self.tr("E&xport…"))
        self.export_button.setObjectName("exportButton")
        self._explain()
        self._build()
        self._connect()
        self._on_changed()

    def show_answers(self, answers: dict[Path, str]) -> None:
        """Write under the drawings kept back how they were read, by their files."""
        self._answers = answers
        self.wall.viewport().update()

    @Slot()
    def remove(self) -> None:
        """Take the chosen drawing away."""
        chosen = self.wall.current
        if chosen >= 0:
            self._library.remove(self._shown[chosen])
            self.wall.select(min(chosen, len(self._shown) - 1))
            self.wall.setFocus()

    @Slot()
    def choose_export(self) -> None:
        """Ask where to, and write all drawings as an archive."""
        kinds = fill(self.tr("Archives ({0})"), "*.zip")
        caption_ = self.tr("Export my digits")
        file, _ = QFileDialog.getSaveFileName(self, caption_, "my-digits.zip", kinds)
        path = whole_name(self, file, ".zip") if file else None
        if path and self._library.export(path):
            self.exported.emit(path)

    def _caption_width(self) -> int:
        metrics = caption("").fontMetrics()
        words = (self.tr("read as {0}"), self.tr("held out"))
        return max(metrics.horizontalAdvance(fill(word, "8")) for word in words) + GAP_PX

    def _explain(self) -> None:
        self.remove_button.setToolTip(self.tr("Remove the selected drawing (Del)"))
        self.put_back_button.setToolTip(self.tr("Bring back the last drawing that was removed"))
        self.export_button.setToolTip(
            self.tr("Save them all as a .zip file with train/<class> and valid/<class>")
        )

    def _build(self) -> None:
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMaximumWidth(_READABLE_PX)
        emptiness = QWidget()
        middle = QHBoxLayout(emptiness)
        middle.addWidget(self.empty, 1)
        self._places.addWidget(emptiness)
        self._places.addWidget(self.wall)
        head = QHBoxLayout()
        head.addWidget(title(self.tr("My digits")))
        head.addStretch()
        for button in (self.put_back_button, self.remove_button, self.export_button):
            button.setProperty("compact", True)
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(self._count_row())
        layout.addWidget(self._places, 1)

    def _count_row(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        for row, words in enumerate((self.tr("Digit"), self.tr("Drawings"))):
            grid.addWidget(caption(words), row, 0)
        for column, label in enumerate(DIGITS, 1):
            self.counts[label] = Label()
            words = self.tr("Drawings of a {0}: for training + held out for testing")
            self.counts[label].setToolTip(as_tip(fill(words, label)))
            grid.addWidget(caption(label), 0, column, Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(self.counts[label], 1, column, Qt.AlignmentFlag.AlignHCenter)
            grid.setColumnStretch(column, 1)
        return grid

    def _connect(self) -> None:
        self.remove_button.clicked.connect(self.remove)
        self.put_back_button.clicked.connect(self._library.put_back)
        self.export_button.clicked.connect(self.choose_export)
        self.wall.current_changed.connect(self._allow)
        self._library.changed.connect(self._on_changed)
        delete = QShortcut(QKeySequence.StandardKey.Delete, self.wall)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)

    @Slot()
    def _allow(self) -> None:
        self.remove_button.setEnabled(self.wall.current >= 0)
        self.put_back_button.setVisible(self._library.can_put_back)
        self.export_button.setEnabled(bool(self._library.digits))

    @Slot()
    def _on_changed(self) -> None:
        digits = self._shown = self._library.digits
        for label, count in self.counts.items():
            mine = [digit for digit in digits if digit.label == label]
            tests = sum(digit.kept_back for digit in mine)
            count.setText(f"{len(mine) - tests} + {tests}" if mine else "0")
            count.setEnabled(bool(mine))
        images = np.array([digit.image for digit in digits], np.uint8).reshape(-1, 28, 28)
        self.wall.show_images(images, self._caption)
        self.empty.setText(self._invitation())
        self._places.setCurrentIndex(bool(digits))
        self._allow()

    def _invitation(self) -> str:
        if not self._library.known:
            return self.tr("Reading your digits…")
        return self.tr(
            "Nothing kept yet. Is one of your digits misread? Draw it on the pad, choose "
            "which digit it is and keep it; five or six drawings are enough. Then train a "
            "network on them together with MNIST, and see whether it reads the ones held "
            "out."
        )

    def _caption(self, index: int) -> tuple[str, ...]:
        digit = self._shown[index]
        if not digit.kept_back:
            return (digit.label, "")
        answer = self._answers.get(digit.path)
        words = fill(self.tr("read as {0}"), answer) if answer else self.tr("held out")
        return (digit.label, words)
