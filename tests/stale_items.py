"""Finds where PySide believes something else of Qt's objects than Qt.

PySide makes an object for each item of a layout that is put into another one, and forgets it with
`removeWidget` or `takeAt`, but not where the widget goes by itself: to another layout, to another
parent, or away. Whatever Qt makes at the same address is then taken for that item.

And it takes some widgets for the children of others that Qt has only been asked for by them, such
as the next in the chain of focus. With these they go, and all that is in them, for PySide alone.
"""

import re

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QLayout, QMenu, QSpacerItem, QWidget, QWidgetItem
from shiboken6 import Object, dump, getAllValidWrappers, getCppPointer

_PARENT = re.compile(r"^parent\.+ <.* at (0x\w+)>", re.MULTILINE)


def count_stale_items() -> int:
    """Return how many items PySide knows that are in no layout."""
    known = getAllValidWrappers()
    items = {_place(each) for each in known if isinstance(each, QWidgetItem | QSpacerItem)}
    if not items:
        return 0
    layouts = [each for each in known if isinstance(each, QLayout)]
    held = (each.itemAt(at) for each in layouts for at in range(each.count()))
    return len(items - {_place(item) for item in held if item})


def _place(item: Object) -> int:
    return int(getCppPointer(item)[0])


def strays() -> list[str]:
    """Return which widgets are in others for PySide, and not for Qt: a sentence of each.

    A menu's menus are its children for PySide, and a field is its label's: they go together.
    """
    widgets = [each for each in getAllValidWrappers() if isinstance(each, QWidget)]
    places = {id(each): each for each in widgets}
    found = []
    for widget in widgets:
        parent = _PARENT.search(dump(widget))
        believed = places.get(int(parent[1], 16)) if parent else None
        if believed is None or isinstance(believed, QLabel | QMenu) or _is_in(widget, believed):
            continue
        found.append(f"for PySide {widget} is in {believed}")
    return found


def _is_in(widget: QObject, other: QWidget) -> bool:
    around = QObject.parent(widget)
    return around is other or (around is not None and _is_in(around, other))
