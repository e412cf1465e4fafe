"""The one door to labelled images: `load_dataset` reads what it is given, and checks it.

It stands above `data`, because whether digits lie on their side is seen by a network that reads
them.
"""

from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Thread

import numpy as np
from numpy.typing import NDArray

from engine.data.loading import read
from engine.data.splits import Dataset
from engine.data.watch import Progress, Watch

_TURN_S = 0.05


def load_dataset(
    name_or_path: str | Path, progress: Progress | None = None, as_is: bool = False
) -> Dataset:
    """Return the bundled set or the user's own of that name, or the one in a folder or a file.

    What can be read stands in the table of `data.formats` and in docs/data.md; archives (.zip,
    .tar, and .tar packed with gzip, bzip2 or xz) hold any of it. Where several sets lie in one
    place, the path goes on with the name of one. Without images to validate on, a fifth of each
    class is held out by a rule that gives the same split every time (`data.assembly.held_out`).
    What is slow to read is cached.

    Light paper is turned to black and images that lie are set upright, unless it is to be `as_is`;
    the dataset's `findings` tell of this, of damaged files that were left out, and of what looks
    odd.

    While it reads, `progress(done, all)` is called in the same thread, some ten times a second:
    images, or 0 of 0 until they are counted. When it returns False, loading stops. Raises
    DataError, then too.
    """
    return read(name_or_path, progress, as_is, _find_turn)


def _import_reader() -> None:
    with suppress(ImportError, OSError):  # raised again where it is needed
        import_module("engine.inference.orientation")


def _find_turn(images: NDArray[np.uint8], labels: Sequence[str], watch: Watch) -> str | None:
    thread = Thread(target=_import_reader, name="import")
    thread.start()  # torch comes with it, and takes seconds in which Cancel must be heard
    while thread.is_alive():
        watch.check()
        thread.join(_TURN_S)
    from engine.inference.orientation import find_turn

    return find_turn(images, labels, watch)
