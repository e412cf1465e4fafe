"""A run as one web page, without Qt: settings, curves, confusion matrix; nothing from outside."""

from dataclasses import asdict
from html import escape

import numpy as np
from numpy.typing import NDArray

from desktop.training.runs import Run
from desktop.training.svg_plot import Line, plot_svg
from engine.version import program_version

_BLUE, _VERMILLION, _GREEN = "#0072B2", "#D55E00", "#009E73"
_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #1B1E22; max-width: 760px;
  margin: 40px auto; padding: 0 20px; }
h1 { font-size: 26px; margin-bottom: 0; } h2 { font-size: 18px; margin-top: 36px; }
p.about { color: #656C75; margin-top: 4px; }
svg { max-width: 100%; height: auto; border: 1px solid #DFE2E6; border-radius: 8px;
  margin-bottom: 12px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 10px; text-align: right; border-bottom: 1px solid #DFE2E6; }
th { color: #656C75; font-weight: 500; } table.settings td, table.settings th { text-align: left; }
td.right { background: #E2EFF7; font-weight: 600; } td.wrong { background: #FBE9DE; }
"""


def report_html(run: Run, classes: tuple[str, ...], counts: NDArray[np.int64]) -> str:
    """Return the page; `counts` (C, C): rows are what the images are, columns what was said."""
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(run.name)} - Inkgrad</title>",
        f"<style>{_STYLE}</style></head>",
        "<body>",
        f"<h1>{escape(run.name)}</h1>",
        f'<p class="about">{escape(_summary(run))}</p>',
        "<h2>Curves</h2>",
        *_curves(run),
        "<h2>Confusion matrix</h2>",
        f"<p>{int(np.trace(counts)):,} of {int(counts.sum()):,} validation images read right.</p>",
        _matrix(classes, counts),
        "<h2>Settings</h2>",
        _settings(run),
        f'<p class="about">Written by Inkgrad {escape(program_version())}.</p>',
        "</body></html>",
    ]
    return "\n".join(parts) + "\n"


def _summary(run: Run) -> str:
    start, last = run.start, run.history.last_epoch
    words = f"{start.config.model} on {start.train_images:,} images of {start.dataset}"
    if last is None:
        return f"{words}, stopped before the end of its first epoch."
    return (
        f"{words}: {last.valid_accuracy * 100:.2f} % of the validation set read right "
        f"after {last.epoch} epochs and {last.seconds:.1f} s."
    )


def _curves(run: Run) -> list[str]:
    history = run.history
    batches = [
        Line("each batch", history.batch_loss.x, history.batch_loss.y, _BLUE, opacity=0.4),
        Line("smoothed", history.smooth_loss.x, history.smooth_loss.y, _VERMILLION),
    ]
    epochs = [
        Line("training", history.train_loss.x, history.train_loss.y, _BLUE),
        Line("validation", history.valid_loss.x, history.valid_loss.y, _VERMILLION, "6 4"),
    ]
    accuracy = [Line("validation, %", history.accuracy.x, history.accuracy.y, _GREEN)]
    return [
        plot_svg("Loss of each batch", "batch", batches),
        plot_svg("Loss of each epoch", "epoch", epochs),
        plot_svg("Accuracy", "epoch", accuracy),
    ]


def _matrix(classes: tuple[str, ...], counts: NDArray[np.int64]) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in classes)
    rows = []
    for row, name in enumerate(classes):
        cells = "".join(_cell(int(n), row == column) for column, n in enumerate(counts[row]))
        rows.append(f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>')
    caption = "<caption>Rows: what it is. Columns: what it was taken for.</caption>"
    return f"<table>{caption}<tr><td></td>{head}</tr>{''.join(rows)}</table>"


def _cell(count: int, right: bool) -> str:
    kind = ' class="right"' if right else ' class="wrong"' if count else ""
    return f"<td{kind}>{count:,}</td>"


def _settings(run: Run) -> str:
    start = run.start
    facts = {
        "data": start.dataset,
        "training images": f"{start.train_images:,}",
        "validation images": f"{start.valid_images:,}",
        **{name: _words(value) for name, value in asdict(start.config).items()},
        "ran on": start.device_reason,
    }
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>'
        for name, value in facts.items()
    )
    return f'<table class="settings">{rows}</table>'


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value)
