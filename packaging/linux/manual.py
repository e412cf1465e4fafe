"""The manual page, from what `inkgrad --help` knows."""

import argparse
import textwrap

from engine.cli.parser import build_parser

_WINDOW = """\
Without a command, or with a FILE that is a lesson (.inkgrad) or a model (.safetensors), the window
opens. Where one is open already on the same screen, that one comes forward and opens the file."""
_FILES = {
    "~/.config/Inkgrad/Inkgrad.conf": "the settings",
    "~/.local/share/inkgrad": "your own drawings",
    "~/.local/share/Inkgrad": "the sketch on the pad",
    "~/.local/state/inkgrad/log": "the log and crash reports; they are sent nowhere",
    "~/.cache/inkgrad": "datasets read before; may be removed",
}
_EXITS = {"0": "done", "1": "refused", "2": "not understood", "130": "interrupted"}


def manual(version: str, date: str) -> str:
    """Return the page as troff."""
    parser, commands = build_parser()
    commands.add_parser("selftest", help="open the window, draw, train, and say whether it works")
    lines = [
        f'.TH INKGRAD 1 "{date}" "Inkgrad {version}" "User Commands"',
        *(".SH NAME", r"inkgrad \- draw a digit and watch gradient descent learn to read it"),
        *(".SH SYNOPSIS", ".B inkgrad", "[FILE]", ".br", ".B inkgrad", "COMMAND [OPTION...]"),
        *(".SH DESCRIPTION", _escaped(parser.description or ""), ".PP", _escaped(_WINDOW)),
        ".SH COMMANDS",
    ]
    for choice in commands._choices_actions:
        lines += [".SS " + choice.dest, _escaped(_sentence(choice.help or ""))]
        for action in commands.choices[choice.dest]._actions:
            lines += _option(action)
    for title, table in (("FILES", _FILES), ("EXIT STATUS", _EXITS)):
        lines.append(f".SH {title}")
        for name, what in table.items():
            lines += [".TP", f".B {_escaped(name)}", _escaped(what)]
    examples = textwrap.dedent((parser.epilog or "").partition("\n\n")[0].partition("\n")[2])
    lines += [".SH EXAMPLES", ".nf", _escaped(examples), ".fi"]
    return "\n".join(lines) + "\n"


def _option(action: argparse.Action) -> list[str]:
    if isinstance(action, argparse._HelpAction):
        return []
    names = ", ".join(action.option_strings) or str(action.metavar or action.dest)
    values = " | ".join(map(str, action.choices)) if action.choices else ""
    value = values or (str(action.metavar or "") if action.option_strings else "")
    shown = (action.help or "").replace("%(default)s", str(action.default))
    return [".TP", f".B {_escaped(f'{names} {value}'.strip())}", _escaped(shown)]


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _escaped(words: str) -> str:
    words = words.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    return "\n".join(rf"\&{line}" if line.startswith(".") else line for line in words.split("\n"))
