"""The settings of a run as options of the command line: what they take and what they mean."""

import argparse
import re
from dataclasses import fields, replace
from functools import partial
from typing import Any

from engine.config import REAL, TrainConfig
from engine.options import CHOICES
from engine.presets import PRESETS
from engine.words.message import Message

_HELP = {
    "model": "what learns: a linear layer, the book's simple_net, an mlp, or one of two convnets",
    "epochs": "passes over the training set",
    "lr": "learning rate: how far each step goes against the gradient",
    "batch_size": "images per step",
    "seed": "the same seed repeats a run; bit for bit on one computer with OMP_NUM_THREADS=1",
    "device": "auto, cpu, cuda, cuda:<n> or mps",
    "loss": "what to minimise; auto: mnist_loss for two classes, cross_entropy for more",
    "optimizer": "how the gradients become a step",
    "momentum": "how much of the last step carries over into the next, 0 to 0.9999",
    "weight_decay": "how strongly the weights are pulled towards 0",
    "schedule": "how the learning rate changes over the run",
    "bias": "give each neuron a bias",
    "zero_grad": "forget the gradients after each step; --no-zero-grad shows what that is for",
    "init": "the initial weights",
    "activation": "the function between two layers",
    "augment": "turn, slant and thicken the images a little, so that drawings are read better",
    "hidden": "widths of the mlp's hidden layers, as in --hidden 100 50",
}

# No 1_0 and no digits of other scripts, which Python takes; nan and inf are refused with the range.
_WHOLE = re.compile(r"[-+]?\d+", re.ASCII)
_REAL = re.compile(
    r"[-+]?(?:(\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|nan|inf(?:inity)?)", re.ASCII | re.IGNORECASE
)


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Add `--preset`, and an option for every setting of TrainConfig."""
    parser.add_argument(
        "--preset",
        choices=tuple(PRESETS),
        default="book",
        help="settings to start from (%(default)s); the options below override them",
    )
    for field in fields(TrainConfig):
        _add_setting(parser, field.name, field.default)


def chosen_config(arguments: argparse.Namespace) -> TrainConfig:
    """Return the preset's settings, but for those that were typed. Raises ConfigError."""
    typed = {f.name: getattr(arguments, f.name, None) for f in fields(TrainConfig)}
    changes: dict[str, Any] = {name: value for name, value in typed.items() if value is not None}
    if "hidden" in changes:
        changes["hidden"] = tuple(changes["hidden"])
    return replace(PRESETS[arguments.preset].config, **changes)


def chosen_dataset(arguments: argparse.Namespace) -> str:
    """Return the dataset that was typed, or else the preset's."""
    return str(arguments.dataset or PRESETS[arguments.preset].dataset)


def _add_setting(parser: argparse.ArgumentParser, name: str, default: Any) -> None:
    flag = f"--{name.replace('_', '-')}"
    options: dict[str, Any] = {"default": None, "help": f"{_HELP[name]} ({default})"}
    if isinstance(default, bool):
        options["action"] = argparse.BooleanOptionalAction
    elif isinstance(default, tuple):
        options |= {"type": _whole, "nargs": "+", "metavar": "WIDTH"}
        options["help"] = f"{_HELP[name]} ({' '.join(map(str, default))})"
    else:
        read = {int: _whole, float: partial(_real, name)}.get(type(default), str)
        options |= {"type": read, "choices": CHOICES.get(name)}
        options["metavar"] = None if name in CHOICES else "N" if default != "auto" else "NAME"
    parser.add_argument(flag, **options)


def _whole(text: str) -> int:
    if not _WHOLE.fullmatch(text.strip()):
        raise _refusal("argument_not_whole", text)
    try:
        return int(text)
    except ValueError:  # of thousands of digits
        raise _refusal("argument_not_whole", text) from None


def _real(setting: str, text: str) -> float:
    typed = _REAL.fullmatch(text.strip())
    if not typed:
        raise _refusal("argument_not_real", text)
    value = float(text)
    if not value and (typed[1] or "").strip("0."):  # 1e-999 is below all that a float holds
        low, high = REAL[setting]
        raise _refusal("number_out_of_range", text, low=low, high=high)
    return value


def _refusal(code: str, typed: str, **limits: float) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(str(Message(code, typed=typed, **limits)))
