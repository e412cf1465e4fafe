"""A trained model that reads images: weights and card in, predictions out. It never learns."""

import copy
from dataclasses import replace
from pathlib import Path
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

import assets
from engine.device import using_threads
from engine.errors import DataError, ModelFileError
from engine.inference.checkpoint import ModelCard, load_model, save_model
from engine.inference.prediction import Prediction
from engine.inference.second_look import look_again
from engine.inference.single_image import read_one
from engine.metrics import probabilities
from engine.models import PIXELS

_ROWS_AT_ONCE = 256  # more would leave the cache, and be new memory from the system each time
_ONE, _MANY = "(28, 28)", "(N, 28, 28)"  # the shapes of an image and of images
STARTERS = ("mnist", "mnist_sample")


class Classifier:
    """Read digits with a model as it is; `card` says what the model is and what it learned from."""

    def __init__(self, model: nn.Sequential, card: ModelCard) -> None:
        self.model = model
        self.card = card

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Open a model file. Raises ModelFileError where it is none, or damaged, or a pickle."""
        return cls(*load_model(Path(path)))

    @classmethod
    def starter(cls, name: str = "mnist") -> Self:
        """Open the weights that come with the program: "mnist" (ten digits) or "mnist_sample"."""
        if name not in STARTERS:
            raise ModelFileError("no_starter", name=name, names=STARTERS)
        return cls.load(assets.path(f"starter/{name}.safetensors"))

    def save(self, path: str | Path) -> None:
        """Write the model to a file, whole or not at all. Raises ModelFileError."""
        save_model(Path(path), self.model, self.card)

    def copy(self, accuracy: float | None = None) -> Self:
        """Return the same model on its own weights, on the CPU, with the accuracy it reached."""
        model = copy.deepcopy(self.model).cpu().eval()
        for parameter in model.parameters():
            parameter.grad = None
        return type(self)(model, replace(self.card, accuracy=accuracy))

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of what it can answer, in the order of the probabilities."""
        return self.card.classes

    def predict(self, image: NDArray[np.uint8]) -> Prediction:
        """Read one image uint8 (28, 28), 0 paper to 255 ink. Raises DataError on another kind.

        An empty image is never known. A model that learned what a digit is not (`refuse_above`)
        also refuses what looks more like that.
        """
        _check(image, _ONE)
        p, strangeness = self._read(image[None])
        read = bool(image.any() and np.isfinite(p).all())  # a diverged model reads nothing
        known = read and float(strangeness[0]) <= self._limit
        return Prediction(self.classes[int(p[0].argmax())], p[0], self.classes, known)

    def predict_batch(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Read images uint8 (N, 28, 28) and return probabilities float32 (N, C)."""
        return self._in_chunks(images)[0]

    def strangeness(self, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return how sure the model is that each image is no digit: float32 (N,), 0 to 1.

        It is 0 throughout for a model that never learned it.
        """
        return self._in_chunks(images)[1]

    def read_batch(
        self, images: NDArray[np.uint8]
    ) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """Return the probabilities (N, C), and of each image whether `predict` would know it (N,).

        The network reads each image once.
        """
        p, strangeness = self._in_chunks(images)
        read = images.any(axis=(1, 2)) & np.isfinite(p).all(axis=1)
        return p, read & (strangeness <= self._limit)

    @property
    def _limit(self) -> float:
        return 1.0 if self.card.refuse_above is None else self.card.refuse_above

    def _in_chunks(
        self, images: NDArray[np.uint8]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        _check(images, _MANY)
        starts = range(0, max(len(images), 1), _ROWS_AT_ONCE)
        read = [self._read(images[i : i + _ROWS_AT_ONCE]) for i in starts]
        p, strangeness = zip(*read, strict=True)
        return np.concatenate(p), np.concatenate(strangeness)

    @using_threads(1)  # more only cost, where they have to be woken up for one image
    @torch.inference_mode()
    def _read(self, images: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the classes' probabilities (N, C) and the strangeness (N,)."""
        x = torch.from_numpy(np.divide(images.reshape(-1, PIXELS), 255, dtype=np.float32))
        x = x.to(next(self.model.parameters()).device)
        if self.card.look_again_below is None:
            logits = self._logits(x)
        else:
            logits = look_again(self._logits, x, self.card.look_again_below)
        if self.card.refuse_above is None:
            return probabilities(logits).cpu().numpy(), np.zeros(len(images), np.float32)
        strangeness = logits.softmax(dim=1)[:, -1]
        return probabilities(logits[:, :-1]).cpu().numpy(), strangeness.cpu().numpy()

    def _logits(self, x: Tensor) -> Tensor:
        learning = self.model.training  # a learner's model is read between two batches
        if learning:
            self.model.eval()
        logits = read_one(self.model, x) if len(x) == 1 else self.model(x)
        if learning:
            self.model.train()
        return logits.div_(self.card.temperature)


def _check(images: object, shape: str) -> None:
    """Raise DataError unless it is an array of bytes of that shape: (28, 28), or (N, 28, 28)."""
    found = type(images).__name__
    if isinstance(images, np.ndarray):
        sides = images.shape if shape == _ONE else images.shape[1:]
        if images.dtype == np.uint8 and sides == (28, 28):
            return
        found = f"{images.dtype} {images.shape}"
    raise DataError("images_for_classifier", wanted=shape, found=found)
