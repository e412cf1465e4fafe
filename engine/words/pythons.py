"""What is said of another Python environment in which the background process is to work."""

from engine.words.sentence import Sentence, said

PYTHONS: dict[str, Sentence] = {
    "python_not_there": said(
        "{path} isn't there: choose an environment's folder, or the Python in it."
    ),
    "python_does_not_run": said("{path} doesn't run as a Python of version 3.11 or newer."),
    "python_too_slow": said("{path} hasn't answered within {seconds} seconds: check it again."),
    "python_without_inkgrad": said(
        "Inkgrad isn't installed in {path}: pipx install {source} makes an environment with it."
    ),
    "python_other_version": said(
        "{path} has Inkgrad {theirs}, and this is {ours}: install the same version there."
    ),
    "python_incomplete": said("{path} lacks something that Inkgrad needs: {reason}."),
    "python_with_gpu": said("{path} fits: its torch {torch} computes on {gpu}."),
    "python_without_gpu": said("{path} fits, but its torch {torch} finds no GPU either."),
}
