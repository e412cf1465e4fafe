"""A trained model that reads images: alone, in batches, while it learns, and from a file."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.errors import DataError, ModelFileError
from engine.inference.checkpoint import ModelCard
from engine.inference.classifier import Classifier
from engine.inference.second_look import other_views
from engine.learner import Learner
from engine.models import build_model
from engine.options import MODELS

DIGITS = tuple("0123456789")


def fresh(config: TrainConfig | None = None, classes: tuple[str, ...] = DIGITS) -> Classifier:
    """Return a classifier that learned nothing yet."""
    card = ModelCard(classes, config or TrainConfig())
    return Classifier(build_model(card.config, card.outputs).eval(), card)


def saying(*logits: float, **card: float) -> Classifier:
    """Return a classifier that answers every image with these logits."""
    last = nn.Linear(784, len(logits))
    with torch.no_grad():
        last.weight.zero_()
        last.bias.copy_(torch.tensor(logits))
    names = DIGITS[: len(logits) - ("refuse_above" in card)]
    return Classifier(nn.Sequential(last), ModelCard(names, TrainConfig(), **card))  # type: ignore[arg-type]


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("classes", [("3", "7"), DIGITS])
def test_an_image_alone_is_read_as_in_a_batch(
    model: str, classes: tuple[str, ...], few_digits: Dataset
) -> None:
    classifier = fresh(TrainConfig(model=model), classes)
    images = few_digits.valid.images[:5]
    together = classifier.predict_batch(images)
    assert together.shape == (5, len(classes))
    assert together.dtype == np.float32
    np.testing.assert_allclose(together.sum(axis=1), 1, rtol=1e-5)
    for image, shares in zip(images, together, strict=True):
        answer = classifier.predict(image)
        np.testing.assert_allclose(answer.probabilities, shares, atol=1e-6)
        assert answer.label == classes[int(shares.argmax())]
        assert answer.classes == classifier.classes == classes


def test_a_large_batch_is_read_in_parts_that_fit_together(mnist: Dataset) -> None:
    classifier = fresh()
    images = mnist.valid.images[:4100]
    whole = classifier.predict_batch(images)
    assert whole.shape == (4100, 10)
    for row in (0, 2047, 2048, 4099):
        np.testing.assert_allclose(
            whole[row], classifier.predict(images[row]).probabilities, atol=1e-6
        )


def test_no_images_get_no_answers() -> None:
    assert fresh().predict_batch(np.zeros((0, 28, 28), np.uint8)).shape == (0, 10)


@pytest.mark.parametrize(
    "wrong",
    [
        np.zeros((28, 27), np.uint8),
        np.zeros((28, 28), np.float32),
        np.zeros((28, 28, 3), np.uint8),
        np.zeros(784, np.uint8),
        np.zeros((0, 0), np.uint8),
    ],
)
def test_what_is_no_28_by_28_image_of_bytes_is_refused(wrong: NDArray[np.uint8]) -> None:
    with pytest.raises(DataError, match="uint8"):
        fresh().predict(wrong)
    with pytest.raises(DataError, match="uint8"):
        fresh().predict_batch(wrong[None])


@pytest.mark.parametrize("wrong", [[[0] * 28] * 28, None, "three.png", 3, np.zeros((28, 28))])
@pytest.mark.parametrize("read", ["predict", "predict_batch", "read_batch", "strangeness"])
def test_what_is_no_array_is_refused_by_all_that_read(read: str, wrong: Any) -> None:
    with pytest.raises(DataError, match=r"Expected a uint8 array .*, not (list|N|str|int|float)"):
        getattr(fresh(), read)(wrong)


def test_the_image_is_left_alone_and_may_be_any_view(few: Dataset) -> None:
    classifier = fresh()
    image = few.valid.images[0].copy()
    before = image.copy()
    mirrored = classifier.predict(image[:, ::-1]).probabilities
    expected = classifier.predict(np.ascontiguousarray(image[:, ::-1])).probabilities
    np.testing.assert_array_equal(mirrored, expected)
    np.testing.assert_array_equal(image, before)


def test_blank_paper_is_never_known(blank: NDArray[np.uint8]) -> None:
    assert not fresh().predict(blank).known
    spot = blank.copy()
    spot[14, 14] = 1
    assert fresh().predict(spot).known


def test_a_temperature_softens_but_never_changes_the_answer(blank: NDArray[np.uint8]) -> None:
    sharp, soft = saying(0, 2, 1), saying(0, 2, 1, temperature=2.0)
    assert sharp.predict(blank).label == soft.predict(blank).label == "1"
    powers = np.exp(np.array([0, 2, 1]) / 2)
    np.testing.assert_allclose(soft.predict(blank).probabilities, powers / powers.sum(), rtol=1e-6)


def test_what_looks_most_like_no_digit_is_refused(few: Dataset) -> None:
    image = few.valid.images[0]
    refused, taken = saying(1, 0, 5, refuse_above=0.5), saying(1, 0, -5, refuse_above=0.5)
    assert not refused.predict(image).known
    assert taken.predict(image).known
    np.testing.assert_array_equal(refused.read_batch(few.valid.images[:3])[1], [False] * 3)
    np.testing.assert_array_equal(taken.read_batch(few.valid.images[:3])[1], [True] * 3)
    for classifier in (refused, taken):  # the classes share the whole, "no digit" left out
        answer = classifier.predict(image)
        assert answer.label == "0"
        assert answer.classes == ("0", "1")
        share = 1 / (1 + np.exp(-1))
        np.testing.assert_allclose(answer.probabilities, [share, 1 - share], rtol=1e-5)
    expected = np.exp(5) / (np.exp(1) + 1 + np.exp(5))
    np.testing.assert_allclose(refused.strangeness(few.valid.images[:2]), expected, rtol=1e-5)


def test_a_model_that_never_learned_what_is_strange_finds_nothing_strange(few: Dataset) -> None:
    classifier = fresh()
    assert not classifier.strangeness(few.valid.images[:4]).any()
    assert classifier.read_batch(few.valid.images[:4])[1].all()


def test_one_probability_for_two_classes_is_the_first_ones(few: Dataset) -> None:
    model = nn.Sequential(nn.Linear(784, 1))
    card = ModelCard(("3", "7"), TrainConfig())
    p = Classifier(model, card).predict_batch(few.valid.images[:9])
    x = torch.tensor(few.valid.images[:9]).flatten(1) / 255
    np.testing.assert_allclose(p[:, 0], model(x).sigmoid()[:, 0].detach(), atol=1e-6)


def test_a_file_answers_as_the_model_did(few: Dataset, tmp_path: Path) -> None:
    learner = Learner(few, TrainConfig(epochs=1))
    list(learner.fit())
    classifier = learner.classifier()
    classifier.save(tmp_path / "m.safetensors")
    again = Classifier.load(tmp_path / "m.safetensors")
    assert again.card == classifier.card
    assert again.card.fingerprint == few.fingerprint
    assert again.card.accuracy == learner.valid_accuracy
    images = few.valid.images
    np.testing.assert_array_equal(again.predict_batch(images), classifier.predict_batch(images))


def test_a_copy_stays_as_it_was(few: Dataset) -> None:
    one = fresh(classes=("3", "7"))
    two = one.copy(accuracy=0.5)
    before = two.predict(few.valid.images[0]).probabilities
    with torch.no_grad():
        for parameter in one.model.parameters():
            parameter.add_(1)
    np.testing.assert_array_equal(two.predict(few.valid.images[0]).probabilities, before)
    assert two.card == replace(one.card, accuracy=0.5)
    assert one.card.accuracy is None


def test_reading_does_not_disturb_a_model_in_training(few: Dataset) -> None:
    classifier = fresh(classes=("3", "7"))
    classifier.model.train()
    classifier.predict(few.valid.images[0])
    assert classifier.model.training
    assert all(p.grad is None and p.requires_grad for p in classifier.model.parameters())


def test_an_unknown_starter_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ModelFileError, match=r"no starter network 'cats'.*mnist, mnist_sample"):
        Classifier.starter("cats")


def test_a_diverged_model_knows_nothing(few: Dataset) -> None:
    classifier = saying(float("nan"), 1.0)
    answer = classifier.predict(few.valid.images[0])
    assert not answer.known
    assert not answer.sure


def reading(images: NDArray[np.uint8], **card: float) -> Classifier:
    """Return a convnet that is unsure of some of the images."""
    classifier = fresh(TrainConfig(model="convnet", loss="cross_entropy"), DIGITS[:9])
    model = build_model(classifier.card.config, 10).eval()
    card_values = {"refuse_above": 0.2, "temperature": 0.7, **card}
    return Classifier(model, replace(classifier.card, **card_values))  # type: ignore[arg-type]


def test_only_what_is_unsure_is_looked_at_again(few_digits: Dataset) -> None:
    images = few_digits.valid.images[:60]
    plain = reading(images)
    sharpest = np.sort(
        [
            np.append(p * (1 - s), s).max()
            for p, s in zip(plain.predict_batch(images), plain.strangeness(images), strict=True)
        ]
    )
    twice = reading(images, look_again_below=float(sharpest[29] + sharpest[30]) / 2)
    changed = (plain.predict_batch(images) != twice.predict_batch(images)).any(axis=1)
    assert changed.sum() == 30


def test_a_second_look_counts_as_the_mean_of_all_views(few_digits: Dataset) -> None:
    images = few_digits.valid.images[:5]
    classifier = reading(images, look_again_below=1.0)
    x = torch.tensor(images).flatten(1) / 255
    views = [x, *other_views(x)]
    assert len(views) == 5
    logits = torch.stack([classifier.model(view) for view in views]).mean(dim=0) / 0.7
    expected = logits[:, :-1].softmax(dim=1).detach()
    np.testing.assert_allclose(classifier.predict_batch(images), expected, atol=1e-6)
    strangeness = logits.softmax(dim=1)[:, -1].detach()
    np.testing.assert_allclose(classifier.strangeness(images), strangeness, atol=1e-6)


@pytest.mark.parametrize("name", ["mnist", "mnist_sample"])
def test_a_starter_reads_an_image_alone_as_in_a_batch(name: str, mnist: Dataset) -> None:
    starter = Classifier.starter(name)
    images = mnist.valid.images[:400]
    alone = [starter.predict(image) for image in images]
    together = starter.predict_batch(images)
    np.testing.assert_allclose([p.probabilities for p in alone], together, atol=1e-5)
    assert [p.known for p in alone] == starter.read_batch(images)[1].tolist()
