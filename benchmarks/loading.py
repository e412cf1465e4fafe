"""Reading MNIST_SAMPLE, 14,434 images: bundled, from folders of PNGs, from an archive.

    python -m benchmarks.loading [--rounds 5]

The files are in the system's memory, as after any first look at them.
"""

import argparse
import tarfile
from pathlib import Path

from benchmarks.interleave import ROOT, Contender, Result, take_turns
from benchmarks.table import middle, print_table, span
from engine import load_dataset, save_as_folders

_MODULE = "benchmarks.contenders.loading_ways"
_WAYS = {
    "ImageFolder and DataLoader, each epoch": "image_folder",
    "a loop with PIL": "pil",
    "Inkgrad, folders, first time": "folder-anew",
    "Inkgrad, folders, later": "folder",
    "Inkgrad, .tgz, first time": "archive-anew",
    "Inkgrad, .tgz, later": "archive",
    "Inkgrad, bundled": "bundled",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    place = str(_files())
    results = take_turns(
        [Contender(name, _MODULE, [way, place]) for name, way in _WAYS.items()], rounds
    )
    pil = results["a loop with PIL"]
    print_table(
        ("", "CPU ms", "wall ms", "times PIL's pace (CPU)", "(wall)"),
        [_row(name, found, pil) for name, found in results.items()],
    )


def _row(name: str, ours: list[Result], pil: list[Result]) -> list[str]:
    cells = [span([1000 * result[clock] for result in ours], 0) for clock in ("cpu", "wall")]
    pairs = list(zip(ours, pil, strict=True))
    ratios = [middle([b[clock] / a[clock] for a, b in pairs]) for clock in ("cpu", "wall")]
    return [name, *cells, *(f"{ratio:.1f}" for ratio in ratios)]


def _files() -> Path:
    """Return a folder with the set as PNGs and as an archive of them; write it once."""
    place = ROOT / "build" / "loading"
    folder, archive = place / "mnist_sample", place / "mnist_sample.tgz"
    place.mkdir(parents=True, exist_ok=True)
    if not folder.exists():
        save_as_folders(load_dataset("mnist_sample"), folder)
    if not archive.exists():
        with tarfile.open(archive, "w:gz") as tar:
            tar.add(folder, arcname=folder.name)
    return place


if __name__ == "__main__":
    main()
