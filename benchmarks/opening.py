"""How soon something is there: the kept sketch's answer, pages, Evaluate, Data, a refused paste.

    xvfb-run -a python -m benchmarks.opening [--rounds 5]

Each scene is a process of its own with the real window.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.interleave import ROOT
from benchmarks.table import print_table, span

_SCENE = "benchmarks.contenders.opening_scene"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    rows = [*_kept(rounds)]
    pages = [_run("pages") for _ in range(rounds)]
    worst = [max(page["worst"] for page in found.values()) for found in pages]
    rows.append(_row("Learn opens for the first time, ms", [p["learn"]["first"] for p in pages]))
    for name in pages[0]:
        found = [p[name]["median"] for p in pages]
        rows.append(_row(f"a switch to {name} after the first, ms", found))
    rows.append(_row("the slowest of all switches after the first, ms", worst))
    evaluated = [_run("evaluate") for _ in range(rounds)]
    for name in evaluated[0]:
        found = [e[name] for e in evaluated]
        rows.append(_row(f"10,000 images evaluated, {name}, s", found, digits=2))
    data = [_run("data") for _ in range(rounds)]
    coming = "all of MNIST comes to Data"
    rows.append(_row(f"{coming}: worst gap, ms", [d["worst_ms"] for d in data]))
    rows.append(_row(f"{coming}: window's own work at a stretch, ms", [d["own_ms"] for d in data]))
    pasted = [_run("paste")["refused_ms"] for _ in range(rounds)]
    rows.append(_row("a paste of 20,000 x 20,000 is refused, ms", pasted))
    print_table(("what", "median (least to greatest)"), rows)


def _kept(rounds: int) -> list[list[str]]:
    """Start the program on a kept sketch, with what was said of it and without."""
    with tempfile.TemporaryDirectory() as folder:
        _run("draw", folder)
        _run("kept", folder)  # the very first compiles what is imported, and isn't counted
        there = [_run("kept", folder) for _ in range(rounds)]
        gone = []
        for _ in range(rounds):
            for answer in Path(folder).rglob("answer.json"):
                answer.unlink()
            gone.append(_run("kept", folder))
    after = "after the first paint, s"
    return [
        _row(f"the kept sketch's answer is shown, {after}", [t["answered_s"] for t in there], 2),
        _row(f"the network itself says it again, {after}", [t["network_s"] for t in there], 2),
        _row(f"without a kept answer, {after}", [g["answered_s"] for g in gone], 2),
    ]


def _row(what: str, values: list[float], digits: int = 1) -> list[str]:
    return [what, span(values, digits)]


def _run(scene: str, folder: str = "") -> dict[str, Any]:
    if not folder:
        with tempfile.TemporaryDirectory() as own:
            return _run(scene, own)
    print(f"running {scene}", file=sys.stderr)
    command = [sys.executable, "-m", _SCENE, scene, folder]
    kept = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}  # as whoever uses the program starts it
    done = subprocess.run(
        command, cwd=ROOT, env=kept, stdout=subprocess.PIPE, text=True, check=True
    )
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


if __name__ == "__main__":
    main()
