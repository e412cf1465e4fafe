"""Prints results as a table that README.md can take as it is."""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import Any


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table in Markdown."""
    for row in (columns, ["---"] * len(columns), *rows):
        print("| " + " | ".join(row) + " |")


def middle(values: Sequence[float]) -> float:
    """Return the median; rounds that never got there count as infinite."""
    return median(values)


def span(values: Sequence[float], digits: int) -> str:
    """Write the median with the least and the greatest: "12.3 (11.9 to 14.0)"."""
    low, mid, high = (f"{value:.{digits}f}" for value in (min(values), middle(values), max(values)))
    return f"{mid} ({low} to {high})"


def when_reached(result: dict[str, Any], accuracy: float, clock: str) -> float:
    """Return the seconds until an epoch first ended at `accuracy` or more; infinite if none did."""
    return next((e[clock] for e in result["epochs"] if e["accuracy"] >= accuracy), float("inf"))


def sooner(
    ours: Sequence[dict[str, Any]], theirs: Sequence[dict[str, Any]], accuracy: float, clock: str
) -> float:
    """Compare median with median: which seed gets to an accuracy soon is chance."""
    ours_s, theirs_s = (
        middle([when_reached(result, accuracy, clock) for result in results])
        for results in (ours, theirs)
    )
    return theirs_s / ours_s
