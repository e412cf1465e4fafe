"""How networks that a reader trains in the window read drawn digits: people nothing learned from.

    python -m benchmarks.drawings [--rounds 3]

Each preset that is for drawings, and that for ten digits on MNIST alone besides. The drawn digits
are those of the five left-out writers (assets/pens/ORIGIN.md); round n is seed n. OMP_NUM_THREADS=1
makes the seconds those of one core.
"""

import argparse
import time
from dataclasses import replace

from benchmarks.table import print_table
from engine import Learner, load_dataset
from engine.data.splits import Split
from engine.presets import PRESETS

_TRIED = (("drawings", "mnist_sample"), ("ten_drawings", "mnist+pens"), ("ten_drawings", "mnist"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    rows = [_row(*tried, seed) for tried in _TRIED for seed in range(rounds)]
    head = ("preset", "learned from", "seed", "MNIST's test set", "drawn digits", "CPU s")
    print_table(head, rows)


def _row(preset: str, name: str, seed: int) -> list[str]:
    dataset = load_dataset(name)
    test = load_dataset("mnist_sample" if len(dataset.classes) == 2 else "mnist").valid
    learner = Learner(dataset, replace(PRESETS[preset].config, seed=seed))
    began = time.process_time()
    for _ in learner.fit(every=len(learner.batches)):
        pass
    seconds = time.process_time() - began
    drawn = learner.drawn_accuracy or 0.0
    return [
        preset,
        name,
        f"{seed}",
        f"{_read(learner, test):.2%}",
        f"{drawn:.2%}",
        f"{seconds:.1f}",
    ]


def _read(learner: Learner, test: Split) -> float:
    answers = learner.classifier().predict_batch(test.images).argmax(axis=1)
    return float((answers == test.labels).mean())


if __name__ == "__main__":
    main()
