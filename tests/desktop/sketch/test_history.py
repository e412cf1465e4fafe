"""A sketch's history as its file has it: what comes back, how large it gets, what is let in."""

import json
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sketch.content import Content, Picture
from desktop.sketch.document import SketchDocument
from desktop.sketch.history import MOST_STEPS, History, Step
from desktop.sketch.history_facts import MOST_CHARACTERS, history_text
from desktop.sketch.strokes import Stroke, rounded
from desktop.sketch.svg import from_svg, history_from_svg, history_to_svg, to_svg
from engine.errors import DataError

WISHES = st.lists(
    st.sampled_from(["draw", "erase", "picture", "digit", "sketch", "clear", "undo", "redo"]),
    max_size=25,
)
RNG = np.random.default_rng(0)
PHOTO = Picture(
    RNG.integers(0, 256, (28, 28), np.uint8), RNG.integers(0, 256, (9, 7, 3), np.uint8), "a <scan>"
)
DIGIT = Picture(RNG.integers(0, 256, (28, 28), np.uint8), caption="A test image: 7")


def draw(document: SketchDocument, height: float = 0.3, points: int = 3) -> None:
    document.begin_stroke(0.1, height, 0.7)
    for x in np.linspace(0.2, 0.9, points - 1).tolist():
        document.extend_stroke(x, height + x / 3, x)
    document.finish_stroke()


def erase(document: SketchDocument) -> None:
    document.begin_erasing(0.5, 0.0, 0.05)
    document.extend_erasing(0.5, 1.0, 0.05)
    document.finish_stroke()


def drawn_elsewhere() -> Content:
    document = SketchDocument()
    draw(document, 0.6)
    return document.content


DEEDS: dict[str, Callable[[SketchDocument], None]] = {
    "draw": draw,
    "erase": erase,
    "picture": lambda document: document.put(Content(picture=PHOTO)),
    "digit": lambda document: document.put(Content(picture=DIGIT)),
    "sketch": lambda document: document.put(drawn_elsewhere()),
    "clear": SketchDocument.clear,
    "undo": SketchDocument.undo,
    "redo": SketchDocument.redo,
}


def same(one: Content, other: Content) -> bool:
    """Tell whether both show the very same, to the last bit of what the network sees."""
    pairs = zip(one.strokes, other.strokes, strict=True)
    return (one.picture is None) == (other.picture is None) and all(
        np.array_equal(a.points, b.points)
        and np.array_equal(a.pressures, b.pressures)
        and a.width == b.width
        for a, b in pairs
    )


@given(WISHES)
def test_every_step_comes_back(wishes: list[str]) -> None:
    before = SketchDocument()
    for wish in wishes:
        DEEDS[wish](before)
    data = history_to_svg(before.history)
    after = SketchDocument()
    after.restore(history_from_svg(data))
    assert history_to_svg(after.history) == data
    while True:
        assert same(before.content, after.content)
        assert before.undo_stack.undoText() == after.undo_stack.undoText()
        if not before.undo_stack.canUndo():
            break
        before.undo(), after.undo()
    assert not after.undo_stack.canUndo()
    while before.undo_stack.canRedo():
        before.redo(), after.redo()
        assert same(before.content, after.content)
    assert not after.undo_stack.canRedo()


def test_pictures_come_back_with_their_colours() -> None:
    before = SketchDocument()
    for wish in ("picture", "digit", "draw", "undo"):
        DEEDS[wish](before)
    history = history_from_svg(history_to_svg(before.history))
    for state, expected in zip(history.states[1:], (PHOTO, DIGIT), strict=False):
        assert state.picture is not None
        np.testing.assert_array_equal(state.picture.image, expected.image)
        assert state.picture.caption == expected.caption
        assert (state.picture.colors is None) == (expected.colors is None)
    colors = history.states[1].picture.colors if history.states[1].picture else None
    assert colors is not None
    assert PHOTO.colors is not None
    np.testing.assert_array_equal(colors, PHOTO.colors)


def test_it_tells_nobody_of_the_states_on_the_way() -> None:
    before = SketchDocument()
    for wish in ("draw", "draw", "clear", "undo"):
        DEEDS[wish](before)
    after, seen = SketchDocument(), []
    after.changed.connect(lambda: seen.append(len(after.strokes)))
    after.restore(before.history)
    assert seen == [2]
    assert after.history == before.history
    after.undo()
    assert seen == [2, 1]
    assert after.history != before.history


def test_an_older_version_reads_the_sketch_in_it_and_a_saved_file_has_no_history() -> None:
    document = SketchDocument()
    for wish in ("draw", "clear", "draw"):
        DEEDS[wish](document)
    assert same(from_svg(history_to_svg(document.history)), document.content)
    saved = to_svg(document.content)
    assert b"history" not in saved
    assert history_from_svg(saved).steps == ()


def test_no_more_than_so_much_is_kept_and_the_nearest_of_it() -> None:
    document = SketchDocument()
    for _ in range(MOST_STEPS // 2):
        draw(document, points=1400)
        document.clear()
    draw(document)
    document.undo()
    data = history_to_svg(document.history)
    assert MOST_CHARACTERS / 2 < len(data) < MOST_CHARACTERS * 1.2
    history = history_from_svg(data)
    assert 20 < len(history.steps) < MOST_STEPS
    assert history.now == len(history.steps) - 1  # what was undone is near
    assert history.steps[-1] is Step.STROKE


def test_large_pictures_make_no_start_slow() -> None:
    document = SketchDocument()
    for _ in range(50):
        paper = np.zeros((800, 800, 3), np.uint8)  # 2 MB, and a file of almost nothing
        document.put(Content(picture=Picture(DIGIT.image, paper)))
    history = history_from_svg(history_to_svg(document.history))
    assert 1 < len(history.steps) < 10


def test_test_digits_come_back_however_many() -> None:
    """The "=" at the ends of their data are no attributes of a tag that holds too many."""
    document = SketchDocument()
    digits = RNG.integers(0, 256, (MOST_STEPS, 28, 28), np.uint8)
    for number, image in enumerate(digits):
        document.put(Content(picture=Picture(image, caption=f"x{'=' * number}")))
    history = history_from_svg(history_to_svg(document.history))
    assert len(history.steps) == MOST_STEPS
    for state, image in zip(history.states[1:], digits, strict=True):
        assert state.picture is not None
        np.testing.assert_array_equal(state.picture.image, image)
    assert history.content.picture is not None
    assert history.content.picture.caption.endswith("=")


@pytest.mark.long
@pytest.mark.parametrize("points", [250_000, 155_000], ids=["text", "bytes"])
def test_a_sketch_that_is_read_alone_is_kept_without_its_history(points: int) -> None:
    """Of constant width the points are the most of it, and of another the curves."""
    there = RNG.uniform(0, 1, (points, 2))
    pressures = np.ones(points) if points > 200_000 else RNG.uniform(0.3, 1, points)
    sketch = Content((rounded(Stroke(there, pressures.astype(np.float32))),))
    former = Content((Stroke(RNG.uniform(0, 1, (60_000, 2)), np.ones(60_000, np.float32)),))
    history = History((former, sketch), (Step.SKETCH,), 1)
    assert history_text(history)
    again = history_from_svg(history_to_svg(history))
    assert again.steps == ()
    assert same(again.content, sketch)


def facts(**changed: object) -> bytes:
    known = {"now": 1, "steps": ["stroke"], "strokes": [], "pictures": []}
    states = [{"strokes": [], "picture": None}, {"strokes": [[0, 1]], "picture": None}]
    stroke = {"width": 0.1, "points": [[1, 1]], "pressures": [1]}
    history = {**known, "states": states, **changed}
    text = json.dumps({"strokes": [stroke], "picture": None, "history": history})
    return f"<svg><i:sketch xmlns:i='urn:inkgrad:sketch'>{text}</i:sketch></svg>".encode()


HOSTILE = {
    "no object": lambda: facts().replace(b'"history": {', b'"history": 5, "x": {'),
    "now beyond": lambda: facts(now=2),
    "now before": lambda: facts(now=-1),
    "now endless": lambda: facts(now=float("inf")),
    "an unknown step": lambda: facts(steps=["__import__('os')"]),
    "too many steps": lambda: facts(
        steps=["clear"] * 201, states=[{"strokes": [], "picture": None}] * 202
    ),
    "no states": lambda: facts(states=[]),
    "a stroke that isn't there": lambda: facts(
        states=[{"strokes": [[0, 2]], "picture": None}, {"strokes": [], "picture": None}]
    ),
    "a picture that isn't there": lambda: facts(
        states=[{"strokes": [], "picture": 0}, {"strokes": [], "picture": None}]
    ),
    "one stroke a million times": lambda: facts(
        states=[{"strokes": [[0, 1]] * 1_000_000, "picture": None}] * 2
    ),
    "a stroke without points": lambda: facts(strokes=[{"width": 0.1, "points": []}]),
    "a picture of nothing": lambda: facts(pictures=[{"image": "", "caption": "", "colors": ""}]),
}


def test_the_facts_that_the_hostile_ones_change_are_good() -> None:
    history = history_from_svg(facts())
    assert history == History(history.states, (Step.STROKE,), 1)
    assert history.states[0].is_empty


@pytest.mark.parametrize("kind", HOSTILE)
def test_anything_else_is_refused(kind: str) -> None:
    with pytest.raises(DataError):
        history_from_svg(HOSTILE[kind]())
