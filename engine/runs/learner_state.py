"""All that a learner needs in order to go on as if it had never been away, as one file."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import safetensors
import safetensors.torch
import torch
from torch import Tensor

from engine.errors import ModelFileError
from engine.files import open_plain, write_whole
from engine.inference.weights_file import read_head
from engine.learner import Learner
from engine.runs.plain import GARBLED, finite, real, share, whole
from engine.runs.record import DamagedRun

State = tuple[dict[str, Tensor], dict[str, Any]]
_KEY = "inkgrad-run"


def weights_of(learner: Learner) -> dict[str, Tensor]:
    """Return a copy of the weights, on the CPU."""
    return _copies(learner.model.state_dict())


def state_of(learner: Learner) -> State:
    """Return copies of all that changes in a learner, and its place in the run.

    Take it between two reports.
    """
    account, batches = learner.account, learner.batches
    losses = np.concatenate(account.losses) if account.losses else np.zeros(0, np.float32)
    assert batches.drawn_from is not None
    groups: dict[str, dict[str, Tensor]] = {
        "model": learner.model.state_dict(),
        "optimizer": learner.optimizer.memory,
        "gradient": {} if learner.config.zero_grad else _gradients(learner),
        "chance": {"now": learner.generator.get_state(), "order": batches.drawn_from},
        "epoch": {"losses": torch.from_numpy(losses)},
    }
    tensors = {f"{group}.{name}": t for group, ts in groups.items() for name, t in ts.items()}
    place = {
        "step": learner.step,
        "epochs_done": learner.epochs_done,
        "lr": learner.lr,
        "threads": learner.threads.count,
        "seconds": learner.seconds,
        "valid_accuracy": learner.valid_accuracy,
        "drawn_accuracy": learner.drawn_accuracy,
        "lowest_loss": account.watchdog.lowest_loss,
        "idle_epochs": account.watchdog.idle_epochs,
    }
    return _copies(tensors), place


def write_state(path: Path, state: State) -> None:
    """Write a state, whole or not at all. Raises OSError."""
    tensors, place = state
    write_whole(path, safetensors.torch.save(tensors, {_KEY: json.dumps(place)}))


def read_state(path: Path) -> State:
    """Return what `write_state` wrote. Raises OSError, DamagedRun."""
    try:
        with open_plain(path) as file:
            place = json.loads(read_head(file, path).words[_KEY])
        with safetensors.safe_open(path, "pt") as tensors:
            return {name: tensors.get_tensor(name) for name in tensors.keys()}, place  # noqa: SIM118
    except (*GARBLED, safetensors.SafetensorError, ModelFileError) as error:
        raise DamagedRun from error


def restore(learner: Learner, state: State) -> None:
    """Let a learner of the same data and settings go on from a state. Raises DamagedRun."""
    try:
        _restore(learner, *state)
    except (*GARBLED, RuntimeError) as error:
        raise DamagedRun from error


def _restore(learner: Learner, tensors: dict[str, Tensor], place: dict[str, Any]) -> None:
    learner.model.load_state_dict(_group(tensors, "model"))
    learner.optimizer.remember(_group(tensors, "optimizer"))
    for name, parameter in learner.model.named_parameters():
        if (gradient := tensors.get(f"gradient.{name}")) is not None:
            parameter.grad = torch.empty_like(parameter).copy_(gradient)
    learner.batches.draw_again(tensors["chance.order"])
    learner.generator.set_state(tensors["chance.now"])
    learner.step, learner.epochs_done = whole(place["step"]), whole(place["epochs_done"])
    learner.lr = finite(place["lr"])
    learner.threads.go_on_with(whole(place["threads"]))
    accuracy, lowest = place["valid_accuracy"], place["lowest_loss"]
    drawn = place.get("drawn_accuracy")  # earlier versions didn't measure it
    learner.valid_accuracy = None if accuracy is None else share(accuracy)
    learner.drawn_accuracy = None if drawn is None else share(drawn)
    account = learner.account
    account.go_on_from(finite(place["seconds"]))
    account.losses = [tensors["epoch.losses"].numpy()] if len(tensors["epoch.losses"]) else []
    account.watchdog.lowest_loss = None if lowest is None else real(lowest)
    account.watchdog.idle_epochs = whole(place["idle_epochs"])


def _gradients(learner: Learner) -> dict[str, Tensor]:
    named = learner.model.named_parameters()
    return {name: p.grad for name, p in named if p.grad is not None}


def _group(tensors: dict[str, Tensor], group: str) -> dict[str, Tensor]:
    start = f"{group}."
    return {k.removeprefix(start): t for k, t in tensors.items() if k.startswith(start)}


def _copies(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    return {
        name: t.detach().to("cpu", copy=True, memory_format=torch.contiguous_format)
        for name, t in tensors.items()
    }
