""" "How much can it stand?" in the real window, against plain torch on the runs' own weights."""

import itertools
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

import engine
from desktop.evaluate.page import EvaluatePage
from desktop.evaluate.robustness.augmentation_runs import PAIR
from desktop.evaluate.robustness.kept_curves import QUANTITIES
from desktop.evaluate.robustness.panel import RobustnessPanel
from desktop.evaluate.robustness.questions import SEED
from desktop.evaluate.robustness.words import answer_words, reach_words, varied_words
from desktop.evaluate.views import FIGURES, ROBUSTNESS
from desktop.i18n import translations
from desktop.main_window import MainWindow
from desktop.runs.run_list import Run
from desktop.sketch.content import Content, Picture
from desktop.worker.messages import Kind
from desktop.worker.run_state import State
from engine.analysis.distorted import chances, distorted
from engine.analysis.distortions import DISTORTIONS
from engine.analysis.robustness import Reach
from engine.data.splits import Dataset
from engine.inference.classifier import Classifier
from engine.inference.prediction import Prediction
from engine.presets import PRESETS
from engine.runs.store import RunStore
from tests.desktop.test_accessibility import unknown
from tests.desktop.test_fitting import wait_for_whole_words
from tests.engine.analysis.test_robustness import whole_of
from tests.mostly_long import mostly_long

Train = Callable[..., Run]


def open_panel(window: MainWindow, qtbot: QtBot) -> RobustnessPanel:
    """Open the view, and wait until all of its curves are there."""
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    page = window.pages.open("evaluate")
    assert isinstance(page, EvaluatePage)
    page.views.tabs.setCurrentIndex(ROBUSTNESS)
    assert page.robustness is not None
    finish(page.robustness, qtbot)
    return page.robustness


def test_networks_that_never_learned_to_refuse_are_told_of(
    window: MainWindow, train: Train, qtbot: QtBot
) -> None:
    train()
    panel = open_panel(window, qtbot)
    assert "At 0 for networks that never learned to refuse" in panel.refused.toolTip()
    told = [curve.y for _, curve in panel.refused.curves]
    assert len(told) == 1
    assert told[0].max() == 0


def finish(panel: RobustnessPanel, qtbot: QtBot) -> None:
    def is_done() -> bool:
        measuring = panel.measuring
        names = [
            measuring.kept.missing(s.key, measuring.source, panel.bar.distortion)
            for s in measuring.subjects
        ]
        return bool(names) and not any(names) and not measuring.is_under_way

    qtbot.waitUntil(is_done)
    drawn(panel, qtbot)


def drawn(panel: RobustnessPanel, qtbot: QtBot) -> None:
    points = DISTORTIONS[panel.bar.distortion].steps + 1
    qtbot.waitUntil(
        lambda: (
            bool(panel.refused.curves)
            and all(len(curve) == points for _, curve in panel.refused.curves)
        )
    )
    qtbot.waitUntil(lambda: not panel._drawing.is_wished and not panel._undrawn)


def network_of(run: Run) -> Classifier:
    folder = RunStore().open(run.start.id)
    return Classifier.load(folder.weights(folder.steps()[-1]))


def expected(network: Classifier, data: Dataset, name: str, amount: float) -> tuple[float, float]:
    """Return accuracy and mean confidence, in per cent, by torch alone."""
    valid = data.valid
    images = distorted(name, valid.images, amount, chances(len(valid), SEED))
    with torch.no_grad():
        logits = network.model(torch.tensor(images).reshape(len(valid), 784).float() / 255)
    p = torch.cat([logits.sigmoid(), 1 - logits.sigmoid()], 1) if logits.shape[1] == 1 else None
    p = logits.softmax(1) if p is None else p
    right = (p.argmax(1) == torch.tensor(valid.labels)).float().mean()
    return 100 * float(right), 100 * float(p.amax(1).mean())


@pytest.fixture
def two(window: MainWindow, train: Train, qtbot: QtBot) -> list[Run]:
    """Return two ticked runs, the second of which learned with augmentation."""
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    first = train(model="linear")
    window.model.settings.change({"augment": "gentle"})
    second = train()
    first.shown = second.shown = True
    qtbot.waitUntil(lambda: RunStore().find(second.start.id).standing == "finished")
    return [first, second]


@pytest.fixture
def panel(window: MainWindow, two: list[Run], qtbot: QtBot) -> RobustnessPanel:
    return open_panel(window, qtbot)


@pytest.fixture
def train_epoch(
    window: MainWindow, digits: Path, qtbot: QtBot, wait_for_state: Callable[[State], None]
) -> Callable[[], None]:
    """Return a function that trains an epoch of one run, and pauses."""
    window.model.datasets.choose(digits)
    done = itertools.count(1)

    def train() -> None:
        window.model.step_epoch()
        runs, wanted = window.model.runs, [next(done)]
        qtbot.waitUntil(lambda: [r.epochs_done for r in runs.runs] == wanted)
        wait_for_state(State.PAUSED)

    return train


@pytest.fixture
def paused(window: MainWindow, train_epoch: Callable[[], None], qtbot: QtBot) -> RobustnessPanel:
    """Return the view of a run that has learned for one epoch, and is paused."""
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    train_epoch()
    return open_panel(window, qtbot)


def test_curves_of_ticked_runs_are_torchs_on_their_weights(
    panel: RobustnessPanel, two: list[Run], digits: Path, qtbot: QtBot
) -> None:
    data = engine.load_dataset(digits)
    for name in ("rotation", "noise"):
        panel.bar.choice.choose_plain(name)
        finish(panel, qtbot)
        assert [style.name for style, _ in panel.accuracy.curves] == [run.name for run in two]
        for run, accuracy, confidence in zip(
            two, panel.accuracy.curves, panel.confidence.curves, strict=True
        ):
            amounts, factor = DISTORTIONS[name].amounts, 100 if name == "noise" else 1
            np.testing.assert_allclose(accuracy[1].x, np.array(amounts) * factor)
            for place in (0, 5, len(amounts) - 1):
                right, sure = expected(network_of(run), data, name, amounts[place])
                assert accuracy[1].y[place] == pytest.approx(right, abs=1e-3)
                assert confidence[1].y[place] == pytest.approx(sure, abs=0.01)
    assert len(data.valid) == 41
    assert panel.bar.about.text() == "41 of 41 validation images, seed 0"


def test_what_training_varied_is_shaded_and_said(
    panel: RobustnessPanel, two: list[Run], qtbot: QtBot
) -> None:
    first, second = two
    assert all(plot.shaded == [(-10, 10)] for plot in panel.plots)
    text = f"Shaded: −10° to 10°, varied in training {second.name}."
    assert panel.varied.text() == f"{text} {first.name}: no augmentation."
    panel.bar.choice.choose_plain("size")
    finish(panel, qtbot)
    qtbot.waitUntil(lambda: panel.accuracy.shaded == [pytest.approx((90, 110))])
    panel.bar.choice.choose_plain("noise")
    qtbot.waitUntil(lambda: panel.accuracy.shaded == [])
    assert "No training" in panel.varied.text()


def test_the_slider_distorts_a_view_of_the_sketch_and_no_more(
    panel: RobustnessPanel, two: list[Run], window: MainWindow, mnist: Dataset, qtbot: QtBot
) -> None:
    assert panel.sketch._stack.currentWidget() is panel.sketch._empty
    image = mnist.valid.images[0]
    window.sketch.document.put(Content(picture=Picture(image)))
    panel.bar.choice.choose_plain("missing")
    panel.bar.slider.setValue(40)
    wanted = distorted("missing", image[None], 0.4, chances(1, SEED))[0]
    answers = [network_of(run).predict(wanted) for run in two]

    def is_shown() -> bool:
        shown = panel.sketch.view.image
        return shown is not None and np.array_equal(shown, wanted)

    qtbot.waitUntil(is_shown)
    told = [answer for _, answer in panel.sketch.answers.answers]
    assert [answer_words(a) for a in told] == [answer_words(a) for a in answers]
    for one, other in zip(told, answers, strict=True):
        np.testing.assert_allclose(one.probabilities, other.probabilities, atol=1e-6)
    panel.reading._late.timeout.emit()  # as where an answer takes long
    assert panel.sketch.heading.text() == "Being read…"
    assert not panel.sketch.answers.isEnabled()
    panel.bar.slider.setValue(41)
    qtbot.waitUntil(panel.sketch.answers.isEnabled)
    assert panel.sketch.heading.text() == "Distorted sketch"
    panel.bar.slider.setValue(40)
    qtbot.waitUntil(lambda: bool(panel.sketch.answers.reaches))
    for run, told in zip(two, panel.sketch.answers.reaches, strict=True):
        assert told == reach_words("missing", whole_of(network_of(run), image, "missing", SEED))
    np.testing.assert_array_equal(window.sketch.document.image(), image)
    assert all(plot.mark.x == pytest.approx(40) for plot in panel.plots)
    qtbot.mouseClick(panel.bar.home, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: np.array_equal(panel.sketch.view.image, image))
    assert all(plot.mark.x is None for plot in panel.plots)
    assert not panel.bar.home.isEnabled()
    window.sketch.document.clear()
    assert panel.sketch._stack.currentWidget() is panel.sketch._empty


def test_it_is_said_how_far_an_answer_holds() -> None:
    def told(low: float, high: float, *beyond: str | None) -> str:
        seven, before, after = (
            Prediction(name, np.ones(1), (name,), known=name != "?") if name else None
            for name in ("7", *beyond)
        )
        assert seven
        return reach_words("rotation", Reach(seven, low, high, before, after))

    assert told(-41, 34, "9", "2") == "“7” from −41° to 34°, left “9”, right “2”"
    assert told(-41, 34, "3", "3") == "“7” from −41° to 34°, else “3”"
    assert told(-90, 34, None, "?") == "“7” up to 34°, then not recognised"
    assert told(-41, 90, "9", None) == "“7” down to −41°, then “9”"
    assert told(-90, 90, None, None) == "“7” throughout"


def test_what_is_known_is_not_measured_again(
    panel: RobustnessPanel, window: MainWindow, qtbot: QtBot
) -> None:
    panel.bar.choice.choose_plain("shift")
    finish(panel, qtbot)
    with qtbot.assertNotEmitted(window.model.questions.answer_requested):
        panel.bar.choice.choose_plain("rotation")
        assert len(panel.accuracy.curves[0][1]) == 19
        panel.bar.choice.choose_plain("shift")
        window.pages.open("training")
        window.pages.open("evaluate")
    with qtbot.waitSignal(window.model.questions.answer_requested):
        panel.bar.button.click()
    assert not panel.measuring.kept.points(
        panel.measuring.subjects[0].key, panel.measuring.source, "shift"
    )
    finish(panel, qtbot)


def test_measuring_can_be_cancelled_and_goes_on_with_what_is_missing(
    panel: RobustnessPanel, qtbot: QtBot
) -> None:
    measuring, key = panel.measuring, panel.measuring.subjects[0].key

    def known() -> int:
        return len(measuring.kept.points(key, measuring.source, "contrast"))

    panel.bar.choice.choose_plain("contrast")
    assert panel.bar.button.text() == "Cancel"

    def cancel() -> None:
        if known() > 1 and measuring.is_under_way:
            panel.bar.button.click()

    measuring.advanced.connect(cancel)  # a look now and then may come when all is measured
    qtbot.waitUntil(lambda: panel.bar.button.text() == "Go &on")
    measuring.advanced.disconnect(cancel)
    assert not measuring.is_under_way
    assert not panel.bar.bar.isVisible()
    before = known()
    assert 1 < before < 21
    measuring.go_on()  # somebody trains, or comes back: it stays cancelled
    assert not measuring.is_under_way
    panel.bar.button.click()
    assert measuring.whole == 21 - before
    finish(panel, qtbot)
    qtbot.waitUntil(lambda: panel.bar.button.text() == "&Measure again")


def test_out_of_sight_nothing_is_measured(
    panel: RobustnessPanel, window: MainWindow, qtbot: QtBot
) -> None:
    panel.bar.choice.choose_plain("thickness")
    window.pages.open("training")
    assert not panel.measuring.is_under_way
    window.model.runs_changed.emit()
    window.sketch.document.changed.emit()
    assert not panel.measuring.is_under_way
    assert not panel.reading._live._question.is_awaited
    window.pages.open("evaluate")
    finish(panel, qtbot)


@pytest.mark.parametrize("few", mostly_long([True, False], {0}))
def test_without_ticks_whoever_answers_is_measured_refusals_too(
    window: MainWindow, mnist_sample: Dataset, digits: Path, qtbot: QtBot, few: bool
) -> None:
    valid = (engine.load_dataset(digits) if few else mnist_sample).valid.images
    count, drawn_by = min(1000, len(valid)), np.random.default_rng(SEED)
    if few:
        window.model.datasets.choose(digits)
    else:
        valid = valid[np.sort(drawn_by.choice(len(valid), count, replace=False))]
    panel = open_panel(window, qtbot)
    assert window.model.source.kind is Kind.STARTER
    ((style, curve),) = panel.refused.curves
    assert style.name == "The starter network"
    images = distorted("rotation", valid, 90, chances(count, SEED))
    starter = Classifier.starter("mnist")
    known = [starter.predict(image).known for image in images[:200]]
    assert 100 * (1 - starter.read_batch(images)[1].mean()) == pytest.approx(curve.y[-1], abs=0.3)
    assert abs(100 * (1 - np.mean(known)) - curve.y[-1]) < 12  # a fifth of the same images
    assert panel.varied.text() == ""  # it was made otherwise than its settings tell
    whole = "41 of 41" if few else "1,000 of 2,038"
    assert panel.bar.about.text() == f"{whole} validation images, seed 0"


def test_a_tick_brings_a_curve_and_takes_it(
    panel: RobustnessPanel, two: list[Run], window: MainWindow, qtbot: QtBot
) -> None:
    window.pages.open("training")
    two[0].shown = False
    window.pages.open("evaluate")
    qtbot.waitUntil(lambda: [s.name for s, _ in panel.accuracy.curves] == [two[1].name])
    window.pages.open("training")
    two[0].shown = True
    with qtbot.assertNotEmitted(window.model.questions.answer_requested):
        window.pages.open("evaluate")
    assert len(panel.accuracy.curves) == 2


@pytest.mark.long
def test_a_network_that_never_heard_of_a_class_is_named(
    panel: RobustnessPanel, two: list[Run], window: MainWindow, mnist: Dataset, qtbot: QtBot
) -> None:
    window.model.datasets.choose("mnist")
    qtbot.waitUntil(lambda: two[0].name in panel.bar.about.text())
    assert two[1].name in panel.bar.about.text()
    qtbot.waitUntil(lambda: not panel.measuring.is_under_way)
    assert panel.accuracy.is_empty


def test_a_diverged_network_is_measured_without_a_fault(
    window: MainWindow, train: Train, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    window.model.settings.change({"loss": "cross_entropy"})
    train(lr=1e6)
    panel = open_panel(window, qtbot)
    assert not panel.measuring.problem


def test_a_run_under_way_stays_as_it_was_until_it_is_measured_again(
    window: MainWindow,
    paused: RobustnessPanel,
    train_epoch: Callable[[], None],
    wait_for_state: Callable[[State], None],
    qtbot: QtBot,
) -> None:
    (before,) = paused.measuring.subjects
    train_epoch()
    paused.measuring.go_on()
    assert paused.measuring.subjects == (before,)
    paused.bar.button.click()
    assert paused.measuring.subjects[0].key != before.key
    finish(paused, qtbot)
    window.model.trainer.stop()
    wait_for_state(State.IDLE)
    finish(paused, qtbot)


def test_curves_are_saved_as_numbers(
    panel: RobustnessPanel, two: list[Run], qtbot: QtBot, save_to: Callable[[str], Path]
) -> None:
    path = save_to("stands.csv")
    panel.accuracy.menu.numbers_requested.emit()
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0] == f"degrees clockwise,{two[0].name},{two[1].name}"
    assert len(lines) == 20
    curve = panel.accuracy.curves[0][1]
    assert float(lines[1].split(",")[1]) == pytest.approx(curve.y[0])


@pytest.mark.long
def test_a_drawing_has_what_is_shaded(
    panel: RobustnessPanel, qtbot: QtBot, save_to: Callable[[str], Path]
) -> None:
    path = save_to("stands.svg")
    panel.accuracy.menu.drawing_requested.emit()
    (shade,) = re.findall(r'<rect x="([\d.]+)" y="\d+" width="([\d.]+)"', path.read_text("utf-8"))
    left, width = map(float, shade)
    whole = 720 - 58 - 14  # from -90 to 90
    assert left == pytest.approx(58 + whole * 80 / 180, abs=0.1)
    assert width == pytest.approx(whole * 20 / 180, abs=0.1)


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [1093, 1366])
def test_words_fit_and_controls_have_names(
    window: MainWindow, qtbot: QtBot, qapp: QApplication, digits: Path, language: str, width: int
) -> None:
    window.resize(width, width * 9 // 16)
    translations.install(qapp, language)
    panel = open_panel(window, qtbot)
    wait_for_whole_words(window, qtbot)  # of a thousand images, as the others are of 41
    window.model.datasets.choose(digits)
    for name in DISTORTIONS:
        panel.bar.choice.choose_plain(name)
        finish(panel, qtbot)
        wait_for_whole_words(window, qtbot)
    assert not list(unknown(window))
    tools = [*panel.findChildren(QAbstractButton), panel.bar.choice, panel.bar.slider]
    assert all(tool.toolTip() for tool in tools if tool.isVisible())
    translations.install(qapp, "en")


@pytest.mark.long
def test_the_figures_are_there_when_one_comes_back(
    panel: RobustnessPanel, window: MainWindow, qtbot: QtBot
) -> None:
    page = window.pages.open("evaluate")
    qtbot.waitUntil(lambda: page.evaluated is not None)
    page.views.tabs.setCurrentIndex(FIGURES)
    assert page.confusion.isVisible()
    assert not panel.isVisible()


@pytest.mark.long
def test_words_and_curves_are_there_for_each_distortion(
    panel: RobustnessPanel, qtbot: QtBot
) -> None:
    for name in DISTORTIONS:
        panel.bar.choice.choose_plain(name)
        finish(panel, qtbot)
        box = panel.accuracy.plot.getViewBox().viewRange()
        low, high = panel.accuracy.curves[0][1].x[[0, -1]]
        assert box[0][0] <= low < high <= box[0][1]
        assert box[1][0] <= 0 < 100 <= box[1][1]
        described = panel.accuracy.plot.accessibleDescription()
        assert described.count(" at ") >= 4
        assert varied_words(name, [("A", None)]) in ("", "No training in this program varies this.")
    assert len(QUANTITIES) == len(panel.plots)


def test_a_button_trains_with_and_without_augmentation(
    window: MainWindow, digits: Path, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    window.model.datasets.choose(digits)
    settings = window.model.settings
    settings.change({"epochs": 3, "seed": 5, "lr": 0.77})
    panel = open_panel(window, qtbot)
    assert panel.bar.pair.isVisible()
    with qtbot.assertNotEmitted(settings.changed):
        panel.bar.pair.click()
    assert not panel.bar.pair.isEnabled()
    assert panel.bar.about.text() == "Training with “The book”…"
    with qtbot.assertNotEmitted(window.model.trainer.lr_changed):
        window.model.change_lr(0.77)  # as when it goes on after a pause: the preset's rate stays
    settings.change({"epochs": 4})
    typed = settings.config
    qtbot.waitUntil(lambda: not panel.pair.preset)
    finish(panel, qtbot)
    runs = window.model.runs.shown
    assert [run.name for run in runs] == ["The book", "Reads drawings"]
    assert [run.start.config.augment for run in runs] == ["off", "gentle"]
    assert [run.start.config.seed for run in runs] == [5, 5]
    assert [run.rates for run in runs] == [[(0, PRESETS[key].config.lr)] for key in PAIR]
    assert settings.config == typed
    qtbot.waitUntil(lambda: len(panel.accuracy.curves) == 2)
    qtbot.waitUntil(lambda: not panel.bar.pair.isVisible())
    assert panel.accuracy.shaded == [(-10, 10)]


@pytest.mark.long
def test_stopping_either_of_both_ends_it(window: MainWindow, digits: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    window.model.datasets.choose(digits)
    before = window.model.settings.config
    panel = open_panel(window, qtbot)
    panel.bar.pair.click()
    with qtbot.waitSignal(window.model.trainer.run_started):
        pass
    window.model.trainer.stop()
    qtbot.waitUntil(lambda: not panel.pair.preset)
    assert len(window.model.runs.runs) == 1
    assert window.model.settings.config == before
    assert panel.bar.pair.isEnabled()
    finish(panel, qtbot)


@pytest.mark.long
def test_images_that_changed_in_their_folder_are_measured_anew(
    panel: RobustnessPanel, window: MainWindow, digits: Path, qtbot: QtBot
) -> None:
    kept, source = panel.measuring.kept, panel.measuring.source
    key, before = panel.measuring.subjects[0].key, kept.images[source]
    image, *_ = sorted(path for path in (digits / "valid").rglob("*.*") if path.is_file())
    image.unlink()
    with qtbot.waitSignal(window.model.questions.answer_requested):
        panel.bar.choice.choose_plain("shift")
    qtbot.waitUntil(lambda: kept.images[source] != before)
    assert not kept.points(key, source, "rotation")
    finish(panel, qtbot)
    assert kept.images[source].read == before.read - 1
    panel.bar.choice.choose_plain("rotation")
    finish(panel, qtbot)


@pytest.mark.long
def test_a_model_file_that_was_written_anew_is_measured_anew(
    window: MainWindow, digits: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    window.model.datasets.choose(digits)
    file, starter = tmp_path / "mine.safetensors", Classifier.starter("mnist_sample")
    starter.save(file)
    window.open_file(file)
    qtbot.waitUntil(lambda: window.model.source.kind is Kind.FILE)
    panel = open_panel(window, qtbot)
    before = list(panel.accuracy.curves[0][1].y)
    with torch.no_grad():
        for parameter in starter.model.parameters():
            parameter.neg_()
    starter.save(file)
    with qtbot.waitSignal(window.model.source_changed):
        window.open_file(file)
    finish(panel, qtbot)
    assert list(panel.accuracy.curves[0][1].y) != before


def test_a_curve_of_a_run_that_learns_has_no_points_of_earlier_weights(
    window: MainWindow,
    paused: RobustnessPanel,
    train_epoch: Callable[[], None],
    wait_for_state: Callable[[State], None],
    qtbot: QtBot,
) -> None:
    measuring = paused.measuring
    key = measuring.subjects[0].key
    paused.bar.choice.choose_plain("contrast")
    qtbot.waitUntil(lambda: len(measuring.kept.points(key, measuring.source, "contrast")) > 1)
    paused.bar.button.click()
    train_epoch()
    paused.bar.button.click()
    assert measuring.subjects[0].key == key
    assert measuring.whole == 21
    finish(paused, qtbot)
    window.model.trainer.stop()
    wait_for_state(State.IDLE)
    finish(paused, qtbot)
