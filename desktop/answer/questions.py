"""What the left side asks the worker of the sketch: the means to compare it with, and why.

What brings something else to the pad is in `arrivals`.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from desktop.worker.questions import Session
from engine.inference.similarity import PixelSimilarity, class_means

_BUNDLED = "mnist"


def find_means(session: Session) -> Iterator[object]:
    """Yield the means as a PixelSimilarity; None after each class, so that nothing has to wait.

    Raises DataError for data without one of its classes.
    """
    model, dataset = session.classifier, None
    if session.learner:
        dataset = session.learner.dataset
    if dataset is None or (model and not set(model.classes) <= set(dataset.classes)):
        dataset = yield from session.load(_BUNDLED)
    means = []
    for mean in class_means(dataset.train, dataset.classes):
        means.append(mean)
        yield None
    yield PixelSimilarity(np.stack(means), dataset.classes)


def find_map(image: NDArray[np.uint8], label: str, session: Session) -> Iterator[object]:
    """Yield the map float32 (28, 28) when its last row is there, None at the others.

    Where no network answers there is no map.
    """
    classifier = session.classifier
    if classifier is None or label not in classifier.classes:
        return
    from engine.analysis.saliency import occlusion_rows

    rows = []
    for row in occlusion_rows(classifier.model, image, classifier.classes.index(label)):
        rows.append(row)
        yield None
    yield np.stack(rows)
