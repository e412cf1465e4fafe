"""The command line: what can be typed, and how it reaches `commands`.

The console script lives in `desktop.__main__`, which adds the window and its self-test.
"""

import argparse
import sys
from dataclasses import fields
from typing import Any

from engine import commands, config
from engine.errors import InkgradError
from engine.version import program_version

_CHOICES = {
    "model": config.MODELS,
    "loss": config.LOSSES,
    "schedule": config.SCHEDULES,
    "init": config.INITS,
    "activation": config.ACTIVATIONS,
    "augment": config.AUGMENTATIONS,
}
_HELP = {
    "model": "what learns: one linear layer, the book's simple_net, an mlp, or a convnet",
    "epochs": "passes over the training set",
    "lr": "learning rate: how far each step goes against the gradient",
    "batch_size": "images for one step",
    "seed": "the same seed repeats a run bit for bit on one machine",
    "device": "auto, cpu, cuda, cuda:<n> or mps",
    "loss": "what to bring down; auto: mnist_loss for two classes, cross_entropy for more",
    "momentum": "how much of the last step goes on in the next, 0 to 0.9999",
    "weight_decay": "how hard the weights are pulled toward 0",
    "schedule": "how the learning rate moves over the run",
    "bias": "give each neuron a bias",
    "zero_grad": "forget the gradients after each step; --no-zero-grad shows what that is for",
    "init": "the weights at the start",
    "activation": "the function between two layers",
    "augment": "turn and shift the training images a little, so that more drawings are read right",
    "hidden": "widths of the mlp's hidden layers, as in --hidden 100 50",
}


def build_parser() -> tuple[argparse.ArgumentParser, "argparse._SubParsersAction[Any]"]:
    """Return the parser and its list of commands, to which a program may add its own."""
    parser = argparse.ArgumentParser(
        prog="inkgrad",
        description="Draw a digit, press Train, and watch gradient descent learn to read it. "
        "Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"inkgrad {program_version()}")
    add = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    _add_train(add)
    _add_predict(add)
    _add_evaluate(add)
    _add_export(add)
    doctor = add.add_parser("doctor", help="show versions, device and data, to find what is wrong")
    doctor.add_argument("--json", action="store_true", help="print one JSON object")
    doctor.set_defaults(run=commands.doctor)
    return parser, add


def run(arguments: argparse.Namespace) -> int:
    """Carry out a parsed command; return the exit code: 0 done, 1 refused, 130 interrupted."""
    try:
        return int(arguments.run(arguments) or 0)
    except InkgradError as error:
        print(f"inkgrad: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("inkgrad: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of our output has left, as `head` does
        sys.stderr.close()
        return 1


def main(argv: list[str] | None = None) -> int:
    """Run one command without a window."""
    parser, _ = build_parser()
    arguments = parser.parse_args(argv)
    if arguments.command is None:
        parser.print_help()
        return 2
    return run(arguments)


def _add_train(add: "argparse._SubParsersAction[Any]") -> None:
    parser = add.add_parser(
        "train",
        help="train a model and watch its accuracy",
        description="Train a model. The defaults are the book's: simple_net on 3s and 7s.",
        epilog="Example: inkgrad train --dataset mnist --model convnet --epochs 1 --lr 0.1 "
        "--batch-size 64 --momentum 0.9 --schedule one_cycle --save digits.safetensors",
    )
    _add_dataset(parser)
    for field in fields(config.TrainConfig):
        _add_setting(parser, field.name, field.default)
    parser.add_argument("--save", metavar="FILE", help="write the trained model here")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    parser.set_defaults(run=commands.train)


def _add_setting(parser: argparse.ArgumentParser, name: str, default: Any) -> None:
    flag = f"--{name.replace('_', '-')}"
    options: dict[str, Any] = {"default": default, "help": f"{_HELP[name]} (%(default)s)"}
    if isinstance(default, bool):
        options["action"] = argparse.BooleanOptionalAction
    elif isinstance(default, tuple):
        options |= {"type": int, "nargs": "+", "metavar": "WIDTH"}
    else:
        options |= {"type": type(default), "choices": _CHOICES.get(name)}
    parser.add_argument(flag, **options)


def _add_predict(add: "argparse._SubParsersAction[Any]") -> None:
    parser = add.add_parser(
        "predict",
        help="read the digits in image files",
        description="Read one digit in each image: a scan, a photo, a screenshot, any size.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="an image: png, jpg, ...")
    _add_model_file(parser, "the ten-digit starter")
    parser.set_defaults(run=commands.predict)


def _add_evaluate(add: "argparse._SubParsersAction[Any]") -> None:
    parser = add.add_parser(
        "evaluate",
        help="measure a model on a validation set",
        description="Measure a model on the validation set of a dataset.",
    )
    _add_dataset(parser)
    _add_model_file(parser, "the starter that knows the dataset's classes")
    parser.set_defaults(run=commands.evaluate)


def _add_export(add: "argparse._SubParsersAction[Any]") -> None:
    parser = add.add_parser(
        "export",
        help="write a model as ONNX, for other programs",
        description="Write a model as ONNX: bytes (N, 28, 28) in, probabilities (N, C) out.",
    )
    parser.add_argument("output", metavar="OUTPUT", help="the .onnx file to write")
    _add_model_file(parser, "the ten-digit starter")
    parser.set_defaults(run=commands.export)


def _add_dataset(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--dataset",
        default="mnist_sample",
        metavar="NAME|PATH",
        help="mnist_sample (3s and 7s), mnist (ten digits), or a folder, .tgz, .zip or IDX folder "
        "(%(default)s)",
    )


def _add_model_file(parser: argparse.ArgumentParser, default: str) -> None:
    parser.add_argument("--model", metavar="FILE", help=f"a saved model (default: {default})")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
