"""Tables as CSV text that no spreadsheet takes for formulas."""

import csv
import io
import re
from collections.abc import Iterable

_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)


def csv_table(rows: Iterable[Iterable[object]]) -> str:
    """Return rows of cells as CSV.

    Cells that a spreadsheet would compute get an apostrophe before them; numbers stay numbers.
    """
    text = io.StringIO()
    table = csv.writer(text)  # noqa: TID251 - the one place
    table.writerows([_cell(str(cell)) for cell in row] for row in rows)
    return text.getvalue().encode(errors="backslashreplace").decode()  # names that are no text


def csv_file(rows: Iterable[Iterable[object]]) -> bytes:
    """Return rows as a file whose letters Excel reads rightly, by the mark at its beginning."""
    return csv_table(rows).encode("utf-8-sig")


def _cell(text: str) -> str:
    is_safe = not _FORMULA.match(text) or _NUMBER.fullmatch(text)
    return text if is_safe else f"'{text}"
