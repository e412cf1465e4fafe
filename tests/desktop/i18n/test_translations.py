"""What the window says in each language: gathered, compiled, and with the same fields."""

import ast
import importlib.util
import re
import shutil
import string
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import assets
from desktop.app import create_window
from desktop.i18n import translations
from desktop.i18n.engine_words import in_words
from desktop.main_window import MainWindow
from desktop.shell.preferences import Preferences
from engine.words.message import Message

ROOT = Path(__file__).parents[3]
TOOL = ROOT / "packaging" / "translations.py"
HOME = ROOT / "assets" / "translations"
every_language = pytest.mark.parametrize("language", translations.LANGUAGES)
SAME = {  # in German as in English
    *("train", "valid", "auto", "Batch", "Training", "Momentum", "Bias", "ReLU", "Sigmoid", "Tanh"),
    *(
        "Linear",
        "linear",
        "simple_net",
        "mlp",
        "convnet",
        "small_convnet",
        "mnist_loss",
        "Inkgrad",
        "MNIST",
    ),
}


_WORDS = re.compile(r"[A-Za-z]{2} [A-Za-z]{2}|^[A-Z][a-z]+[ …:.]?$")
SHOWING = {
    *("setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setAccessibleDescription"),
    *("setPlaceholderText", "setStatusTip", "setTitle", "setLabel", "setSuffix", "setItemText"),
    *("addItem", "addTab", "addMenu", "addAction", "QLabel", "QPushButton", "QAction", "emit"),
    *("QGroupBox", "QCheckBox", "Tick", "caption", "title", "paragraph", "say", "tell", "offer"),
    *(
        "show_empty",
        "setTabText",
        "setTabToolTip",
        "setHeaderLabels",
        "question",
        "_action",
        "_menu",
    ),
}


@dataclass(frozen=True)
class Entry:
    """One message of a .ts file; `forms` is what it is for one and for many, or one text alone."""

    context: str
    source: str
    forms: tuple[str, ...]
    counts: bool


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """Return the script that gathers the words."""
    spec = importlib.util.spec_from_file_location("translations_tool", TOOL)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def entries(language: str) -> list[Entry]:
    root = ElementTree.parse(HOME / f"inkgrad_{language}.ts").getroot()
    return [
        Entry(
            context.findtext("name", ""),
            message.findtext("source", ""),
            tuple(form.text or "" for form in message.iter("numerusform"))
            or (message.findtext("translation", ""),),
            message.get("numerus") == "yes",
        )
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def finished(language: str) -> list[Entry]:
    """Return what is translated: of some languages, not all is."""
    return [entry for entry in entries(language) if all(entry.forms)]


@pytest.fixture(scope="module")
def german() -> list[Entry]:
    """Return all that is translated to German."""
    return entries("de")


def test_a_german_ellipsis_stands_apart_from_its_word(german: list[Entry]) -> None:
    """As it stands for words that are left out, and not for letters."""
    close = [form for entry in german for form in entry.forms if re.search(r"[^\s]…", form)]
    assert not close


@pytest.fixture
def german_window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """Return the window in German."""
    Preferences().language = "de"
    window = create_window()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    translations.install(qapp, "en")


@every_language
def test_the_words_are_those_of_the_source_and_all_are_translated(
    language: str, tool: ModuleType, tmp_path: Path
) -> None:
    kept = HOME / f"inkgrad_{language}.ts"
    copy = tmp_path / kept.name
    copy.write_bytes(kept.read_bytes())
    tool.gather(copy)
    assert copy.read_text("utf-8") == kept.read_text("utf-8"), "run make translations"
    assert language not in tool.WHOLE or not tool.unfinished(kept), "translate what is new"


def test_lupdate_finds_all_that_the_window_translates(german: list[Entry]) -> None:
    gathered = {(entry.context, entry.source, entry.counts) for entry in german}
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        if path.parts[-2:] == ("i18n", "words.py") or path.name == "engine_words.py":
            continue  # what translates for others
        for context, call in translated(ast.parse(path.read_text("utf-8"))):
            place = f"{path.relative_to(ROOT)}:{call.lineno}"
            words = call.args[1 if context is None else 0]
            assert isinstance(words, ast.Constant), f"{place}: a text that is written out"
            own = call.args[0].value if context is None else context  # type: ignore[attr-defined]
            counts = len(call.args) > (3 if context is None else 2)
            assert (own, words.value, counts) in gathered, f"{place}: lupdate doesn't see this"


def test_what_a_widget_shows_is_translated() -> None:
    """A text that is written out, in a call that shows it, stands in a call of tr."""
    bare = []
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        for call in calls(ast.parse(path.read_text("utf-8"))):
            if name_of(call) in SHOWING:
                texts = (text for argument in call.args for text in untranslated(argument))
                bare += [f"{path.name}:{call.lineno}: {text!r}" for text in texts]
    assert not [text for text in bare if "Inkgrad" not in text]


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def name_of(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def untranslated(node: ast.AST) -> Iterator[str]:
    """Give the words of an argument that no call of tr has around it."""
    if isinstance(node, ast.Call) and name_of(node) in ("tr", "translate"):
        return
    text = getattr(node, "value", "") if isinstance(node, ast.Constant) else ""
    if isinstance(text, str) and _WORDS.search(text):
        yield text
    for child in ast.iter_child_nodes(node):
        yield from untranslated(child)


def translated(tree: ast.Module) -> Iterator[tuple[str | None, ast.Call]]:
    """Give each call of tr with its context, and of translate, which brings its own, with None."""

    def visit(node: ast.AST, inside: str) -> Iterator[tuple[str | None, ast.Call]]:
        inside = node.name if isinstance(node, ast.ClassDef) else inside
        for child in ast.iter_child_nodes(node):
            yield from visit(child, inside)
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
                owner = ast.unparse(node.func.value)
                yield (inside if owner == "self" else owner), node
            elif getattr(node.func, "id", "") == "tr":  # it says no context
                yield inside, node
            elif _is_translate(node):
                yield None, node

    return visit(tree, "")


def _is_translate(call: ast.Call) -> bool:
    name = name_of(call)
    of_painter = not (call.args and isinstance(call.args[0], ast.Constant))
    return name == "translate" and not of_painter and isinstance(call.args[0].value, str)


def test_a_class_that_counts_has_no_heirs(german: list[Entry]) -> None:
    """Qt looks for an heir's words under the heir's name, and takes a number put in for a find."""
    counting = {entry.context for entry in german if entry.counts}
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                assert not counting & {ast.unparse(base) for base in node.bases}, node.name


@every_language
def test_fields_and_mnemonics_survive(language: str) -> None:
    def fields(text: str) -> Counter[tuple[str, str]]:
        return Counter((f, spec or "") for _, f, spec, _ in string.Formatter().parse(text) if f)

    for entry in finished(language):
        for form in entry.forms:
            assert fields(entry.source) == fields(form), entry.source
            for sign in ("%n", "%Ln"):
                assert entry.source.count(sign) == form.count(sign), entry.source
            assert bool(re.search(r"&\w", entry.source)) == bool(re.search(r"&\w", form)), form


def test_english_has_the_plural_of_all_that_is_counted(german: list[Entry]) -> None:
    counted = {(entry.context, entry.source) for entry in german if entry.counts}
    english = entries("en")
    assert {(entry.context, entry.source) for entry in english} == counted
    both = [form for entry in (*english, *german) if entry.counts for form in entry.forms]
    assert not [form for form in both if re.search(r"\([\w'’]*\|[\w'’]*\)|\w\(\w{1,2}\)", form)]


@every_language
def test_the_compiled_words_are_those_of_the_source(language: str, qapp: QApplication) -> None:
    translations.install(qapp, language)
    found = {
        (entry, number): QCoreApplication.translate(entry.context, entry.source, None, number)
        for entry in finished(language)
        for number in ((1, 2) if entry.counts else (-1,))
    }
    translations.install(qapp, "en")
    for (entry, number), words in found.items():
        written = [re.sub("%L?n", str(number), form) for form in entry.forms]
        if len(written) == 2:  # some languages have three, and which of them isn't asked here
            written = [written[number - 1]]
        assert words in written


def test_nothing_in_the_window_is_left_in_english(
    german_window: MainWindow, german: list[Entry]
) -> None:
    english = {entry.source for entry in german if entry.source not in entry.forms}
    for name in german_window.pages.names:
        german_window.pages.open(name)
        QApplication.processEvents()
    left = {words for words in _shown(german_window) if words in english - SAME}
    assert not left


def test_no_letter_opens_two_entries_of_a_menu(german_window: MainWindow) -> None:
    for menu in [german_window.menuBar(), *german_window.menuBar().findChildren(QMenu)]:
        letters = [
            found[1].lower()
            for action in menu.actions()
            if (found := re.search(r"&(\w)", action.text()))
        ]
        assert len(letters) == len(set(letters)), menu.title() if isinstance(menu, QMenu) else ""


RATE = Message("rate_too_high", lr=9.0, better=0.3)


@pytest.mark.parametrize(
    ("message", "english", "spoken"),
    [
        (
            Message(
                "exploded",
                batches=12396,
                causes=Message("besides", first=RATE, then=Message("started_too_large")),
            ),
            "After 12,396 batches the loss exploded: a learning rate of 9 is too high, and each "
            "step jumps over the valley. Try 0.3. Besides, the initial weights are far too large. "
            "Start with small random ones.",
            "Nach 12.396 Batches ist der Verlust explodiert: Eine Lernrate von 9 ist zu groß, und "
            "jeder Schritt springt über das Tal. Versuchen Sie 0,3. Außerdem: Die Anfangsgewichte "
            "sind viel zu groß. Beginnen Sie mit kleinen zufälligen.",
        ),
        (
            Message("exploded", batches=1, causes=Message("never_zeroed")),
            "After 1 batch the loss exploded: the gradients are never zeroed, so each step adds "
            "all the earlier ones to its own. Zero them after each step.",
            "Nach 1 Batch ist der Verlust explodiert: Die Gradienten werden nie auf null gesetzt, "
            "daher kommen bei jedem Schritt alle früheren dazu. Setzen Sie sie nach jedem Schritt "
            "auf null.",
        ),
        (
            Message("unreadable", file=Path("/tmp/a"), reason=Message("EACCES")),
            f"{Path('/tmp/a')} can't be read (permission denied): check its permissions.",
            f"{Path('/tmp/a')} lässt sich nicht lesen (keine Berechtigung): Prüfen Sie die "
            "Zugriffsrechte.",
        ),
        (
            Message("device_missing", name="cuda", names=("cpu",)),
            "This computer has no device 'cuda': choose auto or one of cpu.",
            "Dieser Rechner hat kein Gerät 'cuda': Wählen Sie auto oder eines von cpu.",
        ),
        (
            Message("unexpected", error="KeyError('x')"),
            "Something went wrong inside Inkgrad: KeyError('x'). Your sketch is kept.",
            "In Inkgrad ist etwas schiefgegangen: KeyError('x'). Ihre Skizze bleibt erhalten.",
        ),
    ],
)
def test_what_the_engine_says_is_said_in_the_windows_language(
    qapp: QApplication, message: Message, english: str, spoken: str
) -> None:
    translations.install(qapp, "en")
    assert in_words(message) == english == str(message)
    translations.install(qapp, "de")
    found = in_words(message)
    translations.install(qapp, "en")
    assert found == spoken


def test_what_fails_in_the_worker_is_told_in_german(german_window: MainWindow) -> None:
    model = german_window.model
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model.link, "_child", None)
        patch.setattr(model.link, "_early", None)
        pending = model.questions.ask(partial(iter, ()))
        told: list[str] = []
        pending.failed.connect(told.append)
        QApplication.processEvents()
    assert told == [
        "Der Hintergrundprozess von Inkgrad läuft nicht: Drücken Sie zuerst „Noch einmal“."
    ]


def _shown(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle())
        if isinstance(widget, QLabel | QPushButton):
            yield widget.text()
    yield from (action.text() for action in window.findChildren(QAction))


def test_every_language_that_is_offered_has_its_words() -> None:
    compiled = {file.name for file in HOME.glob("*.qm")}
    assert compiled == {f"inkgrad_{language}.qm" for language in translations.LANGUAGES}
    lessons = {folder.name for folder in (ROOT / "assets" / "lessons").iterdir()}
    assert lessons <= translations.LANGUAGES.keys()


def test_a_new_language_may_be_translated_in_part(
    tool: ModuleType,
    german: list[Entry],
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The rest is English, with the plurals of English."""
    monkeypatch.setattr(tool, "HOME", tmp_path)
    monkeypatch.setattr(translations, "LANGUAGES", {"nl": "Nederlands"})
    shutil.copy(HOME / "inkgrad_en.qm", tmp_path)
    monkeypatch.setattr(assets, "path", lambda _: tmp_path)
    tool.main()
    assert f"inkgrad_nl.ts: {len(german)} sentences" in capsys.readouterr().out
    words, ts = german[0], tmp_path / "inkgrad_nl.ts"
    empty = '<translation type="unfinished"></translation>'
    ts.write_text(ts.read_text("utf-8").replace(empty, "<translation>Ja</translation>", 1), "utf-8")
    tool.main()
    assert f"inkgrad_nl.ts: {len(german) - 1} sentences" in capsys.readouterr().out
    translations.install(qapp, "nl")
    found = QCoreApplication.translate(words.context, words.source)
    plurals = [
        QCoreApplication.translate(entry.context, entry.source, None, 2) for entry in entries("en")
    ]
    monkeypatch.undo()
    translations.install(qapp, "en")
    assert found == "Ja"
    assert plurals == [re.sub("%L?n", "2", entry.forms[1]) for entry in entries("en")]
