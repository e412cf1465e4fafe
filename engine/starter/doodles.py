"""Drawings that are something, if no digit: nets, stars, arrows, lakes, things struck out.

Lives here: one generator a kind, all of them trained on, like those of `scribbles`.
"""

import numpy as np

from engine.starter.scribbles import (
    Generator,
    Rng,
    coil,
    jags,
    rotate,
    spiral,
    sticks,
    wander,
    waves,
    zigzag,
)
from engine.starter.strokes import Drawing, smooth_through, unit


def tangle(rng: Rng) -> Drawing:
    """Draw on and on in curves, until nothing can be told from it."""
    return [smooth_through(rng.uniform(0, 1, (int(rng.integers(18, 50)), 2)))]


def parts(rng: Rng) -> Drawing:
    """Put lines, arcs and bends together anyhow, each at the last one's end or elsewhere."""
    strokes: Drawing = []
    for _ in range(int(rng.integers(3, 7))):
        t = np.linspace(0, rng.uniform(0.3, 1.2), 12)
        heading = rng.uniform(0, 2 * np.pi) + rng.choice((0.0, 2.0, 4.0, 6.0)) * t
        steps = np.stack([np.cos(heading), np.sin(heading)], axis=1) * t[1]
        joined = bool(strokes) and rng.random() < 0.6
        start = strokes[-1][rng.choice((5, -1))] if joined else rng.uniform(0, 1, 2)
        strokes.append(start + steps.cumsum(axis=0))
    return strokes


def rays(rng: Rng) -> Drawing:
    """Draw lines through one middle, or out of it."""
    count, inner = int(rng.integers(3, 9)), rng.choice((-1.0, 0.0, 0.4))
    angles = np.arange(count) * np.pi / count * (1 if inner < 0 else 2) + rng.normal(0, 0.1, count)
    ways = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return [np.linspace(way * inner, way * rng.uniform(0.8, 1.1), 6) for way in ways]


def rings(rng: Rng) -> Drawing:
    """Draw rings or corners inside each other."""
    corners = int(rng.choice((3, 4, 5, 40)))
    t = np.linspace(0, 2 * np.pi, corners + 1) + rng.uniform(0, 6)
    ring = np.stack([np.cos(t), np.sin(t)], axis=1)
    radii = rng.uniform(0.2, 0.45) + np.arange(int(rng.integers(2, 4))) * 0.35
    return [ring * radius + rng.normal(0, 0.04, (1, 2)) for radius in radii]


def grid(rng: Rng) -> Drawing:
    """Cross lines with lines: a fence, a net, a field for a game."""
    lines: Drawing = []
    for angle in (0.0, np.pi / 2):
        places = np.linspace(-0.8, 0.8, int(rng.integers(2, 5))) * rng.uniform(0.4, 1.1)
        lines += [rotate(np.linspace((x, -1), (x, 1), 6), angle) for x in places]
    return [rotate(line, rng.choice((0.0, 0.0, 0.78))) for line in lines]


def blob(rng: Rng) -> Drawing:
    """Draw round a lake: an outline with bays."""
    t = np.linspace(0, 2 * np.pi, 80)[:, None]
    waves = np.cos(t * np.arange(2, 6) + rng.uniform(0, 6, 4)) @ rng.uniform(0.08, 0.3, 4)
    return [np.concatenate([np.cos(t), np.sin(t)], axis=1) * (1 + waves[:, None])]


def comb(rng: Rng) -> Drawing:
    """Draw a line with teeth."""
    places = np.linspace(0, 1, int(rng.integers(3, 8)))
    spine, reach, start = np.linspace((0, 0), (1, 0), 8), rng.uniform(0.2, 0.8), rng.choice((0, 1))
    teeth = [np.linspace((x, -reach * start), (x, reach), 6) for x in places]
    return _turned_together([spine, *teeth], rng)


def star(rng: Rng) -> Drawing:
    """Draw a star in one go."""
    points, skip = ((5, 2), (7, 3), (7, 2), (8, 3), (9, 4))[rng.integers(5)]
    t = np.arange(points + 1) * skip * 2 * np.pi / points + rng.uniform(0, 6)
    return [np.stack([np.cos(t), np.sin(t)], axis=1) * rng.uniform(0.8, 1.2, (points + 1, 1))]


def arrows(rng: Rng) -> Drawing:
    """Point somewhere, or both ways."""
    shaft = np.linspace((0, 0), (1, 0), 8)
    head = np.array([[-0.3, 0.25], [0, 0], [-0.3, -0.25]]) * rng.uniform(0.6, 1.4, (1, 2))
    drawing = [shaft, head + np.array([1, 0]), head * (-1, 1)][: int(rng.integers(2, 4))]
    return _turned_together(drawing, rng)


def struck_out(rng: Rng) -> Drawing:
    """Draw something and strike it out."""
    thing = unit(ONE_OF[rng.integers(len(ONE_OF))](rng))
    count, angle = int(rng.integers(3, 7)), rng.uniform(0, np.pi)
    lines = [np.linspace((x, -0.7), (x, 0.7), 6) for x in np.linspace(-0.5, 0.5, count)]
    return [*thing, *(rotate(line, angle) for line in lines)]


def two_things(rng: Rng) -> Drawing:
    """Draw one thing over another, or beside it."""
    one, other = (unit(ONE_OF[i](rng)) for i in rng.integers(len(ONE_OF), size=2))
    shift, scale = rng.normal(0, 0.5, 2), rng.uniform(0.4, 1.2)
    return [*one, *(stroke * scale + shift for stroke in other)]


ONE_OF: tuple[Generator, ...] = (
    zigzag, coil, spiral, wander, jags, sticks, waves, parts, rings, blob,
)  # fmt: skip
DOODLES: tuple[Generator, ...] = (
    tangle, parts, rays, rings, grid, blob, comb, star, arrows, struck_out, two_things,
)  # fmt: skip


def _turned_together(drawing: Drawing, rng: Rng) -> Drawing:
    angle = rng.uniform(0, 2 * np.pi)
    return [rotate(stroke, angle) for stroke in drawing]
