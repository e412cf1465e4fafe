"""A folder of images with a table of their classes: labels.csv beside images/, as Kaggle has it."""

import codecs
import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from engine.data.class_names import LONGEST, class_name
from engine.data.decoding import decode
from engine.data.files import Files
from engine.data.findings import Finding, left_out, noticed
from engine.data.image_index import ImageIndex
from engine.data.layout import Labelled, is_wanted, natural_key, side_of
from engine.data.reading import Found, Raw
from engine.data.sides import role_of
from engine.data.table_forms import form_of
from engine.data.unpacking import lines_of, unpack, unpack_head, without_packing
from engine.data.watch import Watch
from engine.errors import DataError

_ENDS = (".csv", ".tsv", ".txt")
_LABEL_HEADS = ("label", "labels", "class", "classes", "target", "digit", "category", "class_id",
                "classid", "class_name", "y", "letter")  # fmt: skip
_EXAMPLE = "submission"  # Kaggle's: the classes in it are made up
_LOOKED_AT = 200  # rows, to find out which column is which
_MATCH = 0.5  # of these rows that must name an image


@dataclass(frozen=True)
class Columns:
    """Where the table `name` has the images' names and their classes; whether a header is first."""

    name: str
    delimiter: str
    file: int
    label: int
    header: bool


def find(files: Files, names: Sequence[str], watch: Watch) -> list[Found]:
    """Return the set of images whose classes stand in tables, if there is one."""
    images = [name for name in watch.each(names) if is_wanted(name)]
    if not images:
        return []
    index = ImageIndex(images, watch)
    tables = [
        columns
        for name in watch.each(names)
        if without_packing(name).endswith(_ENDS)
        and _EXAMPLE not in name.rpartition("/")[2].lower()
        and (columns := _columns(name, unpack_head(files.head(name)), index))
    ]
    if not tables:
        return []
    mine = frozenset([*images, *(table.name for table in tables)])
    return [Found(tables[0].name, mine, partial(_read, tables, images))]


def _columns(name: str, head: bytes, index: ImageIndex) -> Columns | None:
    """Return which columns have the images and the classes, or None if it is no such table."""
    if form_of(head):
        return None
    text = head.decode("utf-8-sig", "replace")
    lines = text.splitlines()[: _LOOKED_AT + 1]
    lines = lines[:-1] if len(head) > 60_000 else lines
    delimiter = next((sign for sign in ",;\t" if lines and sign in lines[0]), " ")
    rows = [row for row in _cells(lines, delimiter) if len(row) > 1]
    if not rows:
        return None
    width = min(map(len, rows))
    hits = [index.count(row[i] for row in rows) for i in range(width)]
    file = max(range(width), key=lambda i: hits[i])
    if hits[file] < max(2, _MATCH * len(rows)):
        return None
    header = not index.matches(rows[0][file]) and not _comes_again(rows, file, width)
    label = _label_column(rows, file, width, header)
    return None if label is None else Columns(name, delimiter, file, label, header)


def _comes_again(rows: Sequence[Sequence[str]], file: int, width: int) -> bool:
    """Whether the first row is of an image that is missing: a class that other rows have, too."""
    return any(rows[0][i] in {row[i] for row in rows[1:]} for i in range(width) if i != file)


def _label_column(rows: Sequence[Sequence[str]], file: int, width: int, header: bool) -> int | None:
    """Return the column called so, or else the only other one, or the one that repeats itself."""
    others = [i for i in range(width) if i != file]
    for head in _LABEL_HEADS if header else ():
        for i in others:
            if rows[0][i].strip().lower().replace(" ", "_") == head:
                return i
    if len(others) == 1:
        return others[0]
    body = rows[1:] if header else rows
    kinds = {i: len({row[i] for row in body}) for i in others}
    repeated = [i for i in others if 1 < kinds[i] <= len(body) / 2]
    return repeated[0] if len(repeated) == 1 else None


def _cells(lines: Iterable[str], delimiter: str) -> Iterable[list[str]]:
    if delimiter == " ":
        return (line.split() for line in lines)
    return csv.reader(lines, delimiter=delimiter)


def _read(tables: Sequence[Columns], images: Sequence[str], files: Files, watch: Watch) -> Raw:
    index = ImageIndex(images, watch)
    labels: dict[str, str] = {}
    sides: dict[str, str] = {}
    missing: list[str] = []
    for table in tables:
        side = role_of(table.name.rpartition("/")[2]).side
        for cell, label in _pairs(table, files, watch):
            matches = index.matches(cell)
            chosen = [m for m in matches if side and _side(m) == side] or matches
            if len(chosen) == 1 and label:
                labels[chosen[0]] = label
                sides[chosen[0]] = _side(chosen[0]) or side or "train"
            elif not chosen:
                missing.append(cell)
    train, valid = (_labelled(labels, sides, side) for side in ("train", "valid"))
    if not train:
        train, valid = valid, []
    findings: list[Finding] = []
    if unlabelled := [name for name in images if name not in labels]:
        unlabelled.sort(key=natural_key)
        findings.append(left_out("images_not_in_table", n=len(unlabelled), files=unlabelled))
    if missing:
        findings.append(noticed("images_missing", n=len(missing), files=missing))
    return decode(files, train, valid, findings, watch)


def _pairs(table: Columns, files: Files, watch: Watch) -> Iterable[tuple[str, str]]:
    where = files.path_of(table.name)
    lines = _text_lines(unpack(files.read(table.name, watch), where, watch), where)
    try:
        for row in islice(_cells(lines, table.delimiter), int(table.header), None):
            watch.check()
            if len(row) > max(table.file, table.label):
                yield row[table.file], class_name(row[table.label][:LONGEST])
    except csv.Error:
        raise DataError("damaged_file", file=where) from None


def _text_lines(data: bytes | bytearray, name: str) -> Iterator[str]:
    """Give the lines of a table one by one: a small file can hold very many empty ones."""
    plain = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    for line in lines_of(plain, name):
        yield line.decode("utf-8", "replace").removesuffix("\n")


def _side(name: str) -> str | None:
    """Return the side that a folder around an image names."""
    return next(filter(None, map(side_of, name.split("/")[:-1])), None)


def _labelled(labels: dict[str, str], sides: dict[str, str], side: str) -> list[Labelled]:
    mine = [name for name in labels if sides[name] == side]
    return [Labelled(name, labels[name]) for name in sorted(mine, key=natural_key)]
