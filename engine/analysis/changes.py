"""What people can do to a network by hand, to see what it stands. It needs no torch.

It is done in `changed`, on a copy.
"""

from dataclasses import dataclass, replace
from typing import Self


@dataclass(frozen=True)
class Changes:
    """What is done, in this order; layers are the columns of a `Passage`, counted from 0."""

    scales: tuple[tuple[int, float], ...] = ()  # (layer, factor) of its weights and biases
    prune: float = 0.0  # the share of the weights, the smallest, that become 0
    noise: float = 0.0  # added to weights, as a share of the spread of their layer's
    off: tuple[tuple[int, int], ...] = ()  # (layer, neuron or map): its activation becomes 0
    temperature: float = 1.0  # the logits are divided by it
    seed: int = 0  # of the noise
    frozen: tuple[int, ...] = ()  # layers that pruning and noise leave as they are

    def scaled(self, layer: int, factor: float) -> Self:
        """Return the same with a layer scaled so, in place of how it was."""
        others = [pair for pair in self.scales if pair[0] != layer]
        ours = [(layer, factor)] if factor != 1 else []
        return replace(self, scales=tuple(sorted([*others, *ours])))

    def freezing(self, layer: int, *, is_frozen: bool) -> Self:
        """Return the same with a layer frozen, or not."""
        others = {one for one in self.frozen if one != layer}
        return replace(self, frozen=tuple(sorted(others | ({layer} if is_frozen else set()))))

    def switched(self, layer: int, neurons: tuple[int, ...]) -> Self:
        """Return the same with these of a layer switched off, and no others of it."""
        others = [pair for pair in self.off if pair[0] != layer]
        return replace(self, off=tuple(sorted([*others, *((layer, one) for one in neurons)])))
