"""The optimizer, written out: stochastic gradient descent with momentum and weight decay.

How the learning rate moves during a run is `schedules`' job.
"""

from collections.abc import Iterable

import torch
from torch import Tensor


class SGD:
    """Move each parameter a small step against its gradient.

    With momentum the step follows a running sum of gradients, `v = momentum * v + gradient`;
    weight decay pulls each parameter toward zero. Equals torch.optim.SGD, step for step.
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
        self._velocities: dict[int, Tensor] = {}

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
        for index, velocity in self._velocities.items():
            self._velocities[index] = velocity.to(self.parameters[index].device)

    @property
    def memory(self) -> dict[str, Tensor]:
        """What it remembers from step to step, by names of its own; nothing before the first."""
        return {f"velocity.{index}": velocity for index, velocity in self._velocities.items()}

    def remember(self, memory: dict[str, Tensor]) -> None:
        """Go on with the `memory` of an optimizer of the same parameters."""
        for name, tensor in memory.items():
            index = int(name.removeprefix("velocity."))
            self._velocities[index] = torch.empty_like(self.parameters[index]).copy_(tensor)

    def _direction(self, index: int, parameter: Tensor, gradient: Tensor) -> Tensor:
        if self.weight_decay:
            gradient = gradient.add(parameter, alpha=self.weight_decay)
        if not self.momentum:
            return gradient
        if index not in self._velocities:
            self._velocities[index] = gradient.clone()
        else:
            self._velocities[index].mul_(self.momentum).add_(gradient)
        return self._velocities[index]
