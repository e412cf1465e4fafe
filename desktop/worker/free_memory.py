"""Gives memory that nobody uses any more back to the system.

Learners hold each other in circles, which Python looks for when there are many objects, and not
when there are large ones; and glibc keeps what a thread has freed for the thread of another run.
Without this the process grows by tens of megabytes a minute.
"""

import ctypes
import gc
import sys


def keep_what_is_there() -> None:
    """Look no more at what is there now, such as torch's modules, when looking for circles."""
    gc.collect()
    gc.freeze()


def give_back_free_memory() -> None:
    """Do so now: it takes some milliseconds."""
    gc.collect()
    trim_heap()


def trim_heap() -> None:
    """Give back what the C library keeps of what was freed already."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # other C libraries have none
        if trim:
            trim(0)
