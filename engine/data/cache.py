"""Keeps datasets that took long to read, as arrays on disk. Losing the cache loses only time.

An entry belongs to a path and holds the fingerprint of the files it was made from; when they have
changed it is rebuilt. Nothing here raises: a cache that can't be read or written isn't there.

An entry: a line with the CRC-32 of all that follows, a line of JSON, the labels (int64, little
endian) and the images (uint8) of the training split and then of the validation split.
"""

import contextlib
import hashlib
import json
import os
import zlib
from pathlib import Path

import numpy as np
import platformdirs

from engine.data.splits import SIDE_PX, Dataset, Split
from engine.files import write_whole

LIMIT_BYTES = 512 << 20  # in all; the entries used longest ago go first

_VERSION = b"1"  # part of every entry's name: raise it when files come to be read differently


def load(path: str, fingerprint: str) -> Dataset | None:
    """Return the dataset that `store` kept for `path`, or None if it has changed or isn't there."""
    entry = _entry(path)
    try:
        data = entry.read_bytes()
        if int(data[:8], 16) != zlib.crc32(memoryview(data)[9:]):
            return None
        end = data.index(b"\n", 9) + 1
        head = json.loads(data[9:end])
    except (OSError, ValueError):
        return None
    if head["fingerprint"] != fingerprint:
        return None
    with contextlib.suppress(OSError):
        os.utime(entry)  # used just now, so pruned last
    train, total = head["train"], head["train"] + head["valid"]
    labels = np.frombuffer(data, "<i8", total, end).astype(np.int64)
    images = np.frombuffer(data, np.uint8, offset=end + labels.nbytes)
    images = images.reshape(total, SIDE_PX, SIDE_PX)
    return Dataset(
        Split(images[:train], labels[:train]),
        Split(images[train:], labels[train:]),
        tuple(head["classes"]),
        head["name"],
    )


def store(path: str, fingerprint: str, dataset: Dataset) -> None:
    """Keep `dataset` for `path`, and drop old entries when the cache grows beyond its limit."""
    entry = _entry(path)
    data = _pack(fingerprint, dataset)
    if len(data) > LIMIT_BYTES // 2:
        return  # it would drive out all others
    with contextlib.suppress(OSError):
        entry.parent.mkdir(parents=True, exist_ok=True)
        write_whole(entry, b"%08x\n" % zlib.crc32(data) + data)
        _prune(entry.parent)


def _pack(fingerprint: str, dataset: Dataset) -> bytes:
    train, valid = dataset.train, dataset.valid
    head = {
        "fingerprint": fingerprint,
        "name": dataset.name,
        "classes": dataset.classes,
        "train": len(train),
        "valid": len(valid),
    }
    labels = [split.labels.astype("<i8").tobytes() for split in (train, valid)]
    images = [split.images.tobytes() for split in (train, valid)]
    return b"".join([json.dumps(head).encode(), b"\n", *labels, *images])


def _entry(path: str) -> Path:
    digest = hashlib.sha256(_VERSION + path.encode("utf-8", "surrogatepass")).hexdigest()
    return platformdirs.user_cache_path("inkgrad", appauthor=False) / "datasets" / digest


def _prune(folder: Path) -> None:
    entries = [(entry.stat(), entry) for entry in folder.iterdir()]
    total = 0
    for status, entry in sorted(entries, key=lambda pair: pair[0].st_mtime, reverse=True):
        total += status.st_size
        if total > LIMIT_BYTES:
            entry.unlink()
