"""A run as one web page: settings, curves, confusion matrix; it needs nothing from outside."""

from dataclasses import asdict
from html import escape

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QDateTime, QLocale

from desktop.i18n.engine_words import in_words
from desktop.i18n.numbers import fill, whole
from desktop.i18n.setting_words import setting_name, setting_value
from desktop.i18n.wording import dataset_words
from desktop.i18n.words import Words
from desktop.plots.curve_styles import BEHIND
from desktop.plots.svg_plot import Line, plot_svg
from desktop.runs.rates import all_rates
from desktop.runs.run_list import Run
from engine.version import program_version


class ReportWords(Words):
    """Of the report."""


_BLUE, _VERMILLION, _GREEN = "#0072B2", "#D55E00", "#009E73"
_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #1B1E22; max-width: 760px;
  margin: 40px auto; padding: 0 20px; }
h1 { font-size: 26px; margin-bottom: 0; } h2 { font-size: 18px; margin-top: 36px; }
p.about { color: #656C75; margin-top: 4px; }
div.plot { overflow-x: auto; }
svg { min-width: 600px; max-width: 100%; height: auto;
  border: 1px solid #DFE2E6; border-radius: 8px;
  margin-bottom: 12px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 10px; text-align: right; border-bottom: 1px solid #DFE2E6; }
th { color: #656C75; font-weight: 500; } table.settings td, table.settings th { text-align: left; }
td.right { background: #E2EFF7; font-weight: 600; } td.wrong { background: #FBE9DE; }
"""


def report_html(run: Run, classes: tuple[str, ...], counts: NDArray[np.int64]) -> str:
    """Return the page; `counts` (C, C): rows are what the images are, columns what was said."""
    right = ReportWords.tr(
        "{0:,} of %Ln validation image(s) read correctly.", "", int(counts.sum())
    )
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{QLocale().bcp47Name()}">',
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(run.name)} - Inkgrad</title>",
        f"<style>{_STYLE}</style></head>",
        "<body>",
        f"<h1>{escape(run.name)}</h1>",
        f'<p class="about">{escape(_summary(run))}</p>',
        f'<p class="about">{escape(_origin())}</p>',
        _heading(ReportWords.tr("Curves")),
        *_curves(run),
        _heading(ReportWords.tr("Confusion matrix")),
        f"<p>{escape(fill(right, int(np.trace(counts))))}</p>",
        _matrix(classes, counts),
        _heading(ReportWords.tr("Settings")),
        _settings(run),
        "</body></html>",
    ]
    return "\n".join(parts) + "\n"


def _heading(text: str) -> str:
    return f"<h2>{escape(text)}</h2>"


def _origin() -> str:
    now = QLocale().toString(QDateTime.currentDateTime(), QLocale.FormatType.LongFormat)
    return fill(ReportWords.tr("Written by Inkgrad {0} on {1}."), program_version(), now)


def _summary(run: Run) -> str:
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
    return fill(reached, words, last.valid_accuracy * 100, last.seconds)


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
        plot_svg(ReportWords.tr("Loss of each batch"), ReportWords.tr("batch"), batches),
        plot_svg(ReportWords.tr("Loss of each epoch"), ReportWords.tr("epoch"), epochs),
        plot_svg(ReportWords.tr("Accuracy"), ReportWords.tr("epoch"), accuracy),
    )
    return [f'<div class="plot">{plot}</div>' for plot in plots]  # scrolls on a narrow screen


def _matrix(classes: tuple[str, ...], counts: NDArray[np.int64]) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in classes)
    rows = []
    for row, name in enumerate(classes):
        cells = "".join(_cell(int(n), row == column) for column, n in enumerate(counts[row]))
        rows.append(f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>')
    caption = escape(ReportWords.tr("Rows: what each image is. Columns: what it was read as."))
    body = f"<tr><td></td>{head}</tr>{''.join(rows)}"
    table = f'<table aria-describedby="read-as">{body}</table>'
    return f'<p id="read-as">{caption}</p><div class="plot">{table}</div>'


def _cell(count: int, right: bool) -> str:
    kind = ' class="right"' if right else ' class="wrong"' if count else ""
    return f"<td{kind}>{whole(count)}</td>"


def _settings(run: Run) -> str:
    start = run.start
    facts = [
        (ReportWords.tr("Data"), dataset_words(start.dataset)),
        (ReportWords.tr("Training images"), whole(start.train_images)),
        (ReportWords.tr("Validation images"), whole(start.valid_images)),
    ]
    for field, value in asdict(start.config).items():
        words = all_rates(run) if field == "lr" else setting_value(field, value)
        facts.append((setting_name(field), words))
    facts.append((ReportWords.tr("Ran on"), in_words(start.device_reason)))
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>'
        for name, value in facts
    )
    return f'<table class="settings">{rows}</table>'
