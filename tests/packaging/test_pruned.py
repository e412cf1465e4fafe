import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    "place",
    [
        "torch/include/ATen/ATen.h",
        "torch/bin/protoc",
        "torch/bin/test_api",
        "torch/_dynamo/config.py",
        "sympy/core/add.py",
        "torch/testing/_internal/common_utils.py",
        "torch/distributed/tensor/_api.py",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "libQt6EglFSDeviceIntegration.so.6",
        "PySide6\\Qt6Qml.dll",
        "PySide6/Qt/lib/QtPdf.framework/Versions/A/QtPdf",
        "PySide6/QtTest.abi3.so",
        "PySide6/QtOpenGL.abi3.so",
        "PySide6\\QtOpenGLWidgets.pyd",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/translations/qtbase_kk.qm",
        "libstdc++.so.6",
        "libGL.so.1",
        "libwayland-client.so.0",
        "libxcb.so.1",
        "pyqtgraph/examples/Plotting.py",
    ],
)
def test_what_is_not_used_is_left_out(place: str) -> None:
    from pruned import why_pruned

    assert why_pruned(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6\\plugins\\tls\\qschannelbackend.dll",
        "torch/bin/torch_shm_manager",
        "torch/lib/libtorch_cpu.so",
        "torch/_export/config.py",
        "torch/testing/_internal/logging_tensor.py",
        "torchgen/model.py",
        "torch/distributed/distributed_c10d.py",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt/lib/libQt6OpenGL.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "libxcb-cursor.so.0",
        "libffi.so.8",
        "assets/mnist/train-images-idx3-ubyte.gz",
        "assets/translations/inkgrad_de.qm",
        "engine/lessons/__init__.py",
    ],
)
def test_what_is_used_stays(place: str) -> None:
    from pruned import why_pruned

    assert why_pruned(place) is None


def test_each_part_says_why() -> None:
    import pruned

    tables = ("MODULES", "QT_LIBRARIES", "QT_PLUGINS", "FILES", "HOST_LIBRARIES")
    assert all(why for table in tables for why in getattr(pruned, table).values())


@pytest.mark.long
def test_what_torch_imports_by_itself_is_not_left_out() -> None:
    """In an interpreter of its own: tests import more of torch than the program does."""
    from pruned_modules import MODULES

    program = "import sys, torch, torch.distributed, numpy, onnx, PIL.Image, safetensors.torch"
    done = subprocess.run(
        [sys.executable, "-c", f"{program}; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    of_packages = ("torch", "torchgen", "functorch", "numpy", "onnx", "PIL", "safetensors")
    loaded = [name for name in done.stdout.split() if name.partition(".")[0] in of_packages]
    assert len(loaded) > 500
    pruned = [name for name in loaded for m in MODULES if name == m or name.startswith(f"{m}.")]
    assert pruned == []


def test_plots_are_drawn_with_the_stand_ins() -> None:
    """As the frozen program has them: under the names of the modules that they stand for."""
    program = f"""
import sys
sys.path[:0] = {[str(Path(__file__).parents[2] / "packaging")]!r}
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pruned_modules import STAND_INS

for name, file in STAND_INS.items():
    loader = SourceFileLoader(name, f"{{sys.path[0]}}/stand_ins/{{file}}")
    sys.modules[name] = module_from_spec(spec_from_loader(name, loader))
    loader.exec_module(sys.modules[name])
import pyqtgraph

pyqtgraph.mkQApp()
plot = pyqtgraph.PlotWidget()
plot.plot([1, 2, 3], pen="r")
image = plot.grab().toImage()
print(len({{image.pixel(x, y) for x in range(100, 500) for y in range(100, 400)}}) > 1)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "True\n"
