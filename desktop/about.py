"""The About box: what this is and the versions it runs on."""

import platform

import pyqtgraph
from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from engine.version import program_version


def window_versions() -> dict[str, str]:
    """Return the versions of what the window stands on."""
    return {"PySide6": pyside_version, "pyqtgraph": pyqtgraph.__version__}


def about_box(parent: QWidget) -> QMessageBox:
    """Return the box, ready to open."""
    text = QCoreApplication.translate(
        "About", "Draw a digit, press Train, and watch gradient descent learn to read it."
    )
    versions = {"Python": platform.python_version(), **window_versions()}
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(QCoreApplication.translate("About", "About Inkgrad"))
    box.setText(f"<b>Inkgrad {program_version()}</b><p>{text}</p>")
    box.setInformativeText(", ".join(f"{name} {version}" for name, version in versions.items()))
    return box
