"""Inkgrad's Learner with the settings of one of its presets, and a report after each epoch.

usage: inkgrad_training DATASET PRESET [--epochs N] [--device NAME] [--images N]
"""

from dataclasses import replace

from benchmarks.contender import Clock, Result, arguments, first, serve
from engine import EpochReport, Learner, load_dataset
from engine.presets import PRESETS

typed = arguments("dataset", "preset")
whole = load_dataset(typed.dataset)
dataset = replace(whole, train=first(whole.train, typed.images))
preset = PRESETS[typed.preset].config
config = replace(preset, epochs=typed.epochs or preset.epochs, device=typed.device)


def train(seed: int) -> Result:
    """Train to the end and note each epoch."""
    clock = Clock()
    learner = Learner(dataset, replace(config, seed=seed))
    for report in learner.fit(every=len(learner.batches)):
        if isinstance(report, EpochReport):
            clock.note(report.valid_accuracy)
    return clock.result()


serve(train)
