"""Ways to damage a file, each by dice: bytes flipped, cut, doubled, values changed."""

import copy
import json
import re
import struct
from typing import Any

import numpy as np

Dice = np.random.Generator

_MOST_TIMES = 4  # a file is damaged up to so often
_LONGEST = 1 << 20  # bytes of a damaged file
_INTEGERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
_WORDS = (
    *("0", "-1", "1e999", "nan", "inf", "-0", "99999999999999999999", "1" * 5000, "0x7f", ""),
    *(
        "null",
        "true",
        '"',
        "\\u0000",
        "\\ud800",
        "<img src=x>",
        "../../x",
        "utf-9",
        "\0",
        "é",
        "%s",
    ),
)
_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2**31, 2**63, 10**400, 0.5, -0.0, float("nan"), float("inf")),
    *("", "x", "\0", "\ud800", "<b>x</b>", "=1+1", "../x", "x" * 10_000, [], {}, [[]], [None]),
    *({"": 1}, [1] * 1000, ["a", "a"], {"x": {"y": {"z": []}}}),
)
_NUMBER = re.compile(rb"\d+")


def damaged(data: bytes, dice: Dice) -> bytes:
    """Return a file's bytes with one to four kinds of damage."""
    for _ in range(int(dice.integers(1, _MOST_TIMES + 1))):
        data = _KINDS[int(dice.integers(len(_KINDS)))](data, dice)[:_LONGEST]
    return data


def damaged_json(text: bytes, dice: Dice) -> bytes:
    """Return JSON in which a few values or names are others, or that is damaged as any file is."""
    if dice.random() < 0.3:
        return damaged(text, dice)
    whole = [json.loads(text)]
    for _ in range(int(dice.integers(1, _MOST_TIMES + 1))):
        _change_a_value(whole, dice)
    return json.dumps(whole[0]).encode()


def _change_a_value(root: list[Any], dice: Dice) -> None:
    """Go down from the root at random, and put something else where the way ends."""
    node: Any = root
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        if not keys:
            return
        key = keys[int(dice.integers(len(keys)))]
        below = node[key]
        if isinstance(below, dict | list) and below and (node is root or dice.random() < 0.8):
            node = below
            continue
        break
    if isinstance(node, dict) and dice.random() < 0.2:
        node.pop(key)
    elif isinstance(node, dict) and dice.random() < 0.1:
        node[f"{key}x"] = copy.deepcopy(node[key])
    else:
        node[key] = copy.deepcopy(_VALUES[int(dice.integers(len(_VALUES)))])


def _place(data: bytes, dice: Dice) -> int:
    """Return a place in the file; its beginning, where most is told, comes more often."""
    if dice.random() < 0.4:
        return int(dice.integers(min(len(data), 128) + 1))
    return int(dice.integers(len(data) + 1))


def _flip(data: bytes, dice: Dice) -> bytes:
    changed = bytearray(data)
    for _ in range(int(dice.integers(1, 9)) if changed else 0):
        at = min(_place(data, dice), len(data) - 1)
        changed[at] ^= 1 << int(dice.integers(8))
    return bytes(changed)


def _noise(data: bytes, dice: Dice) -> bytes:
    at, count = _place(data, dice), int(dice.integers(1, 33))
    return data[:at] + dice.bytes(count) + data[at + count :]


def _cut(data: bytes, dice: Dice) -> bytes:
    return data[: int(dice.integers(len(data) + 1))]


def _leave_out(data: bytes, dice: Dice) -> bytes:
    at = _place(data, dice)
    return data[:at] + data[at + int(dice.integers(1, 200)) :]


def _double(data: bytes, dice: Dice) -> bytes:
    start, length = _place(data, dice), int(dice.integers(1, 400))
    at = _place(data, dice)
    return data[:at] + data[start : start + length] * int(dice.integers(1, 50)) + data[at:]


def _integer(data: bytes, dice: Dice) -> bytes:
    form = ("<B", "<H", ">H", "<I", ">I", "<Q", ">Q")[int(dice.integers(7))]
    most = (1 << 8 * struct.calcsize(form)) - 1
    number = struct.pack(form, min(_INTEGERS[int(dice.integers(len(_INTEGERS)))], most))
    at = _place(data, dice)
    return data[:at] + number + data[at + len(number) :]


def _word(data: bytes, dice: Dice) -> bytes:
    word = _WORDS[int(dice.integers(len(_WORDS)))].encode("utf-8", "surrogatepass")
    numbers = list(_NUMBER.finditer(data[:_LONGEST]))
    if numbers and dice.random() < 0.6:
        found = numbers[int(dice.integers(len(numbers)))]
        return data[: found.start()] + word + data[found.end() :]
    at = _place(data, dice)
    return data[:at] + word + data[at + int(dice.integers(0, 8)) :]


_KINDS = (_flip, _flip, _noise, _cut, _leave_out, _double, _integer, _integer, _word)
