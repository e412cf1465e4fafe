"""What every test stands on: one thread, no screen, and the data sets read once."""

import gc
import os
import signal
import sys
from collections.abc import Generator, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import pytest
from hypothesis import settings

import engine
from tests.bundled import read_once

# The same examples at each run, and no clock: a busy machine fails nothing.
settings.register_profile("inkgrad", deadline=None, derandomize=True, database=None)
settings.load_profile("inkgrad")

read_once()

gc.disable()  # until all is collected: there is no garbage in it, and much to look through

# Else every command that the tests start would compile all of the program anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# What is started in the background ignores these, and so would all that the tests start.
for _name in {"SIGINT", "SIGHUP"} & {each.name for each in signal.Signals}:
    if signal.getsignal(signal.Signals[_name]) is signal.SIG_IGN:
        signal.signal(signal.Signals[_name], signal.SIG_DFL)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Run one test more at a time than there are cores: each waits for its window now and then."""
    usable = os.sched_getaffinity(0) if sys.platform == "linux" else range(os.cpu_count() or 1)
    return len(usable) + 1


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look no more at torch and thousands of tests when looking for garbage."""
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests out of the user's cache and data, and those out of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def mnist_sample() -> engine.Dataset:
    """Return every 3 and 7 of the bundled MNIST."""
    return engine.load_dataset("mnist_sample")


@pytest.fixture(scope="session")
def mnist() -> engine.Dataset:
    """Return all ten digits of the bundled MNIST."""
    return engine.load_dataset("mnist")
