"""The ends of paragraphs stay together, and a label gives back what was set."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.widgets.plain_text import Label, held_together

HELD = [
    ("the ranks are 3 → 2 → 1 → 0.", "the ranks are 3~→~2~→~1~→~0."),
    ("Er kommt nach der Summe dazu: w · x + b.", "Er kommt nach der Summe dazu: w~·~x~+~b."),
    ("W2 @ (W1 @ x) is what they say", "W2~@~(W1~@~x) is what~they~say"),
    ("0.5 − 0.1 × (−0.2) = 0.5 + 0.02: upwards", "0.5~−~0.1~×~(−0.2) =~0.5~+~0.02:~upwards"),
    (
        "[(1, 'a'), (2, 'b')]: as pairs that are ordered",
        "[(1,~'a'), (2,~'b')]: as pairs that are~ordered",
    ),
    ("shapes. @ needs other ones here", "shapes. @ needs other ones~here"),
    ("rufen dann zip auf. Was geschieht?", "rufen dann zip auf. Was~geschieht?"),
    ("wie lang sie sind.", "wie lang sie~sind."),
    ("slope of the layer", "slope of the~layer"),
    ("engine's SGD", "engine's SGD"),
    ("81 % paper, mean value 32.6", "81~% paper, mean value~32.6"),
    ("one line made of it\nand another one is", "one line made~of~it\nand another~one~is"),
    ("it is an Geschwindigkeitsbegrenzung ja", "it is an Geschwindigkeitsbegrenzung ja"),
    ("for the mean 3. So it is not the norm", "for the mean~3. So it is not~the~norm"),
    ("eine 3 von einer 7 unterscheiden wollen", "eine~3 von einer~7 unterscheiden~wollen"),
    (
        "Es gibt 6.131 Dreien zum Trainieren, mehr nicht",
        "Es gibt 6.131~Dreien zum Trainieren, mehr~nicht",
    ),
    ("There are 6,131 3s for everybody who trains", "There are 6,131~3s for everybody who~trains"),
    (
        "Es nennt den RMSE die L2-Norm der Mathematik",
        "Es nennt den RMSE die L2^Norm der~Mathematik",
    ),
    ("one", "one"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "held"), HELD)
def test_a_short_last_word_takes_others_along(text: str, held: str) -> None:
    assert held_together(text) == held.replace("~", "\u00a0").replace("^", "\u2011")


@pytest.mark.parametrize("word", ["a" * 200_000, "1" * 200_000 + ".", "(" * 200_000])
def test_a_word_is_looked_through_once_however_long(word: str) -> None:
    """Where each of its letters were a start, a lesson file would keep the window busy."""
    assert held_together(f"{word} + b\n{word}!") == f"{word} +\u00a0b\n{word}!"


def test_only_what_wraps_is_held_together_and_the_text_stays(qtbot: QtBot) -> None:
    label = Label("wie lang sie sind.")
    qtbot.addWidget(label)
    assert QLabel.text(label) == label.text()
    label.setWordWrap(True)
    assert QLabel.text(label) == held_together(label.text()) != label.text()
    assert label.text() == "wie lang sie sind."
