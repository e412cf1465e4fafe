"""A window that saves one thing after the other, and writes down each that is done, until killed.

`kills` starts it and kills it. A line of the journal: what was done, and where it is to be found.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication

from desktop.app import create_application, create_window
from desktop.main_window import MainWindow
from desktop.training.model_questions import save_model
from desktop.worker.run_state import Event
from engine.data.drawings import own_folder
from engine.data.own_places import keep
from engine.errors import DataError
from engine.lessons.lesson_file import LessonFile, write_lesson_file
from tests.attacks import stage
from tests.attacks.actions import Monkey
from tests.attacks.mutations import Dice


class Journal:
    """Lines that are in the file as soon as they are written."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def write(self, *words: object) -> None:
        os.write(self._file, ("\t".join(map(str, words)) + "\n").encode())


class Victim:
    """What it does by dice: `act` does one thing."""

    def __init__(self, window: MainWindow, dice: Dice, journal: Journal, folder: Path) -> None:
        self._window, self._dice, self._journal, self._folder = window, dice, journal, folder
        self._monkey = Monkey(window, dice, [], folder)
        self._worker = 0
        self._acts: list[Callable[[], object]] = [
            self._keep_a_digit, self._keep_a_digit, self._mark_a_question, self._save_a_model,
            self._save_a_lesson, self._train, self._monkey.draw, self._monkey.draw,
            self._monkey.change, self._monkey.open_page, self._save_settings,
        ]  # fmt: skip

    def act(self) -> None:
        process = self._window.model.link.process
        if process is not None and process.pid != self._worker:
            self._worker = process.pid or 0
            self._journal.write("worker", self._worker)
        if self._window.model.link.has_given_up:
            self._window.model.link.try_again()
        self._acts[int(self._dice.integers(len(self._acts)))]()

    def _keep_a_digit(self) -> None:
        image = self._dice.integers(0, 256, (28, 28), np.uint8)
        try:
            digit = keep(own_folder(), image, str(self._dice.integers(10)))
        except DataError:
            return
        self._journal.write("digit", digit.path, image.tobytes().hex())

    def _mark_a_question(self) -> None:
        number = int(self._dice.integers(1, 39))
        self._window.learn.progress.mark(number)
        self._journal.write("question", number)

    def _save_a_model(self) -> None:
        path = self._folder / f"{self._dice.integers(10**9)}.safetensors"
        pending = self._window.model.questions.ask(save_model(path))
        pending.answered.connect(lambda saved: self._journal.write("model", saved))

    def _save_a_lesson(self) -> None:
        path = self._folder / f"{self._dice.integers(20)}.inkgrad"
        write_lesson_file(path, LessonFile("Threes", "text " * int(self._dice.integers(9000))))
        self._journal.write("lesson", path)

    def _train(self) -> None:
        model = self._window.model
        if model.trainer.allows(Event.START):
            model.train()
        elif model.trainer.allows(Event.STOP):
            model.trainer.stop()

    def _save_settings(self) -> None:
        epochs = int(self._dice.integers(1, 100))
        self._window.training.panel.settings.epochs.setValue(epochs)


def main(folder: Path, seed: int) -> None:
    app = create_application()
    assert isinstance(app, QApplication)
    journal, dice = Journal(folder / "journal"), np.random.default_rng(seed)
    with stage.own_folders(folder), stage.unseen_faults() as faults:
        window = create_window()
        window.learn.progress.read()
        window.show()
        stage.live(0)
        shown = window.banner.message.text() if window.banner.isVisible() else ""
        journal.write("ready", os.getpid(), shown)
        victim = Victim(window, dice, journal, folder)
        while True:
            victim.act()
            stage.live(int(dice.choice((0, 1, 10, 60, 200))))
            while faults:
                journal.write("fault", faults.pop().replace("\n", " | "))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
