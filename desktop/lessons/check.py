"""The check at the end of a lesson: a choice or a typed answer, marked by the program."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.lessons.figures.prose import paragraph
from desktop.lessons.figures.words import Sign, level_with_sign
from desktop.widgets.controls import Card, title
from desktop.widgets.fields import leave_drops
from desktop.widgets.theme import GAP_PX
from engine.lessons.catalogue import Check

_ANSWER_PX = 300
_FIRST_LINE_PX = 7  # down to where the first line is level with the button's word


class CheckCard(Card):
    """Says why an answer is wrong once there was a second try.

    Signals: `marked(bool)`, whether an answer was right; `passed(int)`, the number of the question
    that the right answer settles.
    """

    marked = Signal(bool)
    passed = Signal(int)

    def __init__(
        self, check: Check, number: int, heading: str = "", code: tuple[str, ...] = ()
    ) -> None:
        """`heading` stands above a question that isn't what an experiment would do.

        `code` is what is code in its sentences.
        """
        super().__init__()
        self._heading = heading or self.tr("What do you think?")
        self._check, self._number = check, number
        self._wrong: set[int | str] = set()  # answers so far
        self.choices: list[QRadioButton] = []
        self._group = QButtonGroup(self)
        self.typed = QLineEdit()
        self.button = QPushButton(self.tr("Check"))
        self.sign = Sign()
        self.verdict = paragraph(code=code)
        self._code = code
        self._build()

    def answer(self) -> int | str:
        """Return what is chosen (-1 while nothing is) or typed."""
        return self._group.checkedId() if self.choices else self.typed.text().strip()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX + 2, GAP_PX, GAP_PX + 2, GAP_PX + 2)
        layout.setSpacing(GAP_PX - 2)
        layout.addWidget(title(self._heading))
        question = paragraph(self._check.question, code=self._code)
        layout.addWidget(question)
        for place, words in enumerate(self._check.choices):
            layout.addLayout(self._choice(place, words))
        self.typed.setObjectName("checkAnswer")
        leave_drops(self.typed)
        self.typed.setAccessibleName(self._check.question)
        self.typed.setPlaceholderText(self.tr("Your answer"))
        self.typed.setFixedWidth(_ANSWER_PX)
        self.typed.returnPressed.connect(self.mark)
        layout.addWidget(self.typed)
        self.typed.setVisible(not self.choices)
        self.button.setObjectName("checkButton")
        self.button.setAutoDefault(False)  # in a dialog, Enter would press the first one too
        self.button.setToolTip(self.tr("Check the answer"))
        self.button.clicked.connect(self.mark)
        foot = QHBoxLayout()
        foot.setSpacing(GAP_PX - 2)
        top = Qt.AlignmentFlag.AlignTop
        foot.addWidget(self.button, 0, top)
        marked = QHBoxLayout()
        marked.setContentsMargins(0, _FIRST_LINE_PX, 0, 0)
        marked.setSpacing(GAP_PX - 4)
        level_with_sign(self.verdict)
        marked.addWidget(self.sign, 0, top)
        marked.addWidget(self.verdict, 1, top)
        foot.addLayout(marked, 1)
        self.sign.hide()
        layout.addLayout(foot)

    def _choice(self, place: int, words: str) -> QHBoxLayout:
        """Return a row: the words wrap, which a radio button's own text can't."""
        button = QRadioButton()
        button.setAccessibleName(words)
        button.setObjectName(f"checkChoice{place}")
        self._group.addButton(button, place)
        self.choices.append(button)
        label = _Pressed(paragraph(words, code=self._code), button)
        row = QHBoxLayout()
        row.setSpacing(GAP_PX - 4)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return row

    @Slot()
    def mark(self) -> None:
        """Say whether the answer is right, and why."""
        answer = self.answer()
        if answer in (-1, ""):
            self.sign.hide()
            self._say(
                self.tr("Choose an answer first.")
                if self.choices
                else self.tr("Type an answer first.")
            )
            return
        right = self._check.is_right(answer)
        if answer not in self._wrong:  # the same again is no further try
            self.marked.emit(right)
        self.sign.show_sign(right)
        self.sign.show()
        if not right:
            self._wrong.add(answer)
        if not right and len(self._wrong) == 1:
            self._say(
                self.tr(
                    "Not quite. Look at the text and the experiment again, then have another try."
                )
            )
            return
        verdict = self.tr("Right.") if right else self.tr("Not quite.")
        self._say(f"{verdict} {self._check.why}".rstrip())
        if right:
            self.passed.emit(self._number)

    def _say(self, words: str) -> None:
        self.verdict.setText(words)
        self.verdict.setAccessibleName(words)
        self.button.setAccessibleDescription(words)


class _Pressed(QWidget):
    """The words of a choice; a click on them chooses it."""

    def __init__(self, label: QLabel, button: QRadioButton) -> None:
        super().__init__()
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label)
        self._button = button

    def mouseReleaseEvent(self, event: object) -> None:
        self._button.setFocus()
        self._button.setChecked(True)
