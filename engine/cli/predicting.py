"""The command `predict`: what is in image files, one digit in each or several."""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.cli.commands import chosen_classifier
from engine.cli.console import Console
from engine.errors import DataError, ModelFileError
from engine.images.bitmaps import open_image
from engine.images.pixels import prepare_image
from engine.images.several import prepare_several, shows_several
from engine.inference.classifier import Classifier
from engine.inference.prediction import Prediction
from engine.words.message import LONGEST_PATH, InWords, Message, shorten

_Reader = Callable[[NDArray[np.uint8]], Prediction]
_NOT_READ = {"blank": "no_ink_seen", "several things": "several_things"}


def predict(arguments: argparse.Namespace) -> int:
    """Read each image file and tell the answer; return 1 where a file couldn't be read."""
    console = Console(arguments.json)
    read = partial(_read, chosen_classifier(arguments.model), arguments.model)
    tell = _tell_number if arguments.several else _tell_digit
    refused = 0
    for name in arguments.files:
        try:
            tell(console, name, read)
        except DataError as error:
            console.refuse_file(name, error.message)
            refused += 1
    return 1 if refused else 0


def _read(classifier: Classifier, model: str | None, image: NDArray[np.uint8]) -> Prediction:
    """Answer. Raises ModelFileError where weights are so large that nothing comes of them."""
    prediction = classifier.predict(image)
    if not np.isfinite(prediction.probabilities).all():
        raise ModelFileError("model_diverged", file=model)
    return prediction


def _tell_digit(console: Console, name: str, read: _Reader) -> None:
    image = prepare_image(open_image(Path(name)))
    prediction = read(image)
    problem = _problem(image, prediction)
    facts = {"file": name, **_facts(prediction, problem), "problem": problem}
    console.tell("prediction", facts, str(_in_words(name, prediction, problem)))


def _tell_number(console: Console, name: str, read: _Reader) -> None:
    """Tell what each digit of a picture is, from left to right."""
    images = prepare_several(open_image(Path(name)))
    digits = [read(image) for image in images]
    problem = None if digits else "blank"
    if len(digits) == 1:
        problem = _problem(images[0], digits[0])
    facts = {
        "file": name,
        "label": " ".join(digit.label for digit in digits),
        "known": problem is None and all(digit.known for digit in digits),
        "digits": [_facts(digit, problem) for digit in digits],
        "problem": problem,
    }
    console.tell("prediction", facts, str(_number_in_words(name, digits, problem)))


def _problem(image: NDArray[np.uint8], prediction: Prediction) -> str | None:
    """Return why there is no digit to be read in an image: a key of `_NOT_READ`, or none."""
    if not image.any():
        return "blank"
    several = prediction.of_digits and shows_several(image)  # a smiley has parts of its own
    return "several things" if several else None


def _facts(prediction: Prediction, problem: str | None) -> dict[str, Any]:
    shares = zip(prediction.classes, prediction.probabilities.tolist(), strict=True)
    return {
        "label": prediction.label,
        "known": prediction.known and problem is None,
        "probabilities": dict(shares),
    }


def _in_words(name: str, prediction: Prediction, problem: str | None) -> Message:
    file, share = _shown(name), f"{prediction.probability:.1%}"
    if problem:
        return Message(_NOT_READ[problem], file=file)
    codes = "nothing_known", "no_digit_known"
    code = "digit_read" if prediction.known else codes[prediction.of_digits]
    return Message(code, file=file, label=prediction.label, share=share)


def _number_in_words(name: str, digits: list[Prediction], problem: str | None) -> Message:
    if problem:
        return Message(_NOT_READ[problem], file=_shown(name))
    if len(digits) == 1:
        return _in_words(name, digits[0], None)
    labels = " ".join(digit.label if digit.known else "?" for digit in digits)
    shares = ", ".join(f"{digit.probability:.1%}" for digit in digits)
    return Message("number_read", file=_shown(name), label=labels, shares=shares)


def _shown(name: str) -> InWords:
    """Return a file's name whole, but in one line and without what a terminal would obey."""
    return InWords(shorten(name, LONGEST_PATH))
