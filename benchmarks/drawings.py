"""How the network that a reader trains in the window reads pen strokes of people it never saw.

    python -m benchmarks.drawings STROKES [--rounds 3]

The preset "Reads drawings" learns from MNIST_SAMPLE's images alone, so every writer is left out.
STROKES are UCI's pen strokes; assets/starter/ORIGIN.md says where they are. Round n is seed n.
"""

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.table import print_table
from engine import Learner, load_dataset
from engine.images.unipen import read_unipen
from engine.presets import PRESETS
from engine.starter.material import as_written


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("strokes", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    digits = [digit for digit in read_unipen(arguments.strokes) if digit.label in ("3", "7")]
    drawn, dataset = as_written(digits), load_dataset("mnist_sample")
    places = np.array([dataset.classes.index(str(label)) for label in drawn.labels])
    rows = []
    for seed in range(arguments.rounds):
        learner = Learner(dataset, replace(PRESETS["drawings"].config, seed=seed))
        for _ in learner.fit(every=len(learner.batches)):
            pass
        answers = learner.classifier().predict_batch(drawn.images).argmax(axis=1)
        valid, right = learner.valid_accuracy or 0.0, float((answers == places).mean())
        rows.append([f"{seed}", f"{valid:.2%}", f"{right:.2%}", f"{len(drawn):,}"])
    print_table(("seed", "validation set", "pen strokes", "strokes"), rows)


if __name__ == "__main__":
    main()
