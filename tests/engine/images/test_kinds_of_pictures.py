"""Digits as people really have them: the starter reads each kind of picture."""

from pathlib import Path

import numpy as np
import pytest

import engine
from engine.images.unipen import read_unipen
from tests.engine.images.picture_kinds import KINDS
from tests.mostly_long import mostly_long

DIGITS = read_unipen(Path(__file__).parents[2] / "data" / "pen_digits.unipen")


@pytest.mark.parametrize("of_each", [1, pytest.param(2, marks=pytest.mark.long)])
@pytest.mark.parametrize("kind", mostly_long(KINDS, {0}))
def test_digits_are_read_as_people_have_them(kind: str, of_each: int) -> None:
    rng = np.random.default_rng(1)
    few = DIGITS[:: 4 // of_each]
    images = [engine.prepare_image(KINDS[kind](digit.strokes, rng)) for digit in few]
    answers = engine.Classifier.starter("mnist").predict_batch(np.stack(images)).argmax(axis=1)
    wrong = [
        digit.label
        for digit, answer in zip(few, answers, strict=True)
        if digit.label != str(answer)
    ]
    assert len(wrong) <= 1, f"of {len(few)} misread: {wrong}"
