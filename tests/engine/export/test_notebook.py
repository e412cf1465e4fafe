"""The notebook really runs, without the engine, and gives the run's numbers."""

import ast
import json
import math
import re
import runpy
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from engine.augment import augment
from engine.config import TrainConfig
from engine.data.drawings import own_folder
from engine.data.own_places import keep
from engine.data.splits import Dataset
from engine.data.writing import save_as_folders
from engine.datasets import load_dataset
from engine.errors import DataError
from engine.export.notebook import as_ipynb, as_script, training_cells
from engine.export.notebook_cells import augmentation
from engine.learner import Learner
from engine.options import Limits
from engine.reports import EpochReport
from tests.mostly_long import mostly_long

_PRINTED = re.compile(r"epoch (\d+): loss (\S+), validation loss (\S+), accuracy (\S+)")
_NO_ENGINE = "import sys\nassert not {'engine', 'desktop', 'assets'} & sys.modules.keys()\n"


@pytest.mark.long
@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(
            {"model": "linear", "lr": 0.5, "schedule": "one_cycle", "loss": "cross_entropy"},
            marks=pytest.mark.long,
        ),
        {"model": "simple_net", "epochs": 3, "momentum": 0.9, "weight_decay": 0.01, "seed": 7},
        pytest.param(
            {"model": "mlp", "hidden": (40, 20), "activation": "tanh", "bias": False, "lr": 0.3},
            marks=pytest.mark.long,
        ),
        pytest.param(
            {"model": "convnet", "epochs": 1, "batch_size": 100, "augment": "gentle"},
            marks=pytest.mark.long,
        ),
    ],
    ids=lambda settings: settings["model"],
)
def test_a_script_of_its_own_gives_the_runs_numbers(
    mnist_sample: Dataset, few: Dataset, few_folder: Path, tmp_path: Path, settings: dict[str, Any]
) -> None:
    slow = settings["model"] == "convnet"
    dataset, name = (few, str(few_folder)) if slow else (mnist_sample, "mnist_sample")
    config = TrainConfig(**{"epochs": 2, **settings})
    script = tmp_path / "experiment.py"
    script.write_text(as_script(training_cells(config, name)) + _NO_ENGINE, "utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error", str(script)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=250,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    counted = f"{len(dataset.train)} training images, {len(dataset.valid)} validation images"
    assert done.stdout.startswith(f"{counted}, ['3', '7']")
    compare(printed(done.stdout), dataset, config)


@pytest.mark.parametrize(
    "settings",
    mostly_long(
        [
            {"zero_grad": False},
            {"init": "zeros"},
            {"init": "large", "momentum": 0.5},
            {"loss": "accuracy"},
            {"loss": "cross_entropy", "weight_decay": 0.1},
            {"model": "mlp", "activation": "sigmoid", "schedule": "one_cycle", "momentum": 0.9},
            {"model": "mlp", "activation": "none", "hidden": (10, 10, 10), "augment": "gentle"},
            {"model": "convnet", "bias": False, "activation": "tanh", "batch_size": 100},
        ],
        {2, 5},
    ),
    ids=str,
)
def test_every_setting_does_in_the_notebook_what_it_does_in_the_program(
    few: Dataset,
    few_folder: Path,
    settings: dict[str, Any],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    config = TrainConfig(**{"epochs": 2, **settings})
    compare(run(as_script(training_cells(config, str(few_folder))), tmp_path, capsys), few, config)


@pytest.mark.parametrize("loss", mostly_long(["auto", "mnist_loss", "accuracy"], {0}))
def test_ten_digits(
    mnist: Dataset, loss: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    config = TrainConfig(epochs=1, batch_size=2000, lr=0.5, loss=loss)
    compare(run(as_script(training_cells(config, "mnist")), tmp_path, capsys), mnist, config)


@pytest.mark.parametrize("name", mostly_long(["pens", "mnist+pens"], {0}))
def test_pen_strokes(name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    config = TrainConfig(epochs=1, batch_size=500, lr=0.5)
    script = as_script(training_cells(config, name))
    compare(run(script, tmp_path, capsys), load_dataset(name), config)


@pytest.mark.long
def test_an_archive_and_a_set_without_validation(
    few: Dataset, few_folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    config = TrainConfig(epochs=1)
    for kind in ("zip", "gztar"):
        archive = shutil.make_archive(
            str(tmp_path / kind), kind, few_folder.parent, few_folder.name
        )
        compare(run(as_script(training_cells(config, archive)), tmp_path, capsys), few, config)
    alone = as_script(training_cells(config, str(few_folder / "valid")))
    assert "every fifth image is held out" in alone
    assert len(run(alone, tmp_path, capsys)) == 1


def test_idx_files_of_some_other_digits(
    mnist: Dataset, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "idx"
    folder.mkdir()
    for name, split in (("train", mnist.train), ("t10k", mnist.valid)):
        even = np.flatnonzero(split.labels % 2 == 0)[:600]
        write_idx(folder / f"{name}-images-idx3-ubyte", split.images[even])
        write_idx(folder / f"{name}-labels-idx1-ubyte", split.labels[even].astype(np.uint8))
    config = TrainConfig(epochs=2)
    dataset = load_dataset(folder)
    assert dataset.classes == ("0", "2", "4", "6", "8")
    compare(run(as_script(training_cells(config, str(folder))), tmp_path, capsys), dataset, config)


@pytest.mark.parametrize(
    "name", mostly_long(["my_digits", "my_digits+mnist", "my_drawings", "my_drawings+mnist"], {3})
)
def test_ones_own_drawings(
    mnist: Dataset,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    for image, label in zip(mnist.train.images[:30], mnist.train.labels[:30], strict=True):
        awkward = name.startswith("my_drawings") and label < 4
        keep(own_folder(), image, ("☺", "A", "a", "7/")[label] if awkward else str(label))
    config = TrainConfig(epochs=1, batch_size=1000)
    script = as_script(training_cells(config, name))
    compare(run(script, tmp_path, capsys), load_dataset(name), config)


def test_nothing_stands_there_without_use() -> None:
    plain = as_script(training_cells(TrainConfig(), "mnist_sample"))
    for word in ("augment", "velocit", "one_cycle", "step =", "Image", "F.", "math", "tempfile"):
        assert word not in plain, word
    assert "model.zero_grad()  #" in plain
    assert "left out on purpose" in as_script(
        training_cells(TrainConfig(zero_grad=False), "mnist_sample")
    )


@pytest.mark.parametrize("limits", [Limits(bend_px=1.5), Limits(turn_degrees=9, thickness=0.5)])
def test_any_augmentation_is_written_whole(limits: Limits) -> None:
    names = {"torch": torch, "F": F, "Tensor": torch.Tensor, "math": math, "dataclass": dataclass}
    exec(augmentation(limits), names)
    images = torch.rand(5, 784, generator=torch.Generator().manual_seed(1))
    written: Any = names["augment"]
    theirs = written(images, torch.Generator().manual_seed(2), names["LIMITS"])
    assert torch.equal(theirs, augment(images, torch.Generator().manual_seed(2), limits))


def test_the_notebook_is_sound_and_says_the_same() -> None:
    config = TrainConfig(augment="gentle")
    book = json.loads(as_ipynb(training_cells(config, "mnist_sample")))
    assert (book["nbformat"], book["nbformat_minor"]) == (4, 5)
    assert book["metadata"]["kernelspec"]["name"] == "python3"
    ids = [cell["id"] for cell in book["cells"]]
    assert len(set(ids)) == len(ids)
    for cell in book["cells"]:
        needed = {"cell_type", "id", "metadata", "source"}
        if cell["cell_type"] == "code":
            assert set(cell) == needed | {"execution_count", "outputs"}
            ast.parse("".join(cell["source"]))
        else:
            assert cell["cell_type"] == "markdown"
            assert set(cell) == needed
        assert all(line.endswith("\n") for line in cell["source"][:-1])
    script = as_script(training_cells(config, "mnist_sample"))
    code = ["".join(c["source"]) for c in book["cells"] if c["cell_type"] == "code"]
    assert ast.dump(ast.parse("\n".join(code))) == ast.dump(ast.parse(script))


def test_a_hostile_path_stays_a_text(tmp_path: Path, handful: Dataset) -> None:
    folder = tmp_path / 'a\'); print("no") #\n# %%\nimport os'
    save_as_folders(handful, folder)
    tree = ast.parse(as_script(training_cells(TrainConfig(), str(folder))))
    assert not any(isinstance(n, ast.Import) and n.names[0].name == "os" for n in ast.walk(tree))


def test_a_set_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="doesn't exist"):
        as_script(training_cells(TrainConfig(), str(tmp_path / "nowhere")))
    (tmp_path / "a.txt").write_text("a")
    with pytest.raises(DataError, match="is not a dataset"):
        as_script(training_cells(TrainConfig(), str(tmp_path / "a.txt")))


@pytest.fixture(scope="module")
def few_folder(few: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with 2,000 + 500 threes and sevens, numbered in their order."""
    folder = tmp_path_factory.mktemp("few") / "few"
    save_as_folders(few, folder)
    return folder


def run(script: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> list[list[float]]:
    """Run a script in this process, and return the numbers that it printed."""
    path = folder / "experiment.py"
    path.write_text(script, "utf-8")
    capsys.readouterr()
    with torch.random.fork_rng():
        runpy.run_path(str(path))
    return printed(capsys.readouterr().out)


def printed(text: str) -> list[list[float]]:
    return [[float(number) for number in line] for line in _PRINTED.findall(text)]


def compare(told: list[list[float]], dataset: Dataset, config: TrainConfig) -> None:
    """Meet the numbers of autograd closely, and the faster ones that people see."""
    for fast, near in ((False, 2e-3), (True, 1.5e-2)):
        reports = [r for r in Learner(dataset, config, fast).fit() if isinstance(r, EpochReport)]
        assert len(told) == len(reports) == config.epochs
        for numbers, report in zip(told, reports, strict=True):
            told_of = [report.epoch, report.train_loss, report.valid_loss, report.valid_accuracy]
            assert numbers == pytest.approx(told_of, rel=near, abs=near)


def write_idx(path: Path, values: np.ndarray) -> None:
    head = bytes([0, 0, 8, values.ndim]) + np.array(values.shape, ">u4").tobytes()
    path.write_bytes(head + values.tobytes())
