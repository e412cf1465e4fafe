"""Whether a file is a table of pixels is told from its first bytes, whatever they are."""

import pytest

from engine.data.table_forms import form_of


def test_a_number_is_looked_through_once_however_long() -> None:
    assert form_of(b"1," + b"1" * 200_000 + b"x\n") is None


def test_a_number_of_more_digits_than_python_reads_counts_no_columns() -> None:
    zeros = b",0" * 783
    assert form_of(b"3," + b"9" * 5000 + zeros + b"\n") is not None


@pytest.mark.parametrize("empty", ["", "  ", "\t"])
@pytest.mark.parametrize("after", [0, 1, 3, 11])
def test_empty_lines_among_numbered_rows_are_no_rows(empty: str, after: int) -> None:
    rows = [" ".join([str(n), str(n % 2), *["7"] * 49]) for n in range(12)]
    rows.insert(after, empty)
    form = form_of("\n".join([*rows, ""]).encode())
    assert form is not None
    assert (form.numbered, form.label, form.pixels) == (True, 0, 49)
