"""What the commands tell of an epoch: to programs, and to people."""

from dataclasses import asdict, replace
from typing import Any

from engine.cli.console import facts_of
from engine.reports import EpochReport
from engine.words.message import Message


def epoch_facts(report: EpochReport) -> dict[str, Any]:
    """Return what programs read of an epoch."""
    facts = asdict(replace(report, advice=None, moved=None))
    if report.advice:
        facts["advice"] = {**facts_of(report.advice.message), "fix": report.advice.fix}
    if report.moved:
        facts |= {"moved": str(report.moved), "moved_code": report.moved.code}
    return facts


def epoch_line(report: EpochReport) -> str:
    """Return what people read of an epoch."""
    told = [
        Message(
            "epoch_done",
            epoch=f"{report.epoch:>3}",
            epochs=report.epochs,
            train_loss=f"{report.train_loss:.4f}",
            valid_loss=f"{report.valid_loss:.4f}",
            accuracy=f"{report.valid_accuracy:.2%}",
        )
    ]
    if report.drawn_accuracy is not None:
        told = [Message("epoch_and_drawn", epoch=told[0], share=f"{report.drawn_accuracy:.2%}")]
    if report.moved:
        told.append(Message("run_goes_on", reason=report.moved))
    if report.advice:
        told.append(report.advice.message)
    return "\n".join(map(str, told))
