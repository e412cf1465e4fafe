"""How well the refusal tells digits from what is none, whatever threshold is chosen.

Lives here: the two figures in which such detectors are compared (Hendrycks & Gimpel, "A Baseline
for Detecting Misclassified and Out-of-Distribution Examples", 2017), and their table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

AT = 0.95  # the share of what is no digit that is refused where FPR is read off


@dataclass(frozen=True)
class Parting:
    """How well what is no digit is told from the digits of one set."""

    others: str
    digits: str
    auroc: float
    fpr: float


def auroc(digits: Scores, others: Scores) -> float:
    """Return how often one that is no digit looks stranger than a digit; equals count half."""
    order = np.sort(digits)
    below = np.searchsorted(order, others, "left")
    up_to = np.searchsorted(order, others, "right")
    return float((below + up_to).mean() / 2 / len(digits))


def fpr(digits: Scores, others: Scores, at: float = AT) -> float:
    """Return the share of the digits that is refused where a share `at` of the others is."""
    threshold = np.sort(others)[int(np.floor((1 - at) * len(others)))]
    return float((digits >= threshold).mean())


def refusal_table(found: Sequence[Parting]) -> str:
    """Return the figures as a Markdown table: a line for each kind, columns for each set of digits.

    Both are in per cent.
    """
    sets = list(dict.fromkeys(parting.digits for parting in found))
    heads = [
        f"{figure}, {name}" for name in sets for figure in ("AUROC", f"FPR at {AT * 100:.0f} %")
    ]
    lines = ["| told from digits | " + " | ".join(heads) + " |", "| --- |" + " ---: |" * len(heads)]
    for others in dict.fromkeys(parting.others for parting in found):
        row = [parting for parting in found if parting.others == others]
        cells = [f"{share * 100:.2f}" for parting in row for share in (parting.auroc, parting.fpr)]
        lines.append(f"| {others} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"
