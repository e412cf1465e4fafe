"""Before and after: how many of the held-out drawings each network reads, and training on them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n.numbers import fill
from desktop.i18n.wording import listed
from desktop.widgets.controls import Card, caption, title
from desktop.widgets.one_line import small_line
from desktop.widgets.plain_text import Label, as_tip
from desktop.widgets.progress_bar import ProgressBar
from desktop.widgets.theme import GAP_PX, scaled_font

NOTHING = "–"
_NAME_CHARACTERS = 14


class ComparisonCard(Card):
    """Signals: `train_requested(bool)`, whether on the drawings alone; `stop_requested()`."""

    train_requested = Signal(bool)
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.starter, self.present = self._figure("starterFigure"), self._figure("presentFigure")
        self.present_name = small_line(self.tr("your network"))
        self.sentence = caption("")
        self.sentence.setObjectName("comparison")
        self.sentence.setWordWrap(True)
        self.progress = ProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Training"))
        self.train_mixed = QPushButton()
        self.train_mixed.setObjectName("trainMixed")
        self.train_alone = QPushButton(self.tr("Mine &only"))
        self.train_alone.setObjectName("trainAlone")
        self.stop = QPushButton(self.tr("&Stop"))
        self.stop.setObjectName("stopLearning")
        self.stop.setToolTip(
            self.tr("End the run; the network keeps what it has learned (Shift+F5)")
        )
        self._build()
        self.stop.clicked.connect(self.stop_requested)
        self.train_mixed.clicked.connect(lambda: self.train_requested.emit(False))
        self.train_alone.clicked.connect(lambda: self.train_requested.emit(True))
        self.name_others("MNIST")
        self.show_progress(None)
        self.show_answers((), None, None, "")

    def name_others(self, name: str) -> None:
        """Say among the images of which dataset the drawings would be learned."""
        short = name if len(name) <= _NAME_CHARACTERS else f"{name[: _NAME_CHARACTERS - 1]}…"
        words = fill(self.tr("Train on m&ine and {0}"), short.replace("&", "&&"))
        self.train_mixed.setText(words)
        tip = self.tr(
            "Train a convnet on your drawings together with the images of {0}: its classes and "
            "yours. Yours are repeated so that they count: up to about a tenth of all images, "
            "each at most 200 times"
        )
        self.train_mixed.setToolTip(as_tip(fill(tip, name)))

    @Slot(object)
    def show_progress(self, done: float | None) -> None:
        """Show how far a training is, 0 to 1; None while there is none."""
        for button in (self.train_mixed, self.train_alone):
            button.setVisible(done is None)
        self.stop.setVisible(done is not None)
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self.progress.setVisible(done is not None)
        self.progress.setValue(round(100 * (done or 0)))

    def show_answers(
        self,
        labels: Sequence[str],
        starter: Sequence[str | None] | None,
        present: Sequence[str] | None,
        present_name: str,
        present_classes: Sequence[str] = (),
    ) -> None:
        """Compare answers with what the held-out drawings are; None: nobody answered.

        Both are counted over all of them, so that they can be compared: a class that a network
        doesn't know is read wrong. `present_classes` are those that the present one knows.
        """
        self.starter.setText(self._score(labels, starter))
        self.present.setText(self._score(labels, present))
        self.present_name.setText(present_name or self.tr("your network"))
        self.present_name.setToolTip(as_tip(self.present_name.text()))
        sentence = self._in_words(labels, starter, present)
        if present is not None and {*labels} - {*present_classes}:
            limits = self.tr("Your network knows only {0}.")
            sentence += " " + fill(limits, listed(present_classes))
        self.sentence.setText(sentence)

    def allow(self, *, mixed: bool, alone: bool) -> None:
        """Offer to train on the drawings with MNIST, and without."""
        self.train_mixed.setEnabled(mixed)
        self.train_alone.setEnabled(alone)

    def _figure(self, name: str) -> QLabel:
        label = Label(NOTHING)
        label.setObjectName(name)
        label.setFont(scaled_font(self, 1.9, bold=True))
        return label

    def _build(self) -> None:
        self.train_alone.setToolTip(
            self.tr(
                "Train a convnet on your drawings alone: it needs at least two classes, and a "
                "drawing that is held out"
            )
        )
        counted = small_line(self.tr("Held-out drawings read correctly"))
        figures = QGridLayout()
        figures.setHorizontalSpacing(GAP_PX)
        figures.setVerticalSpacing(0)
        figures.addWidget(self.starter, 0, 0)
        figures.addWidget(small_line(self.tr("the starter network")), 0, 1)
        figures.addWidget(self.present, 1, 0)
        figures.addWidget(self.present_name, 1, 1)
        figures.setColumnStretch(1, 1)
        buttons = QVBoxLayout()  # a dataset's name may be long
        buttons.setSpacing(6)
        for button in (self.train_mixed, self.train_alone, self.stop):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        layout.setSpacing(6)
        layout.addWidget(title(self.tr("Before and after")))
        layout.addWidget(counted)
        layout.addLayout(figures)
        layout.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)

    def _score(self, labels: Sequence[str], answers: Sequence[str | None] | None) -> str:
        if not any(answer is not None for answer in answers or ()):
            return NOTHING
        return fill(self.tr("{0} of {1}"), _right(labels, answers or ()), len(labels))

    def _in_words(
        self,
        labels: Sequence[str],
        starter: Sequence[str | None] | None,
        present: Sequence[str] | None,
    ) -> str:
        if not labels:
            return self.tr(
                "How many of your drawings each network reads correctly. From the second "
                "drawing of a class on, every third one is held out for this: no network "
                "learns from it."
            )
        if starter is not None and None in starter:
            return self.tr("The starter network knows only digits.")
        if present is None or starter is None:
            return self.tr("Train, and see whether it improves.")
        gained = _right(labels, present) - _right(labels, starter)
        if gained > 0:
            return self.tr("%Ln more than before.", "", gained)
        if gained < 0:
            return self.tr("%Ln fewer than before.", "", -gained)
        return self.tr("As many as before.")


def _right(labels: Sequence[str], answers: Sequence[str | None]) -> int:
    return sum(label == answer for label, answer in zip(labels, answers, strict=True))
