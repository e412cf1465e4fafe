"""Makes a starter: network, training, temperature and threshold, put together to a Classifier.

The one for 3 against 7 grows out of the one for ten digits: what tells a 3 from everything else is
known there already, so a few more epochs will do.
"""

import copy
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import nn

from engine.config import TrainConfig
from engine.data.splits import Split
from engine.inference.checkpoint import ModelCard
from engine.inference.classifier import Classifier
from engine.models import build_model
from engine.starter.calibration import Looks, fit_temperature, fit_threshold, look
from engine.starter.material import NO_DIGIT, as_written, joined, rewritten
from engine.starter.recipe import (
    BATCH_SIZE,
    LEARNING_RATE,
    LIMITS,
    LOOK_AGAIN_BELOW,
    REFUSED_OF_3_OR_7,
    REFUSED_OF_TEN,
    SEED,
    WEIGHT_DECAY,
    Amounts,
    Kept,
)
from engine.starter.scans import scanned
from engine.starter.training import Report, train

TEN_DIGITS = tuple("0123456789")
THREE_OR_SEVEN = ("3", "7")


def make_starters(
    split: Split, kept: Kept, amounts: Amounts, report: Report = print
) -> tuple[Classifier, Classifier]:
    """Train the starter of ten digits, then the one of 3 against 7, on the same images."""
    card = _card(TEN_DIGITS, amounts.epochs, LEARNING_RATE)
    model = build_model(card.config, card.outputs)
    ten = train(model, split, card.config, LIMITS, report)
    card_3_or_7 = _card(THREE_OR_SEVEN, amounts.epochs_3_or_7, LEARNING_RATE / 4)
    few = fewer_others(relabelled(split, THREE_OR_SEVEN), len(THREE_OR_SEVEN))
    two = train(with_classes(ten, THREE_OR_SEVEN), few, card_3_or_7.config, LIMITS, report)
    return (
        calibrated(ten, card, kept, REFUSED_OF_TEN),
        calibrated(two, card_3_or_7, kept, REFUSED_OF_3_OR_7),
    )


def relabelled(split: Split, classes: tuple[str, ...]) -> Split:
    """Return the split with labels 0 to C - 1 for the classes, and C for everything else."""
    places = np.full(NO_DIGIT + 1, len(classes), np.int64)
    places[[int(name) for name in classes]] = range(len(classes))
    return Split(split.images, places[split.labels])


def fewer_others(split: Split, other: int) -> Split:
    """Return the split with every second image of the label `other` only: there are plenty."""
    keep = split.labels != other
    keep[np.flatnonzero(~keep)[::2]] = True
    return Split(split.images[keep], split.labels[keep])


@torch.no_grad()
def with_classes(ten: nn.Sequential, classes: tuple[str, ...]) -> nn.Sequential:
    """Return a copy of the ten-digit model with outputs for `classes` and "no digit" only."""
    model = copy.deepcopy(ten)
    last = ten[-1]
    assert isinstance(last, nn.Linear)
    rows = [*(int(name) for name in classes), NO_DIGIT]
    few = nn.Linear(last.in_features, len(rows))
    few.weight.copy_(last.weight[rows])
    few.bias.copy_(last.bias[rows])
    model[-1] = few
    return model


def calibrated(model: nn.Sequential, card: ModelCard, kept: Kept, refused: float) -> Classifier:
    """Fit temperature and threshold on what was kept for it, and write both on the card.

    The validation writers count as they wrote and in other hands; MNIST counts beside them. Scans
    that stretch its digits count for the threshold.
    """
    rng = np.random.default_rng(SEED)
    images = kept.valid_images
    strokes = joined([as_written(kept.valid_digits), rewritten(kept.valid_digits, rng, (0.5,))])
    stretched = Split(scanned(images.images, keep_aspect=False), images.labels)
    sets = [_of_classes(split, card.classes) for split in (stretched, strokes, images)]
    looks = [look(model, split.images) for split in sets]
    labels = torch.cat([torch.tensor(split.labels) for split in sets[1:]])
    temperature = fit_temperature(_together(looks[1:]), labels, LOOK_AGAIN_BELOW)
    shares = [group.at(temperature, LOOK_AGAIN_BELOW).softmax(dim=1) for group in looks]
    threshold = fit_threshold([share[:, -1].numpy() for share in shares], refused)
    card = replace(
        card,
        temperature=temperature,
        refuse_above=threshold,
        look_again_below=LOOK_AGAIN_BELOW,
    )
    classifier = Classifier(model, card)
    answers = classifier.predict_batch(sets[-1].images).argmax(axis=1)
    return classifier.copy(accuracy=float((answers == sets[-1].labels).mean()))


def _together(looks: Sequence[Looks]) -> Looks:
    return Looks(
        torch.cat([group.first for group in looks]), torch.cat([group.mean for group in looks])
    )


def _of_classes(split: Split, classes: tuple[str, ...]) -> Split:
    split = relabelled(split, classes)
    keep = split.labels < len(classes)
    return Split(split.images[keep], split.labels[keep])


def _card(classes: tuple[str, ...], epochs: int, lr: float) -> ModelCard:
    config = TrainConfig(
        model="convnet",
        epochs=epochs,
        lr=lr,
        batch_size=BATCH_SIZE,
        seed=SEED,
        loss="cross_entropy",
        momentum=0.9,
        weight_decay=WEIGHT_DECAY,
        schedule="one_cycle",
        augment="gentle",
    )
    return ModelCard(classes, config, dataset="MNIST and pen strokes", refuse_above=1.0)
