"""What can go wrong, told to people. Each message says what, where, and what to do about it."""

from typing import Any


class InkgradError(Exception):
    """The parent of every error that Inkgrad raises on purpose; its text is fit to be shown."""


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

    def __init__(self, message: str, fix: dict[str, Any]) -> None:
        super().__init__(message)
        self.fix = fix
