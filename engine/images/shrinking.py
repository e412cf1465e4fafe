"""Any picture, of any mode, number type and size -> numbers from 0 to 1, at most 800 px long.

Lives here: shrinking that holds no second large picture in memory and loses no thin line. How modes
and numbers are read is `numbers`' matter, what the colours mean `greys`'.
"""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import PIL.Image
import PIL.ImageFilter
from numpy.typing import NDArray

from engine.images.raster import Raster, Rows

Floats = NDArray[np.float64]

_LARGEST_PX = 800  # a digit needs 20 px, a photo has thousands
_BAND_PX = 1 << 20  # so many pixels are worked on at a time
_LOOKS = 8  # so many rows of blocks tell whether a picture has grain
_CLEAN = 4 / 255  # most blocks of a picture without a camera's grain span no more than this
_AREA_PX = 48  # the tone around a block is looked up among so many to a side


def shrunk(raster: Raster) -> Floats:
    """Return a picture (height, width) or (height, width, channels) whose longer side fits 800 px.

    Blocks of pixels become their mean. In a picture without grain, a block with something of
    another tone in it takes that tone: so a line that is thinner than a block is still all there.
    """
    factor = -(-max(raster.height, raster.width) // _LARGEST_PX)
    if factor == 1:
        return _unit(raster.rows(0, raster.height))
    mean = _in_bands(raster, factor, _mean)
    if _has_grain(raster, factor):
        return mean
    low, high = _in_bands(raster, factor, _lowest), _in_bands(raster, factor, _highest)
    tone = _tone_around(mean)
    return np.where(tone - low > high - tone, low, high)


def _unit(rows: Rows) -> Floats:
    return rows / 255 if rows.dtype == np.uint8 else rows.astype(np.float64)


def _in_bands(raster: Raster, factor: int, shrink: Callable[[Rows, int], Rows]) -> Floats:
    step = factor * max(1, _BAND_PX // (raster.width * factor))
    stops = [*range(0, raster.height, step), raster.height]
    return _unit(np.concatenate([shrink(raster.rows(*ends), factor) for ends in pairwise(stops)]))


def _mean(rows: Rows, factor: int) -> Rows:
    """Return the mean of each block, `factor` pixels to a side; those at the edges may be less."""
    return np.asarray(PIL.Image.fromarray(rows).reduce(factor))


def _lowest(rows: Rows, factor: int) -> Rows:
    return _in_blocks(np.minimum, rows, factor)


def _highest(rows: Rows, factor: int) -> Rows:
    return _in_blocks(np.maximum, rows, factor)


def _in_blocks(best: np.ufunc, rows: Rows, factor: int) -> Rows:
    longer_first = (0, 1) if rows.shape[0] > rows.shape[1] else (1, 0)  # or a row takes minutes
    for axis in longer_first:
        rows = best.reduceat(rows, np.arange(0, rows.shape[axis], factor), axis=axis)
    return rows


def _has_grain(raster: Raster, factor: int) -> bool:
    """Tell from a few rows of blocks whether most blocks of even paper hold more than one tone."""
    places = np.linspace(0, max(0, raster.height - factor), _LOOKS).astype(int)
    bands = [raster.rows(at, min(at + factor, raster.height)) for at in np.unique(places).tolist()]
    spans = [_unit(_highest(band, factor)) - _unit(_lowest(band, factor)) for band in bands]
    return float(np.median(np.concatenate(spans))) > _CLEAN


def _tone_around(mean: Floats) -> Floats:
    """Return the usual tone in the surroundings of each pixel."""
    tones = []
    for channel in np.moveaxis(mean.reshape(*mean.shape[:2], -1), -1, 0):
        picture = PIL.Image.fromarray(np.rint(channel * 255).astype(np.uint8))
        size = picture.size
        picture.thumbnail((_AREA_PX, _AREA_PX), PIL.Image.Resampling.NEAREST)
        area = picture.filter(PIL.ImageFilter.MedianFilter(5))
        tones.append(np.asarray(area.resize(size, PIL.Image.Resampling.NEAREST)))
    return np.stack(tones, axis=-1).reshape(mean.shape) / 255
