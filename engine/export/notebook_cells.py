"""What a notebook says of the model, the loss and the loop: plain torch, as short as it can be.

Only what the settings ask for is written, so that no line stands there without use.
"""

from textwrap import indent

import torch
from torch import nn

from engine import options
from engine.augment import KNOTS, SIDE
from engine.config import TrainConfig
from engine.lessons.listing import listing
from engine.models import MODELS, output_count

_VALIDATE = """\
@torch.no_grad()
def validate():
    loss = right = 0.0
    for rows in torch.arange(len(valid_y)).split(512):
        xb, yb = valid_x[rows] / 255, valid_y[rows]
        logits = model(xb)
        loss += loss_func(logits, yb).item() * len(yb)
        right += accuracy(logits, yb).item() * len(yb)
    return loss / len(valid_y), right / len(valid_y)"""


def model(config: TrainConfig, n_classes: int) -> str:
    """Return the lines that build the model and its first weights."""
    with torch.device("meta"):  # its layers without their numbers
        layers = list(MODELS[config.model](output_count(config, n_classes), config))
    body = "".join(f"    nn.{layer},\n" for layer in layers)  # as torch writes them
    lines = f"torch.manual_seed({config.seed})\nmodel = nn.Sequential(\n{body})\n"
    first = options.INITS[config.init].notebook
    if any(isinstance(layer, nn.Conv2d) for layer in layers):
        lines += "model.to(memory_format=torch.channels_last)  # as a CPU convolves fastest\n"
        first = options.INITS[config.init].notebook_with_filters or first
    opening = "with torch.no_grad():\n    for parameter in model.parameters():\n"
    return lines + opening + indent(first, " " * 8)


def loss(config: TrainConfig, n_classes: int) -> str:
    """Return the functions that judge a batch."""
    option = options.LOSSES[options.chosen_loss(config.loss, n_classes)]
    predicted, body = "logits.argmax(dim=1)", option.notebook
    if output_count(config, n_classes) == 1:
        predicted = "(logits[:, 0] <= 0).long()"
        predicted += "  # a logit over 0 is a probability over 0.5: the first class"
        body = option.notebook_of_one or body
    return (
        f"def predicted(logits):\n    return {predicted}\n\n\n"
        "def accuracy(logits, labels):\n"
        "    return (predicted(logits) == labels).float().mean()\n\n\n"
        f"def loss_func(logits, labels):\n{indent(body, ' ' * 4)}"
    )


def augmentation(limits: options.Limits) -> str:
    """Return the program's own lines for it, which are plain torch. Raises InkgradError."""
    bends = ["engine.augment:bends"] if limits.bend_px else []
    names = ["sampling_grid", "thicken", "augment"]
    targets = ["engine.options:Limits", *bends, *(f"engine.augment:{name}" for name in names)]
    parts = [listing(target).text for target in targets]
    sizes = f"SIDE, KNOTS = {SIDE}, {KNOTS}" if bends else f"SIDE = {SIDE}"
    return "\n\n\n".join([sizes, *parts, f"LIMITS = {limits!r}"])


def loop(config: TrainConfig) -> str:
    """Return the lines that train, and print each epoch's losses and accuracy."""
    counts = _counts(config)
    lines = [
        f"epochs, batch_size, lr = {config.epochs}, {config.batch_size}, {config.lr!r}",
        f"generator = torch.Generator().manual_seed({config.seed})",
        *(_MEMORY.format(names=names) for _, names in _remembered(config)),
        *(_COUNT if counts else ()),
        "for epoch in range(epochs):",
        "    losses = []",
        "    order = torch.randperm(len(train_y), generator=generator)",
        "    for rows in order.split(batch_size):",
        "        xb, yb = train_x[rows] / 255, train_y[rows]",
        *(_AUGMENT if options.AUGMENTATIONS[config.augment] else ()),
        _ZERO_GRAD if config.zero_grad else _NO_ZERO_GRAD,
        "        loss = loss_func(model(xb), yb)",
        "        loss.backward()",
        *_update(config),
        *(("        step += 1",) if counts else ()),
        "        losses.append(loss.item())",
        "    valid_loss, valid_accuracy = validate()",
        '    print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f}, "',
        '          f"validation loss {valid_loss:.4f}, accuracy {valid_accuracy:.4f}")',
    ]
    return _VALIDATE + "\n\n\n" + "\n".join(lines)


_MEMORY = "{names} = [torch.zeros_like(parameter) for parameter in model.parameters()]"
_COUNT = ("step, steps = 0, epochs * -(-len(train_y) // batch_size)",)
_AUGMENT = ("        xb = augment(xb, generator, LIMITS)",)
_ZERO_GRAD = "        model.zero_grad()  # or backward() would add to the last batch's gradients"
_NO_ZERO_GRAD = "        # model.zero_grad() is left out on purpose: the gradients pile up"


def _update(config: TrainConfig) -> list[str]:
    """Return the lines that move each parameter."""
    option, remembered = options.OPTIMIZERS[config.optimizer], _remembered(config)
    moves = options.SCHEDULES[config.schedule].notebook
    gradient, step = "parameter.grad", option.notebook
    if config.weight_decay and option.notebook_decay:
        step = f"{option.notebook_decay}\n{step}"
    elif config.weight_decay:
        gradient += f" + {config.weight_decay!r} * parameter"
    every = "for parameter in model.parameters():"
    if remembered:
        one, many = (", ".join(names) for names in zip(*remembered, strict=True))
        every = f"for parameter, {one} in zip(model.parameters(), {many}):"
    else:
        step = f"parameter -= {{rate}} * {f'({gradient})' if config.weight_decay else gradient}"
    step = step.format(
        gradient=gradient,
        rate=f"lr * {config.schedule}(step / steps)" if moves else "lr",
        momentum=config.momentum,
        decay=config.weight_decay,
        number="(step + 1)",
    )
    lines = ["with torch.no_grad():", f"    {every}", indent(step, " " * 8)]
    return indent("\n".join(lines), " " * 8).splitlines()


def _remembered(config: TrainConfig) -> tuple[tuple[str, str], ...]:
    """Return what is kept for each parameter from step to step: nothing without momentum."""
    option = options.OPTIMIZERS[config.optimizer]
    return option.remembers if config.momentum or "momentum" not in option.needs else ()


def _counts(config: TrainConfig) -> bool:
    """Tell whether a step has to know its number."""
    step = options.OPTIMIZERS[config.optimizer].notebook
    return bool(options.SCHEDULES[config.schedule].notebook) or "{number}" in step
