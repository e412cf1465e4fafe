"""Ink and paper: which is which, in even and uneven light."""

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.images.paper import ink_is_dark, ink_on_paper, otsu

Floats = NDArray[np.float64]


def ring(side: int, radius: float, width: float) -> Floats:
    """Return the ink of a soft-edged 0, (side, side)."""
    down, across = np.indices((side, side)) - side / 2
    ink: Floats = np.clip(width / 2 + 0.5 - np.abs(np.hypot(down, across) - radius), 0, 1)
    return ink


def test_the_threshold_parts_two_heaps() -> None:
    rng = np.random.default_rng(0)
    values = np.concatenate((rng.normal(0.2, 0.03, 300), rng.normal(0.8, 0.05, 4000)))
    assert 0.3 < otsu(values) < 0.65


@pytest.mark.parametrize("side", [16, 60, 280])
@pytest.mark.parametrize("fill", [0.25, 0.42])
@pytest.mark.parametrize("thick", [0.08, 0.16])
def test_polarity_is_told_in_even_light(side: int, fill: float, thick: float) -> None:
    ink = ring(side, side * fill, side * thick)
    assert ink_is_dark(1 - ink)
    assert not ink_is_dark(ink)


@pytest.mark.parametrize("contrast", [1.0, 0.3, 0.1])
def test_full_ink_is_one_and_paper_zero_at_any_contrast(contrast: float) -> None:
    ink = ring(100, 30, 9)
    found = ink_on_paper(0.9 - 0.9 * contrast * ink)
    np.testing.assert_allclose(found, ink, atol=0.02)


def test_ink_in_uneven_light_is_found_where_it_is() -> None:
    rng = np.random.default_rng(1)
    ink = ring(400, 110, 22)
    light = np.linspace(0.9, 0.45, 400) * np.linspace(1, 0.8, 400)[:, None]
    found = ink_on_paper(light * (1 - 0.75 * ink) + rng.normal(0, 0.015, ink.shape))
    assert np.abs(found - ink).mean() < 0.02
    assert ((found > 0.5) != (ink > 0.5)).mean() < 0.01


def test_chalk_on_a_board_is_light_ink() -> None:
    rng = np.random.default_rng(2)
    chalk = ring(300, 80, 14)
    light = np.linspace(1, 0.5, 300)
    board = light * (0.2 + 0.6 * chalk) + rng.normal(0, 0.02, chalk.shape)
    assert not ink_is_dark(board)
    assert np.abs(ink_on_paper(board) - chalk).mean() < 0.05


def test_in_doubt_the_ink_is_dark() -> None:
    """Dark and light lines on grey, each the other's mirror image: nothing speaks for either."""
    half = np.random.default_rng(3).uniform(0.1, 0.9, (200, 100))
    half[40:160, 46:54] = 0.1
    picture = np.concatenate([half, 1 - half[:, ::-1]], axis=1)
    np.testing.assert_allclose(1 - picture[:, ::-1], picture)
    assert ink_is_dark(picture)
    assert ink_is_dark(1 - picture)


@pytest.mark.parametrize("grain", [0.02, 0.04])
def test_a_blank_sheet_in_a_grainy_photo_is_blank(grain: float) -> None:
    for seed in range(4):
        sheet = np.random.default_rng(seed).normal(0.6, grain, (300, 260)).clip(0, 1)
        assert not ink_on_paper(sheet).any()


def test_a_page_of_nothing_but_rules_is_blank() -> None:
    page = np.full((246, 247), 0.5)
    for top, bottom in ((64, 67), (83, 90), (106, 113)):
        page[top:bottom] = 0.0
    for turned in (page, page.T):
        assert not ink_on_paper(turned).any()
