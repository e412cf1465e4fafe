"""What can go wrong. An error carries a code and values; `engine.words` has the sentence for it.

A sentence says what, where, and what to do about it.
"""

from typing import Any

from engine.words.message import Message


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


class DataError(InkgradError):
    """A dataset or an image can't be read or written."""


class ModelFileError(InkgradError):
    """A file isn't a model that Inkgrad can use."""


class ConfigError(InkgradError):
    """A training setting is out of its range, or two settings contradict each other."""


class LessonFileError(InkgradError):
    """A file isn't a lesson, or a field of it can't work."""


class DeviceError(InkgradError):
    """The device that was asked for isn't there or can't do the work."""


class TeamError(InkgradError):
    """Several processes that train together can't start, or have lost each other."""


class TrainingDiverged(InkgradError):
    """The loss exploded or is no number; the message names the likely cause.

    `fix` holds the settings of TrainConfig, by name, that would mend it.
    """

    def __init__(self, code: str, /, fix: dict[str, Any] | None = None, **values: Any) -> None:
        super().__init__(code, **values)
        self.fix = fix or {}
