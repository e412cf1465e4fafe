"""Makes assets/pens of pen strokes: images as the pad makes them. Run by hand, in the checkout.

    PYTHONPATH=. python packaging/bundle_pens.py STROKES

STROKES are UCI's pen digits, `pendigits-orig.tra`, plain or gzipped; assets/pens/ORIGIN.md says
where they are. The writers part as for the starter networks, so that nobody whom one of them is
measured on is learned from anywhere. The output is the same at every run.
"""

import gzip
import struct
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.images.unipen import read_unipen
from engine.starter.material import as_written
from engine.starter.recipe import split_writers

PARTS = ("train", "valid", "left-out")
DIGITS = 7494
OUTPUT = Path(__file__).resolve().parent.parent / "assets" / "pens"


def bundle(strokes: Path, output: Path = OUTPUT) -> None:
    """Write the images and labels of each part as two IDX files."""
    digits = read_unipen(strokes)
    if len(digits) != DIGITS:
        sys.exit(f"{strokes} holds {len(digits)} digits, not {DIGITS}.")
    output.mkdir(parents=True, exist_ok=True)
    for part, written in zip(PARTS, split_writers(digits), strict=True):
        split = as_written(written)
        write(output / f"{part}-images-idx3-ubyte.gz", split.images)
        write(output / f"{part}-labels-idx1-ubyte.gz", split.labels.astype(np.uint8))


def write(path: Path, array: NDArray[np.uint8]) -> None:
    """Write bytes as an IDX file, without name or time."""
    head = struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape)
    path.write_bytes(gzip.compress(head + array.tobytes(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    bundle(Path(sys.argv[1]))
