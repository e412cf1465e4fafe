"""What must hold on a GPU: each check tells in a sentence what was found. `gpu` runs them all.

Those that ask CUDA itself are left out on another device.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
import torch

from benchmarks.contender import first
from engine import EpochReport, Learner, StepReport, TrainConfig, load_dataset
from engine.cli.doctor import examine
from engine.data.splits import Dataset

ROUNDING = 2e-3  # the most by which a batch's loss may differ after some dozens of steps
_IMAGES, _STEPS = 4096, 24
_FULL = TrainConfig(model="convnet", epochs=1, batch_size=2048)

SAME: dict[str, TrainConfig] = {
    "the book's network": TrainConfig(batch_size=128),
    "cross-entropy, Adam": TrainConfig(loss="cross_entropy", optimizer="adam", lr=0.005),
    "convnet, images moved": TrainConfig(model="convnet", lr=0.02, momentum=0.9, augment="gentle"),
}
Limit = Callable[[Learner], AbstractContextManager[object]]


@dataclass(frozen=True)
class Checked:
    """What was looked at, whether it holds (None: left out), and what was found."""

    what: str
    holds: bool | None
    found: str


def check_all(device: str) -> Iterator[Checked]:
    """Carry out every check on a device."""
    for name, config in SAME.items():
        yield same_losses(name, config, device)
    on_cuda = device.startswith("cuda")
    left_out = "left out: only CUDA can tell"
    yield never_waits(device) if on_cuda else Checked("no wait in an epoch", None, left_out)
    yield (
        falls_back(device, little_memory) if on_cuda else Checked("a full memory", None, left_out)
    )
    yield doctor(device)


def same_losses(name: str, config: TrainConfig, device: str) -> Checked:
    """Train with the same seed on the CPU and on the device, and compare every batch's loss.

    Both in float32 throughout: what a GPU rounds more coarsely by itself is turned off.
    """
    dataset = _few(config)
    with torch.backends.cudnn.flags(enabled=True, allow_tf32=False):
        ours = _losses(dataset, replace(config, device="cpu"))
        theirs = _losses(dataset, replace(config, device=device))
    worst = float(np.abs(ours - theirs).max())
    found = f"{len(ours)} batches, at most {worst:.1e} apart; {ROUNDING:.0e} are allowed"
    what = f"same seed, same losses on the CPU: {name}"
    return Checked(what, bool(worst <= ROUNDING), found)


def never_waits(device: str) -> Checked:
    """Train an epoch while CUDA refuses whatever makes the host wait for it."""
    what = "no wait in an epoch"
    learner = Learner(_few(TrainConfig()), TrainConfig(device=device))
    list(learner.train_epoch(is_due=lambda: False))  # CUDA's own preparations wait
    learner.step = 0
    torch.cuda.set_sync_debug_mode("error")
    try:
        list(learner.train_epoch(is_due=lambda: False))
    except RuntimeError as error:
        return Checked(what, False, str(error).splitlines()[0])
    finally:
        torch.cuda.set_sync_debug_mode("default")
    return Checked(what, True, f"{len(learner.batches)} batches without one")


def falls_back(device: str, limit: Limit) -> Checked:
    """Fill the device's memory in the middle of a run, which must go on with a sentence."""
    dataset = load_dataset("mnist")
    dataset = replace(dataset, train=first(dataset.train, _IMAGES))
    learner = Learner(dataset, replace(_FULL, device=device))
    with limit(learner):
        reports = list(learner.fit())
    told = [str(r.moved) for r in reports if isinstance(r, EpochReport) and r.moved]
    is_whole = learner.step == len(learner.batches) and learner.device.device == "cpu"
    return Checked("a full memory", is_whole and len(told) == 1, " ".join(told) or "nothing told")


def doctor(device: str) -> Checked:
    """See what `inkgrad doctor` says of the device."""
    facts, problems = examine()
    is_taken = facts["device"].startswith("CPU") == (device == "cpu")
    found = "; ".join([facts["device"], *map(str, problems)])
    return Checked("inkgrad doctor", is_taken and not problems, found)


@contextmanager
def little_memory(_: Learner) -> Iterator[None]:
    """Leave CUDA's memory as it is now, and a megabyte."""
    torch.cuda.empty_cache()
    whole = torch.cuda.get_device_properties(0).total_memory
    torch.cuda.set_per_process_memory_fraction((torch.cuda.memory_reserved() + 2**20) / whole)
    try:
        yield
    finally:
        torch.cuda.set_per_process_memory_fraction(1.0)


def _few(config: TrainConfig) -> Dataset:
    whole = load_dataset("mnist" if config.model == "convnet" else "mnist_sample")
    return replace(whole, train=first(whole.train, _IMAGES), valid=first(whole.valid, 500))


def _losses(dataset: Dataset, config: TrainConfig) -> np.ndarray:
    learner = Learner(dataset, replace(config, epochs=2), fast=False)
    steps = (report for report in learner.fit() if isinstance(report, StepReport))
    return np.concatenate([step.losses for step in islice(steps, _STEPS)])
