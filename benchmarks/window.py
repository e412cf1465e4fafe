"""How fluid the window is: gaps of its event loop, pen to bars, frames, first paint, memory.

    xvfb-run -a python -m benchmarks.window [--seconds 30] [--minutes 0] [--scenes idle]

Each line is a process of its own with the real window, a pen that never rests, and real training.
`--minutes 30` adds the growth of memory over half an hour.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from statistics import median
from typing import Any

from benchmarks.interleave import ROOT
from benchmarks.table import print_table

_SCENE = "benchmarks.contenders.window_scene"
_BARE = "benchmarks.contenders.bare_window"
_FIRST_PAINT = "benchmarks.contenders.first_paint"
_SCENES = {
    "bare": "an empty window, beside as many processes that compute as there are cores",
    "idle": "drawing, nothing trains",
    "simple_net": "drawing while simple_net trains on 3s and 7s",
    "convnet": "drawing while the convnet trains on ten digits",
    "network": "drawing while simple_net trains, with the drawn network in sight",
    "network_convnet": "drawing while the convnet trains, with the drawn network in sight",
    "landscape": "drawing while the loss around a run of the convnet is computed",
    "evaluating": "the convnet trains, while Evaluate reads 10,000 images over and over",
    "standing": "the convnet trains, while Evaluate measures what it can stand over and over",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--minutes", type=float, default=0.0, help="of the memory test")
    parser.add_argument("--rounds", type=int, default=5, help="of the first paint")
    parser.add_argument("--scenes", nargs="*", choices=_SCENES, help="only these")
    arguments = parser.parse_args()
    rows = []
    for scene in arguments.scenes or _SCENES:
        title = _SCENES[scene]
        way = (_BARE,) if scene == "bare" else (_SCENE, scene)
        result = _run(*way, str(arguments.seconds))
        gaps, pen = _share(result["gaps_ms"]), result["pen_to_bars_ms"]
        bars = _middle(_share(pen)) if pen else ""
        frames = f"{result['frames_a_second']:.0f}" if "frames_a_second" in result else ""
        rows.append([title, _tail(gaps), bars, frames])
    head = ("scene", "event loop, ms: p99 and worst", "pen to bars, ms: median, p99")
    print_table((*head, "networks drawn a second"), rows)
    if not arguments.scenes:
        print()
        _tell_the_rest(arguments)


def _tell_the_rest(arguments: argparse.Namespace) -> None:
    frames = _run(_SCENE, "points", "10")
    print(f"100,000 points in the curves: {frames['frames_a_second']:.0f} frames a second")
    starts = arguments.rounds + 1  # the very first compiles what is imported, and isn't counted
    paints = [[_first_paint(way) for way in ("inkgrad", "bare")] for _ in range(starts)][1:]
    ratio = median(ours / bare for ours, bare in paints)
    ours, bare = (median(column) for column in zip(*paints, strict=True))
    print(f"first paint: {ours:.2f} s; bare PySide6 + pyqtgraph {bare:.2f} s; ratio {ratio:.2f}")
    if arguments.minutes:
        memory = _run(_SCENE, "memory", str(arguments.minutes * 60))
        growth = memory["last_mb"] / memory["first_mb"] - 1
        print(
            f"memory over {arguments.minutes:g} minutes of training and drawing: "
            f"{memory['first_mb']:.0f} to {memory['last_mb']:.0f} MB, {growth:+.1%}"
        )


def _run(module: str, *words: str) -> dict[str, Any]:
    print(f"running {' '.join(words)}", file=sys.stderr)
    command = [sys.executable, "-m", module, *words]
    kept = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}  # as whoever uses the program starts it
    done = subprocess.run(
        command, cwd=ROOT, env=kept, stdout=subprocess.PIPE, text=True, check=True
    )
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def _first_paint(way: str) -> float:
    return float(_run(_FIRST_PAINT, way, repr(time.time()))["seconds"])


def _share(values: list[float]) -> list[float]:
    """Return the median, the 99th percentile and the worst."""
    values = sorted(values)
    return [values[int(share * (len(values) - 1))] for share in (0.5, 0.99, 1)]


def _tail(shares: list[float]) -> str:
    return f"{shares[1]:.1f}, {shares[2]:.1f}"


def _middle(shares: list[float]) -> str:
    return f"{shares[0]:.1f}, {shares[1]:.1f}"


if __name__ == "__main__":
    main()
