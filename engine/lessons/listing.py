"""The engine's own lines for a lesson's code view, and for notebooks.

Which lines a lesson is about stands in its text; how they are drawn is the window's business.
"""

import ast
import importlib
import inspect
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from textwrap import dedent
from types import CodeType
from typing import Any

from engine.errors import InkgradError
from engine.lessons.figures import Line

Given = dict[tuple[CodeType, int], str]  # what a function's line gave, by its number in the file


@dataclass(frozen=True)
class Listing:
    """A function or class: its syntax tree, and its lines by their numbers in the file."""

    code: CodeType | None  # None of a class
    tree: ast.stmt
    lines: tuple[tuple[int, str], ...]

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(text for _, text in self.lines)


def listing(target: str) -> Listing:
    """Return the source of "engine.learner:Learner.train_epoch", its docstrings left out.

    Raises InkgradError for what is no code of the engine's, or whose source didn't come along.
    """
    module, _, name = target.partition(":")
    if module.partition(".")[0] != "engine" or not name:
        raise InkgradError("no_engine_code", target=target)
    try:
        found: Any = attrgetter(name)(importlib.import_module(module))
        found = found.fget if isinstance(found, property) else found
        if found.__module__ != module:  # something that it imports
            raise AttributeError
        source, first = inspect.getsourcelines(found)
    except (ImportError, AttributeError, TypeError):
        raise InkgradError("engine_code_missing", target=target) from None
    except OSError:
        raise InkgradError("source_missing", target=target) from None
    code = getattr(inspect.unwrap(found), "__code__", None)
    return _listing(code, dedent("".join(source)), first)


def lines_of(targets: Sequence[str], given: Given | None = None) -> tuple[Line, ...]:
    """Return the lines of a lesson's code with what is `given`, an empty one between two parts."""
    lines: list[Line] = []
    for each in map(listing, targets):
        lines += [Line("")] * bool(lines)
        for number, text in each.lines:
            value = given.get((each.code, number), "") if each.code and given else ""
            lines.append(Line(text, value))
    return tuple(lines)


def _listing(code: CodeType | None, source: str, first: int) -> Listing:
    tree = ast.parse(source).body[0]
    ast.increment_lineno(tree, first - 1)
    lines = dict(enumerate(source.splitlines(), first))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
            start, end = node.body[0].lineno, node.body[0].end_lineno or node.body[0].lineno
            after = not lines.get(end + 1, " ").strip()  # the blank line goes with it
            for number in range(start, end + 1 + after):
                del lines[number]
    return Listing(code, tree, tuple(lines.items()))
