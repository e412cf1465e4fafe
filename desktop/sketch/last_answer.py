"""Shows the last window's answer to the sketch again, until the network itself can answer."""

from pathlib import Path

from PySide6.QtCore import QObject, SignalInstance, Slot

from desktop.answer.kept_answer import (
    LARGEST_BYTES,
    Asked,
    from_json,
    network_file,
    to_json,
    weights_step,
)
from desktop.app_model import AppModel
from desktop.shell.preferences import Preferences
from desktop.sketch.sketch_panel import SketchPanel
from desktop.widgets.kept_file import keep, read_kept
from desktop.worker.messages import Kind, Origin, Outcome, Reading, Source


class LastAnswer(QObject):
    """Keeps an answer beside the sketch where it is that of a network that no longer changes.

    Whoever answers must be known from the preferences by then: it is restored, and saved, after
    the sketch and the page Train.
    """

    def __init__(self, model: AppModel, sketch: SketchPanel) -> None:
        super().__init__(sketch)
        self._model, self._sketch = model, sketch
        self._saved: Preferences | None = None
        self._reading: Reading | None = None
        self._written = b""
        sketch.reader.answered.connect(self._on_answered)
        sketch.kept.connect(self._on_sketch_kept)

    @property
    def changes(self) -> tuple[SignalInstance, ...]:
        """Nothing tells of them: it is kept with the sketch, and at the end."""
        return ()

    def restore(self, saved: Preferences) -> None:
        """Show the answer that is kept, if the same network would say it of the same pixels."""
        self._saved = saved
        found, damage = read_kept(_file(saved), from_json, LARGEST_BYTES)
        if damage:
            saved.damage.append(damage)
        if found and found[0] == self._asked(saved.answering):
            self._sketch.answer.hold(found[1])

    def save(self, saved: Preferences) -> None:
        """Keep the answer of the moment; where it can't be, nothing is lost."""
        reading = self._reading
        if reading is None or reading.prediction is None or reading.source is None:
            return
        if reading.digits:  # one answer of several says too little
            return
        if self._is_of(reading.source, saved.answering):
            asked = self._asked(saved.answering)
            data = to_json(asked, reading) if asked else b""
            if data and data != self._written and not keep(_file(saved), data):
                self._written = data

    @Slot(object)
    def _on_answered(self, reading: Reading) -> None:
        self._reading = reading

    @Slot(str)
    def _on_sketch_kept(self, problem: str) -> None:
        if self._saved and not problem:
            self.save(self._saved)

    def _asked(self, answering: str) -> Asked | None:
        image, network = self._sketch.reader.image, network_file(answering)
        return None if image is None or network is None else Asked.of(image, network)

    def _is_of(self, source: Source, answering: str) -> bool:
        """Whether an answer of that source is what the file of the answerer says, to the last."""
        is_newest = not self._sketch.reader.is_waiting and self._model.trainer.is_free
        if not is_newest or source.origin is not Origin.READER or source.moment:
            return False
        if source.kind is Kind.RUN:
            return self._is_end_of_run(source, answering)
        return answering == str(source.path or "") and source.kind in (Kind.STARTER, Kind.FILE)

    def _is_end_of_run(self, source: Source, answering: str) -> bool:
        runs = [run for run in self._model.runs.runs if run.start.id == answering]
        network = network_file(answering)
        return bool(
            runs
            and network
            and source.run in runs[0].numbers
            and runs[0].outcome in (Outcome.FINISHED, Outcome.STOPPED)
            and weights_step(network) == runs[0].batches_done
        )


def _file(saved: Preferences) -> Path:
    """Return where it is kept: beside the sketch."""
    return saved.sketch_file.with_name("answer.json")
