"""The settings of the reader's next run, as they were typed. No widget: the form shows them."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.training.presets import effective
from engine.config import TrainConfig
from engine.errors import ConfigError


class ReaderSettings(QObject):
    """`config` are the last settings that made sense together; what doesn't apply is as usual.

    Signals: `changed()` other settings, or none that make sense.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.config = TrainConfig()
        self._problem: ConfigError | None = None

    @property
    def make_sense(self) -> bool:
        """Whether what is typed now can be trained with."""
        return self._problem is None

    def checked(self) -> TrainConfig:
        """Return the settings; raises ConfigError where what is typed makes no sense."""
        if self._problem:
            raise self._problem
        return self.config

    def take(self, config: TrainConfig) -> None:
        """Have these settings from now on."""
        config = effective(config)
        if self._problem or config != self.config:
            self.config, self._problem = config, None
            self.changed.emit()

    def change(self, settings: dict[str, Any]) -> None:
        """Change some settings, by their names in TrainConfig, and leave the others."""
        self.take(replace(self.config, **settings))

    def refuse(self, problem: ConfigError) -> None:
        """Note that what is typed makes no sense."""
        self._problem = problem
        self.changed.emit()
