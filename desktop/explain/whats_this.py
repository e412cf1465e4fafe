"""Shift+F1: the pointer asks, and a click explains; Shift+F1 again explains what has the focus."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWhatsThis, QWidget

from desktop.app_model import AppModel
from desktop.explain.explanation import Explanation, explain
from desktop.shell.actions import Actions
from desktop.widgets.controls import Card, caption, title
from desktop.widgets.plain_text import Label
from desktop.widgets.theme import GAP_PX

_WIDTH_PX, _BESIDE_PX = 340, 12
_ENDS = (
    *(QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel),
    QEvent.Type.WindowDeactivate,
)
_ASKS = (QEvent.Type.QueryWhatsThis, QEvent.Type.WhatsThis)


class WhatsThis(QObject):
    """Obeys the command; it listens to the application's events only while the pointer asks."""

    def __init__(self, actions: Actions, model: AppModel, window: QWidget) -> None:
        super().__init__(window)
        self._model = model
        app = QApplication.instance()
        assert app is not None
        self._app = app
        actions.whats_this.triggered.connect(self._on_asked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LeaveWhatsThisMode:
            self._app.removeEventFilter(self)
        if event.type() not in _ASKS or not isinstance(watched, QWidget):
            return False
        assert isinstance(event, QHelpEvent)
        said = explain(watched, event.pos(), self._model)
        event.setAccepted(said is not None)
        if said and event.type() == QEvent.Type.WhatsThis:
            QWhatsThis.leaveWhatsThisMode()
            ExplanationCard(said, watched.window()).show_at(event.globalPos())
        return True

    @Slot()
    def _on_asked(self) -> None:
        if not QWhatsThis.inWhatsThisMode():
            QWhatsThis.enterWhatsThisMode()
            self._app.installEventFilter(self)
            return
        QWhatsThis.leaveWhatsThisMode()
        focused = QApplication.focusWidget()
        middle = focused.rect().center() if focused else QPoint()
        if focused and (said := explain(focused, middle, self._model)):
            below = focused.mapToGlobal(focused.rect().bottomLeft())
            ExplanationCard(said, focused.window()).show_at(below)


class ExplanationCard(Card):
    """Lies over its window until a click, a key, or another window."""

    def __init__(self, said: Explanation, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("explanation")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.said = said
        self.setAccessibleName(said.title)
        self.setAccessibleDescription(f"{said.words} {said.now}".strip())
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        layout.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        if said.title:
            layout.addWidget(title(said.title))
        for text, make in ((said.words, Label), (said.now, caption)):
            if text:
                label = make(text)
                label.setWordWrap(True)
                label.setFixedWidth(_WIDTH_PX)
                layout.addWidget(label)

    def show_at(self, place: QPoint) -> None:
        """Show it below a place of the screen, or wherever its window has room."""
        window = self.window()
        self.adjustSize()
        room = window.rect()
        corner = window.mapFromGlobal(place) + QPoint(0, _BESIDE_PX)
        if corner.y() + self.height() > room.bottom():
            corner.setY(corner.y() - 2 * _BESIDE_PX - self.height())
        corner.setX(max(0, min(corner.x(), room.right() - self.width())))
        corner.setY(max(0, min(corner.y(), room.bottom() - self.height())))
        self.move(corner)
        self.show()
        self.raise_()
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)  # until it is gone

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() in _ENDS:
            self.close()
        return False
