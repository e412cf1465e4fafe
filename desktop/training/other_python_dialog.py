"""The small dialog in which another Python environment is chosen for the worker, and checked."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n.engine_words import in_words
from desktop.pythons.environment import Verdict, usual_place
from desktop.widgets.controls import Tick, caption
from desktop.widgets.dialog import Dialog
from desktop.widgets.plain_text import Label, as_tip
from desktop.widgets.theme import GAP_PX

_WIDE_PX = 540


class Examining(Protocol):
    """Who asks an environment what there is."""

    @property
    def ended(self) -> SignalInstance:
        """Tells the Verdict."""

    @property
    def is_under_way(self) -> bool:
        """Whether it is to come."""

    def start(self, path: Path) -> None:
        """Ask."""

    def cancel(self) -> None:
        """Want no answer any more."""


class OtherPythonDialog(Dialog):
    """An environment can be taken once it has been checked.

    Signals: `chosen(Path | None, bool)`: None is this program's own, and whether from now on.
    """

    chosen = Signal(object, bool)

    def __init__(self, path: Path | None, examination: "Examining", parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("otherPythonDialog")
        self.setWindowTitle(self.tr("Compute with another Python"))
        self._examination = examination
        self._fits = False
        proposed = path or (usual_place() if usual_place().is_dir() else None)
        self.tick = Tick(self.tr("Use this environment, which has Inkgrad too:"))
        self.tick.setChecked(path is not None)
        self.path = QLineEdit(str(proposed or ""))
        self.choose = QPushButton(self.tr("Choose…"))
        self.check = QPushButton()
        self.verdict = Label()
        choice = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(choice.Ok | choice.Cancel)
        self.now = self.buttons.addButton(self.tr("Use now"), QDialogButtonBox.ButtonRole.ApplyRole)
        self._build()
        self._explain()
        self._connect()
        self._offer()

    def allow_now(self, is_free: bool) -> None:
        """Offer to begin at once only where nothing is trained that would be lost."""
        self.now.setVisible(is_free)

    def _build(self) -> None:
        note = caption(
            self.tr(
                "The window's background process computes. It can work in another Python "
                "environment on this computer that has the same version of Inkgrad, such as "
                "one whose torch has CUDA, where this one's doesn't."
            )
        )
        for label in (note, self.verdict):
            label.setWordWrap(True)
            label.setMinimumWidth(_WIDE_PX)
        self.verdict.setObjectName("verdict")
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        for widget in (self.path, self.choose, self.check):
            row.addWidget(widget)
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP_PX, 2 * GAP_PX, 2 * GAP_PX, GAP_PX + 4)
        layout.setSpacing(GAP_PX)
        layout.addWidget(note)
        layout.addWidget(self.tick)
        layout.addLayout(row)
        layout.addWidget(self.verdict)
        layout.addStretch()
        layout.addWidget(self.buttons)

    def _explain(self) -> None:
        self.path.setAccessibleName(self.tr("Folder of the environment, or its Python"))
        tips = {
            self.tick: self.tr("Off: Inkgrad computes with the torch that came with it"),
            self.path: self.tr("The folder of an environment, or the Python in it"),
            self.choose: self.tr("Choose the folder of an environment"),
            self.check: self.tr("Ask that Python for its Inkgrad, its torch and its GPU"),
            self.now: self.tr("Restart the background process there"),
        }
        for widget, tip in tips.items():
            widget.setToolTip(as_tip(tip))

    def _connect(self) -> None:
        self.tick.toggled.connect(self._offer)
        self.path.textChanged.connect(self._on_edited)
        self.choose.clicked.connect(self._on_choose)
        self.check.clicked.connect(self._on_check)
        self._examination.ended.connect(self._on_ended)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self.now.clicked.connect(self._on_now)
        self.finished.connect(self._on_finished)

    @Slot()
    def _offer(self) -> None:
        is_other, asks = self.tick.isChecked(), self._examination.is_under_way
        for widget in (self.path, self.choose):
            widget.setEnabled(is_other and not asks)
        self.check.setEnabled(is_other and bool(self.path.text().strip()))
        self.check.setText(self.tr("Stop checking") if asks else self.tr("Check"))
        may_take = not is_other or self._fits
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        for button in (ok, self.now):
            button.setEnabled(may_take and not asks)
        if is_other and not asks and not self.verdict.text():
            self._say(self.tr("Check it first."))

    def _say(self, words: str) -> None:
        """Show what was found, with room for all of it."""
        self.verdict.setText(words)
        layout = self.layout()
        assert layout
        layout.activate()
        needed = layout.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), needed))

    @Slot()
    def _on_edited(self) -> None:
        self._fits = False
        self._say("")
        self._offer()

    @Slot()
    def _on_choose(self) -> None:
        caption_ = self.tr("Choose the folder of an environment")
        if folder := QFileDialog.getExistingDirectory(self, caption_, self.path.text()):
            self.path.setText(folder)

    @Slot()
    def _on_check(self) -> None:
        if self._examination.is_under_way:
            self._examination.cancel()
            self._say("")
        else:
            self._say(self.tr("Asking it; this may take up to a minute…"))
            self._examination.start(Path(self.path.text().strip()))
        self._offer()

    @Slot(object)
    def _on_ended(self, verdict: Verdict) -> None:
        self._fits = verdict.fits
        self._say(in_words(verdict.said))
        self._offer()

    @Slot()
    def _on_accepted(self) -> None:
        self._take(now=False)

    @Slot()
    def _on_now(self) -> None:
        self._take(now=True)

    def _take(self, *, now: bool) -> None:
        path = Path(self.path.text().strip()) if self.tick.isChecked() else None
        self.accept()
        self.chosen.emit(path, now)

    @Slot()
    def _on_finished(self) -> None:
        self._examination.cancel()
        self.deleteLater()
