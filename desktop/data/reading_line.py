"""How far the reading of the chosen dataset is, at the foot of the window, with a way to end it."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.app_model import AppModel
from desktop.data.dataset_list import place_of
from desktop.i18n.numbers import fill
from desktop.widgets.plain_text import Label
from desktop.widgets.progress_bar import ProgressBar
from desktop.worker.messages import Origin

_CALM_MS = 300  # what is read sooner isn't worth a word
_BAR_PX = 120
_STEPS = 1000  # of a bar for bytes, whose number may be too large for it


class ReadingLine(QWidget):
    """Shown while the chosen dataset is read, unless the reader's run tells of it itself, and
    while another is fetched.
    """

    def __init__(self, model: AppModel) -> None:
        super().__init__()
        self.setObjectName("readingLine")
        self._model = model
        self._title = ""
        self.text = Label()
        self.bar = ProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_PX)
        self.bar.setAccessibleName(self.tr("Images read"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setObjectName("cancelReading")
        self.cancel.setProperty("compact", True)
        self.cancel.setToolTip(self.tr("Cancel and go back to the previous dataset"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.text, self.bar, self.cancel):
            layout.addWidget(widget)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._show)
        checking = model.checking
        checking.began.connect(self._on_began)
        checking.progressed.connect(self._on_progressed)
        checking.ended.connect(self._on_ended)
        self.cancel.clicked.connect(self._on_cancelled)
        fetching = model.fetching
        fetching.began.connect(self._on_fetch_began)
        fetching.progressed.connect(self._on_fetch_progressed)
        fetching.ended.connect(self._on_ended)
        model.trainer.state_changed.connect(self._show)
        self.hide()

    @Slot()
    def _on_began(self) -> None:
        place = place_of(self._model.datasets.chosen)
        name = place if isinstance(place, str) else place.name
        self.text.setText(fill(self.tr("Reading {0}…"), name))
        self.bar.setRange(0, 0)
        self._calm.start()

    @Slot(int, int)
    def _on_progressed(self, done: int, images: int) -> None:
        if images:
            self.text.setText(fill(self.tr("Reading image {0:,} of {1:,}"), done, images))
            self.bar.setRange(0, images)
            self.bar.setValue(done)

    @Slot(str)
    def _on_fetch_began(self, title: str) -> None:
        self.text.setText(fill(self.tr("Downloading {0}…"), title))
        self._title = title
        self.bar.setRange(0, 0)
        self._calm.start()

    @Slot(object, object)
    def _on_fetch_progressed(self, done: int, whole: int) -> None:
        words = self.tr("Downloading {0}: {1:,.1f} of {2:,.1f} MB")
        self.text.setText(fill(words, self._title, done / 1e6, whole / 1e6))
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(done * _STEPS // whole)

    @Slot()
    def _on_cancelled(self) -> None:
        if self._model.fetching.is_under_way:
            self._model.fetching.cancel()
        else:
            self._model.checking.cancel()

    @Slot()
    def _on_ended(self) -> None:
        self._calm.stop()
        self.hide()

    @Slot()
    def _show(self) -> None:
        is_told = self._model.trainer.origin is Origin.READER
        if not self._calm.isActive():
            reads = self._model.checking.is_under_way and not is_told
            self.setVisible(reads or self._model.fetching.is_under_way)
