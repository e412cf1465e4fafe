"""What a pupil has done: name, checks with their tries, free answers, and what runs came to.

It is kept in one small file of the user's, and handed in as the same JSON or as a table, which
`work_forms` writes. Reading either raises WorkError, whatever stands in it.
"""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from engine.errors import WorkError
from engine.files import open_plain
from engine.words.message import Message, reason

LARGEST_BYTES = 1 << 20  # of what is kept or handed in
HEAD = ("what", "which", "time", "result")  # of the table
_LONGEST_NAME, _LONGEST = 100, 4000  # characters
_MOST = 2000  # questions, and runs
_MOST_TRIES = 50  # at a question

Value = TypeVar("Value")


@dataclass(frozen=True)
class Try:
    """An answer to a check: when (ISO, UTC), and whether it was right."""

    at: str
    right: bool


@dataclass(frozen=True)
class Answer:
    """What was written down in one's own words, and when."""

    at: str
    text: str


@dataclass(frozen=True)
class Result:
    """What one of the reader's own runs came to: the accuracy, 0 to 1, on the validation set."""

    at: str
    run: str
    accuracy: float


@dataclass(frozen=True)
class Work:
    """What was done. Questions of the program go by their number, a teacher's by `key_of`.

    `done` has the time of each numbered question's first right answer.
    """

    name: str = ""
    done: Mapping[int, str] = field(default_factory=dict)
    tries: Mapping[str, tuple[Try, ...]] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    runs: tuple[Result, ...] = ()

    @property
    def best(self) -> float | None:
        """The best run's accuracy."""
        return max((run.accuracy for run in self.runs), default=None)

    @property
    def right(self) -> set[str]:
        """The questions that were answered rightly once."""
        found = {key for key, tries in self.tries.items() if any(each.right for each in tries)}
        return found | {str(number) for number in self.done}

    def wrong(self, key: str) -> int:
        """Return how many wrong tries there were at a question."""
        return sum(not each.right for each in self.tries.get(key, ()))

    @property
    def wrong_tries(self) -> int:
        """How many there were at all questions."""
        return sum(self.wrong(key) for key in self.tries)

    def named(self, name: str) -> "Work":
        """Return it under another name."""
        return replace(self, name=" ".join(_clean(name).split())[:_LONGEST_NAME])

    def with_try(self, key: str, at: str, right: bool) -> "Work":
        """Return it with one more try; of very many the last ones stay, or a right one."""
        key = _clean(key)
        before = self.tries.get(key, ())
        if len(before) >= _MOST_TRIES and any(each.right for each in before):
            return self
        tries = (*before, Try(at, right))[-_MOST_TRIES:]
        return replace(self, tries=_with_last(self.tries, key, tries))

    def with_done(self, number: int, at: str) -> "Work":
        """Return it with a question done; what was done before keeps its time."""
        return replace(self, done={number: at, **self.done})

    def with_answer(self, key: str, at: str, text: str) -> "Work":
        """Return it with a free answer, in place of the one before; an empty one is none."""
        key, answer = _clean(key), Answer(at, _clean(text))
        answers = _with_last(self.answers, key, answer)
        if not answer.text.strip():
            del answers[key]
        return replace(self, answers=answers)

    def with_run(self, at: str, run: str, accuracy: float) -> "Work":
        """Return it with what one more run came to; of very many the last ones stay."""
        return replace(self, runs=(*self.runs, Result(at, _clean(run), accuracy))[-_MOST:])


def parse(data: bytes) -> Work:
    """Return what `as_json` has written, or another version. Raises ValueError and others.

    What a newer one has beside it is passed over.
    """
    kept = json.loads(data)
    if not isinstance(kept, dict) or not isinstance(kept["done"], dict):
        raise ValueError("no progress")
    return _work_of(kept)


def _work_of(kept: Mapping[str, Any]) -> Work:
    work = Work().named(_text(kept.get("name", "")))
    for number, at in kept["done"].items():
        work = work.with_done(_number(number), _time(at))
    tries = {
        _key(key): tuple(Try(_time(at), _flag(right)) for at, right, *_ in each[-_MOST:])
        for key, each in _few(kept.get("tries", {})).items()
    }
    answers = {
        _key(key): Answer(_time(at), _text(text))
        for key, (at, text, *_) in _few(kept.get("answers", {})).items()
    }
    runs = kept.get("runs", [])[-_MOST:]
    results = tuple(Result(_time(at), _key(run), _share(share)) for at, run, share, *_ in runs)
    return replace(work, tries=tries, answers=answers, runs=results)


def read_work(path: Path) -> Work:
    """Read what was handed in: JSON or a table. Raises WorkError that says what is wrong."""
    try:
        with open_plain(path) as file:
            data = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise WorkError("work_unreadable", file=path.name, reason=reason(error)) from None
    if len(data) > LARGEST_BYTES:
        raise WorkError("work_too_large", file=path.name)
    try:
        return _parse_table(data) if path.suffix.lower() == ".csv" else parse(data)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, csv.Error) as error:
        why = Message("nested_too_deeply" if isinstance(error, RecursionError) else "not_progress")
        raise WorkError("no_work", file=path.name, reason=why) from None


def _parse_table(data: bytes) -> Work:
    text = _decoded(data)
    saved_again = text.startswith(";".join(HEAD))  # by a spreadsheet whose decimals have a comma
    mark, point = (";", ",") if saved_again else (",", ".")
    table = list(csv.reader(io.StringIO(text), delimiter=mark))
    if not table or tuple(table[0][: len(HEAD)]) != HEAD:
        raise ValueError("no table of progress")
    kept: dict[str, Any] = {"done": {}, "tries": {}, "answers": {}, "runs": []}
    for what, which, at, result, *_ in ([_bare(cell) for cell in row] for row in table[1:]):
        if what == "name":
            kept["name"] = which
        elif what == "done":
            kept["done"].setdefault(which, at)
        elif what == "try":
            kept["tries"].setdefault(which, []).append((at, result == "right"))
        elif what == "answer":
            kept["answers"][which] = (at, result)
        elif what == "run":
            kept["runs"].append((at, which, float(result.replace(point, "."))))
    return _work_of(kept)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")  # Excel's, where nobody has chosen UTF-8


def _with_last(values: Mapping[str, Value], key: str, value: Value) -> dict[str, Value]:
    """Return them with a value at the end; of very many the last ones stay."""
    kept = {**values}
    kept.pop(key, None)
    kept[key] = value
    return dict([*kept.items()][-_MOST:]) if len(kept) > _MOST else kept


def _clean(text: str) -> str:
    """Return it as it can be read again."""
    return text.replace("\0", " ").encode(errors="replace").decode()[:_LONGEST]


def _bare(cell: str) -> str:
    """Return a cell without the apostrophe that keeps spreadsheets from computing it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@", "\t", "\r") else cell


def _few(values: Any) -> dict[str, Any]:
    if not isinstance(values, dict) or len(values) > _MOST:
        raise ValueError("not a few of them")
    return values


def _text(text: Any) -> str:
    if not isinstance(text, str) or len(text) > _LONGEST or "\0" in text:
        raise ValueError("not a text")
    return text.encode(errors="replace").decode()


def _key(key: Any) -> str:
    text = _text(key)
    if not text.strip():
        raise ValueError("an empty name")
    return text


def _time(at: Any) -> str:
    return datetime.fromisoformat(at).isoformat()


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("neither true nor false")
    return value


def _share(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError("not a share")
    return float(value)


def _number(text: Any) -> int:
    if not 1 <= int(text) <= _MOST:  # a newer version has more of them
        raise ValueError(f"there is no question {text}")
    return int(text)
