"""What the web pages about runs are made of, as HTML: the frame, a matrix, tables of settings."""

from collections.abc import Iterable, Sequence
from html import escape

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QDateTime, QLocale

from desktop.i18n.numbers import fill, whole
from desktop.i18n.words import Words
from desktop.widgets.theme import COOL, WARM
from engine.version import program_version


class PageWords(Words):
    """Of every page."""


_STRONGEST = 0x80  # the opacity of a colour, below dark words
_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #1B1E22; max-width: 760px;
  margin: 40px auto; padding: 0 20px; }
h1 { font-size: 26px; margin-bottom: 0; } h2 { font-size: 18px; margin-top: 36px; }
h3 { font-size: 15px; margin: 24px 0 4px; }
p.about { color: #656C75; margin-top: 4px; }
div.plot { overflow-x: auto; }
svg { min-width: 600px; max-width: 100%; height: auto;
  border: 1px solid #DFE2E6; border-radius: 8px;
  margin-bottom: 12px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 10px; text-align: right; border-bottom: 1px solid #DFE2E6; }
th { color: #656C75; font-weight: 500; } table.settings td, table.settings th { text-align: left; }
td.right { font-weight: 600; }
"""


def page(title: str, parts: Iterable[str]) -> str:
    """Return a whole page that needs nothing from outside."""
    now, locale, forms = QDateTime.currentDateTime(), QLocale(), QLocale.FormatType
    day, time = now.date(), now.time()  # apart: a long time has seconds and the zone's full name
    written = (
        f"{locale.toString(day, forms.LongFormat)}, {locale.toString(time, forms.ShortFormat)}"
    )
    origin = fill(PageWords.tr("Written by Inkgrad {0} on {1}."), program_version(), written)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{QLocale().bcp47Name()}">',
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)} - Inkgrad</title>",
        f"<style>{_STYLE}</style></head>",
        "<body>",
        f"<h1>{escape(title)}</h1>",
        f'<p class="about">{escape(origin)}</p>',
        *parts,
        "</body></html>",
    ]
    return "\n".join(lines) + "\n"


def heading(text: str, level: int = 2) -> str:
    return f"<h{level}>{escape(text)}</h{level}>"


def paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def scrolled(content: str) -> str:
    """Return what is scrolled sideways on a narrow screen."""
    return f'<div class="plot">{content}</div>'


def matrix(classes: Sequence[str], counts: NDArray[np.int64]) -> list[str]:
    """Return how many were read correctly, and what was taken for what: (C, C), rows are true."""
    words = PageWords.tr("{0:,} of %Ln validation image(s) read correctly.", "", int(counts.sum()))
    caption = PageWords.tr("Rows: what each image is. Columns: what it was read as.")
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in classes)
    rows = []
    for row, name in enumerate(classes):
        shares = counts[row] / max(1, counts[row].sum())
        pairs = enumerate(zip(counts[row].tolist(), shares.tolist(), strict=True))
        cells = "".join(_cell(n, share, row == column) for column, (n, share) in pairs)
        rows.append(f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>')
    table = f"<table><tr><td></td>{head}</tr>{''.join(rows)}</table>"
    right = fill(words, int(np.trace(counts)))
    return [paragraph(right), paragraph(caption), scrolled(table)]


def settings_table(rows: Iterable[tuple[str, Sequence[str]]], head: Sequence[str] = ()) -> str:
    """Return a table of names and values: one value a row, or one for each run of the `head`."""
    names = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    top = f"<tr><td></td>{names}</tr>" if head else ""
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th>'
        f"{''.join(f'<td>{escape(value)}</td>' for value in values)}</tr>"
        for name, values in rows
    )
    return f'<table class="settings">{top}{body}</table>'


def _cell(count: int, share: float, right: bool) -> str:
    """Return a count; the colour tells its share of the row, as in the window."""
    alpha = round(_STRONGEST * share ** (1 / 3))  # few mistakes differ, too
    look = f' style="background: {(COOL if right else WARM)[0]}{alpha:02X}"' if alpha else ""
    kind = ' class="right"' if right else ""
    return f"<td{kind}{look}>{whole(count)}</td>"
