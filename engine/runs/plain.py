"""Reports and messages as plain values for JSON, and back; what is read is checked."""

import json
from pathlib import PurePath
from typing import Any

import numpy as np

from engine.reports import Advice, EpochReport, Report, StepReport
from engine.words.message import Message
from engine.words.table import TABLE

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
        losses = np.array(facts["losses"], np.float32)
        if losses.ndim != 1 or not len(losses):
            raise ValueError
        counts = (whole(facts["step"]), whole(facts["epoch"]))
        rate, seconds = real(facts["lr"]), real(facts["seconds"])
        return StepReport(*counts, losses, rate, seconds, whole(facts["threads"]))
    advice, moved = facts["advice"], facts["moved"]
    return EpochReport(
        whole(facts["epoch"]),
        whole(facts["epochs"]),
        real(facts["train_loss"]),
        real(facts["valid_loss"]),
        real(facts["valid_accuracy"]),
        real(facts["seconds"]),
        Advice(message_of(advice["message"]), dict(advice["fix"])) if advice else None,
        message_of(moved) if moved else None,
        None if (drawn := facts.get("drawn_accuracy")) is None else real(drawn),
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
    if type(value) is not int or value < 0:
        raise ValueError
    return value


def real(value: object) -> float:
    """Return a number. Raises ValueError."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError
    return float(value)
