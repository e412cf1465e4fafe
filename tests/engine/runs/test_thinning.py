from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from engine.runs.thinning import is_far, least_missed


def thinned(steps: list[int], most: int) -> list[int]:
    """Keep moments as a recording does: one after the other, never more than so many."""
    kept: list[int] = []
    for step in steps:
        kept.append(step)
        while len(kept) > most:
            kept.pop(least_missed(kept))
    return kept


@given(st.lists(st.integers(0, 10**7), unique=True).map(sorted), st.integers(3, 70))
def test_so_many_are_kept_with_the_first_and_the_last(steps: list[int], most: int) -> None:
    kept = thinned(steps, most)
    assert len(kept) == min(len(steps), most)
    assert set(kept) <= set(steps)
    assert kept == sorted(kept)
    assert kept[:1] == steps[:1]
    assert kept[-1:] == steps[-1:]


def test_moments_that_are_left_of_many_are_spread_and_dense_at_the_beginning() -> None:
    kept = thinned([0, 1, 2, 4, 8, 16, 32, *range(49, 49 * 1000, 49)], 60)
    gaps = [later - earlier for earlier, later in pairwise(kept)]
    assert len(kept) == 60
    assert max(gaps) < 4 * kept[-1] / 60
    assert sum(step < kept[-1] / 4 for step in kept) > 20


@given(st.lists(st.integers(0, 10**6), min_size=3, max_size=80, unique=True).map(sorted))
def test_what_goes_is_neither_end(steps: list[int]) -> None:
    assert 0 < least_missed(steps) < len(steps) - 1


def test_of_a_long_run_ever_fewer_moments_are_new() -> None:
    """Each of them costs, and most would be let go of soon."""
    kept = [0]
    for step in range(49, 49 * 6000, 49):
        if is_far(kept, step, 60):
            kept.append(step)
    assert kept[:40] == list(range(0, 49 * 40, 49))
    assert 30 < sum(step > kept[-1] / 2 for step in kept) < 60
    assert sum(step > kept[-1] * 0.99 for step in kept) == 1
