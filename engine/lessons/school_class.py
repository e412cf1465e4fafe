"""A class's work in one table: a folder of what pupils have handed in, a row for each."""

import unicodedata
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.errors import InkgradError, WorkError
from engine.files import open_plain
from engine.lessons.work import Work, read_work
from engine.words.message import Message, reason

_MOST = 1000  # files in a folder: no class is as large
_MOST_QUESTIONS, _MOST_CELLS = 2000, 400_000  # of the table, with a column for each question
_ENDINGS = (".json", ".csv")
# the columns' names: of the gradebook, where they are words to sort and count by
_HEAD = ("name", "done", "wrong tries", "best accuracy")


@dataclass(frozen=True)
class SchoolClass:
    """What a folder holds: each pupil's work, by name, and why some files couldn't be read."""

    works: tuple[Work, ...]
    refused: tuple[Message, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """All questions that somebody has tried or answered: numbers first, then the teacher's."""
        keys = set().union(*map(_keys, self.works))
        numbers = sorted((key for key in keys if key.isdecimal()), key=int)
        return (*numbers, *sorted(keys - {*numbers}))


def handed_in(folder: Path) -> list[Path]:
    """Return the files that pupils have handed in. Raises WorkError where there are none."""
    try:
        files = sorted(p for p in folder.iterdir() if p.suffix.lower() in _ENDINGS)
    except OSError as error:
        raise WorkError("class_unreadable", folder=folder, reason=reason(error)) from None
    if len(files) > _MOST:
        raise WorkError("class_too_large", folder=folder, most=_MOST)
    paths = [path for path in files if not _is_table(path)]
    if not paths:
        raise WorkError("class_empty", folder=folder)
    return paths


def read_class(folder: Path) -> SchoolClass:
    """Read all that lies in a folder. Raises WorkError where there is nothing, or far too much."""
    works: dict[Path, Work] = {}
    refused = []
    for path in handed_in(folder):
        try:
            work = read_work(path)
        except InkgradError as error:
            refused.append(error.message)
        else:
            works[path] = work if work.name else work.named(path.stem)
    _check_questions(folder, works)
    return SchoolClass(tuple(sorted(works.values(), key=_place)), tuple(refused))


def _check_questions(folder: Path, works: Mapping[Path, Work]) -> None:
    """Raise WorkError where there are more questions than any class is asked."""
    most = min(_MOST_QUESTIONS, _MOST_CELLS // max(len(works), 1))
    if len(set().union(*map(_keys, works.values()))) > most:
        file = max(works, key=lambda path: len(_keys(works[path]))).name
        raise WorkError("class_questions", folder=folder, most=most, file=file)


def _keys(work: Work) -> set[str]:
    return {*work.right, *work.tries, *work.answers}


def _place(work: Work) -> tuple[str, str]:
    """Return what pupils are sorted by: Élodie comes before Zoë, whatever her accent."""
    letters = unicodedata.normalize("NFKD", work.name.casefold())
    return "".join(each for each in letters if not unicodedata.combining(each)), letters


def _is_table(path: Path) -> bool:
    """Tell whether it is a class's table, by this program or a spreadsheet, beside the exports."""
    if path.suffix.lower() != ".csv":
        return False
    try:
        with open_plain(path) as file:
            start: bytes = file.read(64)
    except OSError:
        return False
    cells = start.removeprefix(BOM_UTF8).replace(b";", b",")
    return cells.startswith(",".join(_HEAD).encode())


def table(school_class: SchoolClass) -> Iterable[tuple[object, ...]]:
    """Give a row for each pupil, after the heading.

    At a question stands 1 where it was right at once, else with the number of tries, such as
    "3"; "wrong" where it never was; and a free answer in its own words.
    """
    questions = school_class.questions
    yield (*_HEAD, *questions)
    for work in school_class.works:
        best = "" if work.best is None else round(100 * work.best, 2)
        cells = (cell(work, question) for question in questions)
        yield (work.name, len(work.right), work.wrong_tries, best, *cells)


def cell(work: Work, question: str) -> str:
    """Return what a pupil has made of a question; empty where nothing."""
    if question in work.answers:
        return work.answers[question].text
    if question in work.right:
        return str(_tries_to_right(work, question))
    return "wrong" if question in work.tries else ""


def _tries_to_right(work: Work, question: str) -> int:
    """Return which try was the first right one."""
    tries = work.tries.get(question, ())
    return next((number for number, each in enumerate(tries, 1) if each.right), 1)
