"""The files that travel with the program, and the one way to reach them.

`path("mnist/ORIGIN.md")` is where a file stands on disk. What the files mean is their readers' job.
"""

from pathlib import Path

_HERE = Path(__file__).parent


def path(name: str) -> Path:
    """Return where the bundled file or folder `name` ("folder/file") stands."""
    return _HERE / name
