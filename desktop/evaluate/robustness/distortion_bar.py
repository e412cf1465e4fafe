"""Which distortion, how much of it for the sketch, and what is measured."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from desktop.evaluate.robustness.augmentation_runs import PAIR
from desktop.evaluate.robustness.words import amount_words, distortion_tip, distortion_words
from desktop.i18n.engine_words import in_words
from desktop.i18n.numbers import fill
from desktop.playback.seek_slider import SeekSlider
from desktop.widgets.controls import Card
from desktop.widgets.fields import Choice
from desktop.widgets.one_line import small_line
from desktop.widgets.plain_text import Label, as_tip
from desktop.widgets.progress_bar import ProgressBar
from desktop.widgets.theme import GAP_PX
from engine.analysis.distortions import DISTORTIONS
from engine.presets import PRESETS

_PAGE = 10  # grains
_BAR_PX, _LETTERS = 90, 8


class DistortionBar(Card):
    """Signals: `chosen(str)`, a distortion by its name; `moved(float)`, how much of it;
    `acted()`, the button that measures or cancels.
    """

    chosen = Signal(str)
    moved = Signal(float)
    acted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice, self.slider = Choice(), SeekSlider()
        self.value, self.home = Label(), QPushButton(self.tr("&Reset"))
        self.about, self.bar, self.button = small_line(), ProgressBar(), QPushButton()
        self.pair = QPushButton(self.tr("Compare &augmentation"))
        self._rows = QVBoxLayout(self)
        self._build()
        self._name()
        self.choice.currentIndexChanged.connect(self._on_chosen)
        self.slider.valueChanged.connect(self._on_moved)
        self.home.clicked.connect(self.go_home)
        self.button.clicked.connect(self.acted)
        self._on_chosen()
        self.show_rest()

    @property
    def distortion(self) -> str:
        """The name of the one that is chosen."""
        name: str = self.choice.currentData()
        return name

    @property
    def amount(self) -> float:
        """How much of it the sketch suffers."""
        return DISTORTIONS[self.distortion].amount(self.slider.value())

    @Slot()
    def go_home(self) -> None:
        """Leave the sketch as it was."""
        record = DISTORTIONS[self.distortion]
        self.slider.setValue(record.grains(record.home))

    def show_progress(self, done: int, whole: int) -> None:
        """Show how much is measured."""
        self.bar.setRange(0, whole)
        self.bar.setValue(done)
        self.bar.show()
        self.button.setText(self.tr("Cancel"))
        self.button.setToolTip(as_tip(self.tr("Stop measuring; what has been drawn stays")))

    def show_rest(self, *, stopped: bool = False) -> None:
        """Show that nothing is measured: all is, or it was stopped."""
        self.bar.hide()
        self.button.setText(self.tr("Go &on") if stopped else self.tr("&Measure again"))
        tip = self.tr("Read the distorted validation images again, with the weights of the moment")
        self.button.setToolTip(as_tip(self.tr("Measure what is missing") if stopped else tip))

    @Slot()
    def _on_chosen(self) -> None:
        record = DISTORTIONS[self.distortion]
        self.slider.blockSignals(True)
        self.slider.setRange(record.grains(record.low), record.grains(record.high))
        self.go_home()
        self.slider.blockSignals(False)
        tip = distortion_tip(self.distortion)
        self.choice.setToolTip(as_tip(tip))
        text = self.tr(
            "{0}. Drag it: the sketch on the left is read with this distortion, and stays as it is."
        )
        self.slider.setToolTip(as_tip(fill(text, tip)))
        self._show_amount()
        self.chosen.emit(self.distortion)

    @Slot()
    def _on_moved(self) -> None:
        self._show_amount()
        self.moved.emit(self.amount)

    def _show_amount(self) -> None:
        words = amount_words(self.distortion, self.amount)
        self.value.setText(words)
        text = self.tr("How much the sketch is distorted: {0}, {1}")
        self.slider.setAccessibleName(fill(text, distortion_words(self.distortion), words))
        self.home.setEnabled(self.amount != DISTORTIONS[self.distortion].home)

    def _name(self) -> None:
        self.choice.setObjectName("distortion")
        self.choice.setAccessibleName(self.tr("Distortion"))
        self.slider.setObjectName("distortionAmount")
        self.slider.setPageStep(_PAGE)
        self.home.setObjectName("distortionHome")
        self.home.setToolTip(as_tip(self.tr("Show the sketch undistorted again")))
        self.about.setObjectName("robustnessSample")
        self.button.setObjectName("measureButton")
        self.bar.setAccessibleName(self.tr("Progress"))
        self.pair.setObjectName("augmentationRuns")
        tip = self.tr(
            "Trains with the presets “{0}” and “{1}”, one after the other, and draws both here. "
            "Your settings stay as they are."
        )
        self.pair.setToolTip(as_tip(fill(tip, *(in_words(PRESETS[key].name) for key in PAIR))))
        for name in DISTORTIONS:
            self.choice.addItem(distortion_words(name), name)
            role = Qt.ItemDataRole.ToolTipRole
            self.choice.setItemData(self.choice.count() - 1, as_tip(distortion_tip(name)), role)

    def _build(self) -> None:
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_PX)
        self.value.setMinimumWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        upper, lower = QHBoxLayout(), QHBoxLayout()
        for widget in (self.choice, self.slider, self.value, self.home):
            upper.addWidget(widget, int(widget is self.slider))
        lower.addWidget(self.about, 1)
        lower.addWidget(self.pair)
        lower.addWidget(self.bar)
        lower.addWidget(self.button)
        self._rows.setContentsMargins(GAP_PX, GAP_PX - 5, GAP_PX, GAP_PX - 5)
        self._rows.setSpacing(GAP_PX - 6)
        for row in (upper, lower):
            row.setSpacing(GAP_PX - 4)
            self._rows.addLayout(row)
