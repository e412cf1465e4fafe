"""SIGKILL for the window and for its worker, at any moment: nothing lost, nothing half.

    python -m tests.attacks.kills --kills 100 --first 0

After each killed window all that it had written down as done is read back; the next window starts
on what the last one left. After each killed worker the window must have another.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication

from desktop.lessons.progress import Progress
from desktop.shell.preferences import Preferences
from desktop.sketch.svg import history_from_svg
from engine.data.drawings import read_own
from engine.errors import InkgradError
from engine.inference.classifier import Classifier
from engine.lessons.lesson_file import read_lesson_file
from tests.attacks import stage

LIVES = 8  # windows, one after the other, on one folder
WORKER_KILLS = 3  # of a window, at most
LONGEST_S = 2.5  # between two kills
_PATIENCE_S = 120.0


class Folder:
    """What a series of windows leaves: a journal of what was done, and the files themselves."""

    def __init__(self, path: Path, dice: random.Random) -> None:
        self._path, self._dice = path, dice
        self._read = 0  # characters of the journal
        self._entries: list[list[str]] = []
        self.kills: Counter[str] = Counter()
        self.faults: list[str] = []

    def live_once(self) -> None:
        """Start a window, kill its worker a few times, then itself, and look at what is left."""
        command = [sys.executable, "-m", "tests.attacks.victim", str(self._path)]
        known = len(self._entries)
        with open(self._path / "stderr", "w+b") as errors:
            seed = str(self._dice.randrange(1 << 30))
            quiet = {"QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1"}
            window = subprocess.Popen(
                [*command, seed], stderr=errors, stdout=errors, env={**os.environ, **quiet}
            )
            try:
                if self._dice.random() < 0.8:  # else it is killed while it starts
                    self._wait_for("ready", known, window)
                    for _ in range(self._dice.randrange(WORKER_KILLS + 1)):
                        self._kill_worker(window)
                time.sleep(self._dice.uniform(0, LONGEST_S))
            finally:
                window.kill()
                window.wait()
            self.kills["window"] += 1
            self._wait_for_orphans(known)
            errors.seek(0)
            if words := errors.read().decode(errors="replace").strip():
                unseen = [line for line in words.splitlines() if "by itself" not in line]
                self.faults += [f"on stderr: {unseen}"] if unseen else []
        self._check(known)

    def _kill_worker(self, window: "subprocess.Popen[bytes]") -> None:
        worker = self._worker()
        time.sleep(self._dice.uniform(0, LONGEST_S))
        if worker:
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
                self.kills["worker"] += 1
            until = time.monotonic() + _PATIENCE_S
            while self._worker() == worker and window.poll() is None:
                if time.monotonic() > until:
                    self.faults.append("no worker after a killed one")
                    return
                time.sleep(0.05)

    def _worker(self) -> int:
        """Return the process of the newest worker that the journal tells of."""
        told = [int(entry[1]) for entry in self._journal() if entry[0] == "worker"]
        return told[-1] if told else 0

    def _wait_for(self, word: str, start: int, window: "subprocess.Popen[bytes]") -> None:
        until = time.monotonic() + _PATIENCE_S
        while not any(entry[0] == word for entry in self._journal()[start:]):
            if window.poll() is not None or time.monotonic() > until:
                self.faults.append(f"the window did not start: {window.poll()}")
                return
            time.sleep(0.02)

    def _wait_for_orphans(self, start: int) -> None:
        """See that the workers have left, too."""
        until = time.monotonic() + _PATIENCE_S
        workers = [int(entry[1]) for entry in self._journal()[start:] if entry[0] == "worker"]
        while any(map(_is_alive, workers)):
            if time.monotonic() > until:
                self.faults.append("a worker outlived its window")
                return
            time.sleep(0.05)

    def _journal(self) -> list[list[str]]:
        with suppress(FileNotFoundError), open(self._path / "journal", encoding="utf-8") as file:
            file.seek(self._read)
            text = file.read()
            whole = text[: text.rfind("\n") + 1]
            self._read += len(whole)
            self._entries += [line.split("\t") for line in whole.splitlines()]
        return self._entries

    def _check(self, start: int) -> None:
        """Read all that was left, and compare it with what was done."""
        entries = self._journal()
        for entry in entries[start:]:
            if entry[0] == "fault" or (entry[0] == "ready" and entry[2]):
                self.faults.append(" ".join(entry))
        with stage.own_folders(self._path):
            for what, check in self._checks(entries).items():
                try:
                    problem = check()
                except (InkgradError, OSError, ValueError) as error:
                    problem = f"{type(error).__name__}: {error}"
                if problem:
                    self.faults.append(f"{what}: {problem}")
        aside = [str(path) for path in self._path.rglob("*damaged*")]
        self.faults += [f"put aside: {aside}"] if aside else []

    def _checks(self, entries: list[list[str]]) -> dict[str, Callable[[], str]]:
        preferences = Preferences()
        digits = {entry[1]: entry[2] for entry in entries if entry[0] == "digit"}
        asked = {int(entry[1]) for entry in entries if entry[0] == "question"}

        def sketch() -> str:
            if preferences.sketch_file.exists():
                history_from_svg(preferences.sketch_file.read_bytes())
            return ""

        def progress() -> str:
            kept = Progress(preferences.progress_file)
            kept.read()
            return f"lost {asked - set(kept.done)}" if asked - set(kept.done) else ""

        def drawings() -> str:
            folder = self._path / "data" / "inkgrad" / "digits"
            found = {str(digit.path): digit.image for digit in read_own(folder)}
            lost = [path for path in digits if path not in found]
            dark = [p for p, pixels in digits.items() if p in found and not _same(found[p], pixels)]
            return f"lost {lost}, other pixels in {dark}" if lost or dark else ""

        def models() -> str:
            for path in self._path.glob("*.safetensors"):
                Classifier.load(path)
            named = [Path(entry[1]) for entry in entries if entry[0] == "model"]
            lost = [path for path in named if not path.exists()]
            return f"lost {lost}" if lost else ""

        def lessons() -> str:
            for path in self._path.glob("*.inkgrad"):
                read_lesson_file(path)
            return ""

        return {f.__name__: f for f in (sketch, progress, drawings, models, lessons)}


def _same(image: np.ndarray, pixels: str) -> bool:
    """Whether they are the pixels that were kept: light paper is turned when it is read."""
    kept = np.frombuffer(bytes.fromhex(pixels), np.uint8).reshape(28, 28)
    return bool((image == kept).all() or (image == 255 - kept).all())


def _is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def run(kills: int, first: int, lives: int = LIVES) -> list[str]:
    """Kill so often; return what went wrong, and print as it goes."""
    QCoreApplication.setOrganizationName("Inkgrad")  # as the window does: its files are named so
    QCoreApplication.setApplicationName("Inkgrad")
    counted: Counter[str] = Counter()
    faults: list[str] = []
    entries = 0
    series = first
    while counted.total() < kills:
        with stage.temporary_folder() as path:
            folder = Folder(path, random.Random(series))
            for _ in range(lives):
                folder.live_once()
            found = [f"series {series}: {fault}" for fault in folder.faults]
            print(*found, sep="\n", end="\n" if found else "")
            faults += found
            counted += folder.kills
            entries += len(folder._journal())
        series += 1
        print(f"{counted.total()} kills, {len(faults)} faults", flush=True)
    print(
        f"{counted['window']} windows and {counted['worker']} workers killed, "
        f"{entries:,} things written down as done: {len(faults)} faults"
    )
    return faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--first", type=int, default=0, help="the number of the first series")
    options = parser.parse_args()
    return 1 if run(options.kills, options.first) else 0


if __name__ == "__main__":
    sys.exit(main())
