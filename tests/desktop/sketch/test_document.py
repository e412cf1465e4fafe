"""The sketch's history against a plain list of past states."""

import gc
import weakref

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop.sketch.content import Content, Picture
from desktop.sketch.document import SketchDocument
from desktop.sketch.history import MOST_STEPS
from desktop.sketch.strokes import Strokes
from engine.images.ink import Sketch

WISHES = st.lists(st.sampled_from(["draw", "clear", "undo", "redo"]), max_size=40)


@given(WISHES)
def test_undo_and_redo_walk_through_every_state(wishes: list[str]) -> None:
    document = SketchDocument()
    states: list[Strokes] = [()]
    now = 0
    for number, wish in enumerate(wishes):
        if wish == "draw":
            document.begin_stroke(0.1, number / 50)
            document.extend_stroke(0.9, number / 50)
            document.finish_stroke()
        else:
            getattr(document, wish)()
        if wish == "draw" or (wish == "clear" and states[now]):
            states = [*states[: now + 1], document.strokes]
            now += 1
        elif wish == "undo":
            now = max(0, now - 1)
        elif wish == "redo":
            now = min(len(states) - 1, now + 1)
        assert document.strokes is states[now] or document.strokes == states[now] == ()
        assert document.undo_stack.canUndo() == (now > 0)
        assert document.undo_stack.canRedo() == (now < len(states) - 1)


def test_one_drag_is_one_step() -> None:
    document = SketchDocument()
    document.begin_stroke(0.1, 0.1)
    for step in range(1, 9):
        document.extend_stroke(0.1 * step, 0.5)
    assert document.undo_stack.count() == 0  # not before the pen is lifted
    document.finish_stroke()
    assert document.undo_stack.count() == 1


def test_what_can_no_longer_be_undone_is_forgotten() -> None:
    document = SketchDocument()
    document.begin_stroke(0.1, 0.1)
    document.finish_stroke()
    first = weakref.ref(document.strokes[0])
    for _ in range(MOST_STEPS // 2):
        document.clear()
        document.begin_stroke(0.2, 0.2)
        document.finish_stroke()
    assert document.undo_stack.count() == MOST_STEPS
    document.clear()
    gc.collect()
    assert first() is None


def test_each_step_has_its_name() -> None:
    document = SketchDocument()

    def names() -> list[str]:
        stack = document.undo_stack
        return [stack.text(step) for step in range(stack.count())]

    document.begin_stroke(0.1, 0.5)
    document.extend_stroke(0.9, 0.5)
    document.finish_stroke()
    drawn = document.content
    document.begin_erasing(0.5, 0.5, 0.1)
    document.finish_stroke()
    document.put(Content(picture=Picture(np.zeros((28, 28), np.uint8))))
    document.put(drawn)
    document.clear()
    assert names() == ["Stroke", "Erasing", "Picture", "Sketch", "Clear"]


def test_a_picture_is_gone_as_soon_as_the_pen_touches_the_pad() -> None:
    document = SketchDocument()
    picture = Picture(np.zeros((28, 28), np.uint8))
    document.put(Content(picture=picture))
    document.begin_stroke(0.1, 0.5)
    assert document.shown.picture is None
    document.drop_stroke()
    assert document.shown.picture is picture


def test_clearing_comes_back() -> None:
    document = SketchDocument()
    document.begin_stroke(0.1, 0.1)
    document.finish_stroke()
    before = document.strokes
    document.clear()
    assert document.is_empty
    document.undo()
    assert document.strokes is before


def test_undo_in_the_middle_of_a_drag_takes_back_that_drag() -> None:
    document = SketchDocument()
    document.begin_stroke(0.1, 0.1)
    document.extend_stroke(0.5, 0.5)
    document.undo()
    assert document.is_empty
    document.extend_stroke(0.9, 0.9)  # the button is still held
    assert document.is_empty


def test_the_live_stroke_is_part_of_what_is_read() -> None:
    document = SketchDocument()
    document.begin_stroke(0.1, 0.2)
    document.extend_stroke(0.3, 0.4)
    expected = Sketch([[(0.1, 0.2), (0.3, 0.4)]]).to_image()
    np.testing.assert_array_equal(document.image(), expected)


def test_some_strokes_or_all_can_be_taken_off_and_come_back() -> None:
    document = SketchDocument()
    for x in (0.2, 0.5, 0.8):
        document.begin_stroke(x, 0.1)
        document.extend_stroke(x, 0.9)
        document.finish_stroke()
    first, second, third = document.strokes
    document.take_off((first, third))
    assert document.strokes == (second,)
    document.take_off((second,))
    assert document.is_empty
    assert document.undo_stack.undoText() == "Clear"
    document.undo()
    document.undo()
    assert document.strokes == (first, second, third)
    document.take_off(())
    assert document.is_empty
