"""Where the arithmetic runs: cuda, mps or cpu, and why, and with how many threads."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

import torch

from engine.errors import DeviceError, means_full_memory
from engine.hardware.graphics_cards import nvidia_cards, why_no_gpu
from engine.words.message import Message

# The physical cores, unless OMP_NUM_THREADS says otherwise, or who loaded torch before.
MOST_THREADS = torch.get_num_threads()

_TURNS = 5  # steps of a trial with either number
_GAIN = 0.95  # of the time with fewer threads, which more of them have to get below
_HOPELESS = 10  # times as long as the quickest step: a trial with such a one is over
_SLOW, _SLOW_STEPS = 1.5, 3  # times as long as usual, and how often in a row
_CALM = 20  # times as long as a trial took

T = TypeVar("T")


@dataclass(frozen=True)
class DeviceChoice:
    """A device by its torch name, and the reason in a few words."""

    device: str
    reason: Message


def choose_device(name: str = "auto") -> DeviceChoice:
    """Find "auto", "cpu", "cuda", "cuda:<n>" or "mps"; raise DeviceError where it isn't there.

    "auto" is the first device that can really multiply: a GPU if there is one, else the CPU.
    """
    if name == "auto":
        return _fastest()
    if not _available(name):
        raise DeviceError("device_missing", name=name, names=available_devices())
    return DeviceChoice(name, Message("as_chosen", device=describe(name)))


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
    return DeviceChoice("cpu", Message(why, gpu=describe(choice.device)))


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


def use_threads(count: int) -> None:
    """Compute with that many CPU threads from now on, in this thread and in new ones."""
    if torch.get_num_threads() != count:  # setting it anew clears what oneDNN has prepared
        torch.set_num_threads(count)


@contextmanager
def using_threads(count: int) -> Iterator[None]:
    """Compute with that many CPU threads, and leave the caller's setting as it was."""
    before = torch.get_num_threads()
    use_threads(count)
    try:
        yield
    finally:
        use_threads(before)


class Threads:
    """How many CPU threads a run takes: as many as pay, found by trying, `most` at the most.

    In a trial steps of the run itself are taken by turns with the number of the moment, `count`,
    and with a rival, more or fewer; the quicker one is kept. There is a trial at first, when much
    time has passed, and when steps with several threads have become slow: small networks lose by a
    second thread, and all do where another program wants the cores. A trial that went badly takes a
    twentieth of the time until the next.
    """

    def __init__(self, most: int) -> None:
        self.count = 1
        self._left = 0  # cores, to others
        self.take_up_to(most)
        self._rival: int | None = None
        self._next_is_more = True  # of the rivals
        self._took: dict[int, list[float]] = {}  # seconds of the trial's steps, by number
        self._usual_s = float("inf")  # of a step, by the last trial
        self._slow_steps = 0  # in a row
        self._clock = self._calm_until = time.perf_counter()

    def take_up_to(self, most: int) -> None:
        """Try more from now on than before: what a run needs that goes on elsewhere."""
        self._most = most
        self._numbers = _up_to(max(1, most - self._left))

    def leave_core(self) -> None:
        """Take one less than all cores, for a window that has to stay fluid."""
        self._left = 1
        self.take_up_to(self._most)

    def go_on_with(self, count: int) -> None:
        """Begin with a number that paid, if it is one of those that are tried here."""
        if count in self._numbers:
            self.count = count

    def lend(self, work: Iterator[T]) -> Iterator[T]:
        """Hand on what `work` yields, computed with the number of each moment."""
        while True:
            with using_threads(self._of_next_step):
                self._clock = time.perf_counter()
                try:
                    value = next(work)
                except StopIteration:
                    return
            yield value

    def note_step(self) -> None:
        """Learn that a step is done; the next may be taken with another number."""
        if len(self._numbers) == 1:
            return
        now = time.perf_counter()
        took, self._clock = now - self._clock, now
        if self._rival is None:
            self._watch(took, now)
        else:
            self._try(self._rival, took, now)
        use_threads(self._of_next_step)

    @property
    def _of_next_step(self) -> int:
        if self._rival is None or len(self._took[self._rival]) == len(self._took[self.count]):
            return self.count
        return self._rival

    def _watch(self, took: float, now: float) -> None:
        """Begin a trial when it is time for one."""
        self._slow_steps = self._slow_steps + 1 if took > _SLOW * self._usual_s else 0
        suffers = self.count > 1 and self._slow_steps >= _SLOW_STEPS
        if suffers or now >= self._calm_until:
            self._rival = 1 if suffers else self._neighbour()
            self._took = {self.count: [], self._rival: []}

    def _neighbour(self) -> int:
        """Return the next number up or down, in turns where there are both."""
        at = self._numbers.index(self.count)
        is_more = at == 0 or (self._next_is_more and at + 1 < len(self._numbers))
        return self._numbers[at + 1 if is_more else at - 1]

    def _try(self, rival: int, took: float, now: float) -> None:
        """Note a step of the trial, which ends after some turns or a step that takes very long."""
        self._took[self._of_next_step].append(took)
        ours, others = self._took[self.count], self._took[rival]
        all_steps = ours + others
        fewer, more = sorted(self._took)
        has_lost = len(others) > 1 and min(self._took[more]) > 2 * min(self._took[fewer])
        is_over = len(others) == _TURNS or max(all_steps) > _HOPELESS * min(all_steps)
        if not (is_over or has_lost):
            return
        pays = median(self._took[more]) < _GAIN * median(self._took[fewer])
        winner = more if pays else fewer
        has_changed, self.count = winner != self.count, winner
        self._usual_s, self._slow_steps = median(self._took[winner]), 0
        self._rival = None
        self._next_is_more = pays if has_changed else not self._next_is_more
        if not (
            has_changed and self._numbers[0] < winner < self._numbers[-1]
        ):  # else go on at once
            self._calm_until = now + _CALM * sum(all_steps)


def _up_to(most: int) -> list[int]:
    """Return the numbers of threads that are tried: 1, 2, 4, ... and the most."""
    return sorted({2**power for power in range(most.bit_length())} | {most})


def _fastest() -> DeviceChoice:
    gpus = available_devices()[:-1]
    for name in gpus:
        if _computes(name):
            return DeviceChoice(name, Message("fastest", gpu=describe(name)))
    if gpus:
        return DeviceChoice("cpu", Message("gpu_unusable", gpu=describe(gpus[-1])))
    return DeviceChoice("cpu", why_no_gpu(nvidia_cards(), torch.version.cuda is not None))


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
    return isinstance(error, torch.OutOfMemoryError) or means_full_memory(error)
