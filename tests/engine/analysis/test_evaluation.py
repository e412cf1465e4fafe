"""How good a classifier is, against counting by hand."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

from engine.analysis.evaluation import confusion_matrix, evaluate_on, joined
from engine.config import TrainConfig
from engine.data.splits import Dataset, Split
from engine.errors import DataError
from engine.inference.checkpoint import ModelCard
from engine.inference.classifier import Classifier


def corner_reader(classes: tuple[str, ...]) -> Classifier:
    """Return a classifier that says the class whose pixel in the top row is the darkest."""
    layer = nn.Linear(784, len(classes), bias=False)
    with torch.no_grad():
        layer.weight.zero_()
        layer.weight[range(len(classes)), range(len(classes))] = 1.0
    card = ModelCard(classes, TrainConfig(loss="cross_entropy"))
    return Classifier(nn.Sequential(layer), card)


def marked(marks: list[int], labels: list[int]) -> Split:
    """Return images with one black pixel in the top row, at each mark; -1 is blank paper."""
    images = np.zeros((len(marks), 28, 28), np.uint8)
    for image, mark in zip(images, marks, strict=True):
        if mark >= 0:
            image[0, mark] = 255
    return Split(images, np.array(labels, np.int64))


def test_right_wrong_and_known_are_counted() -> None:
    split = marked([0, 0, 1, 2, 2, 2, -1], [0, 1, 1, 2, 2, 0, 0])
    result = evaluate_on(corner_reader(("a", "b", "c")), split, ("a", "b", "c"))
    assert result.accuracy == pytest.approx(5 / 7)  # the blank one is taken for an "a"
    assert result.accuracy_by_class == pytest.approx({"a": 2 / 3, "b": 1 / 2, "c": 1})
    assert result.confusion.tolist() == [[2, 0, 1], [1, 1, 0], [0, 0, 2]]
    assert result.known.tolist() == [True] * 6 + [False]
    assert result.known_share == pytest.approx(6 / 7)


def test_losses_are_cross_entropies() -> None:
    result = evaluate_on(corner_reader(("a", "b")), marked([0, 1], [0, 0]), ("a", "b"))
    right = math.e / (math.e + 1)
    assert result.losses.tolist() == pytest.approx([-math.log(right), -math.log(1 - right)])
    assert result.losses.argmax() == 1  # the worst mistake first


def test_the_worst_mistake_stands_first() -> None:
    reader = corner_reader(("a", "b", "c"))
    split = marked([0, -1, 1], [0, 1, 0])  # right, wrong but unsure, firmly wrong
    result = evaluate_on(reader, split, ("a", "b", "c"))
    assert result.mistakes.tolist() == [2, 1]


def test_classes_are_matched_by_name() -> None:
    split = marked([2, 0], [0, 1])
    result = evaluate_on(corner_reader(("a", "b", "c")), split, ("c", "a"))
    assert result.classes == ("a", "b", "c")
    assert result.labels.tolist() == [2, 0]
    assert result.accuracy == 1
    assert set(result.accuracy_by_class) == {"a", "c"}  # nobody asked about a "b"


def test_a_class_that_the_model_never_heard_of_is_told() -> None:
    with pytest.raises(DataError, match=r"knows a, b but not z"):
        evaluate_on(corner_reader(("a", "b")), marked([0], [0]), ("z", "a"))


def test_a_certain_mistake_has_a_finite_loss() -> None:
    reader = corner_reader(("a", "b"))
    with torch.no_grad():
        for parameter in reader.model.parameters():
            parameter.mul_(1e6)
    result = evaluate_on(reader, marked([1], [0]), ("a", "b"))
    assert np.isfinite(result.losses).all()
    assert result.losses[0] > 20


def test_the_network_reads_each_image_once() -> None:
    reader, read = corner_reader(("a", "b")), list[int]()
    reader.model.register_forward_pre_hook(lambda _, images: read.append(len(images[0])))
    evaluate_on(reader, marked([0, 1, 1], [0, 1, 0]), ("a", "b"))
    assert sum(read) == 3


def test_it_agrees_with_the_learners_own_measure(few: Dataset) -> None:
    from engine.learner import Learner

    learner = Learner(few, TrainConfig(epochs=1))
    list(learner.fit())
    result = evaluate_on(learner.classifier(), few.valid, few.classes)
    assert result.accuracy == pytest.approx(learner.valid_accuracy)


def test_parts_join_to_the_whole() -> None:
    reader, classes = corner_reader(("a", "b", "c")), ("a", "b", "c")
    marks, labels = [0, 0, 1, 2, 2, 2, -1], [0, 1, 1, 2, 2, 0, 0]
    whole = evaluate_on(reader, marked(marks, labels), classes)
    cuts = [evaluate_on(reader, marked(marks[a:b], labels[a:b]), classes) for a, b in CUTS]
    assert joined(cuts).known.tolist() == whole.known.tolist()
    assert joined(cuts).mistakes.tolist() == whole.mistakes.tolist()
    assert np.array_equal(joined(cuts).probabilities, whole.probabilities)


CUTS = ((0, 3), (3, 4), (4, 7))


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4))))
def test_the_confusion_matrix_counts_each_image_once(pairs: list[tuple[int, int]]) -> None:
    array = np.array(pairs, np.int64).reshape(-1, 2)
    counts = confusion_matrix(array[:, 0], array[:, 1], 5)
    for actual in range(5):
        for answered in range(5):
            assert counts[actual, answered] == pairs.count((actual, answered))
