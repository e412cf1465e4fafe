"""How a wall of images is laid out in rows that share the room."""

from dataclasses import dataclass

from PySide6.QtCore import QSize

PAD_PX = 5  # around each image
_SLIVER_PX = 36  # of a row, too little to tell its digits


@dataclass(frozen=True)
class WallGrid:
    """So many images in cells of at least a size, in a view that shows a part of them."""

    images: int
    least: QSize
    view: QSize

    @property
    def columns(self) -> int:
        return max(1, self.view.width() // self.least.width())

    @property
    def rows(self) -> int:
        return -(-self.images // self.columns)

    @property
    def cell(self) -> QSize:
        """The size of one image with its lines and its share of the room."""
        return QSize(self.view.width() // self.columns, self.least.height() + self.spare_px)

    @property
    def spare_px(self) -> int:
        """By how much a row is higher: rows share what would show a sliver of a further one."""
        fitting = max(1, self.view.height() // self.least.height())
        left = self.view.height() - fitting * self.least.height()
        return left // fitting if self.rows > fitting and 0 < left <= _SLIVER_PX else 0

    def cuts_words(self, image_px: int) -> bool:
        """Tell whether of a further row the images would be seen whole, but not what is below."""
        left = self.view.height() % self.least.height()
        return self.hidden_px > 0 and image_px + PAD_PX <= left < self.least.height() - PAD_PX

    @property
    def hidden_px(self) -> int:
        """How far there is to scroll: the room below the last row need not be seen."""
        return max(0, self.rows * self.cell.height() - PAD_PX - self.view.height())
