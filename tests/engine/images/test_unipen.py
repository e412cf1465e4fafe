"""UNIPEN text -> strokes: what is read, and what is said of damaged files."""

import gzip
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from engine.errors import DataError
from engine.images.unipen import read_unipen

PEN_DIGITS = Path(__file__).parents[2] / "data" / "pen_digits.unipen"

TWO_DIGITS = """\
.INCLUDE        dene.doc
.LEXICON "0" "1"
.SEGMENT DIGIT    0 ? "4"
.COMMENT 4 12  224
.PEN_DOWN
 10  50
 10.5  20
.PEN_UP
.DT 100
.PEN_DOWN
 0 30
.PEN_UP

.SEGMENT DIGIT    1 ? "1"
.PEN_DOWN
 7 9
 7 1
.PEN_UP
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "digits.unipen"
    path.write_text(text)
    return path


def test_strokes_come_with_y_downward_and_with_their_writer(tmp_path: Path) -> None:
    four, one = read_unipen(write(tmp_path, TWO_DIGITS))
    assert (four.label, four.writer, four.number) == ("4", 12, 224)
    assert [stroke.tolist() for stroke in four.strokes] == [[[10, -50], [10.5, -20]], [[0, -30]]]
    assert four.strokes[0].dtype == np.float32
    assert (one.label, one.writer, one.number) == ("1", 0, 0)
    assert one.strokes[0].tolist() == [[7, -9], [7, -1]]


def test_a_gzipped_file_is_read_the_same(tmp_path: Path) -> None:
    packed = tmp_path / "digits.gz"
    packed.write_bytes(gzip.compress(TWO_DIGITS.replace("\n", "\r\n").encode()))
    plain = read_unipen(write(tmp_path, TWO_DIGITS))
    for ours, theirs in zip(read_unipen(packed), plain, strict=True):
        assert ours.label == theirs.label
        assert all(map(np.array_equal, ours.strokes, theirs.strokes))


def test_real_handwriting_is_read() -> None:
    digits = read_unipen(PEN_DIGITS)
    assert Counter(digit.label for digit in digits) == dict.fromkeys("0123456789", 4)
    assert all(1 <= digit.writer <= 30 and 1 <= digit.number <= 250 for digit in digits)
    sizes = [np.concatenate(digit.strokes).shape[0] for digit in digits]
    assert min(sizes) >= 10


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (TWO_DIGITS.replace("0 30", "0 thirty"), 11, "expected a point"),
        (TWO_DIGITS.replace("0 30", "30"), 11, "expected a point"),
        (TWO_DIGITS.replace("0 30", "0 nan"), 11, "finite"),
        (TWO_DIGITS.replace('"1"\n.PEN', "\n.PEN"), 14, "expected .SEGMENT"),
        (".PEN_DOWN\n1 2\n", 1, "before the first .SEGMENT"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, text: str, line: int, says: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(DataError, match=says) as raised:
        read_unipen(path)
    assert f"{path}, line {line}:" in str(raised.value)


def test_files_that_are_no_unipen_are_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no digits"):
        read_unipen(write(tmp_path, "\n"))
    with pytest.raises(DataError, match="can't be read"):
        read_unipen(tmp_path / "absent.gz")
    broken = tmp_path / "broken.gz"
    broken.write_bytes(gzip.compress(TWO_DIGITS.encode())[:-20])
    with pytest.raises(DataError, match="can't be read"):
        read_unipen(broken)
    broken.write_bytes(b"\x89PNG\xff")
    with pytest.raises(DataError, match="not UNIPEN text"):
        read_unipen(broken)
