"""What a notebook says of the model, the loss and the loop: plain torch, as short as it can be.

Only what the settings ask for is written, so that no line stands there without use.
"""

from itertools import pairwise

from engine.config import TrainConfig
from engine.lessons.listing import listing

ONE_CYCLE = """\
def cosine(start, end, share):
    return end + (start - end) * (1 + np.cos(np.pi * share)) / 2


def one_cycle(progress):
    if progress < 0.25:
        return cosine(1 / 25, 1, progress / 0.25)
    return cosine(1, 1 / 10_000, (progress - 0.25) / 0.75)"""

_ACTIVATIONS = {
    "relu": "nn.ReLU()",
    "sigmoid": "nn.Sigmoid()",
    "tanh": "nn.Tanh()",
    "none": "nn.Identity()",
}

_CROSS_ENTROPY = "    return F.cross_entropy(logits, labels)"
_MNIST_LOSS = """\
    right = logits.softmax(dim=1).gather(1, labels[:, None])
    return (1 - right).mean()"""
_MNIST_LOSS_OF_TWO = """\
    predictions = logits[:, 0].sigmoid()
    targets = (labels == 0).long()  # 1 for the first class
    return torch.where(targets == 1, 1 - predictions, predictions).mean()"""
_ACCURACY_LOSS = """\
    wrong = 1 - accuracy(logits, labels)
    return wrong + 0 * logits.sum()  # flat nearly everywhere, so no gradient comes back"""

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
    layers = _filters(config) if config.model == "convnet" else _linears(config)
    last = layers.pop().format(outputs=_outputs(config, n_classes))
    body = "".join(f"    {layer},\n" for layer in [*layers, last])
    lines = f"torch.manual_seed({config.seed})\nmodel = nn.Sequential(\n{body})\n"
    if config.model == "convnet":
        lines += "model.to(memory_format=torch.channels_last)  # as a CPU convolves fastest\n"
    return (
        lines + "with torch.no_grad():\n    for parameter in model.parameters():\n" + _init(config)
    )


def loss(config: TrainConfig, n_classes: int) -> str:
    """Return the functions that judge a batch."""
    single = _outputs(config, n_classes) == 1
    bodies = {
        "auto": _MNIST_LOSS_OF_TWO if n_classes == 2 else _CROSS_ENTROPY,
        "mnist_loss": _MNIST_LOSS_OF_TWO if single else _MNIST_LOSS,
        "cross_entropy": _CROSS_ENTROPY,
        "accuracy": _ACCURACY_LOSS,
    }
    predicted = "(logits[:, 0] <= 0).long()" if single else "logits.argmax(dim=1)"
    if single:
        predicted += "  # a logit over 0 is a probability over 0.5: the first class"
    return (
        f"def predicted(logits):\n    return {predicted}\n\n\n"
        "def accuracy(logits, labels):\n"
        "    return (predicted(logits) == labels).float().mean()\n\n\n"
        f"def loss_func(logits, labels):\n{bodies[config.loss]}"
    )


def augmentation() -> str:
    """Return the program's own lines for it, which are plain torch. Raises InkgradError."""
    from engine.augment import GENTLE  # torch comes with it

    names = ("Limits", "sampling_grid", "thicken", "augment")
    parts = ["\n".join(listing(f"engine.augment:{name}")) for name in names]
    return "\n\n\n".join(["SIDE = 28", *parts, f"GENTLE = {GENTLE!r}"])


def loop(config: TrainConfig) -> str:
    """Return the lines that train, and print each epoch's losses and accuracy."""
    lines = [
        f"epochs, batch_size, lr = {config.epochs}, {config.batch_size}, {config.lr!r}",
        f"generator = torch.Generator().manual_seed({config.seed})",
        *(_VELOCITIES if config.momentum else ()),
        *(_COUNT if config.schedule == "one_cycle" else ()),
        "for epoch in range(epochs):",
        "    losses = []",
        "    order = torch.randperm(len(train_y), generator=generator)",
        "    for rows in order.split(batch_size):",
        "        xb, yb = train_x[rows] / 255, train_y[rows]",
        *(_AUGMENT if config.augment == "gentle" else ()),
        _ZERO_GRAD if config.zero_grad else _NO_ZERO_GRAD,
        "        loss = loss_func(model(xb), yb)",
        "        loss.backward()",
        *_update(config),
        *(("        step += 1",) if config.schedule == "one_cycle" else ()),
        "        losses.append(loss.item())",
        "    valid_loss, valid_accuracy = validate()",
        '    print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f}, "',
        '          f"validation loss {valid_loss:.4f}, accuracy {valid_accuracy:.4f}")',
    ]
    return _VALIDATE + "\n\n\n" + "\n".join(lines)


_VELOCITIES = ("velocities = [torch.zeros_like(parameter) for parameter in model.parameters()]",)
_COUNT = ("step, steps = 0, epochs * -(-len(train_y) // batch_size)",)
_AUGMENT = ("        xb = augment(xb, generator, GENTLE)",)
_ZERO_GRAD = "        model.zero_grad()  # or backward() would add to the last batch's gradients"
_NO_ZERO_GRAD = "        # model.zero_grad() is left out on purpose: the gradients pile up"


def _update(config: TrainConfig) -> list[str]:
    rate = "lr * one_cycle(step / steps)" if config.schedule == "one_cycle" else "lr"
    lines = ["        with torch.no_grad():"]
    lines.append(
        "            for parameter, velocity in zip(model.parameters(), velocities):"
        if config.momentum
        else "            for parameter in model.parameters():"
    )
    direction = "parameter.grad"
    if config.weight_decay:
        direction += f" + {config.weight_decay!r} * parameter"
    if config.momentum:
        lines.append(f"                velocity.mul_({config.momentum!r}).add_({direction})")
        direction = "velocity"
    if config.weight_decay and not config.momentum:
        direction = f"({direction})"
    lines.append(f"                parameter -= {rate} * {direction}")
    return lines


def _outputs(config: TrainConfig, n_classes: int) -> int:
    return 1 if n_classes == 2 and config.loss != "cross_entropy" else n_classes


def _linears(config: TrainConfig) -> list[str]:
    hidden = {"linear": (), "simple_net": (30,), "mlp": config.hidden}[config.model]
    layers = []
    for a, b in pairwise([28 * 28, *hidden]):
        layers += [f"nn.Linear({a}, {b}{_bias(config)})", _ACTIVATIONS[config.activation]]
    return [*layers, f"nn.Linear({[28 * 28, *hidden][-1]}, {{outputs}}{_bias(config)})"]


def _filters(config: TrainConfig) -> list[str]:
    between, bias = _ACTIVATIONS[config.activation], _bias(config)
    return [
        "nn.Unflatten(1, (1, 28, 28))",
        f"nn.Conv2d(1, 16, 5{bias})",
        "nn.MaxPool2d(2)",
        between,
        f"nn.Conv2d(16, 64, 5{bias})",
        "nn.MaxPool2d(2)",
        between,
        "nn.Flatten()",
        f"nn.Linear(64 * 4 * 4, 128{bias})",
        between,
        f"nn.Linear(128, {{outputs}}{bias})",
    ]


def _bias(config: TrainConfig) -> str:
    return "" if config.bias else ", bias=False"


def _init(config: TrainConfig) -> str:
    if config.init == "zeros":
        return "        parameter.zero_()"
    if config.init == "large":
        return "        parameter.normal_(std=10)  # far too large, on purpose"
    lines = "        if parameter.dim() == 1:\n            parameter.zero_()  # a bias\n"
    if config.model == "convnet":
        lines += "        elif parameter.dim() == 4:\n"
        lines += '            nn.init.kaiming_normal_(parameter, nonlinearity="relu")\n'
    return lines + "        else:\n            nn.init.xavier_uniform_(parameter)"
