"""How commands talk: sentences or JSON lines on stdout, a progress bar on stderr.

What they say is `commands`' job.
"""

import json
import os
import sys
import time
from math import isfinite
from typing import Any, TextIO

from engine.errors import InkgradError
from engine.words.message import LONGEST_PATH, Message, reason, shorten, show

_BAR_WIDTH = 30
_MOST_VALUES, _DEEPEST = 1000, 3
_BAR_EVERY_S = 0.05


class Console:
    """Tell people sentences, or programs one JSON object a line; a quiet one says nothing.

    The reader may leave, as `head` does, or its disk be full: then one that outlives it goes on for
    nobody, and another raises BrokenPipeError or InkgradError.
    """

    def __init__(self, as_json: bool, quiet: bool = False, outlives_reader: bool = False) -> None:
        self._as_json = as_json
        self._quiet = quiet
        self._outlives_reader = outlives_reader
        self._bars = not as_json and not quiet and sys.stderr.isatty()
        self._drawn = 0  # characters in the terminal's last line
        self._drawn_at = float("-inf")

    def tell(self, event: str, facts: dict[str, Any], line: str) -> None:
        """Say one thing: `line` to people, the event and its facts to programs."""
        if self._quiet:
            return
        self.wipe_bar()
        try:
            print(_json({"event": event, **facts}) if self._as_json else line, flush=True)
        except BrokenPipeError:
            if not self._outlives_reader:
                raise
            forget_reader()
        except OSError as error:
            forget_reader()
            problem = InkgradError("output_unwritable", reason=reason(error))
            if not self._outlives_reader:
                raise problem from error
            self.warn(str(problem))

    def warn(self, sentence: str) -> None:
        """Say on stderr what went wrong, if that can be said at all."""
        if self._quiet:
            return
        self.wipe_bar()
        try:
            print(f"inkgrad: {sentence}", file=sys.stderr, flush=True)
        except OSError:
            forget_reader(sys.stderr)

    def flush(self) -> int:
        """Let stdout have all that others wrote; return the exit code."""
        try:
            sys.stdout.flush()
        except OSError as error:
            return self.give_up(error)
        return 0

    def give_up(self, error: OSError) -> int:
        """Write no more, as stdout takes nothing; return the exit code: 0 where nobody listens."""
        forget_reader()
        if isinstance(error, BrokenPipeError):
            return 0
        self.warn(str(Message("output_unwritable", reason=reason(error))))
        return 1

    def refuse(self, message: Message) -> None:
        """Say why nothing more comes: a sentence on stderr, to programs an error on stdout too."""
        self.warn(str(message))
        if self._as_json:
            try:
                self.tell("error", facts_of(message), "")
            except InkgradError as error:  # nothing can be written; it stands on stderr, at least
                self.warn(str(error))

    def refuse_file(self, name: str, message: Message) -> None:
        """Say why one of several files can't be read; to programs with an "error" on stdout too."""
        self.warn(str(message))
        if self._as_json:
            facts = facts_of(message)
            self.tell("prediction", {"file": name, "error": facts.pop("message"), **facts}, "")

    def is_bar_due(self) -> bool:
        """Tell whether a moment has passed since the last `progress`."""
        return time.monotonic() - self._drawn_at > _BAR_EVERY_S

    def progress(self, share: float, label: str) -> None:
        """Draw how much is done, 0 to 1, in the line that a terminal shows last."""
        self._drawn_at = time.monotonic()
        if self._bars:
            marks = "#" * round(_BAR_WIDTH * share)
            bar = f"[{marks:<{_BAR_WIDTH}}] {share:4.0%}  {label}"
            print(f"\r{bar:<{self._drawn}}", end="", file=sys.stderr, flush=True)
            self._drawn = len(bar)

    def wipe_bar(self) -> None:
        """Clear the terminal's last line for a sentence."""
        if self._drawn:
            print("\r" + " " * self._drawn, end="\r", file=sys.stderr, flush=True)
            self._drawn = 0


def _json(facts: dict[str, Any]) -> str:
    """Return facts as JSON, which has null for what is no finite number."""
    try:
        return json.dumps(facts, allow_nan=False)
    except ValueError:
        plain = json.loads(json.dumps(facts), parse_constant=lambda _: None)
        return json.dumps(plain, allow_nan=False)


def facts_of(message: Message) -> dict[str, Any]:
    """Return the sentence, its code and its values, for JSON."""
    values = {name: _plain(value) for name, value in message.values.items()}
    return {"message": str(message), "code": message.code, "values": values}


def _plain(value: Any, depth: int = 0) -> Any:
    """Return what JSON can hold of a value, which may be as long or deep as a file made it."""
    if isinstance(value, Message):
        return facts_of(value)
    if isinstance(value, list | tuple) and depth < _DEEPEST:
        return [_plain(item, depth + 1) for item in value[:_MOST_VALUES]]
    if isinstance(value, list | tuple | dict):
        return show(value)
    if isinstance(value, int | None) or (isinstance(value, float) and isfinite(value)):
        return value
    return shorten(str(value), LONGEST_PATH)


def forget_reader(stream: TextIO | None = None) -> None:
    """Let all that stdout still gets go nowhere; Python would complain of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), (stream or sys.stdout).fileno())
