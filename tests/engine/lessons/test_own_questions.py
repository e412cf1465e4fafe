"""A teacher's own questions: typed, kept, read back, and refused where they are wrong."""

from typing import Any

import pytest

from engine.errors import LessonFileError
from engine.lessons.catalogue import Check
from engine.lessons.own_questions import (
    LONGEST,
    as_json,
    as_text,
    from_text,
    is_free,
    key_of,
    read_questions,
)

TYPED = """\
? What is the rank of an image?
- 1
* 2
! It has rows and columns.

? How much is 3/10?
= 0.3
= 30 %

? Why does the loss fall?"""


def test_what_is_typed_is_asked() -> None:
    choice, number, free = from_text(TYPED)
    why = "It has rows and columns."
    assert choice == Check("What is the rank of an image?", why, ("1", "2"), 1)
    assert choice.is_right(1)
    assert not choice.is_right(0)
    assert number.is_right("0,300")
    assert not number.is_right("0.31")
    assert is_free(free)
    assert not is_free(choice)
    assert (
        as_text((choice, number, free)).split()
        == TYPED.split()[:12] + as_text((choice, number, free)).split()[12:]
    )
    assert from_text(as_text((choice, number, free))) == (choice, number, free)


def test_a_hundred_questions_of_twelve_choices_are_taken_and_no_more() -> None:
    choices = [{"choices": [str(n) for n in range(12)], "right": 11, "question": "q"}]
    frees = [{"question": f"q{number}" * 200} for number in range(99)]
    assert len(read_questions(choices + frees)) == 100
    with pytest.raises(LessonFileError, match="100"):
        read_questions([*choices, *frees, {"question": "one more"}])


def test_json_comes_back() -> None:
    checks = from_text(TYPED)
    assert read_questions([as_json(check) for check in checks]) == checks


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("What?", 1),
        ("- a choice", 1),
        ("? Q\n- a\n= 3", 3),
        ("? Q\n* a\n* b", 3),
        ("? Q\n! w\n! w", 3),
        ("?", 1),
    ],
)
def test_a_line_that_cannot_be_read_is_named(typed: str, line: int) -> None:
    with pytest.raises(LessonFileError, match=f"Line {line} "):
        from_text(typed)


@pytest.mark.parametrize(
    "values",
    [
        {},
        7,
        [7],
        [{}],
        [{"question": ""}],
        [{"question": "Q", "choices": ["a"], "right": 0}],
        [{"question": "Q", "choices": ["a", "b"]}],
        [{"question": "Q", "choices": ["a", "b"], "right": 2}],
        [{"question": "Q", "choices": ["a", "b"], "right": True}],
        [{"question": "Q", "choices": ["a", "a"], "right": 0}],
        [{"question": "Q", "choices": ["a", "b"], "right": 0, "accept": ["c"]}],
        [{"question": "Q", "choices": [1, 2], "right": 0}],
        [{"question": "Q", "right": 0}],
        [{"question": "Q", "run": "me"}],
        [{"question": "Q" * 5000}],
        [{"question": "Q\0"}],
        [{"question": "\ud800"}],
        [{"question": "Q"}] * 101,
        [{"question": "Q"}, {"question": "R"}, {"question": "Q "}],
    ],
    ids=lambda values: str(values)[:40],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(values: Any) -> None:
    with pytest.raises(LessonFileError, match=r"uestion"):
        read_questions(values)


def test_each_lessons_question_has_a_key_of_its_own() -> None:
    assert key_of("Biases", "12") == "Biases: 12"
    long = "Q" * LONGEST
    keys = {key_of("A", long), key_of("B", long), key_of("A", long[:-1] + "R")}
    assert len(keys) == 3
    assert all(len(key) == LONGEST for key in keys)
