"""Exported models, run by onnxruntime against our own probabilities."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from torch import nn

from engine.cli import parser as cli
from engine.config import TrainConfig
from engine.data.loading import Dataset, Split
from engine.errors import ModelFileError
from engine.export.onnx_model import export_onnx
from engine.inference.classifier import Classifier
from engine.learner import Learner
from engine.options import ACTIVATIONS, MODELS

TOLERANCE = 1e-5


class Strange(nn.Module):
    """A layer that no model of the program has."""


def sliced(dataset: Dataset) -> Dataset:
    """Return the first 256 images to learn and 128 to compare."""
    train, valid = dataset.train, dataset.valid
    return replace(
        dataset,
        train=Split(train.images[:256], train.labels[:256]),
        valid=Split(valid.images[:128], valid.labels[:128]),
    )


@pytest.fixture(scope="module")
def pair(mnist_sample: Dataset) -> Dataset:
    return sliced(mnist_sample)


@pytest.fixture(scope="module")
def digits(mnist: Dataset) -> Dataset:
    return sliced(mnist)


def trained(dataset: Dataset, **options: object) -> Classifier:
    """Return a model after one epoch, by when no two of its weights are alike."""
    learner = Learner(dataset, TrainConfig(epochs=1, batch_size=64, **options))
    list(learner.fit())
    return learner.classifier()


def replaced(classifier: Classifier) -> Classifier:
    """Return the same model, content with a first look."""
    return Classifier(classifier.model, replace(classifier.card, look_again_below=None))


def exported(classifier: Classifier, folder: Path) -> onnxruntime.InferenceSession:
    """Export, and open the file as another program would."""
    path = folder / "model.onnx"
    export_onnx(classifier, path)
    return onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])


@pytest.mark.parametrize("loss", ["auto", "mnist_loss", "cross_entropy"])
@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("classes", [2, 10])
def test_every_model_gives_the_same_probabilities_elsewhere(
    model: str, loss: str, classes: int, pair: Dataset, digits: Dataset, tmp_path: Path
) -> None:
    dataset = pair if classes == 2 else digits
    classifier = trained(dataset, model=model, loss=loss, hidden=(40, 20))
    (found,) = exported(classifier, tmp_path).run(None, {"images": dataset.valid.images})
    assert found.dtype == np.float32
    np.testing.assert_allclose(
        found, classifier.predict_batch(dataset.valid.images), rtol=0, atol=TOLERANCE
    )


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("bias", [True, False])
def test_every_activation_with_and_without_biases(
    activation: str, bias: bool, pair: Dataset, tmp_path: Path
) -> None:
    for model in ("mlp", "convnet"):
        classifier = trained(pair, model=model, activation=activation, bias=bias)
        (found,) = exported(classifier, tmp_path).run(None, {"images": pair.valid.images[:50]})
        expected = classifier.predict_batch(pair.valid.images[:50])
        np.testing.assert_allclose(found, expected, rtol=0, atol=TOLERANCE)


def test_filters_and_pools_of_any_step_and_margin(pair: Dataset, tmp_path: Path) -> None:
    body = nn.Sequential(
        nn.Unflatten(1, (1, 28, 28)),
        nn.Conv2d(1, 4, 3, stride=2, padding=(1, 2)),
        nn.MaxPool2d(3, stride=(2, 3), padding=1, ceil_mode=True),
        nn.Conv2d(4, 6, (3, 2), dilation=2, groups=2),
        nn.Flatten(),
    )
    x = torch.tensor(pair.valid.images).flatten(1) / 255
    model = nn.Sequential(*body, nn.Linear(body(x).shape[1], 1))
    with torch.no_grad():
        p = model(x).sigmoid()[:, 0].numpy()  # of the first of two classes
    (found,) = exported(Classifier(model, trained(pair).card), tmp_path).run(
        None, {"images": pair.valid.images}
    )
    np.testing.assert_allclose(found[:, 0], p, rtol=0, atol=TOLERANCE)


def test_temperature_and_refusal_travel_along(digits: Dataset, tmp_path: Path) -> None:
    """Ten classes and an eleventh logit that means "no digit", as the starters have it."""
    eleven = trained(replace(digits, classes=(*digits.classes, "none")), model="convnet")
    card = replace(eleven.card, classes=digits.classes, temperature=1.7, refuse_above=0.4)
    classifier = Classifier(eleven.model, card)
    images = digits.valid.images
    session = exported(classifier, tmp_path)
    p, strangeness = session.run(["probabilities", "strangeness"], {"images": images})
    np.testing.assert_allclose(p, classifier.predict_batch(images), rtol=0, atol=TOLERANCE)
    np.testing.assert_allclose(strangeness, classifier.strangeness(images), rtol=0, atol=TOLERANCE)
    notes = session.get_modelmeta().custom_metadata_map
    assert json.loads(notes["card"])["refuse_above"] == 0.4


@pytest.mark.parametrize("count", [0, 1, 128])
@pytest.mark.parametrize("name", ["mnist", "mnist_sample"])
def test_a_second_look_travels_along(
    name: str, count: int, digits: Dataset, tmp_path: Path
) -> None:
    classifier = Classifier.starter(name)
    classifier.card = replace(classifier.card, look_again_below=0.999)  # many, but not all
    images = digits.valid.images[:count]
    p, strangeness = exported(classifier, tmp_path).run(None, {"images": images})
    np.testing.assert_allclose(p, classifier.predict_batch(images), rtol=0, atol=TOLERANCE)
    np.testing.assert_allclose(strangeness, classifier.strangeness(images), rtol=0, atol=TOLERANCE)


def test_a_second_look_of_a_model_with_one_output(pair: Dataset, tmp_path: Path) -> None:
    classifier = trained(pair)
    classifier.card = replace(classifier.card, look_again_below=0.9)
    (p,) = exported(classifier, tmp_path).run(None, {"images": pair.valid.images})
    expected = classifier.predict_batch(pair.valid.images)
    np.testing.assert_allclose(p, expected, rtol=0, atol=TOLERANCE)
    assert not np.allclose(p, replaced(classifier).predict_batch(pair.valid.images), atol=0.01)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_any_number_of_images(count: int, pair: Dataset, tmp_path: Path) -> None:
    session = exported(trained(pair), tmp_path)
    (p,) = session.run(None, {"images": pair.valid.images[:count]})
    assert p.shape == (count, 2)


def test_the_file_says_what_it_is(pair: Dataset, tmp_path: Path) -> None:
    classifier = trained(pair)
    meta = exported(classifier, tmp_path).get_modelmeta()
    assert meta.producer_name == "inkgrad"
    assert meta.graph_name == "simple_net"
    assert json.loads(meta.custom_metadata_map["classes"]) == ["3", "7"]
    assert json.loads(meta.custom_metadata_map["card"])["accuracy"] == classifier.card.accuracy


def test_an_unknown_layer_is_refused_by_name(pair: Dataset, tmp_path: Path) -> None:
    classifier = trained(pair)
    classifier.model.append(Strange())
    with pytest.raises(ModelFileError, match="Strange"):
        export_onnx(classifier, tmp_path / "model.onnx")
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_told(pair: Dataset, tmp_path: Path) -> None:
    with pytest.raises(ModelFileError, match="couldn't be written: no such file"):
        export_onnx(trained(pair), tmp_path / "missing" / "model.onnx")


def test_a_failed_export_leaves_the_old_file(pair: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    export_onnx(trained(pair), path)
    before = path.read_bytes()
    classifier = trained(pair)
    classifier.model.append(Strange())
    with pytest.raises(ModelFileError):
        export_onnx(classifier, path)
    assert path.read_bytes() == before
    onnx.checker.check_model(str(path))


def test_export_command(pair: Dataset, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model, output = tmp_path / "mine.safetensors", tmp_path / "mine.onnx"
    trained(pair).save(model)
    assert cli.main(["export", str(output), "--model", str(model), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said == {"event": "exported", "file": str(output), "bytes": output.stat().st_size}


def test_without_the_package_the_command_says_how_to_get_it(
    pair: Dataset,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    model = tmp_path / "mine.safetensors"
    trained(pair).save(model)
    monkeypatch.setitem(sys.modules, "onnx", None)
    monkeypatch.delitem(sys.modules, "engine.export.onnx_model", raising=False)
    assert cli.main(["export", str(tmp_path / "mine.onnx"), "--model", str(model)]) == 1
    assert 'pip install "inkgrad[onnx]"' in capsys.readouterr().err
