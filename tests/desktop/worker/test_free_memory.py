"""What was freed goes back to the system, and what holds itself is freed."""

import gc
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from desktop.worker.free_memory import give_back_free_memory

ROOT = Path(__file__).parents[3]
BLOCK_BYTES = 50_000  # small enough for glibc to keep it in the thread's own heap


class Learner:
    """Holds itself, as a learner does by its batches, and much memory in small pieces."""

    def __init__(self, blocks: int) -> None:
        self.itself = self
        self.weights = [np.ones(BLOCK_BYTES, np.uint8) for _ in range(blocks)]


def resident_mb() -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def leave_no_memory_behind() -> None:
    """Free a large learner in a thread, and see what the process still has."""
    kept: list[Learner] = []

    def run() -> None:
        Learner(2000)
        kept.append(Learner(1))  # it lies behind the other in the heap

    gc.disable()
    give_back_free_memory()
    before_mb = resident_mb()
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert resident_mb() > before_mb + 90
    give_back_free_memory()
    assert resident_mb() < before_mb + 15


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux how much memory there is")
def test_a_run_that_is_over_leaves_no_memory_behind() -> None:
    """In a process of its own: in this one other tests have left holes that are filled first."""
    code = f"from {__name__} import leave_no_memory_behind as do; do()"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
