"""Any curve from enough ReLUs: by hand, by least squares, by SGD; and what more layers can fold."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

import numpy as np

from engine.lessons.controls import Choice, Control, Slider, Values
from engine.lessons.figures import Controls, Curve, Figure, Handle, Mark, Outcome, Plot, Text
from engine.lessons.lab import Lab
from engine.lessons.relus import (
    STEPS,
    Array,
    Relus,
    at_random,
    best,
    count_pieces,
    fold,
    learn,
    spread,
)

_BY_HAND = ((0.0, 1.0), (0.25, -2.0), (0.5, 2.0), (0.75, -2.0))  # bends and slopes to begin with
_LAST_BEND, _STEEPEST = 0.8, 8.0
_ARM = 0.2  # from a bend to the handle of its slope


def _sliders() -> Iterator[Slider]:
    for place, (bend, slope) in enumerate(_BY_HAND, 1):
        yield Slider(f"bend_{place}", 0, _LAST_BEND, bend, 0.01)
        yield Slider(f"slope_{place}", -_STEEPEST, _STEEPEST, slope, 0.1, beside=True)


CONTROLS: tuple[Control, ...] = (
    Choice("target", ("sketch", "wave", "step"), "sketch"),
    *_sliders(),
    Choice("fit", ("hand", "least_squares", "sgd"), "hand"),
    Slider("n", 1, 64, 6, part="many"),
    Slider("depth", 1, 6, 3, part="deep"),
)

_POINTS = 449  # 16 for each of 28 columns, and the end
_X = np.linspace(0, 1, _POINTS)
_DOUBLED = (1, 2, 4, 8, 16, 32, 64)  # the bends of each stay in the next
_BETWEEN = (3, 5, 6, 7, 10, 12, 14, 20, 24, 28, 40, 48, 56)
_FOLDED = np.arange(2**10 + 1) / 2**10  # each bend is among these, and none is rounded


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Add up the reader's ReLUs, fit and learn with as many as are set, and fold with depth."""
    y = _targets(lab)[str(values["target"])](_X)
    hand = _by_hand(values, float(y[0]))
    fit, learned = str(values["fit"]), hand
    fitted = best(_X, y, hand.bends)
    drawn = fitted if fit == "least_squares" else hand
    yield _added(lab, y, drawn, hand, fit)
    for learned in learn(_X, y, hand):
        if fit == "sgd":
            yield _added(lab, y, learned, hand, fit)
    drawn = learned if fit == "sgd" else drawn
    first = (*_added(lab, y, drawn, hand, fit), _compared(lab, y, hand, fitted, learned))
    yield first
    yield (
        *first,
        Text(lab.word("many"), strong=True),
        Controls("many"),
        *_many(lab, y, int(values["n"])),
        Text(lab.word("why_deeper"), strong=True),
        Controls("deep"),
        *_deep(lab, int(values["depth"])),
    )


def _targets(lab: Lab) -> dict[str, Callable[[Array], Array]]:
    """Return the curves from 0 to 1; the sketch's tells how much ink each column holds."""
    ink = lab.sketch.astype(np.float64).sum(axis=0)
    ink /= max(float(ink.max()), 1.0)
    return {
        "sketch": lambda x: np.interp(x * 27, np.arange(28.0), ink),
        "wave": lambda x: 0.5 + 0.35 * np.sin(9 * x) + 0.15 * np.cos(23 * x),
        "step": lambda x: (x > 0.4) * 0.8 - (x > 0.75) * 0.5 + 0.1,
    }


def _by_hand(values: Values, base: float) -> Relus:
    """Return the ReLUs that the sliders tell of; they begin at the curve's left end."""
    places = range(1, len(_BY_HAND) + 1)
    bends, slopes = ([float(values[f"{name}_{n}"]) for n in places] for name in ("bend", "slope"))
    return Relus(np.array(bends), np.array(slopes), base)


def _added(lab: Lab, y: Array, relus: Relus, hand: Relus, fit: str) -> tuple[Plot, Plot]:
    """Show what each ReLU adds, to be dragged where it is the reader's, and the sums below."""
    pieces = tuple(
        Curve(lab.word("piece", n=n), _X, piece) for n, piece in enumerate(relus.pieces(_X), 1)
    )
    ends = float(min(y.min(), -0.5)), float(max(y.max(), 1.5))
    by_hand = [Curve(lab.word("fit_hand"), _X, _near(hand, ends), faint=True)] * (fit != "hand")
    return (
        Plot(
            pieces,
            lab.word("across"),
            lab.word("height"),
            lab.word(f"pieces_{fit}"),
            y_range=(-2, 2),
            handles=tuple(_handles(lab, relus, fit)),
        ),
        Plot(
            (
                Curve(lab.word("curve"), _X, y),
                Curve(lab.word("sum"), _X, _near(relus, ends), dashed=True),
                *by_hand,
            ),
            lab.word("across"),
            lab.word("height"),
            lab.word("added"),
            y_range=ends,
        ),
    )


def _near(relus: Relus, ends: tuple[float, float]) -> Array:
    """Return their sum, but no further from the plot than its own height or so."""
    return np.clip(relus(_X), 2 * ends[0], 2 * ends[1])


def _handles(lab: Lab, relus: Relus, fit: str) -> Iterator[Handle]:
    """Give a handle for each bend and each slope, but none for what is calculated."""
    for n, (bend, slope) in enumerate(zip(relus.bends, relus.slopes, strict=True), 1):
        if fit != "sgd":
            words = lab.word("drag_bend", n=n)
            yield Handle(words, float(bend), 0, f"bend_{n}", curve=n - 1)
        if fit == "hand":
            x, y = float(bend) + _ARM, float(slope) * _ARM
            words = lab.word("drag_slope", n=n)
            yield Handle(words, x, y, f"slope_{n}", upright=True, per=1 / _ARM, curve=n - 1)


def _compared(lab: Lab, y: Array, hand: Relus, fitted: Relus, learned: Relus) -> Outcome:
    by_hand, least, sgd = (relus.error(_X, y) for relus in (hand, fitted, learned))
    text = lab.word("outcome_hand", hand=by_hand, best=least, sgd=sgd, steps=STEPS)
    return Outcome(text, least <= by_hand + 1e-9)


def _many(lab: Lab, y: Array, n: int) -> Iterator[Figure]:
    """Fit with n ReLUs, and plot how the error falls with n, fitted and learned."""
    fitted = best(_X, y, spread(n))(_X)
    errors = {c: best(_X, y, spread(c)).error(_X, y) for c in sorted({*_DOUBLED, *_BETWEEN, n})}
    learned = {c: learned_error(y.tobytes(), c, 0) for c in sorted({*_DOUBLED, n})}
    yield Plot(
        (Curve(lab.word("curve"), _X, y), Curve(lab.word("fit_n", n=n), _X, fitted, dashed=True)),
        lab.word("across"),
        lab.word("height"),
        lab.word("fitted"),
        y_range=(float(min(y.min(), fitted.min())), float(max(y.max(), fitted.max()))),
    )
    yield Plot(
        tuple(
            Curve(lab.word(name), np.array([*told], float), np.array([*told.values()]))
            for name, told in (("least_squares", errors), ("sgd", learned))
        ),
        lab.word("count"),
        lab.word("rmse"),
        marks=(Mark(f"n = {n}", float(n), errors[n]),),
        log_y=True,
        drag_x="n",
    )
    one, most = errors[1], errors[_DOUBLED[-1]]
    falls = all(errors[b] <= errors[a] + 1e-9 for a, b in pairwise(_DOUBLED))
    text = lab.word("outcome", n=n, error=errors[n], one=one, most=most)
    yield Outcome(text, falls and most < one / 3)
    text = lab.word("outcome_sgd", error=learned[_DOUBLED[-1]], most=most, steps=STEPS)
    yield Outcome(text, most < learned[_DOUBLED[-1]])


@lru_cache(maxsize=256)
def learned_error(curve: bytes, n: int, seed: int) -> float:
    """Return how far from a curve, float64 (449,), SGD ends up with n ReLUs."""
    y = np.frombuffer(curve)
    *_, learned = learn(_X, y, at_random(n, seed), seed)
    return learned.error(_X, y)


def _deep(lab: Lab, depth: int) -> Iterator[Figure]:
    """Show the folded line beside a single layer's best try with as many ReLUs."""
    x, y = _FOLDED, fold(_FOLDED, depth)
    deep, pieces = 2 * depth, count_pieces(y)
    yield Plot(
        (
            Curve(_counted(lab, "folded", depth), x, y),
            Curve(lab.word("flat", count=deep), x, best(x, y, spread(deep))(x), dashed=True),
        ),
        "x",
        lab.word("height"),
        lab.word("folds"),
        y_range=(-0.05, 1.1),
    )
    # In one layer each ReLU adds a bend, of 4 or -4 in slope; the first piece rises by 2 only, and
    # takes a ReLU of its own.
    depths = np.arange(1.0, 7)
    marks = Mark(str(deep), depth, deep, below=True), Mark(str(pieces), depth, pieces)
    yield Plot(
        (
            Curve(lab.word("in_layers"), depths, 2 * depths),
            Curve(lab.word("in_one"), depths, 2**depths, dashed=True),
        ),
        lab.word("depth_axis"),
        lab.word("needed"),
        marks=tuple(marks if deep != pieces else marks[:1]),
        log_y=True,  # or 6 and 8 would lie on each other
        drag_x="depth",
    )
    exact = best(x, y, spread(pieces)).error(x, y) < 1e-9
    words = _counted(lab, "outcome_depth", depth, deep=deep, pieces=pieces)
    yield Outcome(words, pieces == 2**depth and exact)


def _counted(lab: Lab, name: str, depth: int, **values: int) -> str:
    """Return the words for one layer or for several."""
    return lab.word(f"{name}_one" if depth == 1 else name, depth=depth, **values)
