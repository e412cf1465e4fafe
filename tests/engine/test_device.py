"""Devices: what "auto" takes, and a run that goes on when a GPU's memory is full."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import torch
from torch.utils._python_dispatch import TorchDispatchMode

from engine import device as device_module
from engine import learner as learner_module
from engine.config import TrainConfig
from engine.data.loading import Dataset, Split
from engine.device import DeviceChoice, available_devices, choose_device, fall_back
from engine.errors import DeviceError
from engine.learner import Learner
from engine.reports import EpochReport, StepReport
from engine.words.message import Message

FULL = torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")
GPU = DeviceChoice("cpu:0", Message("other_device", name="a GPU played by the CPU"))
LARGE = TrainConfig(model="convnet", batch_size=512, epochs=1)


class SmallMemory(TorchDispatchMode):
    """Refuse, as CUDA's allocator does, every operation that makes more than `limit` bytes.

    That is every copy to the GPU, and all that `learner` does while it computes there, once
    `from_operation` of them went well.
    """

    def __init__(self, limit: float, from_operation: int = 0) -> None:
        super().__init__()
        self.limit = limit
        self.from_operation = from_operation
        self.operations = 0
        self.refused = 0
        self.learner: Learner | None = None

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Any = None
    ) -> Any:
        kwargs = kwargs or {}
        result = func(*args, **kwargs)
        to_gpu = str(kwargs.get("device")) == GPU.device
        on_gpu = to_gpu or (self.learner is not None and self.learner.device is GPU)
        made = result.nbytes if isinstance(result, torch.Tensor) else 0
        self.operations += on_gpu
        if on_gpu and made > self.limit and self.operations > self.from_operation:
            self.refused += 1
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate too much.")
        return result


@pytest.fixture(scope="module")
def few(mnist_sample: Dataset) -> Dataset:
    """Return 600 threes and sevens to train on and 200 to check."""
    train, valid = mnist_sample.train, mnist_sample.valid
    rows, checked = slice(None, None, 21), slice(None, None, 10)
    return Dataset(
        Split(train.images[rows], train.labels[rows]),
        Split(valid.images[checked], valid.labels[checked]),
        mnist_sample.classes,
        "few",
    )


@pytest.fixture
def with_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every learner find the played GPU."""
    monkeypatch.setattr(learner_module, "choose_device", lambda name: GPU)


def test_auto_takes_the_cpu_where_there_is_no_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device_module, "available_devices", lambda: ("cpu",))
    choice = choose_device("auto")
    assert choice.device == "cpu"
    assert "no usable GPU" in str(choice.reason)


def test_auto_passes_over_a_gpu_that_cannot_compute(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is known to torch, but nothing that this torch was built with can run there."""
    monkeypatch.setattr(device_module, "available_devices", lambda: ("mps", "cpu"))
    choice = choose_device("auto")
    assert choice.device == "cpu"
    assert "Apple GPU is present" in str(choice.reason)


def test_auto_takes_the_first_gpu_that_computes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device_module, "available_devices", lambda: ("mps", "cpu:0", "cpu"))
    choice = choose_device("auto")
    assert choice.device == "cpu:0"
    assert "fastest" in str(choice.reason)


def test_the_cpu_is_always_there_and_last() -> None:
    assert available_devices()[-1] == "cpu"
    assert str(choose_device("cpu").reason) == "CPU, as chosen"


@pytest.mark.parametrize("name", ["cuda:99", "tpu", "", "mps:7"])
def test_a_device_that_is_not_there_is_refused_with_the_choice(name: str) -> None:
    with pytest.raises(DeviceError, match=r"has no device .*: choose auto or one of .*cpu"):
        choose_device(name)


@pytest.mark.parametrize(
    "error",
    [
        FULL,
        RuntimeError("MPS backend out of memory (MPS allocated: 5.56 GB, max allowed: 6.80 GB)."),
        RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"),
    ],
)
def test_a_full_gpu_falls_back_to_the_cpu(error: RuntimeError) -> None:
    choice = fall_back(DeviceChoice("mps", Message("mps", name="mps")), error)
    assert choice.device == "cpu"
    assert str(choice.reason) == "CPU: Apple GPU ran out of memory"


def test_a_gpu_that_lacks_an_operation_falls_back_to_the_cpu() -> None:
    error = NotImplementedError(
        "The operator 'aten::grid_sampler_2d' is not currently implemented for the MPS device."
    )
    choice = fall_back(DeviceChoice("mps", Message("mps", name="mps")), error)
    assert choice.device == "cpu"
    assert "Apple GPU can't do everything" in str(choice.reason)
    with pytest.raises(NotImplementedError):
        fall_back(choose_device("cpu"), error)


def test_another_failure_of_a_gpu_is_not_swallowed() -> None:
    error = RuntimeError("CUDA error: device-side assert triggered")
    with pytest.raises(RuntimeError, match="device-side assert"):
        fall_back(GPU, error)


def test_a_full_computer_is_told_in_a_sentence() -> None:
    error = RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried")
    with pytest.raises(DeviceError, match="smaller batch size"):
        fall_back(choose_device("cpu"), error)


@pytest.mark.usefixtures("with_gpu")
def test_a_dataset_too_large_for_the_gpu_is_learned_on_the_cpu(few: Dataset) -> None:
    config = TrainConfig(epochs=1)
    with SmallMemory(limit=len(few.train) * 784 - 1) as memory:
        learner = Learner(few, config)
        assert memory.refused == 1
    assert learner.device.device == "cpu"
    assert "ran out of memory" in str(learner.device.reason)
    assert list(learner.fit())


@pytest.mark.usefixtures("with_gpu")
@pytest.mark.parametrize("from_operation", [0, 30, 100, 250, 400])
def test_a_run_whose_gpu_fills_up_goes_on_with_the_same_weights(
    few: Dataset, from_operation: int
) -> None:
    """Wherever it happens - in a forward pass, a backward pass, a step - nothing is lost."""
    config = TrainConfig(epochs=3, batch_size=64, momentum=0.9, lr=0.05)
    learner = Learner(few, config, fast=False)
    with SmallMemory(limit=1000, from_operation=from_operation) as memory:
        memory.learner = learner
        reports = list(learner.fit(every=3))
    assert memory.refused == 1
    assert learner.device.device == "cpu"
    _assert_complete(reports, learner)
    assert learner.valid_accuracy is not None
    assert learner.valid_accuracy > 0.93


@pytest.mark.usefixtures("with_gpu")
def test_a_gpu_that_fills_up_while_measuring_does_not_train_twice(few: Dataset) -> None:
    config = TrainConfig(epochs=2, batch_size=64)
    learner, alone = Learner(few, config), Learner(few, config)
    memory = SmallMemory(limit=len(few.valid) * 784 * 4 - 1)  # one batch of the check, as floats
    memory.learner = learner
    with memory:
        reports = list(learner.fit())
    assert memory.refused == 1
    _assert_complete(reports, learner)
    list(alone.fit())
    weights, expected = learner.model.state_dict(), alone.model.state_dict()
    assert all(torch.equal(weights[name], expected[name]) for name in expected)


@pytest.mark.usefixtures("with_gpu")
def test_a_gpu_that_fills_up_over_the_drawn_digits_loses_no_epoch(few: Dataset) -> None:
    learner = Learner(few, TrainConfig(epochs=2, batch_size=64))
    assert len(learner.drawn_batches.y) > len(few.valid)
    memory = SmallMemory(limit=len(few.valid) * 784 * 4)  # enough for the check of the epoch
    memory.learner = learner
    with memory:
        reports = list(learner.fit())
    assert memory.refused == 1
    _assert_complete(reports, learner)
    told = [report.drawn_accuracy for report in reports if isinstance(report, EpochReport)]
    assert None not in told


def _assert_complete(reports: list[StepReport | EpochReport], learner: Learner) -> None:
    """Assert that each batch was told of once, in order, and each epoch measured once."""
    steps = [report for report in reports if isinstance(report, StepReport)]
    epochs = [report.epoch for report in reports if isinstance(report, EpochReport)]
    assert epochs == list(range(1, learner.config.epochs + 1))
    told = [r.moved for r in reports if isinstance(r, EpochReport) and r.moved]
    assert told == [learner.device.reason]
    for before, after in pairwise(_from_zero(steps)):
        assert after[0] - before[0] == after[1]
    assert steps[-1].step == learner.step == learner.config.epochs * len(learner.batches)
    assert np.isfinite(np.concatenate([report.losses for report in steps])).all()


def _from_zero(steps: list[StepReport]) -> Iterator[tuple[int, int]]:
    yield 0, 0
    for report in steps:
        yield report.step, len(report.losses)


def test_a_gpu_wants_no_threads_of_the_processor(
    few: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learner_module, "MOST_THREADS", 4)
    on_cpu = Learner(few, LARGE)
    monkeypatch.setattr(learner_module, "choose_device", lambda name: GPU)
    on_gpu = Learner(few, LARGE)
    for learner in (on_cpu, on_gpu):
        learner.threads.go_on_with(4)
    assert (on_cpu.threads.count, on_gpu.threads.count) == (4, 1)


@pytest.mark.usefixtures("with_gpu")
def test_a_run_that_never_got_onto_the_gpu_takes_the_threads_of_one_on_the_cpu(
    few: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learner_module, "MOST_THREADS", 4)
    with SmallMemory(limit=len(few.train) * 784 - 1) as memory:
        learner = Learner(few, LARGE)
        assert memory.refused == 1
    learner.threads.go_on_with(4)
    assert learner.threads.count == 4


@pytest.mark.usefixtures("with_gpu")
def test_a_run_that_leaves_the_gpu_takes_the_threads_of_one_on_the_cpu_but_the_windows(
    few: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learner_module, "MOST_THREADS", 4)
    learner = Learner(few, LARGE)
    learner.threads.leave_core()
    memory = SmallMemory(limit=1000, from_operation=10)
    memory.learner = learner
    with memory:
        assert next(learner.fit())
    assert memory.refused == 1
    learner.threads.go_on_with(4)
    assert learner.threads.count == 1  # the fourth is the window's
    learner.threads.go_on_with(3)
    assert learner.threads.count == 3
