"""What `inkgrad class` does: a class's exports as one table."""

import argparse
from pathlib import Path

from engine.cli.console import Console, facts_of
from engine.cli.outputs import check_apart
from engine.errors import WorkError
from engine.files import write_whole
from engine.lessons.school_class import handed_in, read_class, table
from engine.words.csv_table import csv_file
from engine.words.message import Message, reason

_WIDEST = 24  # characters of a cell; the CSV has all of them


def school_class(arguments: argparse.Namespace) -> int:
    """Tell who did what, and write the table; return 1 where a file had to be left out."""
    console = Console(arguments.json)
    folder = Path(arguments.folder)
    if arguments.csv:
        check_apart(Path(arguments.csv), handed_in(folder))
    found = read_class(folder)
    heading, *rows = table(found)
    facts = {
        "pupils": [dict(zip(map(str, heading), row, strict=True)) for row in rows],
        "left_out": [facts_of(message) for message in found.refused],
    }
    said = Message("class_said", pupils=len(rows), refused=len(found.refused))
    console.tell("class", facts, "\n".join([*_lines([heading, *rows]), str(said)]))
    for message in found.refused:
        console.warn(str(message))
    if arguments.csv:
        _write(Path(arguments.csv), csv_file([heading, *rows]), console)
    return int(bool(found.refused))


def _lines(rows: list[tuple[object, ...]]) -> list[str]:
    """Return the rows with their columns below each other."""
    cells = [[_short(str(cell)) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]


def _short(cell: str) -> str:
    words = "".join(letter if letter.isprintable() else " " for letter in cell[: _WIDEST + 1])
    return words if len(words) <= _WIDEST else f"{words[: _WIDEST - 1]}…"


def _write(path: Path, data: bytes, console: Console) -> None:
    try:
        write_whole(path, data)
    except OSError as error:
        raise WorkError("unwritable_elsewhere", file=path, reason=reason(error)) from None
    console.tell("saved", {"file": str(path)}, str(Message("saved_as", file=path)))
