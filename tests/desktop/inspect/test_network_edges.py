"""Of what a neuron hears, so much is drawn as can be told apart."""

import numpy as np
import pytest

from desktop.inspect.network_edges import Edges, into, out_of, strongest
from engine.analysis.passage import Column


def column(strengths: list[list[float]], place: int = 1) -> Column:
    """Return a column that hears most from the inputs 0, 1, 2, and so on."""
    heard = np.array(strengths, np.float32)
    nought = np.zeros(len(heard), np.float32)
    sources = np.broadcast_to(np.arange(heard.shape[1], dtype=np.int32), heard.shape)
    return Column(place, (len(heard), 9), (), nought, nought, nought, sources, heard)


def listed(edges: Edges) -> list[tuple[int, int, float]]:
    parts = (edges.sources.tolist(), edges.targets.tolist(), edges.shares.tolist())
    return [(source, target, round(share, 3)) for source, target, share in zip(*parts, strict=True)]


def test_the_faintest_come_first_and_what_cannot_be_seen_not_at_all() -> None:
    heard = column([[4.0, -2.0, 0.2, 0.1], [-1.0, 0.04, 0.02, 0.01]])
    assert listed(strongest(heard)) == [(2, 0, 0.05), (0, 1, -0.25), (1, 0, -0.5), (0, 0, 1.0)]
    assert listed(out_of(heard, 0)) == [(0, 1, -0.25), (0, 0, 1.0)]
    assert listed(into(heard, 1)) == [(0, 1, -0.25)]


@pytest.mark.parametrize(("place", "drawn"), [(0, 2), (1, 3)])
def test_of_each_neuron_two_pixels_or_three_others_are_drawn(place: int, drawn: int) -> None:
    assert len(strongest(column([[4.0, 3.0, 2.0, 1.0]], place)).shares) == drawn
    assert len(into(column([[4.0, 3.0, 2.0, 1.0]], place), 0).shares) == 4


def test_of_many_neurons_the_strongest_120_edges_are_drawn() -> None:
    edges = strongest(column([[1.0 + number] for number in range(200)]))
    assert edges.targets.tolist() == list(range(80, 200))


def test_edges_of_a_diverged_network_are_left_out() -> None:
    heard = column([[np.nan, 2.0, np.inf], [1.0, -np.inf, np.nan]])
    assert {(s, t) for s, t, share in listed(strongest(heard)) if abs(share) < 1} == {(0, 1)}
    assert listed(strongest(column([[np.nan], [np.nan]]))) == []
