"""Damaged files for every reader. Each is read, or refused in one sentence, and nothing else.

Not allowed: any exception but InkgradError, a word on stderr, a warning, more than 5 seconds of
work or 300 MB of memory. Each case comes from its own number and can be made again:

    python -m tests.attacks.fuzz --cases 20000 --first 0
"""

import argparse
import collections
import multiprocessing
import os
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback
import warnings
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from engine.errors import InkgradError
from tests.attacks.memory import peak_mb, start_watching_memory

LIMIT_S = 5.0  # of work, not of waiting
LIMIT_MB = 300
_HANGS_S = 120
_LONGEST_SENTENCE = 2000
_CASES_A_PROCESS = 1000
_UNFIT = re.compile(r"\{\w+\}|\(None\)|Traceback|\n")  # in a sentence for people


@dataclass
class Account:
    """What came of some cases. `failed` has a line for each that failed."""

    read: int = 0
    refused: int = 0
    failed: list[str] = field(default_factory=list)
    slowest_s: float = 0.0
    most_mb: float = 0.0
    by_target: collections.Counter[str] = field(default_factory=collections.Counter)

    def add(self, other: "Account") -> None:
        self.read += other.read
        self.refused += other.refused
        self.failed += other.failed
        self.slowest_s = max(self.slowest_s, other.slowest_s)
        self.most_mb = max(self.most_mb, other.most_mb)
        self.by_target += other.by_target


class Heard:
    """What is written to stderr, by Python or by a library in C, since the last look."""

    def __enter__(self) -> "Heard":
        self._file = tempfile.TemporaryFile()
        self._real = os.dup(2)
        os.dup2(self._file.fileno(), 2)
        return self

    def __exit__(self, *_: object) -> None:
        os.dup2(self._real, 2)
        os.close(self._real)
        self._file.close()

    def words(self) -> str:
        sys.stderr.flush()
        size = self._file.seek(0, os.SEEK_END)
        self._file.seek(0)
        words = self._file.read(size).decode(errors="replace")
        self._file.seek(0)
        self._file.truncate()
        return words


def attack(numbers: range) -> Account:
    """Make the cases of these numbers and read them, one after the other."""
    from tests.attacks.targets import all_targets

    account = Account()
    targets = all_targets()
    with Heard() as heard, tempfile.TemporaryDirectory(dir=_quick_folder()) as root:
        for number in numbers:
            dice = np.random.default_rng(number)
            target = targets[int(dice.integers(len(targets)))]
            folder = Path(root) / f"{number}"
            folder.mkdir()
            target.lay_out(folder, dice)
            account.by_target[target.name] += 1
            faults = faults_of_reading(target.read, folder, account)
            if words := heard.words():
                faults.append(f"said on stderr: {words[:200]}")
            account.failed += [f"case {number}, {target.name}: {fault}" for fault in faults]
            shutil.rmtree(folder)
    return account


def faults_of_reading(read: object, folder: Path, account: Account) -> list[str]:
    """Let a reader read; return what is wrong with how it went."""
    faults = []
    before_mb, began = start_watching_memory(), time.process_time()
    signal.alarm(_HANGS_S)
    try:
        with warnings.catch_warnings(action="error"):
            assert callable(read)
            read(folder)
        account.read += 1
    except InkgradError as error:
        account.refused += 1
        faults += _faults_of(str(error))
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        faults.append(f"{type(error).__name__} at {where}: {str(error)[:200]}")
    signal.alarm(0)
    lasted_s, took_mb = time.process_time() - began, peak_mb() - before_mb
    account.slowest_s = max(account.slowest_s, lasted_s)
    account.most_mb = max(account.most_mb, took_mb)
    if lasted_s > LIMIT_S:
        faults.append(f"{lasted_s:.1f} s")
    if took_mb > LIMIT_MB:
        faults.append(f"{took_mb:.0f} MB")
    return faults


def _faults_of(sentence: str) -> list[str]:
    bad = _UNFIT.findall(sentence)
    long = [f"{len(sentence)} letters"] if len(sentence) > _LONGEST_SENTENCE else []
    return [f"says {bad or long}: {sentence[:300]}"] if bad or long else []


def _quick_folder() -> str | None:
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def _in_process(numbers: range, answers: "multiprocessing.SimpleQueue[Account]") -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(XDG_CACHE_HOME=f"{folder}/cache", XDG_DATA_HOME=f"{folder}/data")
        answers.put(attack(numbers))


def attack_in_processes(numbers: range) -> Account:
    """Do as `attack`, a thousand cases in a process: one that crashes or hangs is a failure."""
    context = multiprocessing.get_context("spawn")
    whole = Account()
    for start in range(numbers.start, numbers.stop, _CASES_A_PROCESS):
        part = range(start, min(start + _CASES_A_PROCESS, numbers.stop))
        answers = context.SimpleQueue()
        process = context.Process(target=_in_process, args=(part, answers))
        process.start()
        while process.is_alive() and answers.empty():
            process.join(0.2)
        if answers.empty():
            process.join()
            whole.failed.append(f"cases {part}: the process ended with {process.exitcode}")
        else:
            part_account = answers.get()
            whole.add(part_account)
            print(*part_account.failed, sep="\n", end="\n" if part_account.failed else "")
            process.join()
        print(f"{part.stop - numbers.start:,} cases, {len(whole.failed)} failed", flush=True)
    return whole


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args()
    began = time.monotonic()
    account = attack_in_processes(range(options.first, options.first + options.cases))
    print(
        f"{options.cases:,} damaged files of {len(account.by_target)} kinds in "
        f"{(time.monotonic() - began) / 60:.0f} minutes: {account.read:,} read, "
        f"{account.refused:,} refused in one sentence, {len(account.failed)} failed; "
        f"at most {account.slowest_s:.1f} s and {account.most_mb:.0f} MB for one"
    )
    return 1 if account.failed else 0


if __name__ == "__main__":
    sys.exit(main())
