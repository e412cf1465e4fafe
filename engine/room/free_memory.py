"""How much memory is free. Where that isn't known, the system itself refuses what it can't give."""

from pathlib import Path

_KIB = 1024
_LIMIT_USED_STAT = (  # of version 2 and 1 of control groups
    ("memory.max", "memory.current", "memory.stat"),
    ("memory/memory.limit_in_bytes", "memory/memory.usage_in_bytes", "memory/memory.stat"),
)


def free_bytes(root: Path = Path("/")) -> int | None:
    """Return what may be taken without making others wait; None where nothing tells (no Linux).

    `root` is where Linux has its `proc` and `sys`. A container may have less than the machine.
    The files that it has read count as used there, though what is cached of them gives way.
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
    for names in _LIMIT_USED_STAT:
        try:
            limit, used, stat = ((group / name).read_text() for name in names)
            table = dict(line.split() for line in stat.splitlines())
            cached = table.get("total_inactive_file") or table["inactive_file"]
            return max(0, int(limit) - (int(used) - int(cached)))
        except (OSError, ValueError, KeyError):  # there is none, or it is "max"
            continue
    return None
