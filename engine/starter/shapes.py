"""Letters, symbols and digits as few points: `shapes.json` and `hershey.json`.

The first were drawn by hand for this program. The second, "plotted letters" and "plotted signs",
are some of the fonts that A. V. Hershey digitized for plotters (the U.S. National Bureau of
Standards, 1967): sans, serif, italic, script and black letter, and signs from Greek to Japanese.

Each shape has several variants, each a text such as "0,10 4,0 8,10 / 1,6 7,6": points x,y on a
grid of about 10, strokes parted by " / ". Within a stroke " + " begins a new part where the pen
turns a corner, and a part that begins with "~" is a smooth curve through its points.

Missing on purpose: the letters that many hands write as a digit (O o, I l, S s, Z z, b, q g). No
fair reader could refuse them.
"""

import json
from functools import cache
from importlib.resources import files

import numpy as np

from engine.starter.strokes import Drawing, Stroke, smooth_through

LOOK_LIKE_DIGITS = "OoIlSsZzbqg"


@cache
def shapes(group: str) -> dict[str, list[Drawing]]:
    """Return the variants of each shape of a group: "digits", "letters", "plotted signs", ..."""
    name = "hershey.json" if group.startswith("plotted") else "shapes.json"
    text = files("engine.starter").joinpath(name).read_text("utf-8")
    return {
        name: [parse_drawing(variant) for variant in variants]
        for name, variants in json.loads(text)[group].items()
    }


def parse_drawing(text: str) -> Drawing:
    """Return the strokes that a text such as "0,0 5,5 / ~ 1,1 2,3 4,4" stands for."""
    return [_stroke(part) for part in text.split(" / ")]


def _stroke(text: str) -> Stroke:
    return np.concatenate([_part(part) for part in text.split(" + ")])


def _part(text: str) -> Stroke:
    words = text.split()
    curved = words[0] == "~"
    points = np.array([[float(number) for number in word.split(",")] for word in words[curved:]])
    return smooth_through(points) if curved else points
