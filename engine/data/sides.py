"""What a name says of its part: train_labels.npy, x_test, mnist_train.csv, t10k-images, usps.t."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from engine.data.files import Files
from engine.data.unpacking import is_packed, unpack_head, without_packing
from engine.data.watch import Watch

_SIDES = {
    "train": ("train", "training", "tra", "trn"),
    "valid": ("t10k", "test", "testing", "tes", "tst", "t", "valid", "validation", "val", "eval"),
}
_CONTENTS = {
    "images": ("x", "image", "images", "img", "imgs", "data", "features", "pixels"),
    "labels": ("y", "label", "labels", "target", "targets", "class", "classes"),
}


class Role(NamedTuple):
    """What a file or an array is for: which side, what it holds, and the rest of its name."""

    side: str | None  # "train" or "valid"
    content: str | None  # "images" or "labels"
    rest: str
    preferred: bool  # valid rather than test, if both are there


def role_of(name: str) -> Role:
    """Return what a name without its folder says; words end at signs, digits or capitals."""
    words = re.findall(r"[A-Z]?[a-z]+\d*k?|[A-Z]+(?![a-z])|\d+|[^\W\d_]+", name)
    side = content = None
    preferred = False
    rest = []
    for word in words:
        lower = word.lower()
        is_side = next((s for s, known in _SIDES.items() if _is(lower, known)), None)
        is_content = next((c for c, known in _CONTENTS.items() if lower in known), None)
        if is_side and side is None:
            side, preferred = is_side, lower.startswith(("val", "train"))
        elif is_content and content is None:
            content = is_content
        else:
            rest.append(lower)
    return Role(side, content, "-".join(rest), preferred)


class Beside:
    """Files that are left alone for others: `of` has them by the one that counts."""

    def __init__(self, files: Files) -> None:
        self.of: dict[str, list[str]] = defaultdict(list)
        self._files = files
        self._first: dict[str, str] = {}

    def takes(self, name: str, side: str, known: str | None) -> bool:
        """Whether a file came before under the same name, plain, or is one more to test on.

        `known` is a file of the same side and set, if there is one. Another one to learn from is a
        set of its own, however much their names are alike.
        """
        first = self._first.setdefault(without_packing(name), name)
        if first != name and self._alike(first, name):
            self.of[first].append(name)
        elif known and side == "valid":
            self.of[known].append(name)
        else:
            return False
        return True

    def _alike(self, *names: str) -> bool:
        one, other = (unpack_head(self._files.head(name)) for name in names)
        both = min(len(one), len(other))
        return one[:both] == other[:both]


def best_first(names: Iterable[str], watch: Watch) -> list[str]:
    """Return files as they count: validation sets before test sets, plain ones before packed."""
    return sorted(watch.each(names), key=partial(_place, watch))


def _place(watch: Watch, name: str) -> tuple[bool, bool, str]:
    watch.check()
    return _is_second(name), is_packed(name), name


def _is_second(name: str) -> bool:
    return not role_of(name.rpartition("/")[2]).preferred


def _is(word: str, known: tuple[str, ...]) -> bool:
    return word in known or re.sub(r"\d+k?$", "", word) in known  # QMNIST's test50k


def related(name: str, other: str) -> bool:
    """Whether two files in a folder may belong to one set, by their names."""
    return _stem(name) == _stem(other) or name.endswith("-mapping.txt")


def _stem(name: str) -> str:
    return re.sub(r"[\d-]", "", role_of(without_packing(name)).rest)
