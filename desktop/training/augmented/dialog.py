"""Shows images of a batch as the network sees them, and again as it sees them the next time."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from desktop.data.thumbnails import Thumbnails
from desktop.training.augmented.questions import Batch, see_batch
from desktop.widgets.controls import caption
from desktop.widgets.dialog import Dialog
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX
from desktop.worker.messages import DataSource
from desktop.worker.questions import Newest, Questions
from engine.config import TrainConfig

_COLUMNS, _ROWS = 6, 4


class AugmentedDialog(Dialog):
    """Signals: `failed(str)` a sentence for people."""

    failed = Signal(str)

    def __init__(
        self, questions: Questions, dataset: DataSource, config: TrainConfig, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("augmentedDialog")
        self.setWindowTitle(self.tr("What the network sees"))
        self._dataset, self._config, self._time = dataset, config, 0
        self._question = Newest(questions, self)
        self._question.answered.connect(self._on_answered)
        self._question.failed.connect(self._on_failed)
        self.images = Thumbnails(self.tr("Images of a batch"), lines=1)
        self.images.setObjectName("augmentedImages")
        self.again = QPushButton(self.tr("&Next epoch"))
        self.again.setObjectName("augmentAgain")
        self._build()
        self._connect()
        self._ask()

    def _build(self) -> None:
        is_off = self._config.augment == "off"
        note = caption(
            self.tr(
                "The first images of the first batch. Without augmentation they look the same "
                "each time."
            )
            if is_off
            else self.tr(
                "The first images of the first batch, as they are augmented. Each time the network "
                "sees them they look a little different."
            )
        )
        note.setWordWrap(True)
        self.again.setToolTip(
            as_tip(self.tr("Show the same images as the network sees them in the next epoch"))
        )
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.addButton(self.again, QDialogButtonBox.ButtonRole.ActionRole)
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        self.images.show_images((), empty=self.tr("Getting the images ready…"))
        cell = self.images.grid.cell
        self.images.setMinimumSize(_COLUMNS * (cell.height() - 6) + 12, _ROWS * cell.height())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP_PX, GAP_PX + 4, 2 * GAP_PX, GAP_PX + 4)
        layout.setSpacing(GAP_PX)
        layout.addWidget(note)
        layout.addWidget(self.images, 1)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.again.clicked.connect(self._on_again)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._question.cancel)

    def _ask(self) -> None:
        self._question.ask(see_batch(self._dataset, self._config, self._time))

    @Slot()
    def _on_again(self) -> None:
        self._time += 1
        self._ask()

    @Slot(object)
    def _on_answered(self, batch: Batch) -> None:
        chosen = self.images.current
        self.images.show_images(batch.images, lambda index: (batch.names[index],))
        self.images.select(chosen)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.failed.emit(sentence)
        self.reject()
