import errno
import gc
import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

import engine
from engine.errors import RunStoreError
from engine.reports import EpochReport, StepReport
from engine.runs import labelling, recording
from engine.runs import store as store_module
from engine.runs.record import FORMAT, Outcome, RunLabels
from engine.runs.store import RunStore
from engine.words.message import Message
from tests.engine.runs.conftest import Run, follow, no_problem


def listed(store: RunStore) -> list[str]:
    return [run.id for run in store.runs().runs]


def test_a_run_is_there_as_it_was(store: RunStore, few: engine.Dataset) -> None:
    config = engine.TrainConfig(epochs=3, batch_size=32, model="mlp", hidden=(20, 10), seed=7)
    learner = engine.Learner(few, config)
    kept = store.record(learner, "a test", no_problem, source="few", name="my run")
    told = follow(learner, kept)
    kept.end(Outcome.FINISHED)
    kept.wait()
    (run,) = store.runs().runs
    record = run.record
    assert (run.name, run.standing, record.origin) == ("my run", "finished", "a test")
    assert record.config == config
    assert (record.dataset, record.source, record.fingerprint) == (
        "few",
        "few",
        few.fingerprint,
    )
    assert (record.classes, record.batches) == (("3", "7"), 7)
    assert (record.step, record.epoch) == (21, 3)
    epochs = [report for report in told if isinstance(report, EpochReport)]
    assert record.last_epoch == epochs[-1]
    assert record.best_accuracy == max(report.valid_accuracy for report in epochs)
    again = list(store.open(run.id).reports())
    assert [r for r in again if isinstance(r, EpochReport)] == epochs
    losses = [(r.step, r.losses.tolist()) for r in again if isinstance(r, StepReport)]
    assert losses == [(r.step, r.losses.tolist()) for r in told if isinstance(r, StepReport)]


def test_the_oldest_comes_first_and_a_name_of_peoples_goes_before_the_first_one(
    store: RunStore, few: engine.Dataset
) -> None:
    learner = engine.Learner(few, engine.TrainConfig(epochs=1))
    older, newer = (store.record(learner, "a test", no_problem, name=f"Run {n}") for n in (1, 2))
    for kept in (older, newer):
        kept.end(Outcome.STOPPED)
        kept.wait()
    began = "2026-01-01T00:00:00.000+00:00"
    older.folder.write_record(replace(older.folder.record(), started=began))
    os.rename(older.folder.path, store.folder / "zz")  # whatever the folders are called
    store.label("zz", RunLabels("mine"))
    assert [run.name for run in store.runs().runs] == ["mine", "Run 2"]


def test_first_moments_and_epochs_are_models_that_can_be_opened(
    store: RunStore, few: engine.Dataset
) -> None:
    learner = engine.Learner(few, engine.TrainConfig(epochs=2, batch_size=32))
    kept = store.record(learner, "a test", no_problem)
    answers = {0: learner.classifier().predict_batch(few.valid.images)}
    for report in learner.fit():
        kept.add(report)
        answers[learner.step] = learner.classifier().predict_batch(few.valid.images)
    kept.end(Outcome.FINISHED)
    kept.wait()
    folder = kept.folder
    assert folder.steps() == [0, 1, 2, 4, 7, 8, 14]
    for step in folder.steps():
        moment = engine.Classifier.load(folder.weights(step))
        assert (moment.predict_batch(few.valid.images) == answers[step]).all()


def test_never_more_moments_than_sixty(
    store: RunStore, keep: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "MOMENT_EVERY_S", 0.0)
    steps = store.open(keep(epochs=100, batch_size=200)).steps()
    assert len(steps) == 60
    assert (steps[0], steps[-1]) == (0, 100)


def test_of_fast_epochs_the_first_and_the_last_are_kept(
    store: RunStore, keep: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each costs the training half a millisecond."""
    monkeypatch.setattr(recording, "MOMENT_EVERY_S", 1e9)
    monkeypatch.setattr(recording, "EVERY_S", 1e9)
    steps = store.open(keep(epochs=100, batch_size=200)).steps()
    assert steps == [*range(20), 32, 64, 100]


def test_a_run_under_way_is_seen_by_others_and_left_alone(
    store: RunStore, few: engine.Dataset
) -> None:
    learner = engine.Learner(few, engine.TrainConfig(epochs=2, batch_size=32))
    kept = store.record(learner, "a test", no_problem)
    other = RunStore(store.folder)
    id_ = kept.folder.id
    assert other.find(id_).standing == "under way"
    with pytest.raises(RunStoreError, match="in progress"):
        other.delete(id_)
    with pytest.raises(RunStoreError, match="in progress"):
        other.go_on(id_, engine.Learner(few, learner.config), no_problem)
    assert other.make_room(other.runs().runs, most_runs=0) == []
    other.label(id_, RunLabels(name="named by another"))
    follow(learner, kept)
    kept.end(Outcome.FINISHED)
    kept.wait()
    assert (store.find(id_).name, store.find(id_).standing) == ("named by another", "finished")


def test_a_run_without_an_end_was_cut_off(store: RunStore, few: engine.Dataset) -> None:
    learner = engine.Learner(few, engine.TrainConfig(epochs=2, batch_size=32))
    kept = store.record(learner, "a test", no_problem)
    follow(learner, kept, 5)
    kept.hold()
    kept.wait()
    kept._lock.release()  # as the system does where a process ends
    run = store.find(kept.folder.id)
    assert (run.standing, run.record.step, run.can_go_on) == ("cut off", 5, True)


def test_the_oldest_that_nobody_named_goes_first(store: RunStore, keep: Run) -> None:
    ids = [keep(epochs=1, seed=seed) for seed in range(6)]
    store.label(ids[0], RunLabels(keep=True))
    store.label(ids[1], RunLabels(name="mine"))
    assert store.make_room(store.runs().runs, most_runs=6) == []
    assert store.make_room(store.runs().runs, most_runs=4) == [ids[2], ids[3]]
    assert store.make_room(store.runs().runs, most_runs=2) == [ids[4], ids[5]]
    assert store.make_room(store.runs().runs, most_runs=1) == [ids[1]]
    assert store.make_room(store.runs().runs, most_runs=0, most_bytes=0) == []
    assert listed(store) == [ids[0]]


def dated(store: RunStore, id_: str, began: str) -> None:
    folder = store.open(id_)
    folder.write_record(replace(folder.record(), started=f"{began}:00.000+00:00"))


def test_a_clock_that_was_set_back_costs_no_new_run(store: RunStore, keep: Run) -> None:
    old = [keep(epochs=1, seed=seed) for seed in range(2)]
    new = [keep(epochs=1, seed=seed) for seed in (2, 3, 4)]
    for id_, year in zip(new[1:], (1971, 1970), strict=True):
        dated(store, id_, f"{year}-01-01T00:00")
    assert store.make_room(store.runs().runs, most_runs=4, newest=new) == [old[0]]
    assert store.make_room(store.runs().runs, most_runs=2, newest=new) == [old[1], new[0]]
    assert store.make_room(store.runs().runs, most_runs=1, newest=new) == [new[1]]


def test_a_new_run_of_another_window_outlasts_ones_own_older_ones(
    store: RunStore, keep: Run
) -> None:
    mine, last, others = (keep(epochs=1, seed=seed) for seed in range(3))
    for id_, began in ((mine, "2026-11-30T08:00"), (others, "2026-11-30T09:00")):
        dated(store, id_, began)
    dated(store, last, "1970-01-01T00:00")  # the clock stood wrong: it has only just ended
    newest = [mine, last]
    assert store.make_room(store.runs().runs, most_runs=2, newest=newest) == [mine]
    assert store.make_room(store.runs().runs, most_runs=1, newest=newest) == [others]


def test_room_is_counted_in_bytes_too(store: RunStore, keep: Run) -> None:
    ids = [keep(epochs=1, seed=seed) for seed in range(3)]
    size = store.open(ids[0]).size()
    assert store.make_room(store.runs().runs, most_bytes=round(2.5 * size)) == [ids[0]]


@pytest.mark.filterwarnings("error")
def test_a_run_that_another_program_removes_meanwhile_leaves_nothing_open(
    store: RunStore, keep: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = store.open(keep(epochs=1))

    def gone(_: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(os, "lstat", gone)
    with pytest.raises(FileNotFoundError) as raised:
        folder.size()
    del raised  # and with it what the listing of the folder was held by
    gc.collect()


DAMAGE = {
    "cut short": lambda text: text[: len(text) // 2],
    "empty": lambda text: "",
    "another thing": lambda text: "[1, 2]",
    "deep": lambda text: "[" * 100_000,
    "a setting out of range": lambda text: text.replace('"epochs": 1', '"epochs": -1'),
    "a number for a text": lambda text: text.replace('"a test"', "7"),
    "an unknown sentence": lambda text: text.replace('"code": "', '"code": "x'),
    "no such end": lambda text: text.replace('"finished"', '"eaten"'),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_run_is_put_aside_and_told_of_once(
    damage: "type[str]", store: RunStore, keep: Run
) -> None:
    good, bad = keep(epochs=1), keep(epochs=1, seed=1)
    path = store.open(bad).path / "run.json"
    text = path.read_text()
    assert damage(text) != text
    path.write_text(damage(text))
    listing = store.runs()
    assert [run.id for run in listing.runs] == [good]
    assert [message.code for message in listing.said] == ["runs_damaged"]
    assert "1 kept run is damaged" in str(listing.said[0])
    assert (store.folder / f"{bad}.damaged-1" / "run.json").exists()
    assert store.runs().said == ()


def test_each_damaged_run_of_one_name_is_put_aside_and_told_of(store: RunStore, keep: Run) -> None:
    """As when a run was brought back from a copy, and is damaged again."""
    id_ = keep(epochs=1)
    for number in (1, 2):
        run = store.folder / id_
        run.mkdir(exist_ok=True)
        (run / "run.json").write_text("{")
        assert [message.code for message in store.runs().said] == ["runs_damaged"]
        assert (store.folder / f"{id_}.damaged-{number}").is_dir()


def test_a_damaged_run_that_must_stay_is_told_of(
    store: RunStore, keep: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = keep(epochs=1), keep(epochs=1, seed=1)
    (store.folder / bad / "run.json").write_text("{")

    def refuse(_: Path) -> Path:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(store_module, "put_aside", refuse)
    listing = store.runs()
    assert [run.id for run in listing.runs] == [good]
    (said,) = listing.said
    assert "can't be put aside either" in str(said)
    assert bad in str(said)


def test_a_run_that_goes_meanwhile_hinders_no_clearing(store: RunStore, keep: Run) -> None:
    first, second = keep(epochs=1), keep(epochs=1, seed=1)
    runs = store.runs().runs
    store.delete(first)
    assert store.make_room(runs) == []
    assert listed(store) == [second]


def test_a_run_of_a_newer_version_is_left_alone(store: RunStore, keep: Run) -> None:
    good, newer = keep(epochs=1), keep(epochs=1, seed=1)
    path = store.open(newer).path / "run.json"
    facts = json.loads(path.read_text()) | {"format": FORMAT + 1, "config": {"new": 1}}
    path.write_text(json.dumps(facts))
    listing = store.runs()
    assert [run.id for run in listing.runs] == [good]
    assert [message.code for message in listing.said] == ["runs_newer"]
    assert path.exists()


def test_a_newer_store_is_only_read(store: RunStore, few: engine.Dataset, keep: Run) -> None:
    id_ = keep(epochs=1)
    (store.folder / "store.json").write_text(json.dumps({"format": FORMAT + 1}))
    listing = store.runs()
    assert [run.id for run in listing.runs] == [id_]
    assert [message.code for message in listing.said] == ["store_newer"]
    learner = engine.Learner(few, engine.TrainConfig(epochs=1, batch_size=32))
    for refused in (
        lambda: store.record(learner, "a test", no_problem),
        lambda: store.go_on(id_, learner, no_problem),
        lambda: store.delete(id_),
        lambda: store.label(id_, RunLabels(name="x")),
    ):
        with pytest.raises(RunStoreError, match="newer version of Inkgrad"):
            refused()
    half = store.folder / ".new-1"  # of which that version may know more
    half.mkdir()
    os.utime(half, (0, 0))
    assert store.make_room(store.runs().runs, most_runs=0) == []
    assert listed(store) == [id_]
    assert half.exists()


@pytest.mark.parametrize("text", ['{"format": Infinity}', '{"format": NaN}', "[]", "3", "{", ""])
def test_a_damaged_mark_of_the_store_hinders_nothing(store: RunStore, keep: Run, text: str) -> None:
    id_ = keep(epochs=1)
    (store.folder / "store.json").write_text(text)
    assert [run.id for run in store.runs().runs] == [id_]
    assert not store.is_read_only


def test_reports_up_to_a_torn_line_are_read(store: RunStore, keep: Run) -> None:
    folder = store.open(keep(epochs=1))
    all_ = list(folder.reports())
    path = folder.path / "reports.jsonl"
    data = path.read_bytes()
    path.write_bytes(data[:-5])
    assert len(list(folder.reports())) == len(all_) - 1
    path.write_bytes(data + b"\0" * 4096)
    assert len(list(folder.reports())) == len(all_)


def test_two_programs_may_say_different_things_of_a_run(store: RunStore, keep: Run) -> None:
    id_, other = keep(epochs=1), RunStore(store.folder)
    known = RunLabels("mine", shown=True)
    store.label(id_, known, RunLabels())
    other.label(id_, RunLabels("mine", "a note", shown=True), known)
    store.label(id_, RunLabels("better", keep=True, shown=True), known)
    assert store.find(id_).labels == RunLabels("better", "a note", keep=True, shown=True)
    other.label(id_, RunLabels("better"), RunLabels("better", "a note"))
    assert store.find(id_).labels == RunLabels("better", "", keep=True, shown=True)


def test_labels_that_are_damaged_count_as_never_said(store: RunStore, keep: Run) -> None:
    id_ = keep(epochs=1)
    store.label(id_, RunLabels("mine", "a note", keep=True, shown=True))
    assert store.find("mine").labels == RunLabels("mine", "a note", keep=True, shown=True)
    path = store.open(id_).path / "labels.json"
    for text in ("", "{", "[]", '{"name": 7}', '{"keep": "yes"}'):
        path.write_text(text)
        assert store.find(id_).labels == RunLabels()


def test_labels_that_cannot_be_read_now_are_not_written_over(
    store: RunStore, keep: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = keep(epochs=1)
    mine = RunLabels("mine", "a note", keep=True, shown=True)
    store.label(id_, mine)

    def refuse(path: Path, _: int) -> bytes:
        raise PermissionError(errno.EACCES, "in use", str(path))

    with monkeypatch.context() as locked:
        locked.setattr(labelling, "read_whole", refuse)
        with pytest.raises(RunStoreError):
            store.label(id_, RunLabels("another"), mine)
        assert store.runs().runs == ()  # nor is it cleared away as one without a name
    assert store.find(id_).labels == mine


def test_what_a_killed_program_left_half_made_goes_after_a_day(store: RunStore, keep: Run) -> None:
    id_ = keep(epochs=1)
    old, new = store.folder / ".new-1", store.folder / ".gone-2"
    for path in (old, new):
        path.mkdir()
        (path / "weights-00000000.safetensors").write_bytes(b"x")
    os.utime(old, (0, 0))
    part = store.open(id_).path / ".weights-00000049.safetensors-0123abcd.part"
    part.write_bytes(b"x")
    os.utime(part, (0, 0))
    assert listed(store) == [id_]
    store.make_room(store.runs().runs)
    assert (old.exists(), new.exists(), part.exists()) == (False, True, False)


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "getuid") or os.getuid() == 0, reason="root")
def test_a_folder_without_permission(few: engine.Dataset, tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    learner = engine.Learner(few, engine.TrainConfig(epochs=1, batch_size=32))
    with pytest.raises(RunStoreError, match="can't be kept"):
        RunStore(tmp_path / "runs").record(learner, "a test", no_problem)
    tmp_path.chmod(stat.S_IRWXU)


def test_a_place_that_is_no_folder(few: engine.Dataset, tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("")
    store = RunStore(tmp_path / "runs")
    assert store.runs().runs == ()
    learner = engine.Learner(few, engine.TrainConfig(epochs=1, batch_size=32))
    with pytest.raises(RunStoreError, match="can't be kept"):
        store.record(learner, "a test", no_problem)


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "a/b", ".hidden", "none"])
def test_a_name_leads_nowhere_else(name: str, store: RunStore, keep: Run) -> None:
    keep(epochs=1)
    with pytest.raises(RunStoreError):
        store.open(name)


def test_a_disk_that_fills_up_is_told_of_once_and_training_goes_on(
    store: RunStore, few: engine.Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is room again, all that came meanwhile is written."""
    monkeypatch.setattr(recording, "EVERY_S", 0.0)
    told: list[Message] = []
    learner = engine.Learner(few, engine.TrainConfig(epochs=6, batch_size=32))
    kept = store.record(learner, "a test", told.append)
    kept.wait()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _full)
        reports = follow(learner, kept, 20)
        kept.wait()
    assert [str(message) for message in told] == [
        "This run can't be kept: the disk is full. The run goes on."
    ]
    assert store.find(kept.folder.id).record.step == 0
    reports += follow(learner, kept)
    kept.end(Outcome.FINISHED)
    kept.wait()
    assert len(told) == 1
    assert store.find(kept.folder.id).record.step == 42
    assert len(list(kept.folder.reports())) == len(reports)
    assert {1, 2, 4, 7, 8} <= set(kept.folder.steps())


def _full(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_weights_that_are_no_numbers_are_left_out(store: RunStore, few: engine.Dataset) -> None:
    learner = engine.Learner(few, engine.TrainConfig(epochs=1, batch_size=32))
    kept = store.record(learner, "a test", no_problem)
    next(reports := learner.fit())
    reports.close()
    next(learner.model.parameters()).data.fill_(float("nan"))
    kept.end(Outcome.DIVERGED)
    kept.wait()
    assert kept.folder.steps() == [0]
    assert store.find(kept.folder.id).standing == "diverged"


def test_rates_are_noted_with_the_batches_done_by_then(
    store: RunStore, few: engine.Dataset
) -> None:
    learner = engine.Learner(few, engine.TrainConfig(epochs=2, batch_size=32, lr=0.5))
    kept = store.record(learner, "a test", no_problem)
    follow(learner, kept, 3)
    learner.lr = 0.1
    follow(learner, kept)
    kept.end(Outcome.FINISHED)
    kept.wait()
    assert store.find(kept.folder.id).record.rates == ((0, 0.5), (3, 0.1))


def test_a_record_is_written_as_it_is_read(store: RunStore, keep: Run) -> None:
    from engine.runs.record import read_record, record_text

    record = replace(
        store.open(keep()).record(), device_reason=Message("as_chosen", device=Message("cpu"))
    )
    assert read_record(record_text(record)) == record


def test_what_was_learned_is_written_before_two_seconds_have_gone(
    store: RunStore, few: engine.Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(recording.time, "monotonic", lambda: now[0])
    learner = engine.Learner(few, engine.TrainConfig(epochs=9, batch_size=32))
    kept = store.record(learner, "a test", no_problem)
    kept.wait()
    follow(learner, kept, batches=5)
    assert not list(kept.folder.reports())
    now[0] += 1.6
    follow(learner, kept, batches=6)
    kept.wait()
    assert [r.step for r in kept.folder.reports() if isinstance(r, StepReport)] == [
        1,
        2,
        3,
        4,
        5,
        6,
    ]
    assert kept.folder.state()[1]["step"] == 6
    kept.end(Outcome.STOPPED)
    kept.wait()
