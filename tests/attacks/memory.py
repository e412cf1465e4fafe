"""How much memory this process takes at most, libraries in C included."""

import resource
from contextlib import suppress
from pathlib import Path


def start_watching_memory() -> float:
    """Forget the highest use of memory so far, where the system can; return that of now, in MB."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")
    return peak_mb()


def peak_mb() -> float:
    """Return the highest use since the last `start_watching_memory`, or ever, in MB."""
    try:
        status = Path("/proc/self/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
