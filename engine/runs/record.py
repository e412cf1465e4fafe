"""What stands in a run's two small files: `run.json`, its maker's, and `labels.json`, people's."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from engine.config import TrainConfig
from engine.errors import ConfigError
from engine.reports import EpochReport, Report, StepReport
from engine.runs.plain import (
    GARBLED,
    epoch_facts,
    finite,
    losses_of,
    message_of,
    plain,
    report_of,
    share,
    whole,
)
from engine.words.message import Message

FORMAT = 1  # raised when older programs could no longer read the files

_TEXTS = ("origin", "asked_name", "started", "dataset", "source", "fingerprint", "device")
_LONGEST = 10_000  # characters of any of them: the window shows them in a table
_COUNTS = ("train_images", "valid_images", "batches", "threads", "step", "epoch", "best_epoch")


class Outcome(StrEnum):
    """How a run ended."""

    FINISHED = "finished"
    STOPPED = "stopped"
    DIVERGED = "diverged"
    FAILED = "failed"


class NewerRun(Exception):
    """A newer Inkgrad wrote it."""


class DamagedRun(Exception):
    """A run's file isn't as its maker wrote it."""


@dataclass(frozen=True)
class RunRecord:
    """A run as its maker knows it; written anew every other second while it goes on.

    `outcome` is None until it has ended. `step`, `epoch` and `seconds` tell how far it has come,
    `rates` the learning rates that were set, each with the batches that were done by then.
    """

    origin: str  # who asked for it
    asked_name: str  # what the asker calls it
    started: str  # ISO 8601, UTC
    config: TrainConfig
    dataset: str
    source: str  # a bundled name, or where the dataset stood
    fingerprint: str  # of the dataset
    classes: tuple[str, ...]
    train_images: int
    valid_images: int
    batches: int  # in an epoch
    device: str
    device_reason: Message
    threads: int
    versions: dict[str, str]
    rates: tuple[tuple[int, float], ...]
    as_is: bool = False  # nothing of the images was put right as they were read
    outcome: Outcome | None = None
    step: int = 0
    epoch: int = 0
    seconds: float = 0.0
    last_loss: float | None = None  # of a batch
    last_epoch: EpochReport | None = None
    best_epoch: int = 0
    best_accuracy: float | None = None
    format: int = FORMAT

    def after(self, reports: Iterable[tuple[Report, float]]) -> "RunRecord":
        """Return the record with what further reports tell, each with the rate that was set."""
        told: dict[str, Any] = {}
        rates, best = list(self.rates), (self.best_accuracy, self.best_epoch)
        for report, lr in reports:
            if isinstance(report, StepReport):
                if lr != rates[-1][1]:
                    rates.append((report.step - len(report.losses), lr))
                last = float(report.losses[-1])
                told |= {"step": report.step, "last_loss": last, "threads": report.threads}
            else:
                if best[0] is None or report.valid_accuracy > best[0]:
                    best = report.valid_accuracy, report.epoch
                told |= {"epoch": report.epoch, "last_epoch": report}
            told["seconds"] = report.seconds
        accuracy, epoch = best
        return replace(self, **told, rates=tuple(rates), best_accuracy=accuracy, best_epoch=epoch)


@dataclass(frozen=True)
class RunLabels:
    """What people say of a run. One that is to be kept is never cleared away by itself."""

    name: str = ""
    note: str = ""
    keep: bool = False
    shown: bool = False  # its curves are among those that are compared

    def merged(self, labels: "RunLabels", known: "RunLabels") -> "RunLabels":
        """Return these with what `labels` says otherwise than `known`."""
        said = {f.name: getattr(labels, f.name) for f in fields(self)}
        return replace(self, **{k: v for k, v in said.items() if v != getattr(known, k)})


def record_text(record: RunRecord) -> str:
    """Return what stands in run.json."""
    facts = {f.name: getattr(record, f.name) for f in fields(record)}
    last = record.last_epoch
    facts |= {
        "config": asdict(record.config),
        "device_reason": plain(record.device_reason),
        "last_epoch": last and epoch_facts(last),
    }
    return json.dumps({"format": record.format, **facts}, indent=1) + "\n"


def read_record(text: str) -> RunRecord:
    """Return what run.json holds. Raises NewerRun, or DamagedRun."""
    try:
        facts = json.loads(text)
        _expect(facts["format"], int)
        if facts["format"] > FORMAT:
            raise NewerRun
        if facts["format"] < 1:
            raise ValueError
        return _record(facts)
    except (*GARBLED, ConfigError) as error:
        raise DamagedRun from error


def labels_text(labels: RunLabels) -> str:
    """Return what stands in labels.json."""
    return json.dumps(asdict(labels), indent=1) + "\n"


def read_labels(text: str) -> RunLabels:
    """Return what labels.json holds; what is damaged counts as never said."""
    try:
        facts = json.loads(text)
        usual = RunLabels()
        known = {f.name: facts.get(f.name, getattr(usual, f.name)) for f in fields(RunLabels)}
        fits = all(type(value) is type(getattr(usual, name)) for name, value in known.items())
        if not fits:
            return usual
        labels = RunLabels(**known)
        return replace(labels, name=labels.name[:_LONGEST], note=labels.note[:_LONGEST])
    except GARBLED:
        return RunLabels()


def _record(facts: dict[str, Any]) -> RunRecord:
    """Check each value. Raises what GARBLED holds, or ConfigError."""
    config = TrainConfig(**facts["config"])
    versions = (*facts["versions"], *facts["versions"].values())
    for text in (*(facts[name] for name in _TEXTS), *facts["classes"], *versions, config.device):
        _expect(text, str)
        if len(text) > _LONGEST:
            raise ValueError
    for name in _COUNTS:
        whole(facts[name])
    _expect(facts["classes"], list)
    outcome, last, best = facts["outcome"], facts["last_epoch"], facts["best_accuracy"]
    last_epoch, loss = report_of(last) if last else None, facts["last_loss"]
    rates = tuple((whole(step), finite(lr)) for step, lr in facts["rates"])
    if isinstance(last_epoch, StepReport) or min(facts["batches"], len(facts["classes"])) < 1:
        raise ValueError
    if rates[0][0] != 0:
        raise ValueError
    known = {name: facts[name] for name in (*_TEXTS, *_COUNTS, "versions", "format")}
    return RunRecord(
        **known,
        classes=tuple(facts["classes"]),
        config=config,
        device_reason=message_of(facts["device_reason"]),
        rates=rates,
        seconds=finite(facts["seconds"]),
        as_is=facts["as_is"] is True,
        outcome=Outcome(outcome) if outcome else None,
        last_epoch=last_epoch,
        best_accuracy=None if best is None else share(best),
        last_loss=None if loss is None else float(losses_of([loss])[0]),
    )


def _expect(value: object, kind: type) -> None:
    if type(value) is not kind:
        raise ValueError
