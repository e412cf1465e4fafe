"""Random sequences of actions on the real window. Each comes from its number and can be done again:

    python -m tests.attacks.monkey --sequences 300 --first 0 [--tell]

Not allowed: an exception in a slot or a thread, a warning of Qt's, an item of a layout that only
PySide still knows, a widget that only PySide has in another, a worker that outlives its window,
kept files that can't be read, a next window that doesn't open.
"""

import argparse
import faulthandler
import gc
import multiprocessing
import sys
import time

import numpy as np
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from desktop.app import create_window
from desktop.main_window import MainWindow
from tests.attacks import stage
from tests.attacks.actions import KILL, Monkey
from tests.attacks.targets import Target, all_targets
from tests.stale_items import count_stale_items, strays

ACTIONS = (8, 40)
_SEQUENCES_A_PROCESS = 25
_LONGEST_S = 300  # of a sequence, before it counts as hanging


def sequence(number: int, targets: list[Target], tell: bool = False) -> tuple[list[str], list[str]]:
    """Go through one sequence; return what was done and what went wrong."""
    dice = np.random.default_rng(number)
    done: list[str] = []
    with (
        stage.temporary_folder() as folder,
        stage.own_folders(folder),
        stage.unseen_faults() as faults,
        stage.forced_ends() as forced,
    ):
        window = create_window()
        monkey = Monkey(window, dice, targets, folder)
        with stage.answered_dialogs(
            lambda saves: monkey.file(saves) if dice.random() < 0.8 else None, dice
        ):
            closer = _close_popups()
            window.show()
            for _ in range(int(dice.integers(*ACTIONS))):
                done.append(monkey.act())
                if tell:
                    print(done[-1], flush=True)
                stage.live(int(dice.choice((0, 0, 5, 40, 200))))
                if faults:
                    break
            monkey.close_dialogs()
            window.presentation.leave()  # what is on the stage is in its page, for PySide
            if count_stale_items():
                faults.append("a widget has left its layout without removeWidget")
            faults += strays()
            window.leave()
            closer.stop()
        faults += _left_over(window)
        if KILL not in done and not forced:  # a killed worker's half files go at a later start
            faults += [f"left behind: {path}" for path in (folder / "settings").rglob("*.part")]
    return done, faults


def _close_popups() -> QTimer:
    """Close menus, which would wait for a person, a moment after they have opened."""

    def close() -> None:
        popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if popup:
            popup.close()

    timer = QTimer(interval=30)
    timer.timeout.connect(close)
    timer.start()
    return timer


def _left_over(window: MainWindow) -> list[str]:
    """Return what is wrong after the window was closed."""
    faults = [] if window.model.link.has_ended else ["the worker outlived the window"]
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()  # the next start is a process of its own, with nothing of this window left in it
    next_window = create_window()
    next_window.leave()
    next_window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return faults


def _some(
    numbers: range, tell: bool, answers: "multiprocessing.Queue[tuple[int, int, list[str]]]"
) -> None:
    faulthandler.enable()
    stage.prepare()
    targets = all_targets()
    for number in numbers:
        answers.put((number, -1, []))
        done, faults = sequence(number, targets, tell)
        gc.collect()  # what is left of a window must not go while the next one is painted anew
        answers.put((number, len(done), [*faults, *done[-3:]] if faults else []))


def run(numbers: range, tell: bool = False) -> list[str]:
    """Go through sequences, a few in a process; return what failed, and print as it goes."""
    context = multiprocessing.get_context("spawn")
    failed: list[str] = []
    actions, following = 0, numbers.start
    while following < numbers.stop:
        part = range(following, min(following + _SEQUENCES_A_PROCESS, numbers.stop))
        answers = context.Queue()
        process = context.Process(target=_some, args=(part, tell, answers))
        process.start()
        heard_at, under_way = time.monotonic(), part.start
        while following < part.stop:
            try:
                number, count, faults = answers.get(timeout=1)
            except Exception:
                hangs = time.monotonic() - heard_at > _LONGEST_S
                if process.is_alive() and not hangs:
                    continue
                process.kill()
                process.join()
                how = "hung" if hangs else f"ended its process with {process.exitcode}"
                failed.append(f"sequence {under_way} {how}")
                print(failed[-1], flush=True)
                following = under_way + 1
                break
            heard_at, under_way = time.monotonic(), number
            if count >= 0:
                following, actions = number + 1, actions + count
                if faults:
                    failed.append(f"sequence {number}: " + "\n    ".join(faults))
                    print(failed[-1], flush=True)
        process.join(60)
        print(f"{following - numbers.start:,} sequences, {len(failed)} failed", flush=True)
    print(f"{len(numbers):,} sequences with {actions:,} actions: {len(failed)} failed")
    return failed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sequences", type=int, default=300)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--tell", action="store_true", help="say what is done")
    options = parser.parse_args()
    return 1 if run(range(options.first, options.first + options.sequences), options.tell) else 0


if __name__ == "__main__":
    sys.exit(main())
