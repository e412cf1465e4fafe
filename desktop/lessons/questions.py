"""What the lessons ask of the worker. Each question can be sent to another process.

The lessons' modules compute with torch: they are imported where a question is answered.
"""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module
from itertools import combinations
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop.worker.messages import AsIs, DataSource
from desktop.worker.questions import Session
from engine.data.loading import BUNDLED
from engine.data.splits import Dataset
from engine.datasets import load_dataset
from engine.errors import InkgradError
from engine.lessons.catalogue import Lesson
from engine.lessons.controls import Control, Entry, Values
from engine.lessons.figures import Figure, Line
from engine.lessons.lab import Run, RunRecord
from engine.words.message import Message
from engine.words.numbers import NumberStyle

if TYPE_CHECKING:
    from engine.lessons.lab import Lab

SAMPLE = "mnist_sample"


@dataclass(frozen=True)
class Bench:
    """What of the window an experiment works with."""

    lesson: str
    words: Mapping[str, str]
    numbers: NumberStyle  # of the window's language
    sketch: NDArray[np.uint8] | None  # None while the pad is empty
    dataset: DataSource


@dataclass(frozen=True)
class Kind:
    """What a lesson's module offers."""

    controls: tuple[Control, ...]
    shows: bool  # whether it has something to show at once
    trains: bool
    follows_model: bool  # whether it shows something else when the model has learned
    uses_sketch: bool


def describe(lesson: str, session: Session) -> Iterator[Kind]:
    """Answer with the lesson's Kind."""
    module = _module(lesson)
    yield Kind(
        tuple(module.CONTROLS),
        shows=hasattr(module, "run"),
        trains=hasattr(module, "runs"),
        follows_model=getattr(module, "FOLLOWS_MODEL", False),
        uses_sketch=_uses_sketch(module),
    )


@dataclass(frozen=True)
class Shown:
    """What an experiment gives with `values`; `trouble` is why these aren't all that is set."""

    figures: tuple[Figure, ...]
    values: Values
    trouble: Message | None


def experiment(bench: Bench, values: Values, right: Values, session: Session) -> Iterator[object]:
    """Answer with Shown, each in place of the ones before.

    `right` are the last values that gave something: what is typed and can't be read is taken from
    them, so that all other controls act meanwhile.
    """
    lab = yield from _lab(bench, session)
    module = _module(bench.lesson)
    first: InkgradError | None = None
    for taken in _attempts(module.CONTROLS, values, right):
        try:
            for figures in module.run(lab, taken):
                yield Shown(figures, taken, first.message if first else None)
        except InkgradError as error:
            first = first or error
        else:
            return
    assert first is not None  # or it would have returned
    raise first


def _attempts(controls: tuple[Control, ...], values: Values, right: Values) -> Iterator[Values]:
    """Return what is set, then the same with fewer and fewer of the typed values."""
    typed = [each.name for each in controls if isinstance(each, Entry)]
    changed = [name for name in typed if values[name] != right[name]]
    for count in range(len(changed) + 1):
        for names in combinations(changed, count):
            yield {**values, **{name: right[name] for name in names}}


def plan(lesson: str, values: Values, session: Session) -> Iterator[tuple[Run, ...]]:
    """Answer with the trainings that the window is to do."""
    yield tuple(_module(lesson).runs(values))


def judge(
    bench: Bench, records: Mapping[str, RunRecord], last: int, session: Session
) -> Iterator[object]:
    """Answer with what came of the trainings; `last` is the number of the last one's run."""
    lab = yield from _lab(bench, session)
    lab = replace(lab, learner=session.learner_of(last))
    yield tuple(_module(bench.lesson).judge(lab, records))


def weights_moved(number: int, session: Session) -> Iterator[bool]:
    """Answer whether any parameter of a run differs from its first value."""
    from engine.analysis.inspection import has_moved

    run = session.learner_of(number)
    yield run is not None and has_moved(run.model, run.config, len(run.dataset.classes))


@dataclass(frozen=True)
class CodeNow:
    """The engine's lines that a lesson is about, with what they give now."""

    lines: tuple[Line, ...]
    follows_model: bool  # whether they give something else when the model has learned
    is_of_run: bool = False  # or of a new network, as nothing has been trained
    is_bare: bool = False  # nothing is told beside them: the lesson's networks are its own


def code(targets: tuple[str, ...], session: Session) -> Iterator[tuple[Line, ...]]:
    """Answer with the engine's lines that a lesson is about."""
    from engine.lessons.listing import lines_of

    yield lines_of(targets)


def code_now(targets: tuple[str, ...], bench: Bench, session: Session) -> Iterator[object]:
    """Answer with a CodeNow: the lines are run for it, where the lesson is about that network."""
    from engine.lessons.listing import lines_of
    from engine.lessons.live_code import follows_model, live_lines

    lab = yield from _lab(bench, session)
    if getattr(_module(bench.lesson), "OWN_NETWORK", False):
        yield CodeNow(lines_of(targets), follows_model=False, is_bare=True)
    else:
        lines, has_run = live_lines(targets, lab), lab.learner is not None
        yield CodeNow(lines, follows_model(targets), is_of_run=has_run)


def notebook(
    lesson: Lesson, bench: Bench, values: Values, is_script: bool, session: Session
) -> Iterator[object]:
    """Answer with a lesson's experiment in plain torch: a script, or the text of an .ipynb."""
    from engine.export.lesson_notebook import lesson_notebook
    from engine.export.notebook import as_ipynb, as_script
    from engine.export.notebook_sets import Source

    lab = yield from _lab(bench, session)
    source = Source(str(bench.dataset), isinstance(bench.dataset, AsIs))
    cells = lesson_notebook(lesson, lab, values, source)
    yield as_script(cells) if is_script else as_ipynb(cells)


def _module(lesson: str) -> ModuleType:
    return import_module(f"engine.lessons.{lesson}")


def _uses_sketch(module: ModuleType) -> bool:
    """Tell whether any of its functions, or of those it took from others, reads a lab's sketch."""
    functions = [each for each in vars(module).values() if isinstance(each, FunctionType)]
    return any("sketch" in each.__code__.co_names for each in functions)


def _lab(bench: Bench, session: Session) -> "Generator[object, None, Lab]":
    from engine.lessons.lab import Lab

    sample = _bundled(SAMPLE)
    if bench.dataset in BUNDLED:
        dataset = _bundled(str(bench.dataset))
    else:
        dataset = yield from session.load(bench.dataset)
    sketch = sample.valid.images[0] if bench.sketch is None else bench.sketch
    return Lab(
        sketch=sketch,
        is_drawn=bench.sketch is not None,
        dataset=dataset,
        sample=sample,
        learner=session.learner,
        classifier=session.classifier,
        words=bench.words,
        numbers=bench.numbers,
    )


@lru_cache(2)  # 3s and 7s, and what is chosen
def _bundled(name: str) -> Dataset:
    """Return a bundled set, which stays at hand: experiments are asked for many times a second."""
    return load_dataset(name)
