"""A GPU: what must hold there, and how fast it is. Needs neither a window nor Qt.

    python -m benchmarks.gpu

Beside torch, numpy, pillow, safetensors and platformdirs are enough. On one GPU it takes less than
four minutes: what isn't begun by then is left out. Where there is no GPU it goes through the same
steps on the CPU with few images and epochs: that tries the command, and measures nothing.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import torch

from benchmarks.contender import first
from benchmarks.gpu_checks import check_all
from benchmarks.interleave import Contender, Result, take_turns
from benchmarks.table import middle, print_table, span, when_reached
from engine import Learner, TrainConfig, load_dataset
from engine.data.splits import Dataset
from engine.device import available_devices, describe

_LIMIT_S = 240
_HERE = "benchmarks.contenders"
_ON_CPU = "the same on one CPU thread"
_LARGER = 4  # times the batch
_BUSY = 0.6 * _LARGER  # times as long: from there on the device computes most of the time


@dataclass(frozen=True)
class Extent:
    """How much is done: epochs and images (0: all) of either job, and the accuracies to reach."""

    rounds: int
    epochs: int
    images: int
    sample_target: float
    digits_target: float
    steps: int


WHOLE = Extent(3, 60, 0, 0.982, 0.99, 60)
LOGIC_ONLY = Extent(1, 2, 512, 0.5, 0.1, 3)


def main() -> int:
    """Check and measure; return 1 where something doesn't hold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--device", default=available_devices()[0])
    device = parser.parse_args().device
    began = time.monotonic()
    extent = LOGIC_ONLY if device == "cpu" else WHOLE
    print(_heading(device))
    checked = list(check_all(device))
    marks = {True: "holds", False: "**doesn't hold**", None: "–"}
    print_table(("what", "", "found"), [(c.what, marks[c.holds], c.found) for c in checked])
    for seconds, part in (
        (40, lambda: print_table(_PACE, sample_rows(device, extent))),
        (20, lambda: print_table(_BOUND, bound_rows(device, extent))),
        (100, lambda: print_table(_DIGITS, digits_rows(device, extent))),
    ):
        print(flush=True)
        _do(part, seconds, _LIMIT_S - (time.monotonic() - began))
    return 1 if any(c.holds is False for c in checked) else 0


def _do(part: Callable[[], None], seconds: int, left_s: float) -> None:
    if left_s < seconds:
        print(f"Left out: it may take {seconds} s, and {left_s:.0f} are left.")
    else:
        part()


def _heading(device: str) -> str:
    if device == "cpu":
        return "**No GPU: logic only.** What stands here was measured on the CPU, on few images.\n"
    return f"{describe(device)}, torch {torch.__version__}, CUDA {torch.version.cuda}\n"


_PACE = ("3 or 7", "epochs a second", "times the plain loop's", "s to the accuracy", "times sooner")
_DIGITS = ("ten digits", "epochs", "test accuracy then", "s to the accuracy", "times sooner")
_BOUND = ("network, batch", "ms a step", f"batch {_LARGER} times as large", "the device")


def sample_rows(device: str, extent: Extent) -> Iterator[list[str]]:
    """Give a row for each way to learn 3 or 7, the plain loop first."""
    options = ["--images", str(extent.images)]
    there, epochs = ["--device", device, *options], ["--epochs", str(extent.epochs)]
    training = f"{_HERE}.inkgrad_training"
    contenders = (
        Contender("torch DataLoader loop", f"{_HERE}.torch_book", [*epochs, "--device", device]),
        Contender("Inkgrad, the book", training, ["mnist_sample", "book", *epochs, *there]),
        Contender(_ON_CPU, training, ["mnist_sample", "book", *epochs, *options]),
        Contender("Inkgrad, recommended", training, ["mnist_sample", "recommended", *there]),
    )
    results = take_turns(contenders, extent.rounds)
    plain = results[contenders[0].name]
    for name, found in results.items():
        pace = [_pace(result) for result in found]
        yield [
            name,
            span(pace, 1),
            f"{middle(pace) / middle([_pace(result) for result in plain]):.1f}",
            *_time_to(extent.sample_target, found, plain),
        ]


def digits_contenders(device: str, extent: Extent) -> tuple[Contender, ...]:
    """Return PyTorch's example, and the preset on the device and on the CPU.

    None is warmed up: each one's time includes the device's beginning.
    """
    options = ["--images", str(extent.images)]
    there, training = ["--device", device, *options], f"{_HERE}.inkgrad_training"
    example, preset = [str(extent.digits_target), *there], ["mnist", "ten_digits"]
    return (
        Contender("PyTorch's example", f"{_HERE}.torch_digits", example, warm_up=False),
        Contender("Inkgrad, ten digits quickly", training, [*preset, *there], warm_up=False),
        Contender(_ON_CPU, training, [*preset, *options], warm_up=False),
    )


def digits_rows(device: str, extent: Extent) -> Iterator[list[str]]:
    """Give a row for each way to learn all ten digits, PyTorch's example first."""
    contenders = digits_contenders(device, extent)
    results = take_turns(contenders, 1)
    for name, found in results.items():
        epochs = found[0]["epochs"]
        yield [
            name,
            str(len(epochs)),
            f"{100 * epochs[-1]['accuracy']:.2f} %",
            *_time_to(extent.digits_target, found, results[contenders[0].name]),
        ]


def bound_rows(device: str, extent: Extent) -> Iterator[list[str]]:
    """Give a row for each network: whether the device computes, or waits to be told what."""
    whole = load_dataset("mnist")
    dataset = replace(whole, train=first(whole.train, extent.images), valid=first(whole.valid, 100))
    for model, batch_size, dtype in _NETWORKS:
        config = TrainConfig(
            model=model, batch_size=batch_size, device=device, loss="cross_entropy"
        )
        once, longer = (
            step_seconds(_learner(dataset, replace(config, batch_size=size), dtype), extent.steps)
            for size in (batch_size, _LARGER * batch_size)
        )
        yield [
            f"{model}, {batch_size}" + (", in bfloat16" if dtype else ""),
            f"{1000 * once:.2f}",
            f"{longer / once:.2f} times as long",
            verdict(longer / once),
        ]


def verdict(longer: float) -> str:
    """Say what the device does, where a batch _LARGER times as large takes `longer` times."""
    return "computes" if longer > _BUSY else "waits: launch-bound"


_NETWORKS = (
    ("simple_net", 256, None),
    ("small_convnet", 48, None),
    ("convnet", 128, None),
    ("convnet", 128, torch.bfloat16),  # does it pay there?
)


def _learner(dataset: Dataset, config: TrainConfig, dtype: torch.dtype | None) -> Learner:
    """Return a learner that computes in another type than its usual one, or in that one."""
    learner = Learner(dataset, config)
    if dtype:
        learner.precision = torch.autocast(config.device.partition(":")[0], dtype)
    return learner


def step_seconds(learner: Learner, steps: int) -> float:
    """Return how long a step takes on the learner's device, after some that warm up."""
    batches = list(learner.batches)[:1]
    _steps(learner, batches * 3)
    began = time.perf_counter()
    _steps(learner, batches * steps)
    return (time.perf_counter() - began) / steps


def _steps(learner: Learner, batches: list[tuple[torch.Tensor, torch.Tensor]]) -> None:
    for xb, yb in batches:
        loss = learner.gradients(xb, yb)
        learner.optimizer.step()
    loss.item()  # until here nobody has waited for the device


def _pace(result: Result) -> float:
    return len(result["epochs"]) / float(result["epochs"][-1]["wall"])


def _time_to(accuracy: float, ours: list[Result], theirs: list[Result]) -> tuple[str, str]:
    seconds, others = (
        [when_reached(result, accuracy, "wall") for result in results] for results in (ours, theirs)
    )
    return span(seconds, 2), f"{middle(others) / middle(seconds):.1f}"


if __name__ == "__main__":
    sys.exit(main())
