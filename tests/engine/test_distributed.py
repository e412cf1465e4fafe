"""Training by two processes, started by torchrun as people start it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from engine import device as device_module
from engine.config import TrainConfig
from engine.datasets import load_dataset
from engine.distributed import join_team
from engine.errors import TeamError
from engine.inference.classifier import Classifier
from engine.learner import Learner
from engine.reports import EpochReport

TRAIN_TOGETHER = [
    *(sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"),
    *("-m", "engine", "train", "--json", "--device", "cpu", "--dataset"),
]
ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1"}
LIMIT_S = 120


@pytest.mark.long
def test_two_processes_learn_what_one_does(handful_folder: Path, tmp_path: Path) -> None:
    """Of each epoch's two batches the second is a single image, for two processes."""
    config = TrainConfig(
        model="convnet", batch_size=299, epochs=3, lr=0.05, momentum=0.9, augment="gentle"
    )
    typed = "--model convnet --batch-size 299 --epochs 3 --lr .05 --momentum .9 --augment gentle"
    saved = tmp_path / "shared.safetensors"
    done = subprocess.run(
        [*TRAIN_TOGETHER, str(handful_folder), *typed.split(), "--save", str(saved)],
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        timeout=LIMIT_S,
        check=True,
    )
    start, *epochs, end = [json.loads(line) for line in done.stdout.splitlines()]
    assert (start["event"], end["event"]) == ("start", "done")  # told once, not by both
    assert "2 processes" in start["reason"]
    dataset = load_dataset(handful_folder)
    learner = Learner(dataset, config, fast=False)
    alone = [report for report in learner.fit() if isinstance(report, EpochReport)]
    for one, two in zip(alone, epochs, strict=True):
        assert two["train_loss"] == pytest.approx(one.train_loss, abs=1e-4)
        assert two["valid_loss"] == pytest.approx(one.valid_loss, abs=1e-4)
        one_image = 1 / len(dataset.valid)
        assert two["valid_accuracy"] == pytest.approx(one.valid_accuracy, abs=one_image)
    assert Classifier.load(saved).card.accuracy == end["valid_accuracy"]


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="looks for the processes in /proc")
def test_when_one_process_dies_the_others_end_too(handful_folder: Path) -> None:
    run = subprocess.Popen(
        [*TRAIN_TOGETHER, str(handful_folder), "--epochs", "99999"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
    )
    try:
        assert run.stdout is not None
        while json.loads(run.stdout.readline())["event"] != "epoch":
            pass
        workers = Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()
        assert len(workers) == 2
        os.kill(int(workers[1]), signal.SIGKILL)
        _, told = run.communicate(timeout=LIMIT_S)
        assert run.returncode != 0
        assert not any(Path(f"/proc/{pid}").exists() for pid in workers)
        ours = [line for line in told.splitlines() if line.startswith("inkgrad:")]
        assert all("as another one ended" in line for line in ours)
    finally:
        run.kill()
        run.communicate()


@pytest.mark.long
def test_a_run_that_diverges_is_told_once(handful_folder: Path) -> None:
    typed = "--epochs 9 --loss cross_entropy --lr 1000000"
    done = subprocess.run(
        [*TRAIN_TOGETHER, str(handful_folder), *typed.split()],
        capture_output=True,
        text=True,
        env=ENVIRONMENT,
        timeout=LIMIT_S,
        check=False,
    )
    assert done.returncode != 0
    ours = [line for line in done.stderr.splitlines() if "learning rate" in line]
    assert len(ours) == 1
    assert ours[0].startswith("inkgrad: After ")


def test_alone_there_is_no_team(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORLD_SIZE", raising=False)
    with join_team("auto") as team:
        assert team is None


@pytest.mark.parametrize(
    "told",
    [
        {"WORLD_SIZE": "abc"},
        {"WORLD_SIZE": "0"},
        {"WORLD_SIZE": "-2"},
        {"WORLD_SIZE": "9" * 5000},
        {"WORLD_SIZE": "2", "LOCAL_RANK": "first"},
        {"WORLD_SIZE": "2"},
    ],
)
def test_a_team_that_cannot_be_is_refused(
    told: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(TeamError) as refused, join_team("auto"):
        pass
    sentence = str(refused.value)
    assert "torchrun" in sentence
    assert "\n" not in sentence
    assert len(sentence) < 500


@pytest.mark.parametrize("device", ["cuda", "cuda:0", "mps"])
def test_processes_that_would_share_one_gpu_are_refused(
    device: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NCCL hangs or fails where two processes use one GPU; Metal has no way to share at all."""
    monkeypatch.setattr(device_module, "available_devices", lambda: ("cuda:0", "cpu"))
    monkeypatch.setattr("engine.distributed.available_devices", lambda: ("cuda:0", "cpu"))
    for name, value in {"WORLD_SIZE": "2", "LOCAL_WORLD_SIZE": "2", "LOCAL_RANK": "1"}.items():
        monkeypatch.setenv(name, value)
    with (
        pytest.raises(TeamError, match=rf"2 processes can't compute on {device}"),
        join_team(device),
    ):
        pass
