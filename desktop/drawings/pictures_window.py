"""Several pictures, read one after another: their answers in a list to keep or to export."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.answer.bars import in_percent
from desktop.answer.limits import limits
from desktop.answer.source_words import source_words
from desktop.drawings.answers_csv import answers_csv
from desktop.drawings.label_field import LabelField
from desktop.drawings.pictures_table import ANSWER, CHOICE_PX, FILE, KEEP, SURE, PicturesTable
from desktop.drawings.questions import PictureRead, read_pictures
from desktop.i18n.engine_words import in_words
from desktop.i18n.numbers import fill
from desktop.plots.saving import ask_where
from desktop.widgets.controls import caption
from desktop.widgets.dialog import Dialog
from desktop.widgets.pixels import as_qimage
from desktop.widgets.plain_text import as_tip, ask
from desktop.widgets.save_file import saved, write
from desktop.widgets.theme import GAP_PX
from desktop.worker.messages import Source
from desktop.worker.questions import Newest, Questions
from engine.data.bundled import DIGITS
from engine.data.drawings import class_folders, own_folder
from engine.data.layout import natural_key
from engine.data.own_places import Places
from engine.errors import DataError

_NOTHING = "–"


class PicturesWindow(Dialog):
    """A row a file. Signals: `kept()`, there are more of one's own drawings; `chosen(Path)`, a row
    that is to be seen on the pad; `failed(str)` a sentence for people.
    """

    kept = Signal()
    chosen = Signal(object)
    failed = Signal(str)

    def __init__(self, questions: Questions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picturesWindow")
        self.setWindowTitle(self.tr("Images and their answers"))
        self.rows: list[PictureRead] = []
        self._source: Source | None = None
        self._count = 0
        self._labels: tuple[str, ...] = DIGITS
        self._has_chosen = False  # a label that isn't kept yet
        self._question = Newest(questions, self)
        self._question.answered.connect(self._on_answered)
        self._question.ended.connect(self._tell)
        self._question.failed.connect(self.failed)
        self.table = self._make_table()
        self.status = caption("")
        self.status.setObjectName("picturesStatus")
        self.status.setWordWrap(True)
        self.keep_button = QPushButton(self.tr("&Keep in My drawings"))
        self.keep_button.setObjectName("keepPicturesButton")
        self.export_button = QPushButton(self.tr("E&xport…"))
        self.export_button.setObjectName("exportPicturesButton")
        self._explain()
        self._build()

    def _make_table(self) -> QTableWidget:
        names = self.tr("File"), self.tr("Answer"), self.tr("Sure"), self.tr("Keep as")
        table = PicturesTable(names)
        table.setAccessibleName(self.windowTitle())
        return table

    def _explain(self) -> None:
        self.table.setToolTip(self.tr("Press Enter or double-click to put an image on the pad"))
        self.keep_button.setToolTip(
            self.tr("Add each image to My drawings, labelled as in its last column")
        )
        self.export_button.setToolTip(self.tr("Save the list as a table (CSV)"))

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.status, 1)
        for button in (self.export_button, self.keep_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.resize(620, 420)
        self.table.cellActivated.connect(lambda row, _: self.chosen.emit(self.rows[row].path))
        self.keep_button.clicked.connect(self.keep)
        self.export_button.clicked.connect(self.export)

    def read(self, paths: list[Path], source: Source | None) -> None:
        """List these files; `source` is the model that reads them."""
        self.come_forward()
        question = self.tr("The labels that you chose are not kept yet. Read other images?")
        if self._has_chosen and not ask(self, self.windowTitle(), question):
            return
        self._has_chosen = False
        self.rows, self._source, self._count = [], source, len(paths)
        self._labels = self._known_labels()
        self.table.setRowCount(0)
        self._question.ask(read_pictures(tuple(paths)))
        self._tell()

    def _known_labels(self) -> tuple[str, ...]:
        """Return what pictures are likely to be: digits, what is kept, what can be answered."""
        labels = {*DIGITS, *(self._source.classes if self._source else ())}
        try:
            labels |= {*class_folders(own_folder()).values()}
        except DataError as error:
            self.failed.emit(in_words(error))
        return tuple(sorted(labels, key=natural_key))

    def done(self, result: int) -> None:
        """Close, and read no further."""
        self._question.cancel()
        super().done(result)

    @Slot(object)
    def _on_answered(self, read: PictureRead) -> None:
        row = len(self.rows)
        self.rows.append(read)
        self.table.insertRow(row)
        name = QTableWidgetItem(read.path.name)
        name.setToolTip(as_tip(in_words(read.problem) if read.problem else str(read.path)))
        if read.image is not None:
            paper = np.repeat(255 - read.image[..., None], 3, axis=2)
            name.setIcon(QIcon(QPixmap.fromImage(as_qimage(paper))))
        for column, item in ((FILE, name), *self._cells(read)):
            self.table.setItem(row, column, item)
        if read.image is not None:
            self.table.setCellWidget(row, KEEP, self._choice(read))
        self._tell()

    def _cells(self, read: PictureRead) -> list[tuple[int, QTableWidgetItem]]:
        answer, sure = self._words(read)
        cells = [(ANSWER, QTableWidgetItem(answer)), (SURE, QTableWidgetItem(sure))]
        for _, item in cells:
            item.setToolTip(as_tip(item.text()))
        return cells

    def _words(self, read: PictureRead) -> tuple[str, str]:
        """Return the answer, and how sure it is."""
        if read.problem:
            return self.tr("can't be read"), _NOTHING
        if read.prediction is None:
            return _NOTHING, _NOTHING
        if not read.prediction.known:
            return self._unknown, _NOTHING
        return read.prediction.label, in_percent(read.prediction.probability)

    @property
    def _unknown(self) -> str:
        if self._source and not self._source.reads_digits:
            return self.tr("nothing I know")
        return self.tr("not a digit I know")

    def _choice(self, read: PictureRead) -> LabelField:
        """Return the choice of what a picture is kept as; at first it is the answer."""
        choice = LabelField()
        choice.offer([_NOTHING, *self._labels])
        choice.setEditText(_NOTHING)
        choice.setMinimumWidth(CHOICE_PX)
        choice.setAccessibleName(fill(self.tr("Keep {0} as"), read.path.name))
        choice.setToolTip(as_tip(choice.accessibleName()))
        if read.prediction and read.prediction.known:
            choice.setEditText(read.prediction.label)
        choice.editTextChanged.connect(self._on_chosen)
        return choice

    def label_of(self, row: int) -> str:
        """Return the label that a row is kept as; "" is none."""
        choice = self.table.cellWidget(row, KEEP)
        typed = choice.label if isinstance(choice, LabelField) else ""
        return "" if typed == _NOTHING else typed

    @Slot()
    def _on_chosen(self) -> None:
        self._has_chosen = True
        self._tell()

    @Slot()
    def _tell(self) -> None:
        done = not self._question.is_awaited
        self.keep_button.setEnabled(done and any(map(self.label_of, range(len(self.rows)))))
        self.export_button.setEnabled(done)
        told = fill(self.tr("Read {0} of {1}"), len(self.rows), self._count)
        if done and self._source:
            told = fill(self.tr("Read by {0}"), self._name)
            told = ". ".join(filter(None, (told, limits(self._source, "", None))))
        self.status.setText(told)

    @property
    def _name(self) -> str:
        return source_words(self._source) if self._source else _NOTHING

    @Slot()
    def keep(self) -> None:
        """Add the pictures to one's own drawings, and tell how many are new there."""
        kept, problems = 0, []
        try:
            places = Places(own_folder())
        except DataError as error:
            self.status.setText(in_words(error))
            return
        for row, read in enumerate(self.rows):
            label = self.label_of(row)
            if not label or read.image is None:
                continue
            try:
                places.keep(read.image, label)
                kept += 1
            except DataError as error:
                problems.append(f"{read.path.name}: {in_words(error)}")
        words = self.tr("Kept %n image(s) in My drawings.", None, kept)
        self.status.setText(" ".join([words, *problems]))
        if kept:
            self._has_chosen = bool(problems)
            self.kept.emit()

    @Slot()
    def export(self) -> None:
        """Ask where to save the list, and do it."""
        path = ask_where(self, self.tr("Save the answers"), "answers.csv", self.tr("Tables"))
        if path:
            self.status.setText(write(path, self.as_csv()) or saved(path))

    def as_csv(self) -> bytes:
        """Return the list as a table's file."""
        labels = [self.label_of(row) for row in range(len(self.rows))]
        return answers_csv(self.rows, labels, self._name)
