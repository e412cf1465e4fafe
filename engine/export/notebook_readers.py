"""What a lesson's notebook holds of the reader's own: network, weights, logits, settings."""

import base64
import zlib
from collections.abc import Callable, Mapping
from textwrap import indent, wrap
from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import nn

from engine.config import TrainConfig
from engine.export import notebook_cells
from engine.export.notebook import Cell
from engine.learner import Learner
from engine.lessons import loss_against_metric, matmul, nets, pairs, training_loop
from engine.lessons.lab import Lab
from engine.options import chosen_loss

_LINE = 96
_QUICK = """\
few = some(sample, 1024, 1)
torch.manual_seed(0)
model = start(nn.Sequential(nn.Linear(784, 30), nn.ReLU(), nn.Linear(30, 1)))
fit(model, few, mnist_loss, epochs=1, lr=0.5, batch_size=64)
print(f"trained on {len(few.train_y):,} images")"""
_FITS: dict[str, Callable[[nn.Sequential], bool]] = {
    "one_output": nets.has_one_output,
    "relu": nets.starts_with_relu,
}


def packed(data: bytes) -> str:
    """Return an expression that gives these bytes: a few lines of letters."""
    letters = "\n".join(wrap(base64.b64encode(zlib.compress(data, 9)).decode(), _LINE))
    return f'zlib.decompress(base64.b64decode("""\n{letters}"""))'


def _floats(values: NDArray[Any]) -> str:
    array = f"np.frombuffer({packed(values.astype(np.float32).tobytes())}, np.float32)"
    return f"tensor({array}.copy()).view({', '.join(map(str, values.shape))})"


def _net(lab: Lab, kind: str) -> list[Cell]:
    """Return the network that the lesson asks: the reader's own where it fits."""
    own = nets.readers_own(lab, _FITS[kind])
    if own is None:
        words = "A small network, trained in a moment, as the window's is of another kind."
        return [Cell("markdown", words), Cell("code", _QUICK)]
    layers = "".join(f"    nn.{layer},\n" for layer in own.model)
    values = [p.detach().cpu().numpy().ravel() for p in own.model.parameters()]
    lines = (
        f"model = nn.Sequential(\n{layers})\n"
        f"values = {_floats(np.concatenate(values))}\n"
        "nn.utils.vector_to_parameters(values, model.parameters())"
    )
    return [
        Cell("markdown", "The network that answers in the window, as it is now."),
        _folded(lines),
    ]


def _weights(lab: Lab, kind: str) -> list[Cell]:
    name, pictures = matmul.first_weights(lab)
    if name == "of_means":
        lines = "means = mean_images(sample)\npictures = (means[0] - means[1])[None]"
        words = "The weights are the mean 3 less the mean 7: your network has no such pictures."
        return [Cell("markdown", words), Cell("code", lines)]
    words = "The weights of your network's first layer, a picture for each neuron."
    return [Cell("markdown", words), _folded(f"pictures = {_floats(pictures)}")]


def _logits(lab: Lab, kind: str) -> list[Cell]:
    logits = loss_against_metric.logits_of(lab, loss_against_metric.asked(lab))
    words = "What the window's network says of 500 validation images: their logits."
    return [Cell("markdown", words), _folded(f"logits = {_floats(logits.numpy())}")]


def _parts(lab: Lab, kind: str) -> list[Cell]:
    """Return the reader's model and loss, and what his run is made of."""
    learner = lab.learner or Learner(lab.dataset, TrainConfig())
    config, n_classes = training_loop.config_of(learner), len(lab.dataset.classes)
    yours = {
        "data": learner.dataset.name,
        "training images": len(learner.dataset.train),
        "validation images": len(learner.dataset.valid),
        "batch_size": learner.config.batch_size,
        "model": learner.config.model,
        "parameters": sum(p.numel() for p in learner.model.parameters()),
        "lr": learner.lr,
        "loss_func": learner.loss_name,
    }
    body = indent(notebook_cells.model(config, n_classes), "    ")
    lines = (
        f"yours = {yours!r}\n"
        'for part, value in yours.items():\n    print(part, "=", value)\n\n\n'
        f"def new_model():\n{body}\n    return model\n\n\n"
        f"loss_func = {chosen_loss(config.loss, n_classes)}"
    )
    return [
        Cell("markdown", "What your run is made of, and its model and loss."),
        Cell("code", lines),
    ]


def _own_label(lab: Lab, kind: str) -> list[Cell]:
    """Return what the sketch is taken for."""
    words = "The sketch's own label is what the window's network reads."
    return [Cell("markdown", words), Cell("code", f"own_label = {pairs.own_label(lab)!r}")]


OF_THE_READER: Mapping[str, Callable[[Lab, str], list[Cell]]] = {
    "net": _net,
    "weights": _weights,
    "logits": _logits,
    "parts": _parts,
    "own_label": _own_label,
}
NEEDS = {"net": ("learning",), "weights": ("means",)}  # parts that stand before it


def _folded(text: str) -> Cell:
    """Return a cell whose many letters are folded away."""
    return Cell("code", text, folded=True)
