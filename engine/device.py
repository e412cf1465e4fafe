"""Where the arithmetic runs: cuda, mps or cpu, with how many threads, and why."""

from collections.abc import Callable
from dataclasses import dataclass

import torch

from engine.errors import DeviceError
from engine.words.message import Message

# One, for every model: a second thread gains a quarter on a quiet machine, and on a busy one it
# makes an epoch thirty times slower, since each waits for the other at every product.
CPU_THREADS = 1

_MEMORY_IS_FULL = (  # CUDA has a class of its own for most of these; Metal and the CPU don't
    "out of memory",
    "alloc_failed",
    "can't allocate memory",
    "not enough memory",
)


@dataclass(frozen=True)
class DeviceChoice:
    """A device by its torch name, the CPU threads to use, and the reason in a few words."""

    device: str
    threads: int
    reason: Message


def choose_device(name: str = "auto") -> DeviceChoice:
    """Find "auto", "cpu", "cuda", "cuda:<n>" or "mps"; raise DeviceError where it isn't there.

    "auto" is the first device that can really multiply: a GPU if there is one, else the CPU.
    """
    if name == "auto":
        return _fastest()
    if not _available(name):
        raise DeviceError("device_missing", name=name, names=available_devices())
    return DeviceChoice(name, CPU_THREADS, Message("as_chosen", device=describe(name)))


def fall_back(choice: DeviceChoice, error: RuntimeError) -> DeviceChoice:
    """Return the CPU in place of a GPU that `error` says is full, or lacks an operation (Metal).

    Raises DeviceError where the computer's own memory is full, and `error` where it is another.
    """
    on_cpu = choice.device == "cpu"
    if isinstance(error, NotImplementedError) and not on_cpu:
        why = "gpu_lacks_operation"
    elif not _memory_is_full(error):
        raise error
    elif on_cpu:
        raise DeviceError("memory_full") from error
    else:
        why = "gpu_memory_full"
    return DeviceChoice("cpu", CPU_THREADS, Message(why, gpu=describe(choice.device)))


def multiplies_bfloat16() -> bool:
    """Tell whether the CPU has instructions for it; others only imitate them, slowly."""
    # torch's earlier versions don't tell
    tell: Callable[[], dict[str, object]] = getattr(torch.cpu, "get_capabilities", dict)
    return bool(tell().get("avx512_bf16", False))


def available_devices() -> tuple[str, ...]:
    """Return the torch names of what this machine has, the fastest first and the CPU last."""
    gpus = [f"cuda:{index}" for index in range(torch.cuda.device_count())]  # CUDA sorts by speed
    mps = ["mps"] if torch.backends.mps.is_available() else []
    return (*gpus, *mps, "cpu")


def describe(name: str) -> Message:
    """Return the device's name for people."""
    if name.startswith("cuda"):
        return Message("cuda", name=torch.cuda.get_device_name(name))
    return Message(name if name in ("cpu", "mps") else "other_device", name=name)


def use_threads(choice: DeviceChoice) -> None:
    """Set the calling thread's share of the CPU; call it in the thread that computes."""
    torch.set_num_threads(choice.threads)


def _fastest() -> DeviceChoice:
    reason = Message("no_gpu")
    for name in available_devices()[:-1]:
        if _computes(name):
            return DeviceChoice(name, CPU_THREADS, Message("fastest", gpu=describe(name)))
        reason = Message("gpu_unusable", gpu=describe(name))
    return DeviceChoice("cpu", CPU_THREADS, reason)


def _computes(name: str) -> bool:
    """Try one product: a GPU may be too old for this torch, or full of another program's work."""
    try:
        square = torch.ones(2, 2, device=name)
        return float((square @ square).sum()) == 8
    except RuntimeError:
        return False


def _available(name: str) -> bool:
    return name in available_devices() or (name == "cuda" and torch.cuda.is_available())


def _memory_is_full(error: RuntimeError) -> bool:
    text = str(error).lower()
    return isinstance(error, torch.OutOfMemoryError) or any(
        hint in text for hint in _MEMORY_IS_FULL
    )
