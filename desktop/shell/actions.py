"""Every menu command with its key, and the menus they stand in. What they do lives elsewhere."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.i18n.numbers import fill
from desktop.i18n.translations import LANGUAGES, SYSTEM
from desktop.i18n.words import Words
from desktop.widgets.plain_text import as_tip
from engine.data.ready_sets import READY_SETS


class ActionWords(Words):
    """Of the menus."""


Key = QKeySequence.StandardKey
Choice = TypeVar("Choice")


class StepAction(QAction):
    """Undo or Redo: `naming` is its text with a step's name, and `text` is it without a step.

    Signals: `named(str)`, the step that it would take back or do again; "" is none.
    """

    named = Signal(str)

    def __init__(self, text: str, naming: str, parent: QObject) -> None:
        super().__init__(text, parent)
        self.setIconText(text)  # what it is called where no step is meant
        self._text, self._naming = text, naming

    @Slot(str)
    def name(self, step: str) -> None:
        """Say which step it would take back or do again; "" is none."""
        self.setText(fill(self._naming, step) if step else self._text)
        self.named.emit(step)


class Actions:
    """The commands, as attributes; each is a QAction of the window."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self.quit = self._action(ActionWords.tr("&Quit"), Key.Quit, "Ctrl+Q")
        self.open_image = self._action(ActionWords.tr("&Open…"), "Ctrl+Shift+O")
        self.save_sketch = self._action(ActionWords.tr("&Save sketch…"), Key.Save)
        self.copy = self._action(ActionWords.tr("&Copy as a 28 × 28 image"), Key.Copy)
        self.paste = self._action(ActionWords.tr("&Paste image"), Key.Paste)
        self.undo = StepAction(ActionWords.tr("&Undo"), ActionWords.tr("&Undo {0}"), window)
        self.redo = StepAction(ActionWords.tr("&Redo"), ActionWords.tr("&Redo {0}"), window)
        self._add(self.undo, Key.Undo)
        self._add(self.redo, Key.Redo)
        self.clear = self._action(ActionWords.tr("&Clear pad"), "Ctrl+Backspace")
        self.sample = self._action(ActionWords.tr("&3s and 7s"))
        self.all_digits = self._action(ActionWords.tr("&All ten digits"))
        self.pens = self._action(ActionWords.tr("&Pen strokes"))
        self.mnist_and_pens = self._action(ActionWords.tr("MNIST a&nd pen strokes"))
        self.open_folder = self._action(ActionWords.tr("Open &folder…"), Key.Open)
        self.open_data_file = self._action(ActionWords.tr("Open f&ile…"))
        self.ready_sets = {name: self._fetch_action(name) for name in READY_SETS}
        self.keep = self._action(ActionWords.tr("&Keep sketch"), "Ctrl+K")
        self.save_data = self._action(ActionWords.tr("&Save dataset as…"))
        self.train = self._action(ActionWords.tr("&Train"), "F5")
        self.pause = self._action(ActionWords.tr("&Pause or resume"), "F6")
        self.step = self._action(ActionWords.tr("&One batch"), "F10")
        self.epoch = self._action(ActionWords.tr("One &epoch"), "Ctrl+F10")
        self.find_lr = self._action(ActionWords.tr("&Find learning rate"))
        self.landscape = self._action(ActionWords.tr("&Loss landscape…"))
        self.other_python = self._action(ActionWords.tr("Compute with another &Python…"))
        self.open_model = self._action(ActionWords.tr("Open &model…"), "Ctrl+M")
        self.use_starter = self._action(ActionWords.tr("&Use starter network"))
        self.save_model = self._action(ActionWords.tr("Save mo&del…"), "Ctrl+Shift+M")
        self.import_runs = self._action(ActionWords.tr("&Import runs…"))
        self.stop = self._action(ActionWords.tr("&Stop"), "Shift+F5")
        self.numbers = self._action(ActionWords.tr("Show &numbers"), "Ctrl+Shift+N")
        self.why = self._action(ActionWords.tr("&Why this answer"), "Ctrl+Shift+W")
        self.why.setCheckable(True)
        self.guide = self._action(ActionWords.tr("&Guide box"))
        self.guide.setCheckable(True)
        self.several = self._action(ActionWords.tr("&Several digits"), "Ctrl+D")
        self.several.setCheckable(True)
        words = ActionWords.tr("Read digits that stand apart on the pad each by itself, as in 42")
        self.several.setToolTip(as_tip(words))
        self.full_screen = self._action(ActionWords.tr("&Full screen"), Key.FullScreen, "F11")
        self.full_screen.setCheckable(True)
        self.presentation = self._action(ActionWords.tr("&Presentation"), "Shift+F11")
        self.presentation.setCheckable(True)
        self.larger = self._action(ActionWords.tr("Zoom &in"))
        keys = [QKeySequence(key) for key in ("Ctrl++", "Ctrl+=")]
        self.larger.setShortcuts(keys)  # where + is typed with Shift
        self.smaller = self._action(ActionWords.tr("Zoom &out"), "Ctrl+-")
        self.usual_size = self._action(ActionWords.tr("&Usual size"), "Ctrl+0")
        self.about = self._action(ActionWords.tr("&About Inkgrad"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.keys = self._action(ActionWords.tr("&Keyboard shortcuts"), "Ctrl+F1")
        self.whats_this = self._action(ActionWords.tr("&What's this?"), "Shift+F1")
        self.whats_this.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        self.lessons = self._action(ActionWords.tr("&Lessons"), "F1")
        self.next_question = self._action(ActionWords.tr("&Next question"), "Alt+Right")
        self.last_question = self._action(ActionWords.tr("&Previous question"), "Alt+Left")
        self.open_lesson = self._action(ActionWords.tr("&Open lesson file…"), "Ctrl+L")
        self.save_lesson = self._action(ActionWords.tr("&Save lesson file…"))
        self.reset_progress = self._action(ActionWords.tr("&Reset progress…"))
        self.export_progress = self._action(ActionWords.tr("&Export progress…"))
        self.pupil_name = self._action(ActionWords.tr("Your na&me…"))
        self.lesson_pdf = self._action(ActionWords.tr("Save lesson as P&DF…"))
        self.school_class = self._action(ActionWords.tr("&Class…"))
        self.log_folder = self._action(ActionWords.tr("Open &log folder"))
        self.schemes = self._scheme_actions()
        self.languages = self._language_actions()

    def fill_menus(
        self,
        recent: Callable[[QMenu], None],
        models: Callable[[QMenu], None],
        digits: QMenu,
        pages: list[QAction],
    ) -> None:
        """Build the menu bar; `recent` and `models` fill the menus of what was opened lately.

        `digits` is the pad's own menu of test digits, and `pages` open the window's pages.
        """
        file = self._menu(ActionWords.tr("&File"), self.open_image, self.save_sketch, None)
        file.addAction(self.open_model)
        recent_files = file.addMenu(ActionWords.tr("&Recent files"))
        recent_files.setToolTipsVisible(True)
        recent_files.aboutToShow.connect(lambda: models(recent_files))
        file.addActions([self.use_starter, self.save_model])
        file.addSeparator()
        file.addAction(self.import_runs)
        file.addSeparator()
        file.addAction(self.quit)
        edit = (self.undo, self.redo, None, self.copy, self.paste, None, self.clear)
        self._menu(ActionWords.tr("&Edit"), *edit)
        data = self._menu(
            ActionWords.tr("&Data"),
            self.sample,
            self.all_digits,
            self.pens,
            self.mnist_and_pens,
            None,
            self.open_folder,
            self.open_data_file,
        )
        data.addMenu(ActionWords.tr("&More data")).addActions(list(self.ready_sets.values()))
        data.addMenu(digits)
        recent_menu = data.addMenu(ActionWords.tr("R&ecent"))
        recent_menu.aboutToShow.connect(lambda: recent(recent_menu))
        data.addSeparator()
        data.addActions([self.keep, self.save_data])
        steps = (self.train, self.pause, self.step, self.epoch, self.stop)
        helps = (self.find_lr, self.landscape)
        self._menu(ActionWords.tr("&Train"), *steps, None, *helps, None, self.other_python)
        view = self._menu(ActionWords.tr("&View"), *pages, None)
        view.addMenu(ActionWords.tr("&Appearance")).addActions(list(self.schemes.values()))
        view.addMenu(ActionWords.tr("&Language")).addActions(list(self.languages.values()))
        view.setToolTipsVisible(True)
        view.addActions([self.guide, self.several, self.why, self.numbers])
        view.addSeparator()
        view.addActions([self.larger, self.smaller, self.usual_size])
        view.addActions([self.full_screen, self.presentation])
        lessons = (self.lessons, self.next_question, self.last_question)
        files = (self.open_lesson, self.save_lesson, self.lesson_pdf)
        progress = (self.pupil_name, self.export_progress, self.reset_progress, self.school_class)
        self._menu(ActionWords.tr("&Learn"), *lessons, None, *files, None, *progress)
        self._menu(ActionWords.tr("&Help"), self.whats_this, self.keys, self.log_folder, self.about)

    def _action(self, text: str, *keys: Key | str) -> QAction:
        return self._add(QAction(text, self._window), *keys)

    def _add(self, action: QAction, *keys: Key | str) -> QAction:
        shortcuts = [QKeySequence(key) for key in keys]
        shortcuts = [shortcut for shortcut in shortcuts if not shortcut.isEmpty()]
        action.setShortcuts(shortcuts[:1])
        self._window.addAction(action)
        return action

    def _fetch_action(self, name: str) -> QAction:
        """Return the command that fetches a set, and chooses it."""
        ready = READY_SETS[name]
        words = ActionWords.tr("{0}, {1:,.0f} MB")
        action = self._action(fill(words, ready.title, ready.size_bytes / 1e6))
        tip = ActionWords.tr("Downloaded from {0} the first time it is chosen")
        action.setToolTip(as_tip(fill(tip, QUrl(ready.downloads[0].url).host())))
        return action

    def _scheme_actions(self) -> dict[Qt.ColorScheme, QAction]:
        names = {
            Qt.ColorScheme.Unknown: ActionWords.tr("Follow &system"),
            Qt.ColorScheme.Light: ActionWords.tr("&Light"),
            Qt.ColorScheme.Dark: ActionWords.tr("&Dark"),
        }
        return self._choices(names)

    def _language_actions(self) -> dict[str, QAction]:
        return self._choices({SYSTEM: ActionWords.tr("Follow &system"), **LANGUAGES})

    def _choices(self, names: dict[Choice, str]) -> dict[Choice, QAction]:
        """Return an action for each, of which one is checked; its data is what it stands for."""
        group = QActionGroup(self._window)
        actions = {}
        for choice, name in names.items():
            action = self._action(name)
            action.setCheckable(True)
            action.setData(choice)
            actions[choice] = group.addAction(action)
        return actions

    def _menu(self, name: str, *actions: QAction | None) -> QMenu:
        menu = self._window.menuBar().addMenu(name)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        return menu
