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


def stairs(rng: Rng) -> Drawing:
    """Climb step by step."""
    steps = int(rng.integers(3, 6))  # more would be a thick 1, in so few pixels
    corners = np.repeat(np.arange(steps + 1), 2)
    return [np.stack([corners[1:], -corners[:-1] * rng.uniform(0.6, 1.4)], axis=1).astype(float)]


def house(rng: Rng) -> Drawing:
    """Draw walls, a roof, and perhaps a door and a window."""
    wide, high, eaves = rng.uniform(0.5, 1.2), rng.uniform(0.4, 1), rng.uniform(0, 0.3)
    walls = np.array([(-wide, 0), (-wide, high), (wide, high), (wide, 0)])
    roof = np.array([(-wide - eaves, 0), (0, -rng.uniform(0.4, 1)), (wide + eaves, 0)])
    door = np.array([(-0.1, high), (-0.1, 0.4 * high), (0.15, 0.4 * high), (0.15, high)])
    corner = np.array([0.25 * wide, 0.1 * high])
    pane = corner + np.array([(0, 0), (0.25, 0), (0.25, 0.2), (0, 0.2), (0, 0)])
    return [walls, np.concatenate([roof, roof[:1]]), door, pane][: int(rng.integers(2, 5))]


def face(rng: Rng) -> Drawing:
    """Draw a head that smiles, or doesn't."""
    t = np.linspace(0, 2 * np.pi, 40)
    head = np.stack([np.cos(t) * rng.uniform(0.7, 1.1), np.sin(t)], axis=1)
    eye = np.stack([np.cos(t), np.sin(t)], axis=1) * rng.uniform(0.03, 0.14)
    x, bend = np.linspace(-1, 1, 12), rng.uniform(-0.3, 0.4)
    mouth = np.stack([0.4 * x, 0.45 - bend * x**2], axis=1)
    return [head, eye - (0.35, 0.3), eye - (-0.35, 0.3), mouth]


def fish(rng: Rng) -> Drawing:
    """Draw a body and a tail in one line, and perhaps an eye."""
    t = np.linspace(0.5, 2 * np.pi - 0.5, 50)
    body = np.stack([-np.cos(t), np.sin(t) * rng.uniform(0.35, 0.7)], axis=1)
    reach, spread = rng.uniform(0.3, 0.8), rng.uniform(0.2, 0.6)
    tail = np.array([(-0.9 - reach, spread), (-0.9 - reach, -spread)])
    outline = np.concatenate([body, tail, body[:1]])
    return [outline * (rng.choice((-1, 1)), 1), np.array([(0.5, -0.1), (0.52, -0.1)])]


def lightning(rng: Rng) -> Drawing:
    """Draw a flash's outline."""
    wide = rng.uniform(0.2, 0.5)
    line = np.array([(0.3, -1), (-0.4, 0.1), (0.05, 0), (-0.3, 1), (0.6, -0.25), (0.1, -0.15)])
    return [np.concatenate([line, [(0.3 + wide, -1), (0.3, -1)]]) * (rng.choice((-1, 1)), 1)]


def chain(rng: Rng) -> Drawing:
    """Draw rings in a row."""
    t, count = np.linspace(0, 2 * np.pi, 30), int(rng.integers(3, 6))
    ring = np.stack([np.cos(t), np.sin(t) * rng.uniform(0.6, 1.2)], axis=1)
    step, angle = rng.uniform(1.5, 2.1), rng.choice((0.0, 0.8, -0.8))
    return [rotate(ring - (i * step, 0), angle) for i in range(count)]


def cup(rng: Rng) -> Drawing:
    """Draw a cup with a handle, and perhaps steam."""
    t, taper = np.linspace(-1.4, 1.4, 16), rng.uniform(0, 0.3)
    bowl = np.array(
        [(-0.7, -0.6), (-0.7 + taper, 0.7), (0.7 - taper, 0.7), (0.7, -0.6), (-0.7, -0.6)]
    )
    handle = np.stack(
        [0.7 - taper / 2 + np.cos(t) * rng.uniform(0.3, 0.6), 0.35 * np.sin(t)], axis=1
    )
    y = np.linspace(-0.8, -1.4, 14)
    steam = [np.stack([x + 0.08 * np.sin(9 * y), y], axis=1) for x in (-0.3, 0.1)]
    return [bowl, handle, *steam][: int(rng.choice((2, 2, 4)))]


def key(rng: Rng) -> Drawing:
    """Draw a ring, a shaft and the bits."""
    t = np.linspace(0, 2 * np.pi, 30)
    ring = np.stack([np.cos(t), np.sin(t)], axis=1) * rng.uniform(0.25, 0.5)
    shaft = np.linspace((ring[0, 0], 0), (2, 0), 8)
    bits = [np.linspace((x, 0), (x, rng.uniform(0.3, 0.5)), 4) for x in (1.95, 1.6, 1.3)]
    return _turned_together([ring, shaft, *bits[: int(rng.integers(2, 4))]], rng)


ONE_OF: tuple[Generator, ...] = (
    zigzag, coil, spiral, wander, jags, sticks, waves, parts, rings, blob,
)  # fmt: skip
DOODLES: tuple[Generator, ...] = (
    tangle, parts, rays, rings, grid, blob, comb, star, arrows, struck_out, two_things,
    stairs, house, face, fish, lightning, chain, cup, key,
)  # fmt: skip


def _turned_together(drawing: Drawing, rng: Rng) -> Drawing:
    angle = rng.uniform(0, 2 * np.pi)
    return [rotate(stroke, angle) for stroke in drawing]
