"""What the worker's process runs. The window's end is `link`.

Neither Qt nor torch is imported at the top: what the new process needs in order to begin is here,
and torch must come before Qt, as on Windows its libraries can't be loaded afterwards (WinError
1114).
"""

import os
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any


def run_at(handle: int, runs: int, folder: str) -> None:
    """Do so in a Python that found the pipe's end open under a number of the system's."""
    from multiprocessing import connection

    ends: Any = connection  # on Windows pipes are of another type, which others don't have
    kind = ends.PipeConnection if sys.platform == "win32" else connection.Connection
    run(kind(handle), runs, Path(folder))


def run(connection: "Connection[Any, Any]", runs: int, folder: Path) -> None:
    """Work for the window at the other end until it wants no more, or is gone.

    The worker counts its runs on from `runs`, and keeps them in a folder.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the window to decide on
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy's
    import engine.learner  # noqa: F401
    from desktop.worker.free_memory import keep_what_is_there
    from desktop.worker.serving import serve
    from engine.device import use_threads
    from engine.runs.place import keep_runs_in

    keep_runs_in(folder)
    use_threads(1)  # for all but runs, which find out how many pay

    keep_what_is_there()
    serve(connection, runs)
