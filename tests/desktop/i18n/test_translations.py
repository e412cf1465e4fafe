"""The second language: whole, compiled, and with the same fields as the first."""

import importlib.util
import re
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

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
from desktop.widgets.notice import Notice

TOOL = Path(__file__).parents[3] / "packaging" / "translations.py"
SAME = {  # in German as in English
    *("train", "valid", "auto", "Batch", "Training", "Momentum", "Bias", "ReLU", "Sigmoid", "Tanh"),
    *("Linear", "linear", "simple_net", "mlp", "convnet", "mnist_loss", "Inkgrad", "MNIST"),
}


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """Return the script that gathers the words."""
    spec = importlib.util.spec_from_file_location("translations_tool", TOOL)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def german(tool: ModuleType) -> dict[tuple[str, str], str]:
    """Return {(context, words): translation}."""
    translated: dict[tuple[str, str], str] = tool.read(assets.path("translations/inkgrad_de.ts"))
    return translated


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


def test_every_word_of_the_window_is_translated(
    tool: ModuleType, german: dict[tuple[str, str], str]
) -> None:
    assert set(tool.gather()) == set(german), "run make translations and translate what is new"


def test_fields_and_mnemonics_survive(german: dict[tuple[str, str], str]) -> None:
    def fields(text: str) -> Counter[tuple[str, str]]:
        return Counter((f, spec or "") for _, f, spec, _ in string.Formatter().parse(text) if f)

    for (_, words), translation in german.items():
        assert fields(words) == fields(translation), words
        assert words.count("%n") == translation.count("%n"), words
        assert bool(re.search(r"&\w", words)) == bool(re.search(r"&\w", translation)), words


def test_the_compiled_words_are_those_of_the_source(
    german: dict[tuple[str, str], str], qapp: QApplication
) -> None:
    translations.install(qapp, "de")
    for (context, words), translation in german.items():
        assert QCoreApplication.translate(context, words) == translation
    translations.install(qapp, "en")


def test_nothing_in_the_window_is_left_in_english(
    german_window: MainWindow, german: dict[tuple[str, str], str]
) -> None:
    english = {words for (_, words), translation in german.items() if words != translation}
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


def test_the_engines_sentences_are_translated(qapp: QApplication) -> None:
    sentence = (
        "After 12 batches the loss exploded: the learning rate 9 is too high, and each step jumps "
        "over the valley. Try 0.3. Besides, the first weights are far too large. Start from small "
        "random ones."
    )
    assert in_words(sentence) == sentence
    translations.install(qapp, "de")
    spoken = in_words(sentence)
    translations.install(qapp, "en")
    assert "Nach 12 Batches" in spoken
    assert "Versuchen Sie 0.3" in spoken
    assert "kleinen zufälligen" in spoken
    assert in_words("a sentence that nobody listed") == "a sentence that nobody listed"


@pytest.mark.parametrize(
    ("sentence", "spoken"),
    [
        (
            "/tmp/a.inkgrad can't be read (No such file or directory): choose a .inkgrad file.",
            "/tmp/a.inkgrad ist nicht lesbar (Datei oder Verzeichnis nicht gefunden): "
            "Wählen Sie eine .inkgrad-Datei.",
        ),
        (
            "/tmp/a.inkgrad: title is missing: give the lesson one.",
            "/tmp/a.inkgrad: title fehlt: Geben Sie der Lektion einen Titel.",
        ),
        (
            "/tmp/a.inkgrad: config.lr is 'x': it must be a number.",
            "/tmp/a.inkgrad: config.lr ist 'x': Es muss eine Zahl sein.",
        ),
        (
            "The description in m is wrong: lr is -1: choose a number from 0 to 10.",
            "Die Beschreibung in m ist falsch: lr ist -1: Wählen Sie eine Zahl von 0 bis 10.",
        ),
        (
            "m could not be written: No space left on device.",
            "m ließ sich nicht schreiben: Kein Platz mehr auf dem Gerät.",
        ),
        (
            "Something went wrong inside Inkgrad: KeyError('x'). Your sketch is kept.",
            "In Inkgrad ist etwas schiefgegangen: KeyError('x'). Ihre Skizze bleibt erhalten.",
        ),
        (
            "/tmp/a has IDX files but no train-labels-idx1-ubyte: add the missing one.",
            "/tmp/a hat IDX-Dateien, aber keine train-labels-idx1-ubyte: Fügen Sie die fehlende "
            "hinzu.",
        ),
        (
            "The device 'cuda' isn't on this machine: choose auto or one of cpu.",
            "Das Gerät 'cuda' gibt es auf diesem Rechner nicht: Wählen Sie auto oder eines von "
            "cpu.",
        ),
        ("/tmp/a.svg is damaged.", "/tmp/a.svg ist beschädigt."),
        (
            "The model of run 3 isn't kept any more: train it again.",
            "Das Modell von Lauf 3 ist nicht mehr da: Trainieren Sie es noch einmal.",
        ),
    ],
)
def test_sentences_of_files_and_of_the_worker_are_translated(
    qapp: QApplication, sentence: str, spoken: str
) -> None:
    assert in_words(sentence) == sentence
    translations.install(qapp, "de")
    found = in_words(sentence)
    translations.install(qapp, "en")
    assert found == spoken


def test_what_a_page_says_in_place_of_its_content_is_translated(
    german_window: MainWindow,
) -> None:
    german_window.pages.open("evaluate")
    notice = german_window.findChild(Notice)
    notice.say("No network answers yet: press Train first.")
    assert notice.message.text() == "Noch antwortet kein Netz: Drücken Sie erst „Trainieren“."


def _shown(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle())
        if isinstance(widget, QLabel | QPushButton):
            yield widget.text()
    yield from (action.text() for action in window.findChildren(QAction))
