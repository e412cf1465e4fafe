"""Tables that no spreadsheet takes for programs."""

import csv
import io

import pytest

from engine.words.csv_table import csv_table


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_would_be_computed_is_text(start: str) -> None:
    name = f'{start}HYPERLINK("http://x"; "3")'
    text = csv_table([["name", "share"], [name, 0.5]])
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["name", "share"],
        [f"'{name}", "0.5"],
    ]


@pytest.mark.parametrize("number", [-1, -0.25, "+5", "-1.5e-07", -2e30, ".5", ""])
def test_numbers_stay_numbers(number: object) -> None:
    assert csv_table([[number, "x"]]) == f"{number},x\r\n"


@pytest.mark.parametrize("cell", ["-1+1", "+1|cmd", "-x", "--1", "+", "-1.5.5"])
def test_what_only_begins_like_a_number_is_text(cell: str) -> None:
    assert csv_table([[cell]]) == f"'{cell}\r\n"


def test_a_name_that_is_no_text_can_be_written() -> None:
    assert csv_table([["a\udcff"]]).encode() == b"a\\udcff\r\n"


def test_a_number_is_looked_through_once_however_long() -> None:
    cell = f"-{'1' * 200_000}x"
    assert csv_table([[cell]]) == f"'{cell}\r\n"
