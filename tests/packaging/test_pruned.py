import pytest


@pytest.mark.parametrize(
    "place",
    [
        "torch/include/ATen/ATen.h",
        "torch/bin/protoc",
        "torch/bin/test_api",
        "torch/_dynamo/config.py",
        "sympy/core/add.py",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "libQt6EglFSDeviceIntegration.so.6",
        "PySide6\\Qt6Qml.dll",
        "PySide6/Qt/lib/QtPdf.framework/Versions/A/QtPdf",
        "PySide6/QtTest.abi3.so",
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
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/QtOpenGLWidgets.abi3.so",
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
