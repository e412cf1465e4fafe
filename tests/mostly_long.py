"""Cases of a test of which some stand for all in `make test`; the long tests take the others."""

from collections.abc import Collection, Iterable
from typing import Any

import pytest


def mostly_long(cases: Iterable[Any], quick: Collection[int]) -> list[Any]:
    """Return the cases for `parametrize`; `quick` are the places of those that stand for all."""
    return [case if place in quick else _long(case) for place, case in enumerate(cases)]


def _long(case: Any) -> Any:
    values = case if isinstance(case, tuple) else (case,)
    return pytest.param(*values, marks=pytest.mark.long)
