"""The commands about kept runs."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import engine
from engine.cli.parser import main
from engine.runs import place
from engine.runs.record import Outcome, RunLabels
from engine.runs.store import RunStore

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what carries out a command and gives its exit code, its words and its errors."""

    def run(*words: object) -> tuple[int, str, str]:
        code = main(["runs", *map(str, words)])
        output = capsys.readouterr()
        return code, output.out, output.err

    return run


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RunStore:
    """Return a store of its own, where the command looks."""
    monkeypatch.setattr(place, "_chosen", tmp_path / "runs")
    return RunStore()


@pytest.fixture
def ids(store: RunStore, mnist_sample: engine.Dataset) -> list[str]:
    """Return two runs that are kept: "slow" and "fast"."""
    ids = []
    for name, lr in (("slow", 0.1), ("fast", 0.5)):
        config = engine.TrainConfig(epochs=1, batch_size=1000, lr=lr)
        learner = engine.Learner(mnist_sample, config)
        recording = store.record(learner, "a test", print)
        for report in learner.fit():
            recording.add(report)
        recording.end(Outcome.FINISHED)
        recording.wait()
        store.label(recording.folder.id, RunLabels(name=name))
        ids.append(recording.folder.id)
    return ids


def told(output: str) -> dict[str, Any]:
    (line,) = output.splitlines()
    facts: dict[str, Any] = json.loads(line)
    return facts


def test_without_runs_it_says_so(run: Run, store: RunStore) -> None:
    code, words, _ = run()
    assert (code, words) == (0, f"{store.folder}: no runs are kept here\n")
    assert told(run("--json")[1])["runs"] == []
    assert told(run("list", "--json")[1])["runs"] == []


def test_runs_are_listed_newest_first_for_people(run: Run, ids: list[str]) -> None:
    lines = run("list")[1].splitlines()
    assert [line.split()[:2] for line in lines] == [[ids[1], "fast"], [ids[0], "slow"]]
    assert "epoch 1 of 1" in lines[0]
    assert lines[0].endswith("finished")
    runs = told(run("--json")[1])["runs"]
    assert [(r["id"], r["name"], r["standing"]) for r in runs] == [
        (ids[0], "slow", "finished"),
        (ids[1], "fast", "finished"),
    ]
    assert 0.4 < runs[0]["accuracy"] <= 1


def test_one_is_shown_by_name_or_id(run: Run, ids: list[str], store: RunStore) -> None:
    store.label(ids[1], RunLabels(name="fast", note="too fast?"))
    for name in ("fast", ids[1]):
        facts = told(run("show", name, "--json")[1])
        assert facts["id"] == ids[1]
        assert facts["config"]["lr"] == 0.5
        assert [epoch["epoch"] for epoch in facts["epochs"]] == [1]
        assert facts["moments"] == [0, 1, 2, 4, 8, 13]
        assert engine.Classifier.load(Path(facts["folder"]) / "weights-00000013.safetensors")
    words = run("show", "fast")[1]
    assert "epoch   1" in words
    assert "too fast?" in words


def test_what_differs_is_compared(run: Run, ids: list[str]) -> None:
    assert told(run("compare", "slow", "fast", "--json")[1])["differences"] == {"lr": [0.1, 0.5]}
    words = run("compare", "slow", "fast")[1]
    assert "lr             0.1   0.5" in words
    listed = told(run("--json")[1])["runs"]
    slow, fast = (facts["accuracy"] for facts in listed)
    drawn = listed[1]["drawn_accuracy"]
    assert f"{fast:.2%} (drawn digits {drawn:.2%})" in run()[1]
    assert f"  accuracy       {slow:.6g}".rstrip() in words
    assert f"{fast:.6g}\n  drawn_accuracy" in words
    assert "  best_epoch     1" in words
    assert "no settings differ" in run("compare", "slow", "slow")[1]


def test_runs_are_deleted_all_or_none(run: Run, ids: list[str], store: RunStore) -> None:
    code, _, error = run("delete", "slow", "nobody")
    assert (code, error) == (
        1,
        "inkgrad: There is no kept run 'nobody': `inkgrad runs` lists them.\n",
    )
    assert len(store.runs().runs) == 2
    assert told(run("delete", "slow", "--json")[1])["runs"] == [ids[0]]
    assert [r.name for r in store.runs().runs] == ["fast"]


def test_an_exported_run_is_a_run_of_another_store(
    run: Run, ids: list[str], tmp_path: Path
) -> None:
    assert run("export", "slow", "fast", tmp_path / "given")[0] == 0
    assert [r.name for r in RunStore(tmp_path / "given").runs().runs] == ["slow", "fast"]


def test_an_earlier_copy_is_replaced_and_nothing_else(
    run: Run, ids: list[str], store: RunStore, tmp_path: Path
) -> None:
    given = tmp_path / "given"
    assert run("export", "slow", given)[0] == 0
    store.label(ids[0], RunLabels(name="slow", note="better than I thought"))
    assert run("export", "slow", "fast", given)[0] == 0
    assert RunStore(given).find("slow").labels.note == "better than I thought"
    assert sorted(path.name for path in given.iterdir()) == sorted(ids)
    shutil.rmtree(given / ids[0])
    (given / ids[0]).mkdir()
    (given / ids[0] / "letter.txt").write_text("no run")
    code, _, error = run("export", "slow", given)
    assert code == 1
    assert "was not copied" in error
    assert [path.name for path in (given / ids[0]).iterdir()] == ["letter.txt"]
    code, _, error = run("export", "slow", store.folder)  # where it is already
    assert code == 1
    assert store.find("slow").record.step
    assert sorted(path.name for path in given.iterdir()) == sorted(ids)


def test_a_name_that_two_have_is_refused(run: Run, ids: list[str], store: RunStore) -> None:
    store.label(ids[0], RunLabels(name="fast"))
    code, _, error = run("show", "fast")
    assert code == 1
    assert "use the id" in error


@pytest.mark.parametrize("task", [("compare",), ("delete",)])
def test_all_kept_runs_are_read_once_however_many_are_named(
    run: Run, ids: list[str], task: tuple[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    readings = []
    read = RunStore.runs
    monkeypatch.setattr(RunStore, "runs", lambda store: (readings.append(store), read(store))[1])
    assert run(*task, *ids)[0] == 0
    assert len(readings) == 1


def test_what_was_exported_is_imported_elsewhere(
    run: Run, store: RunStore, ids: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "given"
    assert run("export", "slow", "fast", given)[0] == 0
    monkeypatch.setattr(place, "_chosen", tmp_path / "elsewhere")
    code, output, _ = run("import", given)
    assert (code, sorted(output.splitlines())) == (0, ["fast: imported", "slow: imported"])
    facts = told(run("import", given, "--json")[1])
    assert (facts["event"], facts["runs"], sorted(facts["known"])) == ("imported", [], sorted(ids))
    code, _, error = run("import", tmp_path / "nowhere")
    assert code == 1
    assert "can't be read" in error
    assert "Traceback" not in error


def test_names_from_elsewhere_command_no_terminal(
    run: Run, store: RunStore, ids: list[str]
) -> None:
    store.label(ids[0], RunLabels(name="\x1b]0;mine\x07\u202eabc", note="a\n\x1b[2Jb"))
    for words in ([], ["show", ids[0]], ["compare", *ids]):
        _, out, _ = run(*words)
        assert out
        assert not set(out) & {"\x1b", "\x07", "\u202e"}


def test_what_stands_in_a_record_commands_no_terminal(
    run: Run, store: RunStore, ids: list[str]
) -> None:
    path = store.folder / ids[0] / "run.json"
    facts = json.loads(path.read_text())
    facts["config"]["device"] = "\x1b]0;mine\x07" + "x" * 9000
    path.write_text(json.dumps(facts | {"dataset": "\x1b[31mred\nnext line"}))
    for words in (["list"], ["show", ids[0]], ["compare", *ids]):
        code, out, _ = run(*words)
        assert code == 0
        assert not set(out) & {"\x1b", "\x07"}
        assert "\nnext line" not in out
        assert max(map(len, out.splitlines())) < 2000


def test_losses_that_are_no_numbers_are_null_to_programs(
    run: Run, store: RunStore, ids: list[str]
) -> None:
    path = store.folder / ids[0] / "reports.jsonl"
    *_, last = path.read_text().splitlines()
    path.write_text(json.dumps(json.loads(last) | {"valid_loss": float("nan")}) + "\n")
    facts = json.loads(run("show", ids[0], "--json")[1], parse_constant=pytest.fail)
    assert [epoch["valid_loss"] for epoch in facts["epochs"]] == [None]


def test_a_run_that_is_named_twice_is_meant_once(
    run: Run, ids: list[str], store: RunStore, tmp_path: Path
) -> None:
    assert told(run("export", "slow", ids[0], tmp_path, "--json")[1])["runs"] == [ids[0]]
    code, out, _ = run("delete", "slow", ids[0], "slow")
    assert (code, out) == (0, "slow: deleted\n")
    assert [r.name for r in store.runs().runs] == ["fast"]
