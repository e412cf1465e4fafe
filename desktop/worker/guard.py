"""No exception leaves the worker: each becomes something that the window can say."""

import logging

from engine.errors import known_cause
from engine.words.message import Message

_log = logging.getLogger(__name__)


def said_of(error: Exception) -> Message:
    """Return what the engine says of an error, or that we don't know this one."""
    cause = known_cause(error)
    if cause:
        return cause
    _log.error("The worker met an error that it doesn't know", exc_info=error)
    return Message("unexpected", error=repr(error))
