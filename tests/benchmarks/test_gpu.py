"""The command for a machine with a GPU, on the CPU: its checks find what is wrong, and it ends."""

import subprocess
import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import gpu, gpu_checks
from engine import learner as learner_module
from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.learner import Learner
from tests.engine.test_device import GPU, SmallMemory
from tests.mostly_long import mostly_long

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", mostly_long(gpu_checks.SAME, {0, 1}))
def test_the_same_device_gives_the_same_losses(name: str) -> None:
    checked = gpu_checks.same_losses(name, gpu_checks.SAME[name], "cpu")
    assert checked.holds
    assert "at most 0.0e+00 apart" in checked.found


def test_losses_that_differ_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second learner, that of the device, begins with other weights."""
    seeds = iter((0, 1))

    class OtherSeeds(Learner):
        def __init__(self, dataset: Dataset, config: TrainConfig, fast: bool = True) -> None:
            super().__init__(dataset, replace(config, seed=next(seeds)), fast)

    monkeypatch.setattr(gpu_checks, "Learner", OtherSeeds)
    assert gpu_checks.same_losses("another seed", TrainConfig(), "cpu").holds is False


def small(learner: Learner) -> SmallMemory:
    memory = SmallMemory(limit=1000)
    memory.learner = learner
    return memory


@pytest.mark.long
def test_a_full_memory_is_seen_to_be_survived(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learner_module, "choose_device", lambda name: GPU)
    checked = gpu_checks.falls_back("cpu", small)
    assert checked.holds
    assert "ran out of memory" in checked.found


@pytest.mark.long
def test_a_memory_that_never_fills_up_is_no_proof() -> None:
    checked = gpu_checks.falls_back("cpu", nullcontext)
    assert checked.holds is False
    assert checked.found == "nothing told"


def test_what_the_doctor_says_is_weighed() -> None:
    assert gpu_checks.doctor("cpu").holds
    assert gpu_checks.doctor("cuda").holds is False  # it names no GPU


def test_a_gpu_that_waits_is_told_from_one_that_computes() -> None:
    assert gpu.verdict(1.1) == "waits: launch-bound"
    assert gpu.verdict(3.8) == "computes"


def test_ten_digits_are_learned_on_equal_terms() -> None:
    contenders = gpu.digits_contenders("cuda", gpu.WHOLE)
    assert {(each.warm_up, each.one_thread) for each in contenders} == {(False, True)}
    assert [each.name for each in contenders if "--device" not in each.arguments] == [
        "the same on one CPU thread"
    ]


def test_each_network_has_a_row() -> None:
    rows = {row[0]: row[3] for row in gpu.bound_rows("cpu", gpu.LOGIC_ONLY)}
    assert list(rows)[:2] == ["simple_net, 256", "small_convnet, 48"]
    assert "convnet, 128, in bfloat16" in rows


@pytest.mark.long
def test_it_needs_no_window() -> None:
    code = (
        "import sys, benchmarks.gpu; print(*{m.partition('.')[0] for m, module in "
        "sys.modules.items() if 'site-packages' in (getattr(module, '__file__', '') or '')})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = set(done.stdout.split())
    assert found >= {"torch", "numpy"}
    assert not found & {"PySide6", "pyqtgraph", "shiboken6", "onnx", "hypothesis"}
    assert {"PIL", "safetensors", "platformdirs"} <= found


@pytest.mark.long
def test_without_a_gpu_it_goes_through_all_of_it_and_says_so() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.gpu", "--device", "cpu"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("**No GPU: logic only.**")
    for row in ("| Inkgrad, the book |", "| convnet, 128 |", "| PyTorch's example |"):
        assert row in done.stdout
