"""The models of ended runs, kept by the worker, and by the window in case the worker dies.

The window keeps bytes that it can't read: it has no torch. They come back to the next worker, and
to nobody else, by the channel; see there why unpickling them is safe.
"""

import pickle  # noqa: TID251 - what goes by the channel alone
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.worker.messages import KeptModel, Source
from desktop.worker.to_window import ModelKept, ModelsForgotten, Told
from desktop.worker.to_worker import TakeOver

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier


class KeptModels:
    """`by_run` has them by the runs' numbers."""

    def __init__(self, tell: Callable[[Told], None]) -> None:
        self.by_run: dict[int, Classifier] = {}
        self._tell = tell

    def keep(self, number: int, classifier: "Classifier", source: Source, *, is_own: bool) -> None:
        """Keep the model of a run that has ended well; `is_own`: it is the reader's now."""
        self.by_run[number] = classifier
        self.tell_of(classifier, source, is_own=is_own)

    def tell_of(self, classifier: "Classifier", source: Source, *, is_own: bool) -> None:
        """Let the window keep a model too."""
        self._tell(ModelKept(KeptModel(source, pickle.dumps(classifier)), is_own))

    def forget(self, numbers: tuple[int, ...]) -> None:
        """Let go of the models of runs."""
        for number in numbers:
            self.by_run.pop(number, None)
        self._tell(ModelsForgotten(numbers))

    def take_over(self, wish: TakeOver) -> "tuple[Classifier, Source] | None":
        """Keep what an earlier worker had; return the reader's own model, if there is one."""
        for kept in wish.models:
            assert kept.source.run is not None  # only runs' models are among them
            self.by_run[kept.source.run] = pickle.loads(kept.model)
        return (pickle.loads(wish.own.model), wish.own.source) if wish.own else None
