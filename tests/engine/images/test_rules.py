"""Lines of ruled paper: found wherever they run, and gone without the strokes that cross them."""

import numpy as np
from numpy.typing import NDArray

from engine.images.rules import without_rules

Floats = NDArray[np.float64]


def paper(slope: float, gap: int, side: int = 400, tone: float = 0.65) -> tuple[Floats, Floats]:
    """Return paper of tone 0.9 with soft lines on it, and how much of a line each pixel holds."""
    down, across = np.indices((side, side)).astype(np.float64)
    away = np.abs((down - slope * across) % gap - gap / 2)
    line = np.clip(2.5 - away, 0, 1)
    return 0.9 + (tone - 0.9) * line, line


def test_lines_get_the_papers_tone_and_strokes_across_them_stay() -> None:
    rng = np.random.default_rng(0)
    for slope in (0.0, 0.07, -0.1):
        grey, _ = paper(slope, 44)
        stroke = np.zeros(grey.shape, bool)
        stroke[80:320, 190:204] = True
        grey = np.where(stroke, 0.2, grey) + rng.normal(0, 0.01, grey.shape)
        for turned in (grey, grey.T):
            found = without_rules(turned)
            found = found if turned is grey else found.T
            inner = np.s_[40:360, 20:380]  # a slanted line that leaves at the bottom may stay
            assert (found[inner][~stroke[inner]] > 0.8).mean() > 0.995
            assert (found[90:310, 192:202] < 0.45).mean() > 0.97


def test_a_margin_goes_alone_and_the_stroke_across_it_stays() -> None:
    page = np.full((300, 400), 0.95)
    page[:, 120:124] = 0.6
    page[140:156, 90:260] = 0.2
    for turned in (page, page.T):
        found = without_rules(turned)
        found = found if turned is page else found.T
        assert (found[:130] > 0.93).all()
        assert (found[145:151, 92:258] < 0.25).all()


def test_a_long_pale_stroke_is_no_margin() -> None:
    page = np.full((300, 300), 0.95)
    page[20:280, 150:154] = 0.6  # as much of the way as a digit may take
    page[140:156, 90:260] = 0.2
    assert without_rules(page) is page
    page[:, 150:154] = 0.5
    page[140:156, 90:260] = 0.4  # nearly as pale
    assert without_rules(page) is page


def test_a_picture_without_lines_is_left_as_it_is() -> None:
    rng = np.random.default_rng(1)
    grey = 0.8 + rng.normal(0, 0.02, (300, 400))
    grey[140:150, 40:360] = 0.2  # one long bar is no ruled paper
    grey[60:240, 200:210] = 0.2
    assert without_rules(grey) is grey
    small, _ = paper(0, 20, side=100)
    assert without_rules(small) is small
