"""Digits that lie are seen, whatever way; what is no digit isn't judged as one."""

import numpy as np
import pytest

import engine
from engine.data.turns import TURNS
from engine.data.watch import Watch
from engine.inference.orientation import find_turn
from tests.mostly_long import mostly_long

WATCH = Watch(None, "here")


@pytest.fixture(scope="module")
def digits(mnist: engine.Dataset) -> tuple[np.ndarray, list[str]]:
    return mnist.valid.images[:300], [mnist.classes[k] for k in mnist.valid.labels[:300]]


def test_upright_digits_are_upright(digits: tuple[np.ndarray, list[str]]) -> None:
    assert find_turn(*digits, WATCH) == ""


@pytest.mark.parametrize("turn", mostly_long(TURNS, {0, 3}))
def test_each_way_of_lying_is_seen_and_put_right(
    digits: tuple[np.ndarray, list[str]], turn: str
) -> None:
    images, labels = digits
    (back,) = {"turned_left": ["turned_right"], "turned_right": ["turned_left"]}.get(turn, [turn])
    lying = TURNS[back](images)
    assert np.array_equal(TURNS[turn](lying), images)
    assert find_turn(lying, labels, WATCH) == turn


def test_numbered_things_that_are_no_digits_stay_as_they_are(
    digits: tuple[np.ndarray, list[str]],
) -> None:
    images, labels = digits
    others = np.random.default_rng(0).permutation(images)
    assert find_turn(others, labels, WATCH) is None
    assert find_turn(images, ["shirt"] * len(images), WATCH) is None


def test_digits_of_which_hardly_more_are_read_after_turning_stay_as_they_are(
    mnist: engine.Dataset,
) -> None:
    zeros, sevens = (mnist.valid.images[mnist.valid.labels == digit] for digit in (0, 7))
    turned = TURNS["upside_down"](sevens[:12])
    images = np.concatenate([zeros[:55], turned, sevens[12:45]])
    labels = ["0"] * 55 + ["7"] * 12 + ["3"] * 33  # 55 are read as they lie, 67 upside down
    assert find_turn(images, labels, WATCH) is None


def test_a_single_digit_says_nothing(digits: tuple[np.ndarray, list[str]]) -> None:
    images, labels = digits
    ones = np.array(labels) == "1"
    lying = TURNS["turned_left"](images[ones])
    assert find_turn(lying, ["1"] * len(lying), WATCH) is None


def test_too_few_digits_say_nothing(digits: tuple[np.ndarray, list[str]]) -> None:
    assert find_turn(digits[0][:19], digits[1][:19], WATCH) is None
