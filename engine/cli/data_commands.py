"""What the commands about data do: open a dataset, describe it, show and empty the cache."""

import argparse
import time
from pathlib import Path
from typing import Any

from engine.cli.console import Console, facts_of
from engine.cli.outputs import check_apart, places_of
from engine.data import cache as kept
from engine.data.description import Description, describe
from engine.data.findings import Finding
from engine.data.loading import BUNDLED
from engine.data.splits import Dataset
from engine.data.writing import saving
from engine.datasets import load_dataset
from engine.words.message import LONGEST_PATH, Message, shorten

_DAY_S = 24 * 3600
_CLASSES_SHOWN = 30
_WITHOUT_FORMAT = {"bundled": "comes_with_inkgrad", "drawings": "contains_own_drawings"}


def open_dataset(name: str, console: Console, as_is: bool) -> Dataset:
    """Open a dataset; draw the bar while the images of a new one are read."""

    def draw(done: int, total: int) -> bool:
        console.progress(done / max(total, 1), str(Message("reading_dataset", name=name)))
        return True

    try:
        return load_dataset(name, draw, as_is)
    finally:
        console.wipe_bar()


def finding_facts(findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
    """Return what was found, for programs."""
    return [{"kind": finding.kind.value, **facts_of(finding.message)} for finding in findings]


def data(arguments: argparse.Namespace) -> None:
    """Describe a dataset and what was found in it; write it elsewhere where that is wished."""
    console = Console(arguments.json)
    if arguments.save:
        check_apart(Path(arguments.save), places_of(arguments.dataset))
    dataset = open_dataset(arguments.dataset, console, arguments.as_is)
    found = describe(dataset)
    facts = {
        "name": found.name,
        "origin": found.origin,
        "format": _format_code(found),
        "train": found.train,
        "valid": found.valid,
        "classes": {c.name: {"train": c.train, "valid": c.valid} for c in found.classes},
        "balance": found.balance,
        "mean_ink": found.mean_ink,
        "findings": finding_facts(found.findings),
        "left_out": found.left_out,
    }
    console.tell("data", facts, "\n".join(_lines(found)))
    if arguments.save:
        _save(dataset, arguments.save, arguments.form, console)


def _save(dataset: Dataset, target: str, form: str, console: Console) -> None:
    """Write a dataset, as a .npz where the name says so."""
    form = "npz" if target.lower().endswith(".npz") else form
    total = len(dataset.train) + len(dataset.valid)
    try:
        for done in saving(dataset, target, form):
            console.progress(done / total, f"writing {target}")
    finally:
        console.wipe_bar()
    console.tell("saved", {"path": target, "form": form}, f"saved as {target}")


def cache(arguments: argparse.Namespace) -> None:
    """Show what the cache keeps, or empty it."""
    console = Console(arguments.json)
    if arguments.empty:
        removed = kept.empty()
        console.tell(
            "emptied",
            {"bytes": removed},
            str(Message("cache_emptied", megabytes=_megabytes(removed))),
        )
        return
    entries = kept.entries()
    total = sum(entry.size_bytes for entry in entries)
    facts = {
        "folder": str(kept.folder()),
        "bytes": total,
        "limit_bytes": kept.LIMIT_BYTES,
        "entries": [vars(entry) for entry in entries],
    }
    limit = _megabytes(kept.LIMIT_BYTES)
    size = Message("cache_holds", folder=kept.folder(), megabytes=_megabytes(total), limit=limit)
    lines = [str(size)]
    for entry in entries:
        images, used = Message("n_images", n=entry.images), _last_use(entry.used_at_s)
        shown = shorten(entry.origin, LONGEST_PATH)
        lines.append(f"  {_megabytes(entry.size_bytes):>6} MB  {images}, {used}: {shown}")
    console.tell("cache", facts, "\n".join(lines))


def _last_use(at_s: float) -> Message:
    days = round((time.time() - at_s) / _DAY_S)
    return Message("used_days_ago", n=days) if days > 0 else Message("used_today")


def _format_code(found: Description) -> str:
    if found.format:
        return found.format.code.removeprefix("format_")
    return "bundled" if found.name in BUNDLED else "drawings"


def _lines(found: Description) -> list[str]:
    width = max(len(count.name) for count in found.classes)
    shown = found.classes[:_CLASSES_SHOWN]
    classes = [f"  {c.name:<{width}}  {c.train:>7,} {c.valid:>7,}" for c in shown]
    if len(found.classes) > len(shown):
        classes.append(f"  {Message('more_classes', n=len(found.classes) - len(shown))}")
    images = Message("images_of_splits", train=found.train, valid=found.valid)
    return [
        f"{shorten(found.name)}: {found.format or Message(_WITHOUT_FORMAT[_format_code(found)])}",
        *([f"from       {shorten(found.origin, LONGEST_PATH)}"] if found.origin else []),
        f"images     {images}",
        f"mean ink   {Message('mean_ink', ink=f'{found.mean_ink:.1f}')}",
        f"classes    {Message('classes_follow', n=len(found.classes))}",
        *classes,
        *(f"{finding.kind.value:<10} {finding.message}" for finding in found.findings),
    ]


def _megabytes(size_bytes: int) -> str:
    return f"{size_bytes / (1 << 20):,.1f}"
