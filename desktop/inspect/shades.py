"""How numbers become colours: ink for amounts, blue and vermillion for less and more than zero.

Both pairs stay apart for colour-blind eyes, and zero is always the colour of the paper.
"""

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPalette

from desktop.i18n.numbers import significant
from desktop.widgets.theme import COOL, WARM, curve_color, rgb

_LAST = 254  # codes 0 to 254, so that zero has one of its own in the middle


class Shade(Enum):
    """What a number's colour says."""

    SIGNED = auto()  # -most blue, 0 paper, +most vermillion
    INK = auto()  # 0 paper, +most ink


@dataclass(frozen=True)
class Scale:
    """Numbers from -most (or 0, for ink) to `most`, which is above 0."""

    shade: Shade
    most: float

    @classmethod
    def of(cls, values: NDArray[np.float32], shade: Shade = Shade.SIGNED) -> "Scale":
        """Return the scale that the values just fill; what is no number doesn't count."""
        finite = np.abs(values[np.isfinite(values)])
        return cls(shade, float(finite.max(initial=0)) or 1.0)

    @property
    def least(self) -> float:
        return -self.most if self.shade is Shade.SIGNED else 0.0

    def codes(self, values: NDArray[np.float32]) -> NDArray[np.uint8]:
        """Return each value's place in the colour table, of the same shape."""
        share = (values - self.least) / (self.most - self.least)
        share = np.nan_to_num(np.clip(share, 0, 1), nan=0.5)
        codes: NDArray[np.uint8] = np.rint(share * _LAST).astype(np.uint8)
        return codes

    def table(self, palette: QPalette) -> list[int]:
        """Return the colours of the codes, in the colours of the moment."""
        paper = palette.base().color()
        if self.shade is Shade.INK:
            return _ramp(paper, palette.text().color(), _LAST + 1)
        half = _LAST // 2
        down = _ramp(paper, curve_color(COOL, palette), half + 1)
        up = _ramp(paper, curve_color(WARM, palette), half + 1)
        return down[:0:-1] + up

    def image(self, values: NDArray[np.float32], palette: QPalette) -> QImage:
        """Return values (h, w) as a picture with one pixel each."""
        height, width = values.shape
        codes = np.ascontiguousarray(self.codes(values)).tobytes()
        picture = QImage(codes, width, height, width, QImage.Format.Format_Indexed8)
        picture.setColorTable(self.table(palette))
        return picture.convertToFormat(QImage.Format.Format_RGB32)  # drawn several times as fast


def number(value: float) -> str:
    """Return a number as short as it can be read, with a real minus: "−0.031"."""
    text = significant(value or 0.0, 3)  # 0 has no sign
    return text.replace("e-0", "e-").replace("e+0", "e").replace("-", "−")


def _ramp(start: QColor, end: QColor, steps: int) -> list[int]:
    shares = np.linspace(0, 1, steps)[:, None]
    mixed = np.rint(rgb(start) + (rgb(end) - rgb(start)) * shares).astype(np.uint32)
    opaque = np.uint32(0xFF << 24)
    colors = opaque | mixed[:, 0] << np.uint32(16) | mixed[:, 1] << np.uint32(8) | mixed[:, 2]
    table: list[int] = colors.tolist()
    return table
