"""A learner as it is at one moment, to look at while the real one learns on."""

import copy

from engine.learner import Learner


def snapshot(learner: Learner) -> Learner:
    """Return a learner with copies of all that learning changes; the images are shared.

    Take it between two reports. It may be looked at from any thread, and read with; train the real
    one.
    """
    twin = copy.copy(learner)
    twin.model = copy.deepcopy(learner.model)
    for copied, parameter in zip(twin.model.parameters(), learner.model.parameters(), strict=True):
        copied.grad = None if parameter.grad is None else parameter.grad.clone()
    twin.optimizer = learner.optimizer.copy_for(twin.model.parameters())
    twin.batches = copy.copy(learner.batches)  # a new pass draws a new order, which replaces it
    twin.fused, twin.backward, twin.forward = None, twin.autograd, twin.model
    return twin
