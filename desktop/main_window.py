"""The main window: which parts there are and how they are wired. The work is theirs."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QMenu, QVBoxLayout, QWidget

from desktop import session as last_session
from desktop.drawings.wiring import OwnDigitsPages
from desktop.i18n.engine_words import in_words
from desktop.lessons.wiring import LearnPages
from desktop.shell.actions import Actions
from desktop.shell.banner import Banner
from desktop.shell.drops import LESSON, MODEL, FileDrops
from desktop.shell.help_menu import HelpMenu
from desktop.shell.pages import Pages
from desktop.shell.preferences import Preferences
from desktop.shell.recent_files import RecentFiles
from desktop.sketch.sketch_panel import SketchPanel
from desktop.study_pages import StudyPages
from desktop.training.page import TrainingPage
from desktop.widgets.scroll_when_small import ScrollWhenSmall
from desktop.widgets.theme import GAP_PX, ThemeSwitch
from desktop.worker.controller import TrainingController
from desktop.worker.messages import Source
from desktop.worker.run_state import Event, State


class MainWindow(QMainWindow):
    """Pad and answer on the left, the learning on the right, one worker behind both."""

    def __init__(self, theme: ThemeSwitch) -> None:
        super().__init__()
        self.setWindowTitle("Inkgrad")
        self.theme = theme
        self._preferences = Preferences()
        theme.choose(self._preferences.color_scheme)  # first: cheaper without widgets
        self._warmed_up = False
        self.controller = TrainingController(self)
        self.sketch = SketchPanel(self.controller.inquiries)
        self.training = TrainingPage(self.controller)
        self.pages = Pages()
        self.banner = Banner()
        self.actions_ = Actions(self)
        self.recent = RecentFiles(self.tr("No recent files"), self)
        self._status = QLabel(self.tr("Loading the network…"))
        self._status.setObjectName("statusLabel")
        self._device = QLabel()
        self._device.setObjectName("deviceLabel")
        self._compose()
        self.help_menu = HelpMenu(self, self.actions_, self._preferences, self.sketch)
        self._connect_parts()
        self._connect_actions()
        self.resize(1280, 720)
        last_session.restore(self, self._preferences)
        self.sketch.canvas.setFocus()

    def _compose(self) -> None:
        center = QWidget()
        columns = QHBoxLayout(center)
        columns.setContentsMargins(GAP_PX, 4, GAP_PX, 4)
        columns.setSpacing(GAP_PX)
        columns.addWidget(self.sketch)
        right = QVBoxLayout()
        right.setSpacing(GAP_PX)
        right.addWidget(self.banner)
        right.addWidget(self.pages, 1)
        self.pages.add(
            "training",
            self.tr("Train"),
            self.tr("Choose data and model, and watch the loss fall"),
            lambda: self.training,
        )
        datasets = self.training.panel.settings.dataset
        self.study = StudyPages(self.pages, self.controller, self.sketch, datasets)
        self.own = OwnDigitsPages(self.pages, self.controller, self.sketch, self.training)
        self.learn = LearnPages(self.pages, self.sketch, self.training, self._preferences)
        right.insertWidget(1, self.learn.banner)
        columns.addLayout(right, 1)
        self.setCentralWidget(ScrollWhenSmall(center))
        self.statusBar().addWidget(self._status, 1)
        self.statusBar().addPermanentWidget(self._device)
        self.statusBar().setSizeGripEnabled(False)
        self.actions_.fill_menus(
            self._fill_recent, self.recent.fill, self.sketch.toolbar.digits, self.pages.actions()
        )

    def _connect_parts(self) -> None:
        worker, reader = self.controller.worker, self.sketch.reader
        reader.question_asked.connect(worker.answer)
        worker.read.connect(reader.on_reading)
        worker.source_changed.connect(self._on_source_changed)
        worker.failed.connect(self.banner.tell)
        self.sketch.files.failed.connect(self.banner.tell)
        self.sketch.files.arrived.connect(self.banner.hide)
        self.pages.failed.connect(self.banner.tell)
        self.pages.told.connect(self._status.setText)
        self.help_menu.told.connect(self._status.setText)
        self.training.started.connect(self.help_menu.hint.follow)
        self.training.failed.connect(self.banner.tell)
        self.training.advised.connect(self.banner.offer)
        self.banner.accepted.connect(self._on_remedy_accepted)
        self.controller.gave_up.connect(self._on_gave_up)
        self.training.device_known.connect(self._on_device_known)
        self.training.started.connect(self.banner.hide)
        self.training.status_changed.connect(self._status.setText)
        worker.reported.connect(reader.refresh)  # the network has learned since
        self.sketch.document.changed.connect(self.training.curves.give_way)
        self.controller.state_changed.connect(self._on_state_changed)
        self.controller.run_ended.connect(reader.refresh)

    def _connect_actions(self) -> None:
        act, document, training = self.actions_, self.sketch.document, self.training
        datasets = training.panel.settings.dataset
        act.quit.triggered.connect(self.close)
        act.undo.triggered.connect(document.undo)
        act.redo.triggered.connect(document.redo)
        act.clear.triggered.connect(document.clear)
        files = self.sketch.files
        act.open_image.triggered.connect(files.choose)
        act.save_sketch.triggered.connect(files.save)
        act.copy.triggered.connect(files.copy)
        act.paste.triggered.connect(files.paste)
        act.numbers.triggered.connect(self.sketch.show_numbers)
        act.why.toggled.connect(self.sketch.answer.seen.why_button.setChecked)
        self.sketch.answer.seen.why_button.toggled.connect(act.why.setChecked)
        document.undo_stack.canUndoChanged.connect(act.undo.setEnabled)
        document.undo_stack.canRedoChanged.connect(act.redo.setEnabled)
        document.undo_stack.undoTextChanged.connect(act.undo.name)
        document.undo_stack.redoTextChanged.connect(act.redo.name)
        act.undo.setEnabled(False)
        act.redo.setEnabled(False)
        act.sample.triggered.connect(lambda: datasets.choose("mnist_sample"))
        act.all_digits.triggered.connect(lambda: datasets.choose("mnist"))
        act.open_folder.triggered.connect(datasets.open_folder)
        act.open_archive.triggered.connect(datasets.open_archive)
        act.keep.triggered.connect(self.own.keep)
        act.save_data.triggered.connect(self.study.save_data)
        self.learn.listen_to(act)
        act.train.triggered.connect(training.train)
        act.pause.triggered.connect(training.pause)
        act.step.triggered.connect(training.step)
        act.epoch.triggered.connect(training.step_epoch)
        act.find_lr.triggered.connect(training.find_lr)
        training.desk.model_opened.connect(self.recent.add)
        self.learn.files.opened.connect(self.recent.add)
        files.opened.connect(self.recent.add)
        self.recent.chosen.connect(self.open_file)
        FileDrops(self, self.sketch.canvas).dropped.connect(self.open_file)
        act.open_model.triggered.connect(training.desk.open_model)
        act.use_starter.triggered.connect(training.desk.use_starter)
        act.save_model.triggered.connect(training.desk.save_model)
        act.stop.triggered.connect(training.stop)
        act.guide.toggled.connect(self.sketch.canvas.show_guide)
        act.full_screen.triggered.connect(self._on_full_screen)
        for action in act.schemes.values():
            action.triggered.connect(self._on_scheme_chosen)
        self._on_state_changed(State.IDLE)

    @Slot(object)
    def open_file(self, path: Path) -> None:
        """Open a lesson, a model, or else an image, by how its name ends."""
        opening = {LESSON: self.learn.files.open, MODEL: self.training.desk.open_model_file}
        opening.get(path.suffix.lower(), self.sketch.files.open)(path)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:  # or a frame shows what isn't laid out yet
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._warmed_up:  # the worker's process begins once the window is on the screen
            self._warmed_up = True
            QTimer.singleShot(0, self.controller.warm_up)

    def closeEvent(self, event: QCloseEvent) -> None:
        try:
            last_session.save(self, self._preferences)
        finally:  # whatever couldn't be kept, the worker's process must end
            self.hide()
            self.controller.shut_down()
            super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:  # by the last session or the system too
            self.actions_.full_screen.setChecked(self.isFullScreen())

    @Slot(object)
    def _on_source_changed(self, source: Source) -> None:
        self.sketch.show_source(source)
        if self.controller.state is State.IDLE and self.controller.run is None:
            self._status.setText(self.tr("Ready: draw a digit, or press Train"))

    @Slot(str)
    def _on_gave_up(self, sentence: str) -> None:
        self.banner.offer(sentence, self.tr("Try again"))

    @Slot()
    def _on_remedy_accepted(self) -> None:
        if self.controller.worker.has_given_up:
            self.controller.worker.try_again()
        else:
            self.training.apply_remedy()

    @Slot(object)
    def _on_state_changed(self, state: State) -> None:
        act, allows = self.actions_, self.controller.allows
        act.train.setEnabled(allows(Event.START))
        act.pause.setEnabled(allows(Event.PAUSE) or allows(Event.RESUME))
        act.step.setEnabled(allows(Event.STEP))
        act.epoch.setEnabled(allows(Event.EPOCH))
        act.stop.setEnabled(allows(Event.STOP))
        datasets = (act.sample, act.all_digits, act.open_folder, act.open_archive)
        for action in (*datasets, act.find_lr, act.open_model, act.use_starter):
            action.setEnabled(state is State.IDLE)

    @Slot()
    def _on_scheme_chosen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.theme.choose(action.data())

    @Slot(str)
    def _on_device_known(self, reason: str) -> None:
        self._device.setText(in_words(reason))

    @Slot(bool)
    def _on_full_screen(self, on: bool) -> None:
        full, state = Qt.WindowState.WindowFullScreen, self.windowState()
        self.setWindowState(state | full if on else state & ~full)  # what was maximized stays so

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        datasets = self.training.panel.settings.dataset
        for path in datasets.recent:
            action = menu.addAction(str(path))
            action.triggered.connect(lambda _=False, path=path: datasets.choose(path))
            action.setEnabled(self.controller.state is State.IDLE)
        menu.setEnabled(True)
        if not datasets.recent:
            menu.addAction(self.tr("No recent data")).setEnabled(False)
