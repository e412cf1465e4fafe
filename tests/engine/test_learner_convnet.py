"""A convnet learns in bfloat16 on a CPU that has it, and everything else stays float32."""

import pytest
import torch

from engine.config import TrainConfig
from engine.data.loading import Dataset
from engine.learner import Learner

CONVNET = TrainConfig(model="convnet", epochs=2, lr=0.05, momentum=0.9, batch_size=32)


@pytest.fixture(autouse=True)
def _bfloat16(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every CPU take the way of those with the instructions: torch imitates them."""
    monkeypatch.setattr("engine.fast_gradients.multiplies_bfloat16", lambda: True)


def test_gradients_point_the_same_way_as_in_float32(handful: Dataset) -> None:
    quick, plain = Learner(handful, CONVNET), Learner(handful, CONVNET, fast=False)
    x, y = next(iter(quick.batches))
    assert quick.gradients(x, y) == pytest.approx(float(plain.gradients(x, y)), rel=0.01)
    for ours, theirs in zip(quick.model.parameters(), plain.model.parameters(), strict=True):
        assert ours.grad is not None
        assert theirs.grad is not None
        assert ours.grad.dtype == torch.float32
        assert (ours.grad - theirs.grad).norm() < 0.1 * theirs.grad.norm()


def test_it_sees_its_weights_move(handful: Dataset) -> None:
    """Autocast keeps the bfloat16 copies of weights for as long as its context is open."""
    learner = Learner(handful, CONVNET)
    x, y = next(iter(learner.batches))
    losses = []
    for _ in range(20):
        losses.append(float(learner.gradients(x, y)))
        learner.optimizer.step()
    assert losses[-1] < losses[0] / 2


def test_the_same_seed_gives_the_same_weights(handful: Dataset) -> None:
    one, two = (Learner(handful, CONVNET) for _ in range(2))
    list(one.fit())
    list(two.fit())
    for a, b in zip(one.model.parameters(), two.model.parameters(), strict=True):
        assert a.dtype == torch.float32
        assert torch.equal(a, b)


def test_the_accuracy_it_reports_is_that_of_the_float32_model(handful: Dataset) -> None:
    learner = Learner(handful, CONVNET)
    report = list(learner.fit())[-1]
    answers = learner.classifier().predict_batch(handful.valid.images).argmax(axis=1)
    assert report.valid_accuracy == pytest.approx(
        (answers == handful.valid.labels).mean(), abs=1e-9
    )


@pytest.mark.parametrize(
    ("config", "fast", "in_bfloat16"),
    [(CONVNET, True, True), (CONVNET, False, False), (TrainConfig(), True, False)],
)
def test_only_a_convnet_in_a_hurry_takes_it(
    config: TrainConfig, fast: bool, in_bfloat16: bool, handful: Dataset
) -> None:
    with Learner(handful, config, fast).precision:
        assert torch.is_autocast_enabled("cpu") == in_bfloat16
