"""Stands for PySide6.QtOpenGL: pyqtgraph imports it, and uses it only where plots go by OpenGL."""
