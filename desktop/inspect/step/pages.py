"""All pages of one walk, in their order."""

from desktop.inspect.step.back_pages import back_page, gradient_page, path_page, slopes_page
from desktop.inspect.step.forward_pages import forward_page, loss_page
from desktop.inspect.step.names import Names
from desktop.inspect.step.rows import Page
from desktop.inspect.step.update_pages import after_page, update_page


def pages_of(names: Names) -> tuple[Page, ...]:
    """Return the walk: forward, the loss, back, the gradient, the update, the loss after it."""
    path = names.traced.path
    forward = [forward_page(names, stop) for stop in path]
    back = [back_page(names, stop) for stop in reversed(path[:-1])]
    end = [path_page(names), gradient_page(names), update_page(names), after_page(names)]
    return (*forward, loss_page(names), slopes_page(names), *back, *end)
