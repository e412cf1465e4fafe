"""L1 and RMSE of the sketch against both means, as maps and as numbers, and what a blot does."""

from collections.abc import Iterator

import torch
import torch.nn.functional as F

from engine.lessons.controls import Control, Slider, Values
from engine.lessons.digits import Floats, baseline, ink
from engine.lessons.figures import Code, Figure, Line, Outcome, Picture, Pictures, Table
from engine.lessons.lab import Lab

CONTROLS: tuple[Control, ...] = (Slider("blot", 0, 5, 0),)  # beyond, the means have ink


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Map sketch minus mean for both digits, then measure it in three ways."""
    side = int(values["blot"])
    blotted = ink(lab)
    blotted[:side, :side] = 1
    similarity = baseline(lab)
    maps = tuple(
        _maps(lab, blotted - mean, digit)
        for mean, digit in zip(similarity.means, similarity.classes, strict=True)
    )
    clean = [_measures(ink(lab) - mean) for mean in similarity.means]
    now = [_measures(blotted - mean) for mean in similarity.means]
    yield (
        *maps,
        _table(lab, similarity.classes, clean, now, side),
        _code(blotted, similarity.means[0]),
        _outcome(lab, now),
    )


Measures = tuple[float, float, float]  # L1, RMSE and the L2 norm


def _maps(lab: Lab, difference: Floats, digit: str) -> Pictures:
    return Pictures(
        (
            Picture(difference, lab.word("difference", digit=digit), signed=True, low=-1, high=1),
            Picture(abs(difference), lab.word("absolute"), low=0, high=1),
            Picture(difference**2, lab.word("squared"), low=0, high=1),
        )
    )


def _measures(difference: Floats) -> Measures:
    d = torch.tensor(difference)
    return (
        float(d.abs().mean()),
        float((d**2).mean().sqrt()),
        float((d**2).sum().sqrt()),
    )


def _table(
    lab: Lab, digits: tuple[str, ...], clean: list[Measures], now: list[Measures], side: int
) -> Table:
    """Return a row for each digit, and with a blot one more that says how much it added."""
    columns = tuple(lab.word(name) for name in ("against", "l1", "rmse", "l2"))
    rows = []
    for digit, without, measures in zip(digits, clean, now, strict=True):
        rows.append((lab.word("mean", digit=digit), *(lab.number(m, ".4f") for m in measures)))
        if side:
            change = (lab.number(m - w, "+.4f") for m, w in zip(measures, without, strict=True))
            rows.append((lab.word("grown"), *change))
    return Table(columns, tuple(rows))


def _code(sketch: Floats, mean3: Floats) -> Code:
    a, b = torch.tensor(sketch), torch.tensor(mean3)
    values = {
        "(sketch - mean3).abs().mean()": (a - b).abs().mean(),
        "F.l1_loss(sketch, mean3)": F.l1_loss(a, b),
        "((sketch - mean3) ** 2).mean().sqrt()": ((a - b) ** 2).mean().sqrt(),
        "F.mse_loss(sketch, mean3).sqrt()": F.mse_loss(a, b).sqrt(),
        "(sketch - mean3).norm() / 28": (a - b).norm() / 28,
    }
    return Code(tuple(Line(code, f"{value.item():.4f}") for code, value in values.items()))


def _outcome(lab: Lab, now: list[Measures]) -> Outcome:
    """Say that RMSE is never below L1, and that the L2 norm is 28 times RMSE."""
    holds = all(
        l1 <= rmse + 1e-6 and abs(l2 - 28 * rmse) < 1e-3 * max(l2, 1) for l1, rmse, l2 in now
    )
    _, rmse, l2 = now[0]
    return Outcome(lab.word("holds", rmse=rmse, l2=l2), holds)
