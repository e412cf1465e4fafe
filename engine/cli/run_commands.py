"""What `inkgrad runs` does: list, show, export, import, delete and compare kept runs."""

import argparse
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.cli.console import Console, facts_of
from engine.cli.epochs import epoch_line
from engine.reports import EpochReport
from engine.runs.exporting import copy_out
from engine.runs.importing import take_in
from engine.runs.plain import epoch_facts
from engine.runs.store import RunStore
from engine.runs.stored_run import Standing, StoredRun, differences
from engine.words.message import Message, shorten

_LONGEST = 600  # characters of a name or a note
_RESULTS = ("accuracy", "drawn_accuracy", "best_accuracy", "best_epoch", "batches", "seconds")
_STANDINGS = {
    Standing.FINISHED: "run_finished",
    Standing.STOPPED: "run_stopped",
    Standing.DIVERGED: "run_diverged",
    Standing.FAILED: "run_failed",
    Standing.UNDER_WAY: "run_goes_on_now",
    Standing.CUT_OFF: "run_cut_off",
}


def runs(arguments: argparse.Namespace) -> None:
    """Carry out what is asked about the kept runs; without a word of it, list them."""
    console, store = Console(arguments.json), RunStore()
    {
        None: _list,
        "list": _list,
        "show": _show,
        "export": _export,
        "import": _import,
        "delete": _delete,
        "compare": _compare,
    }[arguments.task](arguments, console, store)


def _list(_: argparse.Namespace, console: Console, store: RunStore) -> None:
    listing = store.runs()
    facts = {
        "folder": str(store.folder),
        "said": [facts_of(message) for message in listing.said],
        "runs": [_facts(run) for run in listing.runs],
    }
    lines = [*map(str, listing.said), *map(_line, reversed(listing.runs))]
    console.tell(
        "runs", facts, "\n".join(lines) or str(Message("no_run_kept", folder=store.folder))
    )


def _show(arguments: argparse.Namespace, console: Console, store: RunStore) -> None:
    run = store.find(arguments.run_name)
    folder = store.open(run.id)
    epochs = [report for report in folder.reports() if isinstance(report, EpochReport)]
    facts = {
        "folder": str(folder.path),
        **_facts(run),
        "epochs": [epoch_facts(report) for report in epochs],
        "moments": folder.steps(),
    }
    config = asdict(run.record.config)
    settings = [f"  {name:<14} {_shown(value)}" for name, value in config.items()]
    reached = [f"  {epoch_line(report)}" for report in epochs]
    note = [shorten(run.labels.note, _LONGEST)] if run.labels.note else []
    console.tell(
        "run", facts, "\n".join([_line(run), str(folder.path), *note, *settings, *reached])
    )


def _export(arguments: argparse.Namespace, console: Console, store: RunStore) -> None:
    target = Path(arguments.folder)
    copied = _each_once(store, arguments.run_names)
    copy_out(store, copied, target)
    lines = [str(Message("run_copied", name=run.name, folder=target / run.id)) for run in copied]
    facts = {"folder": str(target), "runs": [run.id for run in copied]}
    console.tell("exported", facts, "\n".join(lines))


def _import(arguments: argparse.Namespace, console: Console, store: RunStore) -> None:
    taken, known = take_in(store, Path(arguments.folder))
    lines = [str(Message("run_imported", name=run.name)) for run in store.find_all(taken)]
    lines += [str(Message("run_already_here", name=id_)) for id_ in known]
    console.tell("imported", {"runs": taken, "known": known}, "\n".join(lines))


def _delete(arguments: argparse.Namespace, console: Console, store: RunStore) -> None:
    found = _each_once(store, arguments.run_names)  # all, before the first is gone
    for run in found:
        store.delete(run.id)
    lines = [str(Message("run_deleted", name=run.name)) for run in found]
    console.tell("deleted", {"runs": [run.id for run in found]}, "\n".join(lines))


def _each_once(store: RunStore, names: Iterable[str]) -> list[StoredRun]:
    return list({run.id: run for run in store.find_all(names)}.values())


def _compare(arguments: argparse.Namespace, console: Console, store: RunStore) -> None:
    found = store.find_all(arguments.run_names)
    settings = differences([run.record for run in found])
    runs = [_facts(run) for run in found]
    facts = {"runs": runs, "differences": settings}
    said = Message("settings_differ" if settings else "no_setting_differs")
    shown = {name: [_shown(value) for value in values] for name, values in settings.items()}
    results = {name: [_result(run[name]) for run in runs] for name in _RESULTS}
    lines = [*map(_line, found), str(said), *_rows(shown)]
    lines += [str(Message("results_of_runs")), *_rows(results)]
    console.tell("compared", facts, "\n".join(lines))


def _rows(table: dict[str, list[str]]) -> list[str]:
    """Return a line for each name, with the runs' values one below the other."""
    columns = list(zip(*table.values(), strict=True)) if table else []
    widths = [max(map(len, column)) for column in columns]
    return [
        f"  {name:<14} "
        + "   ".join(f"{value:<{w}}" for value, w in zip(values, widths, strict=True)).rstrip()
        for name, values in table.items()
    ]


def _shown(value: object) -> str:
    """Return a value in one line, whatever whoever exported the run has written there."""
    return shorten(str(value), _LONGEST)


def _result(value: object) -> str:
    return "-" if value is None else f"{value:.6g}" if isinstance(value, float) else str(value)


def _facts(run: StoredRun) -> dict[str, Any]:
    record = run.record
    return {
        "id": run.id,
        "name": run.name,
        "note": run.labels.note,
        "keep": run.labels.keep,
        "standing": run.standing.value,
        "can_go_on": run.can_go_on,
        "started": record.started,
        "origin": record.origin,
        "dataset": record.dataset,
        "fingerprint": record.fingerprint,
        "config": asdict(record.config),
        "device": record.device,
        "versions": record.versions,
        "batches": record.step,
        "epochs": record.epoch,
        "seconds": record.seconds,
        "accuracy": record.last_epoch.valid_accuracy if record.last_epoch else None,
        "drawn_accuracy": record.last_epoch.drawn_accuracy if record.last_epoch else None,
        "best_epoch": record.best_epoch,
        "best_accuracy": record.best_accuracy,
    }


def _shares(epoch: EpochReport) -> Message | str:
    share, drawn = f"{epoch.valid_accuracy:.2%}", epoch.drawn_accuracy
    if drawn is None:
        return share
    return Message("share_and_drawn", share=share, drawn=f"{drawn:.2%}")


def _line(run: StoredRun) -> str:
    record, last = run.record, run.record.last_epoch
    standing = Message(_STANDINGS[run.standing], step=record.step)
    line = Message(
        "kept_run",
        model=record.config.model,
        dataset=record.dataset,
        epoch=record.epoch,
        epochs=record.config.epochs,
        accuracy=_shares(last) if last else "-",
        standing=standing,
    )
    name = shorten(run.name, _LONGEST)  # whoever exported it may have written anything there
    return "  ".join([run.id, *([name] if run.name != run.id else []), str(line)])
