"""Opens whatever is dropped, pasted, chosen or asked for from outside, one file or many."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop.app_model import AppModel
from desktop.i18n.engine_words import in_words
from desktop.i18n.numbers import fill
from desktop.shell.kinds import Kind, find_kinds, kind_by_name
from desktop.worker.messages import Origin
from desktop.worker.questions import Newest
from engine.words.message import Message

MOST_AT_ONCE = 1_000  # files, of which each may become a row
_MOST_TOLD = 5


class Opening(QObject):
    """Finds out what each path is, and hands it to whoever opens such a thing.

    Of several lessons, models or datasets one is opened; of several things it is told what is done
    with each. Signals: `found(Kind, Path)` one thing to open; `pictures_found(list[Path])` several
    pictures, or some among other things; `told(str)` what is done with several things, and
    `failed(str)` why one can't be opened, sentences for people.
    """

    found = Signal(object, object)
    pictures_found = Signal(object)
    told = Signal(str)
    failed = Signal(str)

    def __init__(self, model: AppModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._paths: list[Path] = []
        self._kinds: dict[Path, Kind | Message] = {}
        self._pad_is_newer = False
        self._question = Newest(model.questions, self)
        self._question.answered.connect(self._on_answered)
        self._question.ended.connect(self._on_ended)
        self._question.failed.connect(self.failed)

    @Slot(object)
    def open(self, paths: Sequence[Path]) -> None:
        """Open them all; what their names don't tell is looked up first."""
        if len(paths) > MOST_AT_ONCE:
            words = self.tr("{0:,} files at once are too many. Choose {1:,} at most, or a folder.")
            self.failed.emit(fill(words, len(paths), MOST_AT_ONCE))
            return
        self._paths, self._pad_is_newer = list(dict.fromkeys(paths)), False
        self._kinds = {path: kind for path in self._paths if (kind := kind_by_name(path))}
        unclear = tuple(path for path in self._paths if path not in self._kinds)
        if unclear:
            self._question.ask(find_kinds(unclear))
        else:
            self._question.cancel()
            self._on_ended()

    @Slot()
    def note_sketch(self) -> None:
        """Know that the pad has changed: a picture that is only found now would wipe that."""
        self._pad_is_newer = True

    @Slot(object)
    def _on_answered(self, answer: tuple[Path, Kind | Message]) -> None:
        path, kind = answer
        self._kinds[path] = kind

    @Slot()
    def _on_ended(self) -> None:
        if len(self._paths) == 1:
            self._open_one(self._paths[0])
        else:
            self._open_several()

    def _open_one(self, path: Path) -> None:
        kind = self._kinds[path]
        problem = self._problem(path)
        if problem or not isinstance(kind, Kind):
            self.failed.emit(problem)
        elif kind is Kind.PICTURE and self._pad_is_newer:
            words = self.tr("{0}: not opened, as you have drawn since.")
            self.failed.emit(fill(words, path.name))
        else:
            self.found.emit(kind, path)

    def _open_several(self) -> None:
        pictures = self._of(Kind.PICTURE)
        singles = [(kind, paths[0]) for kind in _SINGLES if (paths := self._openable(kind))]
        if pictures != self._paths:
            self.told.emit(" ".join(self._account(pictures)))
        for kind, path in singles:
            self.found.emit(kind, path)
        if pictures:
            self.pictures_found.emit(pictures)

    def _of(self, kind: Kind) -> list[Path]:
        return [path for path in self._paths if self._kinds[path] is kind]

    def _openable(self, kind: Kind) -> list[Path]:
        return [path for path in self._of(kind) if not self._problem(path)]

    def _problem(self, path: Path) -> str:
        """Return why it can't be opened now; "" where nothing is known against it."""
        kind = self._kinds[path]
        if isinstance(kind, Message):
            return in_words(kind)
        trainer = self._model.trainer
        if kind is Kind.DATASET and trainer.origin is Origin.READER:
            return self.tr("Stop the run first, then open the data again.")
        return ""

    def _account(self, pictures: list[Path]) -> list[str]:
        """Return a sentence for each thing; the pictures share one."""
        words = {
            Kind.LESSON: self.tr("{0}: opened as a lesson."),
            Kind.MODEL: self.tr("{0}: opened as the model that reads your sketch."),
            Kind.DATASET: self.tr("{0}: opened as the training data."),
        }
        sentences = []
        for kind in _SINGLES:
            for place, path in enumerate(self._openable(kind)):
                second = self.tr("{0}: not opened, as only one file of its kind can be open.")
                sentences.append(fill(second if place else words[kind], path.name))
        problems = [(path, why) for path in self._paths if (why := self._problem(path))]
        for path, problem in problems[:_MOST_TOLD]:
            sentences.append(fill(self.tr("{0}: not opened. {1}"), path.name, problem))
        if more := len(problems[_MOST_TOLD:]):
            sentences.append(self.tr("%n more file(s) not opened.", None, more))
        if pictures:
            read = self.tr("%n image(s) read: see the list.", None, len(pictures))
            sentences.append(read)
        return sentences


_SINGLES = (Kind.LESSON, Kind.DATASET, Kind.MODEL)  # in this order: a lesson chooses data too
