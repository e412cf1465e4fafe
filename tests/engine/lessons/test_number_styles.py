"""What lessons compute is written with the signs of the reader's language, wherever it stands.

Python is left as Python writes it: lists and tuples, code, and the values beside code.
"""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import compress

import pytest

from engine import Dataset, Learner
from engine.lessons.catalogue import Lesson, load_lessons
from engine.lessons.controls import Choice, Control, Steps, Value, at_first
from engine.lessons.figures import (
    Code,
    Figure,
    Graph,
    Outcome,
    Picture,
    Pictures,
    Pile,
    Plot,
    Table,
    Text,
)
from engine.lessons.lab import Lab, RunRecord
from engine.words.numbers import NumberStyle
from tests.mostly_long import mostly_long

Show = Callable[..., tuple[Figure, ...]]
Fit = Callable[..., tuple[RunRecord, Learner]]
ODD = NumberStyle("·", "'")  # what has a point or comma between digits didn't ask for the style
ENGLISH_NUMBER = re.compile(r"\d[.,]\d+")
PRINTED_ODDLY = re.compile(r"\d·\d+(?!\d| [A-Za-zµ])")  # but for what has a unit
PYTHON = re.compile(r"[\[(].*[\])]|\w+\(.*=.*\)")
LESSONS = {lesson.name: lesson for lesson in load_lessons()}
RUN_TOGETHER = re.compile(r"[\d}] [\d{]")  # read as one number where a language parts by spaces
SLOW = {"validation", "mini_batches"}  # whose choices change no kind of number


def texts(figure: Figure) -> Iterator[str]:
    """Give all that is to be read in a figure."""
    match figure:
        case Text() | Outcome():
            yield figure.text
        case Picture():
            yield figure.caption
        case Pictures():
            yield from (figure.name, *(picture.caption for picture in figure.pictures))
        case Pile():
            yield from (*figure.names, figure.skewer)
        case Plot():
            named = (*figure.curves, *figure.marks, *figure.handles)
            yield from (figure.x_label, figure.y_label, figure.title, *(n.name for n in named))
        case Table():
            yield from (figure.title, *figure.columns, *(c for row in figure.rows for c in row))
        case Code():
            is_folder = [line.code.rstrip().endswith("/") for line in figure.lines]
            told = (line.value for line in compress(figure.lines, is_folder))  # in words
            yield from (figure.title, *told)
        case Graph():
            yield from (t for node in figure.nodes for t in (node.name, node.value, node.gradient))


def english(lesson: Lesson, figures: tuple[Figure, ...]) -> list[str]:
    """Return what is written as in English, but for what the lesson's words say of themselves."""
    own = " ".join(lesson.words.values())
    told = [PYTHON.sub("", text) for figure in figures for text in texts(figure)]
    return [t for t in told if any(n not in own for n in ENGLISH_NUMBER.findall(t))]


def settings(name: str) -> Iterator[dict[str, Value]]:
    """Give the first values of an experiment, and each choice and step in their place."""
    controls: tuple[Control, ...] = import_module(f"engine.lessons.{name}").CONTROLS
    yield {}
    for control in controls if name not in SLOW else ():
        if isinstance(control, Choice):
            yield from ({control.name: option} for option in control.options)
        elif isinstance(control, Steps):
            yield from ({control.name: step} for step in range(1, min(control.count, 7)))


@pytest.mark.parametrize("name", mostly_long(LESSONS, range(0, 40, 5)))
def test_an_experiment_asks_for_the_style(
    show: Show, lab: Callable[..., Lab], few: Dataset, name: str
) -> None:
    if not hasattr(import_module(f"engine.lessons.{name}"), "run"):
        return
    at = lab(name, numbers=ODD, dataset=few)
    for values in settings(name):
        figures = show(name, at, **values)
        assert not english(LESSONS[name], figures), values
        codes = [figure for figure in figures if isinstance(figure, Code)]
        printed = [line.value for code in codes for line in code.lines]
        assert not any(map(PRINTED_ODDLY.search, printed)), values


@pytest.mark.parametrize("name", mostly_long(LESSONS, range(0, 40, 5)))
def test_so_do_its_trainings(fit: Fit, lab: Callable[..., Lab], few: Dataset, name: str) -> None:
    module = import_module(f"engine.lessons.{name}")
    if not hasattr(module, "runs"):
        return
    values = at_first(module.CONTROLS)
    trained = {run.name: fit(few, run.config) for run in module.runs(values)}
    records = {run: record for run, (record, _) in trained.items()}
    at = lab(name, numbers=ODD, learner=[*trained.values()][-1][1])
    assert not english(LESSONS[name], module.judge(at, records))


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_outcome_says_two_numbers_in_a_row(language: str) -> None:
    for lesson in load_lessons(language):
        outcomes = {k: w for k, w in lesson.words.items() if k.startswith("outcome")}
        assert {k: w for k, w in outcomes.items() if RUN_TOGETHER.search(w)} == {}
