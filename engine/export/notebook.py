"""The experiment of the moment as a notebook in plain torch, to be run and changed elsewhere.

Lives here: the order of the cells and the two formats. What stands in them is written in
`notebook_cells` and `notebook_data`.
"""

import json

from engine.config import TrainConfig
from engine.export import notebook_cells as cells
from engine.export.notebook_data import Data, read_data
from engine.options import AUGMENTATIONS, SCHEDULES

_STANDARD = ("gzip", "math", "re", "shutil", "tempfile")
_LIBRARIES = """\
import numpy as np
import torch
{functional}from torch import {names}"""


def notebook_script(config: TrainConfig, dataset: str, *, as_is: bool = False) -> str:
    """Return a Python script with `# %%` cells that does the same run with torch and numpy alone.

    It starts from the same weights and meets the same batches, so its numbers are the run's but
    for rounding. `dataset` and `as_is` are what `load_dataset` takes; a set of image files needs
    Pillow, too. Raises DataError, or InkgradError where augmentation's source didn't come along.
    """
    parts = []
    for kind, text in _cells(config, dataset, as_is):
        if kind == "markdown":
            commented = "\n".join(f"# {line}".rstrip() for line in text.splitlines())
            parts.append(f"# %% [markdown]\n{commented}\n")
        else:
            parts.append(f"# %%\n{text}\n")
    return "\n".join(parts)


def notebook_json(config: TrainConfig, dataset: str, *, as_is: bool = False) -> str:
    """Return the same as a Jupyter notebook (.ipynb, nbformat 4.5)."""
    found: list[dict[str, object]] = [
        {
            "cell_type": kind,
            "id": f"cell-{number}",
            "metadata": {},
            "source": text.splitlines(keepends=True),
            **({"execution_count": None, "outputs": []} if kind == "code" else {}),
        }
        for number, (kind, text) in enumerate(_cells(config, dataset, as_is), 1)
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    whole = {"cells": found, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _cells(config: TrainConfig, dataset: str, as_is: bool) -> list[tuple[str, str]]:
    """Return ("markdown" or "code", text) for each cell."""
    data = read_data(dataset, as_is)
    n_classes = len(data.classes)
    found = [
        ("markdown", data.note),
        ("code", data.code),
        ("markdown", "The model, with its initial weights from the seed."),
        ("code", cells.model(config, n_classes)),
        ("markdown", "The loss is for the optimizer, the accuracy is for us."),
        ("code", cells.loss(config, n_classes)),
    ]
    if limits := AUGMENTATIONS[config.augment]:
        found.append(("markdown", "Each image is changed a little, differently in each pass."))
        found.append(("code", cells.augmentation(limits)))
    schedule = SCHEDULES[config.schedule]
    if schedule.notebook:
        found += [("markdown", schedule.about), ("code", schedule.notebook)]
    found.append(("markdown", "Predict, loss, gradients, step; and again."))
    found.append(("code", cells.loop(config)))
    head = [("markdown", _introduction(config, data)), ("code", _imports(found))]
    return head + found


def _imports(found: list[tuple[str, str]]) -> str:
    """Return the imports for what the cells use."""
    code = "\n".join(text for kind, text in found if kind == "code")
    standard = [f"import {name}" for name in _STANDARD if f"{name}." in code]
    standard.append("from dataclasses import dataclass" if "@dataclass" in code else "")
    libraries = _LIBRARIES.format(
        functional="import torch.nn.functional as F\n" if "F." in code else "",
        names="Tensor, nn" if ": Tensor" in code else "nn",
    )
    pillow = ["from PIL import Image"] if "Image.open" in code else []
    return "\n".join([*filter(None, standard), "from pathlib import Path", "", libraries, *pillow])


def _introduction(config: TrainConfig, data: Data) -> str:
    return (
        f"# {config.model} on {data.name}\n\n"
        "An Inkgrad experiment in plain torch. It starts from the same weights and sees the same\n"
        "batches, so its numbers are the same except for rounding."
    )
