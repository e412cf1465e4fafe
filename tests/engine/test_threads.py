"""How many threads a run takes, on machines of which each step's time is known."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from engine import device, learner
from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.device import Threads, using_threads
from engine.inference.classifier import Classifier
from engine.learner import Learner
from engine.lr_finder import find_lr

QUIET = {1: 1.0, 2: 0.6, 4: 0.4, 8: 0.5}  # seconds of a step, by the number of threads
BUSY = {1: 1.5, 2: 30.0, 4: 30.0, 8: 30.0}
SMALL = {1: 1.0, 2: 1.25}


class Machine:
    """Counts the seconds of a run's steps, each as `seconds` says for its number of threads."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, seconds: dict[int, float]) -> None:
        self.seconds = seconds
        self.now_s = 0.0
        self.took: list[int] = []
        clock = SimpleNamespace(perf_counter=lambda: self.now_s)
        monkeypatch.setattr(device, "time", clock)

    def work(self, threads: Threads) -> Iterator[int]:
        while True:
            self.took.append(torch.get_num_threads())
            self.now_s += self.seconds[self.took[-1]]
            threads.note_step()
            yield torch.get_num_threads()

    def run(self, threads: Threads, steps: int) -> float:
        """Do some steps with a report after each; return how long they took."""
        start = self.now_s
        for _, _ in zip(range(steps), threads.lend(self.work(threads)), strict=False):
            pass
        return self.now_s - start


@pytest.mark.parametrize("most", [1, 2, 3, 8])
def test_the_quickest_number_is_found_and_kept(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    machine = Machine(monkeypatch, QUIET | {3: 0.5})
    threads = Threads(most)
    best = {1: 1, 2: 2, 3: 3, 8: 4}[most]
    machine.run(threads, 60)
    assert threads.count == best
    assert max(machine.took) == most
    later = machine.run(threads, 1000)
    assert later <= 1.1 * 1000 * machine.seconds[best]
    assert threads.count == best


def test_where_a_second_thread_costs_nearly_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    machine = Machine(monkeypatch, SMALL)
    threads = Threads(2)
    assert machine.run(threads, 1000) <= 1.02 * 1000
    assert machine.took.count(2) > 5  # it is tried again
    assert threads.count == 1


def test_on_a_busy_machine_it_is_tried_with_one_step(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, BUSY)
    threads = Threads(8)
    assert machine.run(threads, 2000) <= 1.1 * 2000 * BUSY[1]
    assert threads.count == 1


def test_what_is_clearly_slower_is_tried_with_two_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, {1: 1.0, 2: 3.0})
    threads = Threads(2)
    machine.run(threads, 30)
    assert machine.took.count(2) == 2
    assert threads.count == 1


def test_threads_are_given_back_when_others_want_the_cores_and_taken_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    machine = Machine(monkeypatch, QUIET)
    threads = Threads(8)
    machine.run(threads, 200)
    assert threads.count == 4
    machine.seconds = BUSY
    before = len(machine.took)
    machine.run(threads, 20)
    assert threads.count == 1
    assert sum(count > 1 for count in machine.took[before:]) <= 15  # a trial may be under way
    machine.seconds = QUIET
    machine.run(threads, 20_000)
    assert threads.count == 4


def test_a_machine_that_is_slower_throughout_keeps_its_threads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    machine = Machine(monkeypatch, {1: 1.0, 2: 0.6})
    threads = Threads(2)
    machine.run(threads, 100)
    machine.seconds = {1: 3.0, 2: 1.8}
    assert machine.run(threads, 1000) <= 1.1 * 1000 * 1.8
    assert threads.count == 2


def test_steps_are_slow_once_in_a_while_and_nothing_follows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    machine = Machine(monkeypatch, {1: 1.0, 2: 0.6})
    threads = Threads(2)
    machine.run(threads, 30)
    for _ in range(5):
        machine.seconds = {1: 9.0, 2: 9.0}
        machine.run(threads, 2)
        machine.seconds = {1: 1.0, 2: 0.6}
        machine.run(threads, 10)
    assert set(machine.took[30:]) == {2}


def test_a_core_is_left_to_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    for most, left in ((1, 1), (2, 1), (4, 3)):
        machine = Machine(monkeypatch, QUIET | {3: 0.5})
        threads = Threads(most)
        threads.leave_core()
        machine.run(threads, 200)
        assert threads.count == max(machine.took) == left


def test_the_callers_number_holds_between_two_steps_and_after_a_failure() -> None:
    def work(threads: Threads) -> Iterator[int]:
        yield torch.get_num_threads()
        raise ZeroDivisionError

    with using_threads(3):
        lent = Threads(1).lend(work(Threads(1)))
        assert next(lent) == 1
        assert torch.get_num_threads() == 3
        with pytest.raises(ZeroDivisionError):
            next(lent)
        assert torch.get_num_threads() == 3


def numbers_of_each_forward_pass(model: nn.Module) -> list[int]:
    seen: list[int] = []
    model.register_forward_pre_hook(lambda *_: seen.append(torch.get_num_threads()))
    return seen


@pytest.mark.parametrize("model", ["simple_net", "convnet"])
def test_a_fit_leaves_the_callers_number(
    handful: Dataset, monkeypatch: pytest.MonkeyPatch, model: str
) -> None:
    monkeypatch.setattr(learner, "MOST_THREADS", 2)
    config = TrainConfig(model=model, epochs=2, batch_size=16)
    one = Learner(handful, config, fast=False)
    seen = numbers_of_each_forward_pass(one.model[-1])
    with using_threads(3):
        assert {torch.get_num_threads() for _ in one.fit()} == {3}
        assert find_lr(handful, config, steps=3)
        assert torch.get_num_threads() == 3
    assert set(seen) == ({1, 2} if model == "convnet" else {1})


def test_the_threads_that_pay_are_told(handful: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learner, "Threads", lambda most: SimpleNamespace(count=4, lend=iter))
    report = next(Learner(handful, TrainConfig()).fit())
    assert report.threads == 4  # type: ignore[union-attr]


@pytest.mark.parametrize("read", [Classifier.predict, Classifier.predict_batch])
def test_a_classifier_reads_on_one_thread_and_leaves_the_callers_number(
    mnist: Dataset, read: Callable[[Classifier, np.ndarray], object]
) -> None:
    classifier = Classifier.starter("mnist_sample")
    seen: list[int] = []
    layer = next(layer for layer in classifier.model if isinstance(layer, nn.ReLU))

    def note(*_: Tensor | tuple[Tensor] | nn.Module) -> None:
        seen.append(torch.get_num_threads())

    layer.register_forward_pre_hook(note)
    images = mnist.valid.images[:5]
    with using_threads(3):
        read(classifier, images if read is Classifier.predict_batch else images[0])
        assert torch.get_num_threads() == 3
    assert set(seen) == {1}


def test_importing_the_engine_leaves_torchs_threads_alone() -> None:
    code = (
        "import torch; torch.set_num_threads(3); import engine; "
        "engine.Learner, engine.Classifier.starter('mnist_sample'); "
        "from engine.device import MOST_THREADS; print(torch.get_num_threads(), MOST_THREADS)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["3", "3"]
