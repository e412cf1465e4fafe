"""How much memory is free. Where that isn't known, the system itself refuses what it can't give."""

from pathlib import Path

_KIB = 1024


def free_bytes(root: Path = Path("/")) -> int | None:
    """Return what may be taken without making others wait; None where nothing tells (no Linux).

    `root` is where Linux has its `proc` and `sys`. A container may have less than the machine.
    """
    try:
        lines = (root / "proc/meminfo").read_text().splitlines()
        table = dict(line.split(":", 1) for line in lines if ":" in line)
        free = int(table["MemAvailable"].split()[0]) * _KIB
    except (OSError, ValueError, KeyError, IndexError):
        return None
    left = _left_to_container(root / "sys/fs/cgroup")
    return free if left is None else min(free, left)


def _left_to_container(group: Path) -> int | None:
    try:
        most, used = ((group / name).read_text() for name in ("memory.max", "memory.current"))
        return max(0, int(most) - int(used))
    except (OSError, ValueError):  # there is none, or it is "max"
        return None
