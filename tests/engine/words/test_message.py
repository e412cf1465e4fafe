import errno
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ConfigError, DataError, InkgradError, TrainingDiverged
from engine.words.message import Message, reason, word
from engine.words.numbers import NumberStyle
from engine.words.sentence import Sentence, said
from engine.words.table import TABLE


@pytest.fixture(autouse=True)
def sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have sentences of every kind, whatever the engine says just now."""
    monkeypatch.setitem(TABLE, "t_file", said("{file} is not a dataset: {cause}"))
    monkeypatch.setitem(TABLE, "t_range", said("{name} is {value!r}: from {low} to {high}."))
    monkeypatch.setitem(TABLE, "t_batches", said("After {n} batch(es) it (is|are) lost", "", "n"))
    monkeypatch.setitem(TABLE, "t_list", said("choose one of {choices}."))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.1, "0.1"),
        (1e-5, "0.00001"),
        (12396, "12,396"),
        (1000, "1,000"),  # a count
        (1000.0, "1000"),  # a rate, as it is typed
        ("a", "'a'"),
        ("it's\n", '"it\'s\\n"'),
        (True, "True"),
        (None, "None"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (10**4000, "1.00e+4000"),
    ],
)
def test_a_value_is_written_as_english_does(value: object, shown: str) -> None:
    message = Message("t_range", name="lr", value=value, low=0, high=1e6)
    assert str(message) == f"lr is {shown}: from 0 to 1,000,000."


@pytest.mark.parametrize(
    ("n", "sentence"),
    [(0, "After 0 batches it are lost"), (1, "After 1 batch it is lost")],
)
def test_what_is_counted_takes_its_plural(n: int, sentence: str) -> None:
    assert str(Message("t_batches", n=n)) == sentence


def test_an_error_is_said_inside_another() -> None:
    inner = ConfigError("t_range", name="lr", value=-1, low=0, high=1)
    outer = DataError("t_file", file=Path("a b"), cause=inner)
    assert str(outer) == "a b is not a dataset: lr is -1: from 0 to 1."


def test_another_language_words_values_and_inner_messages_too() -> None:
    def translate(sentence: Sentence, count: int | None) -> str:
        return sentence.template.replace("from", "von").replace("is not a", "ist kein")

    message = Message(
        "t_file", file="x", cause=Message("t_range", name="lr", value=0.5, low=0, high=1)
    )
    words = word(message, translate, NumberStyle(point=",", group="."))
    assert words == "x ist kein dataset: lr is 0,5: von 0 to 1."


def test_errors_come_whole_through_another_process() -> None:
    inner = DataError("t_file", file=Path("a"), cause=Message("t_batches", n=2))
    error = TrainingDiverged("t_file", fix={"lr": 0.1}, file="a", cause=inner)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.fix, again.message) == (str(error), {"lr": 0.1}, error.message)


@given(st.text(), st.lists(st.text()), st.integers(1, 10_000))
def test_no_sentence_grows_with_what_it_holds(text: str, many: list[str], times: int) -> None:
    long = Message("t_file", file=text * times, cause=Message("t_list", choices=many * times))
    sentence = str(InkgradError("t_file", file=text * times, cause=long))
    assert len(sentence) < 3_000
    assert sentence.isprintable()
    assert len(str(Message("t_file", file="ab" * times, cause=""))) < 180


def test_the_middle_of_a_long_path_is_left_out() -> None:
    path = "/" + "folder/" * 100 + "digits.zip"
    sentence = str(Message("t_file", file=Path(path), cause="?"))
    assert sentence.startswith("/folder/")
    assert "…" in sentence
    assert "/digits.zip is not a dataset" in sentence


def test_the_systems_reasons_are_said_in_our_words() -> None:
    assert str(reason(OSError(errno.ENOSPC, "kein Platz"))) == "the disk is full"
    assert str(reason(OSError(errno.ECHILD, "odd"))) == "odd"
