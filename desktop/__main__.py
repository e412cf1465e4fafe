"""The `inkgrad` command: the window, with or without a file to open, and the engine's commands."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.pythons.environment import Verdict

OPENED = (".inkgrad", ".safetensors")  # the files that the window opens: lessons and models


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code: 0 done, 1 refused, 2 not understood."""
    typed = list(sys.argv[1:] if argv is None else argv)
    if not typed or (len(typed) == 1 and typed[0].lower().endswith(OPENED)):
        from desktop.app import run

        return run(*(str(Path(file).absolute()) for file in typed))
    if typed[0] == "selftest":  # like the window, it must not load torch before Qt is up
        return _selftest(typed[1:])
    return _engine_command(typed)


def _selftest(typed: list[str]) -> int:
    from desktop import selftest
    from engine.cli.typed import Parser, parse

    parser = Parser(prog="inkgrad selftest", description=_SELFTEST)
    selftest.add_arguments(parser)
    return selftest.run(parse(parser, typed))


def _engine_command(typed: list[str]) -> int:
    from engine.cli import parser as cli
    from engine.cli.typed import parse

    parser, commands = cli.build_parser()
    commands.add_parser("selftest", help=_SELFTEST)
    arguments = parse(parser, typed)
    if arguments.command == "doctor":
        import engine.cli.doctor  # noqa: F401  # torch: on Windows it can't be loaded after Qt

        arguments.facts, arguments.problems = _window_facts()
        if arguments.facts:
            from desktop.shell.reachable_screen import look_for_screen

            arguments.facts["window"] = look_for_screen()  # no problem: commands need no screen
    return cli.run(arguments)


def _window_facts() -> tuple[dict[str, str], list[str]]:
    """Return what the window stands on, and what keeps it from opening."""
    from engine.words.message import InWords, Message

    try:
        from desktop.shell.about import window_versions
    except ImportError as error:  # one of Qt's libraries lacks one of the system's
        return {}, [str(Message("window_cannot_open", reason=InWords(error)))]
    facts, problems = window_versions(), []
    if verdict := _other_python():
        facts["worker"] = str(verdict.said)
        problems = [] if verdict.fits else [str(verdict.said)]
    return facts, problems


def _other_python() -> "Verdict | None":
    """Examine the environment that the reader chose for the worker, if any."""
    from desktop.pythons.environment import examine
    from desktop.shell.preferences import Preferences, name_program

    name_program()
    kept = Preferences().other_python
    return examine(Path(kept)) if kept else None


_SELFTEST = "open the window, draw, train and say whether it all works"

if __name__ == "__main__":
    from inkgrad_start import begin

    begin()
    sys.exit(main())
