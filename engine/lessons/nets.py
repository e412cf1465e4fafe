"""A network for experiments that need one of a kind: the reader's, or one trained in a moment."""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from engine.config import TrainConfig
from engine.learner import Learner
from engine.lessons.lab import Lab
from engine.lessons.samples import some


@dataclass(frozen=True)
class Net:
    """A network, the names of its classes, and whether it is the reader's own."""

    model: nn.Sequential
    classes: tuple[str, ...]
    is_readers: bool


def a_net(lab: Lab, fits: Callable[[nn.Sequential], bool]) -> Net:
    """Return the run's network, or the one who answers, or else a simple_net for 3s and 7s."""
    if own := readers_own(lab, fits):
        return own
    config = TrainConfig(epochs=1, lr=0.5, batch_size=64, device="cpu")
    learner = Learner(some(lab.sample, 1024, 1), config)
    for _ in learner.fit(every=100):
        pass
    return Net(learner.model, lab.sample.classes, False)


def readers_own(lab: Lab, fits: Callable[[nn.Sequential], bool]) -> Net | None:
    """Return the run's network, or the one who answers, where one is of the kind."""
    if lab.learner is not None and fits(lab.learner.model):
        return Net(lab.learner.model, lab.learner.dataset.classes, True)
    if lab.classifier is not None and fits(lab.classifier.model):
        return Net(lab.classifier.model, lab.classifier.classes, True)
    return None


def has_one_output(model: nn.Sequential) -> bool:
    """Tell whether the network asks "is it a 3?" alone."""
    last = model[-1]
    return isinstance(last, nn.Linear) and last.out_features == 1


def starts_with_relu(model: nn.Sequential) -> bool:
    """Tell whether the pixels meet a linear layer and then a ReLU."""
    first = list(model)[:2]
    return len(first) == 2 and isinstance(first[0], nn.Linear) and isinstance(first[1], nn.ReLU)


def pixels(lab: Lab, model: nn.Sequential) -> Tensor:
    """Return the sketch as the network takes it: float32 (1, 784), 0 paper to 1 ink."""
    device = next(model.parameters()).device
    return torch.tensor(lab.sketch, device=device).flatten()[None].float() / 255
