"""Into the pad and out of it, through real files, the real clipboard and real drops."""

import io
import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import PIL.Image
import PIL.ImageDraw
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QClipboard, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.sketch.arrivals import READ_PX
from desktop.sketch.mime import rgba
from desktop.sketch.sketch_panel import SketchPanel
from desktop.sketch.strokes import extent
from desktop.sketch.svg import to_svg
from engine import Dataset, prepare_image
from engine.inference.similarity import PixelSimilarity

Drag = Callable[[QWidget, np.ndarray], None]


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A 7 in blue ink on grey paper."""
    path = tmp_path / "seven.png"
    seven().save(path)
    return path


def seven() -> PIL.Image.Image:
    picture = PIL.Image.new("RGB", (300, 240), (214, 206, 190))
    draw = PIL.ImageDraw.Draw(picture)
    draw.line([(100, 50), (200, 50), (140, 190)], fill=(40, 50, 120), width=14, joint="curve")
    return picture


def draw(panel: SketchPanel) -> None:
    panel.document.begin_stroke(0.3, 0.2)
    panel.document.extend_stroke(0.7, 0.8)
    panel.document.finish_stroke()


def wait_for_picture(qtbot: QtBot, panel: SketchPanel) -> None:
    qtbot.waitUntil(lambda: panel.document.picture is not None)


def test_an_opened_image_is_shown_and_read(
    qtbot: QtBot, panel: SketchPanel, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw(panel)
    before = panel.document.content
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(photo)], ""))
    panel.toolbar.open.click()
    wait_for_picture(qtbot, panel)
    np.testing.assert_array_equal(panel.answer.model_view.image, prepare_image(seven()))
    assert panel.answer.digit.text() == "7"
    shown = panel.canvas.grab().toImage().pixelColor(panel.canvas.width() // 6, 200)
    assert shown.getRgb()[:3] == (214, 206, 190)
    panel.document.undo()
    assert panel.document.content is before


def test_a_stroke_takes_the_pictures_place(qtbot: QtBot, panel: SketchPanel, photo: Path) -> None:
    panel.files.open(photo)
    wait_for_picture(qtbot, panel)
    draw(panel)
    assert panel.document.picture is None
    assert len(panel.document.strokes) == 1
    panel.document.undo()
    assert panel.document.picture is not None


@pytest.mark.parametrize("how", ["image", "file"])
def test_pasting(qtbot: QtBot, panel: SketchPanel, photo: Path, how: str) -> None:
    mime = QMimeData()
    if how == "image":
        mime.setImageData(QImage(str(photo)))
    else:
        mime.setUrls([QUrl.fromLocalFile(str(photo))])
    QGuiApplication.clipboard().setMimeData(mime)
    panel.files.paste()
    wait_for_picture(qtbot, panel)
    assert panel.answer.digit.text() == "7"


def test_an_opened_file_is_remembered_and_nothing_that_is_pasted_after_it(
    qtbot: QtBot, panel: SketchPanel, photo: Path
) -> None:
    opened: list[Path] = []
    panel.files.opened.connect(opened.append)
    with qtbot.waitSignal(panel.files.busy_changed, check_params_cb=lambda busy: not busy):
        panel.files.open(photo)
    mime = QMimeData()
    mime.setImageData(QImage(str(photo)))
    with qtbot.waitSignal(panel.files.busy_changed, check_params_cb=lambda busy: not busy):
        panel.files.take(mime)
    assert opened == [photo]


def test_a_link_to_no_file_opens_nothing(qtbot: QtBot, panel: SketchPanel) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("file:"), QUrl("http://example.com/a.png")])
    with qtbot.assertNotEmitted(panel.files.files_brought), qtbot.waitSignal(panel.files.failed):
        panel.files.take(mime)


def paste_grey(panel: SketchPanel, side_px: int) -> None:
    image = QImage(side_px, side_px, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.fillRect(side_px // 2, side_px // 5, side_px // 20, side_px // 2, Qt.GlobalColor.black)
    painter.end()
    mime = QMimeData()
    mime.setImageData(image)
    QGuiApplication.clipboard().setMimeData(mime)
    panel.files.paste()


def test_a_pasted_picture_of_too_many_pixels_is_refused_at_once(
    panel: SketchPanel, told: list[str]
) -> None:
    draw(panel)
    paste_grey(panel, 7200)
    assert told == ["Pasted image is too large. Reduce it to less than 50 megapixels first."]
    assert not panel.files.are_awaited
    assert len(panel.document.strokes) == 1


def test_another_programs_picture_that_qt_decodes_no_more_is_refused_for_its_size(
    panel: SketchPanel, told: list[str]
) -> None:
    data = io.BytesIO()
    PIL.Image.new("1", (9500, 9500), 1).save(data, "png")
    mime = QMimeData()  # as X11's clipboard has it
    mime.setData("image/png", data.getvalue())
    mime.setData("application/x-qt-image", b"")
    panel.files.take(mime)
    assert told == ["Pasted image is too large. Reduce it to less than 50 megapixels first."]


def test_a_large_pasted_picture_is_made_smaller_first(qtbot: QtBot, panel: SketchPanel) -> None:
    asked: list[partial] = []
    panel.files._question._questions.answer_requested.connect(lambda _, what: asked.append(what))
    paste_grey(panel, 6000)
    wait_for_picture(qtbot, panel)
    (pixels, _) = asked[0].args
    assert pixels.shape == (READ_PX, READ_PX, 4)
    image = panel.document.image()
    assert image is not None
    columns = np.flatnonzero(image.any(axis=0))
    assert 1 <= len(columns) <= 5  # an upright stroke still


def test_dropping(qtbot: QtBot, panel: SketchPanel, photo: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo))])
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, mime, *keys)
    QApplication.sendEvent(panel.canvas, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime, *keys)
    QApplication.sendEvent(panel.canvas, drop)
    wait_for_picture(qtbot, panel)


def open_late(panel: SketchPanel, photo: Path, how: str) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo))])
    if how == "open":
        panel.files.open(photo)
    elif how == "paste":
        QGuiApplication.clipboard().setMimeData(mime)
        panel.files.paste()
    else:
        keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, mime, *keys)
        QApplication.sendEvent(panel.canvas, enter)
        drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime, *keys)
        QApplication.sendEvent(panel.canvas, drop)
    assert panel.files.are_awaited


def wait_for_all_answers(qtbot: QtBot, panel: SketchPanel) -> None:
    """Wait for those too that nobody wants any more."""
    questions = panel.files._question._questions
    qtbot.waitUntil(lambda: questions.are_answered)


@pytest.mark.parametrize("how", ["open", "paste", "drop"])
def test_a_late_picture_wipes_no_newer_stroke(
    qtbot: QtBot, panel: SketchPanel, drag: Drag, photo: Path, how: str
) -> None:
    open_late(panel, photo, how)
    drag(panel.canvas, np.array([[120, 100], [250, 100], [180, 300]]))
    wait_for_all_answers(qtbot, panel)
    assert len(panel.document.strokes) == 1
    assert panel.document.picture is None


@pytest.mark.parametrize("drawn", [True, False])
def test_a_late_picture_comes_to_no_cleared_pad(
    qtbot: QtBot, panel: SketchPanel, photo: Path, drawn: bool
) -> None:
    if drawn:
        draw(panel)
    open_late(panel, photo, "open")
    assert panel.clear_button.isEnabled()
    panel.clear_button.click()
    wait_for_all_answers(qtbot, panel)
    assert panel.document.is_empty
    assert not panel.clear_button.isEnabled()
    panel.document.undo()
    assert panel.document.is_empty is not drawn


def test_words_are_neither_dropped_nor_pasted(panel: SketchPanel, told: list[str]) -> None:
    mime = QMimeData()
    mime.setText("7")
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, mime, *keys)
    enter.ignore()
    QApplication.sendEvent(panel.canvas, enter)
    assert not enter.isAccepted()
    QGuiApplication.clipboard().setText("7")
    panel.files.paste()
    assert told == ["There is no image to paste: copy one first."]
    assert panel.document.is_empty


def test_a_clipboard_that_gives_nothing_at_all_is_told(
    panel: SketchPanel, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it is where the program that had copied has ended."""
    monkeypatch.setattr(QClipboard, "mimeData", lambda *_: None)
    panel.files.paste()
    assert told == ["There is no image to paste: copy one first."]


@pytest.mark.parametrize(
    "name", ["text.png", "text.svg", "missing.png", "missing.svg", "blank.png"]
)
def test_a_bad_file_is_told_in_a_sentence(
    qtbot: QtBot, panel: SketchPanel, told: list[str], tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    if "text" in name:
        path.write_text("just words")
    elif "blank" in name:
        PIL.Image.new("L", (50, 50), 255).save(path)
    draw(panel)
    before = panel.document.content
    panel.files.open(path)
    qtbot.waitUntil(lambda: bool(told))
    assert name in told[0]
    assert told[0].endswith(".")
    assert panel.document.content is before


def test_the_28x28_is_copied_and_comes_back_by_pasting(qtbot: QtBot, panel: SketchPanel) -> None:
    draw(panel)
    seen = panel.document.image()
    panel.files.copy(panel.reader.image)
    copied = QGuiApplication.clipboard().image()
    np.testing.assert_array_equal(rgba(copied)[..., 0], seen)
    panel.files.paste()
    wait_for_picture(qtbot, panel)
    np.testing.assert_array_equal(panel.document.image(), seen)


def test_a_saved_sketch_opens_again(
    qtbot: QtBot, panel: SketchPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw(panel)
    seen = panel.document.image()
    name = str(tmp_path / "mine")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, ""))
    panel.files.save()
    panel.document.clear()
    panel.files.open(tmp_path / "mine.svg")
    qtbot.waitUntil(lambda: not panel.document.is_empty)
    np.testing.assert_array_equal(panel.document.image(), seen)
    assert len(panel.document.strokes) == 1


@pytest.mark.parametrize(
    ("chosen", "kind", "written"),
    [
        ("digit v1.5", "", "digit v1.5.svg"),
        ("digit v1.5", "PNG image (*.png)", "digit v1.5.png"),
        ("digit v1.5.PNG", "", "digit v1.5.PNG"),
        ("digit.svg", "PNG image (*.png)", "digit.svg"),
    ],
)
def test_a_dot_in_a_name_begins_no_ending(
    panel: SketchPanel,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    chosen: str,
    kind: str,
    written: str,
) -> None:
    draw(panel)
    name = str(tmp_path / chosen)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, kind))
    panel.files.save()
    assert [path.name for path in tmp_path.iterdir()] == [written]


def test_copying_nothing_is_told(panel: SketchPanel, told: list[str]) -> None:
    QGuiApplication.clipboard().setText("mine")
    panel.files.copy(panel.reader.image)
    assert told == ["There is nothing to copy: draw something first."]
    assert QGuiApplication.clipboard().text() == "mine"


def test_a_saved_png_shows_the_sketch(panel: SketchPanel, tmp_path: Path) -> None:
    draw(panel)
    panel.files.save_as(tmp_path / "mine.png")
    with PIL.Image.open(tmp_path / "mine.png") as picture:
        grey = np.asarray(picture.convert("L"))
    assert grey.shape == (1024, 1024)
    assert grey[512, 512] == 0
    assert grey[5, 5] == 255


def test_a_stroke_under_the_pen_is_saved_too(panel: SketchPanel, tmp_path: Path) -> None:
    draw(panel)
    panel.document.begin_stroke(0.7, 0.2)
    panel.document.extend_stroke(0.3, 0.8)
    panel.files.save_as(tmp_path / "mine.svg")
    drawn = panel.document.content
    assert len(drawn.strokes) == 2
    assert (tmp_path / "mine.svg").read_bytes() == to_svg(drawn)


@pytest.mark.parametrize("size", [(380, 200), (200, 380)])
def test_ink_beside_the_square_is_saved_too(
    panel: SketchPanel, drag: Drag, tmp_path: Path, size: tuple[int, int]
) -> None:
    canvas = panel.canvas
    canvas.resize(*size)
    right, bottom = size[0] - 10, size[1] - 10
    drag(canvas, np.array([[right, bottom], [right - 10, bottom - 5], [right - 20, bottom]]))
    low, high = extent(panel.document.content.strokes[0])
    assert high.max() > 1.3
    panel.files.save_as(tmp_path / "mine.png")
    panel.files.save_as(tmp_path / "mine.svg")
    with PIL.Image.open(tmp_path / "mine.png") as picture:
        is_ink = np.asarray(picture.convert("L")) < 128
    longest = high.max()
    assert max(is_ink.shape) == 1024
    assert min(is_ink.shape) == pytest.approx(1024 / longest, abs=1)
    places = np.argwhere(is_ink)[:, ::-1] / 1024 * longest  # x, y in pad units
    np.testing.assert_allclose(places.min(axis=0), low, atol=0.03)
    np.testing.assert_allclose(places.max(axis=0), high, atol=0.03)
    root = ET.parse(tmp_path / "mine.svg").getroot()
    box = [float(word) for word in root.get("viewBox", "").split()]
    np.testing.assert_allclose(box, [0, 0, *np.maximum(high, 1)], atol=1e-3)
    assert float(root.get("width", "")) / float(root.get("height", "")) == pytest.approx(
        box[2] / box[3], abs=0.01
    )
    shown = rgba(QImage(str(tmp_path / "mine.svg")))[..., 0]  # as any other program shows it
    assert (shown < 60).sum() == pytest.approx((is_ink.sum() * shown.size / is_ink.size), rel=0.1)


def test_what_cannot_be_saved_is_told_and_the_old_file_stays(
    panel: SketchPanel, told: list[str], tmp_path: Path
) -> None:
    draw(panel)
    panel.files.save_as(tmp_path / "no such folder" / "mine.svg")
    assert "mine.svg" in told[0]
    assert not list(tmp_path.iterdir())


def test_a_test_digit_of_a_class(qtbot: QtBot, panel: SketchPanel, mnist_sample: Dataset) -> None:
    menu = panel.toolbar.digits
    menu.show_classes(mnist_sample.classes)
    assert [action.text() for action in menu.actions()[3:]] == ["Class 3", "Class 7"]
    menu.actions()[-1].trigger()
    wait_for_picture(qtbot, panel)
    sevens = mnist_sample.valid.images[mnist_sample.valid.labels == 1]
    assert (sevens == panel.document.image()).all(axis=(1, 2)).any()
    assert panel.document.picture is not None
    assert panel.document.picture.caption == "A test image: 7"


def test_a_misread_test_digit(qtbot: QtBot, panel: SketchPanel, means: PixelSimilarity) -> None:
    panel.toolbar.digits.misread.trigger()
    wait_for_picture(qtbot, panel)
    picture = panel.document.picture
    assert picture is not None
    answer = means.predict(picture.image).label
    other = "7" if answer == "3" else "3"
    assert picture.caption == f"A test image: {other}, read as {answer}"


def test_a_class_that_is_not_there(qtbot: QtBot, panel: SketchPanel, told: list[str]) -> None:
    panel.files.fetch("9")
    qtbot.waitUntil(lambda: bool(told))
    assert panel.document.is_empty
