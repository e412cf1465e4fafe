"""What a class may be called: its name is shown in lists, on axes and in sentences."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

LONGEST = 200  # characters; a folder's name can't have many more

_BAD_NAME = re.compile(r'[<>:"/\\|?*]|^[. ]|[. ]$|^$')  # for Windows, macOS or Linux
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_UNSEEN = ("Cc", "Cs", "Zl", "Zp")  # control characters, halves of characters, ends of lines
_WHOLE = re.compile(r"([+-]?\d+)\.0*")


def printable(name: str) -> str:
    """Return the name with "?" for each character that no line of text can show."""
    return "".join("?" if unicodedata.category(sign) in _UNSEEN else sign for sign in name)


def may_be_folder(name: str) -> bool:
    """Whether a folder can have this name on every system."""
    shown = printable(name)  # with a "?" where it can't be
    return not (_BAD_NAME.search(shown) or _RESERVED.fullmatch(name) or len(name.encode()) > 200)


def class_name(cell: str) -> str:
    """Return the name of a class as a table has it, without quotes; "3.0" is "3"."""
    name = cell.strip().strip("\"'").strip()
    whole = _WHOLE.fullmatch(name)
    return printable(whole[1] if whole else name)


def class_names(numbers: NDArray[Any], signs: Mapping[str, str] | None = None) -> NDArray[np.str_]:
    """Return the names of classes that are numbers or texts (N,), or one-hot (N, C).

    `signs` has other names for some of them.
    """
    if numbers.ndim == 2:
        numbers = numbers.argmax(axis=1) if numbers.shape[1] > 1 else numbers.ravel()
    known, places = np.unique(numbers, return_inverse=True)
    names = [class_name(str(name))[:LONGEST] for name in known.tolist()]
    named: NDArray[np.str_] = np.array([(signs or {}).get(name, name) for name in names])[places]
    return named
