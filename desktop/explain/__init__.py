"""Shift+F1: what a control or a figure is, with the numbers of the run."""
