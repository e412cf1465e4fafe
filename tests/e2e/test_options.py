"""Each option all the way: form, training, pictures, notebook, ONNX, command line, model file.

An option is told once, by its record in `engine.options`; who doesn't ask that record fails here.
"""

import runpy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch
from pytestqt.qtbot import QtBot
from torch import Tensor, nn

from desktop.data.dataset_list import DatasetList
from desktop.i18n.option_words import option_words
from desktop.i18n.setting_words import setting_value
from desktop.inspect.flow import Flow
from desktop.training.reader_settings import ReaderSettings
from desktop.training.settings import SettingsForm
from engine import augment, losses, models, optimizers, options, schedules
from engine.analysis.inspection import activations, has_moved
from engine.analysis.saliency import sensitivity
from engine.cli import parser as cli
from engine.config import TrainConfig
from engine.data.splits import Dataset, Split
from engine.data.writing import save_as_folders
from engine.datasets import load_dataset
from engine.export.notebook import as_script, training_cells
from engine.export.onnx_model import export_onnx
from engine.inference.classifier import Classifier
from engine.learner import Learner
from engine.reports import EpochReport

Backward = Callable[[Tensor, Tensor], Tensor]
CASES = [
    (setting, option, n_classes)
    for setting, names in options.CHOICES.items()
    for option in names
    for n_classes in ((2, 10) if setting in ("model", "loss") else (2,))
]
every_option = pytest.mark.parametrize(("setting", "option", "n_classes"), CASES)
_CHANGES_NOTHING = (nn.Flatten, nn.Unflatten, nn.Identity)
_ROUNDING = 2e-4


@dataclass(frozen=True)
class Few:
    """A few images, and the folder where a notebook and a command find the same ones."""

    dataset: Dataset
    folder: Path


@pytest.fixture(scope="module")
def few(
    mnist_sample: Dataset, mnist: Dataset, tmp_path_factory: pytest.TempPathFactory
) -> dict[int, Few]:
    """Return 240 + 100 images of two classes, and of ten."""
    return {n: _few(d, tmp_path_factory) for n, d in ((2, mnist_sample), (10, mnist))}


def _few(whole: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Few:
    train, valid = whole.train, whole.valid
    dataset = Dataset(
        Split(train.images[:240], train.labels[:240]),
        Split(valid.images[:100], valid.labels[:100]),
        whole.classes,
        "few",
    )
    folder = tmp_path_factory.mktemp("options") / "few"
    save_as_folders(dataset, folder)
    return Few(load_dataset(folder), folder)


def config_with(setting: str, option: str, **others: object) -> TrainConfig:
    """Return settings in which the option has something to do."""
    usual: dict[str, object] = {"model": "mlp", "hidden": (20, 10), "epochs": 2, "momentum": 0.9}
    if setting == "init":  # mnist_loss is flat where large weights begin
        usual["loss"] = "cross_entropy"
    if setting == "optimizer":
        usual |= {"weight_decay": 0.01, "lr": options.OPTIMIZERS[option].usual_lr / 2}
    return TrainConfig(**{"lr": 0.05} | usual | {"batch_size": 100, setting: option} | others)


def fitted(config: TrainConfig, few: Few, fast: bool = False) -> Learner:
    learner = Learner(few.dataset, config, fast)
    assert len([r for r in learner.fit() if isinstance(r, EpochReport)]) == config.epochs
    return learner


@pytest.mark.parametrize(
    ("setting", "option"), [(s, option) for s, names in options.CHOICES.items() for option in names]
)
def test_the_form_gives_back_what_it_shows(setting: str, option: str, qtbot: QtBot) -> None:
    settings = ReaderSettings()
    form = SettingsForm(settings, DatasetList())
    qtbot.addWidget(form)
    other = next(name for name in options.CHOICES[setting] if name != option)
    for chosen in (other, option):
        settings.take(config_with(setting, chosen))
        assert getattr(form.config(), setting) == chosen
    field = form.fields[setting]
    assert field.currentText() == setting_value(setting, option)
    field.setCurrentIndex(field.findData(other))  # as people do
    assert getattr(settings.config, setting) == other


@pytest.mark.parametrize("setting", options.CHOICES)
def test_a_field_refuses_what_it_does_not_offer(setting: str, qtbot: QtBot) -> None:
    form = SettingsForm(ReaderSettings(), DatasetList())
    qtbot.addWidget(form)
    with pytest.raises(ValueError, match="doesn't offer 'nonsense'"):
        form.fields[setting].setValue("nonsense")


@every_option
def test_a_run_learns_by_it_the_same_with_gradients_by_hand(
    setting: str, option: str, n_classes: int, few: dict[int, Few]
) -> None:
    config = config_with(setting, option)
    learner = fitted(config, few[n_classes], fast=True)
    chosen = options.chosen_loss(config.loss, n_classes)
    moved = has_moved(learner.model, config, n_classes)
    assert moved is options.LOSSES[chosen].has_slope
    learner.batches.as_bytes = False
    batch = next(iter(learner.batches))
    found = [_gradient(learner, way, batch) for way in (learner.backward, learner.autograd)]
    assert found[0] @ found[1] >= 0.99 * found[0].norm() * found[1].norm()
    torch.testing.assert_close(found[0].norm(), found[1].norm(), rtol=0.05, atol=1e-6)


def _gradient(learner: Learner, way: Backward, batch: tuple[Tensor, Tensor]) -> Tensor:
    """Return the gradient of all parameters as one long arrow; by hand it may be of bfloat16."""
    learner.optimizer.zero_grad()
    way(*batch)
    return torch.cat([p.grad.flatten() for p in learner.model.parameters() if p.grad is not None])


@every_option
def test_the_pictures_show_every_layer(
    setting: str, option: str, n_classes: int, few: dict[int, Few], qtbot: QtBot
) -> None:
    config = config_with(setting, option, epochs=1)
    model, image = fitted(config, few[n_classes]).model, few[n_classes].dataset.valid.images[0]
    found = activations(model, image)
    shown = [i for i, layer in enumerate(model) if not isinstance(layer, _CHANGES_NOTHING)]
    assert [activation.layer for activation in found] == shown
    flow = Flow()
    qtbot.addWidget(flow)
    flow.show_activations(image, found, ())
    assert len(flow.stations) == 1 + len(shown)
    if config.activation not in ("none",) and config.model == "mlp":
        assert (
            flow.stations[2]
            .accessibleName()
            .startswith(setting_value("activation", config.activation))
        )
    assert np.isfinite(sensitivity(model, image)).all()


@every_option
def test_its_notebook_does_the_same_in_plain_torch(
    setting: str, option: str, n_classes: int, few: dict[int, Few], tmp_path: Path
) -> None:
    config = config_with(setting, option)
    script = tmp_path / "experiment.py"
    script.write_text(as_script(training_cells(config, str(few[n_classes].folder))), "utf-8")
    with torch.random.fork_rng():
        left = runpy.run_path(str(script))
    learner = fitted(config, few[n_classes])
    xb, yb = left["valid_x"] / 255, left["valid_y"]
    with torch.no_grad():
        theirs, ours = left["model"](xb), learner.model(xb)
        same_loss = learner.loss(theirs, yb)
    torch.testing.assert_close(theirs, ours, rtol=_ROUNDING, atol=_ROUNDING)
    torch.testing.assert_close(left["loss_func"](theirs, yb), same_loss)
    assert left["validate"]()[1] == pytest.approx(learner.validate()[1])


@every_option
def test_other_programs_read_its_model_alike(
    setting: str, option: str, n_classes: int, few: dict[int, Few], tmp_path: Path
) -> None:
    images = few[n_classes].dataset.valid.images
    classifier = fitted(config_with(setting, option, epochs=1), few[n_classes]).classifier()
    expected = classifier.predict_batch(images)
    export_onnx(classifier, tmp_path / "model.onnx")
    session = onnxruntime.InferenceSession(
        tmp_path / "model.onnx", providers=["CPUExecutionProvider"]
    )
    (found,) = session.run(None, {"images": images})
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-5)
    one = np.stack([classifier.predict(image).probabilities for image in images[:5]])
    np.testing.assert_allclose(one, expected[:5], rtol=0, atol=1e-5)


@every_option
def test_the_command_line_trains_by_it_and_its_file_comes_back(
    setting: str,
    option: str,
    n_classes: int,
    few: dict[int, Few],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    config = config_with(setting, option)
    saved, folder = tmp_path / "mine.safetensors", str(few[n_classes].folder)
    argv = ["train", "--dataset", folder, "--save", str(saved), *_typed(config)]
    assert cli.main(argv) == 0, capsys.readouterr().err
    back = Classifier.load(saved)
    assert back.card.config == config
    images = few[n_classes].dataset.valid.images
    ours = fitted(config, few[n_classes], fast=True).classifier().predict_batch(images)
    np.testing.assert_allclose(back.predict_batch(images), ours, rtol=0, atol=1e-3)


def _typed(config: TrainConfig) -> Iterator[str]:
    usual = TrainConfig()
    for field in fields(TrainConfig):
        value = getattr(config, field.name)
        if value != getattr(usual, field.name):
            yield f"--{field.name.replace('_', '-')}"
            yield from map(str, value if isinstance(value, tuple) else [value])


def test_every_setting_that_is_chosen_has_its_table() -> None:
    words = {field.name for field in fields(TrainConfig) if isinstance(field.default, str)}
    assert set(options.CHOICES) == words - {"device"}  # a machine's devices are its own


def test_what_torch_is_needed_for_stands_under_the_same_names() -> None:
    assert list(models.MODELS) == list(options.MODELS)
    assert list(models.INITS) == list(options.INITS)
    assert list(losses.LOSSES) == list(options.LOSSES)
    assert list(optimizers.OPTIMIZERS) == list(options.OPTIMIZERS)
    assert list(schedules.SCHEDULES) == list(options.SCHEDULES)
    assert options.Limits() not in options.AUGMENTATIONS.values()  # it would change nothing
    assert augment.SIDE == 28


@pytest.mark.parametrize("setting", options.CHOICES)
def test_every_option_has_its_words(setting: str) -> None:
    words = option_words(setting)
    assert list(words) == list(options.CHOICES[setting])
    assert all(name and tip for name, tip in words.values())
    assert len({name for name, _ in words.values()}) == len(words)
