"""Where the `inkgrad` command begins: it finds `desktop`, `engine` and `assets` of its own.

Those names are general ones. Whoever has an `engine.py` or a folder `assets` where they work, or on
PYTHONPATH, would otherwise have the program import theirs. Nobody else has this module's name.

Until a command is carried out, or the window is there, Ctrl-C ends the process without a word.
"""

import os
import signal
import sys


def begin() -> None:
    """Prepare the process; call it first."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # and no traceback out of some import
    leave_removed_folder()
    _find_own_modules_first()
    _replace_closed_streams()


def leave_removed_folder() -> None:
    """Go to the root where the current folder is no more: there torch and new processes fail."""
    try:
        os.getcwd()
    except OSError:
        os.chdir(os.sep)


def main() -> None:
    """Do as `python -m desktop` does, where that name is ours."""
    begin()
    import runpy

    runpy.run_module("desktop", run_name="__main__")


def _find_own_modules_first() -> None:
    """Look for modules among Python's own first, then beside this file, then where it was told to.

    Processes that this one starts by `multiprocessing` do the same.
    """
    python = os.path.dirname(os.__file__)
    ours = os.path.dirname(__file__)
    first = [python, os.path.join(python, "lib-dynload"), ours]
    sys.path[:] = [*first, *(place for place in sys.path if place not in first)]


def _replace_closed_streams() -> None:
    """Let what is said to closed streams go nowhere: `inkgrad 2>&-`, or a window on Windows.

    Else the next file that is opened would get their numbers, and what C libraries say with it.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) < 3:
        pass
    os.close(number)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - to the end
            setattr(sys, name, nowhere)
