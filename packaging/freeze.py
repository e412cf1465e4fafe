"""Makes the frozen program, build/frozen/inkgrad, on whatever system it runs.

    build/environment/bin/python packaging/freeze.py

Runs in the environment that `packaging/environment package` makes. On Linux the libraries that
carry names for debuggers lose them; the others are left as they are, for some would break.
"""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROGRAM = ROOT / "build" / "frozen" / "inkgrad"
LISTS = ROOT / "build" / "pyinstaller" / "inkgrad"
ICONS = ROOT / "build" / "icons"

# torch's are 100 MB smaller, Python's 17. Qt's, numpy's and Pillow's come stripped.
_PYTHON = ("libpython*.so.*", "python3.*/lib-dynload/*.so")
_STRIPPED = ("torch/lib/*.so", "torch/_C.*.so", "torch/bin/*", *_PYTHON)


def freeze() -> Path:
    """Return the folder of the frozen program."""
    if sys.platform == "linux" and not version("torch").endswith("+cpu"):
        sys.exit(
            f"torch {version('torch')} brings CUDA along, which makes the installer several "
            "gigabytes large. Let pip find the CPU build of the same version first."
        )
    # Modules as they are: an installer presses them together, a third smaller than one by one.
    os.environ["PYINSTALLER_ZLIB_COMPRESSION_LEVEL"] = "0"
    offscreen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, ROOT / "packaging/icons.py", ICONS], env=offscreen, check=True)
    places = ("--distpath", PROGRAM.parent, "--workpath", LISTS.parent)
    spec = ROOT / "packaging" / "inkgrad.spec"
    make = (sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN")
    subprocess.run([*make, *places, spec], check=True)
    if sys.platform == "linux":
        _lessen(PROGRAM / "_internal")
    return PROGRAM


def _lessen(folder: Path) -> None:
    """Strip libraries, and take out where Python stood on the building machine."""
    for pattern in _STRIPPED:
        for library in folder.glob(pattern):
            subprocess.run(["strip", "--strip-unneeded", library], check=True)
    for pattern in _PYTHON:
        for library in folder.glob(pattern):  # Debian's own have no such path, and chrpath says so
            subprocess.run(["chrpath", "--delete", library], check=False, capture_output=True)


if __name__ == "__main__":
    print(freeze())
