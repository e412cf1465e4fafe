"""Lets the worker work in another Python environment: what is chosen, kept, and asked of it."""

from pathlib import Path

from PySide6.QtCore import (
    QObject,
    QProcess,
    QProcessEnvironment,
    QTimer,
    Signal,
    SignalInstance,
    Slot,
)
from PySide6.QtWidgets import QWidget

from desktop.app_model import AppModel
from desktop.pythons.environment import (
    PATIENCE_S,
    Verdict,
    judge,
    not_there,
    python_in,
    question,
    surroundings,
    too_slow,
)
from desktop.shell.actions import Actions
from desktop.shell.preferences import Preferences
from desktop.training.other_python_dialog import OtherPythonDialog


class Examination(QObject):
    """Asks an environment's Python what there is, in the background.

    Signals: `ended(Verdict)`, once for each `start` that isn't cancelled.
    """

    ended = Signal(object)

    def __init__(self, parent: QObject, patience_ms: int = PATIENCE_S * 1000) -> None:
        super().__init__(parent)
        self._path = Path()
        self._process: QProcess | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(patience_ms)
        self._patience.timeout.connect(self._on_impatient)

    @property
    def is_under_way(self) -> bool:
        """Whether `ended` is to come."""
        return self._process is not None

    def start(self, path: Path) -> None:
        """Ask the Python of this environment, and no other any more."""
        self.cancel()
        if verdict := not_there(path):
            self.ended.emit(verdict)
            return
        self._path = path
        process = self._process = QProcess(self)
        program, *arguments = question(python_in(path))
        around = QProcessEnvironment()
        for name, value in surroundings().items():
            around.insert(name, value)
        process.setProcessEnvironment(around)
        process.setStandardInputFile(QProcess.nullDevice())
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._patience.start()
        process.start(program, arguments)

    @Slot()
    def cancel(self) -> None:
        """Want no answer any more."""
        self._patience.stop()
        process, self._process = self._process, None
        if process is None:
            return
        process.blockSignals(True)
        if process.state() is not QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished(1000)
        process.deleteLater()

    @Slot()
    def _on_finished(self) -> None:
        assert self._process
        self._tell(judge(self._path, bytes(self._process.readAllStandardOutput().data())))

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # of the others `finished` tells
            self._tell(judge(self._path, b""))

    @Slot()
    def _on_impatient(self) -> None:
        self._tell(too_slow(self._path))

    def _tell(self, verdict: Verdict) -> None:
        self.cancel()
        self.ended.emit(verdict)


class OtherPython(QObject):
    """What the reader has chosen; the worker's next start follows it.

    `path` is an environment's folder or the Python in it, None for this program's own.
    Signals: `changed()`; `taking_over()`, another process is about to: what was said of the last
    one is old; `told(str)` a sentence for people.
    """

    changed = Signal()
    taking_over = Signal()
    told = Signal(str)

    def __init__(self, model: AppModel, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self.path: Path | None = None
        self._model, self._window = model, window
        actions.other_python.triggered.connect(self._on_wished)

    @property
    def changes(self) -> tuple[SignalInstance, ...]:
        """What tells that `save` has something new to leave."""
        return (self.changed,)

    def restore(self, saved: Preferences) -> None:
        """Let the worker begin where the reader chose."""
        path = Path(saved.other_python)
        self.path = self._model.link.python = path if path.is_absolute() else None

    def save(self, saved: Preferences) -> None:
        """Leave the choice to the next window."""
        saved.other_python = str(self.path or "")

    @Slot()
    def _on_wished(self) -> None:
        examination = Examination(self)
        dialog = OtherPythonDialog(self.path, examination, self._window)
        dialog.finished.connect(examination.deleteLater)
        dialog.allow_now(self._model.trainer.is_free)
        dialog.chosen.connect(self._on_chosen)
        dialog.open()

    @Slot(object, bool)
    def _on_chosen(self, path: Path | None, now: bool) -> None:
        self.path = self._model.link.python = path
        self.changed.emit()
        if not now or not self._model.trainer.is_free:
            self.told.emit(self.tr("The choice takes effect when Inkgrad next starts"))
            return
        self.taking_over.emit()
        self._model.link.replace()
        self.told.emit(self.tr("Another background process is starting…"))
