"""The lessons' texts: assets/lessons/<language>/<order>_<name>.toml, read and checked.

A text missing in another language is English. What an experiment computes lives in the module of
the lesson's name; neither torch nor a window is needed to read what stands here.
"""

import tomllib
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import assets
from engine.errors import InkgradError
from engine.lessons.marking import is_same
from engine.words.message import reason

ENGLISH = "en"
_KEYS = {"title", "watch", "question", "check"}
_MORE_KEYS = {"words", "code", "inline", "inside"}
# where a lesson can lead on the page "Look inside": a neuron, one whose sum is a row times a column
# (no filter's), or a page of a step
INSIDE = (
    *("neuron", "product", "forward", "loss", "slopes", "back", "path", "gradient", "update"),
    "after",
)
_QUESTION_KEYS = {"number", "ask", "answer"}


@dataclass(frozen=True)
class Question:
    """One of the chapter's questions, by its number there, and its answer."""

    number: int
    ask: str
    answer: str


@dataclass(frozen=True)
class Check:
    """A question that the program marks: by a choice, or by a typed answer where there is none."""

    question: str
    why: str
    choices: tuple[str, ...] = ()
    right: int = -1
    accept: tuple[str, ...] = ()

    def is_right(self, answer: int | str) -> bool:
        """Mark a choice's place, or what was typed."""
        if isinstance(answer, int):
            return answer == self.right
        return any(is_same(answer, accepted) for accepted in self.accept)


@dataclass(frozen=True)
class Lesson:
    """One lesson's text: as many `checks` as questions, in their order.

    `words` are its experiment's; `code` names what the code view shows, `inline` is what is code in
    its sentences, in any language. `inside`, one of INSIDE, is where its matter is to be seen in
    the reader's own network; empty where it isn't.
    """

    name: str  # of its module, too
    order: int
    title: str
    questions: tuple[Question, ...]
    watch: str
    checks: tuple[Check, ...]
    words: Mapping[str, str]
    code: tuple[str, ...]
    language: str = ENGLISH
    inside: str = ""
    inline: tuple[str, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its questions."""
        return tuple(question.number for question in self.questions)


def load_lessons(language: str = ENGLISH, folder: Path | None = None) -> tuple[Lesson, ...]:
    """Return all lessons in their order. Raises InkgradError that names the file and the place."""
    folder = folder or assets.path("lessons")
    lessons = _read_folder(folder / ENGLISH)
    if language != ENGLISH:
        others = _read_folder(folder / language)
        lessons = {name: _merge(lesson, others.get(name)) for name, lesson in lessons.items()}
    found = tuple(sorted(lessons.values(), key=lambda lesson: lesson.order))
    _check_numbers(found)
    return found


def read_lesson(path: Path) -> Lesson:
    """Read one text. Raises InkgradError that names the file and the place."""
    order, _, name = path.stem.partition("_")
    if not (order.isdigit() and name.isidentifier()):
        raise InkgradError("text_name", file=path.name)
    try:
        text = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InkgradError("text_unreadable", file=path.name, reason=reason(error)) from None
    _check_keys(path.name, text, _KEYS, _MORE_KEYS)
    code = text.get("code", [])
    return Lesson(
        name=name,
        order=int(order),
        title=_text(path.name, text, "title"),
        questions=tuple(_question(path.name, each) for each in text["question"]),
        watch=_text(path.name, text, "watch"),
        checks=_checks(path.name, text),
        words=_words(path.name, text.get("words", {})),
        code=(code,) if isinstance(code, str) else tuple(code),
        language=path.parent.name,
        inside=_inside(path.name, text.get("inside", "")),
        inline=_lines(path.name, text, "inline") if "inline" in text else (),
    )


def _read_folder(folder: Path) -> dict[str, Lesson]:
    return {lesson.name: lesson for lesson in map(read_lesson, sorted(folder.glob("*.toml")))}


def _merge(english: Lesson, other: Lesson | None) -> Lesson:
    """Return the other language's text; words that it lacks are English."""
    if other is None:
        return english
    words = {**english.words, **other.words}
    inline = (*english.inline, *other.inline)
    return replace(other, words=words, inside=english.inside, inline=inline)


def _question(file: str, table: dict[str, Any]) -> Question:
    _check_keys(f"{file}, [[question]]", table, _QUESTION_KEYS)
    number = table["number"]
    if not isinstance(number, int):
        raise InkgradError("question_number", file=file, value=number)
    where = f"{file}, question {number}"
    return Question(number, _text(where, table, "ask"), _text(where, table, "answer"))


def _checks(file: str, text: dict[str, Any]) -> tuple[Check, ...]:
    tables = text["check"] if isinstance(text["check"], list) else [text["check"]]
    if len(tables) != len(text["question"]):
        names = [f"[[check]] {number}" for number in range(1, len(text["question"]) + 1)]
        raise InkgradError("keys_missing", where=file, names=names)
    return tuple(_check(file, table) for table in tables)


def _check(file: str, table: dict[str, Any]) -> Check:
    where = f"{file}, [check]"
    if "accept" in table:
        _check_keys(where, table, {"question", "why", "accept"})
        accept = _lines(where, table, "accept")
        return Check(_text(where, table, "question"), _text(where, table, "why"), accept=accept)
    _check_keys(where, table, {"question", "why", "choices", "right"})
    choices, right = _lines(where, table, "choices"), table["right"]
    if not (isinstance(right, int) and 0 <= right < len(choices)):
        raise InkgradError("right_choice", where=where, value=right)
    return Check(_text(where, table, "question"), _text(where, table, "why"), choices, right)


def _words(file: str, table: dict[str, Any]) -> dict[str, str]:
    for key, value in table.items():
        if not isinstance(value, str):
            raise InkgradError("word_no_text", file=file, name=key, value=value)
    return table


def _inside(file: str, place: str) -> str:
    if place and place not in INSIDE:
        raise InkgradError("keys_unknown", where=f"{file}, inside", names=[place])
    return place


def _check_keys(
    where: str, table: Mapping[str, Any], needed: Set[str], allowed: Set[str] = frozenset()
) -> None:
    missing, unknown = needed - table.keys(), table.keys() - needed - allowed
    if missing:
        raise InkgradError("keys_missing", where=where, names=sorted(missing))
    if unknown:
        raise InkgradError("keys_unknown", where=where, names=sorted(unknown))


def _check_numbers(lessons: tuple[Lesson, ...]) -> None:
    seen: dict[int, str] = {}
    for lesson in lessons:
        for number in lesson.numbers:
            if number in seen:
                raise InkgradError(
                    "question_twice", number=number, first=seen[number], second=lesson.name
                )
            seen[number] = lesson.name


def _text(where: str, table: Mapping[str, Any], key: str) -> str:
    value = table[key]
    if not (isinstance(value, str) and value.strip()):
        raise InkgradError("field_no_text", where=where, name=key, value=value)
    return value.strip()


def _lines(where: str, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = table[key]
    if not (isinstance(value, list) and value and all(isinstance(v, str) for v in value)):
        raise InkgradError("field_no_list", where=where, name=key, value=value)
    return tuple(value)
