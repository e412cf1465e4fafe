"""The first start's hint: three short steps on the empty pad, gone for good once followed.

On a low pad they take the place of the guide and of the pad's own invitation, which they repeat.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.sketch.canvas import Canvas
from desktop.sketch.paper import GUIDE
from desktop.widgets.plain_text import Label
from desktop.widgets.theme import GAP_PX, RADIUS_PX, scaled_font

_WIDEST_PX = 256
_BELOW_PX = 26  # the pad's own invitation stands in the middle


class FirstHint(QWidget):
    """Lies over the lower half of a pad, or over a low one's whole, and lets every pointer through.

    Signals: `followed()` when it has done its work.
    """

    followed = Signal()

    def __init__(self, pad: Canvas) -> None:
        super().__init__(pad)
        self._pad = pad
        self.setObjectName("firstHint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(10)
        self._layout.setVerticalSpacing(6)
        self._layout.setColumnStretch(1, 1)
        self.heading = Label(pad.invitation)
        self.heading.setObjectName("hintHeading")
        self.heading.setFont(scaled_font(self, 1.25))
        self.heading.setProperty("muted", True)
        self._layout.addWidget(self.heading, 0, 0, 1, 2, Qt.AlignmentFlag.AlignHCenter)
        steps = (
            self.tr("Draw, and the network reads every stroke."),
            self.tr("Press Train: the loss falls, and the answer changes."),
            self.tr("Open the other pages to see why."),
        )
        for number, words in enumerate(steps, 1):
            self._add(number, words)
        self.setAccessibleName(" ".join(steps))
        pad.installEventFilter(self)
        self._arrange()

    @Slot()
    def follow(self) -> None:
        """Go away for good."""
        if self.isVisibleTo(self._pad):
            self.hide()
            self.followed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        return False

    def _add(self, number: int, words: str) -> None:
        badge, step = Label(str(number)), Label(words)
        badge.setObjectName("hintNumber")
        badge.setFont(scaled_font(self, 0.92, bold=True))
        badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        badge.setFixedSize(22, 22)
        step.setFont(scaled_font(self, 0.92))
        step.setProperty("muted", True)
        step.setWordWrap(True)
        step.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._layout.addWidget(badge, number, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(step, number, 1, Qt.AlignmentFlag.AlignVCenter)

    def _arrange(self) -> None:
        pad, layout = self._pad.rect(), self._layout
        width = min(_WIDEST_PX, pad.width() - 40)
        layout.setContentsMargins(0, 0, 0, 0)
        self.heading.hide()
        height, top = layout.heightForWidth(width), pad.height() // 2 + _BELOW_PX
        guide_bottom = (pad.height() + GUIDE * min(pad.width(), pad.height())) / 2
        if top + height + GAP_PX <= guide_bottom:
            self.setGeometry((pad.width() - width) // 2, top, width, height)
            return
        self.heading.show()
        whole = pad.adjusted(RADIUS_PX, RADIUS_PX, -RADIUS_PX, -RADIUS_PX)
        across = (whole.width() - width) // 2
        down = max(0, whole.height() - layout.heightForWidth(width)) // 2
        layout.setContentsMargins(across, down, across, down)
        self.setGeometry(whole)
