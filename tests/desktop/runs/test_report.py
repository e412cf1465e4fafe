"""The files that a run leaves: SVG, CSV and the web page, read back by parsers of their own."""

import csv
import io
import re
from codecs import BOM_UTF8
from html.parser import HTMLParser
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication

from desktop.i18n import translations
from desktop.plots.numbers_csv import curves_csv
from desktop.plots.series import Series
from desktop.plots.svg_plot import Line, plot_svg, thin_out
from desktop.runs.report import report_html
from desktop.runs.run_list import Run, RunLog
from engine.config import TrainConfig
from engine.reports import EpochReport, StepReport
from engine.version import program_version
from engine.words.message import Message
from tests.desktop.by_hand import a_start

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def run() -> Run:
    """Return a run of two epochs with a name that must be escaped."""
    log = RunLog()
    config = TrainConfig(model="mlp", hidden=(100, 50), lr=0.25)
    reason = Message("other_device", name="CPU & no GPU")
    start = a_start(dataset="a<b", config=config, valid_images=4, batches=2, device_reason=reason)
    run = log.begin(start, "the <fast> one")
    for epoch in (1, 2):
        losses = np.array([0.5, 0.4], np.float32) / epoch
        log.live.add([StepReport(2 * epoch, epoch, losses, 0.1, 1.5 * epoch)])
        log.live.add([EpochReport(epoch, 2, 0.4, 0.3, 0.75, 1.5 * epoch)])
    return run


class Page(HTMLParser):
    """Checks that tags close in the order they opened, and gathers what there is to read."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_whole_and_needs_nothing_from_outside(run: Run) -> None:
    text = report_html(run, ("3", "7"), np.array([[2, 0], [1, 1]]))
    page = Page(text)
    assert page.open == []
    assert page.links == []
    assert "url(" not in text
    assert set(re.findall(r"https?://[^\"]*", text)) == {"http://www.w3.org/2000/svg"}


def test_the_page_says_what_the_run_was(run: Run) -> None:
    page = Page(report_html(run, ("3", "7"), np.array([[2, 0], [1, 1]])))
    for words in ("the <fast> one", "a<b", "75.00 %", "100, 50", "0.25", "3 of 4", "CPU & no GPU"):
        assert words in page.text


def test_counts_of_a_network_that_learned_on_say_so(run: Run) -> None:
    counts = np.array([[2, 0], [1, 1]])
    assert "Counted with" not in report_html(run, ("3", "7"), counts)
    run.history.add([StepReport(5, 3, np.array([0.1], np.float32), 0.1, 3.2)])
    page = Page(report_html(run, ("3", "7"), counts))
    assert "as it stopped, 1 batch after its last whole epoch" in page.text


def test_the_page_tells_every_rate(run: Run) -> None:
    run.change_lr(0.05)
    page = Page(report_html(run, ("3", "7"), np.array([[2, 0], [1, 1]])))
    assert "0.25; 0.05 from batch 5 on" in page.text


def test_the_page_speaks_the_windows_language(run: Run, qapp: QApplication) -> None:
    english = Page(report_html(run, ("3", "7"), np.array([[2, 0], [1, 1]])))
    run.change_lr(0.05)
    translations.install(qapp, "de")
    try:
        text = report_html(run, ("3", "7"), np.array([[2, 0], [1, 1]]))
    finally:
        translations.install(qapp, "en")
    page = Page(text)
    assert '<html lang="de">' in text
    for words in ("Kurven", "Lernrate", "ab Batch 5", "75,00 %", "nach 2 Epochen", "ja"):
        assert words in page.text
    for words in ("Loss", "smooth", "epoch", "images", "Learning", "Settings", "yes", "Ran on"):
        assert words in english.text
        assert words not in page.text


def test_the_pages_curves_are_drawings_of_every_point(run: Run) -> None:
    text = report_html(run, ("3", "7"), np.eye(2, dtype=np.int64))
    drawings = [ElementTree.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", text, re.S)]
    assert len(drawings) == 3
    counts = [
        [len(line.get("points", "").split()) for line in drawing.iter(f"{SVG}polyline")]
        for drawing in drawings
    ]
    assert counts == [[4, 4], [2, 2], [2]]


def test_higher_values_are_drawn_higher_and_ticks_are_round() -> None:
    x = np.arange(1.0, 6.0)
    drawing = ElementTree.fromstring(
        plot_svg("Loss", "batch", [Line("a", x, np.array([5.0, 4, 3, 2, 1]), "#0072B2")])
    )
    points = [p.split(",") for p in drawing.find(f"{SVG}polyline").get("points").split()]
    heights = [float(y) for _, y in points]
    assert heights == sorted(heights)
    written = {text.text for text in drawing.iter(f"{SVG}text")}
    assert {"1", "2", "3", "4", "5", "Loss", "batch", "a"} <= written


def test_logarithmic_axes_write_the_values_themselves() -> None:
    rates = np.geomspace(1e-4, 10, 20)
    text = plot_svg("Rates", "rate", [Line("loss", rates, rates, "#0072B2")], log_x=True)
    written = {node.text for node in ElementTree.fromstring(text).iter(f"{SVG}text")}
    assert {"0.0001", "0.001", "0.1", "10"} <= written


@pytest.mark.parametrize("y", [[], [2.0], [0.0, 0.0], [1.0, np.nan, 2.0]])
def test_any_curve_can_be_drawn(y: list[float]) -> None:
    line = Line("a", np.arange(len(y), dtype=float), np.array(y), "#0072B2")
    for log in (False, True):
        assert "nan" not in plot_svg("Loss", "batch", [line], log_y=log)


@pytest.mark.parametrize(("count", "dots"), [(1, 1), (20, 20), (21, 0)])
def test_few_points_are_drawn_as_dots(count: int, dots: int) -> None:
    points = np.arange(count, dtype=float)
    drawing = ElementTree.fromstring(
        plot_svg("Loss", "batch", [Line("a", points, points, "#0072B2")])
    )
    assert len(list(drawing.iter(f"{SVG}circle"))) == dots


def test_thinning_keeps_the_peaks() -> None:
    y = np.zeros(100_000)
    y[54_321] = 9
    x, thin = thin_out(np.arange(100_000.0), y)
    assert len(x) <= 1500
    assert thin.max() == 9
    assert x[thin.argmax()] == 54_321


def test_the_table_has_a_row_for_each_place() -> None:
    first, second = Series(), Series()
    first.append([1, 2, 3], [0.5, 0.25, 0.125])
    second.append([2, 4], [7, 8])
    file = curves_csv("batch", [("a, b", first), ("c", second)])
    assert file.startswith(BOM_UTF8)  # for Excel
    rows = list(csv.reader(io.StringIO(file.decode("utf-8-sig"))))
    assert rows == [
        ["batch", "a, b", "c"],
        ["1", "0.5", ""],
        ["2", "0.25", "7"],
        ["3", "0.125", ""],
        ["4", "", "8"],
    ]


def test_a_logarithmic_table_has_what_the_logarithms_stand_for() -> None:
    rates = Series()
    rates.append([-2, -1], [3, 4])
    assert curves_csv("rate", [("loss", rates)], log_x=True).decode("utf-8-sig").split() == [
        "rate,loss",
        "0.01,3",
        "0.1,4",
    ]


def test_the_page_says_who_wrote_it_and_when(run: Run) -> None:
    page = report_html(run, ("3", "7"), np.eye(2, dtype=np.int64))
    assert f"Inkgrad {program_version()}" in page
    assert str(QDate.currentDate().year()) in page
    (said,) = re.findall(r"Written by Inkgrad .*?</p>", page)
    assert not re.search(r"\d:\d\d:\d\d|[Tt]ime", said)  # neither seconds nor the zone's full name


def test_the_matrix_colours_tell_how_many(run: Run) -> None:
    page = report_html(run, ("3", "7"), np.array([[986, 24], [1, 1009]]))
    found = re.findall(r"background: #\w{6}(\w\w)\">([\d,]+)<", page)
    strength = {count: int(opacity, 16) for opacity, count in found}
    assert strength["986"] > 3 * strength["24"] > 6 * strength["1"] > 0
    assert "background: #" not in "".join(re.findall(r"<td[^>]*>0<", page))


def test_the_page_can_be_read_on_a_narrow_screen(run: Run) -> None:
    page = report_html(run, ("3", "7"), np.eye(2, dtype=np.int64))
    assert "<caption" not in page  # it would be as narrow as the table
    assert page.count('<div class="plot">') == 4  # what is wide scrolls, and keeps its type's size
    assert "overflow-x: auto" in page
