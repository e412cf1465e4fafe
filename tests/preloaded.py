"""What a process has done before it begins, where it is a copy: imported all, and read MNIST."""

import gc

import desktop.worker.serving  # noqa: F401
import engine.learner  # noqa: F401
from engine.data import loading
from tests.bundled import read_once

read_once()
for _read in loading.BUNDLED.values():
    _read()
gc.collect()
gc.freeze()  # a copy that looked through it would have to copy it in earnest
