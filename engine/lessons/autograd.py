"""A small expression as autograd sees it: a graph, worked out, then differentiated backward."""

from collections.abc import Iterator

from engine.lessons.controls import Control, Entry, Values
from engine.lessons.expressions import (
    Part,
    differentiate,
    read_expression,
    read_values,
    torch_gradients,
)
from engine.lessons.figures import Figure, Graph, Node, Outcome, Table
from engine.lessons.lab import Lab

CONTROLS: tuple[Control, ...] = (
    Entry("expression", "(sigmoid(w*ink + b) - y)**2"),
    Entry("names", "w = 12, b = -1, y = 1"),
)
_NEAR = 1e-9


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Draw the graph with values and gradients, and ask torch for the gradients as well."""
    parts = parts_of(lab, values)
    differentiate(parts)
    by_torch = torch_gradients(parts)
    yield Graph(tuple(_node(lab, part) for part in parts)), *_compare(lab, parts, by_torch)


def parts_of(lab: Lab, values: Values) -> list[Part]:
    """Return the parts of what was typed. Raises InkgradError."""
    known = {"ink": round(float(lab.sketch.mean()) / 255, 4)}
    known |= read_values(lab, str(values["names"]))
    return read_expression(lab, str(values["expression"]), known)


def _node(lab: Lab, part: Part) -> Node:
    is_number = not part.operation and not part.is_named
    return Node(
        "" if is_number else part.name,
        lab.number(part.value, ".4g"),
        "" if is_number else lab.number(part.gradient, ".4g"),
        part.inputs,
    )


def _compare(lab: Lab, parts: list[Part], by_torch: dict[str, float]) -> Iterator[Figure]:
    named = [part for part in parts if part.is_named]
    if not named:
        raise lab.refusal("no_names")
    columns = tuple(lab.word(f"column_{name}") for name in ("name", "value", "ours", "torch"))
    rows = tuple(
        (
            p.name,
            lab.number(p.value, "g"),
            lab.number(p.gradient, ".6f"),
            lab.number(by_torch[p.name], ".6f"),
        )
        for p in named
    )
    yield Table(columns, rows)
    same = all(
        abs(part.gradient - by_torch[part.name]) <= _NEAR * max(1, abs(part.gradient))
        for part in named
    )
    yield Outcome(
        lab.word(
            "outcome" if len(parts) > 1 else "outcome_one", count=len(parts), names=len(named)
        ),
        same,
    )
