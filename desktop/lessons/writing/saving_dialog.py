"""The dialog in which a teacher writes a lesson: title, text, pages, lessons and own questions."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n.engine_words import in_words
from desktop.lessons.figures.prose import paragraph
from desktop.lessons.writing.lesson_draft import Draft, DraftKeeper
from desktop.lessons.writing.lesson_sequence import LessonSequence
from desktop.widgets.controls import Tick, add_labelled, caption
from desktop.widgets.dialog import Dialog
from desktop.widgets.plain_text import as_tip, ask
from desktop.widgets.theme import GAP_PX
from engine.config import TrainConfig
from engine.errors import InkgradError, LessonFileError
from engine.lessons.catalogue import Lesson
from engine.lessons.lesson_file import LONGEST_TITLE, LessonFile
from engine.lessons.own_questions import from_text

_WIDE_PX, _TEXT_PX, _QUESTIONS_PX, _TICKS_IN_ROW = 420, 60, 112, 3

Wish = Callable[[str, TrainConfig], LessonFile]  # of the dataset and the settings


Save = Callable[[Wish, QWidget], bool]


class SavingDialog(Dialog):
    """Stays open, with all that was written, until the lesson is saved or given up.

    What was written is kept meanwhile, and is there again where the program ended before.
    """

    def __init__(
        self,
        pages: Mapping[str, str],
        lessons: tuple[Lesson, ...],
        save: Save,
        keeper: DraftKeeper,
        parent: QWidget,
    ) -> None:
        """`save` tells whether it has saved; it may raise InkgradError."""
        super().__init__(parent)
        self._save, self._keeper = save, keeper
        self.setObjectName("lessonDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save a lesson"))
        self.heading = QLineEdit(self.tr("My lesson"))
        self.heading.setMaxLength(LONGEST_TITLE)
        self.text = QPlainTextEdit()
        self.lessons = LessonSequence(lessons)
        self.questions = QPlainTextEdit()
        self.trouble = paragraph()
        self.pages = {name: Tick(words) for name, words in pages.items()}
        self.save_button = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.heading.setToolTip(as_tip(self.tr("The lesson's name, as pupils see it")))
        for tick in self.pages.values():
            tick.setChecked(True)
            tick.setToolTip(
                as_tip(self.tr("Pages without a tick are hidden while the lesson is open"))
            )
        self.note = caption(
            self.tr("The file also stores the dataset and the settings of the Train page.")
        )
        self._build()
        self._take_back(keeper.read())
        self._offer()
        for changed in (self.text.textChanged, self.lessons.changed):
            changed.connect(self._keep_draft)

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(GAP_PX)
        form.setVerticalSpacing(GAP_PX - 2)
        ticks = QGridLayout()
        ticks.setHorizontalSpacing(2 * GAP_PX)
        ticks.setVerticalSpacing(GAP_PX // 2)
        ticks.setColumnStretch(_TICKS_IN_ROW, 1)
        for place, tick in enumerate(self.pages.values()):
            ticks.addWidget(tick, *divmod(place, _TICKS_IN_ROW))
            tick.toggled.connect(self._offer)
        add_labelled(form, self.tr("Title"), self.heading)
        add_labelled(form, self.tr("Text"), self.text)
        form.addRow(caption(self.tr("Pages to show")), ticks)
        form.addRow(caption(self.tr("Lessons, in order")), self.lessons)
        add_labelled(form, self.tr("Own questions"), self.questions)
        form.addRow("", self.trouble)
        self.text.setFixedHeight(_TEXT_PX)
        self.text.setMinimumWidth(_WIDE_PX)
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(self.tr("Markdown: # heading, - list, **bold**"))
        self.questions.setFixedHeight(_QUESTIONS_PX)
        self.questions.setTabChangesFocus(True)
        self.questions.setPlaceholderText(
            self.tr(
                "? A question\n- a wrong choice\n* the right choice\n? One with a typed answer\n"
                "= 0.3\n? One for free words\n! Why it is so (of any question)"
            )
        )
        self.questions.textChanged.connect(self._offer)
        self.trouble.setObjectName("experimentTrouble")
        self.heading.textChanged.connect(self._offer)
        for button in self.save_button.buttons():
            button.setIcon(QIcon())
        self.save_button.accepted.connect(self._on_accepted)
        self.save_button.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP_PX, 2 * GAP_PX, 2 * GAP_PX, GAP_PX + 4)
        layout.setSpacing(GAP_PX)
        layout.addLayout(form)
        layout.addWidget(self.note)
        layout.addWidget(self.save_button)

    def _chosen(self) -> tuple[str, ...]:
        return tuple(name for name, tick in self.pages.items() if tick.isChecked())

    @Slot()
    def _offer(self) -> None:
        try:
            from_text(self.questions.toPlainText())
        except LessonFileError as error:
            words = in_words(error)  # which may begin with the question's number
            self.trouble.setText(words[:1].upper() + words[1:])
        else:
            self.trouble.setText("")
        self.trouble.setVisible(bool(self.trouble.text()))
        named = bool(self.heading.text().strip() and self._chosen())
        whole = named and not self.trouble.text()
        self.save_button.button(QDialogButtonBox.StandardButton.Save).setEnabled(whole)
        self._keep_draft()

    @Slot()
    def _keep_draft(self) -> None:
        self._keeper.note(self.draft())

    def draft(self) -> Draft:
        """Return all that stands in it."""
        return Draft(
            title=self.heading.text(),
            text=self.text.toPlainText(),
            questions=self.questions.toPlainText(),
            pages=self._chosen(),
            lessons=self.lessons.chosen(),
        )

    def _take_back(self, draft: Draft | None) -> None:
        if draft is None:
            return
        self.heading.setText(draft.title)
        self.text.setPlainText(draft.text)
        self.questions.setPlainText(draft.questions)
        for name, tick in self.pages.items():
            tick.setChecked(name in draft.pages)
        for name in draft.lessons:
            self.lessons.tick(name)
        here_again = self.tr("What you had written when the program ended is here again.")
        self.note.setText(f"{here_again}\n{self.note.text()}")

    def reject(self) -> None:
        """Close it; ask first where something was written that would be lost."""
        question = self.tr("Discard the lesson that you have written?")
        if self.draft().is_empty or ask(self, self.windowTitle(), question):
            self._keeper.forget()
            super().reject()

    @Slot()
    def _on_accepted(self) -> None:
        self._offer()
        try:
            if self._save(self._lesson, self):
                self._keeper.forget()
                self.accept()
        except InkgradError as error:
            self.trouble.setText(in_words(error))
            self.trouble.show()

    def _lesson(self, dataset: str, config: TrainConfig) -> LessonFile:
        heading, text = self.heading.text().strip(), self.text.toPlainText().strip()
        questions = from_text(self.questions.toPlainText())
        chosen, lessons = self._chosen(), self.lessons.chosen()
        return LessonFile(heading, text, dataset, config, chosen, lessons, questions)
