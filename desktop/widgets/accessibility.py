"""What screen readers hear of painted widgets and of the parts of Qt's own: what they are.

The class of a painted widget says it as `accessible_role`, `name_part` says it of a part.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE = "accessible role"


def install() -> None:
    """Let Qt ask here first, from now on."""
    QAccessible.installFactory(_interface_of)


def name_part(part: QWidget, name: str, role: QAccessible.Role) -> None:
    """Give a name and a role to a part that Qt has made and left without."""
    part.setAccessibleName(name)
    part.setProperty(_ROLE, role.value)


def _interface_of(_: str, widget: QObject) -> QAccessibleInterface | None:
    if not isinstance(widget, QWidget):
        return None
    role = getattr(widget, "accessible_role", None) or widget.property(_ROLE)
    return QAccessibleWidget(widget, QAccessible.Role(role), "") if role else None  # or Qt's own
