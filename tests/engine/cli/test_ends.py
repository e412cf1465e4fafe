"""Signals that end a run: when they are heeded, and when no more."""

import math
import signal
import sys
from pathlib import Path

import pytest
import torch

import engine
from engine.cli import ends
from engine.cli import parser as cli
from engine.cli.console import Console
from engine.cli.ends import ends_heeded
from engine.config import TrainConfig
from engine.inference.classifier import Classifier
from engine.learner import Learner


def test_a_signal_amid_a_batch_waits_for_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Out of a callback of torch's an exception would abort the process, or get lost."""
    monkeypatch.setattr(ends, "_ONE_END_S", math.inf)
    with ends_heeded(alone=True) as heeded:
        heeded.meet()
        assert not heeded.came
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)  # of the same end
        with pytest.raises(KeyboardInterrupt):
            heeded.meet()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGHUP")
def test_a_later_signal_ends_what_takes_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ends, "_ONE_END_S", 0)
    with ends_heeded(alone=True) as heeded:
        signal.raise_signal(signal.SIGHUP)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)
        heeded.pass_over()  # what was learned is saved
        signal.raise_signal(signal.SIGINT)


def test_a_team_is_ended_by_who_started_it() -> None:
    with ends_heeded(alone=False) as heeded:
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        heeded.meet()


@pytest.mark.parametrize("model", ["simple_net", "mlp"])
def test_what_was_learned_before_the_first_report_is_saved(
    model: str,
    handful_folder: Path,
    handful: engine.Dataset,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The fused steps hand their weights over with a report alone."""
    batches = 0

    def interrupted(self: Console) -> bool:
        nonlocal batches
        batches += 1
        if batches == 3:
            signal.raise_signal(signal.SIGINT)
        return False

    monkeypatch.setattr(Console, "is_bar_due", interrupted)
    saved = tmp_path / "mine.safetensors"
    argv = ["train", "--dataset", str(handful_folder), "--model", model, "--batch-size", "50"]
    assert cli.main([*argv, "--save", str(saved)]) == 130
    learner = Learner(handful, TrainConfig(model=model, batch_size=50))
    for _, _ in zip(range(batches + 1), learner.fit(), strict=False):
        pass
    for ours, theirs in zip(
        Classifier.load(saved).model.parameters(), learner.model.parameters(), strict=True
    ):
        torch.testing.assert_close(ours, theirs, atol=1e-3, rtol=1e-2)
