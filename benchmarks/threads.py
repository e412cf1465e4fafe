"""What a second thread brings, and whether a run finds out: one, all cores, and as many as pay.

    python -m benchmarks.threads [--rounds 5] [--seconds 4]

Wall time of training, by turns in one process; then again beside as many spinning processes as
there are cores. OMP_NUM_THREADS must not be set.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.table import middle, print_table, span
from engine import Dataset, Learner, TrainConfig, load_dataset
from engine.device import MOST_THREADS, Threads
from engine.models import is_large

_RUNS = {
    "simple_net, batch 256": TrainConfig(epochs=1000),
    "mlp 512,256, batch 128": TrainConfig(model="mlp", hidden=(512, 256), batch_size=128),
    "small_convnet, batch 64": TrainConfig(model="small_convnet", lr=0.01, batch_size=64),
    "convnet, batch 32": TrainConfig(model="convnet", lr=0.01, batch_size=32),
    "convnet, batch 128": TrainConfig(model="convnet", lr=0.01, batch_size=128),
}
_COLUMNS = ("run", "batches a second with one", "times, with all", "with as many as pay", "found")


class Always(Threads):
    """The same number at each moment."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count

    def note_step(self) -> None:
        """Try nothing."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=4.0, help="of each run")
    chosen = parser.parse_args()
    dataset = load_dataset("mnist")
    for title, spinning in (("quiet", 0), (f"beside {MOST_THREADS} that spin", MOST_THREADS)):
        with _spinning(spinning):
            rows = [
                _row(f"{name}, {title}", dataset, config, chosen.rounds, chosen.seconds)
                for name, config in _RUNS.items()
            ]
        print_table(_COLUMNS, rows)


def _row(
    name: str, dataset: Dataset, config: TrainConfig, rounds: int, seconds: float
) -> list[str]:
    found: list[int] = []
    paces: list[list[float]] = []
    for _ in range(rounds):
        learner = Learner(dataset, config)
        paying = Threads(MOST_THREADS if is_large(learner.model, config.batch_size) else 1)
        ways = (Always(1), Always(MOST_THREADS), paying)
        paces.append([_pace(dataset, config, threads, seconds) for threads in ways])
        found.append(paying.count)
    one = span([pace[0] for pace in paces], 0)
    times = [span([pace[way] / pace[0] for pace in paces], 2) for way in (1, 2)]
    return [name, one, *times, f"{middle(found):g}"]


def _pace(dataset: Dataset, config: TrainConfig, threads: Threads, seconds: float) -> float:
    """Return how many batches a second are learned in the first epochs."""
    learner = Learner(dataset, config)
    learner.threads = threads
    until = time.perf_counter() + seconds
    for _ in learner.fit_when(lambda: time.perf_counter() >= until):
        if time.perf_counter() >= until:
            break
    return learner.step / learner.seconds


@contextmanager
def _spinning(count: int) -> Iterator[None]:
    """Let as many other processes want the cores."""
    command = [sys.executable, "-c", "while True: pass"]
    processes = [subprocess.Popen(command) for _ in range(count)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


if __name__ == "__main__":
    main()
