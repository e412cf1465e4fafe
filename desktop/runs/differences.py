"""In which settings runs differ, in words. No Qt widgets."""

from collections.abc import Collection, Sequence
from dataclasses import asdict

from desktop.i18n.setting_words import setting_name, setting_value
from desktop.i18n.wording import dataset_words
from desktop.i18n.words import Words
from desktop.runs.rates import short_rates
from desktop.runs.run_list import Run

DATASET = "dataset"  # beside the fields of the settings


class DifferenceWords(Words):
    """Of what differs."""


def differences(runs: Sequence[Run], besides: Collection[str] = ()) -> dict[str, list[str]]:
    """Return the settings that aren't the same in all runs, by name, with each run's value.

    The dataset counts as one. `besides` are fields of the settings that are told already.
    """
    facts = [_facts(run) for run in runs]
    table = {field: [fact[field] for fact in facts] for field in facts[0]} if facts else {}
    return {
        DifferenceWords.tr("Data") if field == DATASET else setting_name(field): values
        for field, values in table.items()
        if field not in besides and len(set(values)) > 1
    }


def difference_line(runs: Sequence[Run], besides: Collection[str] = ()) -> str:
    """Return what differs in one line: "Batch size 32 | 256"; empty where nothing does."""
    found = differences(runs, besides)
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
    settings = {field: setting_value(field, v) for field, v in config.items()}
    return {DATASET: dataset_words(run.start.dataset)} | settings | {"lr": short_rates(run)}
