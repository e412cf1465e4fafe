"""The learning rates that a run went through, in words."""

from desktop.i18n.numbers import exact, fill
from desktop.i18n.words import Words
from desktop.runs.run_list import Run


class RateWords(Words):
    """Of the rates."""


def short_rates(run: Run) -> str:
    """Return the first and the last rate, or the only one."""
    first, last = run.rates[0][1], run.rates[-1][1]
    return exact(first) if len(run.rates) == 1 else f"{exact(first)} → {exact(last)}"


def all_rates(run: Run) -> str:
    """Return every rate, and the batch from which on it counted."""
    (_, first), *later = run.rates
    words = RateWords.tr("{0} from batch {1} on")
    return "; ".join([exact(first), *(fill(words, exact(lr), done + 1) for done, lr in later)])
