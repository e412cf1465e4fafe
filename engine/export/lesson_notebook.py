"""A lesson's own experiment as a notebook in plain torch and matplotlib, to run and to change.

What is done stands in assets/notebooks/<lesson>.md, paragraphs and code as in any notebook. A line
`{{name}}` there asks for a cell that many share, or for what the reader has in the window: the
data, what was set, the sketch, the network. Tests run every one and compare its numbers with the
window's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module

import assets
from engine.errors import InkgradError
from engine.export import notebook_readers as readers
from engine.export.notebook import Cell, imports
from engine.export.notebook_expression import EXPRESSION
from engine.export.notebook_readers import packed
from engine.export.notebook_sets import Source, shared_cells
from engine.export.notebook_settings import settings
from engine.export.notebook_words import translated
from engine.lessons.catalogue import Lesson
from engine.lessons.controls import Values, at_first
from engine.lessons.lab import Lab
from engine.options import ACTIVATIONS
from engine.words.message import reason

_FENCE = re.compile(r"^```python\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
_WANTED = re.compile(r"\{\{(\w+)(?: (\w+))?\}\}")
_SKETCH = "sketch = np.frombuffer({packed}, np.uint8).reshape(28, 28)"


def lesson_notebook(lesson: Lesson, lab: Lab, values: Values, source: Source) -> list[Cell]:
    """Return the cells of a lesson's experiment, as it is set, on the reader's sketch and data.

    `source` is where the lab's dataset comes from. Raises InkgradError for what was typed and can't
    be read, DataError where the data are gone. What isn't among the values, as its field doesn't
    know yet what was meant, is what it is at first.
    """
    controls = import_module(f"engine.lessons.{lesson.name}").CONTROLS
    values = {**at_first(controls), **values}
    writing = _Writing(lesson, lab, values, source)
    cells = list(writing.cells(_recipe(lesson.name)))
    code = "\n".join(cell.text for cell in cells if cell.kind == "code")
    shows = _parse(_recipe("parts/show")) if "show(" in code else []
    given = [settings(lesson.name, lab, values, code)]
    if re.search(r"\bsketch\b", code):
        given.append(_SKETCH.format(packed=packed(lab.sketch.tobytes())))
    given_cells = [Cell("code", "\n\n".join(filter(None, given)))] if any(given) else []
    body = [*shows, *given_cells, *(_in_words(cell, lesson.language) for cell in cells)]
    return [Cell("markdown", _introduction(lesson)), Cell("code", imports(body)), *body]


def _in_words(cell: Cell, language: str) -> Cell:
    """Return a cell with its paragraph in a language; code stays as it is."""
    if cell.kind == "code":
        return cell
    return Cell(cell.kind, translated(cell.text, language))


@dataclass
class _Writing:
    """The cells as they are written; each shared one once, where it is first asked for."""

    lesson: Lesson
    lab: Lab
    values: Values
    source: Source
    done: set[str] = field(default_factory=set)

    def cells(self, text: str) -> Iterator[Cell]:
        """Give the cells of a recipe, and those that it asks for."""
        for cell in _parse(text):
            if cell.kind == "code":
                yield Cell("code", _WANTED.sub(lambda found: self._lines(found[1]), cell.text))
                continue
            told = []
            for line in cell.text.splitlines():
                wanted = _WANTED.fullmatch(line)
                if wanted is None:
                    told.append(line)
                else:
                    yield from self._asked(wanted[1], wanted[2] or "")
            if words := "\n".join(told).strip():
                yield Cell("markdown", words)

    def _lines(self, name: str) -> str:
        return _LINES[name](self.lab, self.values)

    def _asked(self, name: str, more: str) -> Iterator[Cell]:
        if name in self.done:
            return
        self.done.add(name)
        if name in readers.OF_THE_READER:
            for needed in readers.NEEDS.get(name, ()):
                yield from self._asked(needed, "")
            yield from readers.OF_THE_READER[name](self.lab, more)
        elif name in ("sample", "mnist", "chosen"):
            yield from shared_cells(name, self.source, self.done)
        else:
            yield from self.cells(_recipe(f"parts/{name}"))


def _activations(*_: object) -> str:
    """Return a dictionary of the classes that one can choose from."""
    classes = [f'"{name}": nn.{option.layer}' for name, option in ACTIVATIONS.items()]
    return f"{{{', '.join(classes)}}}"


_LINES = {**EXPRESSION, "activations": _activations}


def _recipe(name: str) -> str:
    path = assets.path(f"notebooks/{name}.md")
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise InkgradError("text_unreadable", file=path.name, reason=reason(error)) from None


def _parse(text: str) -> list[Cell]:
    """Take a text apart: code between fences, and what stands between it."""
    parts = _FENCE.split(text)
    kinds = ("markdown", "code")
    cells = [Cell(kinds[place % 2], part.strip("\n")) for place, part in enumerate(parts)]
    return [cell for cell in cells if cell.text.strip()]


def _introduction(lesson: Lesson) -> str:
    """Return the lesson's title, its questions and answers, and what to watch for."""
    asked = [f"**{each.number}  {each.ask}**\n\n{each.answer}" for each in lesson.questions]
    return "\n\n".join([f"# {lesson.title}", *asked, f"> {lesson.watch}"])
