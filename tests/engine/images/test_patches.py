"""Papers of several tones: a strip beside a digit becomes paper, and nothing else is touched."""

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.images.paper import ink_on_paper
from engine.images.patches import with_one_tone

Floats = NDArray[np.float64]


def strip_and_ink(ink: float, paper: float, strip: float) -> tuple[Floats, NDArray[np.bool_]]:
    """Return a page with a strip along one side and a stroke that crosses it, and the stroke."""
    page = np.full((200, 160), paper)
    page[:, 110:] = strip
    stroke = np.zeros(page.shape, bool)
    stroke[90:104, 30:140] = True
    page[stroke] = ink
    return page, stroke


@pytest.mark.parametrize(
    ("ink", "paper", "strip"), [(0.9, 0.15, 0.65), (0.9, 0.65, 0.15), (0.1, 0.95, 0.4)]
)
def test_ink_alone_is_left_where_a_strip_lies_beside_it(
    ink: float, paper: float, strip: float
) -> None:
    for turns in range(4):
        page, stroke = (np.rot90(part, turns) for part in strip_and_ink(ink, paper, strip))
        found = ink_on_paper(page) > 0.5
        np.testing.assert_array_equal(found, stroke)


def test_a_page_of_one_tone_or_without_ink_of_its_own_comes_back_as_it_is() -> None:
    even, _ = strip_and_ink(0.2, 0.9, 0.9)
    between, _ = strip_and_ink(0.5, 0.9, 0.1)
    no_ink, _ = strip_and_ink(0.9, 0.9, 0.1)
    grain = even + np.random.default_rng(0).normal(0, 0.05, even.shape).clip(-0.1, 0.1)
    busy, _ = strip_and_ink(0.9, 0.15, 0.65)
    busy[:, :60] = np.random.default_rng(0).uniform(0.15, 0.65, (200, 60))  # 44 % of the rim
    for page in (even, between, no_ink, grain, busy):
        assert with_one_tone(page) is page
