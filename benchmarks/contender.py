"""What a contender's script needs: to wait for its turn, and to note how long it worked.

A contender is a process of its own that answers each line on its input (a seed) with a line of
JSON. It imports nothing of Inkgrad's but the data, unless Inkgrad is what it measures.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

import torch

from engine.data.splits import Split

Result = dict[str, Any]


def serve(measure: Callable[[int], Result], *, one_thread: bool = True) -> None:
    """Answer every seed on the input with what `measure(seed)` returns, on one torch thread.

    Or on as many as torch takes where nobody sets them, as in a plain script.
    """
    if one_thread:
        torch.set_num_threads(1)
    for line in sys.stdin:
        print(json.dumps(measure(int(line))), flush=True)


def arguments(*names: str) -> argparse.Namespace:
    """Return what was typed: the names in their order, and three options.

    `device` is torch's name of one; `images` and `epochs` say how many of them, 0 for all.
    """
    parser = argparse.ArgumentParser()
    for name in names:
        parser.add_argument(name)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--images", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=0)
    return parser.parse_args()


def first(split: Split, images: int) -> Split:
    """Return the first images of a split; all where `images` is 0."""
    few = slice(images or None)
    return Split(split.images[few], split.labels[few])


class Clock:
    """CPU and wall seconds since it was made, with a note for each epoch that was validated."""

    def __init__(self) -> None:
        self._cpu, self._wall = time.process_time(), time.perf_counter()
        self.epochs: list[Result] = []

    def seconds(self) -> Result:
        """Return what has passed: cpu counts every thread of the process."""
        return {"cpu": time.process_time() - self._cpu, "wall": time.perf_counter() - self._wall}

    def note(self, accuracy: float) -> None:
        """Note the end of an epoch and the accuracy (0 to 1) on the validation set."""
        self.epochs.append({**self.seconds(), "accuracy": accuracy})

    def result(self) -> Result:
        """Return the notes, and the most memory that this process ever held, in MB."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        unit = 1 if sys.platform == "darwin" else 1024  # Linux counts in KiB
        return {"epochs": self.epochs, "peak_mb": peak * unit / 1e6}
