"""What a typed text stands for, in English and in German."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from desktop.i18n.numbers import exact
from desktop.i18n.typed_numbers import read_real, read_whole
from engine.errors import ConfigError

OFTEN = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """Have the numbers of a language."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def problem(text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        read_real(text, 0, 1e6)
    return caught.value.message.code


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1e-3", 0.001),
        ("1E-3", 0.001),
        ("1e−3", 0.001),  # as a word processor writes it
        ("5e-4", 0.0005),
        ("0,5", 0.5),
        ("0.5", 0.5),
        (".5", 0.5),
        (",5", 0.5),
        (" 0.5 ", 0.5),
        ("\u00a00,5\n", 0.5),
        ("+0.5", 0.5),
        ("-0", 0.0),
        ("0,001", 0.001),
        ("0.001", 0.001),
        ("1,0000", 1.0),
        ("1,5e3", 1500.0),
        ("1,500e-3", 0.0015),
        ("1000000", 1e6),
        ("0.1" + "0" * 400, 0.1),
    ],
)
def test_it_is_the_same_number_in_every_language(language: str, text: str, value: float) -> None:
    assert read_real(text, 0, 1e6) == value
    assert str(read_real(text, 0, 1e6)) != "-0.0"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "number_missing"),
        ("  ", "number_missing"),
        *((text, "number_unfinished") for text in ("5e", "5e-", "0.", "0,", "-", "+", ".", ",")),
        *((text, "number_unreadable") for text in ("abc", "--1", "٣", "５", "0x10", "inf", "nan")),
        *((text, "number_unreadable") for text in ("e5", "0.5.5", "1 2", "1/2", "50%", "½")),
        *((text, "number_in_groups") for text in ("1 000", "1_000", "1'000", "1,000,000")),
        *(
            (text, "number_in_groups")
            for text in ("1.000.000", "1,000.5", "1.000,5", "12\u00a0345")
        ),
        *((text, "number_out_of_range") for text in ("-1", "−5", "1e7", "1e999", "1e-999")),
        ("1" * 400, "number_out_of_range"),
        ("0" * 399 + "x", "number_unreadable"),
    ],
)
def test_what_is_no_number_is_refused_in_every_language(
    language: str, text: str, code: str
) -> None:
    assert problem(text) == code


@pytest.mark.parametrize("digits", ["1{0}000", "12{0}345", "999{0}999"])
def test_three_digits_after_the_other_languages_sign_could_be_thousands(
    language: str, digits: str
) -> None:
    own, other = (".", ",") if language == "en" else (",", ".")
    assert read_real(digits.format(own), 0, 1e6) == float(digits.format("."))
    assert problem(digits.format(other)) == "number_in_groups"


@pytest.mark.parametrize(
    ("text", "value"), [("256", 256), ("1e3", 1000), ("2.0", 2), ("2,0", 2), (" 7 ", 7), ("+7", 7)]
)
def test_a_whole_number_may_be_written_in_any_way(language: str, text: str, value: int) -> None:
    read = read_whole(text, 1, 100_000)
    assert (read, type(read)) == (value, int)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *((text, "number_not_whole") for text in ("1.5", "2,25", "1234.5", "0.5", "1e-9999")),
        *((text, "number_in_groups") for text in ("1,000", "1.000", "1 000")),
        *((text, "number_out_of_range") for text in ("0", "-1", "100001", "1e99999")),
        ("2.", "number_unfinished"),
    ],
)
def test_what_is_no_whole_number_is_refused(language: str, text: str, code: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_whole(text, 1, 100_000)
    assert caught.value.message.code == code


@OFTEN
@given(st.floats(0, 1e6))
def test_what_a_field_writes_it_reads_again(language: str, value: float) -> None:
    assert read_real(exact(value), 0, 1e6) == value


@OFTEN
@given(st.text(max_size=12))
def test_any_text_is_a_number_in_range_or_refused(language: str, text: str) -> None:
    try:
        value = read_real(text, 0, 1e6)
    except ConfigError:
        return
    assert 0 <= value <= 1e6
