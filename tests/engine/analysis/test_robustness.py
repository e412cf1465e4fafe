"""Curves of accuracy, confidence and refusal against plain torch on the same weights."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from engine.analysis.distorted import chances, distorted
from engine.analysis.distortions import DISTORTIONS
from engine.analysis.robustness import Reach, Stood, measure, reach_of, sample_of
from engine.config import TrainConfig
from engine.data.splits import Dataset, Split
from engine.errors import DataError
from engine.inference.checkpoint import ModelCard
from engine.inference.classifier import Classifier
from engine.models import build_model
from engine.options import MODELS
from tests.engine.analysis.test_neuron import NAMES, classifier_of
from tests.mostly_long import mostly_long


def measured(
    classifier: Classifier, some: Split, classes: tuple[str, ...], name: str, amount: float
) -> Stood:
    found = [step for step in measure([classifier], some, classes, name, [amount], seed=7) if step]
    ((at, (stood,)),) = found
    assert at == amount
    return stood


def x_of(some: Split, name: str, amount: float) -> torch.Tensor:
    images = distorted(name, some.images, amount, chances(len(some), 7))
    return torch.tensor(images).reshape(len(some), 784).float() / 255


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("classes", NAMES)
@pytest.mark.parametrize("bias", mostly_long([True, False], {0}))
def test_a_curve_is_what_torch_counts(
    name: str, classes: int, bias: bool, few: Dataset, few_digits: Dataset
) -> None:
    data = few if classes == 2 else few_digits
    some = sample_of(data.valid, seed=1, most=200)
    classifier = classifier_of(name, classes, bias=bias)
    for distortion, record in DISTORTIONS.items():
        amount = record.amounts[3]
        with torch.no_grad():
            logits = classifier.model(x_of(some, distortion, amount))
        p = logits.softmax(1)
        if logits.shape[1] == 1:
            p = torch.cat([logits.sigmoid(), 1 - logits.sigmoid()], 1)
        right = p.argmax(1) == torch.tensor(some.labels)
        stood = measured(classifier, some, data.classes, distortion, amount)
        assert stood.accuracy == pytest.approx(float(right.float().mean()), abs=0.0101)
        assert stood.confidence == pytest.approx(float(p.amax(1).mean()), abs=1e-4)
        blank = (x_of(some, distortion, amount) == 0).all(1).float().mean()
        assert stood.refused == pytest.approx(float(blank))


def test_what_isnt_a_digit_is_refused_as_the_last_output_says(few_digits: Dataset) -> None:
    config, names = TrainConfig(model="simple_net"), NAMES[10]
    model = build_model(config, 11)
    torch.manual_seed(2)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.normal_(std=0.1)
    some = sample_of(few_digits.valid, seed=0, most=300)
    with torch.no_grad():
        limit = float(model(x_of(some, "noise", 0.1)).softmax(1)[:, -1].median())
    classifier = Classifier(model, replace(ModelCard(names, config), refuse_above=limit))
    for amount in (0.0, 0.4):
        with torch.no_grad():
            logits = model(x_of(some, "noise", amount))
        refused = float((logits.softmax(1)[:, -1] > limit).float().mean())
        assert 0.02 < refused < 0.98
        stood = measured(classifier, some, few_digits.classes, "noise", amount)
        assert stood.refused == pytest.approx(refused)
        confidence = logits[:, :-1].softmax(1).amax(1).mean()
        assert stood.confidence == pytest.approx(float(confidence), abs=1e-4)


def test_a_sample_tells_a_share_to_one_or_two_points_in_a_hundred() -> None:
    half = Split(np.zeros((10_000, 28, 28), np.uint8), np.arange(10_000) % 2)
    shares = [sample_of(half, seed).labels.mean() for seed in range(50)]
    assert np.std(shares) < 0.02


def test_blank_images_are_refused_by_anyone(few: Dataset) -> None:
    some = sample_of(few.valid, seed=0, most=50)
    stood = measured(classifier_of("linear", 2), some, few.classes, "contrast", 0)
    assert stood.refused == 1


def test_a_network_of_no_numbers_is_sure_of_nothing(few: Dataset) -> None:
    classifier = classifier_of("simple_net", 2)
    with torch.no_grad():
        for parameter in classifier.model.parameters():
            parameter.fill_(float("nan"))
    some = sample_of(few.valid, seed=0, most=50)
    stood = measured(classifier, some, few.classes, "rotation", 10)
    assert np.isnan(stood.confidence)
    assert stood.refused == 1


def test_a_sample_is_drawn_by_its_seed_without_repeats(few: Dataset) -> None:
    some, again = sample_of(few.valid, 0, 100), sample_of(few.valid, 0, 100)
    np.testing.assert_array_equal(some.images, again.images)
    assert (sample_of(few.valid, 1, 100).images != some.images).any()
    places = {image.tobytes(): at for at, image in enumerate(few.valid.images)}
    rows = [places[image.tobytes()] for image in some.images]
    assert rows == sorted(set(rows))
    assert [int(few.valid.labels[row]) for row in rows] == some.labels.tolist()
    assert sample_of(few.valid, 0, 5000) is few.valid


def test_several_networks_read_the_same_images(few: Dataset) -> None:
    one, other = classifier_of("linear", 2), classifier_of("convnet", 2)
    some = sample_of(few.valid, 0, 60)
    both = next(s for s in measure([one, other], some, few.classes, "noise", [0.2], 7) if s)[1]
    assert both[0] == measured(one, some, few.classes, "noise", 0.2)
    assert both[1] == measured(other, some, few.classes, "noise", 0.2)


def test_a_class_that_a_network_never_heard_of_is_said(few_digits: Dataset) -> None:
    with pytest.raises(DataError):
        list(measure([classifier_of("linear", 2)], few_digits.valid, NAMES[10], "noise", [0], 0))


@pytest.mark.parametrize("name", ["rotation", "contrast", "missing"])
def test_an_answer_holds_from_where_to_where_it_is_read_the_same(name: str, mnist: Dataset) -> None:
    found = assert_holds(mnist.valid.images[0], name)
    assert found.before or found.after  # some of it is too much


def test_what_is_not_recognised_stays_so_whatever_is_most_probable() -> None:
    cross = np.zeros((28, 28), np.uint8)
    cross[4:24, 13:15] = cross[13:15, 4:24] = 255
    found = assert_holds(cross, "rotation")
    assert not found.answer.known


def assert_holds(image: np.ndarray, name: str) -> Reach:
    record, network = DISTORTIONS[name], Classifier.starter("mnist")
    steps = range(record.grains(record.low), record.grains(record.high) + 1)
    amounts = [record.amount(step) for step in steps]
    read = [
        network.predict(distorted(name, image[None], amount, chances(1, 7))[0])
        for amount in amounts
    ]
    answers = [answer.label if answer.known else "?" for answer in read]
    home = amounts.index(record.home)
    low = next((at + 1 for at in range(home, -1, -1) if answers[at] != answers[home]), 0)
    last = len(amounts) - 1
    high = next((at - 1 for at in range(home, last + 1) if answers[at] != answers[home]), last)
    found = whole_of(network, image, name, 7)
    assert (found.low, found.high) == (amounts[low], amounts[high])
    for told, at in ((found.before, low - 1), (found.after, high + 1)):
        if told is None:
            assert at in (-1, last + 1)
        else:
            assert (told.label if told.known else "?") == answers[at]
    return found


def whole_of(network: Classifier, image: np.ndarray, name: str, seed: int) -> Reach:
    steps = reach_of(network, image, name, seed)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
