"""How much memory a process has taken at most."""

from __future__ import annotations

from pathlib import Path


def peak() -> int:
    """Return the most bytes that this process has had in memory.

    What the system calls the peak of a child is at first its parent's; so ask the kernel where
    it tells.
    """
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (each for each in status.read_text().splitlines() if each.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def now() -> int:
    """Return the bytes that this process has in memory; the peak where that is not told."""
    status = Path("/proc/self/status")
    if not status.exists():
        return peak()
    (line,) = (each for each in status.read_text().splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1]) * 1024
