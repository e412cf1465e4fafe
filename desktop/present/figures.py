"""Which figure of a page is worth a projector by itself."""

from PySide6.QtWidgets import QWidget


def figure_of(page: QWidget) -> QWidget:
    """Return it: the loss, the network, the confusion matrix or a curve, images, ..."""
    # not before somebody presents: the window imports each page as it is opened
    from desktop.data.page import DataPage
    from desktop.drawings.page import DrawingsPage
    from desktop.evaluate.page import EvaluatePage
    from desktop.evaluate.views import ROBUSTNESS
    from desktop.inspect.page import InsidePage
    from desktop.lessons.page import LearnPage
    from desktop.training.page import TrainingPage

    figure: QWidget | None = page
    if isinstance(page, TrainingPage):
        figure = page.lr_card if page.curves.loss.isHidden() else page.curves.loss
    elif isinstance(page, InsidePage):
        figure = page.network.parentWidget()  # or the layer's pictures, which lie there, too
    elif isinstance(page, EvaluatePage):
        stands = page.robustness if page.views.tabs.currentIndex() == ROBUSTNESS else None
        figure = stands.accuracy if stands else page.confusion.parentWidget()
    elif isinstance(page, DataPage):
        figure = page.gallery
    elif isinstance(page, DrawingsPage):
        figure = page.comparison
    elif isinstance(page, LearnPage):
        figure = page.view.experiment
    assert figure is not None
    return figure
