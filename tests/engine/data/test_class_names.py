"""Names of classes, as they are shown."""

import pytest

from engine.data.class_names import printable


@pytest.mark.parametrize("name", ["3", "seven", "été 七", "👩‍🏫", "a b", "⁇ ?"])
def test_what_can_be_shown_stays_as_it_is(name: str) -> None:
    assert printable(name) == name


@pytest.mark.parametrize("sign", ["\n", "\t", "\x00", "\x1b", "\x7f", "\x85", "\ud800", "\u2028"])
def test_what_cannot_be_shown_is_replaced(sign: str) -> None:
    assert printable(f"a{sign}b") == "a?b"
