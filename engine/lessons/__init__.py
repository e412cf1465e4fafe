"""What the lessons' experiments compute: one small module each, named as its text in assets.

A module has CONTROLS and `run(lab, values)`, a generator of what to show; or `runs(values)`,
trainings for the real window, and `judge(lab, records)`, which says what came out of them; or both.
FOLLOWS_MODEL says that the figures are others once the reader's model has learned. How any of it
is drawn lives in `desktop.lessons`.
"""
