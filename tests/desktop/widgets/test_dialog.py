"""Enter in a dialog: it presses the default button, or the one with the focus, and no other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QTableWidget,
    QVBoxLayout,
)
from pytestqt.qtbot import QtBot

from desktop.widgets.dialog import Dialog
from desktop.widgets.scroll_when_small import ScrollWhenSmall


def test_heads_and_bars_of_its_tables_have_names(qtbot: QtBot) -> None:
    dialog, table = Dialog(), QTableWidget(30, 2)
    qtbot.addWidget(dialog)
    dialog.setWindowTitle("The class")
    QVBoxLayout(dialog).addWidget(table)
    dialog.show()
    found = [*table.findChildren(QHeaderView), *table.findChildren(QScrollBar)]
    assert len(found) >= 4
    assert {each.accessibleName() for each in found} == {"The class"}


def test_an_area_names_its_own_bars_and_leaves_those_within_to_the_window(qtbot: QtBot) -> None:
    dialog, table = Dialog(), QTableWidget(30, 2)
    qtbot.addWidget(dialog)
    dialog.setWindowTitle("The class")
    area = ScrollWhenSmall(table)
    QVBoxLayout(dialog).addWidget(area)
    dialog.show()
    assert area.verticalScrollBar().accessibleName() == "Scroll the window"
    assert table.verticalScrollBar().accessibleName() == "The class"


def test_enter_presses_the_button_that_is_the_default(qtbot: QtBot) -> None:
    dialog, field = Dialog(), QLineEdit()
    qtbot.addWidget(dialog)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
    box.accepted.connect(dialog.accept)
    layout = QVBoxLayout(dialog)
    layout.addWidget(QPushButton("Another"))
    layout.addWidget(field)
    layout.addWidget(box)
    dialog.show()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.result() == Dialog.DialogCode.Accepted


def test_enter_in_a_field_presses_no_button_where_none_is_the_default(qtbot: QtBot) -> None:
    dialog, field, button = Dialog(), QLineEdit(), QPushButton("Undo all")
    qtbot.addWidget(dialog)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    layout = QVBoxLayout(dialog)
    layout.addWidget(field)
    layout.addWidget(button)
    dialog.show()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not pressed
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert len(pressed) == 1
    assert dialog.isVisible()
