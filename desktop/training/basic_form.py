"""The settings that everyone meets: data, model, learning rate, batch size, epochs."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.data.dataset_list import DatasetList
from desktop.i18n.setting_words import setting_name
from desktop.training.dataset_choice import DatasetChoice
from desktop.training.fields import Field, FormRows, OptionChoice, Widths
from desktop.training.preset_choice import PresetChoice
from desktop.widgets.controls import caption
from desktop.widgets.numbers.fields import RealNumber, WholeNumber
from engine.config import REAL, WHOLE, TrainConfig

_DEFAULTS = TrainConfig()


class BasicForm(FormRows):
    """The first rows of the form."""

    def __init__(self, datasets: DatasetList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preset = PresetChoice()
        self.dataset = DatasetChoice(datasets)
        self.model = OptionChoice("modelCombo", "model")
        self.hidden = Widths("hiddenWidths")
        self.lr = RealNumber(*REAL["lr"], _DEFAULTS.lr)
        self.lr.setObjectName("learningRate")
        self.find_lr = QPushButton(self.tr("Find…"))
        self.find_lr.setObjectName("findLrButton")
        self.find_lr.setProperty("compact", True)
        self.batch_size = WholeNumber(*WHOLE["batch_size"], _DEFAULTS.batch_size)
        self.batch_size.setObjectName("batchSize")
        self.epochs = WholeNumber(*WHOLE["epochs"], _DEFAULTS.epochs)
        self.epochs.setObjectName("epochs")
        self.live_hint = caption(self.tr("can be changed during a run"))
        self.fields: dict[str, Field] = {
            "model": self.model,
            "hidden": self.hidden,
            "lr": self.lr,
            "batch_size": self.batch_size,
            "epochs": self.epochs,
        }
        self._build()

    def _build(self) -> None:
        self._begun, self._changed = self.tr("Preset"), self.tr("Preset (modified)")
        self.add(
            self._changed,
            self.preset,
            self.tr(
                "Settings that work, as a starting point: choosing a preset fills in all the "
                "other fields."
            ),
        )
        self.add(
            self.tr("Data"),
            self.dataset,
            self.tr(
                "What the network learns from. Telling two digits apart is the book's first "
                "problem."
            ),
        )
        self.add(
            setting_name("model"),
            self.model,
            self.tr(
                "linear draws one straight boundary; simple_net bends it with one hidden "
                "layer; mlp has more hidden layers; convnet looks at neighbourhoods of "
                "pixels."
            ),
        )
        self.add(
            setting_name("hidden"),
            self.hidden,
            self.tr(
                "How many neurons each hidden layer has, such as 100, 50. More neurons "
                "can learn finer differences but take longer."
            ),
        )
        self._add_lr()
        self._add_amounts()

    def _add_amounts(self) -> None:
        self.add(
            setting_name("batch_size"),
            self.batch_size,
            self.tr(
                "How many images each step looks at. Small batches mean more and noisier "
                "steps per epoch, large batches fewer and steadier ones."
            ),
        )
        self.add(
            setting_name("epochs"),
            self.epochs,
            self.tr(
                "How many times the network goes through the whole training set. More "
                "epochs bring the loss down further, until only the training images "
                "benefit."
            ),
        )

    def show_changed(self, changed: bool) -> None:
        """Say that the settings are no longer the preset's."""
        name = self._changed if changed else self._begun
        self.labels[0].setText(name)
        self.preset.setAccessibleName(name)

    def _add_lr(self) -> None:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.lr, 1)
        inside.addWidget(self.find_lr)
        self.find_lr.setAccessibleName(self.tr("Find a learning rate"))
        self.find_lr.setToolTip(
            self.tr(
                "Try larger and larger rates on a separate model and suggest one that learns fast"
            )
        )
        tip = self.tr(
            "How far each step goes down the slope. Too small, and learning crawls; too "
            "large, and the loss jumps or explodes. It can be changed during a run."
        )
        self.add(setting_name("lr"), self.lr, tip, row)
        self.find_lr.setFixedHeight(self.lr.minimumHeight())
        self.form.addRow("", self.live_hint)
        self.form.setRowVisible(self.live_hint, False)
