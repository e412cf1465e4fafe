"""Keeps datasets that took long to read, as arrays on disk. Losing the cache loses only time.

An entry belongs to a path and holds the fingerprint of the files it was made from; when they have
changed it is rebuilt. Nothing here raises, but that nobody wants the dataset any more: a cache that
can't be read or written isn't there, and an entry that isn't just what `store` wrote is as good as
none.

An entry: a line with the digest of all that follows, a line of JSON, the labels (int64, little
endian) and the images (uint8) of the training split and then of the validation split.
"""

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
import platformdirs

from engine.data.findings import Finding, Kind
from engine.data.splits import SIDE_PX, Dataset, Split
from engine.data.watch import LoadingStopped, Watch
from engine.errors import DataError
from engine.files import open_plain, replaced_whole
from engine.words.message import Message

LIMIT_BYTES = 512 << 20  # in all; the entries used longest ago go first
LIMIT_AGE_S = 90 * 24 * 3600  # since an entry was used

_VERSION = b"4"  # part of every entry's name: raise it when files come to be read differently
_DIGEST_BYTES = 16
# What JSON can bring about that isn't what `store` wrote:
_NOT_OURS = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)
_HEAD_BYTES = 64 << 20  # of a head, which names all files that were left out
_AT_ONCE = 5000  # images: some megabytes, written and digested in a few hundredths of a second


@dataclass(frozen=True)
class Entry:
    """What the cache keeps of one path."""

    origin: str
    images: int
    size_bytes: int
    used_at_s: float  # since 1970


def load(key: str, fingerprint: str, watch: Watch) -> Dataset | None:
    """Return the dataset that `store` kept for `key`, or None if it has changed or isn't there.

    Raises LoadingStopped.
    """
    entry = _entry(key)
    try:
        with open_plain(entry) as file:
            known = file.readline(_HEAD_BYTES).decode("ascii")
            digest = hashlib.blake2b(line := file.readline(_HEAD_BYTES), digest_size=_DIGEST_BYTES)
            head = json.loads(line)
            if (head["key"], head["fingerprint"]) != (key, fingerprint):
                return None
            dataset = _read(head, file, digest, watch)
        if known != digest.hexdigest() + "\n":
            return None
    except LoadingStopped:
        raise
    except (OSError, DataError, *_NOT_OURS):
        return None
    with contextlib.suppress(OSError):
        os.utime(entry)  # used just now, so cleared last
    return dataset


def store(key: str, fingerprint: str, dataset: Dataset, watch: Watch) -> None:
    """Keep `dataset` for `key`, and drop old entries when the cache grows beyond its limit.

    Raises LoadingStopped; nothing of the entry is left then.
    """
    entry = _entry(key)
    if len(dataset.train) + len(dataset.valid) > LIMIT_BYTES // 2 // SIDE_PX**2:
        return  # it would drive out all others
    with contextlib.suppress(OSError):
        entry.parent.mkdir(parents=True, exist_ok=True)
        with replaced_whole(entry) as file:  # the digest tells what a failure of power left
            file.write(b"0" * 2 * _DIGEST_BYTES + b"\n")
            digest = hashlib.blake2b(digest_size=_DIGEST_BYTES)
            for piece in _pieces(key, fingerprint, dataset, watch):
                digest.update(piece)
                file.write(piece)
            file.seek(0)
            file.write(digest.hexdigest().encode())
        _clear_old(entry.parent)


def folder() -> Path:
    """Return where the cache lies; it is made when something is stored."""
    return platformdirs.user_cache_path("inkgrad", appauthor=False) / "datasets"


def entries() -> list[Entry]:
    """Return what is in the cache, the one used last first."""
    found = []
    for path in _files():
        with contextlib.suppress(OSError, *_NOT_OURS):
            with open_plain(path) as file:
                file.readline(_HEAD_BYTES)
                head = json.loads(file.readline(_HEAD_BYTES))
            status = path.stat()
            images = int(head["train"]) + int(head["valid"])
            found.append(Entry(str(head["origin"]), images, status.st_size, status.st_mtime))
    return sorted(found, key=lambda entry: -entry.used_at_s)


def empty() -> int:
    """Remove all that is in the cache; return how many bytes that were. Raises OSError."""
    removed = 0
    for path in _files():
        size = path.stat().st_size
        path.unlink()
        removed += size
    return removed


def _files() -> list[Path]:
    with contextlib.suppress(OSError):
        return [path for path in folder().iterdir() if path.is_file()]
    return []


def _pieces(
    key: str, fingerprint: str, dataset: Dataset, watch: Watch
) -> Iterator[bytes | memoryview]:
    """Give all of an entry but its digest, a little at a time. Raises LoadingStopped."""
    splits = (dataset.train, dataset.valid)
    head = {
        "key": key,
        "fingerprint": fingerprint,
        "name": dataset.name,
        "origin": dataset.origin,
        "format": dataset.format,
        "classes": dataset.classes,
        "train": len(dataset.train),
        "valid": len(dataset.valid),
        "findings": [(f.kind.value, f.code, f.message.values) for f in dataset.findings],
    }
    yield json.dumps(head).encode() + b"\n"
    for split in splits:
        yield split.labels.astype("<i8").data.cast("B")
    for split in splits:
        for part in watch.slices(len(split), _AT_ONCE):
            yield np.ascontiguousarray(split.images[part]).data.cast("B")


def _read(
    head: dict[str, Any], file: IO[bytes], digest: "hashlib.blake2b", watch: Watch
) -> Dataset:
    """Return the dataset in an entry, and add to `digest` what is read.

    Raises OSError, ValueError, TypeError, LookupError, or DataError.
    """
    train, total = head["train"], head["train"] + head["valid"]
    texts = [head["name"], head["origin"], head["format"], *head["classes"]]
    counts = isinstance(train, int) and isinstance(total, int)
    named = isinstance(head["classes"], list) and all(isinstance(text, str) for text in texts)
    if not counts or not named or not 0 < train < total:
        raise ValueError
    rest = os.fstat(file.fileno()).st_size - file.tell()
    if rest != total * (np.dtype("<i8").itemsize + SIDE_PX**2):
        raise ValueError
    findings = [Finding(Kind(k), Message(code, **values)) for k, code, values in head["findings"]]
    for finding in findings:
        str(finding.message)  # its values must fill its sentence
    labels, images = np.empty(total, "<i8"), np.empty((total, SIDE_PX, SIDE_PX), np.uint8)
    for array in (labels, images):
        for part in watch.slices(total, _AT_ONCE):
            piece = array[part].data
            file.readinto(piece)  # type: ignore[attr-defined]
            digest.update(piece)
    labels = labels.astype(np.int64, copy=False)
    return Dataset(
        Split(images[:train], labels[:train]),
        Split(images[train:], labels[train:]),
        tuple(head["classes"]),
        head["name"],
        head["origin"],
        head["format"],
        tuple(findings),
    )


def _entry(key: str) -> Path:
    digest = hashlib.sha256(_VERSION + key.encode("utf-8", "surrogatepass")).hexdigest()
    return folder() / digest


def _clear_old(place: Path) -> None:
    """Remove what was used longest ago, and what a program that was killed left half written."""
    found = [(os.lstat(path), path) for path in place.iterdir() if not path.is_dir()]
    oldest_s = time.time() - LIMIT_AGE_S
    total = 0
    for status, entry in sorted(found, key=lambda pair: pair[0].st_mtime, reverse=True):
        total += status.st_size
        if total > LIMIT_BYTES or status.st_mtime < oldest_s:
            entry.unlink()
