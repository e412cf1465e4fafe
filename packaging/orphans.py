"""Libraries of the building machine that came with a part that was pruned, and go with it.

PyInstaller has looked for what each library needs before the spec leaves parts out: GTK's forty
libraries would stay without the one plugin that asked for them.
"""

from collections.abc import Callable, Iterable
from pathlib import Path, PurePath

Entry = tuple[str, str, str]  # PyInstaller's: place in the bundle, file it is made of, its kind
Needs = Callable[[str], Iterable[str]]


def without_orphans(entries: list[Entry], needs: Needs, environment: Path) -> list[Entry]:
    """Return the entries without those from outside the environment that none of the rest needs.

    `needs` gives the names of the libraries that the file at a path asks for.
    """
    asked = {source: {PurePath(name).name for name in needs(source)} for _, source, _ in entries}
    while True:
        wanted = {name for place, source, _ in entries for name in asked[source] - {_name(place)}}
        kept = [entry for entry in entries if not _is_orphan(entry, wanted, environment)]
        if len(kept) == len(entries):
            return kept
        entries = kept


def _is_orphan(entry: Entry, wanted: set[str], environment: Path) -> bool:
    place, source, kind = entry
    from_outside = kind == "BINARY" and not Path(source).is_relative_to(environment)
    return from_outside and _name(place) not in wanted and not _name(place).startswith("libpython")


def _name(place: str) -> str:
    return PurePath(place).name
