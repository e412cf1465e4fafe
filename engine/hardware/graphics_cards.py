"""NVIDIA's cards, found without torch: one that was built without CUDA doesn't know of them."""

from pathlib import Path

from engine.version import install_source
from engine.words.message import Message

_NVIDIA, _GRAPHICS = "0x10de", "0x03"  # the bus's number of the maker, and how such a class begins
_UNNAMED = "NVIDIA GPU"


def nvidia_cards(root: Path = Path("/")) -> tuple[str, ...]:
    """Return the names of the cards, as NVIDIA's driver or else the bus tells of them.

    `root` is where Linux has its `proc` and `sys`. Other systems have neither, so that none is
    found there.
    """
    return _by_driver(root / "proc/driver/nvidia/gpus") or _on_bus(root / "sys/bus/pci/devices")


def why_no_gpu(cards: tuple[str, ...], has_cuda: bool) -> Message:
    """Say why torch, which `has_cuda` or hasn't, finds no GPU beside these cards."""
    if not cards:
        return Message("no_gpu")
    return Message("gpu_without_driver" if has_cuda else "gpu_without_cuda", gpu=cards[0])


def way_to_gpu(why: Message) -> Message | None:
    """Return how the card of which `why_no_gpu` told can be used; None where that says it."""
    if why.code != "gpu_without_cuda":
        return None
    return Message("way_to_gpu", source=install_source())


def _by_driver(gpus: Path) -> tuple[str, ...]:
    texts = (_text(path) for path in sorted(gpus.glob("*/information")))
    return tuple(_model(text) or _UNNAMED for text in texts)


def _model(text: str) -> str:
    told = (line.partition(":")[2].strip() for line in text.splitlines() if "Model:" in line)
    return next(told, "")


def _on_bus(devices: Path) -> tuple[str, ...]:
    makers = {path.parent: _text(path) for path in sorted(devices.glob("*/vendor"))}
    own = (device for device, maker in makers.items() if maker.strip() == _NVIDIA)
    return tuple(_UNNAMED for device in own if _text(device / "class").startswith(_GRAPHICS))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:  # the system doesn't let everybody look
        return ""
