"""Shift+F11: pad, answer and one figure alone, as large as the screen allows."""
