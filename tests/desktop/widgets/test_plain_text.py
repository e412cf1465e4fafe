"""Text is shown as it is: the parts that do it, and that nothing goes past them."""

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.plain_text import Label, as_tip, ask

DESKTOP = Path(__file__).parents[3] / "desktop"
OWN_HTML = {
    "about.py",
    "numbers.py",
    "prose.py",
    "seen.py",
}  # which write HTML of their own, of no names
HOSTILE = ["<img src=x.png>", "<b>3</b>", "&lt;3", "a<br>b", "<a href='file:///x'>y</a>", "<!--"]


@pytest.mark.parametrize("text", [*HOSTILE, "3 < 5", "plain"])
def test_a_tooltip_reads_as_its_text(text: str) -> None:
    shown = as_tip(text)
    document = QTextDocument()
    if Qt.mightBeRichText(shown):  # as Qt decides it
        document.setHtml(shown)
        shown = document.toPlainText()
    assert shown == text


def test_a_label_that_is_dressed_keeps_its_margins(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    label = Label("below", around)
    label.setContentsMargins(0, 0, 0, 6)
    around.setStyleSheet("QPushButton { padding: 2px; }")
    assert label.contentsMargins().bottom() == 6


def test_a_label_that_is_cleared_has_no_text(qtbot: QtBot) -> None:
    label = Label("of earlier")
    qtbot.addWidget(label)
    label.clear()
    assert not label.text()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_and_a_question_show_their_text(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = Label(text, window)
    assert (label.text(), label.textFormat()) == (text, Qt.TextFormat.PlainText)
    shown: list[QMessageBox] = []

    def answer(box: QMessageBox) -> QMessageBox.StandardButton:
        shown.append(box)
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "exec", answer)
    assert ask(window, "Save", text)
    assert (shown[0].text(), shown[0].textFormat()) == (text, Qt.TextFormat.PlainText)


Calls = list[tuple[str, ast.Call, str]]


@pytest.fixture(scope="module")
def calls() -> Calls:
    """Return each call in the desktop: where, itself, and the last part of what is called."""
    return [
        (
            f"{path.name}:{node.lineno}",
            node,
            getattr(node.func, "attr", getattr(node.func, "id", "")),
        )
        for path in sorted(DESKTOP.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
    ]


def is_safe(text: ast.expr) -> bool:
    """Tell whether a tooltip's text is our own words, or goes through `as_tip`."""
    if isinstance(text, ast.Constant):
        return True
    name = ast.unparse(text.func).rpartition(".")[2] if isinstance(text, ast.Call) else ""
    return name in ("tr", "as_tip")


def test_every_tooltip_shows_its_text_as_it_is(calls: Calls) -> None:
    """The text's place among the arguments is the key's."""
    places = {"setToolTip": 0, "setTabToolTip": 1, "showText": 1}
    found = [(where, call, places[name]) for where, call, name in calls if name in places]
    found += [
        (where, call, 1)
        for where, call, name in calls
        if name == "setItemData"
        and ("ToolTipRole" in ast.unparse(call) or "role" in ast.unparse(call))
    ]
    assert len(found) > 80
    wrong = [where for where, call, place in found if not is_safe(call.args[place])]
    assert wrong == []


def test_no_label_or_box_of_qt_is_made_past_ours(calls: Calls) -> None:
    names = ("QLabel", "QMessageBox", "QErrorMessage", "QTextBrowser", "setHtml", "insertHtml")
    made = {where.partition(":")[0] for where, _, name in calls if name in names}
    assert made == {"plain_text.py"}
    texts = [(path.name, path.read_text("utf-8")) for path in DESKTOP.rglob("*.py")]
    rich = {name for name, text in texts if "RichText" in text}
    assert rich - {"plain_text.py"} == OWN_HTML
    heirs = {name for name, text in texts if "(QLabel):" in text}
    assert heirs == {"plain_text.py", "painted.py"}  # the second shows a picture, and no text


def test_fields_paint_arrows_and_ticks_of_their_own(calls: Calls) -> None:
    """The style sheet takes Qt's away: a plain combo box would look like a line of text."""
    plain = {"QComboBox", "QSpinBox", "QDoubleSpinBox", "QCheckBox"}
    assert not [where for where, _, name in calls if name in plain]


def test_settings_are_never_read_by_qt() -> None:
    """QSettings may tell where they are; `value` could run what a file holds."""
    path = DESKTOP / "shell" / "preferences.py"
    used = [
        node.func.attr
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    assert "fileName" in used
    assert not {"value", "setValue", "contains", "allKeys"} & set(used)
