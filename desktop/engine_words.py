"""The engine's names and sentences in the language of the window.

The engine knows no Qt and speaks English. What the window shows of it often is listed here, with {}
for what changes; a sentence that isn't is shown as it is.
"""

import re

from PySide6.QtCore import QCoreApplication

from engine.presets import PRESETS

_PRESET_WORDS = tuple(words for p in PRESETS.values() for words in (p.name, p.about))
_DEVICES = (
    "CPU: there is no GPU that torch can use",
    "CPU: {0} is here, but torch can't compute on it",
    "CPU: {0} ran out of memory",
    "CPU: {0} can't do all that this training needs",
    "{0}: the fastest here",
    "{0}, as chosen",
)
_ADVICE = (
    "After {0} batches the loss exploded",
    "After {0} batches the loss is no longer a number",
    "It learns nothing",
    "the accuracy doesn't change when a weight moves a little, so as a loss it has no "
    "slope to follow. Take a smooth loss.",
    "the learning rate is 0, so no weight ever moves. Try {0}.",
    "all weights started at zero, so no neuron can become different from the others. "
    "Start from random ones.",
    "the gradients are never zeroed, so every step adds all the earlier ones to it. "
    "Zero them after each step.",
    "the first weights are far too large. Start from small random ones.",
    "a weight decay of {0} is stronger than what the weights learn. Set it to 0.",
    "hardly any slope reaches the first layer. Take ReLU, cross-entropy and momentum.",
    "the learning rate {0} is too low. Try {1}.",
    "the learning rate {0} is too high, and each step jumps over the valley. Try {1}.",
    "check that the labels belong to the images.",
)
_DATA = (
    "This very drawing is already kept as a {0}: draw another one.",
    "My digits holds nothing to learn from yet: draw a digit, say which it is on the page "
    "“My digits”, and keep it.",
    "My digits holds only the class {0}: keep drawings of another digit too, or "
    "train on your digits together with MNIST.",
    "My digits has nothing to test on yet: keep a second drawing of a digit.",
    "{0} doesn't exist: choose a folder or an archive of images, or one of {1}.",
    "{0} can't be read ({1}): check its permissions.",
    "{0} is no dataset: choose a folder, or a .zip, .tar, .tgz or .tar.gz archive.",
    "{0} holds no images: choose a folder or an archive with train/<class>/*.png "
    "and valid/<class>/*.png.",
    "{0} has only the class {1}: add a folder with images of another.",
    "{0} is damaged, or no image in spite of its name: mend or remove it.",
    "{0} already holds something: choose a new or an empty folder.",
    "{0} can't be written ({1}): choose another place or make room.",
    "The hidden layers are {0}: give widths such as 100, 50.",
)
TEMPLATES = tuple(dict.fromkeys((*_PRESET_WORDS, *_DEVICES, *_ADVICE, *_DATA)))
_BESIDES = " Besides, "


def in_words(sentence: str) -> str:
    """Return a name or sentence of the engine's in the window's language."""
    whole = _translate(sentence)
    if whole is not None:
        return whole
    what, _, causes = sentence.partition(": ")
    parts = [_translate(part) for part in (what, *causes.split(_BESIDES))]
    if None in parts:
        return sentence
    besides = QCoreApplication.translate("Engine words", " Besides, ")
    return f"{parts[0]}: {besides.join(part for part in parts[1:] if part)}"


def _translate(sentence: str) -> str | None:
    for template in TEMPLATES:
        pattern = re.sub(r"\\\{\d\\\}", "(.+)", re.escape(template))
        found = re.fullmatch(pattern, sentence, re.DOTALL)
        if found:
            return QCoreApplication.translate("Engine", template).format(*found.groups())
    return None
