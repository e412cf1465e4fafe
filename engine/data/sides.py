"""What a name says of its part: train_labels.npy, x_test, mnist_train.csv, t10k-images, usps.t."""

import re
from typing import NamedTuple

from engine.data.unpacking import without_packing

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


def _is(word: str, known: tuple[str, ...]) -> bool:
    return word in known or re.sub(r"\d+k?$", "", word) in known  # QMNIST's test50k


def related(name: str, other: str) -> bool:
    """Whether two files in a folder may belong to one set, by their names."""
    return _stem(name) == _stem(other) or name.endswith("-mapping.txt")


def _stem(name: str) -> str:
    return re.sub(r"[\d-]", "", role_of(without_packing(name)).rest)
