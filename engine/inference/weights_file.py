"""What stands at the beginning of a safetensors file: read and checked before its weights are.

The format: eight bytes with the length of a text of JSON, little endian, that text, and the numbers
of all tensors. Source: https://huggingface.co/docs/safetensors
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from engine.errors import ModelFileError
from engine.files import open_plain
from engine.words.message import Message, reason

LARGEST_BYTES = 512 * 1024 * 1024
_LARGEST_HEAD = 1 << 20  # bytes; the largest model's has some thousands
_LENGTH_BYTES = 8
_METADATA = "__metadata__"
_PICKLES = (b"PK", b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")


@dataclass(frozen=True)
class Head:
    """What a file says of its tensors by their names, and the words that stand beside them."""

    shapes: dict[str, tuple[int, ...]]
    kinds: dict[str, str]  # of numbers: "F32" and the like
    words: dict[str, Any]
    size: int  # bytes of it all before the numbers
    file_size: int


def open_weights(path: Path) -> IO[bytes]:
    """Open a file of weights. Raises ModelFileError, also for one larger than any model."""
    try:
        file = open_plain(path)
    except OSError as error:
        raise ModelFileError("model_unreadable", file=path, reason=reason(error)) from error
    except ValueError as error:  # a name with a NUL in it
        raise ModelFileError("model_unreadable", file=path, reason=Message("EINVAL")) from error
    if os.fstat(file.fileno()).st_size > LARGEST_BYTES:
        file.close()
        raise ModelFileError("model_too_large", file=path)
    return file


def read_head(file: IO[bytes], path: Path) -> Head:
    """Read the beginning of an open file. Raises ModelFileError where it is no safetensors file."""
    start = file.read(_LENGTH_BYTES)
    length = int.from_bytes(start, "little")
    if len(start) < _LENGTH_BYTES or length > _LARGEST_HEAD:
        raise refusal(path, start)
    size = os.fstat(file.fileno()).st_size
    try:
        found = json.loads(file.read(length))
        words = found.pop(_METADATA, None) or {}
        shapes = {name: tuple(map(_whole, said["shape"])) for name, said in found.items()}
        kinds = {name: str(said["dtype"]) for name, said in found.items()}
        return Head(shapes, kinds, dict(words), _LENGTH_BYTES + length, size)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise refusal(path, start) from error


def refusal(path: Path, start: bytes) -> ModelFileError:
    """Return the error that says what a file is instead, going by how it begins."""
    return ModelFileError("model_is_pickle" if start[:2] in _PICKLES else "not_a_model", file=path)


def _whole(number: object) -> int:
    if type(number) is not int:
        raise TypeError
    return number
