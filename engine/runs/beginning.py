"""How a kept run begins, and how one that was cut off or stopped is taken up again."""

import platform
from dataclasses import replace
from datetime import UTC, datetime

import numpy
import torch

from engine.learner import Learner
from engine.reports import Report, StepReport
from engine.runs import learner_state
from engine.runs.plain import report_line
from engine.runs.record import DamagedRun, RunRecord
from engine.runs.run_folder import RunFolder
from engine.version import program_version


def new_record(learner: Learner, origin: str, source: str, name: str, as_is: bool) -> RunRecord:
    """Return what is known of a run that is about to begin."""
    data = learner.dataset
    return RunRecord(
        origin=origin,
        asked_name=name,
        started=datetime.now(UTC).isoformat(timespec="milliseconds"),
        config=learner.config,
        dataset=data.name,
        source=source or data.origin or data.name,
        fingerprint=data.fingerprint,
        classes=data.classes,
        train_images=len(data.train),
        valid_images=len(data.valid),
        batches=len(learner.batches),
        device=learner.device.device,
        device_reason=learner.device.reason,
        threads=learner.threads.count,
        versions={
            "inkgrad": program_version(),
            "torch": torch.__version__,
            "numpy": numpy.__version__,
            "python": platform.python_version(),
        },
        rates=((0, learner.lr),),
        as_is=as_is,
    )


def take_up(folder: RunFolder, learner: Learner) -> RunRecord:
    """Let a learner be where a kept run was, and let go of what was kept of later.

    The folder must be locked. Raises DamagedRun, also where the run had other settings or data;
    NewerRun; OSError.
    """
    record = folder.record()
    if (record.config, record.fingerprint) != (learner.config, learner.dataset.fingerprint):
        raise DamagedRun
    learner_state.restore(learner, folder.state())
    reports = [report for report in folder.reports() if _is_before(report, learner)]
    folder.keep_reports("".join(map(report_line, reports)))
    for step in folder.steps():
        if step > learner.step:
            folder.weights(step).unlink(missing_ok=True)
    return _anew(record, reports, learner)


def _is_before(report: Report, learner: Learner) -> bool:
    if isinstance(report, StepReport):
        return report.step <= learner.step
    return report.epoch <= learner.epochs_done


def _anew(record: RunRecord, reports: list[Report], learner: Learner) -> RunRecord:
    """Return the record as it was after these reports."""
    rates = tuple(rate for rate in record.rates if rate[0] <= learner.step)
    record = replace(
        record,
        outcome=None,
        rates=rates,
        step=0,
        epoch=0,
        seconds=0.0,
        last_loss=None,
        last_epoch=None,
        best_epoch=0,
        best_accuracy=None,
    )
    return record.after((report, rates[-1][1]) for report in reports)
