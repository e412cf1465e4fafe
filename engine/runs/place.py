"""Where runs are kept, and how many. It needs no torch, so that a window can ask, too."""

from pathlib import Path

import platformdirs

MOST_RUNS = 200  # unless people choose other limits
MOST_BYTES = 500 << 20

_chosen: Path | None = None


def keep_runs_in(folder: Path) -> None:
    """From now on keep runs in this folder, in this process: for a trial that leaves no trace."""
    global _chosen
    _chosen = folder


def runs_folder() -> Path:
    """Return where runs are kept: with the user's data. It is made when the first is."""
    if _chosen:
        return _chosen
    return platformdirs.user_data_path("inkgrad", appauthor=False) / "runs"
