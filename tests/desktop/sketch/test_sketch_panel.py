"""The left side as a whole: tools and sizes, similarity beside the network, the kept sketch."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.shell.actions import Actions
from desktop.sketch.content import Content, Picture
from desktop.sketch.document import SketchDocument
from desktop.sketch.keeping import SketchKeeper
from desktop.sketch.mime import rgba
from desktop.sketch.sketch_panel import SketchPanel
from desktop.sketch.tools import SIZES, Tool
from desktop.worker.messages import Kind, Reading, Source
from desktop.worker.questions import Questions
from engine import Dataset
from engine.inference.prediction import Prediction
from engine.inference.similarity import PixelSimilarity

LEFT = Qt.MouseButton.LeftButton


def bar(panel: SketchPanel, y: float = 0.5) -> None:
    """Draw a line across the pad with the mouse."""
    drag(panel, [(0.2, y), (0.35, y), (0.5, y), (0.65, y), (0.8, y)])


def drag(panel: SketchPanel, places: list[tuple[float, float]]) -> None:
    side = min(panel.canvas.width(), panel.canvas.height())
    points = [QPoint(round(x * side), round(y * side)) for x, y in places]
    QTest.mousePress(panel.canvas, LEFT, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(panel.canvas, point)
    QTest.mouseRelease(panel.canvas, LEFT, pos=points[-1])


def test_the_eraser_cuts_strokes_and_one_drag_is_one_step(panel: SketchPanel) -> None:
    bar(panel)
    panel.toolbar.eraser.click()
    drag(panel, [(0.5, 0.3), (0.5, 0.5), (0.5, 0.7)])
    assert len(panel.document.strokes) == 2
    assert panel.document.undo_stack.count() == 2
    panel.toolbar.undo.click()
    assert len(panel.document.strokes) == 1
    panel.toolbar.redo.click()
    assert len(panel.document.strokes) == 2


def test_an_answer_that_the_pen_has_outrun_turns_grey(panel: SketchPanel) -> None:
    bar(panel)
    source = Source(Kind.STARTER, "mnist_sample", ("3", "7"))
    panel.answer.show_source(source)
    sure = Prediction("3", np.array([1, 0], np.float32), ("3", "7"))
    panel.answer.show_reading(Reading(1, sure, source))
    assert not panel.answer._late.isActive()
    panel.reader.fell_behind.emit()
    assert panel.answer._late.isActive()


def test_what_is_wiped_is_read_at_once(panel: SketchPanel) -> None:
    bar(panel)
    before = panel.reader.image
    panel.tools.take(Tool.ERASER)
    side = panel.canvas.height()
    QTest.mousePress(panel.canvas, LEFT, pos=QPoint(side // 2, side // 2))
    assert not np.array_equal(before, panel.reader.image)
    QTest.mouseRelease(panel.canvas, LEFT, pos=QPoint(side // 2, side // 2))


def test_an_eraser_that_met_nothing_is_no_step(panel: SketchPanel) -> None:
    bar(panel)
    panel.tools.take(Tool.ERASER)
    drag(panel, [(0.1, 0.1), (0.3, 0.1)])
    assert panel.document.undo_stack.count() == 1


def test_the_pad_says_that_a_picture_is_not_erased(
    panel: SketchPanel, mnist_sample: Dataset
) -> None:
    said = panel.canvas.accessibleDescription
    picture = Picture(mnist_sample.valid.images[0], caption="A test image: 3")
    panel.document.put(Content(picture=picture))
    panel.toolbar.eraser.click()
    captioned = panel.canvas.grab().toImage()
    drag(panel, [(0.4, 0.5), (0.6, 0.5)])
    QTest.mouseMove(panel.canvas, QPoint(0, 0))
    assert said().startswith("The eraser only removes strokes")
    assert panel.canvas.grab().toImage() != captioned
    assert panel.document.picture is picture
    assert panel.document.undo_stack.count() == 1
    panel.toolbar.brush.click()
    assert said().startswith("A test image: 3")
    panel.toolbar.eraser.click()
    panel.toolbar.clear.click()
    drag(panel, [(0.4, 0.5), (0.6, 0.5)])
    assert said().startswith("Draw here")


@pytest.mark.parametrize("caption", ["a word " * 14, "A" * 90])
def test_a_long_caption_takes_more_lines_on_a_low_pad(
    panel: SketchPanel, mnist_sample: Dataset, caption: str
) -> None:
    panel.canvas.setFixedSize(380, 200)
    shown = []
    for words in ("", "a word", caption):
        panel.document.put(Content(picture=Picture(mnist_sample.valid.images[0], caption=words)))
        shown.append(rgba(panel.canvas.grab().toImage()).astype(int))
    short, long = (np.nonzero(np.abs(told - shown[0]).sum(axis=2)) for told in shown[1:])
    assert np.ptp(long[0]) > 1.5 * np.ptp(short[0])
    assert long[0].max() < 199
    assert 0 < long[1].min() < 100  # beside the square, and inside of the pad
    assert 280 < long[1].max() < 379


def test_keys_choose_the_tool_and_its_size(panel: SketchPanel) -> None:
    panel.canvas.setFocus()
    QTest.keyClick(panel.canvas, Qt.Key.Key_E)
    assert panel.toolbar.eraser.isChecked()
    assert not panel.toolbar.brush.isChecked()
    QTest.keyClick(panel.canvas, Qt.Key.Key_B)
    assert panel.toolbar.brush.isChecked()
    for _ in range(9):
        QTest.keyClick(panel.canvas, Qt.Key.Key_BracketRight)
    bar(panel)
    for _ in range(9):
        QTest.keyClick(panel.canvas, Qt.Key.Key_BracketLeft)
    bar(panel, 0.7)
    drawn = [stroke.width for stroke in panel.document.strokes]
    assert drawn == [SIZES[-1][Tool.BRUSH], SIZES[0][Tool.BRUSH]]


@pytest.mark.parametrize("tool", Tool)
def test_every_size_is_in_the_menu_and_broader_than_the_one_before(
    panel: SketchPanel, tool: Tool
) -> None:
    panel.tools.take(tool)
    widths = []
    for action in panel.toolbar.size_button.menu().actions():
        action.trigger()
        widths.append(panel.tools.width())
    assert widths == sorted({size[tool] for size in SIZES})


def test_the_brushs_size_is_not_the_models_matter(panel: SketchPanel) -> None:
    bar(panel)
    usual = panel.reader.image
    panel.document.clear()
    panel.tools.resize(4)
    bar(panel)
    np.testing.assert_array_equal(panel.reader.image, usual)


def test_every_tool_has_a_name_and_a_hint(panel: SketchPanel) -> None:
    for button in panel.toolbar.findChildren(QPushButton):
        assert button.accessibleName()
        assert len(button.toolTip()) > 15
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_menus_arrow_keeps_clear_of_its_label(panel: SketchPanel) -> None:
    button = panel.toolbar.digit
    seen = rgba(button.grab().toImage()).astype(int)
    is_ink = (np.abs(seen - seen[2, 10]).sum(axis=2) > 60).any(axis=0)
    inked = np.flatnonzero(is_ink[3:-3]) + 3
    gaps = np.diff(inked)
    assert gaps[-10:].max() >= 4  # between the last letter and the arrow
    assert inked[0] < button.width() - 1 - inked[-1] + 8  # and the label isn't pushed aside


def test_pixel_similarity_stands_beside_the_answer(
    qtbot: QtBot, panel: SketchPanel, means: PixelSimilarity, mnist_sample: Dataset
) -> None:
    assert panel.answer.similarity.text() == ""
    panel.show_source(Source(Kind.STARTER, "mnist", mnist_sample.classes))
    with qtbot.waitSignal(panel.baseline.changed):
        pass
    assert panel.answer.similarity.text() == "pixel similarity: –"
    image = mnist_sample.valid.images[0]
    panel.document.put(Content(picture=Picture(image)))
    qtbot.waitUntil(lambda: panel.answer.bars.distances_of("3") is not None)
    l1, rmse = (means.distances(image[None], norm)[0] for norm in ("l1", "rmse"))
    for place, name in enumerate(mnist_sample.classes):
        expected = pytest.approx((l1[place], rmse[place]), abs=1e-5)
        assert panel.answer.bars.distances_of(name) == expected
        words = f"L1 {l1[place]:.3f}"
        qtbot.waitUntil(lambda words=words: words in panel.answer.bars.accessibleDescription())
    nearest = {mnist_sample.classes[int(far.argmin())] for far in (l1, rmse)}
    assert nearest <= set(panel.answer.similarity.text())


def test_test_images_and_invitation_are_of_what_the_network_knows(panel: SketchPanel) -> None:
    for classes, invitation in (
        (("cat", "dog"), "Draw here"),
        (tuple("0123456789"), "Draw a digit here"),
    ):
        panel.show_source(Source(Kind.RUN, "mlp", classes, run=1))
        offered = [action.text() for action in panel.toolbar.digits.actions()[3:]]
        assert offered == [f"Class {name}" for name in classes]
        assert panel.canvas.invitation == invitation


def test_ten_classes_fit_without_scrolling(panel: SketchPanel) -> None:
    bars = panel.answer.bars
    bars.show_classes(tuple("0123456789"))
    assert len(bars.rows()) == 10
    assert bars.height() >= bars.minimumSizeHint().height()


def test_the_last_sketch_comes_back(qtbot: QtBot, actions: Actions, tmp_path: Path) -> None:
    path = tmp_path / "data" / "sketch.svg"
    first = SketchPanel(Questions(), actions)
    qtbot.addWidget(first)
    first.resize(410, 711)
    first.show()
    first.keep_in(path)
    assert first.document.is_empty
    bar(first)
    seen = first.document.image()
    qtbot.waitUntil(path.exists)  # a moment after the last stroke, without anyone's asking

    again = SketchPanel(Questions(), actions)
    qtbot.addWidget(again)
    again.keep_in(path)
    np.testing.assert_array_equal(again.document.image(), seen)
    assert again.document.undo_stack.canUndo()
    assert actions.undo.isEnabled()
    again.document.undo()
    assert again.document.is_empty
    assert not actions.undo.isEnabled()


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\xff\xfe"])
def test_a_damaged_kept_sketch_is_an_empty_pad(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "sketch.svg"
    path.write_bytes(data)
    document = SketchDocument()
    SketchKeeper(document, path, document)
    assert document.is_empty


def test_a_place_that_cannot_be_written_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    document = SketchDocument()
    keeper = SketchKeeper(document, tmp_path / "file" / "sketch.svg", document)
    document.begin_stroke(0.2, 0.2)
    keeper.save()
