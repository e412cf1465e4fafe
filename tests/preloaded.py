"""What a process has done before it begins, where it is a copy: imported all, and read MNIST.

What the installers leave out of torch is missing here, too.
"""

import gc
import runpy
import sys
from importlib import import_module
from pathlib import Path

import PIL.Image

import engine.inference.orientation
import engine.inference.similarity
import engine.learner
import engine.runs.store  # noqa: F401
from engine.data import loading
from tests.bundled import read_once

ROOT = Path(__file__).parents[1]

_MODULES = ["desktop/data/checking.py", "desktop/worker/serving.py"]
for _module in [*map(ROOT.joinpath, _MODULES), *ROOT.glob("desktop/**/*questions.py")]:
    import_module(".".join(_module.relative_to(ROOT).with_suffix("").parts))
PIL.Image.preinit()  # imports what reads the usual files
for _name in runpy.run_path(str(ROOT / "packaging/pruned_modules.py"))["MODULES"]:
    if _name.startswith("torch."):
        sys.modules.setdefault(_name, None)  # type: ignore[arg-type]

read_once()
for _name in ("mnist_sample", "mnist"):
    loading.BUNDLED[_name]()
gc.collect()
gc.freeze()  # a copy that looked through it would have to copy it in earnest
