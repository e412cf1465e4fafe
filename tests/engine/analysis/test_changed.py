"""What is done to a network by hand is done to a copy, and is just that."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from engine.analysis.changed import changed
from engine.analysis.changes import Changes
from engine.analysis.network import passage
from engine.analysis.neuron import closeup
from engine.data.splits import Dataset
from engine.inference.classifier import Classifier
from engine.options import MODELS
from tests.engine.analysis.test_neuron import NAMES, classifier_of


def weights(classifier: Classifier) -> list[torch.Tensor]:
    return [p.detach().clone() for p in classifier.model.parameters() if p.dim() > 1]


def logits(classifier: Classifier, image: Any) -> torch.Tensor:
    x = torch.tensor(image).reshape(1, 784).float() / 255
    return classifier.model(x)[0].detach()


@pytest.mark.parametrize("name", MODELS)
def test_nothing_done_is_the_same_and_the_original_stays(name: str, few: Dataset) -> None:
    classifier = classifier_of(name)
    before = {key: value.clone() for key, value in classifier.model.state_dict().items()}
    same = changed(classifier, Changes())
    images = few.valid.images[:20]
    np.testing.assert_array_equal(same.predict_batch(images), classifier.predict_batch(images))
    changed(classifier, Changes(((0, 3.0),), 0.5, 1.0, (), 2.0))
    now = classifier.model.state_dict()
    assert all(torch.equal(value, now[key]) for key, value in before.items())
    assert classifier.card.temperature == 1


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.95, 1.0])
def test_the_smallest_weights_of_all_are_pruned(name: str, share: float) -> None:
    classifier = classifier_of(name)
    pairs = zip(
        weights(classifier), weights(changed(classifier, Changes(prune=share))), strict=True
    )
    old, new = (torch.cat([w.flatten() for w in side]) for side in zip(*pairs, strict=True))
    gone = new == 0
    assert gone.sum() == round(share * len(old))
    assert torch.equal(new[~gone], old[~gone])
    if not gone.all():
        assert old[gone].abs().max() <= old[~gone].abs().min()


@pytest.mark.parametrize("frozen", [(0,), (1, 2), (0, 1, 2, 3)])
def test_a_frozen_layer_is_left_alone_by_pruning_and_noise(frozen: tuple[int, ...]) -> None:
    classifier = classifier_of("convnet")
    pruned = weights(changed(classifier, Changes(prune=0.5, frozen=frozen)))
    noisy = weights(changed(classifier, Changes(noise=0.5, frozen=frozen)))
    others = weights(changed(classifier, Changes(noise=0.5)))
    gone = left = 0
    for at, old in enumerate(weights(classifier)):
        assert torch.equal(pruned[at], old) == (at in frozen)
        assert torch.equal(noisy[at], old if at in frozen else others[at])
        if at not in frozen:
            gone, left = gone + int((pruned[at] == 0).sum()), left + old.numel()
    assert gone == round(0.5 * left)  # the share is of those that may be pruned


def test_noise_is_as_broad_as_told_and_the_same_each_time() -> None:
    classifier = classifier_of("mlp", hidden=(100,))
    noisy = changed(classifier, Changes(noise=0.3))
    for old, new in zip(weights(classifier), weights(noisy), strict=True):
        ratio = float((new - old).std() / old.std())
        assert ratio == pytest.approx(0.3, rel=0.1)
    again = changed(classifier, Changes(noise=0.3))
    assert all(torch.equal(*pair) for pair in zip(weights(noisy), weights(again), strict=True))
    other = changed(classifier, Changes(noise=0.3, seed=1))
    assert not torch.equal(weights(noisy)[0], weights(other)[0])


@pytest.mark.parametrize("classes", NAMES)
def test_a_scaled_last_layer_scales_the_logits(classes: int, few: Dataset) -> None:
    classifier, image = classifier_of("simple_net", classes), few.valid.images[0]
    scaled = changed(classifier, Changes().scaled(1, 2.5))
    np.testing.assert_allclose(logits(scaled, image), 2.5 * logits(classifier, image), rtol=1e-5)


def test_temperature_divides_the_logits(few: Dataset) -> None:
    classifier, image = classifier_of("mlp"), few.valid.images[0]
    hot = changed(classifier, Changes(temperature=4.0)).predict(image).probabilities
    expected = (logits(classifier, image) / 4).softmax(0)
    np.testing.assert_allclose(hot, expected, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("name", [name for name in MODELS if name != "linear"])
@pytest.mark.parametrize("activation", ["relu", "sigmoid"])
def test_switched_off_is_an_activation_of_nought(name: str, activation: str, few: Dataset) -> None:
    classifier, image = classifier_of(name, activation=activation), few.valid.images[0]
    for layer in range(len(passage(classifier.model, image, 10).columns) - 1):
        off = changed(classifier, Changes().switched(layer, (3,))).predict(image).probabilities
        expected = closeup(classifier, image, layer, 3).without
        np.testing.assert_allclose(off, expected, rtol=1e-4, atol=1e-6)


def test_all_of_a_layer_switched_off_leaves_the_last_bias(few: Dataset) -> None:
    classifier = classifier_of("simple_net")
    last = classifier.model[-1]
    assert isinstance(last, nn.Linear)
    dark = changed(classifier, Changes().switched(0, tuple(range(30))))
    np.testing.assert_allclose(logits(dark, few.valid.images[0]), last.bias.detach())


def test_the_copy_is_a_model_of_its_own(tmp_path: Path, few: Dataset) -> None:
    classifier = classifier_of("convnet")
    learned = Classifier(classifier.model, replace(classifier.card, accuracy=0.98))
    copy = changed(learned, Changes(prune=0.3, noise=0.1, temperature=2.0))
    copy.save(tmp_path / "copy.safetensors")
    opened = Classifier.load(tmp_path / "copy.safetensors")
    images = few.valid.images[:10]
    np.testing.assert_array_equal(opened.predict_batch(images), copy.predict_batch(images))
    assert opened.card.accuracy is None  # nobody has measured it


@pytest.mark.parametrize(("had", "factor", "has"), [(50.0, 10.0, 100.0), (0.05, 0.1, 0.01)])
def test_a_copy_is_never_hotter_or_colder_than_a_file_may_be(
    had: float, factor: float, has: float, tmp_path: Path
) -> None:
    classifier = classifier_of("linear")
    extreme = Classifier(classifier.model, replace(classifier.card, temperature=had))
    changed(extreme, Changes(temperature=factor)).save(tmp_path / "copy.safetensors")
    assert Classifier.load(tmp_path / "copy.safetensors").card.temperature == has


def test_one_layer_is_scaled_or_switched_once() -> None:
    changes = Changes().scaled(1, 2.0).scaled(0, 0.5).scaled(1, 3.0).switched(0, (2, 1))
    assert changes.scales == ((0, 0.5), (1, 3.0))
    assert changes.off == ((0, 1), (0, 2))
    assert changes.scaled(1, 1.0).scales == ((0, 0.5),)
    assert changes.switched(0, ()).off == ()
