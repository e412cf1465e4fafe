"""How much memory is free, as Linux tells it, and what is refused for the lack of it."""

from pathlib import Path

import pytest
import torch
from torch import Tensor

from engine.config import TrainConfig
from engine.errors import ConfigError
from engine.fast_gradients import precision
from engine.models import build_model
from engine.room import needs
from engine.room.free_memory import free_bytes
from engine.room.needs import check_room

MEMINFO = "MemTotal:  8000 kB\nMemFree:  100 kB\nMemAvailable:   4000 kB\n"
WIDEST = TrainConfig(model="mlp", hidden=(10_000,) * 20, device="cpu")


OLD_GROUP = {
    "memory/memory.limit_in_bytes": "100000\n",
    "memory/memory.usage_in_bytes": "90000\n",
    "memory/memory.stat": "inactive_file 1\ntotal_inactive_file 70000\n",
}


def group(most: str, used: int, cached: int) -> dict[str, str]:
    stat = f"anon {used - cached}\nactive_file 0\ninactive_file {cached}\n"
    return {"memory.max": f"{most}\n", "memory.current": f"{used}\n", "memory.stat": stat}


def machine(folder: Path, meminfo: str, group: dict[str, str]) -> Path:
    (folder / "proc").mkdir()
    (folder / "proc/meminfo").write_text(meminfo)
    (folder / "sys/fs/cgroup").mkdir(parents=True)
    for name, text in group.items():
        file = folder / "sys/fs/cgroup" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    return folder


@pytest.mark.parametrize(
    ("meminfo", "group", "free"),
    [
        (MEMINFO, {}, 4000 * 1024),
        (MEMINFO, group("max", 70_000, 0), 4000 * 1024),
        (MEMINFO, group("100000", 70_000, 0), 30_000),
        (MEMINFO, group("100000", 99_000, 60_000), 61_000),  # it has read files
        (MEMINFO, group("100000", 170_000, 0), 0),
        (MEMINFO, OLD_GROUP, 80_000),
        ("", {}, None),
        ("MemAvailable:\n", {}, None),
        ("MemAvailable: lots\n", {}, None),
    ],
)
def test_the_smaller_of_machine_and_container_counts(
    meminfo: str, group: dict[str, str], free: int | None, tmp_path: Path
) -> None:
    assert free_bytes(machine(tmp_path, meminfo, group)) == free


def test_where_nothing_tells_nothing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert free_bytes(tmp_path) is None
    monkeypatch.setattr(needs, "free_bytes", lambda: None)
    check_room(WIDEST, 10, 60_000)


@pytest.mark.parametrize(
    ("changes", "copies"),
    [
        ({}, 2),  # the weights and their gradients
        ({"momentum": 0.9}, 3),
        ({"optimizer": "nesterov"}, 2),
        ({"optimizer": "adam"}, 4),
    ],
)
def test_what_does_not_fit_is_refused_before_anything_is_allocated(
    changes: dict[str, str], copies: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = TrainConfig(model="mlp", hidden=(300, 200), batch_size=64, device="cpu", **changes)
    weights = sum(parameter.numel() for parameter in build_model(config, 10).parameters())
    needed = 4 * (copies * weights + 64 * (300 + 200 + 10))
    monkeypatch.setattr(needs, "free_bytes", lambda: needed)
    check_room(config, 10, 60_000)
    monkeypatch.setattr(needs, "free_bytes", lambda: needed - 1)
    with pytest.raises(ConfigError, match="fewer or narrower layers") as refused:
        check_room(config, 10, 60_000)
    assert refused.value.message.values == {"needed": needed >> 20, "free": (needed - 1) >> 20}
    check_room(config, 10, 63)  # a batch is no larger than the data are
    monkeypatch.setattr(needs, "free_bytes", lambda: needed + 4 * weights)
    check_room(config, 10, 60_000, copies=1)
    with pytest.raises(ConfigError):
        check_room(config, 10, 60_000, copies=2)
    monkeypatch.setattr(needs, "free_bytes", lambda: needed - 4 * 48 * (300 + 200 + 10))
    check_room(config, 10, 60_000, processes=4)  # each takes a quarter of the batch


@pytest.mark.parametrize("model", ["convnet", "small_convnet"])
def test_what_filters_make_of_an_image_is_counted(
    model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = TrainConfig(model=model, batch_size=10**6, device="cpu")
    network = build_model(config, 10)
    made: list[Tensor] = []
    for layer in network:
        if hasattr(layer, "weight"):
            layer.register_forward_hook(lambda _, __, out: made.append(out))
    with precision(network, fast=True):
        network(torch.zeros(1, 784))
    weights = 4 * sum(parameter.numel() for parameter in network.parameters())
    needed = 2 * weights + 50_000 * sum(out.nbytes for out in made)
    monkeypatch.setattr(needs, "free_bytes", lambda: needed)
    check_room(config, 10, 50_000)
    monkeypatch.setattr(needs, "free_bytes", lambda: needed - 1)
    with pytest.raises(ConfigError):
        check_room(config, 10, 50_000)
    needed_by_two = 2 * weights + 25_000 * sum(4 * out.numel() for out in made)
    monkeypatch.setattr(needs, "free_bytes", lambda: needed_by_two - 1)
    with pytest.raises(ConfigError):  # those who learn together do it in float32
        check_room(config, 10, 50_000, processes=2)


def test_the_widest_mlp_is_refused_in_eight_gigabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needs, "free_bytes", lambda: 8 << 30)
    with pytest.raises(ConfigError, match="but only 8,192 MB is free"):
        check_room(WIDEST, 10, 60_000)
