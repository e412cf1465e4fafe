"""Inkgrad's Learner with the settings of one of its presets, and a report after each epoch.

usage: inkgrad_training DATASET PRESET [EPOCHS]
"""

import sys
from dataclasses import replace

from benchmarks.contender import Clock, Result, serve
from engine import EpochReport, Learner, load_dataset
from engine.presets import PRESETS

dataset = load_dataset(sys.argv[1])
preset = PRESETS[sys.argv[2]].config
config = replace(preset, epochs=int(sys.argv[3])) if sys.argv[3:] else preset


def train(seed: int) -> Result:
    """Train to the end and note each epoch."""
    clock = Clock()
    learner = Learner(dataset, replace(config, seed=seed))
    for report in learner.fit(every=len(learner.batches)):
        if isinstance(report, EpochReport):
            clock.note(report.valid_accuracy)
    return clock.result()


serve(train)
