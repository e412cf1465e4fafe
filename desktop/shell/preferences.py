"""What comes back at the next start: typed values of the settings' file, and where all is kept."""

import base64
import json
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QSettings,  # noqa: TID251 - it tells where settings are, and reads none
    QStandardPaths,
    Qt,
)

from desktop.i18n.translations import LANGUAGES, SYSTEM
from desktop.plots.along import Along
from desktop.plots.series import SMOOTHING
from desktop.plots.smoothing import to_place
from desktop.shell.settings_store import SettingsStore, not_gone
from desktop.sketch.tools import USUAL, Tool
from desktop.worker.messages import AsIs, DataSource
from engine.config import TrainConfig
from engine.errors import ConfigError
from engine.runs.place import MOST_BYTES, MOST_RUNS, keep_runs_in

Value = TypeVar("Value")

_OLD_GEOMETRY = "@ByteArray("  # as version 0.1.0 wrote it


def name_program() -> None:
    """Let Qt know where this program's settings are."""
    QCoreApplication.setOrganizationName("Inkgrad")
    QCoreApplication.setApplicationName("Inkgrad")


def keep_settings_in(folder: str) -> None:
    """From now on keep settings and runs in a folder of our own: for trials without a trace."""
    keep_runs_in(Path(folder) / "runs")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)


class Kept(Generic[Value]):
    """A property that is kept under a key; `usual` where it is missing or of another type."""

    def __init__(self, key: str, usual: Value) -> None:
        self._key, self._usual = key, usual

    def __get__(self, preferences: "Preferences", _: type) -> Value:
        return preferences.store.read(self._key, self._usual)

    def __set__(self, preferences: "Preferences", value: Value) -> None:
        preferences.store.write(self._key, value)


class Preferences:
    """Typed reading and writing; whatever is missing or damaged counts as never saved.

    `damage` has a sentence for each kept file that was damaged.
    """

    guide_shown = Kept("sketch/guide", True)
    several_digits = Kept("sketch/several", False)  # whether each of them is read by itself
    scale = Kept("window/scale", 100)  # per cent
    more_shown = Kept("training/more", False)  # whether the form of settings was opened up
    runs_shown = Kept("training/runs", True)
    smoothing = Kept("training/smoothing", to_place(SMOOTHING))  # the slider's place
    most_runs = Kept("runs/most", MOST_RUNS)
    most_megabytes = Kept("runs/most_megabytes", MOST_BYTES >> 20)
    along = Kept("training/along", Along.BATCHES.value)  # what the curves run along
    other_python = Kept("worker/python", "")  # an environment in which the worker works
    answering = Kept("training/answering", "")  # the kept run or model file whose network did

    def __init__(self) -> None:
        self.store = SettingsStore(_settings_file())
        self.damage: list[str] = []

    @property
    def geometry(self) -> QByteArray | None:
        """The window's place, as Qt tells it."""
        text = self.store.text("window/geometry")
        try:
            if text.startswith(_OLD_GEOMETRY):
                return QByteArray(text[len(_OLD_GEOMETRY) : -1].encode("latin-1"))
            return QByteArray(base64.b64decode(text, validate=True)) if text else None
        except ValueError as error:
            self.store.error = error
            return None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self.store.put("window/geometry", base64.b64encode(geometry.data()).decode("ascii"))

    @property
    def color_scheme(self) -> Qt.ColorScheme:
        """The chosen appearance; Unknown follows the system."""
        name = self.store.text("window/appearance")
        return Qt.ColorScheme.__members__.get(name, Qt.ColorScheme.Unknown)

    @color_scheme.setter
    def color_scheme(self, scheme: Qt.ColorScheme) -> None:
        self.store.put("window/appearance", scheme.name)

    @property
    def language(self) -> str:
        """The chosen language, one of LANGUAGES; empty follows the system."""
        name = self.store.text("window/language")
        return name if name in LANGUAGES else SYSTEM

    @language.setter
    def language(self, language: str) -> None:
        self.store.put("window/language", language)
        self.save()  # the next window speaks it, whatever becomes of this one

    @property
    def page(self) -> str:
        """The name of the page that was open last."""
        return self.store.text("window/page")

    @page.setter
    def page(self, name: str) -> None:
        self.store.put("window/page", name)

    @property
    def hint_followed(self) -> bool:
        """Whether the first start's hint has done its work."""
        return self.store.text("window/hint") == "followed"

    @hint_followed.setter
    def hint_followed(self, followed: bool) -> None:
        self.store.put("window/hint", "followed" if followed else "")

    @property
    def sketch_file(self) -> Path:
        """Where the last sketch is kept: with the user's data, or wherever settings were moved."""
        return self._data_folder() / "sketch.svg"

    @property
    def progress_file(self) -> Path:
        """Where it is kept which lessons are done."""
        return self._data_folder() / "progress.json"

    @property
    def file(self) -> Path:
        """Where the settings themselves are kept."""
        return self.store.path

    @property
    def folders(self) -> tuple[Path, ...]:
        """The program's own folders, in which all of that lies."""
        return (self.store.path.parent, self._data_folder())

    def tool_step(self, tool: Tool) -> int:
        """Return how broad a tool was, as a place in its sizes."""
        return self.store.read(f"sketch/{tool.value}", USUAL)

    def set_tool_step(self, tool: Tool, step: int) -> None:
        self.store.write(f"sketch/{tool.value}", step)

    @property
    def log_scales(self) -> list[bool]:
        """Which of the plots were logarithmic, in their order."""
        return [is_log is True for is_log in self.store.read("training/log", list[bool]())]

    @log_scales.setter
    def log_scales(self, are_log: list[bool]) -> None:
        self.store.write("training/log", are_log)

    @property
    def config(self) -> TrainConfig:
        """The last run's settings, or the book's."""
        default = TrainConfig()
        try:
            saved = {
                name: json.loads(self.store.text(f"training/{name}"))
                for name in asdict(default)
                if f"training/{name}" in self.store
            }
            widths = tuple(saved.pop("hidden", default.hidden))
            return replace(default, hidden=widths, **saved)
        except (ValueError, TypeError, RecursionError, ConfigError) as error:
            self.store.error = error
            return default

    @config.setter
    def config(self, config: TrainConfig) -> None:
        for name, value in asdict(config).items():
            self.store.write(f"training/{name}", value)

    @property
    def dataset(self) -> DataSource:
        """The last dataset: a bundled one's name, or where another stands."""
        name = self.store.text("training/dataset") or "mnist_sample"
        if not Path(name).is_absolute():
            return name
        return AsIs(Path(name)) if self.store.read("training/as_is", False) else Path(name)

    @dataset.setter
    def dataset(self, dataset: DataSource) -> None:
        self.store.put("training/dataset", str(dataset))
        self.store.write("training/as_is", isinstance(dataset, AsIs))

    @property
    def recent_datasets(self) -> list[Path]:
        """Datasets of one's own, newest first; those that are gone are left out."""
        return not_gone(self.store.paths("training/recent"))

    @recent_datasets.setter
    def recent_datasets(self, paths: list[Path]) -> None:
        self.store.put("training/recent", "\n".join(map(str, paths)))

    @property
    def recent_files(self) -> list[Path]:
        """Lessons, models, images and sketches that were opened, newest first."""
        return self.store.paths("training/models")

    @recent_files.setter
    def recent_files(self, paths: list[Path]) -> None:
        self.store.put("training/models", "\n".join(map(str, paths)))

    def save(self) -> str:
        """Write to disk what has changed; return what went wrong, empty where nothing did."""
        return self.store.save()

    def look_for_damage(self) -> None:
        """Put the settings' file aside where it, or a value that was asked for, is damaged."""
        if problem := self.store.put_aside_if_damaged():
            self.damage.append(problem)

    def _data_folder(self) -> Path:
        if QSettings.defaultFormat() == QSettings.Format.IniFormat:
            return self.store.path.parent
        place = QStandardPaths.StandardLocation.AppDataLocation
        return Path(QStandardPaths.writableLocation(place))


def _settings_file() -> Path:
    """Return where settings are kept: Inkgrad.conf, where version 0.1.0 kept them on Linux.

    QSettings tells the place of another file, which isn't there, so that it reads none.
    """
    has_files = sys.platform not in ("win32", "darwin")
    kind = QSettings.defaultFormat() if has_files else QSettings.Format.IniFormat
    beside = QSettings(kind, QSettings.Scope.UserScope, QCoreApplication.organizationName(), "-")
    return Path(beside.fileName()).with_stem(QCoreApplication.applicationName())
