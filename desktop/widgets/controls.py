"""Small controls that every panel uses: cards, labels, buttons, choices and number fields."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QColor,
    QIcon,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFrame,
    QLabel,
    QPushButton,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from desktop.widgets import icons
from desktop.widgets.accessibility import name_part
from desktop.widgets.theme import scaled_font

_CHEVRON_PX = 13  # from the right edge to the arrow's middle


class Card(QFrame):
    """A quiet surface with a border, which groups what belongs together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")


def title(text: str, parent: QWidget | None = None) -> QLabel:
    """Return a card's heading."""
    label = QLabel(text, parent)
    label.setFont(scaled_font(label, 1.0, bold=True))
    return label


def caption(text: str, parent: QWidget | None = None) -> QLabel:
    """Return a small muted label."""
    label = QLabel(text, parent)
    label.setProperty("muted", True)
    label.setFont(scaled_font(label, 0.92))
    return label


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
        center = QPointF(7, self.height() / 2)
        icons.chevron(painter, center, up=self.isChecked(), color=_arrow_color(self))
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


class Choice(QComboBox):
    """A combo box. The wheel scrolls the page unless the box has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)  # the list that opens

    def setCurrentText(self, text: str) -> None:
        """Choose the item by what it shows or by the plain name that it stands for."""
        index = self.findText(text)
        if index >= 0:
            self.setCurrentIndex(index)
        else:
            self.choose_plain(text)

    def choose_plain(self, plain: object) -> None:
        """Choose the item that stands for this. Raises ValueError where none does."""
        index = self.findData(plain)
        if index < 0:
            raise ValueError(f"{self.objectName() or type(self).__name__} doesn't offer {plain!r}.")
        self.setCurrentIndex(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        _wheel_if_focused(self, event, super().wheelEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        center = QPointF(self.width() - _CHEVRON_PX, self.height() / 2)
        icons.chevron(QPainter(self), center, up=False, color=_arrow_color(self))


class WholeNumber(QSpinBox):
    """A field for a whole number."""

    def __init__(self, low: int, high: int, value: int) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setValue(value)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        name_part(self.lineEdit(), name, QAccessible.Role.EditableText)

    def wheelEvent(self, event: QWheelEvent) -> None:
        _wheel_if_focused(self, event, super().wheelEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_arrows(self)


class RealNumber(QDoubleSpinBox):
    """A field for a small positive number; the arrows change its first digit."""

    def __init__(self, low: float, high: float, value: float) -> None:
        super().__init__()
        self.setDecimals(6)
        self.setRange(low, high)
        self.setValue(value)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        name_part(self.lineEdit(), name, QAccessible.Role.EditableText)

    def textFromValue(self, value: float) -> str:
        return self.locale().toString(value, "g", 6)

    def wheelEvent(self, event: QWheelEvent) -> None:
        _wheel_if_focused(self, event, super().wheelEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_arrows(self)


def _wheel_if_focused(
    widget: QWidget, event: QWheelEvent, turn: Callable[[QWheelEvent], None]
) -> None:
    if widget.hasFocus():
        turn(event)
    else:
        event.ignore()


def _paint_arrows(box: QAbstractSpinBox) -> None:
    painter = QPainter(box)
    x, middle = box.width() - _CHEVRON_PX, box.height() / 2
    icons.chevron(painter, QPointF(x, middle - 4.5), up=True, color=_arrow_color(box))
    icons.chevron(painter, QPointF(x, middle + 4.5), up=False, color=_arrow_color(box))
    painter.end()


def _arrow_color(widget: QWidget) -> QColor:
    group = QPalette.ColorGroup.Active if widget.isEnabled() else QPalette.ColorGroup.Disabled
    role = QPalette.ColorRole.PlaceholderText if widget.isEnabled() else QPalette.ColorRole.Text
    return widget.palette().color(group, role)
