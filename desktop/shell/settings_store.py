"""The settings while the window is open: texts by name, read once and written when they change."""

import json
import os
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from desktop.shell import settings_file
from desktop.widgets.kept_file import keep, set_aside, try_kept

Value = TypeVar("Value")
_LARGEST_BYTES = 1 << 20
_LARGEST = 1 << 30
_PATIENCE_S = 0.3
_MOST_LOOKED_AT = 8  # longer lists of what was opened are not kept


class SettingsStore:
    """Values by "section/key": texts, or others as JSON.

    `error` is what was wrong with the file or a value of it: to read it alone moves nothing, as
    more than the window does.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        kept, self.error = try_kept(path, settings_file.parse, _LARGEST_BYTES)
        self._values = kept or {}
        self._written = dict(self._values)

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def text(self, key: str) -> str:
        """Return a text; empty where there is none."""
        return self._values.get(key, "")

    def put(self, key: str, text: str) -> None:
        self._values[key] = text

    def paths(self, key: str) -> list[Path]:
        """Return paths, one a line."""
        return [Path(line) for line in self.text(key).split("\n") if line]

    def read(self, key: str, usual: Value) -> Value:
        """Return a value that JSON has; the usual one where it is missing, damaged or another."""
        if key not in self._values:
            return usual
        try:
            value = json.loads(self.text(key))
            if type(value) is not type(usual):
                raise ValueError("a value of another kind")
            if isinstance(value, int) and abs(value) > _LARGEST:
                raise ValueError("a number that Qt can't hold")
        except (ValueError, RecursionError) as error:
            self.error = error
            return usual
        return value

    def write(self, key: str, value: object) -> None:
        self.put(key, json.dumps(value))

    def save(self) -> str:
        """Write what has changed to disk; return what was or went wrong, if anything."""
        damage = self.put_aside_if_damaged()  # or it would be written over
        if self._values == self._written:
            return damage
        problem = keep(self.path, settings_file.write(self._values))
        if not problem:
            self._written = dict(self._values)
        return " ".join(filter(None, (damage, problem)))

    def put_aside_if_damaged(self) -> str:
        """Put the file aside where it or a value is damaged; return a sentence that says so."""
        if self.error is None:
            return ""
        self._written, error, self.error = {}, self.error, None
        return set_aside(self.path, error)


def not_gone(paths: Sequence[Path]) -> list[Path]:
    """Return those that exist, or of which nobody can say it soon, as on a drive that is off.

    The system may take minutes to say so, or for ever: each is looked at in a thread of its own.
    """
    found: dict[Path, bool] = {}
    looked_at = paths[:_MOST_LOOKED_AT]

    def look(path: Path) -> None:
        found[path] = os.path.exists(path)

    threads = [threading.Thread(target=look, args=(path,), daemon=True) for path in looked_at]
    for thread in threads:
        thread.start()
    until = time.monotonic() + _PATIENCE_S
    for thread in threads:
        thread.join(max(0.0, until - time.monotonic()))
    return [path for path in looked_at if found.get(path, True)]
