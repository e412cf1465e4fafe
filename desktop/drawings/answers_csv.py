"""The answers to several pictures as a table: numbers with a point, whatever the language."""

from collections.abc import Sequence

from desktop.drawings.questions import PictureRead
from desktop.i18n.engine_words import in_words
from engine.words.csv_table import csv_file

_COLUMNS: list[object] = ["file", "answer", "probability", "kept_as", "model", "problem"]


def answers_csv(reads: Sequence[PictureRead], labels: Sequence[str], model: str) -> bytes:
    """Return a line for each picture; `labels` are what they are kept as, `model` read them."""
    rows: list[list[object]] = [_COLUMNS]
    for read, label in zip(reads, labels, strict=True):
        answer = read.prediction
        known = answer is not None and answer.known
        rows.append(
            [
                read.path,
                answer.label if answer and known else "",
                f"{answer.probability:.4f}" if answer and known else "",
                label,
                model,
                in_words(read.problem) if read.problem else "",
            ]
        )
    return csv_file(rows)
