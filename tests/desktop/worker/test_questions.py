"""Questions as the window has them, without anybody to answer: which of the answers count."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from desktop.drawings.library import Library
from desktop.worker.questions import Newest, Question, Questions, Session


def say(word: str, session: Session) -> Iterator[object]:
    yield word


class Counter:
    """Takes what is asked and cancelled, by the questions' numbers."""

    def __init__(self) -> None:
        self.questions = Questions()
        self.asked: dict[int, Question] = {}
        self.cancelled: list[int] = []
        self.questions.answer_requested.connect(self.asked.__setitem__)
        self.questions.cancel_requested.connect(self.cancelled.append)


@pytest.fixture
def counter(qapp: object) -> Counter:
    """Return a counter where nobody answers but the test."""
    return Counter()


@pytest.fixture
def newest(counter: Counter) -> tuple[Newest, list[object]]:
    """Return a Newest, and all that it tells."""
    newest, told = Newest(counter.questions, counter.questions), list[object]()
    newest.answered.connect(told.append)
    newest.ended.connect(lambda: told.append("ended"))
    newest.failed.connect(lambda sentence: told.append(f"failed: {sentence}"))
    return newest, told


def test_only_the_newest_question_is_heard(
    counter: Counter, newest: tuple[Newest, list[object]]
) -> None:
    asking, told = newest
    asking.ask(partial(say, "old"))
    asking.ask(partial(say, "new"))
    assert counter.cancelled == [1]
    counter.questions.on_answered(1, "old")
    counter.questions.on_ended(1, "")
    assert told == []
    assert asking.is_awaited
    counter.questions.on_answered(2, "new")
    counter.questions.on_ended(2, "")
    assert told == ["new", "ended"]
    assert not asking.is_awaited
    assert counter.questions.are_answered


def test_after_cancel_nothing_is_heard(
    counter: Counter, newest: tuple[Newest, list[object]]
) -> None:
    asking, told = newest
    asking.ask(partial(say, "word"))
    asking.cancel()
    asking.cancel()
    assert counter.cancelled == [1]
    counter.questions.on_answered(1, "word")
    counter.questions.on_ended(1, "It went wrong.")
    assert told == []


def test_a_cancelled_question_answers_no_more_and_ends_well(counter: Counter) -> None:
    pending, told = counter.questions.ask(partial(say, "word")), list[str]()
    pending.answered.connect(told.append)
    pending.failed.connect(told.append)
    pending.ended.connect(lambda: told.append("ended"))
    pending.cancel()
    counter.questions.on_answered(1, "word")  # which was on its way
    counter.questions.on_ended(1, "It went wrong.")
    assert told == ["ended"]


def test_the_next_is_asked_as_soon_as_the_last_has_ended(
    counter: Counter, newest: tuple[Newest, list[object]]
) -> None:
    asking, told = newest
    asking.failed.connect(lambda _: asking.ask(partial(say, "again")))
    asking.ask(partial(say, "word"))
    counter.questions.on_ended(1, "It went wrong.")
    counter.questions.on_answered(2, "again")
    assert told == ["failed: It went wrong.", "again"]
    assert asking.is_awaited


def test_answers_that_come_after_all_have_failed_harm_nobody(counter: Counter) -> None:
    pending, told = counter.questions.ask(partial(say, "word")), list[str]()
    pending.failed.connect(told.append)
    counter.questions.fail_all("It broke down.")
    counter.questions.on_answered(1, "word")
    counter.questions.on_ended(1, "")
    assert told == ["It broke down."]


def test_a_drawing_kept_while_the_folder_is_listed_stays_in_the_list(
    counter: Counter, tmp_path: Path
) -> None:
    library = Library(counter.questions, tmp_path)
    library.read()
    kept = library.keep(np.full((28, 28), 200, np.uint8), "3")
    counter.questions.on_answered(1, ())  # as the folder was before
    counter.questions.on_ended(1, "")
    assert library.drawings == (kept,)
    assert list(counter.asked) == [1, 2]  # it is listed anew
