"""Several runs as one web page, and as a table that spreadsheets read."""

from collections.abc import Sequence
from dataclasses import asdict, fields

import numpy as np
from numpy.typing import NDArray

from desktop.i18n.engine_words import in_words
from desktop.i18n.numbers import decimal, fill, percent
from desktop.i18n.setting_words import setting_name
from desktop.i18n.wording import dataset_words
from desktop.i18n.words import Words
from desktop.plots.along import Along
from desktop.plots.saving import line_of
from desktop.plots.svg_plot import plot_svg
from desktop.runs.differences import differences
from desktop.runs.page_parts import heading, matrix, page, paragraph, scrolled, settings_table
from desktop.runs.report import facts_of, moment_words, summary
from desktop.runs.run_list import Run
from desktop.training.drawn_curves import compared_curves, x_names
from desktop.training.figures import NOTHING, clock
from engine.config import TrainConfig
from engine.words.csv_table import csv_file
from engine.words.message import Message

Confusion = tuple[tuple[str, ...], NDArray[np.int64]]  # classes, and counts (C, C)


class ComparisonWords(Words):
    """Of several runs."""


def comparison_html(
    runs: Sequence[Run], confusions: Sequence[Confusion | Message], along: Along
) -> str:
    """Return the page; of a run that can't be read with any more, the message says why."""
    names = [run.name for run in runs]
    facts = [facts_of(run) for run in runs]
    found = differences(runs)
    same = ComparisonWords.tr("No setting differs.")
    parts = [
        heading(ComparisonWords.tr("Results")),
        scrolled(settings_table(_results(runs), names)),
        heading(ComparisonWords.tr("What differs")),
        scrolled(settings_table(found.items(), names)) if found else paragraph(same),
        heading(ComparisonWords.tr("Curves")),
        *_curves(runs, along),
        heading(ComparisonWords.tr("Confusion matrices")),
    ]
    for run, confusion in zip(runs, confusions, strict=True):
        parts += [heading(run.name, 3), paragraph(summary(run))]
        if isinstance(confusion, Message):
            parts.append(paragraph(in_words(confusion)))
        else:
            parts += [*map(paragraph, moment_words(run)), *matrix(*confusion)]
    all_ = ((name, [fact[name] for fact in facts]) for name in facts[0])
    parts += [heading(ComparisonWords.tr("Settings")), scrolled(settings_table(all_, names))]
    title = ComparisonWords.tr("Comparison of %Ln run(s)", "", len(runs))
    return page(fill(title), parts)


def runs_csv(runs: Sequence[Run]) -> bytes:
    """Return what the runs came to and their settings, a row for each; numbers keep a point."""
    head = [
        *(ComparisonWords.tr("Run"), ComparisonWords.tr("Note")),
        *(ComparisonWords.tr("Epochs done"), ComparisonWords.tr("Batches done")),
        *(ComparisonWords.tr("Training loss"), ComparisonWords.tr("Validation loss")),
        *(ComparisonWords.tr("Accuracy, %"), ComparisonWords.tr("Drawn digits, %")),
        ComparisonWords.tr("Best epoch"),
        *(ComparisonWords.tr("Best accuracy, %"), ComparisonWords.tr("Seconds")),
        *(ComparisonWords.tr("Data"), ComparisonWords.tr("Training images")),
        ComparisonWords.tr("Validation images"),
    ]
    settings = [setting_name(field.name) for field in fields(TrainConfig)]
    rows = [[*_numbers(run), *map(_plain, asdict(run.start.config).values())] for run in runs]
    return csv_file([[*head, *settings], *rows])


def _numbers(run: Run) -> list[str]:
    last, best = run.history.last_epoch, run.history.best
    return [
        *(run.name, run.note, str(run.epochs_done), str(run.batches_done)),
        *((f"{last.train_loss:.6g}", f"{last.valid_loss:.6g}") if last else ("", "")),
        f"{last.valid_accuracy * 100:.6g}" if last else "",
        "" if run.drawn_accuracy is None else f"{run.drawn_accuracy * 100:.6g}",
        *((str(best.epoch), f"{best.accuracy * 100:.6g}") if best else ("", "")),
        f"{run.history.seconds:.6g}",
        *(dataset_words(run.start.dataset), str(run.start.train_images)),
        str(run.start.valid_images),
    ]


def _plain(value: object) -> str:
    """Return a setting's value as programs read it."""
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _results(runs: Sequence[Run]) -> list[tuple[str, list[str]]]:
    lasts, bests = [run.history.last_epoch for run in runs], [run.history.best for run in runs]
    shares = [percent(last.valid_accuracy, 2) if last else NOTHING for last in lasts]
    words = ComparisonWords.tr("{0}, with {1}")
    best = [fill(words, b.epoch, percent(b.accuracy, 2)) if b else NOTHING for b in bests]
    rows = [
        (ComparisonWords.tr("Accuracy"), shares),
        (
            ComparisonWords.tr("Validation loss"),
            [decimal(last.valid_loss, 4) if last else NOTHING for last in lasts],
        ),
        (ComparisonWords.tr("Best epoch"), best),
        (ComparisonWords.tr("Epochs"), [str(run.epochs_done) for run in runs]),
        (ComparisonWords.tr("Time"), [clock(run.history.seconds) for run in runs]),
    ]
    drawn = [run.drawn_accuracy for run in runs]
    if any(share is not None for share in drawn):
        found = [NOTHING if share is None else percent(share, 2) for share in drawn]
        rows.insert(1, (ComparisonWords.tr("Drawn digits"), found))
    if any(run.note for run in runs):
        rows.append((ComparisonWords.tr("Note"), [run.note for run in runs]))
    return rows


def _curves(runs: Sequence[Run], along: Along) -> list[str]:
    titles = (
        ComparisonWords.tr("Loss per batch, smoothed"),
        ComparisonWords.tr("Validation loss"),
        ComparisonWords.tr("Accuracy, %"),
    )
    drawn = zip(titles, x_names(along), compared_curves(runs, along), strict=True)
    plots = (
        plot_svg(title, x_name, [line_of(style, points) for style, points in curves])
        for title, x_name, curves in drawn
    )
    return [scrolled(plot) for plot in plots]
