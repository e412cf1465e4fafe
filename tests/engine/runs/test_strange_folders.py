"""Folders of runs in which something else lies where a run's files should: nothing waits for it."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import engine
from engine.errors import RunStoreError
from engine.runs.exporting import copy_out
from engine.runs.importing import take_in
from engine.runs.record import RunLabels
from engine.runs.store import RunStore
from tests.ordinary_user import needs_permissions, unreadable

Run = Callable[..., str]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="has no named pipes")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir()


def circle(path: Path) -> None:
    path.symlink_to(path)


STRANGERS = [pipe, folder, circle]


def put(stranger: Callable[[Path], None], path: Path) -> None:
    path.unlink(missing_ok=True)
    stranger(path)


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_run_without_a_record_that_can_be_read_is_put_aside(
    stranger: Callable[[Path], None], store: RunStore, keep: Run
) -> None:
    put(stranger, store.open(id_ := keep(epochs=1)).path / "run.json")
    listing = store.runs()
    assert (listing.runs, [said.code for said in listing.said]) == ((), ["runs_damaged"])
    assert (store.folder / f"{id_}.damaged-1").is_dir()


@pytest.mark.parametrize("stranger", STRANGERS)
def test_what_stands_in_place_of_the_rest_hinders_nothing(
    stranger: Callable[[Path], None], store: RunStore, keep: Run, few: engine.Dataset
) -> None:
    run = store.open(id_ := keep(epochs=1))
    for name in ("labels.json", "reports.jsonl"):
        put(stranger, run.path / name)
    put(stranger, store.folder / "store.json")
    (listed,) = store.runs().runs
    assert (listed.id, listed.labels) == (id_, RunLabels())
    assert list(run.reports()) == []
    put(stranger, run.path / "state.safetensors")
    learner = engine.Learner(few, engine.TrainConfig(epochs=1, batch_size=32))
    with pytest.raises(engine.InkgradError):
        store.go_on(id_, learner, print)


def test_a_link_in_a_circle_beside_the_runs_hides_none(
    store: RunStore, keep: Run, tmp_path: Path
) -> None:
    id_ = keep(epochs=1)
    circle(store.folder / "circle")
    circle(store.folder / ".new-circle")
    assert [run.id for run in store.runs().runs] == [id_]
    store.clear_remains()
    shutil.copytree(store.open(id_).path, (stick := tmp_path / "stick") / id_)
    circle(stick / "circle")
    assert take_in(RunStore(tmp_path / "elsewhere"), stick) == ([id_], [])


@pytest.mark.parametrize("name", ["{} (copy)", "{}.old", "my runs", "läuft"])
def test_a_folder_of_another_name_is_no_run_and_hinders_nothing(
    name: str, store: RunStore, keep: Run
) -> None:
    id_ = keep(epochs=1)
    copy = store.folder / name.format(id_)
    shutil.copytree(store.folder / id_, copy)
    listing = store.runs()
    assert ([run.id for run in listing.runs], listing.said) == ([id_], ())
    assert store.make_room(listing.runs) == []
    (copy / "run.json").write_text("{")
    assert store.runs().said == ()
    assert copy.is_dir()


@pytest.mark.parametrize(
    "facts",
    [
        {"rates": []},
        {"rates": [[10**6, 0.1]]},
        {"rates": [[0, float("inf")]]},
        {"last_loss": 1e300},
        {"seconds": float("nan")},
        {"step": 10**400},
        {"best_accuracy": 7},
        {"dataset": "d" * 10_001},
        {"config": {"device": "d" * 10_001}},
        {"versions": {"inkgrad": "d" * 10_001}},
    ],
    ids=lambda facts: str(facts)[:30],
)
def test_numbers_that_no_run_comes_to_are_damage(
    facts: dict[str, Any], store: RunStore, keep: Run
) -> None:
    path = store.open(keep(epochs=1)).path / "run.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | facts))
    assert [message.code for message in store.runs().said] == ["runs_damaged"]


@pytest.mark.parametrize(
    "change", [{"losses": [1e300]}, {"seconds": float("inf")}, {"step": 10**400}], ids=str
)
def test_reports_end_before_such_numbers(
    change: dict[str, Any], store: RunStore, keep: Run
) -> None:
    run = store.open(keep(epochs=1))
    path = run.path / "reports.jsonl"
    first, second, *_ = path.read_text().splitlines()
    path.write_text(f"{first}\n{json.dumps(json.loads(second) | change)}\n{second}\n")
    assert len(list(run.reports())) == 1


def test_an_epochs_loss_is_none_beyond_what_a_loss_can_be(store: RunStore, keep: Run) -> None:
    run = store.open(keep(epochs=1))
    path = run.path / "reports.jsonl"
    (epoch,) = [line for line in path.read_text().splitlines() if "valid_loss" in line]
    for loss, count in ((0.5, 1), (float("inf"), 1), (1e308, 0), (-1e308, 0)):
        path.write_text(json.dumps(json.loads(epoch) | {"valid_loss": loss}) + "\n")
        assert len(list(run.reports())) == count


def test_a_line_longer_than_any_report_ends_them_unread(store: RunStore, keep: Run) -> None:
    run = store.open(keep(epochs=1))
    path = run.path / "reports.jsonl"
    first = path.read_text().splitlines()[0]
    losses = ",".join(["0.5"] * 2_000_000)
    long = json.dumps(json.loads(first) | {"losses": [7]}).replace("[7]", f"[{losses}]")
    path.write_text(f"{first}\n{long}\n{first}\n")
    assert len(list(run.reports())) == 1


def test_only_what_belongs_to_a_run_is_exported(store: RunStore, keep: Run, tmp_path: Path) -> None:
    id_ = keep(epochs=1)
    own = store.open(id_).files()
    pipe(store.folder / id_ / "pipe")
    (store.folder / id_ / "everything").symlink_to("/")
    for _ in range(2):  # a copy of an earlier time is replaced
        copy_out(store, store.runs().runs, tmp_path / "stick")
        assert os.listdir(tmp_path / "stick") == [id_]
        assert sorted(os.listdir(tmp_path / "stick" / id_)) == sorted(own)


def letter(place: Path) -> None:
    (place / "notes.txt").write_text("mine")


def named_as_its_own(place: Path) -> None:
    (place / "labels.json").unlink(missing_ok=True)
    (place / "labels.json").mkdir()


def link_of_ones_own(place: Path) -> None:
    (place / "weights-99999999.safetensors").symlink_to(place / "run.json")


@pytest.mark.parametrize("stranger", [letter, named_as_its_own, link_of_ones_own])
def test_a_copy_beside_which_something_else_lies_is_not_replaced(
    stranger: Callable[[Path], None], store: RunStore, keep: Run, tmp_path: Path
) -> None:
    first, second = keep(epochs=1), keep(epochs=1, seed=1)
    stick = tmp_path / "stick"
    copy_out(store, store.find_all([second]), stick)
    stranger(stick / second)
    before = sorted(os.listdir(stick / second))
    with pytest.raises(RunStoreError, match=r"was not copied.*is not empty"):
        copy_out(store, store.find_all([first, second]), stick)
    assert sorted(os.listdir(stick / second)) == before
    assert os.listdir(stick) == [second]  # none was, before all could be


def test_a_copy_takes_the_place_of_a_link_and_of_old_remains(
    store: RunStore, keep: Run, tmp_path: Path
) -> None:
    id_ = keep(epochs=1)
    stick = tmp_path / "stick"
    copy_out(store, store.runs().runs, stick)
    os.rename(stick / id_, stick / "real")
    (stick / id_).symlink_to("real")
    old = stick / f".{id_}-01234567.part"
    old.symlink_to("real")
    os.utime(old, (0, 0), follow_symlinks=False)
    copy_out(store, store.runs().runs, stick)
    assert sorted(os.listdir(stick)) == sorted([id_, "real"])
    assert not (stick / id_).is_symlink()
    assert (stick / "real" / "run.json").exists()


def test_a_name_of_millions_is_cut(store: RunStore, keep: Run) -> None:
    id_ = keep(epochs=1)
    store.label(id_, RunLabels("n" * 3_000_000, "a" * 900_000, keep=True))
    (run,) = store.runs().runs
    assert (len(run.name), len(run.labels.note), run.labels.keep) == (10_000, 10_000, True)


@needs_permissions
@pytest.mark.parametrize("what", ["", "run.json"])
def test_runs_that_may_not_be_read_are_told_of_and_stay(
    what: str, store: RunStore, keep: Run
) -> None:
    """To say that there are none would be wrong."""
    id_ = keep(epochs=1)
    place = store.folder / id_ / what if what else store.folder
    with unreadable(place):
        (said,) = store.runs().said
    assert str(said).startswith(str(store.folder))
    assert "can't be read (permission denied)" in str(said)
    assert [run.id for run in store.runs().runs] == [id_]


@needs_permissions
def test_runs_that_may_only_be_read_are_listed(store: RunStore, keep: Run) -> None:
    id_ = keep(epochs=1)
    (store.folder / id_ / "lock").chmod(0o444)
    (store.folder / id_).chmod(0o755)
    (aside := store.folder / "aside.txt").touch()
    with unreadable(aside):
        (run,) = store.runs().runs
    assert (run.id, run.standing) == (id_, "finished")
