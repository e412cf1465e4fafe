"""Where a step of learning starts from: a model and its optimizer's memory, and some images."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.config import TrainConfig
from engine.inference.classifier import Classifier
from engine.learner import Learner
from engine.optimizers import OPTIMIZERS, SGD
from engine.options import chosen_loss

_AT_ONCE = 128  # images, of which a convnet's layers take some MB


@dataclass(eq=False)
class StepStart:
    """The model is a copy, on the CPU. `x` are the images (N, 784), 0 to 1, `y` their labels.

    `memory` is the optimizer's, `rate` that of the step that would follow. `kept` are gradients
    that stand there already, of parameters by their number, where a run zeroes none. By the
    `temperature` the classifier divides its logits to answer.
    """

    model: nn.Sequential
    config: TrainConfig
    loss: str
    rate: float
    x: Tensor
    y: Tensor
    memory: dict[str, Tensor] = field(default_factory=dict)
    kept: dict[int, Tensor] = field(default_factory=dict)
    temperature: float = 1.0

    @classmethod
    def of(cls, classifier: Classifier, learner: Learner | None) -> Self:
        """Begin with a run if the model is its own, as it is now, and it has learned at all."""
        if learner and learner.step:
            ours, theirs = classifier.model.parameters(), learner.model.parameters()
            pairs = list(zip(ours, theirs, strict=False))
            if all(a.shape == b.shape and torch.equal(a, b.to(a.device)) for a, b in pairs):
                return cls.of_run(learner)
        return cls.of_model(classifier)

    @classmethod
    def of_model(cls, classifier: Classifier) -> Self:
        """Begin with a model that isn't learning, by the settings that it learned with."""
        card, none = classifier.card, torch.zeros(0, 784)
        loss = chosen_loss(card.config.loss, len(card.classes))
        model = classifier.copy().model
        images = none, none[:, 0].long()
        heat = card.temperature
        return cls(model, card.config, loss, card.config.lr, *images, temperature=heat)

    @classmethod
    def of_run(cls, learner: Learner) -> Self:
        """Begin where a run stands, with the last batch that it has learned from, once more."""
        x, y = learner.batches.again((learner.step - 1) % len(learner.batches))
        start = replace(cls.of_model(learner.classifier()), x=x.cpu(), y=y.cpu())
        start.rate = learner.lr * learner.schedule(min(learner.progress, 1.0))
        start.memory = learner.optimizer.memory
        if not learner.config.zero_grad:
            grads = enumerate(parameter.grad for parameter in learner.model.parameters())
            start.kept = {at: grad.cpu() for at, grad in grads if grad is not None}
        return start

    @property
    def has_images(self) -> bool:
        """Whether there is a batch."""
        return len(self.y) > 0

    @property
    def outputs(self) -> int:
        """How many logits the model gives."""
        return len(list(self.model.parameters())[-1])

    def with_sketch(self, image: NDArray[np.uint8], label: int) -> Self:
        """Take one image uint8 (28, 28) and its label in place of the batch."""
        x = torch.tensor(np.ascontiguousarray(image)).reshape(1, 784).float().div_(255)
        return replace(self, x=x, y=torch.tensor([label]))

    def parts(self) -> Iterator[tuple[Tensor, Tensor, float]]:
        """Give some images and labels after the other, and which share of all they are."""
        for x, y in zip(self.x.split(_AT_ONCE), self.y.split(_AT_ONCE), strict=True):
            yield x, y, len(y) / len(self.y)

    def optimizer(self) -> SGD:
        """Return an optimizer of the model that remembers what the run's does."""
        optimizer = OPTIMIZERS[self.config.optimizer](self.model.parameters(), self.config)
        optimizer.remember(self.memory)
        optimizer.lr = self.rate
        return optimizer

    def remembered(self, parameter: int, at: tuple[int, ...]) -> tuple[tuple[float, ...], int]:
        """Return what the memory holds of one weight, and how many steps it is of."""
        names = ("velocity", "mean", "square")
        kept = [self.memory.get(f"{name}.{parameter}") for name in names]
        steps = int(self.memory.get(f"steps.{parameter}", 0))
        return tuple(float(tensor[at]) for tensor in kept if tensor is not None), steps
