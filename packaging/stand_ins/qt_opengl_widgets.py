"""Stands for PySide6.QtOpenGLWidgets: pyqtgraph asks whether a plot lies on such a widget."""

from PySide6.QtWidgets import QWidget


class QOpenGLWidget(QWidget):
    """No plot of the program lies on one."""
