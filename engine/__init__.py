"""Inkgrad's engine: digits, models and gradient descent, without a window.

The public names are imported when first used, so that a program can read a sketch or a dataset
without waiting for torch.
"""

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.classifier import Classifier
    from engine.config import TrainConfig
    from engine.datasets import Dataset, Split, load_dataset, save_as_folders
    from engine.errors import InkgradError
    from engine.ink import Sketch
    from engine.learner import Learner
    from engine.pixels import prepare_image
    from engine.prediction import Prediction
    from engine.reports import EpochReport, StepReport
    from engine.similarity import PixelSimilarity

# Read when torch is loaded: its idle threads sleep instead of spinning on a busy machine.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

_HOMES = {
    "Classifier": "classifier",
    "Dataset": "datasets",
    "EpochReport": "reports",
    "InkgradError": "errors",
    "Learner": "learner",
    "PixelSimilarity": "similarity",
    "Prediction": "prediction",
    "Sketch": "ink",
    "Split": "datasets",
    "StepReport": "reports",
    "TrainConfig": "config",
    "load_dataset": "datasets",
    "prepare_image": "pixels",
    "save_as_folders": "datasets",
}

__all__ = [
    "Classifier",
    "Dataset",
    "EpochReport",
    "InkgradError",
    "Learner",
    "PixelSimilarity",
    "Prediction",
    "Sketch",
    "Split",
    "StepReport",
    "TrainConfig",
    "load_dataset",
    "prepare_image",
    "save_as_folders",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'engine' has no attribute {name!r}")
    return getattr(import_module(f"engine.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
