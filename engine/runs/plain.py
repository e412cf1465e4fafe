"""Reports and messages as plain values for JSON, and back; what is read is checked."""

import json
from math import isfinite
from pathlib import PurePath
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.reports import Advice, EpochReport, Report, StepReport
from engine.words.message import Message
from engine.words.table import TABLE

_MOST = 10**15  # of anything that is counted: a number beyond is none that a run came to
GARBLED = (
    *(ValueError, LookupError, TypeError, AttributeError),
    *(RecursionError, ArithmeticError),
)


def report_line(report: Report) -> str:
    """Return a report as one line of JSON, its end included."""
    if isinstance(report, StepReport):
        facts = {**vars(report), "losses": report.losses.tolist()}
    else:
        facts = epoch_facts(report)
    return json.dumps(facts) + "\n"


def epoch_facts(report: EpochReport) -> dict[str, Any]:
    """Return the plain values of an epoch's report."""
    facts = vars(report).copy()
    if advice := report.advice:
        facts["advice"] = {"message": plain(advice.message), "fix": advice.fix}
    if report.moved:
        facts["moved"] = plain(report.moved)
    return facts


def read_report(line: str) -> Report:
    """Return the report in a line. Raises what GARBLED holds."""
    return report_of(json.loads(line))


def report_of(facts: dict[str, Any]) -> Report:
    """Return the report of these plain values. Raises what GARBLED holds."""
    if "losses" in facts:
        losses = losses_of(facts["losses"])
        counts = (whole(facts["step"]), whole(facts["epoch"]))
        rate, seconds = finite(facts["lr"]), finite(facts["seconds"])
        return StepReport(*counts, losses, rate, seconds, whole(facts["threads"]))
    advice, moved = facts["advice"], facts["moved"]
    return EpochReport(
        whole(facts["epoch"]),
        whole(facts["epochs"]),
        _loss(facts["train_loss"]),
        _loss(facts["valid_loss"]),
        share(facts["valid_accuracy"]),
        finite(facts["seconds"]),
        Advice(message_of(advice["message"]), dict(advice["fix"])) if advice else None,
        message_of(moved) if moved else None,
        None if (drawn := facts.get("drawn_accuracy")) is None else share(drawn),
    )


def plain(message: Message) -> dict[str, Any]:
    """Return a message as its code and its values."""
    return {"code": message.code, **{k: _plain(v) for k, v in message.values.items()}}


def message_of(facts: dict[str, Any]) -> Message:
    """Return the message of a code and values. Raises what GARBLED holds."""
    values = {k: message_of(v) if isinstance(v, dict) else v for k, v in facts.items()}
    message = Message(str(values.pop("code")), **values)
    if message.code not in TABLE:
        raise ValueError
    str(message)  # its values must fill its sentence
    return message


def _plain(value: object) -> object:
    if isinstance(value, Message):
        return plain(value)
    return str(value) if isinstance(value, PurePath) else value


def whole(value: object) -> int:
    """Return a count. Raises ValueError."""
    if type(value) is not int or not 0 <= value <= _MOST:
        raise ValueError
    return value


def real(value: object) -> float:
    """Return a number, which may be infinite or none at all. Raises ValueError."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError
    return float(value)


def finite(value: object) -> float:
    """Return a number that can be drawn or counted with. Raises ValueError."""
    number = real(value)
    if not isfinite(number):
        raise ValueError
    return number


def share(value: object) -> float:
    """Return a number from 0 to 1. Raises ValueError."""
    number = real(value)
    if not 0 <= number <= 1:  # NaN fails too
        raise ValueError
    return number


def _loss(value: object) -> float:
    """Return a mean of losses, which may be infinite, or none at all. Raises ValueError."""
    number = real(value)
    if isfinite(number) and abs(number) > float(np.finfo(np.float32).max):
        raise ValueError
    return number


def losses_of(values: object) -> NDArray[np.float32]:
    """Return losses (N,), at least one. Raises what GARBLED holds."""
    with np.errstate(over="raise"):  # 1e300 is no loss of float32
        losses = np.array(values, np.float32)
    if losses.ndim != 1 or not len(losses):
        raise ValueError
    return losses
