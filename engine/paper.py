"""Finds the ink on paper: an array of greys -> how much ink each pixel holds.

Lives here: dark on light or light on dark, uneven light, noise, specks and page edges. Where the
digit then goes in its 28x28 image is `engine.pixels`' matter.
"""

import numpy as np
import PIL.Image
import PIL.ImageFilter
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

_SMALL_PX = 64  # up to here a picture is a scan of one digit: its paper is one even tone
_THUMB_PX = 128  # the paper's tone changes slowly; this many pixels tell it
_WIDEST_STROKE = 0.27  # of the picture's longer side: anything wider is a shadow or a table
_FAINTEST = 0.04  # ink that is no darker than this against its paper is no ink
_INK_LEVEL = 0.45  # of the ink's full strength, below which a pixel belongs to the paper
_SPECK = 0.04  # a blob with less ink than this part of the biggest one is dirt
_INSIDE = 0.25  # a blob this big that stays off the border makes those on the border page edges


def ink_on_paper(grey: Floats) -> Floats:
    """Return the ink of a picture (height, width), 0 paper to 1 full ink; all 0 if it is blank."""
    if float(np.ptp(grey)) < _FAINTEST:
        return np.zeros_like(grey)
    if not ink_is_dark(grey):
        grey = 1 - grey
    paper = _paper_tone(grey)
    darkness = np.clip(1 - grey / np.maximum(paper, 0.2), 0, None)
    full, noise = _ink_strength(darkness)
    if full < max(_FAINTEST, 4 * noise):
        return np.zeros_like(grey)
    blobs = _digit_blobs(darkness > _INK_LEVEL * full, darkness)
    floor = min(2.5 * noise, 0.3 * full)
    ink = np.clip((darkness - floor) / (full - floor), 0, 1)
    return np.where(_grown(blobs, 1 + max(grey.shape) // 200), ink, 0.0)


def ink_is_dark(grey: Floats) -> bool:
    """Tell dark ink on light paper from light ink on dark: paper is most of it, and its edge."""
    light = grey > _otsu(grey)
    edge = np.concatenate((light[0], light[-1], light[:, 0], light[:, -1]))
    vote = light.mean() - 0.5 + edge.mean() - 0.5
    if max(grey.shape) > _SMALL_PX:
        thumb = _thumbnail(grey)
        dark_lines = float((_closed(thumb) - thumb).sum())
        light_lines = float((_closed(1 - thumb) - (1 - thumb)).sum())
        vote += (dark_lines - light_lines) / (dark_lines + light_lines)
    return bool(vote > 0)


def _otsu(values: Floats) -> float:
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


def _thumbnail(grey: Floats) -> Floats:
    picture = PIL.Image.fromarray(grey.astype(np.float32))
    picture.thumbnail((_THUMB_PX, _THUMB_PX), PIL.Image.Resampling.BOX)
    return np.asarray(picture, np.float64)


def _closed(thumb: Floats) -> Floats:
    """Remove what is dark and narrower than the widest stroke (a morphological closing)."""
    reach = int(max(thumb.shape) * _WIDEST_STROKE / 2)
    return -_highest(-_highest(thumb, reach), reach)


def _highest(values: Floats, reach: int) -> Floats:
    """Return the highest value within `reach` pixels, along both axes."""
    for _ in range(2):
        padded = np.pad(values, ((reach, reach), (0, 0)), mode="edge")
        windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1, axis=0)
        values = windows.max(axis=-1).T
    return values


def _paper_tone(grey: Floats) -> Floats:
    """Return the tone that the paper would have at each pixel, light and shadow included."""
    if max(grey.shape) <= _SMALL_PX:
        return np.full_like(grey, np.median(grey[grey > _otsu(grey)]))
    tone = PIL.Image.fromarray(_closed(_thumbnail(grey)).astype(np.float32))
    size = (grey.shape[1], grey.shape[0])
    return np.asarray(tone.resize(size, PIL.Image.Resampling.BILINEAR), np.float64)


def _ink_strength(darkness: Floats) -> tuple[float, float]:
    """Return how dark full ink is, and how dark the paper's own grain gets (one deviation)."""
    dark = darkness > _otsu(darkness)
    if not dark.any():
        return 0.0, 0.0
    full = float(np.percentile(darkness[dark], 85))
    noise = 1.5 * float(np.median(darkness[~dark]))
    return full, noise


def _digit_blobs(mask: Mask, darkness: Floats) -> Mask:
    """Keep the blobs that make up the digit; drop specks, and page edges along the border."""
    labels = _labelled(mask)
    names, where = np.unique(labels[mask], return_inverse=True)
    amounts = np.bincount(where, weights=darkness[mask])
    keep = amounts > _SPECK * amounts.max()
    frame = np.concatenate((labels[0], labels[-1], labels[:, 0], labels[:, -1]))
    inside = ~np.isin(names, frame)
    if max(mask.shape) > _SMALL_PX and (amounts * inside).max() > _INSIDE * amounts.max():
        keep &= inside
    kept = np.zeros_like(mask)
    kept[mask] = keep[where]
    return kept


def _labelled(mask: Mask) -> NDArray[np.intp]:
    """Number the blobs of touching pixels, diagonals too: each by its first pixel's index + 1."""
    labels = np.where(mask, np.arange(1, mask.size + 1).reshape(mask.shape), 0)
    flat = labels.ravel()
    pairs = [
        (labels[:, :-1], labels[:, 1:]),
        (labels[:-1], labels[1:]),
        (labels[:-1, :-1], labels[1:, 1:]),
        (labels[:-1, 1:], labels[1:, :-1]),
    ]
    touching = [(a > 0) & (b > 0) for a, b in pairs]
    first = np.concatenate([a[both] for (a, _), both in zip(pairs, touching, strict=True)]) - 1
    second = np.concatenate([b[both] for (_, b), both in zip(pairs, touching, strict=True)]) - 1
    parent = np.arange(mask.size)
    while True:
        low = np.minimum(parent[first], parent[second])
        high = np.maximum(parent[first], parent[second])
        apart = low != high
        if not apart.any():
            break
        np.minimum.at(parent, high[apart], low[apart])
        while (parent != parent[parent]).any():
            parent = parent[parent]
    return np.where(mask, parent[flat - 1].reshape(mask.shape) + 1, 0)


def _grown(mask: Mask, reach: int) -> Mask:
    picture = PIL.Image.fromarray(mask.astype(np.uint8))
    return np.asarray(picture.filter(PIL.ImageFilter.MaxFilter(2 * reach + 1))) > 0
