"""The images of a dataset: those that were chosen, or a few of each class, drawn at random."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.data.album import Album, Inventory
from desktop.data.gallery import Gallery
from desktop.data.tree import Wanted
from desktop.i18n.wording import images_words


class ImagesCard(Gallery):
    """Signals: `draw_wished()`, to see a few others of each class."""

    draw_wished = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Images"))
        self.draw_button = QPushButton(self.tr("S&ample"))
        self.draw_button.setObjectName("drawButton")
        self.draw_button.setProperty("compact", True)
        self.draw_button.setToolTip(
            self.tr("Twenty random images of each class, as the network will see them")
        )
        self.top.insertWidget(2, self.draw_button)
        self.draw_button.clicked.connect(self.draw_wished)

    def show_album(self, album: Album, inventory: Inventory, wanted: Wanted) -> None:
        """Show the images that are wanted of a dataset."""
        heading = " / ".join(part for part in (wanted.split, wanted.label) if part)
        if wanted.draw:
            heading = self.tr("Sample")
        note = images_words(len(album))
        self.show_images(
            heading or inventory.name, album, lambda index: (album.title(index),), note
        )
