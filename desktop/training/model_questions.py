"""What the training page asks the worker besides training. Each function returns a question."""

from collections.abc import Iterator
from pathlib import Path

from desktop.inquiries import Question, Session
from desktop.messages import Kind, RunStart, Source
from engine.config import TrainConfig

_IMAGES_AT_ONCE = 256  # of the confusion matrix: a few milliseconds


def list_devices(session: Session) -> Iterator[object]:
    """Give (names: tuple[str, ...], reason: str): what there is, and why "auto" takes which."""
    from engine.device import available_devices, choose_device

    yield available_devices(), choose_device("auto").reason


def search_lr(dataset: str | Path, config: TrainConfig) -> Question:
    """Give an LrSearch after each batch."""

    def question(session: Session) -> Iterator[object]:
        from engine import lr_finder

        yield from lr_finder.search_lr(session.load(dataset), config)

    return question


def open_model(path: Path) -> Question:
    """Let a model file answer from now on; give its TrainConfig."""

    def question(session: Session) -> Iterator[object]:
        from engine.classifier import Classifier

        classifier = Classifier.load(path)
        session.answer_with(classifier, Source(Kind.FILE, path.stem, classifier.classes))
        yield classifier.card.config

    return question


def save_model(path: Path) -> Question:
    """Write the model that answers; give the path."""

    def question(session: Session) -> Iterator[object]:
        if session.classifier is not None:
            session.classifier.save(path)
            yield path

    return question


def restore(run: RunStart, epochs: int) -> Question:
    """Let the model of an ended run answer again."""

    def question(session: Session) -> Iterator[object]:
        classifier = session.kept[run.number]
        source = Source(Kind.RUN, run.config.model, classifier.classes, epochs)
        session.answer_with(classifier, source)
        yield run.number

    return question


def forget(numbers: list[int]) -> Question:
    """Let go of the models of deleted runs."""

    def question(session: Session) -> Iterator[object]:
        for number in numbers:
            session.kept.pop(number, None)
        yield None

    return question


def confusion(run: RunStart) -> Question:
    """Give (classes, counts int64 (C, C) or None) of the run's model on its validation set.

    The counts are None on the way; rows are what the images are, columns what they were taken for.
    """

    def question(session: Session) -> Iterator[object]:
        from engine.evaluation import confusion_matrix

        classifier, valid = session.kept[run.number], session.load(run.source).valid
        n_classes = len(classifier.classes)
        counts = confusion_matrix(valid.labels[:0], valid.labels[:0], n_classes)
        for start in range(0, len(valid), _IMAGES_AT_ONCE):
            rows = slice(start, start + _IMAGES_AT_ONCE)
            answered = classifier.predict_batch(valid.images[rows]).argmax(axis=1)
            counts += confusion_matrix(valid.labels[rows], answered, n_classes)
            yield classifier.classes, None
        yield classifier.classes, counts

    return question
