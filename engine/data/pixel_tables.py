"""Tables with a row for each image: Kaggle's CSVs, OpenML's ARFF, UCI's and other text files.

The class stands first or last in a row, or in a file of its own, and the pixels of a square image
in the other cells. A row that can't be read is left out and counted.
"""

import contextlib
import warnings
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.class_names import LONGEST, class_name
from engine.data.files import Files
from engine.data.findings import Finding, left_out
from engine.data.label_columns import is_column, read_column
from engine.data.layout import STRAYS
from engine.data.pixel_arrays import joined, scale_of, scaling, small, to_images
from engine.data.reading import Found, Part, Raw
from engine.data.sides import Beside, best_first, role_of
from engine.data.table_forms import Form, form_of
from engine.data.unpacking import lines_of, unpack, unpack_head, without_packing
from engine.data.watch import Watch
from engine.errors import DataError

_ENDS = (".csv", ".tsv", ".txt", ".arff", ".data", ".tra", ".tes", ".train", ".test")
_ROWS_AT_ONCE = 200  # about a tenth of a second


_Groups = dict[tuple[str, str, str], dict[str, tuple[str, Form]]]  # folder, rest, ending: sides
_Columns = dict[tuple[str, str], list[str]]  # folder, side: files of classes


def find(files: Files, names: Sequence[str], watch: Watch) -> list[Found]:
    """Return the tables of pixels among the files of these names, those of a pair together."""
    groups: _Groups = defaultdict(dict)
    columns: _Columns = defaultdict(list)
    beside = Beside(files)
    texts = [name for name in watch.each(names) if without_packing(name).endswith(_ENDS)]
    for name in watch.each(best_first(texts, watch)):
        folder, _, lower = without_packing(name).rpartition("/")
        ending = lower.rpartition(".")[2] if lower.endswith((".csv", ".tsv", ".arff")) else ""
        base = name.rpartition("/")[2][: len(lower)]
        role = role_of(base[: -1 - len(ending)] if ending else base)
        head = unpack_head(files.head(name))
        side = role.side or "train"
        if form := form_of(head):
            tables = groups[folder, role.rest, ending]
            known = tables[side][0] if side in tables else None
            if not beside.takes(name, side, known):
                (groups[folder, name, ending] if known else tables)[side] = name, form
        elif role.content == "labels" and is_column(head):
            columns[folder, side].append(name)
    found = []
    for tables in watch.each(_paired(groups)):
        tables.setdefault("train", next(iter(tables.values())))
        if tables["train"] == tables.get("valid"):
            del tables["valid"]
        tables = {side: _with_labels(side, table, columns) for side, table in tables.items()}
        if tables["train"][1].has_labels:
            apart = (form.labels_file for _, form in tables.values())
            used = [name for name, _ in tables.values()]
            mine = filter(None, [*used, *apart, *(name for one in used for name in beside.of[one])])
            found.append(Found(tables["train"][0], frozenset(mine), partial(_read, tables)))
    return found


def _with_labels(side: str, table: tuple[str, Form], columns: _Columns) -> tuple[str, Form]:
    """Return a table with the file of its classes, where there is just one that fits."""
    name, form = table
    there = columns.get((name.rpartition("/")[0].lower(), side), [])
    if form.label is None and len(there) == 1:
        form = replace(form, labels_file=there[0])
    return name, form


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


def _read(tables: dict[str, tuple[str, Form]], files: Files, watch: Watch) -> Raw:
    name, form = tables["train"]
    values, labels, findings = _rows(files, name, form, watch)
    scale = scale_of(values, files.path_of(name))
    findings += scaling(values, scale, files.path_of(name))
    train = Part(to_images(values, scale, watch, files.path_of(name)), labels)
    valid = None
    if "valid" in tables:
        name, form = tables["valid"]
        values, labels, more = _rows(files, name, form, watch)
        findings += more
        if not form.has_labels:
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
    kept: list[bool] = []
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
        kept += good
    if form.labels_file:
        labels = _column(files, form.labels_file, kept, watch)
    if not labels and not damaged:
        raise DataError("no_training_images", file=where)
    if len(damaged) > STRAYS * (len(labels) + len(damaged)):
        raise DataError("many_damaged_rows", file=where, n=len(damaged), line=damaged[0])
    findings = []
    if damaged:
        findings = [left_out("rows_left_out", n=len(damaged), file=name, lines=damaged)]
    return joined(blocks, form.pixels, watch), np.array(labels), findings


def _column(files: Files, name: str, kept: Sequence[bool], watch: Watch) -> list[str]:
    """Return the classes of the rows that are kept. Raises DataError where they don't fit."""
    column = read_column(files, name, watch)
    if len(column) != len(kept):
        where = files.path_of(name)
        raise DataError("unequal_arrays", file=where, images=len(kept), labels=len(column))
    return [label for label, is_kept in zip(column, kept, strict=True) if is_kept]


def _split(line: bytes, form: Form) -> tuple[str, bytes] | None:
    """Return a row's class and the text of its pixels; None for an empty line.

    A row without a class has no pixels either: it can't be read.
    """
    text = line.strip().replace(b'"', b"").replace(b"'", b"")
    if not text:
        return None
    text = text.removesuffix(form.delimiter or b"")
    if form.decimal_comma:
        text = text.replace(b",", b".")
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
