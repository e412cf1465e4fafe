"""The learner: a dataset, a model, a loss and an optimizer, and the loop that trains.

This is the file to read to understand training. What each part does lives in `models`, `losses`,
`batches`, `sgd` and `schedules`; how the same gradients are had faster, in `fast_gradients`.
"""

import time
from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.augment import augment_gently
from engine.batches import Batches
from engine.checkpoint import ModelCard
from engine.classifier import Classifier
from engine.config import TrainConfig
from engine.datasets import Dataset
from engine.device import choose_device, use_threads
from engine.divergence import check_loss
from engine.fast_gradients import FastGradients
from engine.losses import LOSSES, predicted
from engine.models import build_model
from engine.prediction import Prediction
from engine.reports import EpochReport, Report, StepReport
from engine.schedules import SCHEDULES
from engine.sgd import SGD

_VALID_BATCH = 2048


class Learner:
    """Train a model on a dataset as a TrainConfig says; `fit()` is a generator of reports.

    `model`, `optimizer`, `step` and `device` may be looked at between two reports. `lr` may be
    set at any time. `fast=False` makes every gradient by autograd, as people read it.
    """

    def __init__(self, dataset: Dataset, config: TrainConfig, fast: bool = True) -> None:
        self.dataset = dataset
        self.config = config
        self.device = choose_device(config.device)
        self.model = build_model(config, len(dataset.classes)).to(self.device.device)
        loss = config.loss
        if loss == "auto":
            loss = "mnist_loss" if len(dataset.classes) == 2 else "cross_entropy"
        self.loss = LOSSES[loss]
        self.lr = config.lr
        self.schedule = SCHEDULES[config.schedule]
        self.optimizer = SGD(
            self.model.parameters(), config.lr, config.momentum, config.weight_decay
        )
        self.generator = torch.Generator().manual_seed(config.seed)
        self.batches = Batches(dataset.train, config.batch_size, self.device.device, self.generator)
        self.valid_batches = Batches(dataset.valid, _VALID_BATCH, self.device.device)
        self.step = 0
        self.valid_accuracy: float | None = None
        self._fast = FastGradients.of(self.model, loss) if fast else None
        self._losses: list[Tensor] = []  # of the batches that no report told of yet
        card = ModelCard(
            dataset.classes, config, dataset=dataset.name, fingerprint=dataset.fingerprint
        )
        self._reader = Classifier(self.model, card)

    def fit(self, every: int = 1) -> Iterator[Report]:
        """Train, with a StepReport after `every` batches and an EpochReport after each epoch.

        Between two reports nothing waits for the device. Raises TrainingDiverged.
        """
        use_threads(self.device)
        started = time.perf_counter()
        for epoch in range(1, self.config.epochs + 1):
            epoch_losses: list[NDArray[np.float32]] = []
            for xb, yb in self.batches:
                self._losses.append(self.gradients(xb, yb))  # predict, loss, backward
                self.optimizer.lr = self.lr * self.schedule(self.progress)
                self.optimizer.step()
                self.step += 1
                if self.step % every == 0 or self.step % len(self.batches) == 0:
                    epoch_losses.append(self._read_losses())
                    yield StepReport(self.step, epoch, epoch_losses[-1], self.optimizer.lr)
            train_loss = float(np.concatenate(epoch_losses).mean())
            yield self._epoch_report(epoch, train_loss, time.perf_counter() - started)

    def gradients(self, xb: Tensor, yb: Tensor) -> Tensor:
        """Predict, measure the loss, and leave each parameter's gradient in its `.grad`."""
        if self.config.zero_grad:
            self.optimizer.zero_grad()
        if self.config.augment == "gentle":
            xb = augment_gently(xb, self.generator)
        if self._fast:
            return self._fast(xb, yb)
        loss = self.loss(self.model(xb), yb)
        loss.backward()
        return loss.detach()

    @torch.no_grad()
    def validate(self) -> tuple[float, float]:
        """Return the mean loss and the accuracy (0 to 1) over the validation set."""
        self.model.eval()
        loss, right = torch.zeros(2, device=self.device.device)
        for x, y in self.valid_batches:
            logits = self.model(x)
            loss += self.loss(logits, y) * len(y)
            right += (predicted(logits) == y).sum()
        self.model.train()
        n = len(self.dataset.valid)
        return loss.item() / n, right.item() / n

    @property
    def progress(self) -> float:
        """The share of the whole run that is done, 0 to 1."""
        return self.step / (self.config.epochs * len(self.batches))

    def predict(self, image: NDArray[np.uint8]) -> Prediction:
        """Read one image uint8 (28, 28) with the weights as they are now."""
        return self._reader.predict(image)

    def classifier(self) -> Classifier:
        """Return a copy of the model as it is now, to keep, save and use without the learner."""
        return self._reader.copy(self.valid_accuracy)

    def _epoch_report(self, epoch: int, train_loss: float, seconds: float) -> EpochReport:
        valid_loss, self.valid_accuracy = self.validate()
        return EpochReport(
            epoch, self.config.epochs, train_loss, valid_loss, self.valid_accuracy, seconds
        )

    def _read_losses(self) -> NDArray[np.float32]:
        """Read the batches' losses since the last report: the one place that waits for them."""
        losses = torch.stack(self._losses).cpu().numpy()
        self._losses.clear()
        check_loss(losses, self.config, self.step)
        return losses
