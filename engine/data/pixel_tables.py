"""Tables with a row for each image: Kaggle's CSVs, OpenML's ARFF, UCI's and other text files.

The class stands first or last in a row, the pixels of a square image in the other cells. A row that
can't be read is left out and counted.
"""

import contextlib
import math
import re
import warnings
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.class_names import LONGEST, class_name
from engine.data.files import Files
from engine.data.findings import Finding, left_out
from engine.data.layout import STRAYS
from engine.data.pixel_arrays import joined, scale_of, scaling, small, to_images
from engine.data.reading import Found, Part, Raw
from engine.data.sides import role_of
from engine.data.unpacking import lines_of, unpack, unpack_head, without_packing
from engine.data.watch import Watch
from engine.errors import DataError

_ENDS = (".csv", ".tsv", ".txt", ".arff", ".data", ".tra", ".tes", ".train", ".test")
_LEAST_PIXELS = 49
_ROWS_AT_ONCE = 200  # about a tenth of a second
_LABEL_HEADS = ("label", "class", "target", "y", "digit", "labels", "classes", "letter")
_INDEX_HEADS = ("", "index", "id", "unnamed: 0")
_NUMBER = re.compile(rb"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")


@dataclass(frozen=True)
class Form:
    """How a table is written. `label` is the place of the class in a row: 0, -1, or None."""

    delimiter: bytes | None  # None: blanks
    skipped: int  # lines before the first row
    label: int | None
    pixels: int
    numbered: bool = False  # the first cell numbers the rows, as pandas writes them


_Groups = dict[tuple[str, str, str], dict[str, tuple[str, Form]]]  # folder, rest, ending: sides


def find(files: Files, names: Sequence[str]) -> list[Found]:
    """Return the tables of pixels among the files of these names, those of a pair together."""
    groups: _Groups = defaultdict(dict)
    for name in sorted(names, key=_test_last):
        plain = without_packing(name)
        form = form_of(unpack_head(files.head(name))) if plain.endswith(_ENDS) else None
        if form:
            folder, _, base = plain.rpartition("/")
            ending = base.rpartition(".")[2] if base.endswith((".csv", ".tsv", ".arff")) else ""
            role = role_of(base.removesuffix(f".{ending}") if ending else base)
            groups[folder, role.rest, ending].setdefault(role.side or "train", (name, form))
    found = []
    for tables in _paired(groups):
        tables.setdefault("train", next(iter(tables.values())))
        if tables["train"] == tables.get("valid"):
            del tables["valid"]
        if tables["train"][1].label is not None:
            mine = frozenset(name for name, _ in tables.values())
            called = tables["train"][0]
            found.append(Found(called, mine, partial(_read, tables)))
    return found


def _paired(groups: _Groups) -> Iterable[dict[str, tuple[str, Form]]]:
    """Join the only table to learn from in a folder and the only one to test on.

    Colab's are called mnist_train_small.csv and mnist_test.csv.
    """
    places: dict[tuple[str, str], list[dict[str, tuple[str, Form]]]] = defaultdict(list)
    for (folder, _, ending), tables in groups.items():
        places[folder, ending].append(tables)
    for all_there in places.values():
        first, *others = sorted(all_there, key=lambda tables: "valid" in tables)
        if len(others) == 1 and (list(first), list(others[0])) == (["train"], ["valid"]):
            yield first | others[0]
        else:
            yield from all_there


def _test_last(name: str) -> bool:
    """Whether a file to validate on is only for where there is no better one."""
    return not role_of(name.rpartition("/")[2]).preferred


def form_of(head: bytes) -> Form | None:
    """Return how a table of pixels is written, given its first bytes; None if it is none."""
    lines = head.splitlines()[:-1] or head.splitlines()  # the last may be cut
    skipped = 0
    while skipped < len(lines) and (not lines[skipped].strip() or lines[skipped][:1] in b"@%#"):
        skipped += 1
    rows = lines[skipped:]
    if not rows:
        return None
    first = rows[0].strip()
    delimiter = next((sign for sign in (b",", b";", b"\t") if sign in first), None)
    cells = [_cells(row, delimiter) for row in rows]
    header = [] if _is_number(cells[0][len(cells[0]) // 2]) else cells.pop(0)
    numbered = bool(header) and header[0].decode("utf-8-sig", "replace").lower() in _INDEX_HEADS
    if numbered:
        header, cells = header[1:], [row[1:] for row in cells]
    width = len(cells[0]) if cells else 0
    middle = cells[0][1:-1] if cells else []
    if width < _LEAST_PIXELS or not all(map(_is_number, middle)):
        return None
    label = _label_place(header, cells)
    pixels = width - (label is not None)
    if math.isqrt(pixels) ** 2 != pixels:
        return None
    return Form(delimiter, skipped + bool(header), label, pixels, numbered)


def _label_place(header: Sequence[bytes], cells: Sequence[Sequence[bytes]]) -> int | None:
    """Return where the class stands: by the header, or else where values differ from row to row."""
    for place in (0, -1):
        if header and header[place].decode("utf-8-sig", "replace").strip().lower() in _LABEL_HEADS:
            return place
    width = len(cells[0])
    if math.isqrt(width) ** 2 == width:
        return None
    first, last = ({row[place] for row in cells if len(row) == width} for place in (0, -1))
    return -1 if len(last) > len(first) else 0


def _cells(line: bytes, delimiter: bytes | None) -> list[bytes]:
    return [cell.strip(b" \"'\r") for cell in line.strip().split(delimiter)]


def _is_number(cell: bytes) -> bool:
    return _NUMBER.fullmatch(cell) is not None


def _read(tables: dict[str, tuple[str, Form]], files: Files, watch: Watch) -> Raw:
    name, form = tables["train"]
    values, labels, findings = _rows(files, name, form, watch)
    scale = scale_of(values, files.path_of(name))
    findings += scaling(values, files.path_of(name))
    train = Part(to_images(values, scale, watch, files.path_of(name)), labels)
    valid = None
    if "valid" in tables:
        name, form = tables["valid"]
        values, labels, more = _rows(files, name, form, watch)
        findings += more
        if form.label is None:
            findings.append(left_out("side_without_labels", n=len(values), folder=name))
        else:
            valid = Part(to_images(values, scale, watch, files.path_of(name)), labels)
    return Raw(train, valid, findings, transposed="emnist" in files.path_of(name).lower())


def _rows(
    files: Files, name: str, form: Form, watch: Watch
) -> tuple[NDArray[Any], NDArray[np.str_], list[Finding]]:
    """Return the numbers (N, pixels), the classes (N,), and what was left out."""
    where = files.path_of(name)
    lines = lines_of(unpack(files.read(name, watch), where, watch), where)
    for _ in islice(lines, form.skipped):
        pass
    blocks: list[NDArray[Any]] = []
    labels: list[str] = []
    damaged: list[str] = []
    number = form.skipped + 1
    while chunk := list(islice(lines, _ROWS_AT_ONCE)):
        watch.check()
        numbered = [(number + i, _split(line, form)) for i, line in enumerate(chunk)]
        number += len(chunk)
        rows = [(line, row) for line, row in numbered if row]
        numbers = _block([row[1] for _, row in rows], form)
        good = [bool(np.isfinite(row).all()) for row in numbers]
        blocks.append(small(numbers[good]))
        for (line, (label, _)), is_good in zip(rows, good, strict=True):
            labels += [label] if is_good else []
            damaged += [] if is_good else [str(line)]
    if not labels:
        raise DataError("no_training_images", file=where)
    if len(damaged) > STRAYS * (len(labels) + len(damaged)):
        raise DataError("many_damaged_rows", file=where, n=len(damaged), line=damaged[0])
    findings = []
    if damaged:
        findings = [left_out("rows_left_out", n=len(damaged), file=name, lines=damaged)]
    return joined(blocks, form.pixels, watch), np.array(labels), findings


def _split(line: bytes, form: Form) -> tuple[str, bytes] | None:
    """Return a row's class and the text of its pixels; None for an empty line.

    A row without a class has no pixels either: it can't be read.
    """
    text = line.strip().replace(b'"', b"").replace(b"'", b"")
    if not text:
        return None
    if form.numbered:
        text = text.partition(form.delimiter or b" ")[2]
    if form.label is None:
        return "", text
    parts = text.split(form.delimiter, 1) if form.label == 0 else text.rsplit(form.delimiter, 1)
    label, rest = (parts if form.label == 0 else parts[::-1]) if len(parts) == 2 else (b"", b"")
    name = class_name(label[: LONGEST + 1].decode("utf-8", "replace"))
    return (name, rest) if name and len(name) <= LONGEST else ("", b"")


def _block(texts: Sequence[bytes], form: Form) -> NDArray[np.float32]:
    """Return the numbers in rows, float32 (N, pixels): NaN in each row that can't be read."""
    delimiter = None if form.delimiter is None else form.delimiter.decode()
    with contextlib.suppress(ValueError), warnings.catch_warnings(action="ignore"):  # of no rows
        numbers = np.loadtxt(texts, np.float32, comments=None, delimiter=delimiter, ndmin=2)
        if numbers.shape == (len(texts), form.pixels):
            return numbers
    rows = np.full((len(texts), form.pixels), np.nan, np.float32)
    for row, text in zip(rows, texts, strict=True):
        with contextlib.suppress(ValueError):  # a wrong number of cells is one, too
            row[:] = np.array(text.split(form.delimiter), np.float32)
    return rows
