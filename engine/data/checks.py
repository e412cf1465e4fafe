"""Looks at what was read: is the paper light, do images lie, is a class tiny, is one there twice?

What can be put right is, unless it is to stay as it is; all of it is told.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset_images import FRAME, light_paper
from engine.data.findings import Finding, changed, noticed
from engine.data.reading import Part, Raw
from engine.data.splits import Split
from engine.data.turns import TURNS, FindTurn
from engine.data.watch import Watch

TINY = 10  # images of a class to learn from; fewer are told

_AT_ONCE = 10_000  # images
_MIXED_SHARE, _MIXED_LEAST = 0.02, 5  # images on other paper than most; fewer are chance
_BLACK, _EVEN, _MOST = 12, 40, 0.9  # greys of 255 twice, and a share of the images
_FAINTEST = 32  # greys between paper and ink; less is no ink
_LOOKED_AT = 500  # images, to see how they lie


def put_right(raw: Raw, find_turn: FindTurn, watch: Watch) -> tuple[Raw, list[Finding]]:
    """Return images with light ink on black that stand upright, and what was done for it."""
    findings: list[Finding] = []
    sides = [side for side in (raw.train, raw.valid) if side is not None and len(side)]
    most = max(_lightest(side.images, watch) for side in sides)
    if 0 < most < _FAINTEST:
        sides = [Part(_each(side.images, _brightened(most), watch), side.labels) for side in sides]
        findings.append(changed("faint", most=most, n=sum(map(len, sides))))
    light = np.concatenate([_light(side.images, watch) for side in sides])
    if light.mean() > 0.5:
        sides = [Part(_each(side.images, _turned_round, watch), side.labels) for side in sides]
        findings.append(changed("light_paper", n=len(light)))
    others = min(int(light.sum()), int((~light).sum()))
    if others >= _MIXED_LEAST and others > _MIXED_SHARE * len(light):
        findings.append(noticed("mixed_paper", n=int(light.sum()), images=len(light)))
    if _is_grey([side.images for side in sides], watch):
        sides = [Part(_each(side.images, _stretched, watch), side.labels) for side in sides]
        findings.append(changed("grey_paper", n=len(light)))
    turn = _turn(raw, sides[0], find_turn, watch)
    if turn:
        sides = [Part(_each(side.images, TURNS[turn], watch), side.labels) for side in sides]
        findings.append(changed(turn))
    valid = sides[1] if len(sides) > 1 else raw.valid
    return Raw(sides[0], valid, raw.findings), findings


def look_at(
    train: Split,
    valid: Split,
    classes: Sequence[str],
    marks: Sequence[NDArray[np.uint64]],
    watch: Watch,
) -> list[Finding]:
    """Return what looks odd in a dataset that is whole; `marks` are its images' digests."""
    findings = []
    learned = np.bincount(train.labels, minlength=len(classes))
    tiny = [name for name, count in zip(classes, learned, strict=True) if count < TINY]
    if tiny:
        findings.append(noticed("tiny_classes", n=len(tiny), classes=tiny, least=TINY))
    checked = np.bincount(valid.labels, minlength=len(classes))
    unchecked = [name for name, count in zip(classes, checked, strict=True) if not count]
    if unchecked:
        findings.append(noticed("classes_not_checked", n=len(unchecked), classes=unchecked))
    shared = _shared(marks[0], marks[1], watch)
    if shared:
        findings.append(noticed("on_both_sides", n=shared))
    plain = sum(_plain(split.images, watch) for split in (train, valid))
    if plain:
        findings.append(noticed("blank_images", n=plain))
    return findings


def _shared(learned: NDArray[np.uint64], checked: NDArray[np.uint64], watch: Watch) -> int:
    """Return how many of the images to validate on are there to learn from, too."""
    known = np.sort(learned)
    parts = [checked[part] for part in watch.slices(len(checked), _AT_ONCE)]
    last = len(known) - 1
    return sum(int((known[np.searchsorted(known, p).clip(max=last)] == p).sum()) for p in parts)


def _plain(images: NDArray[np.uint8], watch: Watch) -> int:
    """Return how many images are of one tone."""
    pixels = images.reshape(len(images), -1)
    parts = watch.slices(len(images), _AT_ONCE)
    return int(sum((pixels[part].max(1) == pixels[part].min(1)).sum() for part in parts))


def _light(images: NDArray[np.uint8], watch: Watch) -> NDArray[np.bool_]:
    parts = watch.slices(len(images), _AT_ONCE)
    return np.concatenate([light_paper(images[part]) for part in parts])


def _each(images: NDArray[np.uint8], change: object, watch: Watch) -> NDArray[np.uint8]:
    """Change images some at a time, in place where they can be written to: they may be many."""
    assert callable(change)
    result = images if images.flags.writeable else np.empty_like(images)
    for part in watch.slices(len(images), _AT_ONCE):
        result[part] = change(images[part]).copy()
    return result


def _lightest(images: NDArray[np.uint8], watch: Watch) -> int:
    return max(int(images[part].max()) for part in watch.slices(len(images), _AT_ONCE))


def _brightened(most: int) -> Callable[[NDArray[np.uint8]], NDArray[np.uint8]]:
    """Return what makes the lightest grey white: 16 bits of which twelve are used, or 0 and 1."""
    table = np.rint(np.arange(256) * 255 / most).clip(0, 255).astype(np.uint8)
    return lambda images: table[images]


def _turned_round(images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return 255 - images


def _is_grey(sides: Sequence[NDArray[np.uint8]], watch: Watch) -> bool:
    """Tell by the images' edges, ink being light, whether even paper is far from black.

    Pictures that fill their frame have edges of many tones, and stay as they are.
    """
    low, paper, high = np.concatenate(
        [
            np.percentile(images[part][:, FRAME], (10, 50, 90), axis=1)
            for images in sides
            for part in watch.slices(len(images), _AT_ONCE)
        ],
        axis=1,
    )
    return bool(np.mean(high - low < _EVEN) > _MOST and np.median(paper) > _BLACK)


def _stretched(images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return images whose paper is 0 and whose lightest ink is 255; blank ones become black."""
    paper = np.median(images[:, FRAME], axis=1)[:, None, None]
    reach = np.maximum(images.max(axis=(1, 2), keepdims=True) - paper, _FAINTEST)
    stretched: NDArray[np.float64] = ((images - paper) * (255 / reach)).clip(0, 255)
    return stretched.round().astype(np.uint8)


def _turn(raw: Raw, train: Part, find_turn: FindTurn, watch: Watch) -> str:
    """Return how the images lie: by looking at some, or else as the files' names have it."""
    rows = np.unique(np.linspace(0, len(train) - 1, _LOOKED_AT).astype(int))
    seen = find_turn(train.images[rows], train.labels[rows].tolist(), watch)
    return seen if seen is not None else "transposed" if raw.transposed else ""
