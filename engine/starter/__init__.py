"""How the starter weights are made: `python -m engine.starter --strokes PATH`.

Nothing here runs in the program; it only opens what this package once wrote into `assets/starter`.
Pen strokes come from `--strokes`; `strokes`, `handwriting`, `habits`, `shapes` and `scribbles` draw
more, `material` puts the images together, `training` trains, `calibration` makes confidence
honest, `measuring` writes down what was reached.
"""
