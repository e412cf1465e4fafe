"""Where the arithmetic runs: cuda, mps or cpu, with how many threads, and why."""

from dataclasses import dataclass

import torch

from engine.errors import DeviceError

CPU_THREADS = (
    1  # a second thread gains a quarter on a quiet machine, and loses 30 times on a busy one
)


@dataclass(frozen=True)
class DeviceChoice:
    """A device by its torch name, the CPU threads to use, and the reason in one sentence."""

    device: str
    threads: int
    reason: str


def choose_device(name: str = "auto") -> DeviceChoice:
    """Find "auto", "cpu", "cuda", "cuda:<n>" or "mps"; raise DeviceError where it isn't there."""
    if name == "auto":
        return _best()
    if not _available(name):
        raise DeviceError(
            f"The device {name!r} isn't on this machine: choose auto or one of "
            f"{', '.join(available_devices())}."
        )
    return DeviceChoice(name, CPU_THREADS, f"{describe(name)}, as chosen")


def available_devices() -> tuple[str, ...]:
    """Return the torch names of what this machine has, the CPU last."""
    gpus = [f"cuda:{index}" for index in range(torch.cuda.device_count())]
    mps = ["mps"] if torch.backends.mps.is_available() else []
    return (*gpus, *mps, "cpu")


def describe(name: str) -> str:
    """Return the device's name for people."""
    if name.startswith("cuda"):
        return f"GPU {torch.cuda.get_device_name(name)}"
    return {"cpu": "CPU", "mps": "Apple GPU"}.get(name, name)


def use_threads(choice: DeviceChoice) -> None:
    """Set the calling thread's share of the CPU; call it in the thread that computes."""
    torch.set_num_threads(choice.threads)


def _best() -> DeviceChoice:
    device = available_devices()[0]
    if device == "cpu":
        return DeviceChoice(device, CPU_THREADS, "CPU: there is no GPU that torch can use")
    return DeviceChoice(device, CPU_THREADS, f"{describe(device)}: the fastest here")


def _available(name: str) -> bool:
    return name in available_devices() or (name == "cuda" and torch.cuda.is_available())
