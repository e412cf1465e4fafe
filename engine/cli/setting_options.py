"""The settings of a run as options of the command line: what they take and what they mean."""

import argparse
from dataclasses import fields, replace
from typing import Any

from engine.config import TrainConfig
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
        read = {int: _whole, float: _real}.get(type(default), str)
        options |= {"type": read, "choices": CHOICES.get(name)}
        options["metavar"] = None if name in CHOICES else "N" if default != "auto" else "NAME"
    parser.add_argument(flag, **options)


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(str(Message("argument_not_whole", typed=text))) from None


def _real(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(str(Message("argument_not_real", typed=text))) from None
