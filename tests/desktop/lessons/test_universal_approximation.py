"""Question 38, read in the window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QStyleOptionComboBox

from desktop.lessons.controls.fields import ChoiceField
from desktop.lessons.figures.curve_looks import styles_of
from desktop.lessons.figures.plot import PlotView
from engine import Dataset
from engine.lessons.figures import Plot
from tests.desktop.lessons.conftest import Reader
from tests.mostly_long import mostly_long


def plots(reader: Reader) -> list[Plot]:
    return [figure for figure in reader.page.figures if isinstance(figure, Plot)]


@pytest.mark.long
def test_more_relus_come_nearer_and_layers_fold(reader: Reader, mnist_sample: Dataset) -> None:
    reader.open_question(38)
    reader.draw(mnist_sample.valid.images[60])
    errors = []
    for n in (1, 8, 64):
        reader.set("n", n)
        errors.append(plots(reader)[3].marks[0].y)
    assert errors[0] > 2 * errors[1] > 4 * errors[2]
    reader.set("depth", 5)
    assert all(outcome.as_promised for outcome in reader.outcomes)
    assert "10 ReLUs in all make 32 straight pieces" in reader.outcomes[-1].text


def test_sliders_stand_beside_the_plots_that_they_change(reader: Reader) -> None:
    page = reader.open_question(38)
    form = page.view.experiment.form
    assert form is not None
    shown = [view for view in page.view.experiment.board.views if isinstance(view, PlotView)]
    for name, plot in (("n", shown[2]), ("depth", shown[4])):
        field = form.fields[name]
        below = plot.mapTo(page.view, plot.rect().bottomLeft()).y()
        assert 0 < below - field.mapTo(page.view, QPoint(0, 0)).y() < 400
        before = plot.figure
        assert field.isVisible()
        field.setFocus()
        keys = field.focusProxy()
        reader.figures_after(lambda keys=keys: reader.qtbot.keyClick(keys, Qt.Key.Key_Right))
        assert plot.figure is not before
        assert plot.figure.curves[1].name != before.curves[1].name
        assert field.isVisible()


@pytest.mark.parametrize(
    ("slider", "to", "value"), mostly_long([("bend_2", 0.4, 0.4), ("slope_3", 0.6, 3)], {0})
)
def test_a_relu_is_dragged_with_the_mouse(
    reader: Reader, slider: str, to: float, value: float
) -> None:
    page = reader.open_question(38)
    view = next(v for v in page.view.experiment.board.views if isinstance(v, PlotView))
    page.reading.ensureWidgetVisible(view)
    viewport, qtbot = view.plot.viewport(), reader.qtbot
    handle = next(h for h in view.handles.shown if h.slider == slider)
    start = view.handles.place(handle).toPoint()
    goal = type(handle)("", to, 0, "") if not handle.upright else type(handle)("", 0, to, "")
    end = view.handles.place(goal).toPoint()
    end = QPoint(start.x(), end.y()) if handle.upright else QPoint(end.x(), start.y())
    before = plots(reader)[1].curves[1].y
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 5):
        qtbot.mouseMove(viewport, start + (end - start) * step / 4)
    reader.figures_after(lambda: qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end))
    assert page.view.experiment.form is not None
    assert page.view.experiment.form.values()[slider] == pytest.approx(value, abs=0.15)
    assert (plots(reader)[1].curves[1].y != before).any()
    qtbot.mouseMove(viewport, start)
    values = dict(page.view.experiment.form.values())
    qtbot.mouseMove(viewport, end)
    assert page.view.experiment.form.values() == values  # it was let go of


def test_a_relu_is_moved_by_the_keyboard(reader: Reader) -> None:
    page = reader.open_question(38)
    form = page.view.experiment.form
    assert form is not None
    track = form.fields["slope_2"].focusProxy()
    assert track is not None
    assert track.accessibleName() == "Slope 2"
    assert form.fields["slope_2"].y() == form.fields["bend_2"].y()
    reader.figures_after(lambda: reader.qtbot.keyClick(track, Qt.Key.Key_Right))
    (handle,) = (h for h in plots(reader)[0].handles if h.slider == "slope_2")
    assert handle.y * handle.per == pytest.approx(-1.9)


@pytest.mark.long
def test_a_handle_has_the_colour_of_its_relu(reader: Reader) -> None:
    page = reader.open_question(38)
    view = next(v for v in page.view.experiment.board.views if isinstance(v, PlotView))
    image = view.plot.grab().toImage()
    lines = [style.color_in(view.palette()).name() for style in styles_of(view.figure.curves)]
    assert len(set(lines)) == 4
    for handle in view.handles.shown:
        place = view.handles.place(handle).toPoint()
        around = {
            image.pixelColor(place + QPoint(across, down)).name()
            for across in range(-8, 9)
            for down in range(-8, 9)
        }
        assert lines[int(handle.slider[-1]) - 1] in around


@pytest.mark.long
def test_a_choice_that_is_as_wide_as_its_words_shows_them_whole(reader: Reader) -> None:
    reader.open_question(38)
    reader.set("fit", "least_squares")
    form = reader.page.view.experiment.form
    assert form is not None
    field = form.fields["fit"]
    assert isinstance(field, ChoiceField)
    option = QStyleOptionComboBox()
    field.initStyleOption(option)
    assert field.shown(option) == field.currentText()
