"""How much memory a training takes, the whole process counted."""

import subprocess
import sys

import pytest

LIMIT_MB = 900
_RUN = """
import itertools, sys
from pathlib import Path
from engine.cli import commands  # all that `inkgrad train` imports
from engine.config import TrainConfig
from engine.datasets import load_dataset
from engine.learner import Learner

learner = Learner(load_dataset("mnist"), TrainConfig(model=sys.argv[1], epochs=1))
for _ in itertools.islice(learner.fit(), 8):  # every batch needs what the first ones need
    pass
learner.validate()
learner.classifier()
status = Path("/proc/self/status").read_text()  # getrusage's peak would count our parent too
print(status.split("VmHWM:")[1].split()[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
@pytest.mark.parametrize("model", ["simple_net", pytest.param("convnet", marks=pytest.mark.long)])
def test_full_mnist_stays_under_the_limit(model: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _RUN, model], capture_output=True, text=True, check=True
    )
    peak_mb = int(done.stdout) / 1024
    assert 100 < peak_mb < LIMIT_MB
