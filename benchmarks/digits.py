"""Full MNIST: the time to 99 % on the test set, against PyTorch's own MNIST example.

    python -m benchmarks.digits [--rounds 3]

Times are of training and testing each epoch; imports and reading the data are left out.
"""

import argparse

from benchmarks.interleave import Contender, Result, take_turns
from benchmarks.table import print_table, sooner, span, when_reached

_TARGET = 0.99
_HERE = "benchmarks.contenders"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    example = Contender("PyTorch's example", f"{_HERE}.torch_digits", [str(_TARGET)], warm_up=False)
    inkgrad = Contender(
        "Inkgrad, ten digits quickly",
        f"{_HERE}.inkgrad_training",
        ["mnist", "ten_digits"],
        warm_up=False,
    )
    plain = Contender(
        "the same, where the processor has no bfloat16",
        f"{_HERE}.inkgrad_float32",
        ["mnist", "ten_digits"],
        warm_up=False,
    )
    typed = Contender(
        "as typed: inkgrad train --preset ten_digits",
        f"{_HERE}.inkgrad_command",
        ["ten_digits"],
        warm_up=False,
    )
    results = take_turns([example, inkgrad, plain, typed], rounds)
    rows = [_row(name, found, results[example.name]) for name, found in results.items()]
    print_table(_COLUMNS, rows)


_COLUMNS = (
    "",
    f"epochs to {_TARGET:.0%}",
    "test accuracy then",
    f"CPU s to {_TARGET:.0%}",
    "times sooner (CPU)",
    "(wall)",
    "peak memory",
)


def _row(name: str, ours: list[Result], theirs: list[Result]) -> list[str]:
    cpu = [when_reached(result, _TARGET, "cpu") for result in ours]
    return [
        name,
        span([len(result["epochs"]) for result in ours], 0),
        span([100 * result["epochs"][-1]["accuracy"] for result in ours], 2) + " %",
        span(cpu, 1),
        f"{sooner(ours, theirs, _TARGET, 'cpu'):.1f}",
        f"{sooner(ours, theirs, _TARGET, 'wall'):.1f}",
        f"{max(result['peak_mb'] for result in ours):.0f} MB",
    ]


if __name__ == "__main__":
    main()
