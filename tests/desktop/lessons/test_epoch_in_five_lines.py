"""Question 26, read in the window."""

from PySide6.QtCore import Qt

from engine.lessons.figures import Code
from tests.desktop.lessons.conftest import Reader


def test_an_epoch_runs_line_by_line(reader: Reader) -> None:
    reader.open_question(26)
    form = reader.page.view.experiment.form
    assert form is not None
    steps = form.fields["line"].focusProxy()
    assert steps is not None
    seen = []
    for _ in range(4):
        code, *_ = reader.figures_after(lambda: reader.qtbot.keyClick(steps, Qt.Key.Key_Space))
        assert isinstance(code, Code)
        (now,) = (line for line in code.lines if line.now)
        seen.append((now.code.strip(), now.value.partition(" = ")[0]))
    assert seen == [
        ("loss = loss_func(model(xb), yb)", "loss"),
        ("loss.backward()", "|w.grad|"),
        ("opt.step()", "|Δw|"),
        ("opt.zero_grad()", "w.grad"),
    ]
    reader.set("line", 15)
    (outcome,) = reader.outcomes
    assert outcome.as_promised
    assert "One epoch of 32 batches" in outcome.text
