"""Puts together what is said of the widget at a place: a name, words, and the numbers of now."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QTabBar, QWidget

from desktop.app_model import AppModel
from desktop.explain import words
from desktop.explain.now import now


@dataclass(frozen=True)
class Explanation:
    """Of one control or figure; `now` may be empty."""

    title: str
    words: str
    now: str


def explain(widget: QWidget, at: QPoint, model: AppModel) -> Explanation | None:
    """Explain what is at a place of a widget: it, or the nearest around it that has words."""
    by_name, by_kind = words.by_name(), words.by_kind()
    around: QWidget | None = _meant(widget)
    while around is not None:
        name = re.sub(r"^control_.*|\d+$", _family, around.objectName())
        kinds = (by_kind.get(kind.__name__, "") for kind in type(around).__mro__)
        said = _tab_tip(around, at) or by_name.get(name) or _tip(around)
        said = said or next(filter(None, kinds), "")
        if said:
            return Explanation(_title(around), said, _now(around, said, model))
        at = around.mapToParent(at)
        around = None if around.isWindow() else around.parentWidget()
    return None


def _meant(widget: QWidget) -> QWidget:
    """Return the field whose name a label is."""
    buddy = widget.buddy() if isinstance(widget, QLabel) else None
    return buddy or widget


def _family(found: re.Match[str]) -> str:
    return "control" if found[0].startswith("control_") else ""


def _tab_tip(widget: QWidget, at: QPoint) -> str:
    return widget.tabToolTip(widget.tabAt(at)) if isinstance(widget, QTabBar) else ""


def _tip(widget: QWidget) -> str:
    tip = widget.toolTip()
    return QTextDocumentFragment.fromHtml(tip).toPlainText() if tip.startswith("<") else tip


def _title(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    if isinstance(widget, QComboBox):
        text = widget.currentText()
    text = widget.windowTitle() if widget.isWindow() else text
    return widget.accessibleName() or re.sub("&(?=.)", "", text)


def _now(widget: QWidget, said: str, model: AppModel) -> str:
    """Return the numbers of now: a figure says its own to those who can't see it."""
    numbers = now(widget.objectName(), model) or widget.accessibleDescription()
    return numbers if numbers != said else ""
