"""A pupil's work as it is written: JSON or a table, and never more than its reader takes."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from engine.lessons.work import HEAD, LARGEST_BYTES, Value, Work
from engine.words.csv_table import csv_file


def as_json(work: Work) -> bytes:
    """Return it as it is kept."""
    return _fitting(work, _json)


def as_table(work: Work) -> bytes:
    """Return it as a table (CSV)."""
    return _fitting(work, lambda work: csv_file(_rows(work)))


def _fitting(work: Work, form: Callable[[Work], bytes]) -> bytes:
    while len(data := form(work)) > LARGEST_BYTES:
        work = _less(work)
    return data


def _less(work: Work) -> Work:
    """Drop the oldest eighth: of the runs, where there are none of the tries, then of answers."""
    if work.runs:
        return replace(work, runs=work.runs[len(work.runs) // 8 + 1 :])
    if work.tries:
        return replace(work, tries=_newer(work.tries))
    return replace(work, answers=_newer(work.answers))


def _newer(values: Mapping[str, Value]) -> dict[str, Value]:
    return dict([*values.items()][len(values) // 8 + 1 :])


def _json(work: Work) -> bytes:
    kept = {
        "name": work.name,
        "done": {str(number): work.done[number] for number in sorted(work.done)},
        "tries": {key: [[t.at, t.right] for t in tries] for key, tries in work.tries.items()},
        "answers": {key: [a.at, a.text] for key, a in work.answers.items()},
        "runs": [[run.at, run.run, run.accuracy] for run in work.runs],
    }
    return json.dumps(kept, indent=1, ensure_ascii=False).encode(errors="replace") + b"\n"


def _rows(work: Work) -> Iterable[tuple[object, ...]]:
    yield HEAD
    yield "name", work.name, "", ""
    for number in sorted(work.done):
        yield "done", number, work.done[number], ""
    for key, tries in work.tries.items():
        yield from (("try", key, each.at, "right" if each.right else "wrong") for each in tries)
    yield from (("answer", key, each.at, each.text) for key, each in work.answers.items())
    yield from (("run", run.run, run.at, run.accuracy) for run in work.runs)
