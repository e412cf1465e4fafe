"""The learning rates that a run went through, in words."""

from desktop.i18n.numbers import fill, significant
from desktop.i18n.words import Words
from desktop.runs.run_list import Run


class RateWords(Words):
    """Of the rates."""


def short_rates(run: Run) -> str:
    """Return the first and the last rate, or the only one."""
    first, last = run.rates[0][1], run.rates[-1][1]
    return (
        significant(first, 6)
        if len(run.rates) == 1
        else f"{significant(first, 6)} → {significant(last, 6)}"
    )


def all_rates(run: Run) -> str:
    """Return every rate, and the batch from which on it counted."""
    (_, first), *later = run.rates
    words = RateWords.tr("{0:g} from batch {1} on")
    return "; ".join([significant(first, 6), *(fill(words, lr, done + 1) for done, lr in later)])
