"""How the starter weights are made: `python -m engine.starter --strokes PATH`.

Nothing here runs in the program; it only opens what this package once wrote into `assets/starter`.
Pen strokes come from `--strokes`, typefaces from `--fonts`; `strokes`, `handwriting`, `habits`,
`shapes`, `scribbles` and `doodles` draw more, `material`, `crowds`, `printed` and `scans` make
images of it all, `recipe` puts them together, `training` trains, `calibration` makes confidence
honest, `measuring` and `refusal` write down what was reached.
"""
