"""How the page "Learn" is wired to the window: made when first opened, steered by the menu."""

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from desktop.app_model import AppModel
from desktop.i18n.numbers import fill
from desktop.i18n.translations import spoken
from desktop.lessons.lesson_banner import LessonBanner
from desktop.lessons.lesson_files import LessonFiles
from desktop.lessons.progress import Progress
from desktop.lessons.pupil_actions import PupilActions
from desktop.lessons.writing.lesson_draft import DraftKeeper
from desktop.plots.saving import ask_where
from desktop.shell.actions import Actions
from desktop.shell.pages import Pages
from desktop.shell.preferences import Preferences
from desktop.sketch.reader import SketchReader
from desktop.widgets.plain_text import ask
from desktop.widgets.save_file import saved, write

NAME = "learn"


class LearnPages(QObject):
    """Makes "Learn" when it is first opened, and does what the menu asks of the lessons.

    Signals: `failed(str)` and `told(str)`, sentences for people; `inside_wished(str, int)`, to
    open Look inside at a lesson's place, and come back to its question.
    """

    failed = Signal(str)
    told = Signal(str)
    inside_wished = Signal(str, int)

    def __init__(
        self,
        pages: Pages,
        model: AppModel,
        reader: SketchReader,
        saved: Preferences,
        actions: Actions,
    ) -> None:
        super().__init__(pages)
        self._pages, self._model, self._reader = pages, model, reader
        self._language = spoken(saved.language)  # what the window speaks until it is closed
        self._page: QWidget | None = None  # once it was opened
        self.progress = Progress(saved.progress_file, self)
        self.draft = DraftKeeper(saved.progress_file.with_name("draft.json"), self)
        self.failed.connect(pages.failed)
        self.told.connect(pages.told)
        self.progress.failed.connect(self.failed)
        self.draft.failed.connect(self.failed)
        self.banner = LessonBanner()
        self.files = LessonFiles(
            pages, model, self.banner, self.progress, self.draft, self._language, self.follow
        )
        self.pupil = PupilActions(pages, model, self.progress)
        self.pupil.failed.connect(self.failed)
        self.pupil.told.connect(self.told)
        self.files.failed.connect(self.failed)
        self.files.told.connect(self.told)
        pages.add(
            NAME,
            self.tr("Learn"),
            self.tr("The chapter's questions, each tried out on your own digit"),
            self._make,
        )
        self._listen_to(actions)

    @property
    def changes(self) -> tuple[SignalInstance, ...]:
        """What tells that `save` has something new to leave; all is kept as it is made."""
        return ()

    def restore(self, _: Preferences) -> None:
        """Bring nothing back: the page does as it is opened."""

    def save(self, _: Preferences) -> None:
        """Leave to the next window what isn't written down yet."""
        self.progress.save()
        self.draft.save()

    @Slot()
    def open(self) -> None:
        """Show the lessons, and go to the list of questions."""
        from desktop.lessons.page import LearnPage

        page = self._pages.open(NAME)
        assert isinstance(page, LearnPage)
        page.contents.setFocus()

    @Slot(int)
    def open_question(self, number: int) -> None:
        """Show a question's lesson."""
        from desktop.lessons.page import LearnPage

        page = self._pages.open(NAME)
        assert isinstance(page, LearnPage)
        page.open(number)

    def follow(self, names: tuple[str, ...]) -> None:
        """List these lessons only, in their order, and open the first; all where none is named."""
        from desktop.lessons.page import LearnPage

        page = self._pages.open(NAME) if names else self._page
        if isinstance(page, LearnPage):
            unknown = page.follow(names)
            if unknown:
                words = self.tr("This version of Inkgrad has no lesson {0}.")
                self.failed.emit(fill(words, ", ".join(unknown)))

    def _listen_to(self, actions: Actions) -> None:
        actions.lessons.triggered.connect(self.open)
        actions.next_question.triggered.connect(lambda: self.go(1))
        actions.last_question.triggered.connect(lambda: self.go(-1))
        actions.open_lesson.triggered.connect(self.files.choose)
        actions.save_lesson.triggered.connect(self.files.save)
        actions.lesson_pdf.triggered.connect(self.save_pdf)
        actions.pupil_name.triggered.connect(self.pupil.ask_name)
        actions.school_class.triggered.connect(self.pupil.choose_class)
        actions.reset_progress.triggered.connect(self.reset_progress)
        actions.export_progress.triggered.connect(self.pupil.export)

    def go(self, step: int) -> None:
        """Show the next question (1) or the one before (-1)."""
        from desktop.lessons.page import LearnPage

        page = self._pages.open(NAME)
        assert isinstance(page, LearnPage)
        page.go(step)

    @Slot()
    def reset_progress(self) -> None:
        """Ask whether to forget what is done, and do it; the name stays."""
        question = self.tr("Forget which questions are done? The lessons stay as they are.")
        if ask(self._window(), self.tr("Reset progress"), question):
            self.progress.reset()

    @Slot()
    def save_pdf(self) -> None:
        """Ask where to, and write the open lesson down for paper, with the teacher's questions."""
        from desktop.lessons.lesson_pdf import lesson_pdf
        from desktop.lessons.page import LearnPage

        page = self._pages.open(NAME)
        assert isinstance(page, LearnPage)
        view = page.view  # another lesson may be opened while it is asked where to
        name, kind = f"{view.lesson.title}.pdf", self.tr("PDF files")
        path = ask_where(self._window(), self.tr("Save the lesson as PDF"), name, kind)
        if path is None:
            return
        if problem := write(path, lesson_pdf(view, self.files.questions)):
            self.failed.emit(problem)
        else:
            self.told.emit(saved(path))

    def _window(self) -> QWidget:
        return self._pages.window()

    def _make(self) -> QWidget:
        from desktop.lessons.page import LearnPage
        from engine.lessons.catalogue import load_lessons

        self.progress.read()
        lessons = load_lessons(self._language)
        page = LearnPage(lessons, self.progress, self._model, self._reader)
        page.failed.connect(self.failed)
        page.told_of.connect(self.told)
        page.inside_wished.connect(self.inside_wished)
        self._page = page
        return page
