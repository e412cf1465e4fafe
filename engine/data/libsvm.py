"""LIBSVM's text files, `7 1:-1 2:-0.88 ...`: USPS and MNIST as its authors publish them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.class_names import LONGEST, class_name
from engine.data.files import Files
from engine.data.findings import Finding, changed, left_out
from engine.data.layout import STRAYS
from engine.data.pixel_arrays import Scale, joined, scale_of, scaling, small, to_images
from engine.data.reading import Found, Part, Raw
from engine.data.sides import Beside, best_first, role_of
from engine.data.unpacking import lines_of, unpack, unpack_head, without_packing
from engine.data.watch import Watch
from engine.errors import DataError

_ENDS = (".txt", ".libsvm", ".svm", ".t", ".tr", ".scale")
_LARGEST = np.finfo(np.float32).max
_LINE = re.compile(rb"\s*([+-]?\d+(?:\.\d*)?)((?:\s+\d+:[-+.\deE]+)+)\s*")
_COMMENT = b"#"  # as scikit-learn begins its files
_SIDES_PX = (8, 16, 28, 32)  # the smallest that holds all numbers is an image's
_USPS_LABELS = {str(number) for number in range(1, 11)}  # the digits and one
_USPS_SIDE_PX = 16
_ROWS_AT_ONCE = 200


def find(files: Files, names: Sequence[str], watch: Watch) -> list[Found]:
    """Return the LIBSVM files among those of these names, a training and a test file together."""
    groups: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    beside = Beside(files)
    for name in best_first((n for n in names if _may_be(files, n, watch)), watch):
        folder, _, base = without_packing(name).rpartition("/")
        role = role_of(base)
        side, sides = role.side or "train", groups[folder, role.rest]
        if not beside.takes(name, side, sides.get(side)):
            (groups[folder, name] if side in sides else sides)[side] = name
    found = []
    for sides in groups.values():
        called = sides.get("train") or next(iter(sides.values()))
        ordered = [called, *(name for name in sides.values() if name != called)]
        mine = frozenset([*ordered, *(name for one in ordered for name in beside.of[one])])
        found.append(Found(called, mine, partial(_read, ordered)))
    return found


def _may_be(files: Files, name: str, watch: Watch) -> bool:
    """Whether a file's name and its first line that is no comment are those of such a file."""
    watch.check()
    base = without_packing(name).rpartition("/")[2]
    if not base.endswith(_ENDS) and "." in base:
        return False
    lines = unpack_head(files.head(name)).splitlines()
    first = next((line for line in lines if not line.startswith(_COMMENT)), b"")
    return _LINE.fullmatch(first) is not None


def _read(names: Sequence[str], files: Files, watch: Watch) -> Raw:
    findings: list[Finding] = []
    parts: list[Part] = []
    side, scale = 0, Scale(0, 0)
    for name in names:
        where = files.path_of(name)
        blocks, labels, more = _rows(files, name, watch)
        findings += more
        side = side or _side_px(max(block.shape[1] for block in blocks), where)
        rows = joined(blocks, side * side, watch)
        if not parts:
            scale = scale_of(rows, where)
            findings += scaling(rows, scale, where)
        parts.append(Part(to_images(rows, scale, watch, where), labels))
    if side == _USPS_SIDE_PX and set(parts[0].labels) == _USPS_LABELS:
        parts = [Part(part.images, _one_less(part.labels)) for part in parts]
        findings.append(changed("usps_labels"))
    return Raw(parts[0], parts[1] if len(parts) > 1 else None, findings)


def _side_px(numbers: int, where: str) -> int:
    """Return the side of images of so many numbers. Raises DataError."""
    side = next((px for px in _SIDES_PX if px * px >= numbers), None)
    if side is None:
        raise DataError("no_image_shape", file=where, shape=str(numbers))
    return side


def _rows(
    files: Files, name: str, watch: Watch
) -> tuple[list[NDArray[Any]], NDArray[np.str_], list[Finding]]:
    """Return the numbers in blocks (n, some), the classes (N,), and what was left out."""
    where = files.path_of(name)
    lines = lines_of(unpack(files.read(name, watch), where, watch), where)
    labels: list[str] = []
    damaged: list[str] = []
    blocks: list[NDArray[Any]] = []
    number = 0
    while chunk := list(islice(lines, _ROWS_AT_ONCE)):
        watch.check()
        sparse: list[tuple[NDArray[np.intp], NDArray[np.float32]]] = []
        for line in chunk:
            number += 1
            row = _row(line)
            if row:
                labels.append(row[0])
                sparse.append(row[1:])
            elif line.strip() and not line.startswith(_COMMENT):
                damaged.append(str(number))
        if sparse:
            blocks.append(small(_dense(sparse)))
    if not labels or len(damaged) > STRAYS * (len(labels) + len(damaged)):
        raise DataError("many_damaged_rows", file=where, n=len(damaged), line=(damaged or ["1"])[0])
    findings = []
    if damaged:
        findings = [left_out("rows_left_out", n=len(damaged), file=name, lines=damaged)]
    return blocks, np.array(labels), findings


def _dense(sparse: Sequence[tuple[NDArray[np.intp], NDArray[np.float32]]]) -> NDArray[np.float32]:
    """Return rows as wide as the widest; a place that a line doesn't name is 0."""
    dense = np.zeros((len(sparse), 1 + max(int(places.max()) for places, _ in sparse)), np.float32)
    for row, (places, values) in zip(dense, sparse, strict=True):
        row[places] = values
    return dense


def _row(line: bytes) -> tuple[str, NDArray[np.intp], NDArray[np.float32]] | None:
    match = _LINE.fullmatch(line)
    if not match or len(match[1]) > LONGEST:
        return None
    try:
        pairs = np.array(match[2].replace(b":", b" ").split(), np.float64).reshape(-1, 2)
    except ValueError:
        return None
    places, values = pairs.T
    if places.min() < 1 or places.max() > _SIDES_PX[-1] ** 2 or not (abs(pairs) <= _LARGEST).all():
        return None
    return class_name(match[1].decode()), places.astype(np.intp) - 1, values.astype(np.float32)


def _one_less(labels: NDArray[np.str_]) -> NDArray[np.str_]:
    less: NDArray[np.str_] = (labels.astype(int) - 1).astype(str)
    return less
