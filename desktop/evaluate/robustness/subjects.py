"""Which networks are measured: the ticked runs', and the one that answers where it is none of them.

No Qt. A key stands for a network's weights of one moment: what was measured of it holds for it.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import count

from desktop.runs.run_list import Run
from desktop.worker.messages import Kind, RunStart, Source

MOST = 3


@dataclass(frozen=True)
class Subject:
    """One of them; `run` is None where it is whoever answers. `look` chooses its curves' style.

    `learns`: its weights are others each time that it is looked at.
    """

    key: Hashable
    look: int
    run: RunStart | None = None
    source: Source | None = None
    name: str = ""
    learns: bool = False

    @property
    def marks_training(self) -> bool:
        """Whether its settings tell what its training varied: the starter was made otherwise."""
        return self.source is None or self.source.kind is not Kind.STARTER


def subjects_of(
    ticked: Sequence[Run],
    source: Source | None,
    before: Sequence[Subject],
    learning: int | None = None,
) -> tuple[Subject, ...]:
    """Return who is to be measured, at most three, the newest ticked runs among them.

    A network that learns stays as it was `before`; `learning` is the number of the run under way.
    """
    readers = [run for run in ticked if run.has_model or run.outcome is None]
    answers_as_run = any(_is_of(source, run) for run in readers[-MOST:])
    lone = [] if source is None or answers_as_run else [source]
    runs = readers[len(lone) - MOST :]
    found = [_of_run(run, before) for run in runs]
    for answerer in lone:
        taken = {subject.look for subject in found}
        look = next(look for look in count() if look not in taken)
        learns = answerer.kind is Kind.RUN and answerer.run == learning
        source_then = _known(answerer, before) if learns else answerer
        found.append(Subject((source_then, learns), look, source=source_then, learns=learns))
    return tuple(found)


def _of_run(run: Run, before: Sequence[Subject]) -> Subject:
    is_under_way = run.outcome is None
    key: Hashable = run.start.id, run.number, is_under_way, run.batches_done
    if is_under_way:
        key = next((s.key for s in before if s.run and s.run.number == run.number), key)
    return Subject(key, run.look, run.start, name=run.name, learns=is_under_way)


def _known(answerer: Source, before: Sequence[Subject]) -> Source:
    """Return the answerer as it was when it was measured, or as it is now."""
    earlier = (subject.source for subject in before if subject.source)
    return next((source for source in earlier if source.is_of_same(answerer)), answerer)


def _is_of(source: Source | None, run: Run) -> bool:
    """Tell whether a run's own last weights answer."""
    return source is not None and source.kind is Kind.RUN and source.run in run.numbers
