"""In which settings runs differ, in words. No Qt widgets."""

from collections.abc import Sequence
from dataclasses import asdict

from desktop.i18n.setting_words import setting_name, setting_value
from desktop.i18n.wording import dataset_words
from desktop.i18n.words import Words
from desktop.runs.rates import short_rates
from desktop.runs.run_list import Run


class DifferenceWords(Words):
    """Of what differs."""


def differences(runs: Sequence[Run]) -> dict[str, list[str]]:
    """Return the settings that aren't the same in all runs, by name, with each run's value.

    The dataset counts as one.
    """
    facts = [_facts(run) for run in runs]
    table = {name: [fact[name] for fact in facts] for name in facts[0]} if facts else {}
    return {name: values for name, values in table.items() if len(set(values)) > 1}


def difference_line(runs: Sequence[Run]) -> str:
    """Return what differs in one line: "Learning rate 0.1 | 0.5"; empty where nothing does."""
    found = differences(runs)
    return "  ·  ".join(f"{name} {' | '.join(values)}" for name, values in found.items())


def difference_tip(runs: Sequence[Run]) -> str:
    """Return what differs, a line for each run."""
    lines = [DifferenceWords.tr("What differs between the ticked runs, from the top down:")]
    for run, told in zip(runs, told_apart(runs), strict=True):
        lines.append(f"{run.name}: {told}")
    return "\n".join(lines)


def told_apart(runs: Sequence[Run]) -> list[str]:
    """Return of each run what differs: "Optimizer Adam, Learning rate 0.001"."""
    found = differences(runs)
    return [
        ", ".join(f"{name} {values[place]}" for name, values in found.items())
        for place in range(len(runs))
    ]


def _facts(run: Run) -> dict[str, str]:
    config = asdict(run.start.config)
    settings = {setting_name(field): setting_value(field, v) for field, v in config.items()}
    dataset = {DifferenceWords.tr("Data"): dataset_words(run.start.dataset)}
    return dataset | settings | {setting_name("lr"): short_rates(run)}
