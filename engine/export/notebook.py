"""A training as a notebook in plain torch, to be run and changed elsewhere.

Lives here: the order of the cells and the two formats. What stands in them is written in
`notebook_cells` and `notebook_data`; a lesson's own are in `lesson_notebook`.
"""

import json
import re
from collections.abc import Sequence
from typing import NamedTuple

from engine.config import TrainConfig
from engine.export import notebook_cells as cells
from engine.export.notebook_data import Data, read_data
from engine.options import AUGMENTATIONS, SCHEDULES

_STANDARD = (
    *("base64", "gzip", "itertools", "math", "re", "shutil", "tempfile", "time"),
    *("urllib.request", "zlib"),
)
_LIBRARIES = {
    r"\bplt\.": "import matplotlib.pyplot as plt",
    r"\bnp\.": "import numpy as np",
    r"\b(torch\.|tensor\(|nn\.)": "import torch",
    r"\bF\.": "import torch.nn.functional as F",
}
_OF_TORCH = {"Tensor": r": Tensor\b", "nn": r"\bnn\.", "tensor": r"(?<![\w.])tensor\("}


class Cell(NamedTuple):
    """A cell: "markdown" or "code", and its text; `folded` where nobody wants to see it at once."""

    kind: str
    text: str
    folded: bool = False


def as_script(cells: Sequence[Cell]) -> str:
    """Return cells as a Python script with `# %%` between them, which many editors know."""
    parts = []
    for cell in cells:
        if cell.kind == "markdown":
            commented = "\n".join(f"# {line}".rstrip() for line in cell.text.splitlines())
            parts.append(f"# %% [markdown]\n{commented}\n")
        else:
            parts.append(f"# %%\n{cell.text}\n")
    return "\n".join(parts)


def as_ipynb(cells: Sequence[Cell]) -> str:
    """Return cells as a Jupyter notebook (.ipynb, nbformat 4.5)."""
    found: list[dict[str, object]] = [
        {
            "cell_type": cell.kind,
            "id": f"cell-{number}",
            "metadata": _FOLDED if cell.folded else {},
            "source": cell.text.splitlines(keepends=True),
            **({"execution_count": None, "outputs": []} if cell.kind == "code" else {}),
        }
        for number, cell in enumerate(cells, 1)
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    whole = {"cells": found, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


_FOLDED = {"jupyter": {"source_hidden": True}, "cellView": "form"}  # in Jupyter, and in Colab


def training_cells(config: TrainConfig, dataset: str, *, as_is: bool = False) -> list[Cell]:
    """Return the cells that do the same run with torch and numpy alone.

    It starts from the same weights and meets the same batches, so its numbers are the run's but
    for rounding. `dataset` and `as_is` are what `load_dataset` takes; a set of image files needs
    Pillow, too. Raises DataError, or InkgradError where augmentation's source didn't come along.
    """
    data = read_data(dataset, as_is)
    n_classes = len(data.classes)
    found = [
        Cell("markdown", data.note),
        Cell("code", data.code),
        Cell("markdown", "The model, with its initial weights from the seed."),
        Cell("code", cells.model(config, n_classes)),
        Cell("markdown", "The loss is for the optimizer, the accuracy is for us."),
        Cell("code", cells.loss(config, n_classes)),
    ]
    if limits := AUGMENTATIONS[config.augment]:
        found.append(Cell("markdown", "Each image is changed a little, differently in each pass."))
        found.append(Cell("code", cells.augmentation(limits)))
    schedule = SCHEDULES[config.schedule]
    if schedule.notebook:
        found += [Cell("markdown", schedule.about), Cell("code", schedule.notebook)]
    found.append(Cell("markdown", "Predict, loss, gradients, step; and again."))
    found.append(Cell("code", cells.loop(config)))
    return [Cell("markdown", _introduction(config, data)), Cell("code", imports(found)), *found]


def imports(found: Sequence[Cell]) -> str:
    """Return the imports for what the cells use."""
    code = "\n".join(cell.text for cell in found if cell.kind == "code")
    standard = [f"import {name}" for name in _STANDARD if re.search(rf"\b{name}\.", code)]
    standard += ["from dataclasses import dataclass"] * ("@dataclass" in code)
    standard += ["from pathlib import Path"] * ("Path(" in code)
    standard += ["from types import SimpleNamespace"] * ("SimpleNamespace(" in code)
    libraries = [line for used, line in _LIBRARIES.items() if re.search(used, code)]
    libraries += ["from PIL import Image"] * ("Image.open" in code)
    names = [name for name, used in _OF_TORCH.items() if re.search(used, code)]
    libraries += [f"from torch import {', '.join(names)}"] * bool(names)
    return "\n".join([*standard, *[""] * bool(standard), *libraries])


def _introduction(config: TrainConfig, data: Data) -> str:
    return (
        f"# {config.model} on {data.name}\n\n"
        "An Inkgrad experiment in plain torch. It starts from the same weights and sees the same\n"
        "batches, so its numbers are the same except for rounding."
    )
