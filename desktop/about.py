"""The About box: what this is and the versions it runs on."""

import platform
from importlib.metadata import version

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def about_box(parent: QWidget) -> QMessageBox:
    """Return the box, ready to open."""
    text = QCoreApplication.translate(
        "About", "Draw a digit, press Train, and watch gradient descent learn to read it."
    )
    versions = ", ".join(
        [
            f"Python {platform.python_version()}",
            f"torch {version('torch')}",
            f"Qt {pyside_version}",
            f"pyqtgraph {version('pyqtgraph')}",
        ]
    )
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(QCoreApplication.translate("About", "About Inkgrad"))
    box.setText(f"<b>Inkgrad {version('inkgrad')}</b><p>{text}</p>")
    box.setInformativeText(versions)
    return box
