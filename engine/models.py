"""The models: a function each, and one dict of them. How they learn lives in `learner`.

Every model takes float (N, 784), 0 paper to 1 ink, and gives logits (N, outputs).
"""

from collections.abc import Callable
from itertools import pairwise

import torch
from torch import Tensor, nn

from engine import options
from engine.config import TrainConfig

PIXELS = 28 * 28
_LARGE = 30_000_000  # weights times images; filters do more, as each is used many times

ACTIVATIONS: dict[str, type[nn.Module]] = {
    name: getattr(nn, option.layer) for name, option in options.ACTIVATIONS.items()
}


def linear(outputs: int, config: TrainConfig) -> nn.Sequential:
    """Weigh each pixel and add up: the book's first model."""
    return nn.Sequential(nn.Linear(PIXELS, outputs, bias=config.bias))


def simple_net(outputs: int, config: TrainConfig) -> nn.Sequential:
    """Two linear layers with a nonlinearity between them, 784-30-outputs: the book's network."""
    return _layers((PIXELS, 30, outputs), config)


def mlp(outputs: int, config: TrainConfig) -> nn.Sequential:
    """As many hidden layers as `config.hidden` has widths."""
    return _layers((PIXELS, *config.hidden, outputs), config)


def convnet(outputs: int, config: TrainConfig) -> nn.Sequential:
    """Small filters that slide over the image, then linear layers over what they found."""
    model = nn.Sequential(
        nn.Unflatten(1, (1, 28, 28)),
        nn.Conv2d(1, 16, 5, bias=config.bias),  # (N, 16, 24, 24)
        nn.MaxPool2d(2),
        ACTIVATIONS[config.activation](),
        nn.Conv2d(16, 64, 5, bias=config.bias),  # (N, 64, 8, 8)
        nn.MaxPool2d(2),
        ACTIVATIONS[config.activation](),
        nn.Flatten(),
        nn.Linear(64 * 4 * 4, 128, bias=config.bias),
        ACTIVATIONS[config.activation](),
        nn.Linear(128, outputs, bias=config.bias),
    )
    _lay_channels_last(model)
    return model


def small_convnet(outputs: int, config: TrainConfig) -> nn.Sequential:
    """Filters that skip every other place first, so that there is little left to compute."""
    model = nn.Sequential(
        nn.Unflatten(1, (1, 28, 28)),
        nn.Conv2d(1, 16, 5, stride=2, padding=2, bias=config.bias),  # (N, 16, 14, 14)
        ACTIVATIONS[config.activation](),
        nn.Conv2d(16, 32, 3, bias=config.bias),  # (N, 32, 12, 12)
        nn.MaxPool2d(2),
        ACTIVATIONS[config.activation](),
        nn.Conv2d(32, 64, 3, bias=config.bias),  # (N, 64, 4, 4)
        ACTIVATIONS[config.activation](),
        nn.Flatten(),
        nn.Linear(64 * 4 * 4, outputs, bias=config.bias),
    )
    _lay_channels_last(model)
    return model


MODELS: dict[str, Callable[[int, TrainConfig], nn.Sequential]] = {
    "linear": linear,
    "simple_net": simple_net,
    "mlp": mlp,
    "convnet": convnet,
    "small_convnet": small_convnet,
}


def build_model(config: TrainConfig, n_classes: int) -> nn.Sequential:
    """Make the model that `config` asks for, its weights drawn from `config.seed` alone."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(config.seed)
        model = MODELS[config.model](output_count(config, n_classes), config)
        _initialise(model, INITS[config.init])
    return model


def output_count(config: TrainConfig, n_classes: int) -> int:
    """Return 1 where the book asks "is it a 3?" of two classes, else one output for each class."""
    loss = options.LOSSES[options.chosen_loss(config.loss, n_classes)]
    return 1 if n_classes == 2 and loss.notebook_of_one is not None else n_classes


def has_filters(model: nn.Sequential) -> bool:
    """Tell whether it is a convnet."""
    return any(isinstance(layer, nn.Conv2d) for layer in model)


def is_large(model: nn.Sequential, batch_size: int) -> bool:
    """Tell whether a batch takes so many sums that more than one thread might pay."""
    weights = sum(parameter.numel() for parameter in model.parameters())
    return has_filters(model) or weights * batch_size >= _LARGE


def _layers(widths: tuple[int, ...], config: TrainConfig) -> nn.Sequential:
    layers: list[nn.Module] = []
    for inputs, outputs in pairwise(widths):
        layers += [nn.Linear(inputs, outputs, bias=config.bias)]
        layers += [ACTIVATIONS[config.activation]()]
    return nn.Sequential(*layers[:-1])  # the last layer's logits stay as they are


def _lay_channels_last(model: nn.Sequential) -> None:
    """Store filters channel by channel: the same numbers, in the order a CPU convolves fastest."""
    for layer in model:
        if isinstance(layer, nn.Conv2d):
            layer.weight.data = layer.weight.data.to(memory_format=torch.channels_last)


@torch.no_grad()
def _initialise(model: nn.Module, init: Callable[[Tensor], None]) -> None:
    for parameter in model.parameters():
        if not parameter.is_meta:  # a shape without values: to draw some would import torch._dynamo
            init(parameter)


def random_weights(parameter: Tensor) -> None:
    """Draw as Glorot & Bengio (2010) do, with biases of zero.

    Filters start as He et al. (2015) have them: Glorot's would be too small, and learn later.
    """
    if parameter.dim() == 1:
        parameter.zero_()
    elif parameter.dim() == 4:
        nn.init.kaiming_normal_(parameter, nonlinearity="relu")
    else:
        nn.init.xavier_uniform_(parameter)


def zeros(parameter: Tensor) -> None:
    """Make all weights and biases alike: no neuron can become different."""
    parameter.zero_()


def large_weights(parameter: Tensor) -> None:
    """Draw far too large ones: the sigmoid is flat out there."""
    parameter.normal_(std=10)


INITS: dict[str, Callable[[Tensor], None]] = {
    "random": random_weights,
    "zeros": zeros,
    "large": large_weights,
}
