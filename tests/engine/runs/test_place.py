from pathlib import Path

import pytest

from engine.runs import place
from engine.runs.store import RunStore


def test_runs_are_with_the_users_data_or_where_a_trial_wants_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(place, "_chosen", None)
    assert RunStore().folder.parts[-2:] == ("inkgrad", "runs")
    place.keep_runs_in(tmp_path)
    assert RunStore().folder == tmp_path
