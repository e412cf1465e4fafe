"""The main window: which parts there are, and whom each of them is given. The work is theirs."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop.app_model import AppModel
from desktop.data.dataset_actions import DatasetActions
from desktop.data.reading_line import ReadingLine
from desktop.drawings.wiring import DrawingsPages
from desktop.explain.whats_this import WhatsThis
from desktop.lessons.wiring import LearnPages
from desktop.playback.strip import PlaybackStrip
from desktop.present.presentation import Presentation
from desktop.session import Session
from desktop.shell.actions import Actions
from desktop.shell.banner import Banner
from desktop.shell.drops import Drops
from desktop.shell.help_menu import HelpMenu
from desktop.shell.kinds import Kind
from desktop.shell.opening import Opening
from desktop.shell.pages import Pages
from desktop.shell.preferences import Preferences
from desktop.shell.recent_files import RecentFiles
from desktop.shell.status_line import StatusLine
from desktop.shell.text_keys import belongs_to_text
from desktop.shell.view_actions import ViewActions
from desktop.sketch.last_answer import LastAnswer
from desktop.sketch.several.several_digits import SeveralDigits
from desktop.sketch.sketch_panel import SketchPanel
from desktop.study_pages import StudyPages
from desktop.training.other_python import OtherPython
from desktop.training.page import TrainingPage
from desktop.training.run_actions import RunActions
from desktop.training.status import RunStatus
from desktop.widgets.scroll_when_small import ScrollWhenSmall
from desktop.widgets.style_sheet import STYLE
from desktop.widgets.theme import GAP_PX, ThemeSwitch

_DEEPEST = 12  # layouts, one in another


class MainWindow(QMainWindow):
    """Pad and answer on the left, the learning on the right, one model behind both."""

    def __init__(self, theme: ThemeSwitch, saved: Preferences) -> None:
        super().__init__()
        self.setWindowTitle("Inkgrad")
        self.theme = theme
        self._preferences = saved
        theme.choose(self._preferences.color_scheme)  # first: cheaper without widgets
        self._warmed_up = False
        self.model = AppModel(self)
        self.actions_ = Actions(self)
        self.sketch = SketchPanel(self.model.questions, self.actions_)
        self.training = TrainingPage(self.model, self.actions_)
        self.pages, self.banner, self.status = Pages(), Banner(), StatusLine()
        self.opening = Opening(self.model, self)
        self.recent = RecentFiles(self.tr("No recent files"), self)
        self.playback = PlaybackStrip(self.model.playback)
        self.pages.opened.connect(self.playback.on_page_opened)
        self._make_pages()
        self._compose()
        self._make_menus()
        self._connect_files()
        self._connect_words()
        self.sketch.listen_to(self.model)
        self.training.read_with(self.sketch.reader)
        self.sketch.document.changed.connect(self.training.curves.give_way)
        self.resize(1280, 720)
        view = ViewActions(self.actions_, theme, self)
        view.scale.told.connect(self.status.tell)
        shown = self.sketch, self.pages, view.scale, self.banner
        self.presentation = Presentation(self, self.actions_, *shown)
        several = SeveralDigits(self.sketch, self.model.questions, self.actions_)
        left = several, LastAnswer(self.model, self.sketch), self.other_python
        parts = (view, self.recent, self.sketch, self.training, self.pages, self.learn, *left)
        self.session = Session(self.model, parts, saved, self)
        self._connect_session()
        self.setStyleSheet(STYLE)  # last: whatever is put together meanwhile would be dressed anew
        self.sketch.canvas.setFocus()

    def _make_pages(self) -> None:
        pages, model, sketch, actions = self.pages, self.model, self.sketch, self.actions_
        pages.add(
            "training",
            self.tr("Train"),
            self.tr("Choose data and model, and watch the loss fall"),
            lambda: self.training,
        )
        self.study = StudyPages(pages, model, sketch, actions)
        self.own = DrawingsPages(pages, model, sketch, actions)
        self.learn = LearnPages(pages, model, sketch.reader, self._preferences, actions)
        self.learn.inside_wished.connect(self.study.look_inside)
        self.study.question_wished.connect(self.learn.open_question)

    def _compose(self) -> None:
        center = QWidget()
        columns = QHBoxLayout(center)
        columns.setContentsMargins(GAP_PX, 4, GAP_PX, 4)
        columns.setSpacing(GAP_PX)
        columns.addWidget(self.sketch)
        right = QVBoxLayout()
        right.setSpacing(GAP_PX)
        right.addWidget(self.banner)
        right.addWidget(self.learn.banner)
        right.addWidget(self.pages, 1)
        right.addWidget(self.playback)
        columns.addLayout(right, 1)
        self.setCentralWidget(ScrollWhenSmall(center))
        self.status.addPermanentWidget(ReadingLine(self.model))
        self.setStatusBar(self.status)

    def _make_menus(self) -> None:
        actions, model = self.actions_, self.model
        self.datasets = DatasetActions(actions, model, self)
        actions.fill_menus(
            self.datasets.fill_recent,
            self.recent.fill,
            self.sketch.toolbar.digits,
            self.pages.actions(),
        )
        RunActions(actions, model, self)
        self.other_python = OtherPython(model, actions, self)
        self.help_menu = HelpMenu(self, actions, self._preferences, self.sketch)
        model.trainer.run_asked_for.connect(self.help_menu.hint.follow)
        WhatsThis(actions, model, self)
        actions.quit.triggered.connect(self.close)

    def _connect_files(self) -> None:
        for opened in (
            self.training.desk.model_opened,
            self.learn.files.opened,
            self.sketch.files.opened,
        ):
            opened.connect(self.recent.add)
        self.recent.chosen.connect(self.open_file)
        Drops(self).dropped.connect(self.sketch.files.take)
        self.sketch.files.files_brought.connect(self.opening.open)
        self.sketch.document.changed.connect(self.opening.note_sketch)
        self.opening.found.connect(self._on_found)
        self.opening.pictures_found.connect(self.own.read_pictures)

    def _connect_words(self) -> None:
        """Lead what the parts say to people to the banner and the status line."""
        status, banner = RunStatus(self.model, self), self.banner
        for failed in (self.model, self.training, self.sketch.files, self.pages, self.opening):
            failed.failed.connect(banner.tell)
        for teller in (status, self.training, self.pages, self.help_menu, self.other_python):
            teller.told.connect(self.status.tell)
        self.opening.told.connect(banner.tell)  # it may be long
        self.training.advising.advised.connect(banner.offer)
        banner.accepted.connect(self.training.advising.apply_remedy)
        self.model.trainer.run_asked_for.connect(banner.hide)
        self.model.checking.began.connect(banner.hide)  # what was said of other data
        self.training.files.import_began.connect(banner.hide)  # or of an import before
        self.other_python.taking_over.connect(banner.hide)
        self.sketch.files.arrived.connect(banner.hide)
        self.training.devices.reason_changed.connect(self.status.show_device)

    def _connect_session(self) -> None:
        self.session.failed.connect(self.banner.tell)
        self.sketch.kept.connect(partial(self.session.note_kept, "sketch"))
        self.learn.progress.kept.connect(partial(self.session.note_kept, "progress"))
        self.learn.draft.kept.connect(partial(self.session.note_kept, "draft"))
        self.help_menu.changed.connect(self.session.note_change)
        self.session.restore()

    @Slot(object)
    def open_file(self, path: Path) -> None:
        """Open a lesson, a model, data, a picture or a sketch."""
        self.opening.open([path])

    @Slot(object, object)
    def _on_found(self, kind: Kind, path: Path) -> None:
        opening = {
            Kind.LESSON: self.learn.files.open,
            Kind.MODEL: self.training.desk.open_model_file,
            Kind.DATASET: self.model.datasets.choose,
            Kind.PICTURE: self.sketch.files.open,
        }
        opening[kind](path)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:  # or a frame shows what isn't laid out yet
            for _ in range(_DEEPEST):  # what a layout asks of the one around it waits for the next
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and belongs_to_text(event, QApplication.focusWidget())
        ):
            event.accept()  # a key for the field, and no command
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._warmed_up:  # the worker's process begins once the window is on the screen
            self._warmed_up = True
            QTimer.singleShot(0, self.model.warm_up)

    @Slot()
    def leave(self) -> None:
        """Save and close, whatever can't be kept, or isn't saved yet."""
        self.session.save()
        _ = self.close() or self.close()  # what it had to say was said

    def closeEvent(self, event: QCloseEvent) -> None:
        self.presentation.leave()  # or its scale and its full screen would be kept
        self.sketch.document.finish_stroke()  # what is under the pen is drawn, too
        may_go = True
        try:
            may_go = self.session.leave()
        finally:  # whatever couldn't be kept, the worker's process must end
            if may_go:
                self.hide()
                self.training.keeper.finish()
                self.model.shut_down()
                super().closeEvent(event)
            else:
                event.ignore()  # it was told just now; the next time the window goes
