"""The cell of a notebook that sets what was set in the window: a line for each control."""

import re
from collections.abc import Callable
from importlib import import_module

from engine.lessons import typed
from engine.lessons.controls import Choice, Control, Slider, Value, Values
from engine.lessons.lab import Lab
from engine.lessons.three_by_three import as_code

Write = Callable[[Lab, Value], str]


def _shape(lab: Lab, value: Value) -> str:
    return repr(typed.shape(lab, value))


def _numbers(lab: Lab, value: Value) -> str:
    return repr(typed.numbers(lab, value))


def _matrix(lab: Lab, value: Value) -> str:
    return f"tensor({typed.matrix(lab, value).tolist()})"


def _part(lab: Lab, value: Value) -> str:
    return f"np.s_[{', '.join(map(as_code, typed.slices(lab, value)))}]"


# what was typed is read as the lesson reads it, and never becomes code as it stands
_TYPED: dict[tuple[str, str], tuple[str, Write]] = {
    ("rank_and_shape", "shape"): ("shape", _shape),
    ("broadcasting", "left"): ("left", _shape),
    ("broadcasting", "right"): ("right", _shape),
    ("list_comprehension", "numbers"): ("numbers", _numbers),
    ("pairs", "numbers"): ("numbers", _numbers),
    ("matmul", "left"): ("A", _matrix),
    ("matmul", "right"): ("B", _matrix),
    ("three_by_three", "part"): ("part", _part),
    ("three_by_three", "cut"): ("cut", _part),
}


def settings(lesson: str, lab: Lab, values: Values, code: str) -> str:
    """Return a line for each control that the code asks for, with what it may be."""
    lines = []
    for control in import_module(f"engine.lessons.{lesson}").CONTROLS:
        name, write = _TYPED.get((lesson, control.name), (control.name, None))
        if re.search(rf"\b{name}\b", code):
            value = values[control.name]
            written = write(lab, value) if write else _plain(control, value)
            lines.append(f"{name} = {written}{_about(control)}")
    return "\n".join(lines)


def _plain(control: Control, value: Value) -> str:
    is_whole = not isinstance(control, Slider) or control.step == 1
    return repr(int(value) if is_whole and not isinstance(value, str) else value)


def _about(control: Control) -> str:
    if isinstance(control, Slider):
        return f"  # {control.low:g} to {control.high:g}"
    if isinstance(control, Choice):
        return f"  # one of {', '.join(map(repr, control.options))}"
    return ""
