"""Doodles of kinds that no starter was trained on.

TO_CHOOSE_BY are the kinds that choices were made by while a recipe was tried; TO_MEASURE are those
that the kept figures come from. What is trained on lives in `scribbles`.
"""

import numpy as np

from engine.starter.scribbles import Generator, Rng
from engine.starter.strokes import Drawing


def flower(rng: Rng) -> Drawing:
    """Draw petals round a middle."""
    petals = int(rng.integers(3, 7))
    t = np.linspace(0, 2 * np.pi, 90)
    radius = 0.5 + 0.5 * np.abs(np.cos(petals * t / 2)) + rng.normal(0, 0.02)
    return [np.stack([np.cos(t), np.sin(t)], axis=1) * radius[:, None]]


def heart(rng: Rng) -> Drawing:
    """Draw a heart."""
    t = np.linspace(0, 2 * np.pi, 60)
    x = 16 * np.sin(t) ** 3
    y = -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t))
    return [np.stack([x * rng.uniform(0.8, 1.2), y], axis=1)]


def knot(rng: Rng) -> Drawing:
    """Swing to and fro both ways at once: a Lissajous figure."""
    t = np.linspace(0, 2 * np.pi, 120)
    ways = ((2, 3), (3, 4), (3, 5), (4, 5))
    across, down = ways[rng.integers(len(ways))]
    return [np.stack([np.sin(across * t + rng.uniform(0.4, 1.2)), np.sin(down * t)], axis=1)]


def signature(rng: Rng) -> Drawing:
    """Sign in haste: loops and peaks on a line, crossed out below."""
    t = np.linspace(0, rng.uniform(12, 30), 140)
    x = t * 0.16 + 0.5 * np.cos(t)
    y = np.sin(t) * (0.5 + np.abs(np.sin(t * rng.uniform(0.1, 0.4))))
    line = np.linspace((0, 1.4), (x[-1], 1.4 + rng.normal(0, 0.2)), 8)
    return [np.stack([x, y], axis=1), line][: int(rng.integers(1, 3))]


def ladder(rng: Rng) -> Drawing:
    """Draw two rails and the rungs between them."""
    width, lean = rng.uniform(0.25, 0.6), rng.uniform(-0.2, 0.2)
    rails = [np.linspace((x, 1), (x + lean, 0), 8) for x in (0.0, width)]
    heights = np.linspace(0.12, 0.88, int(rng.integers(3, 7)))
    left = [(lean * (1 - y), y) for y in heights]
    return [*rails, *(np.linspace((x, y), (x + width, y), 6) for x, y in left)]


def branches(rng: Rng) -> Drawing:
    """Let a bare tree grow: a trunk, and boughs that fork."""
    drawing, tips = [], [(np.zeros(2), -np.pi / 2, 1.0)]
    for _ in range(int(rng.integers(3, 6))):
        start, angle, reach = tips.pop(0)
        end = start + reach * np.array([np.cos(angle), np.sin(angle)])
        drawing.append(np.linspace(start, end, 6))
        tips += [(end, angle + turn, reach * 0.7) for turn in rng.uniform((-0.9, 0.3), (-0.3, 0.9))]
    return drawing


def bow_tie(rng: Rng) -> Drawing:
    """Draw two triangles that meet, and a knot."""
    high, wide = rng.uniform(0.5, 1, 2)
    corners = np.array([(0, 0), (1, wide), (1, -high), (-1, high), (-1, -wide), (0, 0)])
    t = np.linspace(0, 6.3, 20)
    return [corners, np.stack([np.cos(t), np.sin(t)], axis=1) * rng.uniform(0.1, 0.25)]


def comet(rng: Rng) -> Drawing:
    """Draw a ball and the tail behind it."""
    t = np.linspace(0, 6.3, 24)
    ball = np.stack([np.cos(t), np.sin(t)], axis=1) * rng.uniform(0.3, 0.5)
    spread = np.linspace(-0.5, 0.5, int(rng.integers(2, 5)))
    tail = [np.linspace((0.45, y * 0.6), (rng.uniform(1.2, 2), y), 8) for y in spread]
    return [ball, *tail]


def rosette(rng: Rng) -> Drawing:
    """Roll a wheel inside a wheel, as a spirograph does."""
    t = np.linspace(0, 2 * np.pi, 200)[:, None]
    turns, reach = int(rng.integers(3, 7)), rng.uniform(0.5, 1.1)
    around = np.concatenate([np.cos(t), np.sin(t)], axis=1)
    return [around + reach * np.concatenate([np.cos(turns * t), -np.sin(turns * t)], axis=1)]


def fence(rng: Rng) -> Drawing:
    """Draw pointed posts and the rail that holds them."""
    count = int(rng.integers(3, 6))
    posts = [
        np.array([(x, 1), (x, 0.2), (x + 0.15, 0), (x + 0.3, 0.2), (x + 0.3, 1)])
        for x in np.arange(count) * rng.uniform(0.35, 0.5)
    ]
    return [*posts, np.linspace((-0.1, 0.6), (posts[-1][-1, 0] + 0.1, 0.6), 8)]


def butterfly(rng: Rng) -> Drawing:
    """Draw a body and four wings."""
    t = np.linspace(0, 2 * np.pi, 30)
    wing = np.stack([0.5 - 0.5 * np.cos(t), 0.4 * np.sin(t)], axis=1)
    lift, size = np.array([0, -0.3]), rng.uniform(0.6, 1, 2)
    upper, lower = wing * size + lift, wing * size * 0.7 - lift
    body = np.linspace((0, -0.6), (0, 0.6), 8)
    return [body, *(half * (way, 1) for half in (upper, lower) for way in (-1, 1))]


def braid(rng: Rng) -> Drawing:
    """Wind two or three strands around each other."""
    t = np.linspace(0, rng.uniform(6, 14), 80)
    strands = int(rng.integers(2, 4))
    across = np.linspace(0, rng.uniform(2, 3.5), 80)
    phases = np.arange(strands) * 2 * np.pi / strands
    return [np.stack([across, 0.4 * np.sin(t + phase)], axis=1) for phase in phases]


def glasses(rng: Rng) -> Drawing:
    """Draw two rims, the bridge and the arms."""
    t, size = np.linspace(0, 6.4, 30), rng.uniform(0.6, 0.95)
    rim = np.stack([np.cos(t), np.sin(t) * rng.uniform(0.7, 1.1)], axis=1) * size
    bridge = np.array([(size - 1, -0.1), (0, -0.25), (1 - size, -0.1)])
    arm = np.array([(1 + size, 0), (1.3 + size, rng.uniform(-0.6, 0.3))])
    return [rim - (1, 0), rim - (-1, 0), bridge, arm, arm * (-1, 1)][: int(rng.integers(3, 6))]


def umbrella(rng: Rng) -> Drawing:
    """Draw a roof in bows, and a stick with a hook."""
    t, bows = np.linspace(np.pi, 2 * np.pi, 30), int(rng.integers(2, 5))
    roof = np.stack([np.cos(t), np.sin(t) * rng.uniform(0.6, 1)], axis=1)
    across = np.linspace(1, -1, 40)
    hem = np.stack([across, -0.2 * np.abs(np.sin((across + 1) * np.pi / 2 * bows))], axis=1)
    hook = np.stack([0.18 * np.cos(t) + 0.18, 0.9 - 0.18 * np.sin(t)], axis=1)
    return [np.concatenate([roof, hem]), np.concatenate([[(0, 0)], hook])]


def anchor(rng: Rng) -> Drawing:
    """Draw a ring, a shank, a stock and two arms."""
    t = np.linspace(0, 6.4, 20)
    ring = np.stack([np.cos(t), np.sin(t)], axis=1) * rng.uniform(0.12, 0.2) - (0, 1)
    bow = np.linspace(0.3, np.pi - 0.3, 20)
    arms = np.stack([np.cos(bow) * rng.uniform(0.5, 0.9), 0.4 + 0.6 * np.sin(bow)], axis=1)
    stock = np.linspace((-0.35, -0.6), (0.35, -0.6), 6)
    return [ring, np.linspace((0, -0.85), (0, 1), 8), stock, arms]


def cactus(rng: Rng) -> Drawing:
    """Draw a trunk and two arms that bend upwards."""
    drawing = [np.linspace((0, 1), (0, -1), 8)]
    for side in (-1, 1):
        height, reach, up = rng.uniform((-0.2, 0.3, 0.4), (0.5, 0.6, 0.9))
        drawing.append(np.array([(0, height), (side * reach, height), (side * reach, height - up)]))
    return drawing


def crown(rng: Rng) -> Drawing:
    """Draw a crown's points on a band."""
    points = int(rng.integers(3, 6))
    x = np.linspace(-1, 1, 2 * points - 1)
    tops = np.stack([x, np.where(np.arange(len(x)) % 2, 0.1, -rng.uniform(0.5, 0.9))], axis=1)
    return [np.concatenate([tops, [(0.9, 0.7), (-0.9, 0.7)], tops[:1]])]


def scissors(rng: Rng) -> Drawing:
    """Draw two blades that cross, and a ring at the end of each."""
    t, angle = np.linspace(0, 6.4, 20), rng.uniform(0.2, 0.5)
    ring = np.stack([np.cos(t), np.sin(t)], axis=1) * rng.uniform(0.22, 0.32) + (0, 0.9)
    blade = np.linspace((0, 0.65), (0, -1.1), 8)
    ways = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return [part @ turn for part in (blade, ring) for turn in (ways, ways.T)]


def snail(rng: Rng) -> Drawing:
    """Draw a shell's spiral, the foot below it, and the horns."""
    t = np.linspace(0, rng.uniform(10, 15), 60)[:, None]
    shell = np.concatenate([np.cos(t), np.sin(t)], axis=1) * t / t[-1] * 0.6
    foot = np.array([(-0.9, 0.65), (0.9, 0.65), (1.1, 0.1)])
    horns = [np.array([(1.1, 0.1), (1.1 + way, -0.3)]) for way in (-0.12, 0.15)]
    side = rng.choice((-1, 1))
    return [part * (side, 1) for part in (shell, foot, *horns)]


TO_CHOOSE_BY: tuple[Generator, ...] = (ladder, branches, bow_tie, comet, rosette)
TO_MEASURE: tuple[Generator, ...] = (
    flower, heart, knot, signature, fence, butterfly, braid, glasses, umbrella,
    anchor, cactus, crown, scissors, snail,
)  # fmt: skip
