"""What each line of the engine's code gave as it ran, for a lesson's code view.

Nothing is worked out beside the code: Python's tracing looks on while the very lines run, and notes
what they assign, return or decide.
"""

import ast
import sys
from collections.abc import Callable, Iterator, Sequence
from types import FrameType
from typing import Any

import numpy as np
import torch
from torch import nn

from engine.lessons.listing import Given, Listing

_FIRST = 3  # values of an array that are told
_LONGEST = 60  # characters


class Trace:
    """Look on as watched functions run; `given` has what each line gave when it first ran.

    Only the first call of a function counts: so all its values belong together.
    """

    def __init__(self, watched: Sequence[Listing]) -> None:
        self._places = {each.code: dict(_places(each.tree)) for each in watched if each.code}
        self._first: dict[object, FrameType] = {}  # call of each function
        self._last: dict[FrameType, ast.stmt] = {}  # what a call has just run
        self.given: Given = {}

    def follow(self, journey: Callable[[], object]) -> None:
        """Run something, and note what the watched lines give on the way."""
        before = sys.gettrace()
        sys.settrace(self._begin)
        try:
            journey()
        finally:
            sys.settrace(before)

    def _begin(self, frame: FrameType, event: str, value: Any) -> Any:
        is_watched = frame.f_code in self._places
        if is_watched and self._first.setdefault(frame.f_code, frame) is frame:
            return self._within
        return None

    def _within(self, frame: FrameType, event: str, value: Any) -> Any:
        last = self._last.get(frame)
        if event == "line":
            now = self._places[frame.f_code].get(frame.f_lineno)
            if last is not None and now is not last:
                self._note(frame, last, _told(last, frame, now))
            if now is not None:
                self._last[frame] = now
        elif event == "exception":
            self._last.pop(frame, None)  # what was to be given wasn't
        elif event == "return" and last is not None:
            told = [("", value)] if _hands_over(last) else _told(last, frame, None)
            self._note(frame, last, told)
            del self._last[frame]
        return self._within

    def _note(self, frame: FrameType, last: ast.stmt, told: list[tuple[str, Any]]) -> None:
        words = [(name, brief(value)) for name, value in told]
        shown = ", ".join(f"{name} = {text}" if name else text for name, text in words if text)
        self.given.setdefault((frame.f_code, last.lineno), shown)


def brief(value: object) -> str:
    """Tell a value in a few characters: a number, or an array's shape and first values.

    Nothing of what has no short form of its own.
    """
    if isinstance(value, torch.Tensor):
        value = value.detach().cpu()
        value = value.float().numpy() if value.dtype == torch.bfloat16 else value.numpy()
    if isinstance(value, np.ndarray | np.generic):
        return _array(np.asarray(value))
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, tuple | list):
        return _several(value)
    if value is None or isinstance(value, bool | int | str):
        text = repr(value)
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    if isinstance(value, nn.Sequential):
        return " → ".join(map(brief, value))
    if isinstance(value, nn.Linear):
        bias = "" if value.bias is not None else ", bias=False"
        return f"Linear({value.in_features}, {value.out_features}{bias})"
    return type(value).__name__ if isinstance(value, nn.Module) else ""


def _several(values: Sequence[object]) -> str:
    """Tell the values inside, as many as there is room for."""
    told: list[str] = []
    for value in values:
        if sum(map(len, told)) > _LONGEST // 2 or len(told) > _FIRST:
            told.append("…")
            break
        told.append(brief(value) or type(value).__name__)
    inside = ", ".join(told)
    if isinstance(values, list):
        return f"[{inside}]"
    return f"({inside},)" if len(values) == 1 else f"({inside})"


def _array(array: "np.ndarray[Any, Any]") -> str:
    if array.ndim == 0:
        return brief(array.item())
    if array.ndim > 1:
        return str(array.shape)
    first = ", ".join(brief(value) for value in array[:_FIRST].tolist())
    return f"[{first}, …] {array.shape}" if len(array) > _FIRST else f"[{first}]"


def _places(node: ast.AST) -> Iterator[tuple[int, ast.stmt]]:
    """Give each line of a function's body with its statement, the innermost one."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt):
            for number in range(child.lineno, (child.end_lineno or child.lineno) + 1):
                yield number, child
        if not isinstance(child, ast.FunctionDef | ast.ClassDef):
            yield from _places(child)


def _hands_over(statement: ast.stmt) -> bool:
    """Tell whether a frame that is left at this statement hands a value to its caller."""
    if isinstance(statement, ast.Return):
        return statement.value is not None
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Yield)


def _told(statement: ast.stmt, frame: FrameType, now: ast.stmt | None) -> list[tuple[str, Any]]:
    """Return what a statement that has run made of the names it sets, or what an `if` decided."""
    if isinstance(statement, ast.If):
        return [("", now in statement.body)]
    if isinstance(statement, ast.For) and now not in statement.body:
        return []  # the loop is over, or goes on inside
    names = [name for target in _targets(statement) for name in _names(target)]
    values = [(name, _value(name, frame)) for name in names]
    if isinstance(statement, ast.Expr):  # a call: with which numbers?
        used = [ast.unparse(node) for node in ast.walk(statement) if _is_attribute(node)]
        values += [(name, v) for name in used if isinstance(v := _value(name, frame), float)]
    return [(name, value) for name, value in values if value is not _UNKNOWN]


def _is_attribute(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)


def _targets(statement: ast.stmt) -> Sequence[ast.expr]:
    if isinstance(statement, ast.Assign):
        return statement.targets
    if isinstance(statement, ast.AugAssign | ast.AnnAssign | ast.For):
        return [statement.target]
    call = statement.value if isinstance(statement, ast.Expr) else None
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
        in_place = call.func.attr.endswith("_") and not call.func.attr.startswith("_")
        return [call.func.value] if in_place else []  # torch's own sign for it
    return []


def _names(target: ast.expr) -> Iterator[str]:
    """Give the names in `a`, `self.a`, or `a, b`; others, such as `a[0]`, aren't told."""
    if isinstance(target, ast.Tuple):
        for each in target.elts:
            yield from _names(each)
    elif isinstance(target, ast.Name | ast.Attribute):
        yield ast.unparse(target)


_UNKNOWN = object()


def _value(name: str, frame: FrameType) -> object:
    first, *attributes = name.split(".")
    value = frame.f_locals.get(first, _UNKNOWN)
    for attribute in attributes:
        value = getattr(value, attribute, _UNKNOWN)
    return value
