"""The worker's process in another environment, as `multiprocessing` would have one of our own."""

import contextlib
import os
import subprocess
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol

from desktop.pythons.environment import own_command, python_in, surroundings
from engine.version import program_version

# It asks for the version again: the environment may have got another since it was examined.
_WORK = """
import sys
import inkgrad_start
inkgrad_start.begin()
from engine.version import program_version
if program_version() != sys.argv[1]:
    sys.exit(f"Inkgrad {sys.argv[1]} asked for Inkgrad {program_version()}")
from desktop.worker.process import run_at
run_at(int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
"""


class Process(Protocol):
    """What the window does with the worker's process, wherever that works."""

    @property
    def pid(self) -> int | None:
        """Its number; None before it is started."""

    @property
    def exitcode(self) -> int | None:
        """None until it has ended."""

    def start(self) -> None:
        """Begin. Raises OSError where the system can't."""

    def join(self, timeout: float | None = None) -> None:
        """Wait for its end, so long at the most."""

    def kill(self) -> None:
        """End it by force."""


class OtherProcess:
    """A process of another environment's Python that holds one end of an anonymous pipe."""

    def __init__(self, path: Path, end: "Connection[Any, Any]", runs: int, folder: Path) -> None:
        """Make one; the rest is what `desktop.worker.process.run` is given."""
        self._python, self._end = python_in(path), end
        self._told = (str(runs), str(folder))
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """Its number; None before it is started."""
        return self._process.pid if self._process else None

    @property
    def exitcode(self) -> int | None:
        """None until it has ended."""
        return self._process.poll() if self._process else None

    def start(self) -> None:
        """Begin, with nothing of ours open but the pipe. Raises OSError."""
        handle = self._end.fileno()
        command = own_command(self._python, _WORK, program_version(), str(handle), *self._told)
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, env=surroundings(), **_handing_on(handle)
        )

    def join(self, timeout: float | None = None) -> None:
        """Wait for its end, so long at the most."""
        if self._process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout)

    def kill(self) -> None:
        """End it by force."""
        if self._process:
            self._process.kill()


def _handing_on(handle: int) -> dict[str, Any]:
    """Return how the pipe's end is left open to the new process, and nothing else is."""
    if sys.platform != "win32":
        return {"pass_fds": (handle,)}
    os.set_handle_inheritable(handle, True)
    startup = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})
    return {"startupinfo": startup, "creationflags": subprocess.CREATE_NO_WINDOW}
