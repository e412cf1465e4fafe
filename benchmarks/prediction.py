"""How long one prediction takes: 28x28 bytes to probabilities, idle and while training.

    python -m benchmarks.prediction [--rounds 5]

Wall time, as whoever draws feels it, in a plain script that sets no threads; median and 99th
percentile of all predictions.
"""

import argparse

from benchmarks.interleave import Contender, take_turns
from benchmarks.table import print_table

_MODULE = "benchmarks.contenders.prediction_latency"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    results = take_turns(
        [
            Contender("one after another", _MODULE, ["in-a-row"], one_thread=False),
            Contender("1 ms apart", _MODULE, ["idle"], one_thread=False),
            Contender(
                "1 ms apart, while another thread trains", _MODULE, ["training"], one_thread=False
            ),
        ],
        parser.parse_args().rounds,
    )
    rows = []
    for name, rounds in results.items():
        times_ms = sorted(ms for result in rounds for ms in result["milliseconds"])
        at = [times_ms[int(share * (len(times_ms) - 1))] for share in (0.5, 0.99, 1)]
        rows.append([name, *(f"{ms:.2f} ms" for ms in at)])
    print_table(("one prediction", "median", "99 of 100", "worst"), rows)


if __name__ == "__main__":
    main()
