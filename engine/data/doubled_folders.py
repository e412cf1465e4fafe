"""Finds folders that archives and people put into one more of the same name."""

from collections.abc import Set as AbstractSet

from engine.data.watch import Watch


def doubled_folders(holding: AbstractSet[tuple[str, ...]], watch: Watch) -> set[tuple[str, ...]]:
    """Return, in parts, which folders have no file and but a folder of their own name.

    `holding` are those that have files.
    """
    doubled = {
        parts[:depth]
        for parts in watch.each(holding)
        for depth in range(1, len(parts))
        if parts[depth] == parts[depth - 1]
    } - holding
    for parts in watch.each(holding if doubled else ()):
        for depth in range(1, len(parts)):
            if parts[depth] != parts[depth - 1]:
                doubled.discard(parts[:depth])
    return doubled
