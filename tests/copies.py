"""Processes that begin as copies of one that has done the slow part already."""

import multiprocessing
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def copies() -> ForkServerContext:
    """Return what makes such processes, 0.3 s sooner than each would be that far by itself.

    The one that they are copies of (`preloaded`) has a single thread, so that this is safe. Its
    environment is that of the first call.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.preloaded"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))  # else it finds no tests, and says nothing of it
        forkserver.ensure_running()
    return context
