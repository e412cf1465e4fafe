"""Runs contenders in turns, so that whatever else the machine does falls on all of them alike."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

Result = dict[str, Any]


@dataclass(frozen=True)
class Contender:
    """A way to do the work: its name in the table, its module, and the Python that runs it."""

    name: str
    module: str
    arguments: Sequence[str] = ()
    python: str = sys.executable
    warm_up: bool = field(default=True, kw_only=True)
    one_thread: bool = field(default=True, kw_only=True)


def take_turns(contenders: Sequence[Contender], rounds: int) -> dict[str, list[Result]]:
    """Ask every contender once a round, one at a time, and return their answers by name.

    Round n is seed n. A round before the first warms up and isn't counted.
    """
    results: dict[str, list[Result]] = {contender.name: [] for contender in contenders}
    with ExitStack() as stack:
        processes = [stack.enter_context(_start(contender)) for contender in contenders]
        for contender, process in zip(contenders, processes, strict=True):
            if contender.warm_up:
                _ask(process, contender, rounds)
        for seed in range(rounds):
            for contender, process in zip(contenders, processes, strict=True):
                print(f"round {seed + 1} of {rounds}: {contender.name}", file=sys.stderr)
                results[contender.name].append(_ask(process, contender, seed))
    return results


def _start(contender: Contender) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [contender.python, "-W", "ignore", "-m", contender.module, *contender.arguments],
        cwd=ROOT,
        env=os.environ | (_ONE_THREAD if contender.one_thread else {}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _ask(process: subprocess.Popen[str], contender: Contender, seed: int) -> Result:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{seed}\n")
    process.stdin.flush()
    for line in process.stdout:
        if line.startswith("{"):  # a library may have something to say too
            result: Result = json.loads(line)
            return result
    raise RuntimeError(f"{contender.name} ended without an answer")
