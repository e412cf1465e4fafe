"""The last answer to the sketch, as a file keeps it, and to what it is the answer. No Qt.

A network says of the same pixels the same again. So the answer holds at the next start where the
pixels, the network's file and the program are the very same; anywhere else it is worth nothing.
"""

import hashlib
import json
import math
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import assets
from desktop.worker.messages import Kind, Reading, Source
from engine.files import read_whole
from engine.inference.prediction import Prediction
from engine.runs.place import runs_folder
from engine.version import program_version

LARGEST_BYTES = 1 << 18
_LARGEST_NETWORK = 16 << 20  # bytes; a larger one isn't read at the start
_KINDS = {kind.name.lower(): kind for kind in (Kind.STARTER, Kind.RUN, Kind.FILE)}


@dataclass(frozen=True)
class Asked:
    """What was answered: sums over the 28x28 and the network's file, and the program's version."""

    pixels: str
    network: str
    program: str

    @classmethod
    def of(cls, image: NDArray[np.uint8], network: Path) -> "Asked | None":
        """Return it for an image and a network's file; None where that can't be read."""
        try:
            found = network.stat()
            if found.st_size > _LARGEST_NETWORK:
                return None
            sum_ = _sum_of_file(network, found.st_size, found.st_mtime_ns)
            return cls(_sum(image.tobytes()), sum_, program_version())
        except (OSError, ValueError):  # ValueError: no path at all
            return None


def network_file(answering: str) -> Path | None:
    """Return the file of the network that answers, which is told as preferences have it.

    Whatever stands there: it is None where there is no such file, or none that can be found.
    """
    if not answering:
        return Path(assets.path("starter/mnist.safetensors"))
    if Path(answering).is_absolute():
        return Path(answering)
    try:
        kept = (runs_folder() / answering).glob("weights-*.safetensors")
        return max(kept, key=weights_step, default=None)
    except (OSError, ValueError):
        return None


def weights_step(file: Path) -> int:
    """Return after how many batches a run had these weights."""
    number = file.stem.removeprefix("weights-")
    return int(number) if number.isdecimal() else -1


def to_json(asked: Asked, reading: Reading) -> bytes:
    """Return what stands in the file."""
    prediction, source = reading.prediction, reading.source
    assert prediction
    assert source
    facts = {
        "asked": asdict(asked),
        "label": prediction.label,
        "known": prediction.known,
        "classes": prediction.classes,
        "probabilities": prediction.probabilities.tolist(),
        "kind": source.kind.name.lower(),
        "name": source.name,
        "epoch": source.epoch,
        "batch": source.batch,
        "path": str(source.path or ""),
    }
    return json.dumps(facts, indent=1).encode()


def from_json(data: bytes) -> tuple[Asked, Reading]:
    """Return what stood there. Raises ValueError, TypeError or LookupError for anything else."""
    facts: dict[str, Any] = json.loads(data)
    classes = tuple(map(_text, facts["classes"]))
    shares = [float(share) for share in facts["probabilities"]]
    fits = len(shares) == len(classes) and all(0 <= share <= 1 for share in shares)
    if (
        not fits
        or _text(facts["label"]) not in classes
        or not math.isclose(sum(shares), 1, abs_tol=1e-3)
    ):
        raise ValueError("no answer")
    probabilities = np.array(shares, np.float32)
    prediction = Prediction(facts["label"], probabilities, classes, facts["known"] is True)
    path = Path(_text(facts["path"])) if facts["path"] else None
    kind, name, epoch = _KINDS[facts["kind"]], _text(facts["name"]), int(facts["epoch"])
    asked = Asked(**{name: _text(value) for name, value in facts["asked"].items()})
    source = Source(kind, name, classes, epoch, path=path, batch=int(facts.get("batch", 0)))
    return asked, Reading(0, prediction, source)


@lru_cache(maxsize=4)
def _sum_of_file(file: Path, size: int, changed_ns: int) -> str:
    """Return it without reading a file again that has stayed as it is: the window waits for it."""
    return _sum(read_whole(file, _LARGEST_NETWORK))


def _sum(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value
