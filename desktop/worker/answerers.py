"""Models that are loaded to answer for the sketch: the first one, and moments of kept runs.

What the sketch does to the one that answers is told from here, too. It is no question of the desk,
which would wait for the batch of a run under way: the weights are those that read the sketch.
"""

from collections.abc import Callable
from dataclasses import replace

from desktop.worker.answering import Answerer, Answering
from desktop.worker.last_dataset import LastDataset
from desktop.worker.messages import Kind, Moment, Source
from desktop.worker.to_window import MomentShown, SourceChanged, Told, WentThrough
from desktop.worker.to_worker import SendThrough
from engine.errors import InkgradError, ModelFileError, RunStoreError


def first_answerer(datasets: LastDataset) -> Answerer:
    """Load the starter network, which travels with the program, or else make pixel similarity."""
    from engine.inference.classifier import Classifier

    try:
        starter = Classifier.starter("mnist")
    except InkgradError:
        from engine.inference.similarity import PixelSimilarity

        sample = datasets.wait_for("mnist_sample", lambda: True)
        means = PixelSimilarity.of(sample.train, sample.classes)
        return Answerer(means, Source(Kind.SIMILARITY, sample.name, sample.classes))
    return Answerer.fixed(starter, Source(Kind.STARTER, "mnist", starter.classes))


def show_moment(moment: Moment | None, answering: Answering, tell: Callable[[Told], None]) -> None:
    """Let a moment answer, or who did before: also where it can't be read.

    Raises RunStoreError, OSError.
    """
    answering.show_moment(None)
    try:
        answering.show_moment(_answerer(moment) if moment else None)
    finally:
        if current := answering.current:
            tell(SourceChanged(current.source))
        tell(MomentShown(current.source.moment if current else None))


def _answerer(moment: Moment) -> Answerer:
    """Return the network of a moment, or of the nearest one that is still kept."""
    from engine.inference.classifier import Classifier
    from engine.runs.store import RunStore

    folder = RunStore().open(moment.id)
    steps = folder.steps()  # of a run under way, some go while others come
    if not steps:
        raise RunStoreError("no_such_run", name=moment.id)
    moment = replace(moment, step=min(steps, key=lambda step: abs(step - moment.step)))
    file = folder.weights(moment.step)
    try:
        classifier = Classifier.load(file)
    except ModelFileError as error:
        raise RunStoreError("moment_is_damaged", step=moment.step, file=file) from error
    model, epochs = classifier.card.config.model, moment.epochs_done
    source = Source(Kind.MOMENT, model, classifier.classes, epochs, moment=moment)
    return Answerer.fixed(classifier, source)


def send_through(wish: SendThrough, answering: Answering, tell: Callable[[Told], None]) -> None:
    """Tell what the sketch does; where no network answers, that nothing does."""
    from engine.analysis.network import passage
    from engine.inference.classifier import Classifier

    found, names, classes = None, tuple[str, ...](), tuple[str, ...]()
    try:
        reader = answering.current.look_through() if answering.current else None
        if isinstance(reader, Classifier):
            found = passage(reader.model, wish.image, len(reader.classes))
            classes = reader.classes
            names = output_names(classes, len(found.columns[-1].sums))
    finally:
        tell(WentThrough(found, names, classes))


def output_names(classes: tuple[str, ...], outputs: int) -> tuple[str, ...]:
    """Name the outputs: with one of them, a high number means the first class."""
    if outputs == 1:
        return (f"{classes[0]} (+)  {classes[1]} (−)",)
    return (*classes, "?")[:outputs]
