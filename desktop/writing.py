"""Writing what people save: whole or not at all, with a sentence where it can't be."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from engine.files import write_whole


def write(path: Path, content: bytes) -> str:
    """Write the file; return what went wrong, empty where nothing did."""
    try:
        write_whole(path, content)
    except OSError as error:
        text = QCoreApplication.translate(
            "Saving", "{0} could not be written: {1}. Choose another place."
        )
        return text.format(path, error.strerror)
    return ""
