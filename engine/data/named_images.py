"""Images with the class in their names: 3_0012.png, img_0012_label_3.png, three (12).png."""

import re
from collections.abc import Sequence
from functools import partial

from engine.data.class_names import printable
from engine.data.decoding import decode
from engine.data.files import Files
from engine.data.findings import Finding, left_out, noticed
from engine.data.layout import Labelled, is_wanted, natural_key, side_of
from engine.data.reading import Found, Raw
from engine.data.watch import Watch

_WORDS = re.compile(r"\d+|[^\W\d_]+")
_SAY_SO = ("label", "class", "digit", "letter", "num", "number")  # the class follows
_SHARE = 0.5  # of the images: more different words than that aren't classes

Place = int  # the place of the class among a name's words; from the end where negative


def find(files: Files, names: Sequence[str], watch: Watch) -> list[Found]:
    """Return the set of images named by their classes, if there is one."""
    images = [name for name in watch.each(names) if is_wanted(name)]
    if len(images) < 4 or _place(images, watch) is None:
        return []
    folders = {name.rpartition("/")[0] for name in images}
    called = folders.pop() if len(folders) == 1 else ""
    return [Found(called, frozenset(images), partial(_read, images))]


def _words(name: str) -> list[str]:
    return _WORDS.findall(name.rpartition("/")[2].rpartition(".")[0])


def _place(images: Sequence[str], watch: Watch) -> Place | None:
    """Return where the class stands in the names, or None where no place is clear."""
    named = [_words(name) for name in watch.each(images)]
    # "label" and the like, in nearly every name
    for i in watch.each(range(max(map(len, named)) - 1)):
        if sum(len(w) > i + 1 and w[i].lower() in _SAY_SO for w in named) >= 0.9 * len(named):
            return i + 1
    fewest = min(map(len, named))
    places = [*range(fewest)] + ([-1] if len({*map(len, named)}) > 1 else [])
    kinds = {i: {words[i] for words in named} for i in watch.each(places) if fewest}
    likely = [i for i in places if fewest and 1 < len(kinds[i]) <= _SHARE * len(named)]
    digits = [i for i in likely if all(len(word) == 1 and word.isdigit() for word in kinds[i])]
    if digits:  # writers may be numbered too, but they are fewer
        place: Place = sorted(digits, key=lambda i: -len(kinds[i]))[0]
        return place
    return next(iter(likely), None)


def _read(images: Sequence[str], files: Files, watch: Watch) -> Raw:
    place = _place(images, watch)
    sides: dict[str, list[Labelled]] = {"train": [], "valid": []}
    strays = []
    for name in sorted(images, key=natural_key):
        watch.check()
        words = _words(name)
        if place is None or not -len(words) <= place < len(words):
            strays.append(name)
            continue
        side = next(filter(None, map(side_of, name.split("/")[:-1])), "train")
        sides[side].append(Labelled(name, printable(words[place])))
    train, valid = sides["train"] or sides["valid"], sides["valid"] if sides["train"] else []
    findings: list[Finding] = [
        noticed("classes_from_names", example=train[0].file, label=train[0].label)
    ]
    if strays:
        findings.append(left_out("strays", n=len(strays), files=strays))
    return decode(files, train, valid, findings, watch)
