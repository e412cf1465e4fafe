"""Where the `inkgrad` command begins: it finds `desktop`, `engine` and `assets` of its own.

Those names are general ones. Whoever has an `engine.py` or a folder `assets` where they work, or on
PYTHONPATH, would otherwise have the program import theirs. Nobody else has this module's name.
"""

import os
import runpy
import sys
from pathlib import Path


def find_own_modules_first() -> None:
    """Look for modules among Python's own first, then beside this file, then where it was told to.

    Processes that this one starts by `multiprocessing` do the same.
    """
    python = str(Path(os.__file__).parent)
    ours = str(Path(__file__).parent)
    first = [python, os.path.join(python, "lib-dynload"), ours]
    sys.path[:] = [*first, *(place for place in sys.path if place not in first)]


def main() -> None:
    """Do as `python -m desktop` does, where that name is ours."""
    find_own_modules_first()
    runpy.run_module("desktop", run_name="__main__")
