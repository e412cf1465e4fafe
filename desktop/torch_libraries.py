"""Opens torch's shared libraries without importing torch. What they compute lives in the engine.

On Windows they must be loaded before Qt's, or torch fails afterwards (WinError 1114). Elsewhere the
worker opens them before it imports torch: opening lets go of the interpreter's lock, so that the
window is hardly held up.
"""

import ctypes
import importlib.util
import os
import sys
from pathlib import Path

_LINUX = ("libc10.so", "libtorch_cpu.so", "libtorch.so", "libtorch_python.so")
_MAC = ("libc10.dylib", "libtorch_cpu.dylib", "libtorch.dylib", "libtorch_python.dylib")
_WINDOWS = ("c10.dll", "torch_cpu.dll", "torch.dll", "torch_python.dll")


def load_before_qt() -> None:
    """Load torch's DLLs where the order matters, on Windows; do nothing elsewhere."""
    folder = _library_folder()
    if sys.platform == "win32" and folder:
        os.add_dll_directory(str(folder))
        _open(folder, _WINDOWS)


def load_without_the_lock() -> None:
    """Load torch's libraries in the calling thread while other threads go on."""
    folder = _library_folder()
    if sys.platform != "win32" and folder:
        _open(folder, _MAC if sys.platform == "darwin" else _LINUX)


def _library_folder() -> Path | None:
    """Return where torch keeps its libraries; looking for it doesn't import it."""
    spec = importlib.util.find_spec("torch")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / "lib"


def _open(folder: Path, names: tuple[str, ...]) -> None:
    for name in names:
        path = folder / name
        if path.exists():
            try:
                ctypes.CDLL(str(path), mode=ctypes.RTLD_GLOBAL if os.name == "posix" else 0)
            except OSError:
                return  # a hint only: importing torch will tell what is wrong
