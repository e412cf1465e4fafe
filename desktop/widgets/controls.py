"""Small controls that every panel uses: cards, labels, buttons and ticks."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import (
    QAction,
    QIcon,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from desktop.widgets import icons
from desktop.widgets.plain_text import Label
from desktop.widgets.theme import scaled_font

_ARROW_PX = 20  # beside the words of a button with a menu


class Card(QFrame):
    """A quiet surface with a border, which groups what belongs together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")


def title(text: str, parent: QWidget | None = None) -> QLabel:
    """Return a card's heading."""
    label = Label(text, parent)
    label.setFont(scaled_font(label, 1.0, bold=True))
    return label


def caption(text: str, parent: QWidget | None = None) -> QLabel:
    """Return a small muted label."""
    label = Label(text, parent)
    label.setProperty("muted", True)
    label.setFont(scaled_font(label, 0.92))
    return label


def add_labelled(form: QFormLayout, words: str, field: QWidget) -> None:
    """Add a field to a form, with its name before it and for those who can't see that."""
    label = caption(words)
    label.setBuddy(field)
    field.setAccessibleName(words)
    form.addRow(label, field)


def close_row(dialog: QDialog) -> QDialogButtonBox:
    """Return the foot of a dialog that is only read: one button, without the style's icon."""
    row = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    row.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
    row.rejected.connect(dialog.close)
    return row


class IconButton(QPushButton):
    """A push button with one of our icons, in the colours of the moment."""

    def __init__(
        self, name: icons.Name, text: str, *, primary: bool = False, flat: bool = False
    ) -> None:
        super().__init__(text)
        self._name = name
        self._role = QPalette.ColorRole.ButtonText
        if primary:
            self.setProperty("primary", True)
            self._role = QPalette.ColorRole.HighlightedText
        if flat:
            self.setProperty("flat", True)
        self.setIconSize(QSize(18, 18))
        self._paint_icon()

    def change(self, name: icons.Name, text: str) -> None:
        """Become another button: Pause turns into Resume."""
        self._name = name
        self.setText(text)
        self._paint_icon()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()
        super().changeEvent(event)

    def _paint_icon(self) -> None:
        self.setIcon(icons.icon(self._name, QApplication.palette(), self._role))


class MenuButton(QPushButton):
    """A button that opens a menu, with an arrow that says so."""

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(_ARROW_PX, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        center = QPointF(self.width() - _ARROW_PX / 2 - 2, self.height() / 2)
        icons.chevron(painter, center, up=False, color=icons.arrow_color(self))
        painter.end()


def follow(button: QAbstractButton, action: QAction) -> None:
    """Let a button do what a command of the menus does, whenever that is offered."""
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    button.setEnabled(action.isEnabled())


class Disclosure(QPushButton):
    """A quiet line that opens and closes what stands below it; the arrow shows which."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setProperty("disclosure", True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        center = QPointF(9, self.height() / 2)
        icons.chevron(painter, center, up=self.isChecked(), color=icons.arrow_color(self))
        painter.end()


def paint_check(painter: QPainter, box: QRectF, *, on: bool, enabled: bool, focus: bool) -> None:
    """Paint the square of a yes or no, in the colours of the moment."""
    palette = QApplication.palette()
    group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
    border = palette.color(QPalette.ColorRole.PlaceholderText)
    fill = palette.color(group, QPalette.ColorRole.Highlight if enabled else QPalette.ColorRole.Mid)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if on else palette.base().color())
    painter.setPen(QPen(fill if on or focus else border, 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if on:
        painter.setPen(QPen(palette.color(group, QPalette.ColorRole.HighlightedText), 1.7))
        middle = box.center()
        tick = [QPointF(-3.5, 0.2), QPointF(-1, 2.8), QPointF(3.6, -2.8)]
        painter.drawPolyline(QPolygonF([middle + place for place in tick]))
    painter.restore()


class Tick(QCheckBox):
    """A check box whose square can be seen on light and on dark."""

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        style = self.style()
        square = style.subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        box = QRectF(square)
        paint_check(
            painter, box, on=self.isChecked(), enabled=self.isEnabled(), focus=self.hasFocus()
        )
        option.rect = style.subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        painter.drawControl(QStyle.ControlElement.CE_CheckBoxLabel, option)
        painter.end()
