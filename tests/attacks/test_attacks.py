"""A small part of each attack: `make fuzz`, `monkey`, `kills` and `soak` do it all.

Only damaged files are tried in `make test`; windows and workers take long, and their own tests
kill them as well.
"""

import logging
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.errors import InkgradError
from tests.attacks import fuzz, kills, monkey, soak, stage
from tests.attacks.mutations import damaged, damaged_json
from tests.attacks.targets import Target, all_targets

ROOT = Path(__file__).parents[2]
STEADY = soak.Reading(100, 200, 20, 10, 8, 6, 10)


@pytest.fixture(scope="module")
def targets() -> list[Target]:
    return all_targets()


def test_every_good_file_is_read(targets: list[Target], tmp_path: Path) -> None:
    """Else the fuzzer would only ever look at refusals."""
    refused = []
    for place, target in enumerate(targets):
        folder = tmp_path / str(place)
        folder.mkdir()
        replace(target, damage=lambda data, _: data).lay_out(folder, np.random.default_rng(0))
        try:
            target.read(folder)
        except InkgradError as error:
            refused.append(f"{target.name}: {error}")
    assert refused == []


def test_the_same_number_is_the_same_damage() -> None:
    for damage, data in ((damaged, bytes(range(256))), (damaged_json, b'{"a": [1, {"b": 2}]}')):
        both = [damage(data, np.random.default_rng(7)) for _ in range(2)]
        assert both[0] == both[1] != data


def test_what_may_not_happen_is_noticed(tmp_path: Path) -> None:
    """Each kind of failure, made on purpose."""

    def says(folder: Path) -> None:
        raise InkgradError("unreadable", file=folder, reason="{file}")

    def takes(folder: Path) -> None:
        np.ones((fuzz.LIMIT_MB + 50) << 17).sum()

    def breaks(folder: Path) -> None:
        raise ZeroDivisionError

    for read, word in ((says, "says"), (takes, "MB"), (breaks, "ZeroDivisionError")):
        faults = fuzz.faults_of_reading(read, tmp_path, fuzz.Account())
        assert len(faults) == 1
        assert word in faults[0]


def test_a_few_damaged_files() -> None:
    account = fuzz.attack(range(60))
    assert account.failed == []
    assert account.read > 5
    assert account.refused > 25


@pytest.mark.long
def test_a_sequence_on_the_window() -> None:
    assert monkey.run(range(1)) == []


@pytest.mark.long
def test_a_few_kills() -> None:
    assert kills.run(2, first=0, lives=1) == []


@pytest.mark.long
def test_a_short_soak() -> None:
    command = [sys.executable, "-m", "tests.attacks.soak", "--minutes", "0", "--warm-up", "0"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing grew" in done.stdout


def test_growth_is_told() -> None:
    assert soak.growths([STEADY] * 6) == []
    for name in ("window_mb", "worker_files", "window_threads", "gap_ms"):
        worse = replace(STEADY, **{name: 1.3 * getattr(STEADY, name)})
        (found,) = soak.growths([STEADY] * 3 + [worse] * 3)
        assert found.startswith(name)


def test_what_goes_up_and_down_has_not_grown() -> None:
    held = np.random.default_rng(0).uniform(220, 248, 61)
    held[:3], held[-3:] = 224, 236
    assert soak.growths([replace(STEADY, worker_mb=mb) for mb in held]) == []
    grown = held * np.linspace(1, 1.08, 61)
    assert soak.growths([replace(STEADY, worker_mb=mb) for mb in grown])


def test_a_mistake_that_is_only_logged_is_noticed() -> None:
    with stage.unseen_faults() as faults:
        try:
            dict[str, int]()["top"]
        except KeyError:
            logging.getLogger("desktop.worker").exception("The worker met an error")
        logging.getLogger("desktop.worker").error("The worker's process ended by itself")
    assert len(faults) == 1
    assert "KeyError: 'top'" in faults[0]


def test_memory_is_what_was_written_not_what_others_may_share(tmp_path: Path) -> None:
    """Else a window seems to grow when another program with the same libraries ends."""
    size = 40 << 20
    file = tmp_path / "library"
    file.write_bytes(bytes(size))
    before = soak.memory_mb(os.getpid())
    read = np.memmap(file, mode="r")
    assert read.sum() == 0
    assert soak.memory_mb(os.getpid()) - before < 10
    written = np.ones(size, np.uint8)
    assert soak.memory_mb(os.getpid()) - before > 30
    del written
