"""Lesson files: what a teacher hands out so that every window opens the same way.

A `.inkgrad` file is JSON: a text, a dataset, settings, and which pages are to be seen. Nothing in
it is ever executed. How a window follows it is the window's business.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from engine.config import TrainConfig
from engine.errors import ConfigError, LessonFileError
from engine.files import write_whole

SUFFIX = ".inkgrad"
FORMAT = 1  # raised when older programs could no longer read the file
PAGES = ("training", "inside", "evaluate", "data", "own", "learn")

_LARGEST_BYTES = 1 << 20
_LONGEST_TITLE = 200
_KINDS = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}


@dataclass(frozen=True)
class LessonFile:
    """A lesson to hand out. Raises LessonFileError that names the field where a value can't work.

    `dataset` is what `load_dataset` takes; `lesson` names a lesson of the program, "" for none.
    """

    title: str
    text: str = ""
    dataset: str = "mnist_sample"
    config: TrainConfig = field(default_factory=TrainConfig)
    pages: tuple[str, ...] = PAGES  # that are to be seen
    lesson: str = ""

    def __post_init__(self) -> None:
        for name in ("title", "text", "dataset", "lesson"):
            _check_text(name, getattr(self, name))
        if not self.title.strip() or len(self.title) > _LONGEST_TITLE:
            raise LessonFileError("title_length", length=len(self.title), most=_LONGEST_TITLE)
        if not self.dataset.strip():
            raise LessonFileError("dataset is empty: give a name such as mnist_sample, or a path.")
        for page in self.pages:
            if page not in PAGES:
                raise LessonFileError(
                    f"pages names {page!r:.40}, which isn't there: choose from {', '.join(PAGES)}."
                )
        if not self.pages or len(set(self.pages)) < len(self.pages):
            raise LessonFileError("pages must name one page or more, each once.")


def read_lesson_file(path: str | Path) -> LessonFile:
    """Return the lesson in a file. Raises LessonFileError, which says what is wrong and where.

    What the file leaves out takes its default; only the format and a title must be there.
    """
    path = Path(path)
    values = _parse(path, _read(path))
    try:
        return _lesson(values)
    except (LessonFileError, ConfigError) as error:
        raise LessonFileError(f"{path}: {error}") from None


def write_lesson_file(path: str | Path, lesson_file: LessonFile) -> None:
    """Write a lesson, whole or not at all. Raises LessonFileError."""
    values = {"format": FORMAT, **asdict(lesson_file)}
    text = json.dumps(values, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    data = text.encode()
    if len(data) > _LARGEST_BYTES:
        raise LessonFileError(f"{path} would be larger than a lesson may be: shorten its text.")
    try:
        write_whole(Path(path), data)
    except OSError as error:
        raise LessonFileError(
            f"{path} can't be written ({error.strerror}): choose another place."
        ) from None


def _read(path: Path) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        reason = error.strerror if isinstance(error, OSError) else error
        raise LessonFileError(f"{path} can't be read ({reason}): choose a {SUFFIX} file.") from None
    if len(data) > _LARGEST_BYTES:
        raise LessonFileError(f"{path} is larger than any lesson: choose a {SUFFIX} file.")
    return data


def _parse(path: Path, data: bytes) -> dict[str, Any]:
    try:
        values = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_no_constant
        )
    except json.JSONDecodeError as error:
        raise LessonFileError(
            f"{path} is no lesson: line {error.lineno}, column {error.colno} isn't JSON "
            f"({error.msg}). Mend it there, or fetch the file again."
        ) from None
    except (ValueError, RecursionError) as error:
        reason = "it is no text" if isinstance(error, UnicodeDecodeError) else str(error)
        raise LessonFileError(
            f"{path} is no lesson: {reason}. Mend it, or fetch the file again."
        ) from None
    if not isinstance(values, dict):
        raise LessonFileError(f"{path} is no lesson: it must be an object, in braces.")
    return values


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"{twice!r} stands in it twice")
    return values


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no number")


def _lesson(values: dict[str, Any]) -> LessonFile:
    version = values.pop("format", None)
    if type(version) is not int or version < 1:
        raise LessonFileError(f"format is {version!r}: it must be {FORMAT}.")
    if version > FORMAT:
        raise LessonFileError("a newer Inkgrad wrote this lesson: update this one.")
    if "title" not in values:
        raise LessonFileError("title is missing: give the lesson one.")
    _check_names("", values, LessonFile)
    if "config" in values:
        values["config"] = _config(values["config"])
    if "pages" in values:
        values["pages"] = _names("pages", values["pages"])
    return LessonFile(**values)


def _config(values: Any) -> TrainConfig:
    if not isinstance(values, dict):
        raise LessonFileError(f"config is {values!r:.40}: it must be an object, in braces.")
    _check_names("config.", values, TrainConfig)
    values = dict(values)
    for setting in fields(TrainConfig):
        if setting.name == "hidden" and "hidden" in values:
            values["hidden"] = _widths(values["hidden"])
        elif setting.name in values:
            _check_kind(f"config.{setting.name}", values[setting.name], type(setting.default))
    try:
        return TrainConfig(**values)
    except ConfigError as error:
        raise LessonFileError(f"config.{error}") from None


def _widths(value: Any) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise LessonFileError(f"config.hidden is {value!r:.40}: it must be a list of widths.")
    for width in value:
        _check_kind("config.hidden", width, int)
    return tuple(value)


def _names(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise LessonFileError(f"{name} is {value!r:.40}: it must be a list of names.")
    return tuple(value)


def _check_names(before: str, values: Mapping[str, Any], kind: type[Any]) -> None:
    known = [setting.name for setting in fields(kind)]
    for name in values:
        if name not in known:
            raise LessonFileError(
                f"{before + name!r:.60} is unknown: leave it out, or take one of "
                f"{', '.join(known)}."
            )


def _check_kind(name: str, value: object, kind: type[object]) -> None:
    fits = type(value) is kind or (kind is float and type(value) is int)
    if not fits:
        raise LessonFileError(f"{name} is {value!r:.40}: it must be {_KINDS[kind]}.")


def _check_text(name: str, value: object) -> None:
    _check_kind(name, value, str)
    text = str(value)
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise LessonFileError(f"{name} holds a character that is no text: take it out.")
