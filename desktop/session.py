"""What a window takes over from the one that was closed last, and leaves to the next one.

How it is kept is the business of `preferences`.
"""

from typing import TYPE_CHECKING

from desktop.shell.preferences import Preferences
from desktop.sketch.tools import Tool

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


def restore(window: "MainWindow", saved: Preferences) -> None:
    """Bring back what the last window left."""
    if saved.geometry:
        window.restoreGeometry(saved.geometry)
    window.recent.paths = saved.recent_files
    window.actions_.schemes[saved.color_scheme].setChecked(True)
    window.actions_.guide.setChecked(saved.guide_shown)
    window.sketch.canvas.show_guide(saved.guide_shown)
    window.sketch.keep_in(saved.sketch_file)
    for tool in Tool:
        window.sketch.tools.resize(saved.tool_step(tool), tool)
    _restore_training(window, saved)
    if saved.page in window.pages.names:
        window.pages.open(saved.page)


def _restore_training(window: "MainWindow", saved: Preferences) -> None:
    settings, curves = window.training.panel.settings, window.training.curves
    settings.show_config(saved.config)
    settings.more.setChecked(saved.more_shown)
    settings.dataset.remember(saved.recent_datasets)
    settings.dataset.setCurrentIndex(max(0, settings.dataset.findData(saved.dataset)))
    curves.smoothing.slider.setValue(saved.smoothing)
    for plot, is_log in zip(curves.plots, saved.log_scales, strict=False):
        plot.log.setChecked(is_log)
    window.training.runs.disclosure.setChecked(saved.runs_shown)


def save(window: "MainWindow", saved: Preferences) -> None:
    """Leave everything to the next window."""
    window.sketch.save_kept()
    saved.geometry = window.saveGeometry()
    saved.recent_files = window.recent.paths
    saved.color_scheme = window.theme.chosen
    saved.guide_shown = window.actions_.guide.isChecked()
    saved.page = window.pages.current
    for tool in Tool:
        saved.set_tool_step(tool, window.sketch.tools.step_of(tool))
    _save_training(window, saved)
    saved.save()


def _save_training(window: "MainWindow", saved: Preferences) -> None:
    settings, curves = window.training.panel.settings, window.training.curves
    saved.dataset, saved.config = settings.own
    saved.more_shown = settings.more.isChecked()
    saved.recent_datasets = settings.dataset.recent
    saved.smoothing = curves.smoothing.slider.value()
    saved.log_scales = [plot.log.isChecked() for plot in curves.plots]
    saved.runs_shown = window.training.runs.disclosure.isChecked()
