"""Names of classes, as they are shown."""

import numpy as np
import pytest

from engine.data.class_names import LONGEST, class_names, printable


@pytest.mark.parametrize("name", ["3", "seven", "été 七", "👩‍🏫", "a b", "⁇ ?"])
def test_what_can_be_shown_stays_as_it_is(name: str) -> None:
    assert printable(name) == name


@pytest.mark.parametrize("sign", ["\n", "\t", "\x00", "\x1b", "\x7f", "\x85", "\ud800", "\u2028"])
def test_what_cannot_be_shown_is_replaced(sign: str) -> None:
    assert printable(f"a{sign}b") == "a?b"


def test_a_name_is_cut_where_it_is_too_long() -> None:
    assert class_names(np.array(["a" * 100_000, "b"])).tolist() == ["a" * LONGEST, "b"]


def test_no_numbers_have_no_names() -> None:
    for shape in ((0,), (0, 1), (0, 5), (0, 0)):
        assert class_names(np.zeros(shape)).tolist() == []
