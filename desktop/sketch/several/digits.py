"""Which digits are on the pad, where several stand apart. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from desktop.sketch.content import Content, Image, Picture
from desktop.sketch.strokes import Strokes, extent
from engine.images.ink import Sketch
from engine.images.parting import part_strokes

_MOST_PICTURES = 20  # whose digits are remembered; the history holds more


@dataclass(frozen=True, eq=False)
class Digit:
    """One of several: `image` uint8 (28, 28) is what the model sees of it.

    Its strokes, and when the newest was drawn: none, and -1, where it is of a picture.
    """

    image: Image
    strokes: Strokes = ()
    newest: int = -1

    def box(self) -> tuple[float, float, float, float] | None:
        """Return left, top, right and bottom of its ink in pad units; None in a picture."""
        if not self.strokes:
            return None
        ends = np.array([extent(stroke) for stroke in self.strokes])
        left, top = ends[:, 0].min(axis=0).tolist()
        right, bottom = ends[:, 1].max(axis=0).tolist()
        return left, top, right, bottom


Digits = tuple[Digit, ...]


class Parting:
    """Parts what is on the pad. A digit is drawn anew only where its strokes have changed."""

    def __init__(self) -> None:
        self._drawn: dict[Strokes, Digit] = {}
        self._pictures: dict[Picture, Digits] = {}

    def digits(self, content: Content) -> Digits:
        """Return the digits from left to right; none where there is one thing, or nothing."""
        if content.picture:
            found = self._pictures.get(content.picture, ())
            return found if len(found) > 1 else ()
        parts = part_strokes([stroke.points for stroke in content.strokes])
        before, self._drawn = self._drawn, {}
        if len(parts) < 2:
            return ()
        for places in parts:
            strokes = tuple(content.strokes[place] for place in sorted(places))
            digit = before.get(strokes)
            if digit is None or digit.newest != max(places):
                digit = Digit(_image(strokes), strokes, max(places))
            self._drawn[strokes] = digit
        return tuple(self._drawn.values())

    def unknown(self, content: Content) -> Picture | None:
        """Return the picture, where it isn't known yet what it consists of."""
        picture = content.picture
        if picture is None or picture.colors is None or picture in self._pictures:
            return None
        return picture

    def learn(self, picture: Picture, images: Iterable[Image]) -> None:
        """Note of which digits, each uint8 (28, 28), a picture consists."""
        if len(self._pictures) >= _MOST_PICTURES:
            del self._pictures[next(iter(self._pictures))]
        self._pictures[picture] = tuple(Digit(image) for image in images)


def are_apart(content: Content) -> bool:
    """Tell whether strokes stand apart as several digits do; of a picture it isn't known."""
    return len(part_strokes([stroke.points for stroke in content.strokes])) > 1


def _image(strokes: Strokes) -> Image:
    return Sketch([stroke.points for stroke in strokes]).to_image()
