"""What the folder of a class is called, where the class has a name that no folder can bear.

A label may be anything that can be typed: "A" beside "a", "con", "1/2", a smiley. One that is safe
on Windows, macOS and Linux is its folder's name; any other folder gets a name of its own, and the
list `LIST` at the dataset's top says which class it holds.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Collection, Mapping

from engine.data.class_names import LONGEST, may_be_folder, printable
from engine.data.layout import side_of
from engine.errors import DataError

LIST = "inkgrad-classes.json"
LARGEST_LIST = 1 << 20  # bytes

_UNFIT = re.compile(r"[^A-Za-z0-9]+")


def is_label(name: str) -> bool:
    """Whether a class can be called so: there is something to be seen, and not too much."""
    return bool(name.strip()) and len(name) <= LONGEST


def check_label(label: str) -> None:
    """Raise DataError where a label is empty, can't stand in a line, or is far too long."""
    if not label.strip():
        raise DataError("label_missing")
    if len(label) > LONGEST:
        raise DataError("label_too_long", most=LONGEST)
    if printable(label) != label:
        raise DataError("label_unprintable", label=label)


def folder_name(label: str, taken: Collection[str]) -> str:
    """Return a name for the folder of a class; `taken` are those of the other folders.

    It is the label itself where that is safe and differs from all others by more than its case.
    An "é" isn't: some systems give it back in two characters.
    """
    others = {name.casefold() for name in taken}
    one_way = unicodedata.is_normalized("NFD", label) and unicodedata.is_normalized("NFC", label)
    is_safe = may_be_folder(label) and one_way and not side_of(label)
    if is_safe and label.casefold() not in others:
        return label
    letters = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
    stem = _UNFIT.sub("-", letters).strip("-")[:20].rstrip("-") or "class"
    digest = hashlib.blake2b(label.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{stem}-{digest}"


def folder_names(labels: Collection[str]) -> dict[str, str]:
    """Return a folder's name for each label, no two of them alike."""
    names: dict[str, str] = {}
    for label in labels:
        names[label] = folder_name(label, names.values())
    return names


def as_list(folders: Mapping[str, str]) -> bytes:
    """Return the list's bytes: by each folder's name, which class it holds."""
    return json.dumps(dict(folders), ensure_ascii=False, indent=1).encode()


def parse_list(data: bytes | bytearray, file: str) -> dict[str, str]:
    """Return the classes by their folders' names. Raises DataError where the list is damaged."""
    try:
        found = json.loads(data) if len(data) <= LARGEST_LIST else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not all(
        isinstance(name, str) and is_label(name) for name in found.values()
    ):
        raise DataError("class_list_damaged", file=file)
    return {folder: printable(name) for folder, name in found.items()}
