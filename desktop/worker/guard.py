"""The border of the worker: no exception passes it, each becomes a sentence."""

import functools
import logging
from collections.abc import Callable
from typing import Any, Protocol

from engine.errors import InkgradError

_log = logging.getLogger(__name__)


class Guarded(Protocol):
    """Who has guarded slots."""

    def tell_failure(self, error: Exception) -> None:
        """Let the window know what went wrong."""

    def fail_run(self) -> None:
        """End the run that can't go on."""


def guarded(*, ends_run: bool) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Let no exception leave a slot: it becomes a sentence, and may be the end of the run."""

    def guard(slot: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(slot)
        def careful(worker: Guarded, *args: Any) -> None:
            try:
                slot(worker, *args)
            except Exception as error:
                worker.tell_failure(error)
                if ends_run:
                    worker.fail_run()

        return careful

    return guard


def sentence(error: Exception) -> str:
    """Return the engine's own sentence, or say that we don't know this error."""
    if isinstance(error, InkgradError):
        return str(error)
    _log.error("The worker met an error that it doesn't know", exc_info=error)
    return f"Something went wrong inside Inkgrad: {error!r}. Your sketch is kept."
