"""A look at everything that the engine stands on, each thing opened once. The words only.

Versions of the window's parts come from `desktop`.
"""

import platform
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

import platformdirs

from engine.data.formats import FORMATS
from engine.datasets import load_dataset
from engine.device import choose_device
from engine.errors import InkgradError
from engine.hardware.graphics_cards import way_to_gpu
from engine.inference.classifier import STARTERS, Classifier
from engine.version import program_version
from engine.words.message import Message, reason

_PACKAGES = ("torch", "numpy", "pillow", "safetensors")


def examine() -> tuple[dict[str, str], list[Message]]:
    """Return facts by name, and what is wrong."""
    facts = {
        "inkgrad": program_version(),
        "python": platform.python_version(),
        "system": platform.platform(),
        **{name: _version(name) for name in _PACKAGES},
        "cache": platformdirs.user_cache_dir("inkgrad"),
    }
    problems: list[Message] = []
    looks: dict[str, Callable[[], str]] = {
        "device": _device,
        "data": _data,
        "formats": _formats,
        "starters": _starters,
    }
    for name, look in looks.items():
        try:
            facts[name] = look()
        except InkgradError as error:
            problems.append(error.message)
        except OSError as error:
            problems.append(Message("system_refused", reason=reason(error)))
    return facts, problems


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # a frozen program may leave out a package's description
        return "unknown"


def _device() -> str:
    reason = choose_device().reason
    way = way_to_gpu(reason)
    return f"{reason}. {way}" if way else str(reason)


def _data() -> str:
    mnist = load_dataset("mnist")
    counts = Message(
        "dataset_counts", dataset=mnist.name, train=len(mnist.train), valid=len(mnist.valid)
    )
    return str(counts)


def _formats() -> str:
    return "; ".join(str(form.summary) for form in FORMATS)


def _starters() -> str:
    digits = {name: len(Classifier.starter(name).classes) for name in STARTERS}
    return ", ".join(str(Message("starter_digits", name=name, n=n)) for name, n in digits.items())
