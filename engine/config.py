"""The settings of one training run, checked as they are made. What they do lives elsewhere."""

from dataclasses import dataclass
from numbers import Integral, Real
from typing import Any

from engine.errors import ConfigError
from engine.options import CHOICES

WHOLE: dict[str, tuple[int, int]] = {  # from, to
    "epochs": (1, 100_000),
    "batch_size": (1, 1_000_000),
    "seed": (0, 2**31 - 1),  # what the window's fields can hold
}
WIDTH, MOST_LAYERS = (1, 10_000), 20  # neurons of a hidden layer; hidden layers
REAL: dict[str, tuple[float, float]] = {
    "lr": (0, 1e6),
    "momentum": (0, 0.9999),
    "weight_decay": (0, 100),
}


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
    optimizer: str = "sgd"
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
        checked: dict[str, object] = {
            **{name: _choice(name, getattr(self, name), CHOICES[name]) for name in CHOICES},
            "bias": _flag("bias", self.bias),
            "zero_grad": _flag("zero_grad", self.zero_grad),
            **{name: whole_number(name, getattr(self, name), *WHOLE[name]) for name in WHOLE},
            **{name: _real(name, getattr(self, name), *REAL[name]) for name in REAL},
            "device": _device(self.device),
            "hidden": _widths(self.hidden),
        }
        for name, value in checked.items():  # plain ones now, where they were numpy's
            object.__setattr__(self, name, value)


def _choice(name: str, value: object, choices: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in choices:
        raise ConfigError("choose_one", name=name, value=value, choices=choices)
    return str(value)


def _flag(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise ConfigError("choose_flag", name=name, value=value)
    return value


def whole_number(name: str, value: Any, low: int, high: int) -> int:
    """Return the value as a plain int; raise ConfigError where it is none, or out of range."""
    is_whole = isinstance(value, Integral) and not isinstance(value, bool)
    if not (is_whole and low <= value <= high):
        raise ConfigError("choose_whole", name=name, value=value, low=low, high=high)
    return int(value)


def _real(name: str, value: Any, low: float, high: float) -> float:
    is_real = isinstance(value, Real) and not isinstance(value, bool)
    if not (is_real and low <= value <= high):  # NaN fails too
        raise ConfigError("choose_number", name=name, value=value, low=low, high=high)
    return float(value)


def _device(value: object) -> str:
    if not isinstance(value, str):  # whether it is there, `device` finds out
        raise ConfigError("choose_device", value=value)
    return str(value)


def _widths(value: object) -> tuple[int, ...]:
    if not isinstance(value, tuple | list):
        raise ConfigError("hidden_widths", value=value)
    if not 1 <= len(value) <= MOST_LAYERS:
        raise ConfigError("hidden_layers", layers=len(value))
    return tuple(whole_number("hidden", width, *WIDTH) for width in value)
