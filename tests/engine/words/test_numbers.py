"""Numbers as people write them, against Python's own reading of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.words.numbers import ENGLISH, NumberStyle

GERMAN = NumberStyle(",", ".")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1, "0.1"),
        (0.00001, "0.00001"),
        (5e-6, "0.000005"),
        (5e-7, "5e-7"),
        (1.25e-6, "1.25e-6"),
        (0.00012345, "0.00012345"),
        (1_000_000.0, "1000000"),
        (1e300, "1e300"),
        (0.0, "0"),
        (12396, "12396"),
    ],
)
def test_a_number_is_written_as_a_person_would(value: float, text: str) -> None:
    assert ENGLISH.exact(value) == text
    assert GERMAN.exact(value) == text.replace(".", ",")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_what_is_written_stands_for_that_number_alone(value: float) -> None:
    assert float(ENGLISH.exact(value)) == value
    assert float(GERMAN.exact(value).replace(",", ".")) == value


@pytest.mark.parametrize(
    ("value", "spec", "text"),
    [
        (1e-5, "g", "0.00001"),
        (120.0, ".2g", "120"),
        (5.06e-6, ".3g", "5.06e-6"),
        (0.000123, ".2g", "0.00012"),
        (12396.5, ",.1f", "12,396.5"),
        (0.05, "g", "0.05"),
    ],
)
def test_significant_digits_come_without_a_needless_power_of_ten(
    value: float, spec: str, text: str
) -> None:
    assert ENGLISH.write(value, spec) == text


def test_a_space_stands_before_the_sign_of_per_cent() -> None:
    assert ENGLISH.write(0.9838, ".1%") == "98.4 %"
    assert GERMAN.fill("{0:.1%}", 0.9838) == "98,4 %"


@given(st.floats(1e-12, 1e12), st.integers(1, 12))
def test_they_are_the_digits_that_python_gives(value: float, digits: int) -> None:
    assert float(ENGLISH.write(value, f".{digits}g")) == float(f"{value:.{digits}g}")
