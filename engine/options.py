"""Every option of a setting, told once: one record each, in one table for each kind.

`config` takes the names from here, and all others what they need to know of an option: the form,
the command line, the pictures, notebooks and exports. Nothing here imports torch, so that a window
can list them at once; what needs it stands under the same name in `models` and `losses`, and the
curves of the rates in `schedules`. What people call an option, the window says.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Model:
    """A kind of network; its layers are in `models`."""

    needs: tuple[str, ...] = ()  # the settings that only some models have a use for


@dataclass(frozen=True)
class Activation:
    """What stands between two layers: a class of torch.nn, made without arguments."""

    layer: str  # the name of the class
    onnx: str  # the operator that does the same, of opset 17
    shown: bool = True  # among the pictures of a sketch's way through the network


@dataclass(frozen=True)
class Loss:
    """What a run brings down; the function is in `losses`.

    The notebook's lines are the body of `loss_func(logits, labels)`, which may use `predicted` and
    `accuracy`.
    """

    notebook: str  # for logits (N, outputs)
    notebook_of_one: str | None = None  # for (N, 1): what two classes have; None: they have two
    has_slope: bool = True  # whether anything can be learned by it


@dataclass(frozen=True)
class Optimizer:
    """What becomes of a gradient before a parameter moves; the class is in `optimizers`.

    The notebook's lines move one `parameter`. They may use {gradient}, {rate}, {momentum} and
    {number}, the step's, from 1; and what it remembers of a parameter, by name: one and many.
    """

    notebook: str
    remembers: tuple[tuple[str, str], ...]
    needs: tuple[str, ...] = ()  # the settings that only some optimizers have a use for
    usual_lr: float = 0.1  # without momentum: where it learns in most cases
    notebook_decay: str = ""  # a line with {decay}, where that isn't a part of {gradient}


@dataclass(frozen=True)
class Schedule:
    """How the learning rate moves; the function is in `schedules`.

    The notebook's lines define a function of the option's own name; without them the rate stays.
    """

    about: str = ""  # a sentence before those lines
    notebook: str = ""


@dataclass(frozen=True)
class FirstWeights:
    """Where learning starts; the function is in `models`.

    The notebook's lines set one `parameter`.
    """

    notebook: str
    notebook_with_filters: str = ""  # where a model has some, and they start otherwise


@dataclass(frozen=True)
class Limits:
    """How far `augment` may change an image; each change is drawn evenly from -limit to +limit."""

    turn_degrees: float = 0.0
    slant: float = 0.0  # how far the top moves sideways, as a share of the height
    scale: float = 0.0  # a share of the size: 0.1 is from 10 % smaller to 10 % larger
    stretch: float = 0.0  # a share by which the width grows while the height shrinks
    shift_px: float = 0.0
    thickness: float = 0.0  # 1: up to half a pixel thicker or thinner
    bend_px: float = 0.0  # how far places a quarter of the image apart may move apart


MODELS = {
    "linear": Model(),
    "simple_net": Model(needs=("activation",)),
    "mlp": Model(needs=("activation", "hidden")),
    "convnet": Model(needs=("activation",)),
    "small_convnet": Model(needs=("activation",)),
}

ACTIVATIONS = {
    "relu": Activation("ReLU", onnx="Relu"),
    "sigmoid": Activation("Sigmoid", onnx="Sigmoid"),
    "tanh": Activation("Tanh", onnx="Tanh"),
    "none": Activation("Identity", onnx="Identity", shown=False),
}

_ONE_MINUS_P_OF_TWO = """\
predictions = logits[:, 0].sigmoid()
targets = (labels == 0).long()  # 1 for the first class
return torch.where(targets == 1, 1 - predictions, predictions).mean()"""
_ONE_MINUS_P = """\
right = logits.softmax(dim=1).gather(1, labels[:, None])
return (1 - right).mean()"""
_SHARE_OF_WRONG = """\
wrong = 1 - accuracy(logits, labels)
return wrong + 0 * logits.sum()  # flat nearly everywhere, so no gradient comes back"""

LOSSES = {
    "mnist_loss": Loss(_ONE_MINUS_P, _ONE_MINUS_P_OF_TWO),
    "cross_entropy": Loss("return F.cross_entropy(logits, labels)"),
    "accuracy": Loss(_SHARE_OF_WRONG, _SHARE_OF_WRONG, has_slope=False),
}

_ADAM = """\
mean.lerp_({gradient}, 0.1)
square.mul_(0.999).add_(0.001 * ({gradient}) ** 2)
root = (square / (1 - 0.999**{number})).sqrt() + 1e-8
parameter -= {rate} * mean / (1 - 0.9**{number}) / root"""

_VELOCITIES = (("velocity", "velocities"),)
_MEANS = (("mean", "means"), ("square", "squares"))

OPTIMIZERS = {
    "sgd": Optimizer(
        "velocity.mul_({momentum}).add_({gradient})\nparameter -= {rate} * velocity",
        _VELOCITIES,
        needs=("momentum",),
    ),
    "nesterov": Optimizer(
        "velocity.mul_({momentum}).add_({gradient})\n"
        "parameter -= {rate} * ({gradient} + {momentum} * velocity)",
        _VELOCITIES,
        needs=("momentum",),
    ),
    "adam": Optimizer(_ADAM, _MEANS, usual_lr=0.001),
    "adamw": Optimizer(
        _ADAM, _MEANS, usual_lr=0.001, notebook_decay="parameter *= 1 - {rate} * {decay}"
    ),
}

_ONE_CYCLE = """\
def cosine(start, end, share):
    return end + (start - end) * (1 + np.cos(np.pi * share)) / 2


def one_cycle(progress):
    if progress < 0.25:
        return cosine(1 / 25, 1, progress / 0.25)
    return cosine(1, 1 / 10_000, (progress - 0.25) / 0.75)"""

SCHEDULES = {
    "constant": Schedule(),
    "one_cycle": Schedule("The learning rate rises, then falls to almost nothing.", _ONE_CYCLE),
}

_BIAS = """\
if parameter.dim() == 1:
    parameter.zero_()  # a bias
"""
_FILTERS = """\
elif parameter.dim() == 4:
    nn.init.kaiming_normal_(parameter, nonlinearity="relu")
"""
_OTHERS = """\
else:
    nn.init.xavier_uniform_(parameter)"""

INITS = {
    "random": FirstWeights(_BIAS + _OTHERS, _BIAS + _FILTERS + _OTHERS),
    "zeros": FirstWeights("parameter.zero_()"),
    "large": FirstWeights("parameter.normal_(std=10)  # far too large, on purpose"),
}

AUGMENTATIONS = {
    "off": None,
    "gentle": Limits(
        turn_degrees=10, slant=0.2, scale=0.1, stretch=0.15, shift_px=1.5, thickness=0.6
    ),
}

CHOICES: dict[str, tuple[str, ...]] = {  # what each of these settings can be
    "model": tuple(MODELS),
    "loss": ("auto", *LOSSES),
    "optimizer": tuple(OPTIMIZERS),
    "schedule": tuple(SCHEDULES),
    "init": tuple(INITS),
    "activation": tuple(ACTIVATIONS),
    "augment": tuple(AUGMENTATIONS),
}


def chosen_loss(loss: str, n_classes: int) -> str:
    """Return the loss that a setting stands for: "auto" is the book's for two classes."""
    if loss != "auto":
        return loss
    return "mnist_loss" if n_classes == 2 else "cross_entropy"


def applies(setting: str, model: str, optimizer: str) -> bool:
    """Tell whether a setting changes anything for that model and that optimizer."""
    needs = [o.needs for o in MODELS.values()] + [o.needs for o in OPTIMIZERS.values()]
    only_for_some = any(setting in names for names in needs)
    return not only_for_some or setting in MODELS[model].needs + OPTIMIZERS[optimizer].needs
