"""Makes a virtual environment with fast.ai in it, apart from Inkgrad's own: build/fastai.

fast.ai asks for torchvision, which isn't published for every build of torch; what is measured
here needs none. So fast.ai comes without its dependencies, and those that it uses by name.
"""

import subprocess
import sys
from importlib.metadata import version

from benchmarks.interleave import ROOT

_PLACE = ROOT / "build" / "fastai"
_FASTAI = (
    "fastai==2.8.12",
    "fastcore==2.2.39",
    "fastdownload==0.0.8",
    "fastprogress==1.0.3",
    "fasttransform==0.0.5",
)
_ITS_NEEDS = (
    "cloudpickle",
    "matplotlib",
    "numpy",
    "packaging",
    "pandas",
    "pillow",
    "plum-dispatch<2.10",  # fasttransform 0.0.5 breaks on 2.10
    "pyyaml",
    "requests",
    "rich",
    "scikit-learn",
    "scipy",
    "tqdm",
)


def fastai_python() -> str:
    """Return the path of a Python with fast.ai and the torch that Inkgrad runs on; make it once."""
    python = _PLACE / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    finished = _PLACE / "finished"
    if not finished.exists():
        print(f"Making {_PLACE.relative_to(ROOT)} with fast.ai in it", file=sys.stderr)
        _run(sys.executable, "-m", "venv", "--clear", str(_PLACE))
        _run(str(python), "-m", "pip", "install", "-q", f"torch=={_torch_version()}", *_ITS_NEEDS)
        _run(str(python), "-m", "pip", "install", "-q", "--no-deps", *_FASTAI)
        finished.touch()
    return str(python)


def _torch_version() -> str:
    return version("torch").split("+")[0]


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=sys.stderr)


if __name__ == "__main__":
    print(fastai_python())
