"""Where the frozen program begins. What it does is `desktop.__main__`'s."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a child process is this program again: it goes no further
    from desktop.__main__ import main

    sys.exit(main())
