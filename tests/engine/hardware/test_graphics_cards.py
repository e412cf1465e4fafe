"""Cards found without torch, in made-up /proc and /sys."""

from pathlib import Path

import pytest

from engine.hardware.graphics_cards import nvidia_cards, way_to_gpu, why_no_gpu
from engine.version import install_source, program_version

RTX = "NVIDIA GeForce RTX 3060"


def device(root: Path, address: str, vendor: str, kind: str) -> None:
    folder = root / "sys/bus/pci/devices" / address
    folder.mkdir(parents=True)
    (folder / "vendor").write_text(f"{vendor}\n")
    (folder / "class").write_text(f"{kind}\n")


def driven(root: Path, address: str, information: str) -> None:
    folder = root / "proc/driver/nvidia/gpus" / address
    folder.mkdir(parents=True)
    (folder / "information").write_text(information)


def test_the_driver_knows_the_name(tmp_path: Path) -> None:
    driven(tmp_path, "0000:01:00.0", f"Model: \t\t {RTX}\nIRQ:   \t\t 130\nGPU UUID: \t GPU-1\n")
    device(tmp_path, "0000:01:00.0", "0x10de", "0x030000")
    assert nvidia_cards(tmp_path) == (RTX,)


@pytest.mark.parametrize("kind", ["0x030000", "0x030200"])
def test_without_a_driver_the_bus_tells_of_it(tmp_path: Path, kind: str) -> None:
    device(tmp_path, "0000:00:02.0", "0x8086", "0x030000")  # the processor's own graphics
    device(tmp_path, "0000:01:00.0", "0x10de", kind)
    device(tmp_path, "0000:01:00.1", "0x10de", "0x040300")  # the card's sound
    assert nvidia_cards(tmp_path) == ("NVIDIA GPU",)


def test_another_makers_card_is_none(tmp_path: Path) -> None:
    device(tmp_path, "0000:01:00.0", "0x1002", "0x030000")
    assert nvidia_cards(tmp_path) == ()


def test_where_nothing_can_be_read_there_is_none(tmp_path: Path) -> None:
    assert nvidia_cards(tmp_path) == ()
    (tmp_path / "sys/bus/pci/devices/0000:01:00.0/vendor").mkdir(parents=True)  # no file
    (tmp_path / "proc/driver/nvidia/gpus/0000:01:00.0/information").mkdir(parents=True)
    assert nvidia_cards(tmp_path) == ("NVIDIA GPU",)  # it has an entry, if a silent one


def test_what_is_said_of_a_card_depends_on_torch() -> None:
    without = why_no_gpu((RTX,), has_cuda=False)
    assert str(without).startswith(f"CPU: {RTX} is here")
    assert "without CUDA" in str(without)
    way = way_to_gpu(without)
    assert way is not None
    assert f"pipx install {install_source()}" in str(way)
    unreached = why_no_gpu((RTX,), has_cuda=True)
    assert "driver" in str(unreached)
    assert way_to_gpu(unreached) is None
    assert str(why_no_gpu((), has_cuda=False)) == "CPU: torch found no usable GPU"


def test_pip_is_told_of_the_same_version() -> None:
    assert install_source().startswith("git+https://")
    assert install_source().endswith(f"@v{program_version()}")
