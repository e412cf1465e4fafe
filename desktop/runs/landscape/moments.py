"""The moments of a run whose weights are kept, and where they lie."""

import contextlib
from collections.abc import Generator
from typing import TYPE_CHECKING, NamedTuple

from desktop.playback.questions import kept_steps
from desktop.worker.messages import RunStart
from desktop.worker.questions import Waiting
from engine.analysis.plane import Laid, Path, Plane
from engine.errors import ModelFileError, RunStoreError

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier
    from engine.runs.run_folder import RunFolder


class Kept(NamedTuple):
    """A kept run, and after how many batches its weights are kept."""

    folder: "RunFolder"
    steps: tuple[int, ...]


class Gone(RunStoreError):
    """A moment isn't kept any more."""


def kept_of(run: RunStart, *, has_ended: bool) -> "Generator[object, None, Kept]":
    """Return where a run's weights are kept, and after how many batches."""
    from engine.runs.store import RunStore

    if not run.id:
        raise RunStoreError("no_weights_kept", name=run.name or run.number)
    folder = RunStore().open(run.id)
    steps = yield from kept_steps(folder, has_ended=has_ended)
    if not steps:
        raise RunStoreError("no_weights_kept", name=run.id)
    return Kept(folder, steps)


def network_of(kept: Kept, step: int) -> "Classifier":
    """Return the network of a moment. Raises Gone where the run under way has let go of it."""
    from engine.inference.classifier import Classifier

    file = kept.folder.weights(step)
    try:
        return Classifier.load(file)
    except ModelFileError as error:
        if not file.exists():
            raise Gone("no_weights_kept", name=kept.folder.id) from error
        raise RunStoreError("moment_is_damaged", step=step, file=file) from error


def path_of(plane: Plane, kept: Kept) -> Generator[object, None, Path]:
    """Lay all moments of a run on the plane. Raises Gone where none of them is kept any more."""
    from engine.analysis.landscape import weights_of

    laid: dict[int, Laid] = {}
    for step in kept.steps:
        with contextlib.suppress(Gone):
            laid[step] = plane.lay(weights_of(network_of(kept, step).model))
        yield Waiting.FOR_TURN
    if not laid:
        raise Gone("no_weights_kept", name=kept.folder.id)
    return Path.of(tuple(laid), tuple(laid.values()))
