"""Both products, against numpy's; the weights are the reader's own where they make a picture."""

from collections.abc import Callable

import numpy as np
import pytest

from engine import Dataset, Learner, TrainConfig
from engine.errors import InkgradError
from engine.lessons.figures import Code, Figure, Outcome, Pictures, Text
from engine.lessons.lab import Lab

Show = Callable[..., tuple[Figure, ...]]


def test_two_small_matrices(show: Show) -> None:
    product, told, each, *_ = show("matmul")
    assert isinstance(product, Pictures)
    np.testing.assert_array_equal(product.pictures[2].values, [[19, 22], [43, 50]])
    assert told == Text("Row 0 of A times column 0 of B: 1·5 + 2·7 = 19")
    assert isinstance(each, Pictures)
    np.testing.assert_array_equal(each.pictures[2].values, [[5, 12], [21, 32]])


@pytest.mark.parametrize(("row", "column"), [(0, 0), (1, 0), (0, 1), (1, 1), (4, 4)])
def test_the_row_and_the_column_of_a_cell_are_framed(show: Show, row: int, column: int) -> None:
    product, told, *_ = show("matmul", row=row, column=column)
    assert isinstance(product, Pictures)
    a, b, c = product.pictures
    row, column = min(row, 1), min(column, 1)
    assert None not in (a.part, b.part, c.part)
    terms = a.values[a.part][0], b.values[b.part][:, 0]
    assert c.values[c.part].item() == terms[0] @ terms[1] == c.values[row, column]
    added = " + ".join(f"{x}·{y}" for x, y in zip(*terms, strict=True))
    assert told == Text(
        f"Row {row} of A times column {column} of B: {added} = {c.values[row, column]}"
    )


def test_a_row_or_a_column_that_is_not_there_is_said(show: Show) -> None:
    texts = [f.text for f in show("matmul", right="1; 2", row=1, column=1) if isinstance(f, Text)]
    assert "The last column of B is column 0: it is taken." in texts
    assert not any("last row" in text for text in texts)


def test_a_negative_factor_stands_in_parentheses(show: Show) -> None:
    _, told, *_ = show("matmul", left="0.5 -1; 2 3")
    assert told == Text("Row 0 of A times column 0 of B: 0.5·5 + (-1)·7 = -4.5")


def test_what_isnt_defined_is_explained(show: Show) -> None:
    told, each, *_ = show("matmul", left="1 2 3; 4 5 6", right="1 2 3; 4 5 6")
    assert isinstance(told, Text)
    assert told.text.startswith("A @ B isn't defined: A is (2, 3), B is (2, 3)")
    assert isinstance(each, Pictures)
    told, following, *_ = show("matmul", left="1 2 3", right="1 2; 3 4")
    assert isinstance(told, Text)  # one sentence, as between two typings both are refused
    assert told.text.startswith("A is (1, 3) and B is (2, 2): for @,")
    assert following == Text("The same for a batch of images", strong=True)
    product, _, told, *_ = show("matmul", left="1 2 3; 4 5 6", right="1 2; 3 4; 5 0.5")
    assert isinstance(product, Pictures)
    np.testing.assert_allclose(product.pictures[2].values, [[22, 11.5], [49, 31]])
    assert isinstance(told, Text)
    assert told.text.startswith("A * B isn't defined")


def test_the_star_broadcasts(show: Show) -> None:
    _, each, *_ = show("matmul", left="1 2; 3 4", right="10 100")
    assert isinstance(each, Pictures)
    np.testing.assert_array_equal(each.pictures[2].values, [[10, 200], [30, 400]])


@pytest.mark.parametrize("model", ["linear", "simple_net"])
def test_one_output_of_the_readers_model_by_hand(
    show: Show, lab: Callable[..., Lab], few: Dataset, model: str
) -> None:
    learner = Learner(few, TrainConfig(model=model, epochs=1))
    for _ in learner.fit(every=4):
        pass
    bench = lab("matmul", learner=learner, dataset=few)
    *_, code, pictures, outcome = show("matmul", at=bench, digit=2)
    weights = learner.model[0].weight.detach().numpy().astype(np.float64)
    image = few.valid.images[1].ravel() / 255
    assert isinstance(code, Code)
    assert code.title.endswith("the first layer of your run")
    assert code.lines[1].value == str((4, len(weights)))
    for line in code.lines[-2:]:
        assert float(line.value) == pytest.approx(image @ weights[0], abs=2e-4)
    assert isinstance(pictures, Pictures)
    products = pictures.pictures[2].values.ravel()
    np.testing.assert_allclose(products, image * weights[0], atol=1e-6)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised


def test_a_convnets_filters_give_way_to_the_means(show: Show) -> None:
    *_, code, _, outcome = show("matmul")
    assert isinstance(code, Code)
    assert code.title.endswith("the mean 3 minus the mean 7 as weights")
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised


def test_no_matrix(show: Show) -> None:
    with pytest.raises(InkgradError, match="“1 2; 3” is not a matrix"):
        show("matmul", left="1 2; 3")
