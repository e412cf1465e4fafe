"""The same sum on many numbers: a Python loop against numpy and torch, timed here and now."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter

import numpy as np
import torch

from engine.lessons.controls import Choice, Control, Values
from engine.lessons.digits import Floats
from engine.lessons.figures import Code, Curve, Figure, Line, Outcome, Plot, Table
from engine.lessons.lab import Lab

_COUNTS = (10, 100, 1_000, 10_000, 100_000)
_WAYS = ("loop", "numpy", "torch")
_PROMISED = 5  # times faster: a busy machine blurs the ratio, but not as far as that
_ENOUGH_SECONDS = 0.01  # of one way and count
_FEWEST, _MOST = 5, 101  # calls

CONTROLS: tuple[Control, ...] = (
    Choice("operation", ("difference", "square", "sigmoid"), "difference"),
)


@dataclass(frozen=True)
class _Operation:
    """One calculation, written in three ways; `code` has a line for each."""

    loop: Callable[[list[float]], object]
    numpy: Callable[[Floats], object]
    torch: Callable[[torch.Tensor], object]
    code: tuple[str, str, str]


_OPERATIONS = {
    "difference": _Operation(
        lambda numbers: [abs(x - 0.5) for x in numbers],
        lambda array: np.abs(array - 0.5),
        lambda tensor: (tensor - 0.5).abs(),
        ("[abs(x - 0.5) for x in numbers]", "np.abs(array - 0.5)", "(tensor - 0.5).abs()"),
    ),
    "square": _Operation(
        lambda numbers: [x * x for x in numbers],
        lambda array: array * array,
        lambda tensor: tensor * tensor,
        ("[x * x for x in numbers]", "array * array", "tensor * tensor"),
    ),
    "sigmoid": _Operation(
        lambda numbers: [1 / (1 + math.exp(-x)) for x in numbers],
        lambda array: 1 / (1 + np.exp(-array)),
        lambda tensor: tensor.sigmoid(),
        (
            "[1 / (1 + math.exp(-x)) for x in numbers]",
            "1 / (1 + np.exp(-array))",
            "tensor.sigmoid()",
        ),
    ),
}

Seconds = dict[str, list[float]]  # by way, one for each count


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Time 10 to 100,000 pixels, count by count; then say how many times sooner torch is done."""
    operation = _OPERATIONS[str(values["operation"])]
    pixels = _pixels(lab)
    seconds: Seconds = {way: [] for way in _WAYS}
    for count in _COUNTS:
        for way, call in _calls(operation, pixels[:count]).items():
            seconds[way].append(_least_seconds(call))
        yield _plot(lab, seconds), _code(lab, operation, seconds)
    yield (
        _plot(lab, seconds),
        _code(lab, operation, seconds),
        _table(lab, seconds),
        _outcome(lab, seconds),
    )


def _pixels(lab: Lab) -> Floats:
    """Return the sketch's pixels, and as many of the sample's as it takes, 0 to 1."""
    images = lab.sample.train.images[: _COUNTS[-1] // 784]
    pixels = np.concatenate([lab.sketch.ravel(), images.ravel()])
    return pixels.astype(np.float32) / np.float32(255)


def _calls(operation: _Operation, pixels: Floats) -> dict[str, Callable[[], object]]:
    """Return the three ways, each with the numbers as it likes them."""
    numbers, tensor = pixels.tolist(), torch.tensor(pixels)
    return {
        "loop": lambda: operation.loop(numbers),
        "numpy": lambda: operation.numpy(pixels),
        "torch": lambda: operation.torch(tensor),
    }


def _least_seconds(call: Callable[[], object]) -> float:
    """Time calls, the quick ones more often; what comes between makes one longer, never shorter."""
    call()  # the first one pays for what is made once
    times: list[float] = []
    while len(times) < _FEWEST or (sum(times) < _ENOUGH_SECONDS and len(times) < _MOST):
        start = perf_counter()
        call()
        times.append(perf_counter() - start)
    return min(times)


def _plot(lab: Lab, seconds: Seconds) -> Plot:
    """Return time over count, both on logarithmic axes."""
    curves = tuple(
        Curve(
            lab.word(way),
            np.array(_COUNTS[: len(times)], float),
            np.array(times) * 1e6,
            dashed=way == "numpy",
        )
        for way, times in seconds.items()
    )
    return Plot(curves, lab.word("count_axis"), lab.word("time_axis"), log_x=True, log_y=True)


def _code(lab: Lab, operation: _Operation, seconds: Seconds) -> Code:
    lines = zip(operation.code, _WAYS, strict=True)
    return Code(tuple(Line(code, _microseconds(lab, seconds[way][-1])) for code, way in lines))


def _microseconds(lab: Lab, seconds: float) -> str:
    return f"{lab.number(seconds * 1e6, ',.1f')} µs"


def _table(lab: Lab, seconds: Seconds) -> Table:
    """Return a row for each count: how many times sooner than the loop the others are done."""
    columns = ("count", "loop", "numpy_faster", "torch_faster")
    rows = []
    for i, count in enumerate(_COUNTS):
        loop = seconds["loop"][i]
        ratios = (lab.word("times", ratio=_about(loop / seconds[way][i])) for way in _WAYS[1:])
        rows.append((lab.number(count, ","), _microseconds(lab, loop), *ratios))
    return Table(tuple(lab.word(name) for name in columns), tuple(rows), strong=len(rows) - 1)


def _outcome(lab: Lab, seconds: Seconds) -> Outcome:
    ratios = {way: seconds["loop"][-1] / seconds[way][-1] for way in _WAYS[1:]}
    told = {way: _about(ratio) for way, ratio in ratios.items()}
    text = lab.word("faster", count=_COUNTS[-1], **told)
    return Outcome(text, min(ratios.values()) >= _PROMISED)


def _about(ratio: float) -> float:
    """Return a measured ratio with the two digits that would be much the same another time."""
    return float(f"{ratio:.2g}")
