"""What an experiment can show: frozen values of numpy and text, which a window draws.

All words in them are in the reader's language already: experiments take them from `Lab.word`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Text:
    """A sentence or a few. `strong` is for a heading, and for the sentence that matters."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Picture:
    """An array as an image: (H, W), or (H, W, 3) for colour.

    `signed` values are shaded around zero. `numbers` writes each value into its cell: for a
    picture of at most 28 by 28. `low` and `high` are the values of the ends of the scale; None
    takes the array's own. `part` is framed: rows and columns to look at; where they are every
    second or third one, all others are veiled. `pick` names the two
    Sliders, of row and column, that a press on a cell moves. `tiles` are so many rows and columns
    large, with lines between them.
    """

    values: NDArray[np.generic]
    caption: str = ""
    signed: bool = False
    numbers: bool = False
    low: float | None = None
    high: float | None = None
    part: tuple[slice, slice] | None = None
    pick: tuple[str, str] | None = None
    tiles: tuple[int, int] | None = None


@dataclass(frozen=True)
class Pictures:
    """Pictures in a row, to be compared, with signs between them where `between` has any.

    `name` is what screen readers say where the pictures have no captions.
    """

    pictures: tuple[Picture, ...]
    between: tuple[str, ...] = ()  # ("−", "=") for three pictures
    name: str = ""


@dataclass(frozen=True)
class Pile:
    """Cards of one shape, (N, H, W) from 0 to 255, one behind the other, with their names.

    Card `out` is pulled out, and a skewer goes through the same cell of all. `pick` names the
    Sliders of card, row and column; `first` is the number of the first card.
    """

    cards: NDArray[np.uint8]
    names: tuple[str, ...]
    out: int
    cell: tuple[int, int]
    skewer: str  # its name
    pick: tuple[str, str, str]
    first: int = 0


@dataclass(frozen=True)
class Curve:
    """A line through points x, y float (N,); or the points alone. `faint` is a contour's.

    Curves of one `color`, counted from 0, differ in their dashes; -1 is a colour of its own.
    Those of one `look` have colour and dashes alike, in every plot; -1 takes those of its place.
    """

    name: str
    x: NDArray[np.floating]
    y: NDArray[np.floating]
    dashed: bool = False
    points: bool = False
    faint: bool = False
    color: int = -1
    look: int = -1


@dataclass(frozen=True)
class Mark:
    """A named point in a plot; its name stands above it, or `below`."""

    name: str
    x: float
    y: float
    below: bool = False


@dataclass(frozen=True)
class Handle:
    """A point in a plot that is dragged across, or up and down where it is `upright`.

    `slider` is the Slider that it moves: by `per` for each 1 of the axis. `curve` is the place of
    the curve whose colour it has.
    """

    name: str
    x: float
    y: float
    slider: str
    upright: bool = False
    per: float = 1.0
    curve: int = 0


@dataclass(frozen=True)
class Plot:
    """Curves in one pair of axes. `drag_x` names the Slider that a drag in the plot moves."""

    curves: tuple[Curve, ...]
    x_label: str
    y_label: str
    title: str = ""
    marks: tuple[Mark, ...] = ()
    log_y: bool = False
    y_range: tuple[float, float] | None = None
    drag_x: str = ""
    handles: tuple[Handle, ...] = ()
    log_x: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of text under their columns' names; what stands between ` in a row is code.

    `strong` is the row to look at, -1 for none.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    strong: int = -1


@dataclass(frozen=True)
class Line:
    """A line of code, and what it gives; `now` marks the one that is being run."""

    code: str
    value: str = ""
    now: bool = False


@dataclass(frozen=True)
class Code:
    """A few lines of Python with their live values."""

    lines: tuple[Line, ...]
    title: str = ""


@dataclass(frozen=True)
class Node:
    """A value in a graph of a computation; `inputs` are the places of the nodes it comes from."""

    name: str
    value: str
    gradient: str = ""
    inputs: tuple[int, ...] = ()


@dataclass(frozen=True)
class Graph:
    """A computation, its nodes from the inputs to the result."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class Outcome:
    """What came out, in a sentence, and whether it is what the lesson promised."""

    text: str
    as_promised: bool


@dataclass(frozen=True)
class Controls:
    """The place where the controls of a part of the experiment stand, above what they change."""

    part: str


Figure = Text | Picture | Pictures | Pile | Plot | Table | Code | Graph | Outcome | Controls
