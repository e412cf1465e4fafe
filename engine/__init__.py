"""Inkgrad's engine: digits, models and gradient descent, without a window.

The public names are imported when first used, so that a program can read a sketch or a dataset
without waiting for torch.
"""

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.config import TrainConfig
    from engine.data.splits import Dataset, Split
    from engine.data.writing import save_as_folders
    from engine.datasets import load_dataset
    from engine.errors import InkgradError
    from engine.images.ink import Sketch
    from engine.images.pixels import prepare_image
    from engine.images.several import prepare_several
    from engine.inference.classifier import Classifier
    from engine.inference.prediction import Prediction
    from engine.inference.similarity import PixelSimilarity
    from engine.learner import Learner
    from engine.reports import EpochReport, StepReport

# Read when torch is loaded: its idle threads sleep instead of spinning on a busy machine.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

_HOMES = {
    "Classifier": "inference.classifier",
    "Dataset": "data.splits",
    "EpochReport": "reports",
    "InkgradError": "errors",
    "Learner": "learner",
    "PixelSimilarity": "inference.similarity",
    "Prediction": "inference.prediction",
    "Sketch": "images.ink",
    "Split": "data.splits",
    "StepReport": "reports",
    "TrainConfig": "config",
    "load_dataset": "datasets",
    "prepare_image": "images.pixels",
    "prepare_several": "images.several",
    "save_as_folders": "data.writing",
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
    "prepare_several",
    "save_as_folders",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'engine' has no attribute {name!r}")
    return getattr(import_module(f"engine.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
