"""What is on the pad at one moment: strokes, or a picture that came from elsewhere. No Qt.

Frozen, so that the history, the painter and the reader can share it.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from desktop.sketch.drag import UNIT, Edges
from desktop.sketch.strokes import Strokes, extent
from engine.images.ink import Sketch

Image = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Picture:
    """A bitmap on the pad. `image` uint8 (28, 28) is what the model sees of it, 255 ink.

    `colors` uint8 (H, W, 3) is how it came; a digit out of a dataset has none, as it came in 28x28.
    `caption` says what it is, in a few words.
    """

    image: Image
    colors: Image | None = None
    caption: str = ""


@dataclass(frozen=True, eq=False)
class Content:
    """Strokes, oldest first, or a picture; never both: the first stroke takes its place."""

    strokes: Strokes = ()
    picture: Picture | None = None

    @property
    def is_empty(self) -> bool:
        return not self.strokes and self.picture is None

    @cached_property
    def reach(self) -> Edges:
        """How far the pen went, in pad units; the unit square is part of it."""
        points = [np.reshape(UNIT, (2, 2)), *(stroke.points for stroke in self.strokes)]
        both = np.concatenate(points)
        return Edges(*both.min(axis=0).tolist(), *both.max(axis=0).tolist())

    def box(self) -> tuple[float, float, float, float]:
        """Return left, top, width and height of a sheet for it, in pad units.

        It is the unit square, and as much more as there is ink outside of it.
        """
        ends = np.array([(0.0, 0.0), (1.0, 1.0), *(end for s in self.strokes for end in extent(s))])
        left, top = ends.min(axis=0).tolist()
        width, height = np.ptp(ends, axis=0).tolist()
        return left, top, width, height

    def image(self) -> Image | None:
        """Return what the model sees, uint8 (28, 28); None where there is nothing to see."""
        if self.picture:
            return self.picture.image
        sketch = Sketch([stroke.points for stroke in self.strokes])
        return None if sketch.is_empty else sketch.to_image()


EMPTY = Content()
