"""What is typed, and the answer to what isn't understood: a sentence, and JSON where that is meant.

argparse would repeat all that was typed, however long it is, and knows no JSON.
"""

import argparse
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from engine.cli.console import Console
from engine.words.message import Message, shorten

_LONGEST = 600  # characters: the list of a setting's choices has some 200


class Parser(argparse.ArgumentParser):
    """The parser of a command line, or of one of its commands; `parse` reads with it.

    It takes whole options alone: whoever typed --js would get no JSON where something is wrong.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)

    def print_help(self, file: Any = None) -> None:
        """Write it; argparse would pass over that it can't be written."""
        print(self.format_help(), end="", file=file, flush=True)

    def error(self, message: str) -> NoReturn:
        raise _NotUnderstood(self, shorten(message, _LONGEST))


def parse(parser: Parser, typed: Sequence[str]) -> argparse.Namespace:
    """Return what was typed; where it makes no sense, say so and end with exit code 2."""
    try:
        return parser.parse_args(typed)
    except SystemExit as end:  # of --help and --version
        sys.exit(Console(as_json=False).flush() or end.code)
    except OSError as error:
        sys.exit(Console(as_json=False).give_up(error))
    except _NotUnderstood as problem:
        problem.parser.print_usage(sys.stderr)
        Console("--json" in typed).refuse(Message("not_understood", reason=str(problem)))
        sys.exit(2)


class _NotUnderstood(Exception):
    def __init__(self, parser: Parser, message: str) -> None:
        super().__init__(message)
        self.parser = parser
