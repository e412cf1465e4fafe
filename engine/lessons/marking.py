"""Marks what is typed as the answer to a check: numbers count, and not how they are written."""

import re
from fractions import Fraction

_NUMBER = re.compile(r"([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d{1,2})?)(?:\s*/\s*(\d+))?\s*(%?)")
_UNIT = re.compile(r"(?<=\d)\s+[^\W\d_]{2,}$")  # the name of what was counted
_PER_CENT = re.compile(r"(?<=\d)\s*(?:per ?cent|prozent)$")
_THOUSANDS = re.compile(r"([-+]?[1-9]\d{0,2}([,.'’\s])\d{3}(?:\2\d{3})*)((?:(?!\2)[.,]\d+)?)")
_SIGNS = re.compile(r"[,.'’\s]")
_AROUND = re.compile(r"^(torch\.size)?[\s=(\[{]*|[\s,)\]}]*$")  # a list's brackets, an equals sign
_BETWEEN = re.compile(r"\s*[,;x×*]\s*|\s+")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_LONGEST = 1000  # characters of an answer of numbers: Python makes none of 4,301 digits


def is_same(typed: str, accepted: str) -> bool:
    """Tell whether two answers are the same.

    A single number may be written with a point or a comma, as a fraction or in per cent, with its
    thousands apart, and with the word for what it counts: "49 batches", "12,396"; of several
    it must be clear where one ends: "6 14" is [6, 14], and "614" isn't. Anything else is compared
    letter by letter; spaces and capitals make no difference. The accepted answer means no more
    than it says: "3.142" isn't 3142.
    """
    if max(len(typed), len(accepted)) > _LONGEST:
        return _bare(typed) == _bare(accepted)
    exact = _number(_plain(accepted))
    wanted = _meanings(accepted, _plain(accepted)) if exact is None else {(exact,)}
    if not wanted:
        return _bare(typed) == _bare(accepted)
    return not wanted.isdisjoint(_meanings(typed, _UNIT.sub("", _plain(typed))))


def _meanings(text: str, plain: str) -> set[tuple[Fraction, ...]]:
    """Return what a text of nothing but numbers can mean: "1,024" is 1024, 1.024, or 1 and 24.

    In brackets it is a list, "[1,024]" 1 and 24, where nothing else sets its numbers apart.
    """
    ways = [_BETWEEN.split(plain)]
    is_list = text.rstrip().endswith((")", "]", "}"))
    if not is_list or re.search(r"[;\s]", plain):
        ways += [plain.replace(",", ".").split(";"), _DECIMAL_COMMA.sub(".", plain).split()]
    if not is_list and (apart := _THOUSANDS.fullmatch(plain)):
        ways.append([_SIGNS.sub("", apart[1]) + apart[3].replace(",", ".")])
    numbers = [[_number(part.strip()) for part in way] for way in ways]
    known = [tuple(each for each in way if each is not None) for way in numbers]
    return {few for few, way in zip(known, numbers, strict=True) if 0 < len(few) == len(way)}


def _number(text: str) -> Fraction | None:
    found = _NUMBER.fullmatch(text)
    if not found or (found[2] and not int(found[2])):
        return None
    return Fraction(found[1]) / int(found[2] or 1) / (100 if found[3] else 1)


def _plain(text: str) -> str:
    plain = _PER_CENT.sub("%", text.strip().casefold().replace("−", "-"))
    return _AROUND.sub("", plain)


def _bare(answer: str) -> str:
    return "".join(answer.split()).casefold()
