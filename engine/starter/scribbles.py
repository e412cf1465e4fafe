"""Drawings that are nothing: scribbles, loops, dots, dense fills and chance strokes.

Lives here: one generator a kind, all of them trained on. What is something, if no digit, lives in
`doodles`; kinds that are kept out of training, to choose by and to measure with, in `unseen`.
Letters and symbols are in `shapes`; LETTER_LIKE is what other alphabets might hold.
"""

from collections.abc import Callable

import numpy as np

from engine.starter.strokes import Drawing, Stroke, smooth_noise, smooth_through

Rng = np.random.Generator


def zigzag(rng: Rng) -> Drawing:
    """Go to and fro while moving on, as to try a pen."""
    count = int(rng.integers(6, 16))
    across = np.linspace(0, rng.uniform(0.5, 2), count)
    height = np.where(np.arange(count) % 2, 1, 0) * rng.uniform(0.6, 1, count)
    return [_turned(np.stack([across + rng.normal(0, 0.05, count), height], axis=1), rng)]


def coil(rng: Rng) -> Drawing:
    """Go round and round while moving on."""
    turns = rng.uniform(2.5, 6)
    t = np.linspace(0, turns * 2 * np.pi, int(turns * 16))
    drift = np.linspace(0, rng.uniform(1.5, 4), len(t))  # no further, or it looks like a thick 1
    return [_turned(np.stack([np.cos(t) + drift, np.sin(t)], axis=1), rng)]


def spiral(rng: Rng) -> Drawing:
    """Go round, wider and wider."""
    turns = rng.uniform(1.8, 5)
    t = np.linspace(0, turns * 2 * np.pi, int(turns * 16))
    radius = t[:, None] + rng.uniform(0, 3)
    return [_turned(np.stack([np.cos(t), np.sin(t)], axis=1) * radius, rng)]


def wander(rng: Rng) -> Drawing:
    """Move the pen about at random, in smooth curves."""
    return [smooth_through(rng.uniform(0, 1, (int(rng.integers(6, 18)), 2)))]


def jags(rng: Rng) -> Drawing:
    """Draw straight from one chance point to the next."""
    return [rng.uniform(0, 1, (int(rng.integers(5, 14)), 2))]


def walk(rng: Rng) -> Drawing:
    """Take many small steps, each turning a little."""
    turn = rng.normal(0, rng.uniform(0.3, 0.8), 90).cumsum()
    return [np.stack([np.cos(turn).cumsum(), np.sin(turn).cumsum()], axis=1)]


def dots(rng: Rng) -> Drawing:
    """Tap the pad in several places."""
    places = rng.uniform(0, 1, (int(rng.integers(4, 12)), 2))
    return [place + rng.normal(0, 0.015, (3, 2)) for place in places]


def sticks(rng: Rng) -> Drawing:
    """Lay a few straight strokes anyhow."""
    count = int(rng.integers(3, 8))
    starts, angle = rng.uniform(0, 1, (count, 2)), rng.uniform(0, np.pi, count)
    reach = np.stack([np.cos(angle), np.sin(angle)], axis=1) * rng.uniform(0.4, 1, (count, 1))
    return [np.linspace(s, s + r, 6) for s, r in zip(starts, reach, strict=True)]


def hatching(rng: Rng) -> Drawing:
    """Draw strokes side by side."""
    count, tilt = int(rng.integers(3, 9)), rng.uniform(-0.4, 0.4)
    lines = [np.linspace((x, 0), (x + tilt, 1), 6) for x in np.linspace(0, 1, count)]
    angle = rng.choice([0.0, np.pi / 2])
    return [rotate(line + rng.normal(0, 0.02, (1, 2)), angle) for line in lines]


def fill(rng: Rng) -> Drawing:
    """Blacken an area with a dense to and fro."""
    count = int(rng.integers(14, 40))
    x = np.linspace(0, rng.uniform(0.4, 1.4), count) + rng.normal(0, 0.02, count)
    y = np.arange(count) % 2 + rng.normal(0, 0.12, count)
    return [_turned(np.stack([x, y], axis=1), rng)]


def ring_with_things(rng: Rng) -> Drawing:
    """Draw a ring, and strokes in or across it."""
    t = np.linspace(0, rng.uniform(5.6, 7), 40) + rng.uniform(0, 6)
    ring = np.stack([np.cos(t), np.sin(t) * rng.uniform(0.7, 1.2)], axis=1)
    inside = rng.uniform(-0.7, 0.7, (int(rng.integers(2, 5)), 1, 2))
    return [ring, *(place + smooth_noise(8, 3, rng) * rng.uniform(0.1, 0.4) for place in inside)]


def chance_strokes(rng: Rng) -> Drawing:
    """Draw two to four short curves that have nothing to do with each other."""
    places = rng.uniform(0, 1, (int(rng.integers(2, 5)), 1, 2))
    return [place + smooth_through(rng.normal(0, 0.28, (4, 2))) for place in places]


def polygon(rng: Rng) -> Drawing:
    """Join three to eight corners round a middle."""
    corners = int(rng.integers(3, 9))
    t = np.sort(rng.uniform(0, 2 * np.pi, corners))
    points = np.stack([np.cos(t), np.sin(t)], axis=1) * rng.uniform(0.4, 1, (corners, 1))
    return [np.concatenate([points, points[:1]])]


def waves(rng: Rng) -> Drawing:
    """Draw a wavy line across the pad."""
    t = np.linspace(0, rng.uniform(11, 24), 80)
    across = np.linspace(0, rng.uniform(2, 6), 80)
    return [_turned(np.stack([across, np.sin(t)], axis=1), rng)]


def unknown_letter(rng: Rng) -> Drawing:
    """Join knots of a 3 x 4 grid by three to five straight or bent strokes."""
    knots = np.array([(x, y) for x in range(3) for y in range(4)], float)
    strokes = []
    for _ in range(int(rng.integers(3, 6))):
        start, end = knots[rng.choice(12, 2, replace=False)]
        bend = (end - start)[::-1] * (1, -1) * rng.choice((0, 0, -0.4, 0.4))
        strokes.append(smooth_through(np.stack([start, (start + end) / 2 + bend, end])))
    return strokes


def maze(rng: Rng) -> Drawing:
    """Go left, right, up and down in turn, by steps of chance."""
    count = int(rng.integers(7, 14))
    steps = rng.choice((-1, 1), count) * rng.integers(1, 4, count)
    ways = np.eye(2)[np.arange(count) % 2]
    return [(ways * steps[:, None]).cumsum(axis=0)]


def cloud(rng: Rng) -> Drawing:
    """Draw a cloud's outline in small arcs."""
    bumps = int(rng.integers(5, 10))
    t = np.linspace(0, 2 * np.pi, 100)
    radius = 1 + 0.3 * np.abs(np.sin(bumps * t / 2))
    return [np.stack([rng.uniform(0.9, 1.8) * np.cos(t) * radius, np.sin(t) * radius], axis=1)]


Generator = Callable[[Rng], Drawing]
SCRIBBLES: tuple[Generator, ...] = (
    zigzag, coil, spiral, wander, jags, walk, dots, sticks, hatching, fill, ring_with_things,
    chance_strokes, polygon, waves, cloud,
)  # fmt: skip
LETTER_LIKE: tuple[Generator, ...] = (unknown_letter, unknown_letter, unknown_letter, maze)


def rotate(stroke: Stroke, angle: float) -> Stroke:
    """Turn a stroke about (0, 0)."""
    cos, sin = np.cos(angle), np.sin(angle)
    turned: Stroke = stroke @ np.array([[cos, sin], [-sin, cos]])
    return turned


def _turned(stroke: Stroke, rng: Rng) -> Stroke:
    return rotate(stroke, rng.uniform(0, 2 * np.pi))
