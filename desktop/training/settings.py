"""The form of a run's settings: what to learn from, which model, how fast, how long."""

from PySide6.QtWidgets import QFormLayout, QWidget

from desktop.controls import Choice, RealNumber, WholeNumber, caption
from desktop.training.dataset_choice import DatasetChoice
from engine.config import MODELS, TrainConfig

FRAME_PX = 15  # what a field is higher than its text
_DEFAULTS = TrainConfig()


class SettingsForm(QWidget):
    """Fields for a TrainConfig; `config()` reads them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dataset = DatasetChoice()
        self.model = _choice("modelCombo", MODELS, _DEFAULTS.model)
        self.lr = RealNumber(0, 1000, _DEFAULTS.lr)
        self.lr.setObjectName("learningRate")
        self.batch_size = WholeNumber(1, 100_000, _DEFAULTS.batch_size)
        self.batch_size.setObjectName("batchSize")
        self.epochs = WholeNumber(1, 10_000, _DEFAULTS.epochs)
        self.epochs.setObjectName("epochs")
        self.seed = WholeNumber(0, 2**31 - 1, _DEFAULTS.seed)
        self.seed.setObjectName("seed")
        self.device = _choice("deviceCombo", ("auto", "cpu", "cuda", "mps"), _DEFAULTS.device)
        self._build()

    def config(self) -> TrainConfig:
        """Return the settings; raises ConfigError where they make no sense together."""
        return TrainConfig(
            model=self.model.currentText(),
            epochs=self.epochs.value(),
            lr=self.lr.value(),
            batch_size=self.batch_size.value(),
            seed=self.seed.value(),
            device=self.device.currentText(),
        )

    def show_config(self, config: TrainConfig) -> None:
        """Put settings into the fields."""
        self.model.setCurrentText(config.model)
        self.epochs.setValue(config.epochs)
        self.lr.setValue(config.lr)
        self.batch_size.setValue(config.batch_size)
        self.seed.setValue(config.seed)
        self.device.setCurrentText(config.device)

    def lock(self, locked: bool) -> None:
        """Keep what can't change during a run from being changed; the learning rate can."""
        for field in (self.dataset, self.model, self.batch_size, self.epochs, self.seed):
            field.setDisabled(locked)
        self.device.setDisabled(locked)

    def _build(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field, tip in self._rows():
            label = caption(name)
            label.setBuddy(field)
            label.setToolTip(tip)
            field.setToolTip(tip)
            field.setAccessibleName(name)
            for widget in (label, field):
                widget.setFixedHeight(field.fontMetrics().height() + FRAME_PX)
            form.addRow(label, field)

    def _rows(self) -> list[tuple[str, QWidget, str]]:
        tr = self.tr
        return [
            (
                tr("Data"),
                self.dataset,
                tr("What the network learns from. Two digits are the book's first problem."),
            ),
            (
                tr("Model"),
                self.model,
                tr(
                    "linear draws one straight border; simple_net bends it with one hidden layer; "
                    "mlp has more of them; convnet looks at neighbourhoods of pixels."
                ),
            ),
            (
                tr("Learning rate"),
                self.lr,
                tr(
                    "How far each step goes down the slope. Too small and learning crawls, too "
                    "large and the loss jumps or explodes. It can be changed while the run goes on."
                ),
            ),
            (
                tr("Batch size"),
                self.batch_size,
                tr(
                    "How many images each step looks at. Small batches take more and noisier "
                    "steps an epoch, large ones fewer and steadier."
                ),
            ),
            (
                tr("Epochs"),
                self.epochs,
                tr("How many times the whole training set is gone through."),
            ),
            (
                tr("Seed"),
                self.seed,
                tr("Where chance begins: the same seed gives the same weights and batches again."),
            ),
            (
                tr("Device"),
                self.device,
                tr("Where the arithmetic runs. auto takes the fastest that this machine has."),
            ),
        ]


def _choice(name: str, items: tuple[str, ...], chosen: str) -> Choice:
    choice = Choice()
    choice.setObjectName(name)
    choice.addItems(items)
    choice.setCurrentText(chosen)
    return choice
