"""What is dropped on the window: anywhere but on the pad, which takes it itself."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.sketch.mime import has_image_or_file


class Drops(QObject):
    """Watches a window for images and files that none of its widgets takes.

    Signals: `dropped(QMimeData)`, to be read before the slot returns.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            mime = event.mimeData()
            if has_image_or_file(mime):
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.dropped.emit(mime)
                return True
        return super().eventFilter(watched, event)
