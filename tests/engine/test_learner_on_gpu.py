"""A GPU without a GPU: whole epochs on a pretended device that has shapes and no numbers.

Under FakeTensorMode every operation of the real loop is checked for its devices, and reading a
value back, which would make the host wait for the device, is an error.
"""

from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch._subclasses.fake_tensor import DataDependentOutputException, FakeTensorMode
from torch.utils._python_dispatch import TorchDispatchMode

from engine import device as device_module
from engine.config import TrainConfig
from engine.data.loading import Dataset, Split
from engine.learner import Learner
from tests.mostly_long import mostly_long

BATCH = 64
OPTIONS = {
    "plain": {},
    "augmented": {"augment": "gentle"},
    "momentum": {"momentum": 0.9, "weight_decay": 0.01},
    "adam": {"optimizer": "adam", "weight_decay": 0.01},
    "one_cycle": {"schedule": "one_cycle", "momentum": 0.9, "augment": "gentle"},
}


class NoWait(TorchDispatchMode):
    """Refuse what waits though it makes no number: copies to the host, and to the device unless
    they are asked not to block.
    """

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Any = None
    ) -> Any:
        result = func(*args, **(kwargs or {}))
        if func is torch.ops.aten._to_copy.default and result.device.type == "cpu":
            assert args[0].device.type == "cpu", "the host waits for a copy"
        elif func is torch.ops.aten._to_copy.default and args[0].device.type == "cpu":
            assert (kwargs or {}).get("non_blocking"), "the host waits until it is copied"
        return result


class ReadsBack(nn.Module):
    """A layer that asks the device for a number in the middle of the forward pass."""

    def forward(self, x: Tensor) -> Tensor:
        return x / x.max().item()


class Copies(nn.Module):
    """A layer that works on the host."""

    def forward(self, x: Tensor) -> Tensor:
        return x.cpu().relu().to(x.device)


class CopiesThere(nn.Module):
    """A layer that brings a tensor of the host's along in each pass."""

    def forward(self, x: Tensor) -> Tensor:
        return x + torch.zeros(x.shape[1], device="cpu").to(x.device)


class HoldsHostTensor(nn.Module):
    """A layer that adds a tensor which lives on the host."""

    def forward(self, x: Tensor) -> Tensor:
        return x + torch.zeros(x.shape[1], device="cpu")


@pytest.fixture
def pretended_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let torch's shape-only device stand among the machine's own."""
    monkeypatch.setattr(device_module, "available_devices", lambda: ("meta", "cpu"))


def sliced(dataset: Dataset, every: int) -> Dataset:
    """Return every n-th image; the last batch of 64 comes out smaller than the others."""
    train, valid = dataset.train, dataset.valid
    return Dataset(
        Split(train.images[::every], train.labels[::every]),
        Split(valid.images[::every], valid.labels[::every]),
        dataset.classes,
        dataset.name,
    )


def run_epoch(learner: Learner) -> tuple[Tensor, Tensor]:
    """Train one epoch and measure, both by the engine's own loops; return what they'd read out."""
    with FakeTensorMode(allow_non_fake_inputs=True), NoWait():
        (losses,) = learner.train_epoch(is_due=lambda: False)
        return losses, learner.measure(learner.valid_batches)


@pytest.mark.usefixtures("pretended_gpu")
@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS.keys())
@pytest.mark.parametrize("model", ["linear", "simple_net", "mlp", "convnet", "small_convnet"])
@pytest.mark.parametrize("classes", mostly_long([2, 10], {1}))
def test_an_epoch_mixes_no_devices_and_never_waits_for_the_host(
    model: str, options: dict[str, object], classes: int, mnist: Dataset, mnist_sample: Dataset
) -> None:
    dataset = sliced(mnist_sample, 50) if classes == 2 else sliced(mnist, 240)
    config = TrainConfig(
        model=model, device="meta", batch_size=BATCH, epochs=1, hidden=(40, 20), **options
    )
    learner = Learner(dataset, config)
    losses, totals = run_epoch(learner)
    places = [*learner.model.parameters(), *learner.model.buffers(), losses, totals]
    assert {tensor.device.type for tensor in places} == {"meta"}
    assert losses.shape == (len(learner.batches),)
    assert learner.step == len(learner.batches)


@pytest.mark.usefixtures("pretended_gpu")
@pytest.mark.parametrize("loss", ["mnist_loss", "cross_entropy", "accuracy"])
@pytest.mark.parametrize("classes", [2, 10])
def test_no_loss_waits_for_the_host(
    loss: str, classes: int, mnist: Dataset, mnist_sample: Dataset
) -> None:
    dataset = sliced(mnist_sample, 50) if classes == 2 else sliced(mnist, 240)
    config = TrainConfig(loss=loss, device="meta", batch_size=BATCH, epochs=1)
    learner = Learner(dataset, config)
    run_epoch(learner)


@pytest.mark.usefixtures("pretended_gpu")
@pytest.mark.parametrize(
    ("layer", "error", "said"),
    [
        (ReadsBack, DataDependentOutputException, "_local_scalar_dense"),
        (Copies, AssertionError, "waits for a copy"),
        (CopiesThere, AssertionError, "until it is copied"),
        (HoldsHostTensor, RuntimeError, "on the same device"),
    ],
)
def test_a_layer_that_waits_or_mixes_devices_is_noticed(
    layer: type[nn.Module], error: type[Exception], said: str, mnist_sample: Dataset
) -> None:
    learner = Learner(sliced(mnist_sample, 50), TrainConfig(device="meta", epochs=1))
    learner.model.insert(0, layer())
    with pytest.raises(error, match=said):
        run_epoch(learner)


@pytest.mark.usefixtures("pretended_gpu")
@pytest.mark.parametrize("model", ["simple_net", "small_convnet"])
def test_reports_by_time_make_no_batch_wait(model: str, mnist_sample: Dataset) -> None:
    """Where none is due, the first value is read back when the epoch is over."""
    config = TrainConfig(model=model, device="meta", batch_size=BATCH)
    learner = Learner(sliced(mnist_sample, 50), config)
    with FakeTensorMode(allow_non_fake_inputs=True), pytest.raises(RuntimeError, match="numpy"):
        next(learner.fit_when(lambda: False))
    assert learner.step == len(learner.batches) > 3


@pytest.mark.usefixtures("pretended_gpu")
def test_fit_waits_for_the_host_only_to_report(mnist_sample: Dataset) -> None:
    """With a report after every 3 batches the first value is read back after 3 batches."""
    learner = Learner(sliced(mnist_sample, 50), TrainConfig(device="meta", batch_size=BATCH))
    with FakeTensorMode(allow_non_fake_inputs=True), pytest.raises(RuntimeError, match="numpy"):
        next(learner.fit(every=3))
    assert learner.step == 3
