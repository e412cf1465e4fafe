"""What can go wrong. An error carries a code and values; `engine.words` has the sentence for it.

A sentence says what, where, and what to do about it.
"""

from typing import Any

from engine.words.message import Message, reason

_MEMORY_IS_FULL = ("out of memory", "alloc_failed", "can't allocate memory", "not enough memory")


class InkgradError(Exception):
    """The parent of every error that Inkgrad raises on purpose; its text is fit to be shown.

    `code` names a sentence in `engine.words`, and `values` fill it; one that is an error itself is
    said within the sentence.
    """

    def __init__(self, code: str, /, **values: Any) -> None:
        super().__init__(code)
        inner = {k: v.message if isinstance(v, InkgradError) else v for k, v in values.items()}
        self.message: Message = Message(code, **inner)

    def __str__(self) -> str:
        return str(self.message)


def means_full_memory(error: Exception) -> bool:
    """Tell whether an error says that there isn't enough memory, as Python or torch says it."""
    words = str(error).lower()
    by_torch = isinstance(error, RuntimeError) and any(hint in words for hint in _MEMORY_IS_FULL)
    return isinstance(error, MemoryError) or by_torch


def known_cause(error: Exception) -> Message | None:
    """Return what can be said of an error to people; None where it is a mistake of the program."""
    if isinstance(error, InkgradError):
        return error.message
    if means_full_memory(error):
        return Message("no_memory")
    return Message("system_refused", reason=reason(error)) if isinstance(error, OSError) else None


class DataError(InkgradError):
    """A dataset or an image can't be read or written."""


class ModelFileError(InkgradError):
    """A file isn't a model that Inkgrad can use."""


class ConfigError(InkgradError):
    """A training setting is out of its range, or two settings contradict each other."""


class LessonFileError(InkgradError):
    """A file isn't a lesson, or a field of it can't work."""


class WorkError(InkgradError):
    """What a pupil handed in can't be read, or a folder holds none of it."""


class DeviceError(InkgradError):
    """The device that was asked for isn't there or can't do the work."""


class TeamError(InkgradError):
    """Several processes that train together can't start, or have lost each other."""


class RunStoreError(InkgradError):
    """A run can't be kept, found, changed or continued."""


class TrainingDiverged(InkgradError):
    """The loss exploded or is no number; the message names the likely cause.

    `fix` holds the settings of TrainConfig, by name, that would mend it.
    """

    def __init__(self, code: str, /, fix: dict[str, Any] | None = None, **values: Any) -> None:
        super().__init__(code, **values)
        self.fix = fix or {}
