"""Typed expressions: values and slopes against hand and torch, and nothing of it is ever run."""

import math
import re

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import InkgradError
from engine.lessons.figures import Graph, Outcome, Table

NAMES = "a = 2, b = -3, c = 0.5, w = 3, x = 1.5"


@pytest.mark.parametrize(
    ("expression", "value", "slopes"),
    [
        ("w*w", 9, {"w": 6}),
        ("a*b + c", -5.5, {"a": -3, "b": 2, "c": 1}),
        ("a - b", 5, {"a": 1, "b": -1}),
        ("a/c", 4, {"a": 2, "c": -8}),
        ("-a**2", -4, {"a": -4}),
        ("b**3", -27, {"b": 27}),
        ("a**w", 8, {"a": 12, "w": 8 * math.log(2)}),
        ("relu(b) + relu(a)", 2, {"a": 1, "b": 0}),
        ("sigmoid(c - c)", 0.5, {"c": 0}),
        ("tanh(x)", math.tanh(1.5), {"x": 1 - math.tanh(1.5) ** 2}),
        ("log(exp(a)) + 3", 5, {"a": 1}),
        ("(a)", 2, {"a": 1}),
        ("+a − 1", 1, {"a": 1}),
        ("c**0", 1, {"c": 0}),
    ],
)
def test_values_and_slopes_are_those_of_calculus(
    show, expression: str, value: float, slopes: dict[str, float]
) -> None:
    graph, table, outcome = show("autograd", expression=expression, names=NAMES)
    assert isinstance(graph, Graph)
    assert isinstance(table, Table)
    assert float(graph.nodes[-1].value) == pytest.approx(value, abs=5e-4 * abs(value) + 1e-12)
    assert {row[0]: float(row[2]) for row in table.rows} == pytest.approx(slopes, abs=1e-6)
    assert {row[0]: float(row[3]) for row in table.rows} == pytest.approx(slopes, abs=1e-6)
    assert outcome.as_promised


def test_a_name_is_one_node_and_the_graph_runs_forward(show) -> None:
    graph = show("autograd", expression="w*w + w", names="w = 3")[0]
    assert [node.name for node in graph.nodes] == ["w", "×", "+"]
    assert graph.nodes[1].inputs == (0, 0)
    assert graph.nodes[2].inputs == (1, 0)
    assert [node.gradient for node in graph.nodes] == ["7", "1", "1"]


@pytest.mark.parametrize(
    "typed", ["w = 0.5, x = 3", "w=.5,x=3", "w = 0,5, x = 3", "w = 5e-1; x = 3"]
)
def test_a_value_may_be_written_in_any_way(show, typed: str) -> None:
    graph = show("autograd", expression="w*x", names=typed)[0]
    assert graph.nodes[-1].value == "1.5"


def test_ink_is_the_sketchs(lab, show, mnist) -> None:
    sketch = mnist.valid.images[5]
    graph = show("autograd", lab("autograd", sketch), expression="ink", names="")[0]
    assert float(graph.nodes[0].value) == pytest.approx(sketch.mean() / 255, abs=1e-4)


@pytest.mark.parametrize(
    ("expression", "names", "sentence"),
    [
        ("w +", NAMES, "can't be read"),
        ("", NAMES, "can't be read"),
        ("w; x", NAMES, "can't be read"),
        ("w = 3", NAMES, "can't be read"),
        ("w if w else x", NAMES, "can't be read"),
        ("w @ x", NAMES, "can't be read"),
        ("w < x", NAMES, "can't be read"),
        ("[w]", NAMES, "can't be read"),
        ("'a' * w", NAMES, "can't be read"),
        ("True * w", NAMES, "can't be read"),
        ("2j * w", NAMES, "can't be read"),
        ("1e999 * w", NAMES, "can't be read"),
        ("w.real", NAMES, "can't be read"),
        ("w[0]", NAMES, "can't be read"),
        ("__import__('os')", NAMES, "can't be read"),
        ("exec(w)", NAMES, "can't be read"),
        ("relu(w, x)", NAMES, "can't be read"),
        ("relu(*w)", NAMES, "can't be read"),
        ("relu(x=w)", NAMES, "can't be read"),
        ("relu()(w)", NAMES, "can't be read"),
        ("lambda: w", NAMES, "can't be read"),
        ("(w := 3)", NAMES, "can't be read"),
        ("w\0", NAMES, "can't be read"),
        ("v * w", NAMES, "v has no value"),
        ("relu", NAMES, "relu has no value"),
        ("1 + 2", NAMES, "no name in it"),
        ("w/(c - 0.5)", NAMES, "“÷” gives no usable number"),
        ("log(b)", NAMES, "“log” gives no usable number"),
        ("log(a - a)", NAMES, "“log” gives no usable number"),
        ("exp(w*w*w)", NAMES, "“exp” gives no usable number"),
        ("exp(w*1000)", NAMES, "“exp” gives no usable number"),
        ("sigmoid(b*1000)", NAMES, "gives no usable number"),
        ("b**c", NAMES, "“**” gives no usable number"),
        ("b**(a + 0)", NAMES, "“**” gives no usable number"),
        ("w**w**w", NAMES, "“**” gives no usable number"),
        ("+".join("w" * 26), NAMES, "too long"),
        ("w" * 81, NAMES, "too long"),
        ("w", "w = three", "“w = three” doesn't give any name a value"),
        ("w", "w 3", "doesn't give any name a value"),
        ("w", "relu = 3", "doesn't give any name a value"),
        ("w", "w = 1,000, x = 2", "“w = 1,000” doesn't give any name a value"),
        ("w", "w = 1e9", "doesn't give any name a value"),
        ("w", "w = __import__('os')", "doesn't give any name a value"),
    ],
)
def test_what_is_no_expression_is_refused_in_a_sentence(
    show, expression: str, names: str, sentence: str
) -> None:
    with pytest.raises(InkgradError, match=re.escape(sentence)):
        show("autograd", expression=expression, names=names)


@given(typed=st.text(max_size=90), names=st.text(max_size=40))
def test_whatever_is_typed_gives_a_graph_or_a_sentence(show, typed: str, names: str) -> None:
    try:
        assert show("autograd", expression=typed, names=names)
    except InkgradError as error:
        assert str(error).endswith((".", ")"))  # noqa: PT017  either is fine


leaf = st.sampled_from(["w", "x", "c", "a", "2", "0.5"])
sound = st.recursive(
    leaf,
    lambda inner: (
        st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda t: f"({t[0]}{t[1]}{t[2]})")
        | st.tuples(st.sampled_from(["relu", "sigmoid", "tanh"]), inner).map(
            lambda t: f"{t[0]}({t[1]})"
        )
    ),
    max_leaves=6,
)


@given(inner=sound)
def test_any_sound_expression_has_torchs_own_slopes(show, inner: str) -> None:
    expression = f"w*{inner}"
    try:
        graph, table, outcome = show("autograd", expression=expression, names=NAMES)
    except InkgradError:
        return
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    names = {"w": 3.0, "x": 1.5, "c": 0.5, "a": 2.0}
    tensors = {
        n: torch.tensor(v, dtype=torch.float64, requires_grad=True) for n, v in names.items()
    }
    functions = {
        "relu": lambda x: torch.relu(torch.as_tensor(x, dtype=torch.float64)),
        "sigmoid": lambda x: torch.sigmoid(torch.as_tensor(x, dtype=torch.float64)),
        "tanh": lambda x: torch.tanh(torch.as_tensor(x, dtype=torch.float64)),
    }
    result = eval(expression, {**functions, **tensors})  # our own text: the oracle
    result.backward()
    assert float(graph.nodes[-1].value) == pytest.approx(result.item(), rel=1e-3, abs=1e-6)
    for name, _, ours, _ in table.rows:
        assert float(ours) == pytest.approx(float(tensors[name].grad), abs=1e-5)
