"""The commands about data: what a dataset is, and what the cache keeps of it."""

import io
import json
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs
import pytest

from engine.cli.parser import main
from engine.data.drawings import own_folder
from engine.data.own_places import keep
from engine.data.splits import Dataset
from engine.datasets import load_dataset

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what carries out a command and gives its exit code, its words and its errors."""

    def run(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        output = capsys.readouterr()
        return code, output.out, output.err

    return run


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a cache of its own."""
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    return tmp_path / "cache"


@pytest.fixture
def light(mnist: Dataset, tmp_path: Path) -> Path:
    """Return a .npz of 300 digits on light paper, without any to validate on."""
    path = tmp_path / "light.npz"
    np.savez(path, x=255 - mnist.train.images[:300], y=mnist.train.labels[:300])
    return path


def facts(output: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(output)
    return read


def test_data_tells_programs_all_that_is_known(run: Run, light: Path) -> None:
    code, output, _ = run("data", light, "--json")
    told = facts(output)
    assert code == 0
    assert (told["event"], told["name"], told["format"]) == ("data", "light.npz", "arrays")
    assert told["origin"] == str(light)
    assert told["train"] + told["valid"] == 300
    assert sum(counts["train"] for counts in told["classes"].values()) == told["train"]
    assert list(told["classes"]) == list("0123456789")
    assert 25 < told["mean_ink"] < 40
    assert 0 < told["balance"] <= 1
    assert [finding["code"] for finding in told["findings"]] == ["light_paper", "held_out"]
    assert told["findings"][0]["kind"] == "changed"


def test_data_tells_people_in_words(run: Run, light: Path) -> None:
    code, output, _ = run("data", light)
    assert code == 0
    assert output.startswith("light.npz: NumPy's .npz")
    assert "changed    Light paper: all 300 images were inverted" in output


def test_the_first_thirty_of_many_classes_are_listed(run: Run, tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (310, 28, 28), np.uint8)
    np.savez(tmp_path / "many.npz", x=noise, y=np.arange(310) % 31)
    words = run("data", tmp_path / "many.npz")[1]
    assert "  29  " in words
    assert "  30  " not in words
    assert "  … 1 more\n" in words


def test_data_leaves_what_is_to_stay_as_it_is(run: Run, light: Path) -> None:
    told = facts(run("data", light, "--json", "--as-is")[1])
    assert told["mean_ink"] > 200
    assert [finding["code"] for finding in told["findings"]] == ["held_out"]


def test_data_describes_what_comes_with_the_program(run: Run) -> None:
    told = facts(run("data", "mnist_sample", "--json")[1])
    assert (told["format"], told["train"], told["valid"]) == ("bundled", 12_396, 2_038)


def test_data_describes_what_was_drawn(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: tmp_path / "data")
    for place in range(8):
        image = np.zeros((28, 28), np.uint8)
        image[4:24, place] = 255
        keep(own_folder(), image, "ab"[place % 2])
    assert facts(run("data", "my_drawings", "--json")[1])["format"] == "drawings"
    for name in ("my_drawings", "my_drawings+mnist_sample"):
        assert "it contains drawings of yours" in run("data", name)[1]


def test_files_that_were_left_out_are_all_named(run: Run, handful_folder: Path) -> None:
    bad = [handful_folder / f"train/3/bad{n}.png" for n in range(25)]
    for path in bad:
        path.write_bytes(b"no image")
    try:
        told = facts(run("data", handful_folder, "--json")[1])
    finally:
        for path in bad:
            path.unlink()
    assert sorted(told["left_out"]) == sorted(f"train/3/{path.name}" for path in bad)


def test_several_datasets_are_told_and_one_can_be_chosen(
    run: Run, light: Path, tmp_path: Path
) -> None:
    (tmp_path / "place").mkdir()
    for name in ("one.npz", "two.npz"):
        (tmp_path / "place" / name).write_bytes(light.read_bytes())
    code, output, errors = run("data", tmp_path / "place")
    assert (code, output) == (1, "")
    assert "several datasets" in errors
    assert "one.npz, two.npz" in errors
    assert facts(run("data", tmp_path / "place" / "two.npz", "--json")[1])["name"] == "two.npz"


def test_one_of_the_sets_in_an_archive_can_be_chosen(run: Run, light: Path, tmp_path: Path) -> None:
    path = tmp_path / "both.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("a/one.npz", "b/two.npz"):
            archive.write(light, name)
    assert run("data", path)[0] == 1
    told = facts(run("data", path / "b", "--json")[1])
    assert told["name"] == "b"
    assert facts(run("data", path / "a/one.npz", "--json")[1])["train"] == told["train"]
    assert run("data", path / "c")[0] == 1


def test_training_tells_what_was_changed(run: Run, light: Path) -> None:
    code, output, _ = run("train", "--dataset", light, "--epochs", 1, "--json")
    start = facts(io.StringIO(output).readline())
    assert code == 0
    assert [finding["code"] for finding in start["findings"]] == ["light_paper", "held_out"]


def test_the_cache_is_shown_and_emptied(run: Run, light: Path, own_cache: Path) -> None:
    assert facts(run("cache", "--json")[1])["entries"] == []
    run("data", light)
    told = facts(run("cache", "--json")[1])
    assert [(entry["origin"], entry["images"]) for entry in told["entries"]] == [(str(light), 300)]
    assert 0 < told["bytes"] < told["limit_bytes"]
    assert f"used today: {light}" in run("cache")[1]
    (kept,) = (own_cache / "datasets").iterdir()
    os.utime(kept, (time.time() - 86_400,) * 2)
    assert f"used 1 day ago: {light}" in run("cache")[1]
    os.utime(kept, (time.time() + 9 * 86_400,) * 2)  # by a clock that was set back since
    assert f"used today: {light}" in run("cache")[1]
    assert facts(run("cache", "--empty", "--json")[1])["bytes"] == told["bytes"]
    assert not list((own_cache / "datasets").iterdir())


@pytest.mark.parametrize(("name", "form"), [("Mine.NPZ", "npz"), ("mine", "csv"), ("mine", "idx")])
def test_data_is_written_elsewhere(
    run: Run, light: Path, tmp_path: Path, name: str, form: str
) -> None:
    target = tmp_path / name
    switch = [] if form == "npz" else ["--form", form]
    code, output, _ = run("data", light, "--save", target, *switch, "--json")
    assert code == 0
    told = json.loads(output.splitlines()[-1])
    assert told == {"event": "saved", "path": str(target), "form": form}
    assert load_dataset(target).fingerprint == load_dataset(light).fingerprint


@pytest.mark.parametrize(
    "name",
    [
        "my_drawings+" * 1500 + "mnist",
        "my_drawings+my_drawings",
        "my_drawings+my_digits",
        "my_drawings+my_digits+mnist",
    ],
)
def test_drawings_stand_among_others_and_not_among_themselves(run: Run, name: str) -> None:
    for words in (["data", name], ["data", name, "--save", "x.npz"]):
        code, output, error = run(*words)
        assert (code, output) == (1, "")
        assert "doesn't exist" in error
        assert len(error) < 500


def test_what_a_killed_save_left_goes_with_the_next_one(
    run: Run, light: Path, tmp_path: Path
) -> None:
    for name, form in (("o.npz", "folders"), ("o", "csv")):
        file, folder = (tmp_path / f".{name}-0123abc{n}.part" for n in range(2))
        file.write_bytes(b"half")
        folder.mkdir()
        for part in (file, folder):
            os.utime(part, (0, 0))
        assert run("data", light, "--save", tmp_path / name, "--form", form)[0] == 0
        assert not file.exists()
        assert not folder.exists()
