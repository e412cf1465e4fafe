"""Where the frozen program begins. What it does is `desktop.__main__`'s."""

import multiprocessing
import os
import sys


def leave_others_their_libraries() -> None:
    """Undo what PyInstaller's loader set for this process: a file manager that is started from here
    must not find our libraries before its own."""
    theirs = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if theirs is not None:
        os.environ["LD_LIBRARY_PATH"] = theirs


if __name__ == "__main__":
    if sys.platform == "linux":
        leave_others_their_libraries()
    multiprocessing.freeze_support()  # a child process is this program again: it goes no further
    from desktop.__main__ import main

    sys.exit(main())
