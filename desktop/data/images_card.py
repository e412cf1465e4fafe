"""The images of a dataset: those that were chosen, or a few of each class, drawn at random."""

from desktop.data.album import Album, Inventory
from desktop.data.gallery import Gallery
from desktop.data.tree import Wanted
from desktop.i18n.wording import images_words


class ImagesCard(Gallery):
    """A gallery that says what was chosen of a dataset."""

    def show_album(self, album: Album, inventory: Inventory, wanted: Wanted) -> None:
        """Show the images that are wanted of a dataset."""
        heading = " / ".join(part for part in (wanted.split, wanted.label) if part)
        if wanted.draw:
            heading = self.tr("Sample")
        note = images_words(len(album))
        self.show_images(
            heading or inventory.name, album, lambda index: (album.title(index),), note
        )
