"""A run as one web page: settings, curves, confusion matrix; it needs nothing from outside."""

from dataclasses import asdict
from html import escape

import numpy as np
from numpy.typing import NDArray

from desktop.i18n.engine_words import in_words
from desktop.i18n.numbers import fill, whole
from desktop.i18n.setting_words import setting_name, setting_value
from desktop.i18n.wording import dataset_words
from desktop.i18n.words import Words
from desktop.plots.curve_styles import BEHIND
from desktop.plots.svg_plot import Line, plot_svg
from desktop.runs.gap_words import gap_words
from desktop.runs.page_parts import (
    heading,
    matrix,
    page,
    paragraph,
    scrolled,
    settings_table,
)
from desktop.runs.rates import all_rates
from desktop.runs.run_list import Run


class ReportWords(Words):
    """Of the report."""


_BLUE, _VERMILLION, _GREEN = "#0072B2", "#D55E00", "#009E73"


def report_html(run: Run, classes: tuple[str, ...], counts: NDArray[np.int64]) -> str:
    """Return the page; `counts` (C, C): rows are what the images are, columns what was said."""
    parts = [
        f'<p class="about">{escape(summary(run))}</p>',
        *map(paragraph, filter(None, [gap_words(run)])),
        heading(ReportWords.tr("Curves")),
        *_curves(run),
        heading(ReportWords.tr("Confusion matrix")),
        *map(paragraph, moment_words(run)),
        *matrix(classes, counts),
        heading(ReportWords.tr("Settings")),
        settings_table((name, [value]) for name, value in facts_of(run).items()),
    ]
    return page(run.name, parts)


def summary(run: Run) -> str:
    """Return what a run learned from, and what it came to."""
    start, last = run.start, run.history.last_epoch
    words = ReportWords.tr("{0} on %Ln image(s) of {1}", "", start.train_images)
    words = fill(words, start.config.model, dataset_words(start.dataset))
    if last is None:
        return fill(ReportWords.tr("{0}, stopped before the end of its first epoch."), words)
    reached = ReportWords.tr(
        "{0}: {1:.2f} % of the validation set read correctly after %Ln epoch(s) and {2:.1f} s.",
        "",
        last.epoch,
    )
    sentence = fill(reached, words, last.valid_accuracy * 100, last.seconds)
    if run.drawn_accuracy is None:
        return sentence
    also = ReportWords.tr("{0} Of the drawn digits, {1:.2f} %.")
    return fill(also, sentence, run.drawn_accuracy * 100)


def moment_words(run: Run) -> list[str]:
    """Return whose mistakes are counted, where it isn't what the last epoch's accuracy tells of."""
    beyond = run.batches_done - run.epochs_done * run.start.batches
    if not run.epochs_done or beyond <= 0:
        return []
    words = ReportWords.tr(
        "Counted with the network as it stopped, %Ln batch(es) after its last whole epoch.",
        "",
        beyond,
    )
    return [words]


def facts_of(run: Run) -> dict[str, str]:
    """Return all settings of a run, and what it ran on, in words."""
    start = run.start
    facts = {
        ReportWords.tr("Data"): dataset_words(start.dataset),
        ReportWords.tr("Training images"): whole(start.train_images),
        ReportWords.tr("Validation images"): whole(start.valid_images),
    }
    for field, value in asdict(start.config).items():
        words = all_rates(run) if field == "lr" else setting_value(field, value)
        facts[setting_name(field)] = words
    return facts | {ReportWords.tr("Ran on"): in_words(start.device_reason)}


def _curves(run: Run) -> list[str]:
    history = run.history
    batches = [
        Line(
            ReportWords.tr("each batch"),
            history.batch_loss.x,
            history.batch_loss.y,
            _BLUE,
            opacity=BEHIND,
        ),
        Line(ReportWords.tr("smoothed"), history.smooth_loss.x, history.smooth_loss.y, _VERMILLION),
    ]
    validation = ReportWords.tr("validation")
    epochs = [
        Line(ReportWords.tr("training"), history.train_loss.x, history.train_loss.y, _BLUE),
        Line(validation, history.valid_loss.x, history.valid_loss.y, _VERMILLION, "6 4"),
    ]
    accuracy = [Line(f"{validation}, %", history.accuracy.x, history.accuracy.y, _GREEN)]
    plots = (
        plot_svg(ReportWords.tr("Loss per batch"), ReportWords.tr("batch"), batches),
        plot_svg(ReportWords.tr("Loss of each epoch"), ReportWords.tr("epoch"), epochs),
        plot_svg(ReportWords.tr("Accuracy"), ReportWords.tr("epoch"), accuracy),
    )
    return [scrolled(plot) for plot in plots]
