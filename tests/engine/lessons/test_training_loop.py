"""The Learner's parts are the run's own, and each line of the loop is needed for what it does."""

import pytest

from engine.config import TrainConfig
from engine.learner import Learner
from engine.lessons.figures import Code, Table


def test_the_table_holds_the_parts_of_the_run(lab, show, handful) -> None:
    config = TrainConfig(model="mlp", hidden=(20, 10), lr=0.3, momentum=0.5, batch_size=50)
    table = show("training_loop", lab("training_loop", learner=Learner(handful, config)))[0]
    assert isinstance(table, Table)
    parts = {row[0]: row[1] for row in table.rows}
    count = 784 * 20 + 20 + 20 * 10 + 10 + 10 + 1
    assert parts == {
        "`dls`": "mnist_sample: 300 for training, 100 for validation, batch_size=50",
        "`model`": f"`mlp`, {count:,} parameters",
        "`opt_func`": "`SGD(lr=0.3, momentum=0.5)`",
        "`loss_func`": "`mnist_loss`",
        "`metrics`": "`accuracy`",
    }
    assert [row[2] for row in table.rows].count("yes") == 4
    assert table.columns[1] == "in your run"


def test_before_any_run_no_learner_is_called_the_readers_own(lab, show) -> None:
    table = show("training_loop", lab("training_loop"))[0]
    assert isinstance(table, Table)
    assert not [text for text in (table.title, *table.columns) if "your" in text]


def test_the_optimizer_is_the_runs_own(lab, show, handful) -> None:
    learner = Learner(handful, TrainConfig(optimizer="adam", lr=0.01))
    table = show("training_loop", lab("training_loop", learner=learner))[0]
    assert {row[0]: row[1] for row in table.rows}["`opt_func`"] == "`Adam(lr=0.01)`"


@pytest.mark.parametrize("left_out", ["nothing", "backward", "step", "zero_grad"])
def test_what_is_left_out_is_missed(lab, show, mnist, left_out: str) -> None:
    for bench in (lab("training_loop"), lab("training_loop", dataset=mnist)):
        _, code, plot, outcome = show("training_loop", bench, leave_out=left_out)
        assert outcome.as_promised
        assert isinstance(code, Code)
        compile("\n".join(line.code for line in code.lines), "lesson", "exec")
        assert sum(line.now for line in code.lines) == (left_out != "nothing")
        assert len(plot.curves) == 1 + (left_out != "nothing")


@pytest.mark.parametrize("left_out", ["backward", "step"])
def test_without_a_gradient_or_a_step_the_accuracy_stays(show, left_out: str) -> None:
    text = show("training_loop", leave_out=left_out)[-1].text
    before, after = text.split(": ")[1].rstrip(".").removesuffix(" after").split(" before and ")
    assert before == after


@pytest.mark.parametrize("model", ["linear", "mlp", "convnet"])
def test_it_goes_with_every_model_and_loss(lab, show, handful, model: str) -> None:
    for loss in ("accuracy", "cross_entropy"):
        learner = Learner(handful, TrainConfig(model=model, loss=loss))
        bench = lab("training_loop", learner=learner)
        assert show("training_loop", bench)[-1].as_promised
