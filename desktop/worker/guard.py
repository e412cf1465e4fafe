"""No exception leaves the worker: each becomes a sentence."""

import logging

from engine.errors import InkgradError

_log = logging.getLogger(__name__)


def sentence(error: Exception) -> str:
    """Return the engine's own sentence, or say that we don't know this error."""
    if isinstance(error, InkgradError):
        return str(error)
    _log.error("The worker met an error that it doesn't know", exc_info=error)
    return f"Something went wrong inside Inkgrad: {error!r}. Your sketch is kept."
