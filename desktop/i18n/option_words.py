"""What people call each option of a setting, and what it does to the learning, in one line."""

from PySide6.QtCore import QCoreApplication

Words = dict[str, tuple[str, str]]  # by the option's name in the engine: what it is called, a tip


def option_words(setting: str) -> Words:
    """Return the words for all options of a setting of TrainConfig."""
    return {
        "model": _models,
        "loss": _losses,
        "optimizer": _optimizers,
        "schedule": _schedules,
        "activation": _activations,
        "init": _inits,
        "augment": _augmentations,
    }[setting]()


def _models() -> Words:
    translate = QCoreApplication.translate
    return {
        "linear": (
            "linear",
            translate("Options", "Weights every pixel and adds up: one straight boundary"),
        ),
        "simple_net": (
            "simple_net",
            translate(
                "Options", "One hidden layer of 30 neurons bends the boundary: the book's network"
            ),
        ),
        "mlp": ("mlp", translate("Options", "As many hidden layers as you like")),
        "convnet": (
            "convnet",
            translate("Options", "Slides small filters over the image: the best reader here"),
        ),
        "small_convnet": (
            "small_convnet",
            translate("Options", "Fewer filters in bigger steps: learns in a third of the time"),
        ),
    }


def _losses() -> Words:
    translate = QCoreApplication.translate
    return {
        "auto": (
            translate("Options", "auto"),
            translate("Options", "The book's loss for two classes, cross-entropy for more"),
        ),
        "mnist_loss": (
            "mnist_loss",
            translate("Options", "How far the right answer is from certain"),
        ),
        "cross_entropy": (
            translate("Options", "cross-entropy"),
            translate("Options", "Punishes being sure and wrong: learns faster"),
        ),
        "accuracy": (
            translate("Options", "accuracy"),
            translate("Options", "Has no slope: see why it can't be a loss"),
        ),
    }


def _optimizers() -> Words:
    translate = QCoreApplication.translate
    return {
        "sgd": (
            "SGD",
            translate("Options", "The gradient times the learning rate: the book's choice"),
        ),
        "nesterov": (
            "Nesterov",
            translate("Options", "SGD that looks ahead to where its momentum carries it"),
        ),
        "adam": (
            "Adam",
            translate("Options", "Each weight gets its own step: try a learning rate of 0.001"),
        ),
        "adamw": (
            "AdamW",
            translate("Options", "Adam with weight decay kept apart from the gradient"),
        ),
    }


def _schedules() -> Words:
    translate = QCoreApplication.translate
    return {
        "constant": (
            translate("Options", "constant"),
            translate("Options", "The same rate throughout"),
        ),
        "one_cycle": (
            translate("Options", "one cycle"),
            translate("Options", "The rate rises, then falls to almost nothing"),
        ),
    }


def _activations() -> Words:
    translate = QCoreApplication.translate
    return {
        "relu": ("ReLU", translate("Options", "Negative values become zero: the book's choice")),
        "sigmoid": (
            translate("Options", "sigmoid"),
            translate(
                "Options", "Squeezes values to between 0 and 1: gradients fade in deep networks"
            ),
        ),
        "tanh": ("tanh", translate("Options", "Squeezes values to between -1 and 1")),
        "none": (
            translate("Options", "none"),
            translate("Options", "Without one, two linear layers amount to one"),
        ),
    }


def _inits() -> Words:
    translate = QCoreApplication.translate
    return {
        "random": (
            translate("Options", "random"),
            translate("Options", "Small and different: neurons learn different things"),
        ),
        "zeros": (
            translate("Options", "zeros"),
            translate("Options", "All the same: no neuron can become different"),
        ),
        "large": (
            translate("Options", "large"),
            translate("Options", "Far too large: learning starts where it is flat"),
        ),
    }


def _augmentations() -> Words:
    translate = QCoreApplication.translate
    return {
        "off": (translate("Options", "off"), translate("Options", "The images as they are")),
        "gentle": (
            translate("Options", "gentle"),
            translate("Options", "Turned, slanted and thickened a little, differently each time"),
        ),
    }
