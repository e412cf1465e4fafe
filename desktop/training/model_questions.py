"""What the training page asks besides training: each function is a question or returns one."""

import contextlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop.worker.messages import AsIs, DataSource, Kind, RunStart, Source
from desktop.worker.questions import Question, Session, Waiting
from engine.config import TrainConfig
from engine.errors import DataError, InkgradError, ModelFileError, RunStoreError

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier
    from engine.runs.store import RunStore

_READERS = "networks that read the sketch"  # the note that one question leaves for the next
_ALL_INK = np.full((1, 28, 28), 255, np.uint8)  # of which numbers become large, mostly
_IMAGES_AT_ONCE = 256  # of the confusion matrix: a few milliseconds


def list_devices(session: Session) -> Iterator[object]:
    """Give (names: tuple[str, ...], reason: str): what there is, and why "auto" takes which."""
    from engine.device import available_devices, choose_device

    yield available_devices(), choose_device("auto").reason


def search_lr(dataset: DataSource, config: TrainConfig) -> Question:
    """Give an LrSearch after each batch."""
    return partial(_search_lr, dataset, config)


def open_model(path: Path) -> Question:
    """Let a model file answer from now on; give its TrainConfig."""
    return partial(_open_model, path)


def use_starter(session: Session) -> Iterator[object]:
    """Let the network answer again that comes with the program."""
    from engine.inference.classifier import Classifier

    starter = Classifier.starter("mnist")
    session.answer_with(starter, Source(Kind.STARTER, "mnist", starter.classes))
    yield None


def save_model(path: Path) -> Question:
    """Write the model that answers; give the path."""
    return partial(_save_model, path)


def restore(run: RunStart, epochs: int, batches: int) -> Question:
    """Let the model of an ended run answer again."""
    return partial(_restore, run, epochs, batches)


def forget(runs: list[RunStart]) -> Question:
    """Let go of runs and their models; give the number of each that is gone."""
    return partial(_forget, runs)


def confusion(run: RunStart) -> Question:
    """Give (classes, counts int64 (C, C) or None) of the run's model on its validation set.

    The counts are None on the way; rows are what the images are, columns what they were taken for.
    """
    return partial(_confusion, run)


def confusions(runs: tuple[RunStart, ...]) -> Question:
    """Give what `confusion` does for each run at once; for one whose model or data can't be read a
    Message that says why.
    """
    return partial(_confusions, runs)


def read_by(runs: tuple[RunStart, ...], image: NDArray[np.uint8]) -> Question:
    """Give the runs' answers to an image, by their numbers, without those whose model is gone."""
    return partial(_read_by, runs, image)


def _search_lr(dataset: DataSource, config: TrainConfig, session: Session) -> Iterator[object]:
    from engine import lr_finder

    yield from lr_finder.search_lr((yield from session.load(dataset)), config)


def _open_model(path: Path, session: Session) -> Iterator[object]:
    from engine.inference.classifier import Classifier

    classifier, place = Classifier.load(path), path.absolute()
    if not np.isfinite(classifier.predict_batch(_ALL_INK)).all():  # though the weights are numbers
        raise ModelFileError("model_diverged", file=path)
    written_ns = place.stat().st_mtime_ns
    classes = classifier.classes
    source = Source(Kind.FILE, path.stem, classes, path=place, written_ns=written_ns)
    session.answer_with(classifier, source)
    yield classifier.card.config


def _save_model(path: Path, session: Session) -> Iterator[object]:
    if session.classifier is not None:
        session.classifier.save(path)
        yield path


def _restore(run: RunStart, epochs: int, batches: int, session: Session) -> Iterator[object]:
    classifier = _kept(run, session)
    source = Source(
        Kind.RUN,
        run.config.model,
        classifier.classes,
        epochs,
        run=run.number,
        run_name=run.name,
        batch=batches if batches > epochs * run.batches else 0,
    )
    session.answer_with(classifier, source)
    yield run.number


def _forget(runs: list[RunStart], session: Session) -> Iterator[object]:
    from engine.runs.store import RunStore

    session.wait_for_keeping(tuple(run.number for run in runs))
    first: RunStoreError | None = None
    for run in runs:
        try:
            if run.id:
                _delete(RunStore(), run.id)
        except RunStoreError as error:  # this one stays, with its model
            first = first or error
            continue
        session.forget((run.number,))
        yield run.number
    if first:
        raise first


def _delete(store: "RunStore", id_: str) -> None:
    try:
        store.delete(id_)
    except RunStoreError as error:
        if error.message.code != "no_such_run":  # gone is gone, whoever did it
            raise


def _confusion(run: RunStart, session: Session) -> Iterator[object]:
    from engine.analysis.evaluation import confusion_matrix, places_of

    classifier = _kept(run, session)
    dataset = yield from session.load(run.source)
    valid, own = dataset.valid, places_of(dataset.classes, classifier.classes)
    n_classes = len(classifier.classes)
    counts = confusion_matrix(valid.labels[:0], valid.labels[:0], n_classes)
    for start in range(0, len(valid), _IMAGES_AT_ONCE):
        rows = slice(start, start + _IMAGES_AT_ONCE)
        answered = classifier.predict_batch(valid.images[rows]).argmax(axis=1)
        counts += confusion_matrix(own[valid.labels[rows]], answered, n_classes)
        yield classifier.classes, None
    yield classifier.classes, counts


def _confusions(runs: tuple[RunStart, ...], session: Session) -> Iterator[object]:
    found: dict[int, object] = {}
    for place, run in enumerate(runs):
        try:
            for answer in _confusion(run, session):
                found[place] = answer  # the last one counts
                yield Waiting.FOR_TURN
        except InkgradError as error:
            found[place] = error.message
    yield tuple(found.values())


def _read_by(
    runs: tuple[RunStart, ...], image: NDArray[np.uint8], session: Session
) -> Iterator[object]:
    known = session.notes.setdefault(_READERS, {})
    assert isinstance(known, dict)
    for number in known.keys() - {run.number for run in runs}:
        del known[number]
    answers = {}
    for run in runs:
        with contextlib.suppress(
            InkgradError
        ):  # deleted or damaged: the others answer all the same
            answers[run.number] = reader_of(run, session, known).predict(image)
        yield Waiting.FOR_TURN
    yield answers


def reader_of(run: RunStart, session: Session, known: "dict[int, Classifier]") -> "Classifier":
    """Return the model of a run, of which those that had to be opened stay open."""
    if run.number in session.kept:
        return session.kept[run.number]
    if learner := session.learner_of(run.number):  # it is under way
        return learner.classifier()
    if run.number not in known:
        known[run.number] = _kept(run, session)
    return known[run.number]


def _kept(run: RunStart, session: Session) -> "Classifier":
    """Return the model of an ended run: at hand, or else as it was kept last."""
    if run.number in session.kept:
        return session.kept[run.number]
    from engine.inference.classifier import Classifier
    from engine.runs.store import RunStore

    try:
        folder = RunStore().open(run.id)
        return Classifier.load(folder.weights(folder.steps()[-1]))
    except (RunStoreError, IndexError) as error:
        raise DataError("model_not_kept", run=run.name or run.id or run.number) from error


def training_notebook(start: RunStart, is_script: bool, session: Session) -> Iterator[str]:
    """Answer with a run's training in plain torch: a script, or the text of an .ipynb."""
    from engine.export.notebook import as_ipynb, as_script, training_cells

    source = start.source
    cells = training_cells(start.config, str(source), as_is=isinstance(source, AsIs))
    yield as_script(cells) if is_script else as_ipynb(cells)
