"""How the presets were chosen: settings compared on a part of the training set, held out.

    python -m benchmarks.settings [mnist_sample | mnist] [--rounds 3]

The validation and test sets, on which the results in README.md stand, have no say here.
"""

import argparse
import time
from dataclasses import replace
from itertools import product
from statistics import mean

import numpy as np
from numpy.typing import NDArray

from benchmarks.table import print_table, span
from engine import Dataset, EpochReport, Learner, Split, TrainConfig, load_dataset

_MOMENTUM = TrainConfig(momentum=0.9, schedule="one_cycle")
_TRIED = {
    "mnist_sample": [
        replace(_MOMENTUM, loss=loss, lr=lr, batch_size=batch_size, epochs=epochs)
        for loss, lr, (batch_size, epochs) in product(
            ("cross_entropy", "mnist_loss"),
            (0.1, 0.3, 0.5, 1.0),
            ((256, 3), (256, 5), (128, 5), (64, 2)),
        )
    ],
    "mnist": [
        *(
            replace(_MOMENTUM, model="convnet", lr=lr, batch_size=size, epochs=1, augment=augment)
            for lr, size, augment in product((0.05, 0.1), (32, 64), ("off", "gentle"))
        ),
        *(
            replace(
                _MOMENTUM,
                model="small_convnet",
                optimizer=optimizer,
                lr=lr,
                batch_size=size,
                epochs=1,
                augment=augment,
            )
            for optimizer, lrs in (("adam", (0.006, 0.01)), ("nesterov", (0.05, 0.1)))
            for lr, size, augment in product(lrs, (48, 64, 96), ("off", "gentle"))
        ),
    ],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dataset", nargs="?", choices=_TRIED, default="mnist_sample")
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    dataset = _hold_out(load_dataset(chosen.dataset))
    rows = [_row(dataset, config, chosen.rounds) for config in _TRIED[chosen.dataset]]
    print_table(("settings", "after one epoch", "at the end", "CPU s"), rows)


def _row(dataset: Dataset, config: TrainConfig, rounds: int) -> list[str]:
    runs = [_train(dataset, replace(config, seed=seed)) for seed in range(rounds)]
    said = (
        f"{config.model}, {config.loss}, {config.optimizer}, lr {config.lr:g}, "
        f"batch {config.batch_size}, epochs {config.epochs}, augment {config.augment}"
    )
    firsts, lasts = ([100 * accuracies[at] for accuracies, _ in runs] for at in (0, -1))
    return [said, span(firsts, 2), span(lasts, 2), f"{mean(cpu for _, cpu in runs):.2f}"]


def _train(dataset: Dataset, config: TrainConfig) -> tuple[list[float], float]:
    """Return the accuracy after each epoch, and the CPU seconds in all."""
    start = time.process_time()
    reports = list(Learner(dataset, config).fit())
    accuracies = [r.valid_accuracy for r in reports if isinstance(r, EpochReport)]
    return accuracies, time.process_time() - start


def _hold_out(dataset: Dataset) -> Dataset:
    """Return the training set alone, a sixth of it as validation set."""
    rows = np.random.default_rng(0).permutation(len(dataset.train))
    count = len(rows) // 6

    def take(chosen: NDArray[np.int64]) -> Split:
        return Split(dataset.train.images[chosen], dataset.train.labels[chosen])

    return Dataset(take(rows[count:]), take(rows[:count]), dataset.classes, dataset.name)


if __name__ == "__main__":
    main()
