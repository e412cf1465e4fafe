"""The optimizers, written out: what becomes of a gradient before a parameter moves against it.

Each equals torch.optim's of the same name, step for step. How the learning rate moves during a run
is `schedules`' job.
"""

from collections.abc import Callable, Iterable
from copy import copy
from typing import Self

import torch
from torch import Tensor

from engine.config import TrainConfig

MEAN, SQUARE = 0.9, 0.999  # how much of the past Adam's two averages keep: Kingma & Ba's numbers
NEVER_ZERO = 1e-8


class SGD:
    """Move each parameter a small step against its gradient.

    With momentum the step follows a running sum of gradients, `v = momentum * v + gradient`;
    weight decay pulls each parameter toward zero.
    """

    def __init__(
        self,
        parameters: Iterable[Tensor],
        lr: float,
        momentum: float = 0.0,
        weight_decay: float = 0.0,
    ) -> None:
        self.parameters = list(parameters)
        self.lr = lr
        self.momentum = momentum
        self.weight_decay = weight_decay
        self._memory: dict[tuple[str, int], Tensor] = {}

    @torch.no_grad()
    def step(self) -> None:
        """Update every parameter that has a gradient, in place."""
        for index, parameter in enumerate(self.parameters):
            gradient = parameter.grad
            if gradient is not None:
                parameter.sub_(self._direction(index, parameter, gradient), alpha=self.lr)

    def zero_grad(self) -> None:
        """Forget the gradients; without it backward() adds the next ones to these."""
        for parameter in self.parameters:
            parameter.grad = None

    def follow(self, parameters: Iterable[Tensor]) -> None:
        """Go on with the same parameters after their model moved to another device."""
        self.parameters = list(parameters)
        for (name, index), kept in self._memory.items():
            self._memory[name, index] = kept.to(self.parameters[index].device)

    def copy_for(self, parameters: Iterable[Tensor]) -> Self:
        """Return the same optimizer, with a memory of its own, for copies of its parameters."""
        twin = copy(self)
        twin.parameters = list(parameters)
        twin._memory = {key: kept.clone() for key, kept in self._memory.items()}
        return twin

    @property
    def memory(self) -> dict[str, Tensor]:
        """What it remembers from step to step, by names of its own; nothing before the first."""
        return {f"{name}.{index}": kept for (name, index), kept in self._memory.items()}

    def remember(self, memory: dict[str, Tensor]) -> None:
        """Go on with the `memory` of an optimizer of the same kind and parameters."""
        for key, tensor in memory.items():
            name, _, index = key.rpartition(".")
            self._remembered(name, int(index), self.parameters[int(index)]).copy_(tensor)

    def _direction(self, index: int, parameter: Tensor, gradient: Tensor) -> Tensor:
        if self.weight_decay:
            gradient = gradient.add(parameter, alpha=self.weight_decay)
        if not self.momentum:
            return gradient
        return self._remembered("velocity", index, gradient).mul_(self.momentum).add_(gradient)

    def _remembered(self, name: str, index: int, like: Tensor) -> Tensor:
        """Return what is kept under that name for a parameter; it is zero at first."""
        if (name, index) not in self._memory:
            self._memory[name, index] = torch.zeros_like(like)
        return self._memory[name, index]


class Nesterov(SGD):
    """SGD whose step is taken from where the momentum will have carried the parameter.

    Source: Sutskever et al., "On the importance of initialization and momentum" (2013).
    """

    def _direction(self, index: int, parameter: Tensor, gradient: Tensor) -> Tensor:
        if self.weight_decay:
            gradient = gradient.add(parameter, alpha=self.weight_decay)
        velocity = self._remembered("velocity", index, gradient)
        velocity.mul_(self.momentum).add_(gradient)
        return gradient.add(velocity, alpha=self.momentum)


class Adam(SGD):
    """Give every weight a step of its own, about as long as the rate wherever its slope is steady.

    The step is a running mean of the gradients, divided by the root of a running mean of their
    squares. Its momentum is the first mean's, 0.9. Source: Kingma & Ba, "Adam" (2015).
    """

    def __init__(self, parameters: Iterable[Tensor], lr: float, weight_decay: float = 0.0) -> None:
        super().__init__(parameters, lr, MEAN, weight_decay)
        self._steps: dict[int, int] = {}  # of each parameter

    def copy_for(self, parameters: Iterable[Tensor]) -> Self:
        twin = super().copy_for(parameters)
        twin._steps = dict(self._steps)
        return twin

    @property
    def memory(self) -> dict[str, Tensor]:
        """The two means of each parameter, and how many steps they are of."""
        counts = {f"steps.{index}": torch.tensor(count) for index, count in self._steps.items()}
        return super().memory | counts

    def remember(self, memory: dict[str, Tensor]) -> None:
        """Go on with the `memory` of an optimizer of the same kind and parameters."""
        counts = {key for key in memory if key.startswith("steps.")}
        self._steps = {int(key.removeprefix("steps.")): int(memory[key]) for key in counts}
        super().remember({key: kept for key, kept in memory.items() if key not in counts})

    def _direction(self, index: int, parameter: Tensor, gradient: Tensor) -> Tensor:
        if self.weight_decay:
            gradient = self._decayed(parameter, gradient)
        mean = self._remembered("mean", index, gradient).lerp_(gradient, 1 - MEAN)
        square = self._remembered("square", index, gradient)
        square.mul_(SQUARE).addcmul_(gradient, gradient, value=1 - SQUARE)
        steps = self._steps[index] = self._steps.get(index, 0) + 1
        # both means began at zero, which is made good here
        root = (square / (1 - SQUARE**steps)).sqrt_().add_(NEVER_ZERO)
        return mean / (1 - MEAN**steps) / root

    def _decayed(self, parameter: Tensor, gradient: Tensor) -> Tensor:
        return gradient.add(parameter, alpha=self.weight_decay)


class AdamW(Adam):
    """Adam with a weight decay that is no part of the gradient, and so isn't divided by its size.

    Source: Loshchilov & Hutter, "Decoupled Weight Decay Regularization" (2019).
    """

    def _decayed(self, parameter: Tensor, gradient: Tensor) -> Tensor:
        parameter.mul_(1 - self.lr * self.weight_decay)
        return gradient


OPTIMIZERS: dict[str, Callable[[Iterable[Tensor], TrainConfig], SGD]] = {
    "sgd": lambda p, c: SGD(p, c.lr, c.momentum, c.weight_decay),
    "nesterov": lambda p, c: Nesterov(p, c.lr, c.momentum, c.weight_decay),
    "adam": lambda p, c: Adam(p, c.lr, c.weight_decay),
    "adamw": lambda p, c: AdamW(p, c.lr, c.weight_decay),
}
