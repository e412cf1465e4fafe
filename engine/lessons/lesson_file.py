"""Lesson files: what a teacher hands out so that every window opens the same way.

A `.inkgrad` file is JSON: a text (Markdown), a dataset, settings, which pages are to be seen, some
of the program's lessons in the order in which they are to be done, and own questions. Nothing in it
is ever executed. How a window follows it is the window's business.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from engine.config import TrainConfig
from engine.errors import ConfigError, LessonFileError
from engine.files import open_plain, write_whole
from engine.lessons.catalogue import Check
from engine.lessons.own_questions import as_json, check_questions, read_questions
from engine.words.message import Message, reason

SUFFIX = ".inkgrad"
FORMAT = 2  # raised when older programs could no longer read the file
PAGES = ("training", "inside", "evaluate", "data", "own", "learn")
LONGEST_TITLE = 200  # characters
LONGEST_TEXT = 50_000  # a window lays out a line of it in a tenth of a second

_LARGEST_BYTES = 1 << 20
_MOST_LESSONS = 100
_KINDS = {
    str: Message("kind_text"),
    int: Message("kind_whole"),
    float: Message("kind_number"),
    bool: Message("kind_flag"),
}


@dataclass(frozen=True)
class LessonFile:
    """A lesson to hand out. Raises LessonFileError that names the field where a value can't work.

    `dataset` is what `load_dataset` takes; `lessons` name some of the program's, in the order in
    which they are to be done; `questions` are own ones.
    """

    title: str
    text: str = ""
    dataset: str = "mnist_sample"
    config: TrainConfig = field(default_factory=TrainConfig)
    pages: tuple[str, ...] = PAGES  # that are to be seen
    lessons: tuple[str, ...] = ()
    questions: tuple[Check, ...] = ()

    def __post_init__(self) -> None:
        for name in ("title", "text", "dataset"):
            _check_text(name, getattr(self, name))
        if not self.title.strip() or len(self.title) > LONGEST_TITLE:
            raise LessonFileError("title_length", length=len(self.title), most=LONGEST_TITLE)
        if len(self.text) > LONGEST_TEXT:
            raise LessonFileError("text_length", length=len(self.text), most=LONGEST_TEXT)
        if not self.dataset.strip():
            raise LessonFileError("dataset_empty")
        for page in self.pages:
            if page not in PAGES:
                raise LessonFileError("no_such_page", page=page, pages=PAGES)
        if not self.pages or len(set(self.pages)) < len(self.pages):
            raise LessonFileError("pages_once")
        for lesson in self.lessons:
            _check_text("lessons", lesson)
        if len(set(self.lessons)) < len(self.lessons) or len(self.lessons) > _MOST_LESSONS:
            raise LessonFileError("lessons_once", most=_MOST_LESSONS)
        check_questions(self.questions)


def read_lesson_file(path: str | Path) -> LessonFile:
    """Return the lesson in a file. Raises LessonFileError, which says what is wrong and where.

    What the file leaves out takes its default; only the format and a title must be there.
    """
    path = Path(path)
    values = _parse(path, _read(path))
    try:
        return _lesson(values)
    except (LessonFileError, ConfigError) as error:
        raise LessonFileError("in_file", file=path, cause=error) from None


def write_lesson_file(path: str | Path, lesson_file: LessonFile) -> None:
    """Write a lesson, whole or not at all. Raises LessonFileError."""
    questions = [as_json(check) for check in lesson_file.questions]
    values = {"format": FORMAT, **asdict(lesson_file), "questions": questions}
    text = json.dumps(values, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    data = text.encode()
    if len(data) > _LARGEST_BYTES:
        raise LessonFileError("lesson_too_large", file=path)
    try:
        write_whole(Path(path), data)
    except OSError as error:
        raise LessonFileError("unwritable_elsewhere", file=path, reason=reason(error)) from None


def _read(path: Path) -> bytes:
    try:
        with open_plain(path) as file:
            data = file.read(_LARGEST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        why = reason(error) if isinstance(error, OSError) else Message("EINVAL")
        raise LessonFileError("lesson_unreadable", file=path, reason=why, suffix=SUFFIX) from None
    if len(data) > _LARGEST_BYTES:
        raise LessonFileError("lesson_file_too_large", file=path, suffix=SUFFIX)
    return data


def _parse(path: Path, data: bytes) -> dict[str, Any]:
    try:
        values = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_no_constant
        )
    except json.JSONDecodeError as error:
        raise LessonFileError(
            "no_json", file=path, line=error.lineno, column=error.colno, reason=error.msg
        ) from None
    except (LessonFileError, ValueError, RecursionError) as error:
        why = error if isinstance(error, LessonFileError) else Message(_why_unread(error))
        raise LessonFileError("not_a_lesson", file=path, reason=why) from None
    if not isinstance(values, dict):
        raise LessonFileError("lesson_is_object", file=path)
    return values


def _why_unread(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "not_text"
    return "nested_too_deeply" if isinstance(error, RecursionError) else "number_too_long"


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        counts = Counter(name for name, _ in pairs)
        raise LessonFileError("field_twice", name=counts.most_common(1)[0][0])
    return values


def _no_constant(name: str) -> float:
    raise LessonFileError("constant_is_no_number", name=name)


def _lesson(values: dict[str, Any]) -> LessonFile:
    version = values.pop("format", None)
    if type(version) is not int or version < 1:
        raise LessonFileError("lesson_format", version=version, format=FORMAT)
    if version > FORMAT:
        raise LessonFileError("lesson_newer")
    if "title" not in values:
        raise LessonFileError("title_missing")
    if version == 1:
        _take_one_lesson(values)
    _check_names("", values, LessonFile)
    if "config" in values:
        values["config"] = _config(values["config"])
    if "pages" in values:
        values["pages"] = _names("pages", values["pages"])
    if "lessons" in values:
        values["lessons"] = _names("lessons", values["lessons"])
    if "questions" in values:
        values["questions"] = read_questions(values["questions"])
    return LessonFile(**values)


def _take_one_lesson(values: dict[str, Any]) -> None:
    """Read what named one lesson at most, "" for none, as a sequence."""
    lesson = values.pop("lesson", "")
    _check_text("lesson", lesson)
    values["lessons"] = [lesson] if lesson else []


def _config(values: Any) -> TrainConfig:
    if not isinstance(values, dict):
        raise LessonFileError("config_is_object", value=values)
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
        raise LessonFileError("in_config", cause=error) from None


def _widths(value: Any) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise LessonFileError("config_hidden_list", value=value)
    for width in value:
        _check_kind("config.hidden", width, int)
    return tuple(value)


def _names(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise LessonFileError("list_of_names", name=name, value=value)
    return tuple(value)


def _check_names(before: str, values: Mapping[str, Any], kind: type[Any]) -> None:
    known = [setting.name for setting in fields(kind)]
    for name in values:
        if name not in known:
            raise LessonFileError("field_unknown", name=before + name, names=known)


def _check_kind(name: str, value: object, kind: type[object]) -> None:
    fits = type(value) is kind or (kind is float and type(value) is int)
    if not fits:
        raise LessonFileError("wrong_kind", name=name, value=value, kind=_KINDS[kind])


def _check_text(name: str, value: object) -> None:
    _check_kind(name, value, str)
    text = str(value)
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise LessonFileError("bad_character", name=name)
