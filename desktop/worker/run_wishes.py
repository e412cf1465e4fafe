"""What the worker itself wishes of the run under way, beside what the window does."""

from dataclasses import dataclass
from queue import SimpleQueue


@dataclass(frozen=True)
class Look:
    """The wish for a new snapshot."""


@dataclass(frozen=True)
class Save:
    """The wish to have all on the disk."""

    is_done: "SimpleQueue[None]"
