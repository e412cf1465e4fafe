"""Who answers for the sketch until a model is trained or opened: what travels with the program."""

from desktop.worker.answering import Answerer
from desktop.worker.last_dataset import LastDataset
from desktop.worker.messages import Kind, Source
from engine.errors import InkgradError


def first_answerer(datasets: LastDataset) -> Answerer:
    """Load the starter network, or make pixel similarity where it isn't there."""
    from engine.inference.classifier import Classifier

    try:
        starter = Classifier.starter("mnist")
    except InkgradError:
        from engine.inference.similarity import PixelSimilarity

        sample = datasets.wait_for("mnist_sample", lambda: True)
        means = PixelSimilarity.of(sample.train, sample.classes)
        return Answerer(means.predict, Source(Kind.SIMILARITY, sample.name, sample.classes))
    return Answerer.fixed(starter, Source(Kind.STARTER, "mnist", starter.classes))
