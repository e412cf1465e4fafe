"""A card of thumbnails with a heading, and a button that sends the chosen one to the pad."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from desktop.data.thumbnails import Caption, Images, Thumbnails
from desktop.i18n.wording import images_words
from desktop.widgets.controls import Card
from desktop.widgets.one_line import heading_line
from desktop.widgets.plain_text import Label, as_tip
from desktop.widgets.theme import GAP_PX, scaled_font


class Gallery(Card):
    """Shows images to choose from. Signals: `image_chosen(uint8 (28, 28), str)`, and what it is."""

    image_chosen = Signal(object, str)

    def __init__(self, name: str, *, lines: int = 0) -> None:
        super().__init__()
        self.heading = heading_line(name)
        self.note = _Note()
        self.thumbnails = Thumbnails(name, lines=lines)
        self.to_pad = QPushButton(self.tr("Put on &pad"))
        self.to_pad.setProperty("compact", True)
        self.to_pad.setToolTip(
            self.tr(
                "Put the selected image on the pad for the network to read (Enter or double-click)"
            )
        )
        self._caption: Caption | None = None
        self.top = QHBoxLayout()
        self.top.setSpacing(2)
        self.top.setContentsMargins(0, 0, 6, 0)  # the scroll bar may go further
        self.top.addWidget(self.heading)
        self.top.addWidget(self.note, 1)
        self.top.addWidget(self.to_pad)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX + 2, GAP_PX - 4, GAP_PX - 4, GAP_PX - 6)
        layout.setSpacing(6)
        layout.addLayout(self.top)
        layout.addWidget(self.thumbnails, 1)
        self.thumbnails.current_changed.connect(self._on_current_changed)
        self.thumbnails.activated.connect(self._on_activated)
        self.to_pad.clicked.connect(self._on_to_pad)
        self.to_pad.setEnabled(False)

    def show_images(
        self,
        heading: str,
        images: Images,
        caption: Caption,
        note: str = "",
        empty: str = "",
    ) -> None:
        """Show images under a heading; `caption(index)` gives the lines that say what one is."""
        self.heading.setText(heading)
        self.note.say(note, images_words(len(images)) if note else "")
        self._caption = caption
        self.thumbnails.show_images(images, caption, empty)

    @Slot(int)
    def _on_current_changed(self, index: int) -> None:
        self.to_pad.setEnabled(index >= 0)

    @Slot()
    def _on_to_pad(self) -> None:
        self._on_activated(self.thumbnails.current)

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        image = self.thumbnails.image(index)
        if image is not None:  # a frame that is still blank has nothing to send
            words = ", ".join(self._caption(index)) if self._caption else ""
            self.image_chosen.emit(image, words)


class _Note(Label):
    """Muted words beside the heading; where they don't fit whole, fewer do, or none."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._fewer = "", ""
        self.setProperty("muted", True)
        self.setFont(scaled_font(self, 0.92))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setContentsMargins(2, 0, 2, 0)

    def say(self, words: str, fewer: str) -> None:
        """Show these words, or else the fewer, and keep all of them for whoever points here."""
        self._words, self._fewer = words, fewer
        self.setToolTip(as_tip(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, room = self.fontMetrics(), self.contentsRect().width()
        shown = (w for w in (self._words, self._fewer) if metrics.horizontalAdvance(w) <= room)
        self.setText(next(shown, ""))
