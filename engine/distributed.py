"""One model trained by several processes, as torchrun starts them.

Each process holds the whole training set and shuffles it alike, takes its share of every batch, and
averages its gradients with the others', so that all weights move as in one process. Starting the
processes, and ending them when one dies, is torchrun's job.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

from engine.config import TrainConfig
from engine.data.loading import Dataset
from engine.device import DeviceChoice, available_devices, describe
from engine.errors import TeamError
from engine.learner import Learner
from engine.losses import Loss
from engine.reports import Report
from engine.words.message import Message

_REPORTS_AN_EPOCH = 100


@dataclass(frozen=True)
class Team:
    """This process's place, from 0, among the `size` that train together, and its device."""

    place: int
    size: int
    device: str

    @property
    def leads(self) -> bool:
        """Whether this is the one that talks and saves."""
        return self.place == 0

    def meet(self) -> None:
        """Wait until all processes have come here."""
        dist.barrier()


class TeamLearner(Learner):
    """A learner that does one process's share of the work; it stays where its team computes."""

    def __init__(self, dataset: Dataset, config: TrainConfig, team: Team) -> None:
        self._team = team
        super().__init__(dataset, replace(config, device=team.device), fast=False)

    def fit_when(self, is_due: Callable[[], bool]) -> Iterator[Report]:
        """Train, and report by count alone: all must notice a divergence after the same batch."""
        often = max(1, len(self.batches) // _REPORTS_AN_EPOCH)
        return super().fit_when(lambda: self.step % often == 0)

    def move_to(self, device: DeviceChoice) -> None:
        """Take everything to the team's device. Raises TeamError for another."""
        if device.device != self._team.device:
            raise TeamError("team_cannot_move", reason=device.reason, processes=self._team.size)
        super().move_to(device)
        where = Message("team_on", processes=self._team.size, device=describe(device.device))
        self.device = replace(device, reason=where)
        self.backward = SharedGradients(self.model, self.loss, self._team)


class SharedGradients:
    """Predict, measure and find the gradients of a whole batch, by all processes together."""

    def __init__(self, model: nn.Module, loss: Loss, team: Team) -> None:
        self.model = DistributedDataParallel(model)  # averages the gradients as backward() goes
        self.loss = loss
        self.team = team

    def __call__(self, xb: Tensor, yb: Tensor) -> Tensor:
        """Take the batch x (N, 784), y (N,); return the mean loss of all N. Raises TeamError."""
        x, y = xb[self.team.place :: self.team.size], yb[self.team.place :: self.team.size]
        weight = len(y) * self.team.size / len(yb)  # shares may differ by one image
        if not len(y):  # fewer images than processes: take part all the same, without a say
            x, y = xb[:1], yb[:1]
        try:
            loss = self.loss(self.model(x), y) * weight
            loss.backward()
            total = loss.detach().clone()
            dist.all_reduce(total)
        except RuntimeError as error:
            reason = str(error).split(". ")[0]
            raise TeamError(
                "team_broken", place=self.team.place, size=self.team.size, reason=reason
            ) from error
        return total / self.team.size


@contextmanager
def join_team(name: str) -> Iterator[Team | None]:
    """Meet the other processes that torchrun started, on the device of that name; None if alone.

    Raises TeamError where they can't compute together.
    """
    size = _told("WORLD_SIZE", 1, least=1)
    if size == 1:
        yield None
        return
    device = _own_device(name)
    if device != "cpu":
        torch.cuda.set_device(device)
    try:
        dist.init_process_group("gloo" if device == "cpu" else "nccl")
    except (RuntimeError, ValueError, OSError) as error:
        raise TeamError("team_not_met", reason=str(error).split("\n")[0]) from error
    yield Team(dist.get_rank(), size, device)
    dist.destroy_process_group()  # not after a failure: it would wait for those who are gone


def _told(name: str, usual: int, least: int) -> int:
    """Return what torchrun told in the environment. Raises TeamError where it is no such number."""
    text = os.environ.get(name, str(usual))
    if not (text.isascii() and text.isdigit() and len(text) < 7 and int(text) >= least):
        raise TeamError("team_number", name=name, value=text)
    return int(text)


def _own_device(name: str) -> str:
    """Return a GPU for this process alone where each one here can have its own, else the CPU."""
    place = _told("LOCAL_RANK", 0, least=0)
    processes = _told("LOCAL_WORLD_SIZE", 1, least=1)
    gpus = [device for device in available_devices() if device.startswith("cuda")]
    if name in ("auto", "cuda") and len(gpus) >= processes:
        return gpus[place]
    if name in ("auto", "cpu"):
        return "cpu"
    raise TeamError("team_too_large", processes=processes, device=name, gpus=len(gpus))
