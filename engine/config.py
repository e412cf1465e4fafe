"""The settings of one training run, checked as they are made. What they do lives elsewhere."""

from dataclasses import dataclass

from engine.errors import ConfigError

MODELS = ("linear", "simple_net", "mlp", "convnet")
LOSSES = ("auto", "mnist_loss", "cross_entropy", "accuracy")
SCHEDULES = ("constant", "one_cycle")
INITS = ("random", "zeros", "large")
ACTIVATIONS = ("relu", "sigmoid", "tanh", "none")
AUGMENTATIONS = ("off", "gentle")


@dataclass(frozen=True)
class TrainConfig:
    """How to train; the defaults are the book's. Raises ConfigError where a value can't work."""

    model: str = "simple_net"
    epochs: int = 40
    lr: float = 0.1
    batch_size: int = 256
    seed: int = 0
    device: str = "auto"  # "auto", "cpu", "cuda", "cuda:1", "mps"
    loss: str = "auto"  # mnist_loss for two classes, cross_entropy for more
    momentum: float = 0.0
    weight_decay: float = 0.0
    schedule: str = "constant"
    bias: bool = True
    zero_grad: bool = True  # False: forget it on purpose and watch
    init: str = "random"
    activation: str = "relu"
    augment: str = "off"
    hidden: tuple[int, ...] = (30,)  # widths of the mlp's hidden layers

    def __post_init__(self) -> None:
        _check_choice("model", self.model, MODELS)
        _check_choice("loss", self.loss, LOSSES)
        _check_choice("schedule", self.schedule, SCHEDULES)
        _check_choice("init", self.init, INITS)
        _check_choice("activation", self.activation, ACTIVATIONS)
        _check_choice("augment", self.augment, AUGMENTATIONS)
        _check_choice("bias", self.bias, (True, False))
        _check_choice("zero_grad", self.zero_grad, (True, False))
        _check_whole("epochs", self.epochs, 1, 100_000)
        _check_whole("batch_size", self.batch_size, 1, 1_000_000)
        _check_whole("seed", self.seed, 0, 2**63 - 1)
        _check_range("lr", self.lr, 0, 1e6)
        _check_range("momentum", self.momentum, 0, 0.9999)
        _check_range("weight_decay", self.weight_decay, 0, 100)
        if not 1 <= len(self.hidden) <= 20:
            raise ConfigError(f"hidden has {len(self.hidden)} layers: give from 1 to 20 widths.")
        for width in self.hidden:
            _check_whole("hidden", width, 1, 10_000)


def _check_choice(name: str, value: object, choices: tuple[object, ...]) -> None:
    if value not in choices:
        raise ConfigError(f"{name} is {value!r}: choose one of {', '.join(map(str, choices))}.")


def _check_whole(name: str, value: object, low: int, high: int) -> None:
    if not isinstance(value, int):
        raise ConfigError(f"{name} is {value!r}: choose a whole number from {low} to {high}.")
    _check_range(name, value, low, high)


def _check_range(name: str, value: object, low: float, high: float) -> None:
    if not isinstance(value, int | float) or not low <= value <= high:  # NaN fails too
        raise ConfigError(f"{name} is {value!r}: choose a number from {low:g} to {high:g}.")
