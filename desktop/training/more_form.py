"""The settings for people who want to know: loss, optimizer, first weights, chance, device."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.i18n.setting_words import setting_name, setting_value
from desktop.training.fields import Field, FormRows, NamedChoice, OptionChoice, Switch
from desktop.widgets.numbers.fields import RealNumber, WholeNumber
from engine.config import REAL, WHOLE, TrainConfig

_DEFAULTS = TrainConfig()


class DeviceChoice(NamedChoice):
    """Offers "auto" and, once the worker has told, what this machine has."""

    def __init__(self) -> None:
        super().__init__("deviceCombo")
        self.addItem(setting_value("device", "auto"), "auto")
        self._is_known = False

    def setValue(self, plain: str) -> None:
        """Choose a device: "auto" where another machine's was meant, once this one's are known."""
        if self.index_of(plain) < 0:
            if self._is_known:
                plain = "auto"
            else:
                self.addItem(plain, plain)
        super().setValue(plain)

    def offer(self, names: tuple[str, ...]) -> None:
        """Offer these, and go back to "auto" where another was chosen."""
        chosen = self.value()
        self.blockSignals(True)
        while self.count() > 1:
            self.removeItem(1)
        for name in names:
            self.addItem(name, name)
        self._is_known = True
        self.setValue(chosen)
        self.blockSignals(False)


class MoreForm(FormRows):
    """The rows behind "More settings"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.momentum = RealNumber(*REAL["momentum"], _DEFAULTS.momentum)
        self.momentum.setObjectName("momentum")
        self.weight_decay = RealNumber(*REAL["weight_decay"], _DEFAULTS.weight_decay)
        self.weight_decay.setObjectName("weightDecay")
        self.seed = WholeNumber(*WHOLE["seed"], _DEFAULTS.seed)
        self.seed.setObjectName("seed")
        self.loss = OptionChoice("lossCombo", "loss")
        self.optimizer = OptionChoice("optimizerCombo", "optimizer")
        self.schedule = OptionChoice("scheduleCombo", "schedule")
        self.activation = OptionChoice("activationCombo", "activation")
        self.init = OptionChoice("initCombo", "init")
        self.augment = OptionChoice("augmentCombo", "augment")
        self.augment.setMinimumContentsLength(3)  # there is a button beside it
        self.see_augmented = QPushButton(self.tr("Show"))
        self.see_augmented.setObjectName("seeAugmentedButton")
        self.see_augmented.setProperty("compact", True)
        self.bias = Switch("bias", self.tr("in every layer"))
        self.zero_grad = Switch("zeroGrad", self.tr("after each step"))
        self.device = DeviceChoice()
        self.fields = self._name_fields()
        self._build_learning()
        self._build_steps()
        self._build_start()

    def _name_fields(self) -> dict[str, Field]:
        return {
            "loss": self.loss,
            "activation": self.activation,
            "optimizer": self.optimizer,
            "momentum": self.momentum,
            "weight_decay": self.weight_decay,
            "schedule": self.schedule,
            "augment": self.augment,
            "init": self.init,
            "bias": self.bias,
            "zero_grad": self.zero_grad,
            "seed": self.seed,
            "device": self.device,
        }

    def _build_learning(self) -> None:
        self.add(
            setting_name("loss"),
            self.loss,
            self.tr(
                "What each step tries to make smaller. It must have a slope; accuracy has none."
            ),
        )
        self.add(
            setting_name("activation"),
            self.activation,
            self.tr(
                "What comes between two layers. Without it, several layers can do no more than one."
            ),
        )

    def _build_steps(self) -> None:
        self.add(
            setting_name("optimizer"),
            self.optimizer,
            self.tr("How the gradients become a step. Adam needs lower learning rates than SGD."),
        )
        self.add(
            setting_name("momentum"),
            self.momentum,
            self.tr(
                "How much of the last step carries over into the next. 0.9 rolls over "
                "small bumps and makes steps ten times as long."
            ),
        )
        self.add(
            setting_name("weight_decay"),
            self.weight_decay,
            self.tr(
                "Pulls every weight a little towards zero, which keeps a model from memorising."
            ),
        )
        self.add(
            setting_name("schedule"),
            self.schedule,
            self.tr("How the learning rate changes over the run."),
        )
        self._add_augment()

    def _add_augment(self) -> None:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.augment, 1)
        inside.addWidget(self.see_augmented)
        tip = self.tr(
            "Shows each image a little differently every time, so that the network learns to read "
            "drawings too."
        )
        self.add(setting_name("augment"), self.augment, tip, row)
        self.see_augmented.setAccessibleName(self.tr("See augmented images"))
        self.see_augmented.setToolTip(
            self.tr("See images of the first batch as the network will see them")
        )
        self.see_augmented.setFixedHeight(self.augment.minimumHeight())

    def _build_start(self) -> None:
        self.add(setting_name("init"), self.init, self.tr("Where learning starts."))
        self.add(
            setting_name("bias"),
            self.bias,
            self.tr("A number that each neuron adds: without it, a blank image always gives zero."),
        )
        self.add(
            setting_name("zero_grad"),
            self.zero_grad,
            self.tr(
                "Untick it to forget on purpose: each step then adds all earlier gradients to "
                "its own."
            ),
        )
        self.add(
            setting_name("seed"),
            self.seed,
            self.tr(
                "Where the random numbers start: the same seed gives the same weights and "
                "batches again."
            ),
        )
        self.add(
            setting_name("device"),
            self.device,
            self.tr("Where the computing is done. auto picks the fastest device on this computer."),
        )
