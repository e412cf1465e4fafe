"""The first start's hint: three short steps on the empty pad, gone for good once followed.

They begin with the pad's own invitation, which they cover; on a low pad they cover the guide, too.
"""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop.sketch.canvas import Canvas
from desktop.sketch.paper import GUIDE
from desktop.widgets.plain_text import Label
from desktop.widgets.theme import GAP_PX, RADIUS_PX, scaled_font

_NARROW_PX, _BADGE_PX, _LESS_PX = 256, 22, 4


class FirstHint(QWidget):
    """Lies in the middle of a pad, or over a low one's whole, and lets every pointer through.

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
        self.heading.setContentsMargins(0, 0, 0, 6)
        self._layout.addWidget(self.heading, 0, 0, 1, 2, Qt.AlignmentFlag.AlignHCenter)
        self.steps: list[Label] = []
        steps = (
            self.tr("Draw, and the network reads every stroke."),
            self.tr("Press “Train”: the loss falls, and the answer changes."),
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
        elif event.type() == QEvent.Type.Paint:  # what to draw may be another by now
            self.heading.setText(self._pad.invitation)
        return False

    def _add(self, number: int, words: str) -> None:
        badge, step = Label(str(number)), Label(words)
        badge.setObjectName("hintNumber")
        badge.setFont(scaled_font(self, 0.92, bold=True))
        badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        badge.setFixedSize(_BADGE_PX, _BADGE_PX)
        step.setFont(scaled_font(self, 0.92))
        step.setProperty("muted", True)
        step.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        step.setWordWrap(True)  # after the policy, which forgets that height follows width
        self.steps.append(step)
        self._layout.addWidget(badge, number, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(step, number, 1, Qt.AlignmentFlag.AlignVCenter)

    def _arrange(self) -> None:
        pad, layout = self._pad.rect(), self._layout
        layout.setContentsMargins(0, 0, 0, 0)
        guide = int(GUIDE * min(pad.width(), pad.height()))
        width = min(self._whole_width(), max(_NARROW_PX, guide - 2 * GAP_PX), pad.width() - 40)
        height = layout.heightForWidth(width)
        while layout.heightForWidth(width - _LESS_PX) <= height:  # or its middle would be empty
            width -= _LESS_PX
        if max(width + GAP_PX, height + 2 * GAP_PX) <= guide:
            block = QRect(0, 0, width, height)
            block.moveCenter(pad.center())
            self.setGeometry(block)
            return
        whole = pad.adjusted(RADIUS_PX, RADIUS_PX, -RADIUS_PX, -RADIUS_PX)
        across = (whole.width() - width) // 2
        down = max(0, whole.height() - height) // 2
        layout.setContentsMargins(across, down, across, down)
        self.setGeometry(whole)

    def _whole_width(self) -> int:
        """Return the width in which each step is one line."""
        words = max(step.fontMetrics().horizontalAdvance(step.text()) for step in self.steps)
        return _BADGE_PX + self._layout.horizontalSpacing() + words + 4
