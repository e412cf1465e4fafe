"""The learner: a dataset, a model, a loss and an optimizer, and the loop that trains.

This is the file to read to understand training. What each part does lives in `models`, `losses`,
`batches`, `optimizers` and `schedules`; how the same is had faster, in `fast_gradients` and
`fused_steps`.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.augment import augment
from engine.batches import Batches
from engine.config import TrainConfig, whole_number
from engine.data.bundled import load_left_out
from engine.data.loading import Dataset
from engine.device import (
    MOST_THREADS,
    DeviceChoice,
    Threads,
    choose_device,
    fall_back,
)
from engine.fast_gradients import FastGradients, precision
from engine.fused_steps import FusedSteps
from engine.inference.checkpoint import ModelCard
from engine.inference.classifier import Classifier
from engine.inference.prediction import Prediction
from engine.losses import LOSSES, predicted
from engine.models import build_model, is_large
from engine.optimizers import OPTIMIZERS
from engine.options import AUGMENTATIONS, chosen_loss
from engine.reports import EpochReport, Report, StepReport, reads_drawn
from engine.run_account import RunAccount
from engine.schedules import SCHEDULES

_VALID_BATCH = 512  # more isn't faster, and a convnet would need 150 MB for its first layer


class Learner:
    """Train a model on a dataset as a TrainConfig says; `fit()` is a generator of reports.

    `model`, `optimizer`, `step`, `epochs_done` and `device` may be looked at between two reports;
    `device` changes where a GPU's memory runs out. `lr` may be set at any time. `fast=False` makes
    every gradient by autograd, as people read it. `drawn_accuracy` is None where classes aren't
    digits; of epochs that take milliseconds it is measured after some.
    """

    def __init__(self, dataset: Dataset, config: TrainConfig, fast: bool = True) -> None:
        self.dataset = dataset
        self.config = config
        self.model = build_model(config, len(dataset.classes))
        self.loss_name = chosen_loss(config.loss, len(dataset.classes))
        self.loss = LOSSES[self.loss_name]
        self.lr = config.lr
        self.schedule = SCHEDULES[config.schedule]
        self.optimizer = OPTIMIZERS[config.optimizer](self.model.parameters(), config)
        self.generator = torch.Generator().manual_seed(config.seed)
        self.batches = Batches(dataset.train, config.batch_size, self.generator)
        self.valid_batches = Batches(dataset.valid, _VALID_BATCH)
        self.drawn_batches = Batches(load_left_out(dataset.classes), _VALID_BATCH)
        self.step = 0  # batches done, in all epochs
        self.epochs_done = 0
        self.valid_accuracy: float | None = None
        self.drawn_accuracy: float | None = None
        self._fast = fast
        self._losses: list[Tensor] = []  # of the batches that no report told of yet
        self.card = self._card()
        self.account = RunAccount(dataset, replace(config, loss=self.loss_name))
        self.device = choose_device(config.device)
        self.threads = Threads(1)
        try:
            self.move_to(self.device)
        except RuntimeError as error:
            self.move_to(fall_back(self.device, error))

    def fit(self, every: int = 1) -> Iterator[Report]:
        """Train, with a StepReport after `every` batches and an EpochReport after each epoch.

        It goes on from where the run stands; how often it reports changes the weights by no more
        than rounding does. Raises TrainingDiverged; DeviceError without memory.
        """
        batches = whole_number("every", every, 1, 10**9)
        return self.fit_when(lambda: self.step % batches == 0)

    def fit_when(self, is_due: Callable[[], bool]) -> Iterator[Report]:
        """Train as `fit` does, with a StepReport after each batch of which `is_due()` says so.

        It is asked once a batch, and each epoch's last one is told of in any case: a report has the
        losses of all batches since the one before.
        """
        return self.account.timed(self.threads.lend(self._train(is_due)))

    def _train(self, is_due: Callable[[], bool]) -> Iterator[Report]:
        while self.epochs_done < self.config.epochs:
            try:
                epoch = self.fused_epoch if self.fused else self.train_epoch
                for losses in epoch(is_due):
                    yield from self._step_reports(losses)
                yield self._epoch_report()
            except RuntimeError as error:  # a GPU's memory is full: the same weights go on
                self.move_to(fall_back(self.device, error))
                self.account.moved = self.device.reason

    def train_epoch(self, is_due: Callable[[], bool]) -> Iterator[Tensor]:
        """Learn from each batch once; give the losses (k,) since the last time when it `is_due`.

        They are still on the device: nothing in here waits for it.
        """
        for xb, yb in self.batches.starting_at(self._done):
            loss = self.gradients(xb, yb)  # predict, loss, backward
            self.optimizer.lr = self.lr * self.schedule(self.progress)
            self.optimizer.step()
            self._losses.append(loss)
            self.step += 1
            self.threads.note_step()
            if is_due() or self._done == len(self.batches):
                yield self._take_losses()

    def fused_epoch(self, is_due: Callable[[], bool]) -> Iterator[Tensor]:
        """Do what `train_epoch` does, in one go from report to report; where `fused` is there."""
        assert self.fused
        batches = self.batches.slices(self.fused.images, self.fused.signs, self._done)
        while self._done < len(self.batches):
            yield self.fused(self._rates(is_due), batches)

    def _rates(self, is_due: Callable[[], bool]) -> Iterator[float]:
        """Give the rate of each batch up to the next report, and count it when it is done."""
        is_last = False
        while not is_last:
            self.optimizer.lr = self.lr * self.schedule(self.progress)
            yield self.optimizer.lr
            self.step += 1
            is_last = is_due() or self._done == len(self.batches)

    def gradients(self, xb: Tensor, yb: Tensor) -> Tensor:
        """Predict, measure the loss, and leave each parameter's gradient in its `.grad`."""
        if self.config.zero_grad:
            self.optimizer.zero_grad()
        if limits := AUGMENTATIONS[self.config.augment]:
            xb = augment(xb, self.generator, limits)
        return self.backward(xb, yb)

    def autograd(self, xb: Tensor, yb: Tensor) -> Tensor:
        """Predict, measure the loss, and let torch find the gradients: the plain way."""
        with self.precision:
            logits = self.model(xb)
        loss = self.loss(logits.float(), yb)
        loss.backward()
        return loss.detach()

    def validate(self) -> tuple[float, float]:
        """Return the mean loss and the accuracy (0 to 1) over the validation set."""
        loss, right = self.measure(self.valid_batches).tolist()
        return loss / len(self.dataset.valid), right / len(self.dataset.valid)

    def read_drawn(self) -> float | None:
        """Return the accuracy on the digits of writers that nothing learned from; or None."""
        drawn = self.drawn_batches.y
        return self.measure(self.drawn_batches)[1].item() / len(drawn) if len(drawn) else None

    @torch.no_grad()
    def measure(self, batches: Batches) -> Tensor:
        """Add up the loss and the right answers over some batches: (2,), on the device."""
        self.model.eval()
        totals = torch.zeros(2, device=self.device.device)
        for x, y in batches:
            logits = self.forward(x)
            right = (predicted(logits) == y).sum(dtype=torch.float32)
            totals += torch.stack([self.loss(logits, y) * len(y), right])
        self.model.train()
        return totals

    @property
    def progress(self) -> float:
        """The share of the whole run that is done, 0 to 1."""
        return self.step / (self.config.epochs * len(self.batches))

    @property
    def _done(self) -> int:
        """How many batches of the epoch under way are done."""
        return self.step - self.epochs_done * len(self.batches)

    @property
    def seconds(self) -> float:
        """How long `fit()` has worked, the pauses between two reports left out."""
        return self.account.seconds

    def predict(self, image: NDArray[np.uint8]) -> Prediction:
        """Read one image uint8 (28, 28) with the weights as they are now."""
        return Classifier(self.model, self.card).predict(image)

    def classifier(self) -> Classifier:
        """Return a copy of the model as it is now, to keep, save and use without the learner."""
        return Classifier(self.model, self.card).copy(self.valid_accuracy)

    def move_to(self, device: DeviceChoice) -> None:
        """Take the model, the optimizer's memory and all data to a device."""
        self.device = device
        if device.device == "cpu" and is_large(self.model, self.config.batch_size):
            self.threads.take_up_to(MOST_THREADS)  # a GPU is only told what to do
        self.model.to(device.device)
        self.optimizer.follow(self.model.parameters())
        self.batches.move_to(device.device)
        self.valid_batches.move_to(device.device)
        self.drawn_batches.move_to(device.device)
        self._losses = [loss.to(device.device) for loss in self._losses]
        by_hand = FastGradients.of(self.model, self.loss_name) if self._fast else None
        self.backward: Callable[[Tensor, Tensor], Tensor] = by_hand or self.autograd
        self.forward: Callable[[Tensor], Tensor] = by_hand.logits if by_hand else self.model
        self.batches.as_bytes = by_hand is not None and not AUGMENTATIONS[self.config.augment]
        self.valid_batches.as_bytes = self.drawn_batches.as_bytes = by_hand is not None
        data = (self.batches.x, self.batches.y)
        self.fused = FusedSteps.of(self.model, by_hand, data, self.config)
        self.precision = precision(self.model, fast=self._fast)

    def _step_reports(self, on_device: Tensor) -> Iterator[StepReport]:
        """Read the losses since the last report: here the host waits for the device."""
        losses = on_device.cpu().numpy()
        epoch, rate = self.epochs_done + 1, self.optimizer.lr
        return self.account.steps(self.step, epoch, losses, rate, self.lr, self.threads.count)

    def _epoch_report(self) -> EpochReport:
        valid, done, last = self.validate(), self.epochs_done + 1, self.config.epochs
        if not self.fused or reads_drawn(done, last):
            self.drawn_accuracy = self.read_drawn()  # before the epoch counts: memory may run out
        self.valid_accuracy = valid[1]
        report = self.account.epoch(done, self.step, valid, self.lr, self.model)
        self.epochs_done = done
        return replace(report, drawn_accuracy=self.drawn_accuracy)

    def _take_losses(self) -> Tensor:
        losses = torch.stack(self._losses)
        self._losses.clear()
        return losses

    def _card(self) -> ModelCard:
        data = self.dataset
        return ModelCard(data.classes, self.config, dataset=data.name, fingerprint=data.fingerprint)
