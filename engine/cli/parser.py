"""The command line: what can be typed, and how it reaches `commands`.

The console script lives in `desktop.__main__`, which adds the window and its self-test.
`commands` and torch are imported when a command is carried out: help doesn't wait for them.
"""

import argparse
import io
import signal
import sys
from collections.abc import Callable
from typing import TypeAlias

from engine.cli.console import Console, forget_reader
from engine.cli.run_options import RUNS_EXAMPLES, add_tasks
from engine.cli.setting_options import add_settings
from engine.cli.typed import Parser, parse
from engine.errors import InkgradError, known_cause
from engine.version import program_version
from engine.words.message import Message

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"

_MANUAL = """\
examples:
  inkgrad train                                  the book's run: 3s and 7s, 40 epochs
  inkgrad train --epochs 5 --lr 0.5 --momentum 0.9 --save mine.safetensors
  inkgrad predict seven.png --model mine.safetensors
  inkgrad evaluate --dataset mnist               the ten-digit starter on MNIST's test set
  inkgrad COMMAND --help                         everything a command can do

Without a command the window opens. Exit codes: 0 done, 1 refused (the reason is on
stderr), 2 not understood, 130 interrupted."""
_TRAIN = """\
examples:
  inkgrad train                                  the book's run
  inkgrad train --no-zero-grad --epochs 3        what happens if gradients pile up?
  inkgrad train --dataset my-digits.zip --model mlp --hidden 100 50
  inkgrad train --preset ten_digits --save digits.safetensors
  inkgrad train --preset recommended --seed 3    a preset, with one setting changed
  torchrun --nproc-per-node 2 -m engine train --dataset mnist --model convnet
                                                 two processes share every batch

Ctrl-C ends a run, as SIGTERM and SIGHUP do; with --save, what it learned so far is kept."""
_PREDICT = """\
examples:
  inkgrad predict scan.png photo.jpg
  inkgrad predict --json *.png                   one JSON object per file
  inkgrad predict --several house-number.jpg     digits that stand side by side

If a file can't be read, stderr says why, and with --json so does an object with an "error"; the
other files are read all the same, and the exit code is 1."""
_EVALUATE = """\
examples:
  inkgrad evaluate --dataset mnist               the starter on MNIST's test set
  inkgrad evaluate --dataset my-digits/ --model mine.safetensors"""
_DATA = """\
examples:
  inkgrad data digit-recognizer.zip              format, classes, counts, findings
  inkgrad data emnist/emnist-letters --as-is     one set of several, untouched
  inkgrad data digits.zip --save digits.npz      the same images for NumPy

It also says what would be changed or left out, and what is odd about the images."""
_EXPORT = """\
examples:
  inkgrad export digits.onnx                     the ten-digit starter
  inkgrad export mine.onnx --model mine.safetensors

Exporting needs one more package: pip install "inkgrad[onnx]"."""


def build_parser() -> tuple[Parser, Commands]:
    """Return the parser and its list of commands, to which a program may add its own."""
    parser = Parser(
        prog="inkgrad",
        description="Draw a digit, press Train, and watch gradient descent learn to read it.",
        epilog=_MANUAL,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"inkgrad {program_version()}")
    parser.set_defaults(run=lambda _: _print_help(parser))
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    _add_train(commands)
    _add_predict(commands)
    _add_evaluate(commands)
    _add_export(commands)
    _add_data(commands)
    _add_runs(commands)
    _add_class(commands)
    doctor = _add(
        commands, "doctor", "show versions, device and data, to find out what is wrong", ""
    )
    _add_json(doctor)
    return parser, commands


def run(arguments: argparse.Namespace) -> int:
    """Carry out a parsed command; return the exit code: 0 done, 1 refused, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a file's name may be no text at all
            stream.reconfigure(errors="backslashreplace")
    try:
        return int(arguments.run(arguments) or 0)
    except BrokenPipeError:  # the reader of our output has left, as `head` does
        forget_reader()
        return 0
    except KeyboardInterrupt as interrupt:
        is_told = bool(interrupt.args)  # by the run that was interrupted
        wants_json = getattr(arguments, "json", False) and not is_told
        Console(wants_json).refuse(Message("interrupted"))
        return 130
    except (InkgradError, MemoryError, OSError, RuntimeError) as error:
        cause = known_cause(error)
        if cause is None:
            raise
        Console(getattr(arguments, "json", False)).refuse(cause)
        return 1


def main(argv: list[str] | None = None) -> int:
    """Run one command without a window."""
    parser, _ = build_parser()
    return run(parse(parser, sys.argv[1:] if argv is None else argv))


def _print_help(parser: argparse.ArgumentParser) -> int:
    parser.print_help()
    return 2


def _command(name: str) -> Callable[[argparse.Namespace], int | None]:
    """Return what carries out the function of that name in the module that has it."""

    def carry_out(arguments: argparse.Namespace) -> int | None:
        from engine.cli import class_command, commands, data_commands, predicting, run_commands

        homes = {"data": data_commands, "cache": data_commands, "runs": run_commands}  # with torch
        homes |= {"predict": predicting, "school_class": class_command}
        # Since `inkgrad_start` Ctrl-C ends the process: amid torch's import an exception aborts it.
        if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        result: int | None = getattr(homes.get(name, commands), name)(arguments)
        return result

    return carry_out


def _add(commands: Commands, name: str, summary: str, examples: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.",
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=_command(name))
    return parser


def _add_train(commands: Commands) -> None:
    parser = _add(commands, "train", "train a model and watch its accuracy", _TRAIN)
    _add_dataset(parser, None)
    add_settings(parser)
    parser.add_argument("--save", metavar="FILE", help="write the trained model here")
    _add_json(parser)


def _add_predict(commands: Commands) -> None:
    parser = _add(commands, "predict", "read the digit in each image file, of any size", _PREDICT)
    parser.add_argument("files", nargs="+", metavar="FILE", help="an image: png, jpg, ...")
    parser.add_argument("--several", action="store_true", help="read each digit of a number")
    _add_model_file(parser, "the ten-digit starter")
    _add_json(parser)


def _add_evaluate(commands: Commands) -> None:
    parser = _add(commands, "evaluate", "measure a model on a validation set", _EVALUATE)
    _add_dataset(parser)
    _add_model_file(parser, "the starter that knows the dataset's classes")
    _add_json(parser)


def _add_export(commands: Commands) -> None:
    summary = "export a model to ONNX: uint8 (N, 28, 28) in, probabilities (N, C) out"
    parser = _add(commands, "export", summary, _EXPORT)
    parser.add_argument("output", metavar="OUTPUT", help="the .onnx file to write")
    _add_model_file(parser, "the ten-digit starter")
    _add_json(parser)


def _add_data(commands: Commands) -> None:
    data = _add(commands, "data", "describe a dataset, and anything odd about it", _DATA)
    data.add_argument("dataset", metavar="NAME|PATH", help="what --dataset takes elsewhere")
    _add_as_is(data)
    data.add_argument("--save", metavar="PATH", help="write it there: a file .npz, or a new folder")
    data.add_argument(
        "--form",
        choices=("folders", "csv", "idx"),
        default="folders",
        help="how it is written to a folder (%(default)s)",
    )
    _add_json(data)
    cache = _add(commands, "cache", "show what is in the cache of datasets, or empty it", "")
    cache.add_argument("--empty", action="store_true", help="remove everything in it")
    _add_json(cache)


def _add_runs(commands: Commands) -> None:
    summary = "list the kept runs, or show, export, import, delete or compare some"
    add_tasks(_add(commands, "runs", summary, RUNS_EXAMPLES))


def _add_class(commands: Commands) -> None:
    summary = "put what pupils have exported into one table"
    parser = _add(commands, "class", summary, "")
    parser.set_defaults(run=_command("school_class"))
    parser.add_argument("folder", metavar="FOLDER", help="where their .json or .csv files lie")
    parser.add_argument("--csv", metavar="FILE", help="write the table here, for the gradebook")
    _add_json(parser)


def _add_as_is(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-is", action="store_true", help="leave light paper and turned images as they are"
    )


def _add_dataset(parser: argparse.ArgumentParser, default: str | None = "mnist_sample") -> None:
    told = default or "the preset's"
    parser.add_argument(
        "--dataset",
        default=default,
        metavar="NAME|PATH",
        help="mnist_sample (3s and 7s), mnist (ten digits), pens (ten digits drawn with a pen), "
        "mnist+pens, or the path of a folder, an archive, "
        f"a table or a .npz ({told}); docs/data.md lists the formats",
    )
    _add_as_is(parser)


def _add_model_file(parser: argparse.ArgumentParser, default: str) -> None:
    parser.add_argument("--model", metavar="FILE", help=f"a saved model (default: {default})")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object per line")
