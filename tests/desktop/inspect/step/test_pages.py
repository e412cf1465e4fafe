"""The pages of a walk: what is written adds up and multiplies to what is written beside it."""

import math
import re
from dataclasses import replace

import pytest
import torch

from desktop.inspect.step.back_pages import gradient_page
from desktop.inspect.step.forward_pages import loss_page
from desktop.inspect.step.names import Names
from desktop.inspect.step.pages import pages_of
from desktop.inspect.step.rows import Kind, Page, Row, placed, places_of, written
from desktop.inspect.step.update_pages import after_page
from desktop.worker.answerers import output_names
from engine.analysis.one_step import traced
from engine.analysis.step_start import StepStart
from engine.analysis.traced import BIAS, Choice, Traced
from engine.data.splits import Dataset
from engine.inference.classifier import Classifier
from engine.options import ACTIVATIONS, LOSSES, MODELS, OPTIMIZERS
from tests.engine.analysis.test_neuron import classifier_of
from tests.engine.analysis.test_one_step import done, start_of

NUMBER = re.compile(r"−?\d+(?:\.\d+)?(?:e-?\d+)?")


def value(text: str) -> float:
    return float(text.replace("−", "-").replace(" %", ""))


def numbers(text: str) -> list[float]:
    return [value(found) for found in NUMBER.findall(text)]


def walk(start: object, choice: Choice, classes: int) -> tuple[Traced, tuple[Page, ...]]:
    found = done(traced(start, choice))
    names = ("3", "7") if classes == 2 else tuple("0123456789")
    outputs = ("3 (+)  7 (−)",) if len(found.lost.logits) == 1 else names
    return found, pages_of(Names(found, outputs, names))


def places_in(text: str) -> int:
    """How many digits behind the point a number has, written out."""
    mantissa, _, power = text.partition("e")
    return len(mantissa.partition(".")[2]) - int(power or 0)


def adds_up(rows: tuple[Row, ...], total: str) -> None:
    """The rows before the first result add up to it, but for what rounding does to a few."""
    at = next(at for at, row in enumerate(rows) if row.is_result)
    places = places_in(total)
    parts = sum(value(row.value) for row in rows[:at])
    slack = 0 if any("other" in row.name for row in rows[:at]) else 3
    assert abs(parts - value(total)) <= (slack + 0.01) * 10**-places
    for row in rows[:at]:
        if row.formula:
            left, right = row.formula.split(" · ")
            assert value(left) * value(right) == pytest.approx(
                value(row.value), rel=2e-3, abs=1.01 * 10**-places
            )


@pytest.mark.parametrize("classes", [2, 10])
@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("name", MODELS)
def test_what_is_written_adds_up(mnist_sample: Dataset, name: str, loss: str, classes: int) -> None:
    start = start_of(mnist_sample, name, classes, loss=loss)
    for choice in (Choice(0), Choice(1, input=BIAS)):
        found, pages = walk(start, choice, classes)
        for page in pages:
            if page.kind is Kind.FORWARD:
                total = next(row for row in page.rows if row.is_result)
                adds_up(page.rows, total.value)
                stop = next(s for s in found.path if f"layer {s.column + 1}" in page.short)
                slack = 0.51 * 10 ** -places_in(total.value)
                assert value(total.value) == pytest.approx(stop.forward.total, abs=slack)
            if page.kind is Kind.BACK:
                total = next(row for row in page.rows if row.is_result)
                adds_up(page.rows, total.value)
                left, right = page.rows[-1].formula.split(" · ")
                delta = value(page.rows[-1].value)
                assert value(left) * value(right) == pytest.approx(delta, rel=2e-3, abs=1e-12)
            if page.kind is Kind.GRADIENT:
                *parts, total, own = [value(row.value) for row in page.rows]
                assert sum(parts) == pytest.approx(total, rel=1e-9, abs=1e-11)
                assert own == pytest.approx(total, rel=2e-3, abs=1e-9)
        kinds = [page.kind for page in pages]
        order = list(Kind)
        assert kinds == sorted(kinds, key=order.index)
        assert set(kinds) == set(Kind) - (set() if kinds.count(Kind.BACK) else {Kind.BACK})
        assert kinds.count(Kind.FORWARD) == len(found.path) == kinds.count(Kind.BACK) + 1


@pytest.mark.parametrize("classes", [2, 10])
@pytest.mark.parametrize("loss", ["mnist_loss", "cross_entropy"])
def test_the_loss_and_its_slopes_follow_from_their_formulas(
    mnist_sample: Dataset, loss: str, classes: int
) -> None:
    start = start_of(mnist_sample, "simple_net", classes, loss=loss)
    for image in range(3):
        found, pages = walk(start, Choice(0, image=image), classes)
        lost = found.lost
        page = next(page for page in pages if page.kind is Kind.LOSS)
        result = next(row for row in page.rows if row.is_result)
        (*_, share) = numbers(result.formula)
        wanted = -math.log(share) if loss == "cross_entropy" else 1 - share
        assert value(result.value) == pytest.approx(wanted, rel=2e-3)
        assert value(page.rows[-1].value) == pytest.approx(lost.mean, rel=1e-3)
        for row in page.rows if classes == 10 else ():
            if "%" in row.value:
                power, total = numbers(row.formula.removeprefix("e^"))
                assert 100 * math.exp(power) / total == pytest.approx(value(row.value), abs=0.06)
        shares = [value(row.value) for row in page.rows if "%" in row.value]
        assert sum(shares) == pytest.approx(100, abs=0.06)
        page = next(page for page in pages if page.kind is Kind.SLOPES)
        for row in page.rows:
            python = row.formula.replace("−", "-").replace("·", "*").replace("÷", "/")
            slope = value(row.value)
            assert eval(python) == pytest.approx(slope, rel=2e-3), row


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_the_slope_of_the_activation_follows_from_its_formula(
    mnist_sample: Dataset, activation: str
) -> None:
    _, pages = walk(start_of(mnist_sample, "simple_net", activation=activation), Choice(0), 10)
    back = next(page for page in pages if page.kind is Kind.BACK)
    row = back.rows[-2]
    if activation in ("sigmoid", "tanh"):
        python = row.formula.replace("−", "-").replace("·", "*").replace("²", "**2")
        assert eval(python) == pytest.approx(value(row.value), rel=5e-3)
    else:
        assert row.value in ("0", "1")


def test_the_path_s_factors_multiply_and_all_paths_are_more(mnist_sample: Dataset) -> None:
    _, pages = walk(start_of(mnist_sample, "mlp"), Choice(0), 10)
    page = next(page for page in pages if page.kind is Kind.PATH)
    *factors, product, together = page.rows
    assert math.prod(value(row.value) for row in factors) == pytest.approx(
        value(product.value), rel=3e-3
    )
    assert "300 paths" in together.name


def test_a_step_after_which_all_losses_read_the_same_is_explained(mnist_sample: Dataset) -> None:
    told = []
    for rate in (0.1, 1e-12):
        _, pages = walk(start_of(mnist_sample, "simple_net", lr=rate), Choice(0), 10)
        told.append(next(page for page in pages if page.kind is Kind.AFTER).about)
    assert ["flat" in about for about in told] == [False, True]


def test_a_step_that_float32_rounds_is_said_to_be_rounded(mnist_sample: Dataset) -> None:
    told = []
    for rate in (0.1, 1e-7):
        _, pages = walk(start_of(mnist_sample, "simple_net", lr=rate), Choice(0), 10)
        told.append(next(page for page in pages if page.kind is Kind.UPDATE).about)
    assert ["float32" in about for about in told] == [False, True]


def test_a_change_that_the_loss_rounds_away_is_said_to_be_rounded(mnist_sample: Dataset) -> None:
    found, _ = walk(start_of(mnist_sample, "simple_net"), Choice(0), 10)
    told = []
    for alone in (found.after.only_this, found.after.before):
        after = replace(found.after, only_this=alone)
        names = Names(replace(found, after=after), tuple("0123456789"), tuple("0123456789"))
        told.append(after_page(names).about)
    assert ["float32" in about for about in told] == [False, True]


def test_a_gradient_that_autograd_rounds_is_said_to_be_rounded(mnist_sample: Dataset) -> None:
    found, _ = walk(start_of(mnist_sample, "simple_net"), Choice(0), 10)
    told = []
    for off in (0.0, 0.01):
        gradient = replace(found.gradient, autograd=found.gradient.total * (1 + off))
        names = Names(replace(found, gradient=gradient), tuple("0123456789"), tuple("0123456789"))
        told.append(gradient_page(names).about)
    assert ["float32" in about for about in told] == [False, True]


def test_where_nothing_slopes_a_place_has_its_own_value_and_the_edge_is_named(
    mnist_sample: Dataset,
) -> None:
    start = start_of(mnist_sample, "small_convnet", loss="accuracy", activation="sigmoid")
    start.x = torch.rand(start.x.shape, generator=torch.Generator().manual_seed(0))
    found, pages = walk(start, Choice(0, 0, 0), 10)
    assert found.source is None
    path = next(page for page in pages if page.kind is Kind.PATH)
    assert path.rows[0].name.startswith("here the filter reaches beyond the edge")
    _, with_bias = walk(start, Choice(0, 0, BIAS), 10)
    path = next(page for page in with_bias if page.kind is Kind.PATH)
    assert path.rows[0].name == "a bias has no input, so"
    for stop in found.path[:-1]:
        assert stop.value == pytest.approx(1 / (1 + math.exp(-stop.forward.total)), rel=1e-4)
    assert any(not stop.is_passed for stop in found.path)


def test_a_pool_says_under_which_place_the_next_page_goes_on(mnist_sample: Dataset) -> None:
    found, pages = walk(start_of(mnist_sample, "convnet"), Choice(0), 10)
    first, second = found.path[:2]
    assert first.is_passed
    assert first.unit != second.forward.terms[0].unit
    here, there = (page for page in pages if page.short in ("Forward, layer 1", "Forward, layer 2"))
    assert here.rows[-1].name.startswith("largest of its window: the pool hands it on as ")
    row, column = (int(number) for number in numbers(here.rows[-1].name))
    assert f"row {row}, column {column}" in next(row for row in there.rows if row.is_walked).name


def test_a_share_of_large_outputs_follows_from_what_is_written(mnist_sample: Dataset) -> None:
    found, _ = walk(start_of(mnist_sample, "simple_net"), Choice(0), 10)
    for most in (9.4449, 14.0551, 25.0049):
        lost = replace(found.lost, logits=(most, *range(9)))
        page = loss_page(Names(replace(found, lost=lost), tuple("0123456789"), tuple("0123456789")))
        python = page.rows[0].formula.replace("−", "-").replace(",", "").replace("÷", "/")
        right = 1 / sum(math.exp(logit - most) for logit in lost.logits)
        assert eval(python.replace("e^", f"{math.e}**")) == pytest.approx(right, rel=2e-4)


@pytest.mark.parametrize("refuses", [False, True])
@pytest.mark.parametrize("temperature", [1.0, 1.25])
def test_the_loss_says_why_an_answer_has_other_shares(
    mnist_sample: Dataset, temperature: float, refuses: bool
) -> None:
    classifier = Classifier.starter("mnist") if refuses else classifier_of("simple_net")
    card = replace(classifier.card, temperature=temperature)
    start = StepStart.of_model(Classifier(classifier.model, card))
    found = done(traced(start.with_sketch(mnist_sample.train.images[0], 3), Choice(0)))
    outputs = output_names(card.classes, start.outputs)
    about = loss_page(Names(found, outputs, card.classes)).about
    assert ("divided by 1.25" in about) == (temperature == 1.25)
    assert ("“?” is left out" in about) == refuses
    assert ("other shares" in about) == (refuses or temperature != 1)


@pytest.mark.parametrize("decay", [0.0, 0.1])
@pytest.mark.parametrize("momentum", [0.0, 0.9])
@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_update_ends_at_the_optimizer_s_weight(
    mnist_sample: Dataset, name: str, momentum: float, decay: float
) -> None:
    start = start_of(
        mnist_sample, "simple_net", optimizer=name, momentum=momentum, weight_decay=decay, lr=0.1
    )
    found, pages = walk(start, Choice(0), 10)
    *_, new, own = next(page for page in pages if page.kind is Kind.UPDATE).rows
    assert value(new.value) == pytest.approx(value(own.value), rel=1e-4, abs=1e-5)
    assert value(own.value) == pytest.approx(found.update.optimizers, rel=1e-3)
    python = new.formula.replace("−", "-").replace("·", "*")
    assert eval(python) == pytest.approx(value(new.value), rel=1e-3)
    change, gradient = found.update.moved - found.update.weight, found.update.gradient
    about = next(page for page in pages if page.kind is Kind.UPDATE).about
    assert ("it smaller" in about) == (gradient > 0 > change)
    assert ("it larger" in about) == (gradient < 0 < change)
    after = next(page for page in pages if page.kind is Kind.AFTER).rows
    before, foreseen, alone, moved = (value(row.value) for row in after)
    assert before == pytest.approx(found.after.before, rel=1e-3)
    assert alone == pytest.approx(found.after.only_this, rel=1e-3)
    assert moved == pytest.approx(found.after.all_moved, rel=1e-3)
    assert abs(foreseen - alone) <= abs(before - alone) + 1e-6


def test_numbers_are_written_as_people_read_them() -> None:
    assert written(-0.0310412) == "−0.03104"
    assert written(2.1e-7) == "2.1e-7"
    assert written(-0.0) == "0"
    assert placed(-0.0001, 2) == "0.00"
    assert placed(0.031, 6) == "0.031000"
    assert placed(float("nan"), 2) == "nan"
    assert places_of([0.04, -3.0]) == 3
    assert places_of([0.0, float("inf")]) == 3


@pytest.mark.parametrize("small", [-5.801e-8, 2.5e-12, 5.8e-5, 9.9996e-5])
def test_a_small_number_has_one_spelling_on_a_page(small: float) -> None:
    places = places_of([small])
    both = written(small), placed(small, places)
    assert ["e" in text for text in both] == [abs(small) < 9.9995e-5] * 2
    assert value(both[0]) == pytest.approx(value(both[1]), abs=0.51 * 10**-places)
