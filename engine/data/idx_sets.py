"""Finds and reads sets of IDX files: MNIST, Fashion-MNIST, KMNIST, EMNIST, QMNIST."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from numpy.typing import NDArray

from engine.data.class_names import class_names
from engine.data.files import Files
from engine.data.findings import Finding
from engine.data.idx import parse_idx
from engine.data.layout import side_of
from engine.data.pixel_arrays import scale_of, scaling, to_images
from engine.data.reading import Found, Part, Raw
from engine.data.sides import role_of
from engine.data.unpacking import is_packed, without_packing
from engine.data.watch import Watch
from engine.errors import DataError
from engine.words.message import Message

_IDX = re.compile(
    r"(.*?)[-_.]?(images|labels)[-_.]idx\d[-_.](ubyte|u?int|byte|float)(\.gz|\.bz2|\.xz)?$",
    re.IGNORECASE,
)
_POINT = re.compile(r"[0-9]{1,7}")  # a sign, by its number
_TRANSPOSED = "emnist"  # it was made with MATLAB, whose arrays lie column by column

Sides = dict[str, str]  # "train images" -> the file's name
Groups = Mapping[tuple[str, str], Mapping[str, list[str]]]


def find(files: Files, names: Sequence[str], watch: Watch) -> list[Found]:
    """Return the IDX sets among files of these names. Raises DataError if one is incomplete."""
    found = []
    mappings = [name for name in names if name.endswith("-mapping.txt")]
    for (folder, prefix), roles in watch.each(_whole(_groups(watch.each(names))).items()):
        sides = _sides(files, roles)
        mine = frozenset(name for same in roles.values() for name in same)
        called = "/".join(filter(None, (folder, prefix)))
        fit = (name for name in mappings if prefix and name.endswith(f"{prefix}-mapping.txt"))
        found.append(Found(called, mine, partial(_read, sides, next(fit, None))))
    return found


def sides_of(files: Files, found: Found) -> Sides:
    """Return which of an IDX set's files holds what: "train images", "valid labels", ..."""
    (roles,) = _whole(_groups(sorted(found.files))).values()
    return _sides(files, roles)


def _groups(names: Iterable[str]) -> Groups:
    """Return IDX files by their folder and what their names have in common, then by their role."""
    groups: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in names:
        folder, _, base = name.rpartition("/")
        if match := _IDX.match(base):
            role = role_of(match[1])
            above, _, last = folder.rpartition("/")
            if _twin(last) == _twin(base):  # a folder of the file's own name
                folder = above
            parts = folder.split("/")
            side = role.side or next(filter(None, map(side_of, parts)), "train")
            around = "/".join(part for part in parts if not side_of(part))
            groups[around, role.rest][f"{side} {match[2].lower()}"].append(name)
    return groups


def _whole(groups: Groups) -> Groups:
    """Join what lies in several folders, where none of them holds images and labels to train on."""
    if any({"train images", "train labels"} <= set(roles) for roles in groups.values()):
        return groups
    joined: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for (_, prefix), roles in groups.items():
        for role, same in roles.items():
            joined["", prefix][role] += same
    return joined


def _twin(name: str) -> str:
    """Return what is the same of a file that is there twice, packed or with other signs."""
    return re.sub(r"[-_.]", "-", without_packing(name))


def _one(files: Files, same: list[str]) -> str:
    """Return the plain one of files that are there twice. Raises DataError if they aren't."""
    ordered = sorted(same, key=lambda name: (is_packed(name), len(name), name))
    head = files.head(ordered[0]) if len(ordered) > 1 and not is_packed(ordered[0]) else b""
    for name in ordered[1:]:
        differs = not is_packed(name) and files.head(name) != head
        if differs or _twin(name.rpartition("/")[2]) != _twin(ordered[0].rpartition("/")[2]):
            raise DataError("two_idx_sets", file=files.where, first=ordered[0], second=name)
    return ordered[0]


def _sides(files: Files, roles: Mapping[str, list[str]]) -> Sides:
    """Return one file for each role. Raises DataError where one is missing, or not clear."""
    sides = {role: _one(files, same) for role, same in roles.items()}
    for side in ("train", "valid") if any("valid" in role for role in sides) else ("train",):
        for content in ("images", "labels"):
            if f"{side} {content}" not in sides:
                stem = "train" if side == "train" else "t10k"
                name = f"{stem}-{content}-idx{3 if content == 'images' else 1}-ubyte"
                raise DataError("idx_lacks", file=files.where, name=name)
    return sides


def _read(sides: Sides, mapping: str | None, files: Files, watch: Watch) -> Raw:
    signs = _signs(files, mapping, watch) if mapping else {}
    findings: list[Finding] = []
    parts = []
    for side in ("train", "valid") if "valid images" in sides else ("train",):
        images, labels = _pair(files, sides, side, watch)
        where = files.path_of(sides[f"{side} images"])
        scale = scale_of(images, where)
        findings = findings or scaling(images, scale, where)
        pictures = to_images(images, scale, watch, where)
        parts.append(Part(pictures, class_names(labels, signs)))
    transposed = any(_TRANSPOSED in files.path_of(name).lower() for name in sides.values())
    return Raw(parts[0], parts[1] if len(parts) > 1 else None, findings, transposed)


def _pair(files: Files, sides: Sides, side: str, watch: Watch) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the images (N, height, width) and the labels (N,) of one side."""
    images_name, labels_name = sides[f"{side} images"], sides[f"{side} labels"]
    where = files.path_of(images_name)
    labels = parse_idx(files.read(labels_name, watch), files.path_of(labels_name), watch)
    images = parse_idx(files.read(images_name, watch), where, watch)
    if labels.ndim == 2 and labels.shape[1]:
        labels = labels[:, 0]  # QMNIST's has the writer and more beside the class
    if images.ndim < 3 or labels.ndim != 1 or 0 in images.shape:
        raise DataError("idx_empty", file=where)
    if len(images) != len(labels):
        raise DataError(
            "idx_unequal",
            images_file=where,
            images=Message("n_images", n=len(images)),
            labels_file=labels_name,
            labels=Message("n_labels", n=len(labels)),
        )
    return images, labels


def _signs(files: Files, mapping: str, watch: Watch) -> dict[str, str]:
    """Return what letters labels stand for: EMNIST lists "10 65" for A, "1 65 97" for A or a."""
    signs = {}
    for line in files.read(mapping, watch).decode("ascii", "replace").splitlines():
        numbers = line.split()
        if len(numbers) > 1 and all(_POINT.fullmatch(n) and int(n) < 0x110000 for n in numbers):
            signs[numbers[0]] = chr(int(numbers[1]))
    return signs if len(set(signs.values())) == len(signs) else {}
