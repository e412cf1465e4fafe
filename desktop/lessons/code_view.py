"""The engine's own lines that a lesson is about, beside what their names stand for now."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop.inspect.live import LiveQuestion
from desktop.lessons import questions
from desktop.lessons.figures.code import CodeLines
from desktop.widgets.controls import Card, caption, title
from desktop.widgets.theme import GAP_PX
from desktop.worker.questions import Question, Questions

_EVERY_MS = 1000  # the lines are run for it, on a batch of the reader's own


class CodeCard(Card):
    def __init__(
        self,
        targets: tuple[str, ...],
        asked: Questions,
        bench: Callable[[], questions.Bench],
    ) -> None:
        super().__init__()
        self._targets, self._questions = targets, asked
        self._bench = bench
        self._follows_model = True
        self.lines = CodeLines()
        self.note = caption("")
        self._live = LiveQuestion(asked, self, self._ask_for_values, _EVERY_MS)
        self._build()
        self._live.answered.connect(self._on_values)
        self._live.failed.connect(self._on_failed)
        if targets:
            pending = asked.ask(partial(questions.code, targets))
            pending.answered.connect(self._on_listed)
            pending.failed.connect(self._on_failed)

    @Slot()
    def refresh(self) -> None:
        """The sketch or the data are others."""
        if self.lines.shown:
            self._live.refresh()

    @Slot()
    def learned(self) -> None:
        """The model has learned."""
        if self._follows_model:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _build(self) -> None:
        self.note.setText(whereabouts(self._targets))
        self.note.setWordWrap(True)
        self.lines.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX + 2, GAP_PX, GAP_PX + 2, GAP_PX + 2)
        layout.setSpacing(GAP_PX - 4)
        layout.addWidget(title(self.tr("In Inkgrad's own code")))
        layout.addWidget(self.note)
        layout.addWidget(self.lines)

    def _ask_for_values(self) -> Question:
        return partial(questions.code_now, self._targets, self._bench())

    @Slot(object)
    def _on_listed(self, lines: object) -> None:
        assert isinstance(lines, tuple)
        self.lines.show_lines(lines)
        self.lines.show()
        self.refresh()

    @Slot(object)
    def _on_values(self, now: object) -> None:
        assert isinstance(now, questions.CodeNow)
        self._follows_model = now.follows_model
        self.lines.show_lines(now.lines)
        self.note.setText(f"{whereabouts(self._targets)}\n{self._whose(now)}".rstrip())

    def _whose(self, now: questions.CodeNow) -> str:
        """Say of which network the values beside the lines are."""
        if now.is_bare:
            return self.tr("This lesson trains networks of its own: no values of yours stand here.")
        if not now.follows_model:
            return ""
        if now.is_of_run:
            return self.tr("The values are those of the last run's network, on one more batch.")
        return self.tr(
            "You haven't trained a network of your own yet: these values are from a new one after "
            "a single step, so they aren't those shown above."
        )

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.note.setText(sentence)


def whereabouts(targets: tuple[str, ...]) -> str:
    """Return "module · name, name" of targets as "module:name", each module told once."""
    names: dict[str, list[str]] = {}
    for target in targets:
        module, _, name = target.partition(":")
        names.setdefault(module, []).append(name)
    return "; ".join(f"{module} · {', '.join(each)}" for module, each in names.items())
