"""`inkgrad train` as people type it, noted at each line that tells of an epoch.

usage: inkgrad_command PRESET [EPOCHS]
"""

import io
import json
import sys
from contextlib import redirect_stdout

from benchmarks.contender import Clock, Result, serve
from engine.cli.parser import main

typed = ["train", "--json", "--preset", sys.argv[1]]
typed += ["--epochs", sys.argv[2]] if sys.argv[2:] else []


class Noting(io.TextIOBase):
    """Takes what the command prints; the clock begins when the data are read."""

    def __init__(self) -> None:
        self.clock = Clock()

    def write(self, text: str) -> int:
        told = json.loads(text) if text.strip() else {}
        if told.get("event") == "start":
            self.clock = Clock()
        elif told.get("event") == "epoch":
            self.clock.note(told["valid_accuracy"])
        return len(text)


def train(seed: int) -> Result:
    """Carry the command out."""
    noting = Noting()
    with redirect_stdout(noting):
        assert main([*typed, "--seed", str(seed)]) == 0
    return noting.clock.result()


serve(train)
