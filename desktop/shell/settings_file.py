"""The text of the settings' file: sections of lines key=value, as in Qt's INI files. No Qt.

Qt itself never reads it: it would take `@Variant(...)` for a stored object, which may be a pickled
one of Python's, and run what that says. Here each value is text, whatever it looks like.
"""

import re
from collections.abc import Iterator, Mapping

_SPECIAL = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "0": "\0"}
_ESCAPE = re.compile(r'\\x([0-9a-fA-F]+)|\\(.)|"', re.DOTALL)
_UNSAFE = re.compile(r"([\x00-\x1f\x7f\ud800-\udfff])([0-9a-fA-F]?)")  # a digit would go on with it
_BARE = re.compile(r"[\w./:+@ -]*", re.ASCII)  # a value that needs no quotes


def parse(data: bytes) -> dict[str, str]:
    """Return the values by "section/key". Raises ValueError for what is no text of that kind."""
    text = data.decode("utf-8-sig")
    if "\0" in text:
        raise ValueError("a NUL")
    return dict(_values(text))


def write(values: Mapping[str, str]) -> bytes:
    """Return the text of settings, by "section/key"; `parse` reads it, and so would Qt."""
    lines: list[str] = []
    last = None
    for name in sorted(values):
        section, _, key = name.partition("/")
        if section != last:
            lines += ["", f"[{section}]"] if lines else [f"[{section}]"]
            last = section
        lines.append(f"{key}={_escaped(values[name])}")
    return "\n".join([*lines, ""]).encode()


def _values(text: str) -> Iterator[tuple[str, str]]:
    section = ""
    for line in text.split("\n"):
        line = line.strip(" \t\r")
        if not line or line[0] in ";#":
            continue
        if line[0] == "[" and line[-1] == "]":
            section = f"{line[1:-1]}/"
            continue
        key, equals, value = line.partition("=")
        if not equals:
            raise ValueError("a line without a value")
        yield section + key.strip(" \t"), _unescaped(value.strip(" \t"))


def _unescaped(value: str) -> str:
    text = _ESCAPE.sub(_meaning, value)
    pairs = text.encode("utf-16", "surrogatepass")  # Qt wrote larger characters as two
    whole = pairs.decode("utf-16", "surrogatepass")
    return whole[1:] if whole.startswith("@@") else whole


def _meaning(found: re.Match[str]) -> str:
    hexadecimal, letter = found[1], found[2]
    if hexadecimal:
        return chr(int(hexadecimal, 16))
    return _SPECIAL.get(letter, letter) if letter else ""


def _escaped(value: str) -> str:
    if value.startswith("@"):
        value = f"@{value}"
    if _BARE.fullmatch(value) and value == value.strip():
        return value
    inside = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{_UNSAFE.sub(_in_ascii, inside)}"'


def _in_ascii(found: re.Match[str]) -> str:
    return "".join(f"\\x{ord(letter):x}" for letter in found[0])
