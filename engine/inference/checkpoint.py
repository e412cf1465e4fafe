"""A model as a file: safetensors for the weights, JSON beside them for all that they need.

Nothing in such a file is ever executed. What a model answers is `classifier`'s job.
"""

import errno
import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import IO, Any

import safetensors
import safetensors.torch
import torch
from torch import Tensor, nn

from engine.config import TrainConfig
from engine.data.assembly import LIMIT_CLASSES
from engine.data.class_names import LONGEST, printable
from engine.errors import InkgradError, ModelFileError
from engine.files import beside, check_replaceable, write_whole
from engine.inference.weights_file import LARGEST_BYTES, Head, open_weights, read_head, refusal
from engine.models import build_model
from engine.version import program_version
from engine.words.message import reason

FORMAT = 1  # raised when older programs could no longer read the file
_KEY = "inkgrad"
_KINDS = ("F64", "F32", "F16", "BF16", "I64", "I32", "I16", "I8", "U8", "BOOL")  # torch's own
_BROADEST = 8  # bytes of a number
TEMPERATURES = 0.01, 100.0  # far beyond any that calibration finds


@dataclass(frozen=True)
class ModelCard:
    """What a model is: all that is needed to build it again and to know where it came from."""

    classes: tuple[str, ...]
    config: TrainConfig
    accuracy: float | None = None  # on the validation set, 0 to 1
    dataset: str = ""
    fingerprint: str = ""  # of the dataset that it learned from
    temperature: float = 1.0  # the logits are divided by it, so that 90 % means 9 times in 10
    refuse_above: float | None = None  # set: the last logit means "no digit", refused above it
    look_again_below: float | None = None  # set: less sure answers come from more views than one
    version: str = field(default_factory=program_version)
    format: int = FORMAT

    @property
    def outputs(self) -> int:
        """How many logits the model gives for its classes, the "no digit" one included."""
        return len(self.classes) + (self.refuse_above is not None)


def save_model(path: Path, model: nn.Module, card: ModelCard) -> None:
    """Write model and card to `path`, whole or not at all. Raises ModelFileError."""
    save_weights(path, model.state_dict(), card)


def save_weights(path: Path, weights: dict[str, Tensor], card: ModelCard) -> None:
    """Write the model of a card that has these weights, as `save_model` does."""
    tensors = {name: t.detach().cpu().contiguous() for name, t in weights.items()}
    if not all(torch.isfinite(t).all() for t in tensors.values()):
        raise ModelFileError("model_of_no_numbers", file=path)
    data = safetensors.torch.save(tensors, {_KEY: json.dumps(asdict(card))})
    try:
        write_whole(path, data)
    except OSError as error:
        raise ModelFileError("model_unwritten", file=path, reason=reason(error)) from error


def check_writable(path: Path) -> None:
    """Raise ModelFileError where no file can be written at `path`: before the work, not after."""
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        check_replaceable(path)
        probe = beside(path)
        open(probe, "xb").close()
        probe.unlink()
    except OSError as error:
        raise ModelFileError("model_unwritable", file=path, reason=reason(error)) from error


def load_model(path: Path) -> tuple[nn.Sequential, ModelCard]:
    """Read a model and its card, both checked. Raises ModelFileError, and says what is wrong."""
    with open_weights(path) as file:
        head = read_head(file, path)
        card = _card(path, head.words.get(_KEY, ""))
        with torch.device("meta"):  # shapes without memory: a file may claim to be any size
            expected = build_model(card.config, card.outputs).state_dict()
        _check_shapes(path, card, expected, head)
        tensors = _load(file, path)
    _check_numbers(path, expected, tensors)
    model = build_model(card.config, card.outputs)
    model.load_state_dict(tensors)
    return model.eval(), card


def _load(file: IO[bytes], path: Path) -> dict[str, Tensor]:
    file.seek(0)
    data = file.read(LARGEST_BYTES)
    try:
        return safetensors.torch.load(data)
    except safetensors.SafetensorError as error:
        raise refusal(path, data) from error


def _card(path: Path, text: object) -> ModelCard:
    if not isinstance(text, str) or not text:
        raise ModelFileError("model_without_card", file=path)
    try:
        return parse_card(json.loads(text))
    except (ValueError, RecursionError, TypeError, KeyError, AttributeError) as error:
        raise ModelFileError("card_garbled", file=path) from error
    except InkgradError as error:
        raise ModelFileError("card_wrong", file=path, cause=error) from error


def parse_card(values: dict[str, Any]) -> ModelCard:
    """Check what a file says of its model. Raises what `_card` catches."""
    if type(values["format"]) is not int or values["format"] < 1:
        raise ModelFileError("card_format")
    if values["format"] > FORMAT:
        raise ModelFileError("card_newer")
    _check_classes(values["classes"])
    _check_number(values, "temperature", *TEMPERATURES)
    for name in ("accuracy", "refuse_above", "look_again_below"):
        if values.get(name) is not None:
            _check_number(values, name, 0, 1)
    for name in ("dataset", "fingerprint", "version"):
        if not isinstance(values.get(name, ""), str):
            raise ModelFileError("card_text", name=name)
    values = {
        **values,
        "classes": tuple(values["classes"]),
        "config": TrainConfig(**_known(TrainConfig, values["config"])),
    }
    return ModelCard(**_known(ModelCard, values))


def _check_classes(classes: object) -> None:
    if not isinstance(classes, list) or not all(isinstance(name, str) for name in classes):
        raise ModelFileError("card_classes")
    if len(classes) < 2 or len(set(classes)) != len(classes):
        raise ModelFileError("card_too_few_classes")
    if len(classes) > LIMIT_CLASSES or any(len(name) > LONGEST for name in classes):
        raise ModelFileError("card_class_limits", most=LIMIT_CLASSES, longest=LONGEST)
    if any(not name or name != printable(name) for name in classes):
        raise ModelFileError("card_class_names")


def _check_number(values: dict[str, Any], name: str, low: float, high: float) -> None:
    number = values.get(name, low)
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise ModelFileError("card_number", name=name)
    if not low <= number <= high:  # NaN fails too
        raise ModelFileError("card_range", name=name, low=low, high=high)


def _known(cls: type[Any], values: dict[str, Any]) -> dict[str, Any]:
    """Leave out what this version doesn't know; what is missing takes its default."""
    names = {f.name for f in fields(cls)}
    return {name: value for name, value in values.items() if name in names}


def _check_shapes(path: Path, card: ModelCard, expected: dict[str, Tensor], head: Head) -> None:
    """Raise ModelFileError unless the file claims to hold what its model needs and no more."""
    model, classes = card.config.model, len(card.classes)
    for name in sorted({*expected, *head.shapes}):
        if name not in expected:
            raise ModelFileError(
                "model_has_more", file=path, name=name, model=model, classes=classes
            )
        if name not in head.shapes:
            raise ModelFileError("model_lacks", file=path, name=name, model=model, classes=classes)
        found, wanted = str(head.shapes[name]), str(tuple(expected[name].shape))
        if found != wanted:
            raise ModelFileError(
                "model_shape",
                file=path,
                name=name,
                model=model,
                classes=classes,
                found=found,
                wanted=wanted,
            )
        if head.kinds[name] not in _KINDS:
            kind, usual = head.kinds[name], str(expected[name].dtype)
            raise ModelFileError("model_kind", file=path, name=name, found=kind, wanted=usual)
    most = head.size + _BROADEST * sum(tensor.numel() for tensor in expected.values())
    if head.file_size > most:
        raise refusal(path, b"")


def _check_numbers(path: Path, expected: dict[str, Tensor], found: dict[str, Tensor]) -> None:
    """Raise ModelFileError where the weights are of another kind, or no numbers any more."""
    for name, tensor in sorted(found.items()):
        if tensor.is_floating_point() != expected[name].is_floating_point():
            raise ModelFileError(
                "model_kind",
                file=path,
                name=name,
                found=str(tensor.dtype),
                wanted=str(expected[name].dtype),
            )
        if not torch.isfinite(tensor.float()).all():
            raise ModelFileError("model_diverged", file=path)
