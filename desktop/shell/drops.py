"""Lessons and models that are dropped anywhere on the window. Pictures are the pad's own matter."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.sketch.mime import file_in

LESSON, MODEL = ".inkgrad", ".safetensors"


class FileDrops(QObject):
    """Watches some widgets for such files. Signals: `dropped(Path)`."""

    dropped = Signal(object)

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        for widget in widgets:
            widget.setAcceptDrops(True)
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            path = file_in(event.mimeData())
            if path and path.suffix.lower() in (LESSON, MODEL):
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.dropped.emit(path)
                return True
        return super().eventFilter(watched, event)
