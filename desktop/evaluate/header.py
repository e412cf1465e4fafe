"""The line above an evaluation: which model read what, how well, and the button to do it again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from desktop.i18n.numbers import decimal, fill
from desktop.i18n.wording import mistakes_words
from desktop.i18n.words import Words
from desktop.widgets.controls import Card, title
from desktop.widgets.one_line import OneLine, small_line
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX, scaled_font
from engine.analysis.evaluation import Evaluation


class OutcomeWords(Words):
    """Of what an evaluation came to."""


def outcome_words(found: Evaluation) -> str:
    """Return how many mistakes there are, and how many images were refused, among them or not."""
    text, refused = mistakes_words(len(found.mistakes)), ~found.known
    if not refused.any():
        return text
    count, misread = int(refused.sum()), int(refused[found.mistakes].sum())
    if misread == count:
        words = OutcomeWords.tr("%Ln of them not recognised as any class", "", count)
        return f"{text}, {words}"
    words = OutcomeWords.tr(
        "%Ln not recognised as any class: {0:,} guessed wrong, {1:,} right",
        "",
        count,
    )
    if not misread:
        words = OutcomeWords.tr("%Ln of the right ones not recognised as any class", "", count)
    return f"{text} · {fill(words, misread, count - misread)}"


def refusal_words(found: Evaluation) -> str:
    """Return what the figures do with images that were refused, where there are any."""
    if found.known.all():
        return ""
    return OutcomeWords.tr(
        "To the network, these images look like none of its classes: on the pad, it would say so "
        "instead of an answer. In the figures here its best guess counts, the class that it finds "
        "likeliest: a right one as correct, a wrong one as a mistake."
    )


class Header(Card):
    """Says what is shown. Signals: `evaluate_requested()`."""

    evaluate_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.accuracy = title("")
        self.accuracy.setObjectName("evaluatedAccuracy")
        self.accuracy.setAccessibleName(self.tr("Accuracy on the validation set"))
        self.accuracy.setFont(scaled_font(self, 1.7, bold=True))
        self.what = OneLine()
        self.what.setObjectName("evaluatedModel")
        self.note = small_line()
        self.note.setObjectName("evaluationNote")
        self.button = QPushButton(self.tr("&Evaluate again"))
        self.button.setObjectName("evaluateButton")
        self.button.setToolTip(
            self.tr("Read the validation set with the current model, which learns nothing from it")
        )
        self.button.clicked.connect(self.evaluate_requested)
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self.what, self.note):
            words.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP_PX + 2, 4, GAP_PX, 4)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.accuracy)
        layout.addLayout(words, 1)
        layout.addWidget(self.button)

    def show_subject(self, found: Evaluation, model: str, dataset: str) -> None:
        """Say which model read what, and how well."""
        self.accuracy.setText(f"{decimal(found.accuracy * 100, 2)} %")
        text = self.tr("{0} · %Ln validation image(s) of {1}", "", len(found.labels))
        self.what.setText(fill(text, model[:1].upper() + model[1:], dataset))
        self.what.setToolTip(as_tip(self.what.text()))

    def say(self, text: str, more: str = "") -> None:
        """Say something below the subject, and more to those who point there."""
        self.note.setText(text)
        self.note.setToolTip(as_tip(f"{text}\n{more}" if more else ""))

    def ask_again(self, wanted: bool) -> None:
        """Make the button stand out where the figures are of the past."""
        if self.button.property("primary") != wanted:
            self.button.setProperty("primary", wanted)
            self.button.style().polish(self.button)
