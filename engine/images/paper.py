"""Finds the ink on paper: an array of greys -> how much ink each pixel holds.

Lives here: dark on light or light on dark, and the paper's own tone under uneven light. Which blobs
of ink make up the digit is `blobs`' matter, its place in an image `pixels`'.
"""

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.images.blobs import digit_blobs, with_pale_parts
from engine.images.closing import highest
from engine.images.patches import rim, with_one_tone
from engine.images.rules import without_rules
from engine.images.softness import firmed, is_enlarged

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

SMALL_PX = 64  # up to here a picture is a scan of one digit, and its paper one even tone
_EVEN = 0.2  # or where this part of it has one tone, and nearly all of its rim: no camera's noise
_EVEN_RIM = 0.7
_ALIKE = 2.5 / 255  # tones that differ by less are one
_THUMB_PX = 128  # the paper's tone changes slowly; this many pixels tell it
_LINE_WIDTHS = (0.03, 0.06, 0.12, 0.24)  # of the picture's longer side
_USUALLY_DARK = 0.3  # people photograph pens on paper more often than chalk on boards
_FAINTEST = 0.04  # ink that is no darker than this against its paper is no ink
_CLEAR_OF_GRAIN = 6  # deviations of the paper's grain that ink must stand out by
_STEEP = 0.25  # ink has edges where at least this part of its darkness is gained; shade has none
_INK_LEVEL = 0.45  # of the ink's full strength, below which a pixel belongs to the paper
_PALE = 0.16  # or so much, in a stroke that goes on from there
_PALER = 0.6  # of the full strength: ink that is nowhere near it is pale
_PALE_SHARE = 0.04  # of the ink that is pale, at least, to be made up for


def ink_on_paper(grey: Floats) -> Floats:
    """Return the ink of a picture (height, width), 0 paper to 1 full ink; all 0 if it is blank."""
    if _is_blank(grey):
        return np.zeros_like(grey)
    if max(grey.shape) > SMALL_PX:
        grey = with_one_tone(grey)
    if not ink_is_dark(grey):
        grey = 1 - grey
    grey = without_rules(grey)
    if _is_blank(grey):  # there was nothing but rules
        return np.zeros_like(grey)
    even = _is_even(grey)
    paper = np.full_like(grey, _light_tone(grey)) if even else _uneven_tone(grey)
    if not even:
        grey = _blurred(grey, max(grey.shape) / 700)
    darkness = (paper - grey) / np.maximum(paper, 0.2)
    grain, noise, full = _strengths(darkness)
    needed = _FAINTEST if even else max(_FAINTEST, _CLEAR_OF_GRAIN * noise)
    if full - grain < needed or not (even or _steepest(darkness) >= _STEEP * (full - grain)):
        return np.zeros_like(grey)
    if even and (firm := firmed(np.clip((darkness - grain) / (full - grain), 0, 1))) is not None:
        darkness, grain, noise, full = firm, 0.0, 0.0, 1.0
    blobs = digit_blobs(darkness - grain > _INK_LEVEL * (full - grain), darkness, photo=not even)
    floor = min(grain + 2.5 * noise, grain + 0.3 * (full - grain))
    blobs = with_pale_parts(blobs, darkness - grain, max(_PALE * (full - grain), 6 * noise))
    local = _local_strength(blobs, darkness, grain, full)
    return np.where(blobs, np.clip((darkness - floor) / (local - floor), 0, 1), 0.0)


def _is_blank(grey: Floats) -> bool:
    return float(np.ptp(grey)) < _FAINTEST


def _local_strength(
    blobs: NDArray[np.bool_], darkness: Floats, grain: float, full: float
) -> Floats:
    """Return the darkness of full ink at each pixel: less where a stroke is pale for a while."""
    rows, columns = np.nonzero(blobs)
    extent = max(np.ptp(rows), np.ptp(columns)) if len(rows) else 0
    reach = max(2, int(extent) // 30)  # past the soft edges, whatever lies around the digit
    most = highest(highest(np.where(blobs, darkness, 0.0), reach, 0), reach, 1)
    if (most[blobs] - grain < _PALER * (full - grain)).mean() < _PALE_SHARE:
        return np.full_like(darkness, full)
    return np.clip(most, grain + 2 * _PALE * (full - grain), full)


def ink_is_dark(grey: Floats) -> bool:
    """Tell dark ink on light paper from light ink on dark.

    Paper is what most of a picture is, and most of its edge. Where light and shadow blur that, the
    ink is what makes lines.
    """
    light = grey > otsu(grey)
    vote = float(light.mean() - 0.5 + light[rim(light.shape)].mean() - 0.5)
    if not _is_even(grey):
        thumb, _ = _levelled(_thumbnail(grey))
        dark, bright = _lines(thumb), _lines(-thumb)
        clear = np.maximum(dark, bright)
        first = int(np.argmax(clear >= 0.3 * clear.max()))
        vote += _USUALLY_DARK + float((dark - bright)[first] / max(clear[first], 1e-12))
    return vote > 0


def otsu(values: Floats) -> float:
    """Return the threshold that parts the values into the two most different classes (Otsu)."""
    counts, edges = np.histogram(values, bins=128)
    middles = (edges[:-1] + edges[1:]) / 2
    below = counts.cumsum()[:-1]
    above = values.size - below
    mass = (counts * middles).cumsum()
    mean_below = mass[:-1] / np.maximum(below, 1)
    mean_above = (mass[-1] - mass[:-1]) / np.maximum(above, 1)
    between = below * above * (mean_above - mean_below) ** 2
    best = np.flatnonzero(between == between.max())
    return float(edges[1 + (best[0] + best[-1]) // 2])


def _is_even(grey: Floats) -> bool:
    """Tell whether a picture's paper is one even tone: that of its rim, and no camera's.

    A digit of few pixels may take up most of its rim.
    """
    if max(grey.shape) <= SMALL_PX:
        return True
    edge = grey[rim(grey.shape)]
    tone = float(np.median(edge))
    of_rim, of_all = ((np.abs(part - tone) < _ALIKE).mean() for part in (edge, grey))
    return bool(of_all > _EVEN and of_rim > _EVEN_RIM) or is_enlarged(grey)


def _light_tone(grey: Floats) -> float:
    return float(np.median(grey[grey > otsu(grey)]))


def _uneven_tone(grey: Floats) -> Floats:
    """Return the tone that the paper would have at each pixel, light and shadow included."""
    thumb, slope = _levelled(_thumbnail(grey))
    strengths = _lines(thumb)
    width = _LINE_WIDTHS[int(np.argmax(strengths >= 0.5 * strengths.max()))]
    tone = _blurred(_closed(thumb, min(2 * width, _LINE_WIDTHS[-1])), 1) + slope
    picture = PIL.Image.fromarray(tone.astype(np.float32))
    size = (grey.shape[1], grey.shape[0])
    return np.asarray(picture.resize(size, PIL.Image.Resampling.BILINEAR), np.float64)


def _levelled(thumb: Floats) -> tuple[Floats, Floats]:
    """Take the even slope of the light (a fitted plane) out of a picture; return both."""
    down, across = np.indices(thumb.shape).reshape(2, -1)
    terms = np.stack((np.ones(thumb.size), across, down), axis=1)
    slope = (terms @ np.linalg.lstsq(terms, thumb.ravel())[0]).reshape(thumb.shape)
    return thumb - slope, slope


def _lines(thumb: Floats) -> Floats:
    """Return how strongly dark lines up to each of the usual widths show; one number a width."""
    depths = [_closed(thumb, width) - thumb for width in _LINE_WIDTHS]
    return np.array([np.cbrt((depth**3).sum()) for depth in depths])


def _closed(thumb: Floats, width: float) -> Floats:
    """Remove what is dark and narrower than `width` of the picture (a morphological closing)."""
    reach = max(1, round(max(thumb.shape) * width / 2))
    wide = highest(highest(thumb, reach, 0), reach, 1)
    return -highest(highest(-wide, reach, 0), reach, 1)


def _strengths(darkness: Floats) -> tuple[float, float, float]:
    """Return the darkness of bare paper, its deviation, and the darkness of full ink."""
    dark = darkness > otsu(darkness)
    grain = float(np.median(darkness[~dark]))
    noise = 1.5 * float(np.median(np.abs(darkness[~dark] - grain)))
    return grain, noise, float(np.percentile(darkness[dark], 85)) if dark.any() else grain


def _steepest(darkness: Floats) -> float:
    """Return the largest change within three pixels of a thumbnail."""
    thumb = np.pad(_thumbnail(darkness), 1, mode="edge")
    down, across = np.abs(thumb[2:] - thumb[:-2]), np.abs(thumb[:, 2:] - thumb[:, :-2])
    return float(max(down.max(), across.max()))


def _thumbnail(grey: Floats) -> Floats:
    picture = PIL.Image.fromarray(grey.astype(np.float32))
    picture.thumbnail((_THUMB_PX, _THUMB_PX), PIL.Image.Resampling.BOX)
    return np.asarray(picture, np.float64)


def _blurred(values: Floats, radius: float) -> Floats:
    """Smooth with a Gaussian of the given deviation in pixels, (1, 2, 1) at a time."""
    for _ in range(round(2 * radius * radius)):
        for _ in range(2):
            padded = np.pad(values, ((1, 1), (0, 0)), mode="edge")
            values = ((padded[:-2] + padded[2:]) / 4 + values / 2).T
    return values
