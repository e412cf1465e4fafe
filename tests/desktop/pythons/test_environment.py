"""Whether the worker can work in another environment: each way in which it can't has a sentence."""

import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.pythons.environment import Verdict, examine, judge, python_in, surroundings
from engine.version import program_version
from tests.environments import environment, script, whole, with_version, without_torch


def code(verdict: Verdict) -> str:
    assert str(verdict.said)
    return verdict.said.code


@pytest.mark.long
def test_the_same_inkgrad_elsewhere_fits(tmp_path: Path) -> None:
    made = whole(tmp_path / "other")
    verdict = examine(python_in(made))  # or its folder, as the worker's tests name it
    assert verdict.fits
    assert code(verdict) in ("python_without_gpu", "python_with_gpu")
    assert str(made) in str(verdict.said)


def test_a_gpu_there_is_named() -> None:
    facts = {"inkgrad": program_version(), "torch": "2.9", "gpu": "RTX 3060", "is_whole": True}
    verdict = judge(Path("/there"), json.dumps(facts).encode())
    assert verdict.fits
    assert "computes on RTX 3060" in str(verdict.said)


@pytest.mark.parametrize(
    ("otherwise", "said"),
    [
        ({"inkgrad": "0.0.9"}, "python_other_version"),
        ({"torch": ""}, "python_incomplete"),
        ({"is_whole": False}, "python_incomplete"),
        ({"gpu": ""}, "python_without_gpu"),
    ],
)
def test_what_it_lacks_decides(otherwise: dict[str, object], said: str) -> None:
    facts = {"inkgrad": program_version(), "torch": "2.9", "gpu": "RTX 3060", "is_whole": True}
    verdict = judge(Path("/there"), json.dumps(facts | otherwise).encode())
    assert (verdict.fits, code(verdict)) == (said == "python_without_gpu", said)


def test_nothing_of_the_folder_at_hand_or_of_pythonpath_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = tmp_path / "hostile"
    hostile.mkdir()
    for name in ("json", "random", "inkgrad_start", "engine", "sitecustomize"):
        (hostile / f"{name}.py").write_text("import os; os._exit(7)\n")
    monkeypatch.chdir(hostile)
    monkeypatch.setenv("PYTHONPATH", str(hostile))
    assert examine(whole(tmp_path / "other")).fits


def test_of_a_list_of_places_only_our_own_are_kept_back(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = os.path.join("tmp", "_MEI1234")
    monkeypatch.setattr(sys, "_MEIPASS", ours, raising=False)
    inside, others = os.path.join(ours, "lib"), os.pathsep.join(("one", "", "another"))
    told = {
        "INKGRAD_A": os.pathsep.join((ours, "one", inside, "another")),
        "INKGRAD_B": os.pathsep.join((ours, "", inside)),
        "INKGRAD_C": others,
        "INKGRAD_D": "",
        "PYTHONHOME": "there",
    }
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    got = surroundings()
    assert got["INKGRAD_A"] == os.pathsep.join(("one", "another"))
    assert (got["INKGRAD_C"], got["INKGRAD_D"]) == (others, "")
    assert not {"INKGRAD_B", "PYTHONHOME"} & got.keys()


def test_an_environment_without_inkgrad(tmp_path: Path) -> None:
    verdict = examine(environment(tmp_path / "empty"))
    assert (verdict.fits, code(verdict)) == (False, "python_without_inkgrad")
    assert "pipx install" in str(verdict.said)


@pytest.mark.long
def test_another_version(tmp_path: Path) -> None:
    verdict = examine(with_version(tmp_path / "old", "0.0.9"))
    assert (verdict.fits, code(verdict)) == (False, "python_other_version")
    assert "0.0.9" in str(verdict.said)


def test_one_without_torch(tmp_path: Path) -> None:
    verdict = examine(without_torch(tmp_path / "bare"))
    assert (verdict.fits, code(verdict)) == (False, "python_incomplete")
    assert "torch" in str(verdict.said)


@pytest.mark.parametrize(
    "lines",
    [
        ["exit 1"],
        [],
        ["echo hello"],
        ["echo '[1]'"],
        ['echo \'{"inkgrad": {"a": 1}}\''],
        ["kill $$"],
    ],
)
def test_what_is_no_python(tmp_path: Path, lines: list[str]) -> None:
    verdict = examine(script(tmp_path / "python", *lines))
    assert (verdict.fits, code(verdict)) == (False, "python_does_not_run")


def test_a_file_that_cannot_be_run(tmp_path: Path) -> None:
    path = tmp_path / "python"
    path.write_text("no program")
    assert code(examine(path)) == "python_does_not_run"


@pytest.mark.parametrize("path", ["", "relative/python", "/nowhere/at/all"])
def test_what_is_not_there(path: str) -> None:
    assert code(examine(Path(path))) == "python_not_there"


def test_a_folder_that_is_no_environment(tmp_path: Path) -> None:
    assert code(examine(tmp_path)) == "python_not_there"


def test_one_that_never_answers(tmp_path: Path) -> None:
    verdict = examine(script(tmp_path / "python", "exec sleep 600"), patience_s=0.2)
    assert (verdict.fits, code(verdict)) == (False, "python_too_slow")


@given(
    st.binary(max_size=300)
    | st.recursive(st.text() | st.booleans(), st.lists).map(
        lambda value: json.dumps({"inkgrad": program_version(), "torch": value}).encode()
    )
)
def test_no_answer_breaks_the_judge_or_fits_by_chance(answer: bytes) -> None:
    verdict = judge(Path("/there"), answer)
    assert not verdict.fits
    assert str(verdict.said)
