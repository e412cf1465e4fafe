"""The starters that the program opens with, and the script that makes them, at a tiny size."""

from dataclasses import replace

import numpy as np
import pytest
import torch
import torch.nn.functional as F

import assets
from engine.errors import DataError
from engine.images.ink import Sketch
from engine.images.unipen import read_unipen
from engine.inference.classifier import STARTERS, Classifier
from engine.starter import doodles, material, recipe, scribbles, unseen
from engine.starter.__main__ import check_strokes, main
from engine.starter.calibration import Looks, fit_temperature, fit_threshold, look
from engine.starter.making import relabelled
from engine.starter.measuring import refused
from engine.starter.printed import (
    FAIR_LETTERS,
    KEPT_ASIDE,
    OTHER_SCRIPTS,
    TRAINED,
    find_typefaces,
    printed,
)
from engine.starter.refusal import auroc, fpr
from engine.starter.shapes import shapes


@pytest.fixture(scope="module", params=["mnist", "mnist_sample"])
def starter(request) -> Classifier:
    return Classifier.starter(request.param)


@pytest.fixture(scope="module")
def ten() -> Classifier:
    return Classifier.starter("mnist")


@pytest.fixture(scope="module")
def letters() -> np.ndarray:
    """Return letters of a typeface that was never trained on."""
    return printed(FAIR_LETTERS, 82, rng())


def rng() -> np.random.Generator:
    return np.random.default_rng(11)


def accuracy(classifier: Classifier, images: np.ndarray, digits: np.ndarray) -> float:
    answers = classifier.predict_batch(images).argmax(axis=1)
    return float(
        np.mean([classifier.classes[a] == str(d) for a, d in zip(answers, digits, strict=True)])
    )


@pytest.mark.parametrize("name", ["mnist", "mnist_sample"])
def test_each_file_is_under_a_megabyte(name):
    assert assets.path(f"starter/{name}.safetensors").stat().st_size < 1_000_000


def test_the_kept_figures_name_both_starters_and_their_source():
    results = assets.path("starter/RESULTS.md").read_text("utf-8")
    assert "pen strokes of left-out writers" in results
    assert "CC BY 4.0" in assets.path("starter/ORIGIN.md").read_text("utf-8")


def test_reads_mnist(ten, mnist):
    images, labels = mnist.valid.images[5000:8000], mnist.valid.labels[5000:8000]
    assert accuracy(ten, images, labels) >= 0.995
    assert refused(ten, images) < 0.01


def test_tells_3_from_7(mnist_sample):
    two = Classifier.starter("mnist_sample")
    digits = np.array([int(name) for name in two.classes])[mnist_sample.valid.labels]
    assert accuracy(two, mnist_sample.valid.images, digits) >= 0.998
    assert refused(two, mnist_sample.valid.images) < 0.01


def test_reads_digits_in_shapes_of_our_own_in_new_hands(ten):
    split = material.drawn_digits(400, rng())
    assert accuracy(ten, split.images, split.labels) >= 0.97


@pytest.mark.parametrize("label", ["0", "1", "7"])
def test_reads_slashed_0s_footed_1s_and_crossed_7s(ten, label):
    variants = shapes("digits")[label]
    habits = [material.add_habit(label, v, rng()) for v in variants for _ in range(3)]
    read = [ten.predict(Sketch(drawing).to_image()).label for drawing in habits]
    assert read.count(label) >= 0.9 * len(read)


def test_refuses_an_empty_pad_and_a_scribble(starter):
    assert not starter.predict(np.zeros((28, 28), np.uint8)).known
    drawing = scribbles.fill(rng())
    assert not starter.predict(Sketch(drawing).to_image()).known


@pytest.mark.long
def test_refuses_new_scribbles_and_kinds_that_it_never_saw(starter):
    trained = (*scribbles.SCRIBBLES, *doodles.DOODLES)
    assert refused(starter, material.scribbled(trained, 300, rng())) > 0.93
    assert refused(starter, material.scribbled(unseen.TO_MEASURE, 300, rng())) > 0.85


@pytest.mark.long
def test_refuses_letters_of_a_typeface_that_it_never_saw(starter, letters):
    assert refused(starter, letters) > 0.93


def test_3_against_7_refuses_the_other_digits(mnist):
    others = mnist.valid.images[~np.isin(mnist.valid.labels, (3, 7))][:1000]
    assert refused(Classifier.starter("mnist_sample"), others) > 0.95


def test_temperature_undoes_what_logits_were_multiplied_by():
    torch.manual_seed(0)
    logits = torch.randn(8_000, 10) * 2
    labels = torch.distributions.Categorical(logits=logits).sample()
    with_no_digit = F.pad(logits, (0, 1), value=-30)
    assert fit_temperature(alike(with_no_digit * 3), labels, 0) == pytest.approx(3, rel=0.05)
    assert fit_temperature(alike(with_no_digit), labels, 0) == pytest.approx(1, rel=0.05)


def alike(logits: torch.Tensor) -> Looks:
    return Looks(logits, logits)


def test_what_is_fitted_is_what_a_classifier_answers(ten, mnist):
    images = mnist.valid.images[:300]
    at = look(ten.model, images).at(ten.card.temperature, 0.95)
    classifier = Classifier(ten.model, replace(ten.card, look_again_below=0.95))
    expected = classifier.predict_batch(images)
    np.testing.assert_allclose(at[:, :-1].softmax(dim=1), expected, atol=1e-5)
    np.testing.assert_allclose(at.softmax(dim=1)[:, -1], classifier.strangeness(images), atol=1e-5)


def test_the_threshold_spares_the_digits_of_each_set():
    sets = [np.linspace(0, 1, 2001, dtype=np.float32), np.zeros(50, np.float32)]
    threshold = fit_threshold(sets, refused=0.01)
    assert all((values > threshold).mean() <= 0.01 for values in sets)
    assert (sets[0] > threshold).mean() > 0.009


def test_auroc_is_how_often_a_stranger_looks_stranger():
    digits, others = np.float32([0.1, 0.2, 0.3, 0.4]), np.float32([0.2, 0.9])
    assert auroc(digits, others) == pytest.approx((1.5 + 4) / 8)
    assert auroc(digits, digits) == pytest.approx(0.5)


def test_fpr_counts_digits_that_go_where_nineteen_in_twenty_others_are_refused():
    others = np.linspace(0, 1, 101, dtype=np.float32)
    assert fpr(np.float32([0.01, 0.04, 0.06, 0.5]), others) == pytest.approx(0.5)
    assert fpr(np.float32([0, 0]), others) == 0


def test_relabelling_makes_everything_else_no_digit(mnist):
    split = relabelled(mnist.valid, ("3", "7"))
    assert np.array_equal(split.labels == 0, mnist.valid.labels == 3)
    assert np.array_equal(split.labels == 1, mnist.valid.labels == 7)
    assert set(split.labels.tolist()) == {0, 1, 2}


@pytest.fixture(scope="module")
def strokes_file(tmp_path_factory):
    """Write a UNIPEN file of 30 writers who each write the ten digits."""
    lines, generator = [], rng()
    for writer in range(1, 31):
        for label, variants in shapes("digits").items():
            drawing = material.rewrite(variants[generator.integers(len(variants))], generator)
            lines += [f'.SEGMENT DIGIT 0 ? "{label}"', f".COMMENT {label} {writer} 1"]
            for stroke in drawing:
                points = [f"{x:.0f} {-y:.0f}" for x, y in stroke * 400]
                lines += [".PEN_DOWN", *points, ".PEN_UP"]
    path = tmp_path_factory.mktemp("strokes") / "digits.unipen"
    path.write_text("\n".join(lines))
    return path


@pytest.mark.parametrize("left_out", [recipe.TEST_WRITERS, *recipe.OTHER_TEST_WRITERS])
def test_no_writer_is_in_two_parts(strokes_file, left_out):
    parts = recipe.split_writers(read_unipen(strokes_file), left_out)
    writers = [{digit.writer for digit in part} for part in parts]
    assert [len(group) for group in writers] == [20, 5, 5]
    assert len(set.union(*writers)) == 30


def test_other_strokes_are_refused_with_the_name_of_the_right_ones(strokes_file):
    with pytest.raises(DataError, match=r"pendigits-orig\.tra"):
        check_strokes(read_unipen(strokes_file))


def test_a_folder_without_the_fonts_is_refused_with_their_names(tmp_path):
    with pytest.raises(DataError, match=r"Humor-Sans\.ttf.*ORIGIN\.md"):
        find_typefaces(tmp_path)


def test_no_typeface_is_trained_on_and_measured_with(tmp_path):
    for name in (*TRAINED, *KEPT_ASIDE, *OTHER_SCRIPTS):
        (tmp_path / name).touch()
    found = find_typefaces(tmp_path)
    assert len(found.trained) == len(TRAINED)
    assert not {*found.trained} & {*found.kept_aside}


@pytest.mark.long
def test_the_script_makes_measures_and_keeps_both(strokes_file, tmp_path, capsys):
    assert main(["--strokes", str(strokes_file), "--out", str(tmp_path), "--tiny"]) == 0
    for name, classes in (("mnist", tuple("0123456789")), ("mnist_sample", ("3", "7"))):
        made = Classifier.load(tmp_path / f"{name}.safetensors")
        assert made.classes == classes
        assert made.card.refuse_above is not None
        assert made.card.look_again_below is not None
        assert not made.predict(np.zeros((28, 28), np.uint8)).known
    kept_text = (tmp_path / "RESULTS.md").read_text("utf-8")
    printed_text = capsys.readouterr().out
    lines = [line for line in kept_text.splitlines() if line.startswith("| ")]
    assert len(lines) > 40
    assert all(line in printed_text for line in lines)
    assert "AUROC, MNIST's test set" in kept_text


@pytest.mark.long
def test_the_script_measures_what_is_there_and_leaves_it_as_it_is(strokes_file, tmp_path):
    before = {}
    for name in STARTERS:
        Classifier.starter(name).save(tmp_path / f"{name}.safetensors")
        before[name] = Classifier.load(tmp_path / f"{name}.safetensors")
    arguments = ["--strokes", str(strokes_file), "--out", str(tmp_path), "--tiny", "--measure"]
    assert main([*arguments, "--left-out", "1"]) == 0
    for name, starter in before.items():
        after = Classifier.load(tmp_path / f"{name}.safetensors")
        assert after.card == starter.card
        weights = after.model.state_dict()
        assert all(torch.equal(weights[n], w) for n, w in starter.model.state_dict().items())
    assert "FPR at 95 %" in (tmp_path / "RESULTS.md").read_text("utf-8")
