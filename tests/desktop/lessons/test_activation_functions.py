"""Question 36, read in the window."""

import pytest

from desktop.lessons.controls.fields import ChoiceField
from engine.lessons.figures import Outcome
from engine.options import ACTIVATIONS
from tests.desktop.lessons.conftest import Reader


def test_two_layers_are_one_unless_something_bends_between(reader: Reader) -> None:
    reader.open_question(36)
    sentences = []
    for between in ("none", "relu"):
        *_, outcome = reader.set("between", between)
        assert isinstance(outcome, Outcome)
        assert outcome.as_promised
        sentences.append(outcome.text)
    assert "says the same" in sentences[0]
    assert "can't replace" in sentences[1]


@pytest.mark.long
def test_on_ten_digits_relu_learns_more(reader: Reader) -> None:
    reader.open_question(36)
    *_, outcome = reader.train()
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised


def test_every_activation_is_offered_by_its_name_in_the_window(reader: Reader) -> None:
    reader.open_question(36)
    form = reader.page.view.experiment.form
    assert form is not None
    field = form.fields["between"]
    assert isinstance(field, ChoiceField)
    offered = {field.itemData(index): field.itemText(index) for index in range(field.count())}
    assert list(offered) == list(ACTIVATIONS)
    assert offered["relu"] == "ReLU"  # as in the form
    assert offered["none"] == "nothing"  # as the lesson has it
    with pytest.raises(ValueError, match="doesn't offer 'nonsense'"):
        field.setValue("nonsense")
    assert field.value() == "none"
