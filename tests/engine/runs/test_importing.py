"""Runs from another computer: whole or not at all, and nothing of them is believed unread."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import engine
from engine.errors import RunStoreError
from engine.runs.importing import take_in
from engine.runs.record import RunLabels
from engine.runs.store import RunStore
from tests.engine.runs.conftest import follow, no_problem

Run = Callable[..., str]


@pytest.fixture
def exported(store: RunStore, keep: Run, tmp_path: Path) -> Path:
    """Return a folder with two runs of another computer, whose store is empty by now."""
    place = tmp_path / "stick"
    for name in ("slow", "fast"):
        id_ = keep(epochs=2, seed=len(name))
        store.label(id_, RunLabels(name, "a note"))
    shutil.copytree(store.folder, place, ignore=shutil.ignore_patterns("lock", "store.json"))
    for run in store.runs().runs:
        store.delete(run.id)
    return place


def names(store: RunStore) -> list[str]:
    return sorted(run.name for run in store.runs().runs)


def left(store: RunStore) -> list[str]:
    return sorted(os.listdir(store.folder))


def test_all_of_them_come_in_as_they_were(store: RunStore, exported: Path) -> None:
    taken, known = take_in(store, exported)
    assert (sorted(taken), known) == (sorted(os.listdir(exported)), [])
    assert names(store) == ["fast", "slow"]
    for id_ in taken:
        for name in os.listdir(exported / id_):
            assert (store.folder / id_ / name).read_bytes() == (exported / id_ / name).read_bytes()
    assert store.find("fast").labels.note == "a note"


def test_one_of_them_and_none_twice(store: RunStore, exported: Path) -> None:
    first, second = sorted(os.listdir(exported))
    assert take_in(store, exported / first) == ([first], [])
    store.label(first, RunLabels("mine"))
    assert take_in(store, exported) == ([second], [first])
    assert store.find(first).name == "mine"


def test_one_that_was_cut_off_goes_on_here(
    store: RunStore, few: engine.Dataset, tmp_path: Path
) -> None:
    learner = engine.Learner(few, engine.TrainConfig(epochs=3, batch_size=50))
    recording = store.record(learner, "a test", no_problem)
    follow(learner, recording, batches=6)
    recording.hold()
    recording.wait()
    place = tmp_path / "stick"
    shutil.copytree(recording.folder.path, place / recording.folder.id)
    (place / recording.folder.id / "lock").unlink()
    elsewhere = RunStore(tmp_path / "elsewhere")
    (id_,), _ = take_in(elsewhere, place)
    again = engine.Learner(few, learner.config)
    going_on = elsewhere.go_on(id_, again, no_problem)
    assert again.step == 6
    follow(again, going_on)
    follow(learner, recording)
    same = zip(again.model.parameters(), learner.model.parameters(), strict=True)
    assert all(a.equal(b) for a, b in same)


def test_a_folder_without_runs_is_refused(store: RunStore, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for place, words in (("empty", "no runs are there"), ("nowhere", "can't be read")):
        with pytest.raises(RunStoreError, match=words):
            take_in(store, tmp_path / place)
    with pytest.raises(RunStoreError, match="can't be read"):
        take_in(store, tmp_path / "a\0b")


def spoil_record(run: Path) -> None:
    facts = json.loads((run / "run.json").read_text())
    facts["config"]["lr"] = "quick"
    (run / "run.json").write_text(json.dumps(facts))


def spoil(**facts: object) -> Callable[[Path], object]:
    """Return what gives a run's record other values."""

    def write(run: Path) -> None:
        known = json.loads((run / "run.json").read_text())
        (run / "run.json").write_text(json.dumps(known | facts))

    return write


def link_labels(run: Path) -> None:
    """Have what people say of it lie elsewhere, where more may stand than of runs."""
    elsewhere = run.parent.parent / "labels.json"
    os.rename(run / "labels.json", elsewhere)
    os.symlink(elsewhere, run / "labels.json")


def swap_model(run: Path) -> None:
    (last,) = sorted(run.glob("weights-*"))[-1:]
    classifier = engine.Classifier.starter("mnist_sample")
    classifier.save(last)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (spoil_record, "damaged"),
        (spoil(format=99), "newer version"),
        *((spoil(format=nonsense), "damaged") for nonsense in (1.0, "1", 0, -1, True, None)),
        (spoil(classes="37"), "damaged"),
        (spoil(classes={"3": 1, "7": 2}), "damaged"),
        (link_labels, "damaged"),
        (swap_model, "damaged"),
        (lambda run: (run / "state.safetensors").write_bytes(b"x" * 99), "damaged"),
        (lambda run: (run / "weights-00000001.safetensors").write_bytes(b""), "isn't a run"),
        (lambda run: os.truncate(run / "reports.jsonl", (256 << 20) + 1), "damaged"),
        (
            lambda run: [(run / f"weights-{n:08}.safetensors").touch() for n in range(200)],
            "damaged",
        ),
        (lambda run: [(run / "labels.json").unlink(), os.mkfifo(run / "labels.json")], "refused"),
        (lambda run: [(run / "labels.json").unlink(), (run / "labels.json").mkdir()], "refused"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="has no named pipes")
def test_one_that_is_spoilt_keeps_all_out(
    store: RunStore, exported: Path, damage: Callable[[Path], object], words: str
) -> None:
    _, last = sorted(os.listdir(exported))
    damage(exported / last)
    with pytest.raises(RunStoreError, match=f"The run {last} was not imported.*{words}"):
        take_in(store, exported)
    assert names(store) == []
    assert left(store) == ["store.json"]


def test_what_doesnt_belong_to_a_run_stays_out(store: RunStore, exported: Path) -> None:
    first, _ = sorted(os.listdir(exported))
    (exported / first / "lock").touch()
    (exported / first / "autorun.inf").write_text("boo")
    (exported / "..run").mkdir()
    take_in(store, exported)
    assert not {"lock", "autorun.inf"} & set(os.listdir(store.folder / first))


def test_a_store_of_a_newer_version_stays_as_it_is(store: RunStore, exported: Path) -> None:
    (store.folder / "store.json").write_text('{"format": 99}')
    with pytest.raises(RunStoreError, match="newer"):
        take_in(store, exported)
    assert left(store) == ["store.json"]


def test_where_the_second_cannot_appear_the_first_goes_again(
    store: RunStore, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move, moved = os.rename, []

    def rename(source: Path, target: Path) -> None:
        if moved:
            raise PermissionError(13, "Permission denied")
        moved.append(target)
        move(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", rename)
        with pytest.raises(RunStoreError, match="was not imported, nor was any other"):
            take_in(store, exported)
    assert len(moved) == 1
    assert store.runs().runs == ()
    assert left(store) == ["store.json"]


def test_a_store_that_cannot_be_made_is_one_sentence(exported: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    first, _ = sorted(os.listdir(exported))
    with pytest.raises(RunStoreError, match=f"The run {first} was not imported.*not a folder"):
        take_in(RunStore(tmp_path / "file" / "runs"), exported)


@pytest.mark.skipif(os.name == "nt", reason="links need a permission there")
def test_links_that_lead_in_a_circle_are_one_sentence(store: RunStore, tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(RunStoreError, match="can't be read: a link leads back to itself"):
        take_in(store, tmp_path / "a")


def test_another_import_of_the_same_run_is_not_disturbed(store: RunStore, exported: Path) -> None:
    first, _ = sorted(os.listdir(exported))
    half = store.folder / f".new-{first}"
    half.mkdir()
    (half / "run.json").write_text("half")
    assert len(take_in(store, exported)[0]) == 2
    assert (half / "run.json").read_text() == "half"


def test_a_run_within_a_run_of_its_name_is_taken_once(store: RunStore, exported: Path) -> None:
    first, _ = sorted(os.listdir(exported))
    shutil.copytree(exported / first, exported / first / first)
    assert take_in(store, exported / first) == ([first], [])
    assert left(store) == sorted([first, "store.json"])
