"""Runs a lesson's notebook, and looks in what it printed and drew for what the window shows."""

import contextlib
import io
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine.export.notebook import Cell
from engine.lessons.figures import (
    Code,
    Figure,
    Graph,
    Outcome,
    Picture,
    Pictures,
    Plot,
    Table,
    Text,
)

_NUMBER = re.compile(r"(?<![\w.])[-+−]?\d+(?:,\d{3})*(?:\.\d+)?(?:e[-+]?\d+)?")
_SMALL = 10  # such whole numbers stand everywhere: they'd prove nothing

WATCH = """\
import matplotlib
import matplotlib.pyplot as plt

matplotlib.use("agg")
_drawn, _words = [], []


def _keep():
    for number in plt.get_fignums():
        for axis in plt.figure(number).axes:
            _drawn.extend(line.get_ydata() for line in axis.get_lines())
            _drawn.extend(image.get_array() for image in axis.get_images())
            labels = [line.get_label() for line in axis.get_lines()]
            _words.extend([axis.get_title(), axis.get_xlabel(), axis.get_ylabel(), *labels])
    plt.close("all")


plt.show = _keep
"""


@dataclass(frozen=True)
class Shown:
    """What a notebook printed, and the values of all that it drew."""

    text: str
    drawn: list[np.ndarray]

    @property
    def numbers(self) -> np.ndarray:
        """All numbers that are printed, or stand in a figure's words."""
        return np.array([*numbers_in(self.text)], float)


def run_here(cells: Sequence[Cell]) -> Shown:
    """Run the code in this process."""
    names: dict[str, Any] = {}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        for text in [WATCH, *(cell.text for cell in cells if cell.kind == "code")]:
            exec(compile(text, "<cell>", "exec"), names)
    arrays = [np.ma.getdata(np.asarray(each)) for each in names["_drawn"]]
    return Shown("\n".join([printed.getvalue(), *names["_words"]]), arrays)


def run_in_jupyter(ipynb: str, folder: Path) -> Shown:
    """Run a notebook file as Jupyter does: in a kernel of its own, in an empty folder."""
    import nbclient
    import nbformat

    kept = folder / "drawn.json"
    notebook = nbformat.reads(ipynb, as_version=4)
    nbformat.validate(notebook)
    keep = (
        "import json as _json\n"
        f"with open({str(kept)!r}, 'w') as _file:\n"
        "    _arrays = [np.ma.getdata(np.asarray(each)).tolist() for each in _drawn]\n"
        "    _json.dump([_arrays, _words], _file)"
    )
    watched = [nbformat.v4.new_code_cell(WATCH), *notebook.cells, nbformat.v4.new_code_cell(keep)]
    notebook.cells = watched
    client = nbclient.NotebookClient(
        notebook, timeout=600, resources={"metadata": {"path": str(folder)}}
    )
    client.execute()
    outputs = [output for cell in watched for output in cell.get("outputs", ())]
    printed = "".join(output.get("text", "") for output in outputs)
    drawn, words = json.loads(kept.read_text("utf-8"))
    return Shown("\n".join([printed, *words]), [np.array(each) for each in drawn])


def numbers_in(text: str) -> Iterable[float]:
    """Give the numbers in a text, "12,396" as one."""
    return (float(found.replace(",", "").replace("−", "-")) for found in _NUMBER.findall(text))


def missing(figures: Iterable[Figure], shown: Shown, rounding: float = 0.0) -> list[str]:
    """Return what the window's figures show and the notebook doesn't.

    `rounding` is a share of each number: what the engine's fast ways of learning round.
    """
    numbers = shown.numbers
    found = []
    for values, span in _arrays(figures):
        if not any(_alike(values, drawn, span, rounding) for drawn in shown.drawn):
            found.append(f"values {values.shape} from {values.min():g} to {values.max():g}")
    for text in _texts(figures):
        found += [
            f"{each} in {text!r}"
            for each in _NUMBER.findall(text)
            if not _is_in(each, numbers, rounding)
        ]
    return found


def _is_in(written: str, numbers: np.ndarray, rounding: float) -> bool:
    """Tell whether a number was printed, to as many places as it is written with."""
    value = float(written.replace(",", "").replace("−", "-"))
    if value.is_integer() and abs(value) < _SMALL:
        return True
    mantissa, _, exponent = written.partition("e")
    places = len(mantissa.partition(".")[2])
    slack = 1.01 * 10.0 ** (int(exponent or 0) - places) if places else 0.51
    apart = np.abs(np.abs(numbers) - abs(value))
    return bool((apart <= max(slack, rounding * abs(value))).any())


def _alike(values: np.ndarray, drawn: np.ndarray, span: float, rounding: float) -> bool:
    if values.size != drawn.size:
        return False
    near = max(2e-4, rounding) * max(span, 1e-12)
    return bool(np.allclose(values.ravel(), drawn.astype(float).ravel(), rtol=1e-3, atol=near))


def _arrays(figures: Iterable[Figure]) -> Iterable[tuple[np.ndarray, float]]:
    """Give the values of each picture, curve and mark, with how large those around them are."""
    for figure in figures:
        if isinstance(figure, Picture | Pictures):
            pictures = (figure,) if isinstance(figure, Picture) else figure.pictures
            arrays = [np.asarray(picture.values, float) for picture in pictures]
            yield from ((array, float(np.abs(array).max())) for array in arrays)
        elif isinstance(figure, Plot):
            curves = [np.asarray(curve.y, float) for curve in figure.curves]
            span = max(float(np.abs(curve).max()) for curve in curves)
            yield from ((curve, span) for curve in curves)
            yield from ((np.array([mark.y], float), span) for mark in figure.marks)


def _texts(figures: Iterable[Figure]) -> Iterable[str]:
    for figure in figures:
        if isinstance(figure, Table):
            yield from (cell for row in figure.rows for cell in row)
        elif isinstance(figure, Code):
            yield from (line.value for line in figure.lines)
        elif isinstance(figure, Graph):
            yield from (f"{node.value} {node.gradient}" for node in figure.nodes)
        elif isinstance(figure, Outcome | Text):
            yield figure.text
