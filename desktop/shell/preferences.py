"""What comes back at the next start. The only user of QSettings."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths, Qt

from desktop.i18n.translations import LANGUAGES, SYSTEM
from desktop.plots.series import SMOOTHING
from desktop.plots.smoothing import to_place
from desktop.sketch.tools import USUAL, Tool
from engine.config import TrainConfig
from engine.errors import ConfigError

Value = TypeVar("Value")


def keep_settings_in(folder: str) -> None:
    """From now on keep settings in a folder of our own: for tests, which must leave no trace."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)


class Preferences:
    """Typed reading and writing; whatever is missing or damaged counts as never saved."""

    def __init__(self) -> None:
        self._settings = QSettings()

    @property
    def geometry(self) -> QByteArray | None:
        value = self._settings.value("window/geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("window/geometry", geometry)

    @property
    def color_scheme(self) -> Qt.ColorScheme:
        """The chosen appearance; Unknown follows the system."""
        name = self._text("window/appearance")
        return (
            Qt.ColorScheme[name] if name in Qt.ColorScheme.__members__ else Qt.ColorScheme.Unknown
        )

    @color_scheme.setter
    def color_scheme(self, scheme: Qt.ColorScheme) -> None:
        self._settings.setValue("window/appearance", scheme.name)

    @property
    def language(self) -> str:
        """The chosen language, one of LANGUAGES; empty follows the system."""
        name = self._text("window/language")
        return name if name in LANGUAGES else SYSTEM

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("window/language", language)

    @property
    def page(self) -> str:
        """The name of the page that was open last."""
        return self._text("window/page")

    @page.setter
    def page(self, name: str) -> None:
        self._settings.setValue("window/page", name)

    @property
    def hint_followed(self) -> bool:
        """Whether the first start's hint has done its work."""
        return self._text("window/hint") == "followed"

    @hint_followed.setter
    def hint_followed(self, followed: bool) -> None:
        self._settings.setValue("window/hint", "followed" if followed else "")

    @property
    def sketch_file(self) -> Path:
        """Where the last sketch is kept: with the user's data, or wherever settings were moved."""
        return self._data_folder() / "sketch.svg"

    @property
    def progress_file(self) -> Path:
        """Where it is kept which lessons are done."""
        return self._data_folder() / "progress.json"

    @property
    def guide_shown(self) -> bool:
        return self._read("sketch/guide", True)

    @guide_shown.setter
    def guide_shown(self, shown: bool) -> None:
        self._write("sketch/guide", shown)

    def tool_step(self, tool: Tool) -> int:
        """Return how broad a tool was, as a place in its sizes."""
        return self._read(f"sketch/{tool.value}", USUAL)

    def set_tool_step(self, tool: Tool, step: int) -> None:
        self._write(f"sketch/{tool.value}", step)

    @property
    def more_shown(self) -> bool:
        """Whether the form of settings was opened up."""
        return self._read("training/more", False)

    @more_shown.setter
    def more_shown(self, shown: bool) -> None:
        self._write("training/more", shown)

    @property
    def runs_shown(self) -> bool:
        """Whether the table of runs was open."""
        return self._read("training/runs", True)

    @runs_shown.setter
    def runs_shown(self, shown: bool) -> None:
        self._write("training/runs", shown)

    @property
    def smoothing(self) -> int:
        """The slider's place."""
        return self._read("training/smoothing", to_place(SMOOTHING))

    @smoothing.setter
    def smoothing(self, place: int) -> None:
        self._write("training/smoothing", place)

    @property
    def log_scales(self) -> list[bool]:
        """Which of the plots were logarithmic, in their order."""
        nothing: list[bool] = []
        return [is_log is True for is_log in self._read("training/log", nothing)]

    @log_scales.setter
    def log_scales(self, are_log: list[bool]) -> None:
        self._write("training/log", are_log)

    @property
    def config(self) -> TrainConfig:
        """The last run's settings, or the book's."""
        default = TrainConfig()
        try:
            saved = {
                name: json.loads(self._text(f"training/{name}"))
                for name in asdict(default)
                if self._settings.contains(f"training/{name}")
            }
            widths = tuple(saved.pop("hidden", default.hidden))
            return replace(default, hidden=widths, **saved)
        except (ValueError, TypeError, ConfigError):
            return default

    @config.setter
    def config(self, config: TrainConfig) -> None:
        for name, value in asdict(config).items():
            self._write(f"training/{name}", value)

    @property
    def dataset(self) -> str | Path:
        """The last dataset: a bundled one's name, or where another stands."""
        name = self._text("training/dataset") or "mnist_sample"
        return Path(name) if Path(name).is_absolute() else name

    @dataset.setter
    def dataset(self, dataset: str | Path) -> None:
        self._settings.setValue("training/dataset", str(dataset))

    @property
    def recent_datasets(self) -> list[Path]:
        """Datasets of one's own, newest first; those that are gone are left out."""
        paths = [Path(line) for line in self._text("training/recent").splitlines()]
        return [path for path in paths if path.exists()]

    @recent_datasets.setter
    def recent_datasets(self, paths: list[Path]) -> None:
        self._settings.setValue("training/recent", "\n".join(map(str, paths)))

    @property
    def recent_files(self) -> list[Path]:
        """Lessons, models, images and sketches that were opened, newest first."""
        return [Path(line) for line in self._text("training/models").splitlines()]

    @recent_files.setter
    def recent_files(self, paths: list[Path]) -> None:
        self._settings.setValue("training/models", "\n".join(map(str, paths)))

    def save(self) -> None:
        """Write to disk now."""
        self._settings.sync()

    def _data_folder(self) -> Path:
        if QSettings.defaultFormat() == QSettings.Format.IniFormat:
            return Path(self._settings.fileName()).parent
        place = QStandardPaths.StandardLocation.AppDataLocation
        return Path(QStandardPaths.writableLocation(place))

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""

    def _read(self, key: str, usual: Value) -> Value:
        try:
            value = json.loads(self._text(key))
        except ValueError:
            return usual
        return value if type(value) is type(usual) else usual

    def _write(self, key: str, value: object) -> None:
        self._settings.setValue(key, json.dumps(value))
