"""Stochastic gradient descent with a single weight: a ball on the curve of the loss."""

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor

from engine.inference.similarity import PixelSimilarity
from engine.lessons.controls import Choice, Control, Slider, Steps, Values
from engine.lessons.figures import Code, Curve, Figure, Line, Mark, Outcome, Plot, Table
from engine.lessons.lab import Lab
from engine.lessons.samples import some
from engine.losses import cross_entropy
from engine.optimizers import SGD

CONTROLS: tuple[Control, ...] = (
    Steps("step", 16),
    Slider("lr", 0.5, 12, 3, 0.5),
    Choice("batch", ("1", "16", "all"), "16"),
)
_START = -6.0  # from there, nearly everything is called a 7
_IMAGES = 1000
_SEED = 0  # of the batches that are drawn
_ROUGH = 16
_PASSES = (1, _ROUGH, _IMAGES)  # images per batch
_SPREAD = 2.0  # of the scores: they stand well apart, and some still overlap


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Let the ball take as many steps as the reader has asked for, each on its own batch."""
    scores, labels = _scores(lab)
    done, lr = int(values["step"]), float(values["lr"])
    batches = _batches(str(values["batch"]))
    weight = torch.tensor([_START], requires_grad=True)
    optimizer = SGD([weight], lr)
    path = [_START]
    for rows in batches[:done]:
        optimizer.zero_grad()
        cross_entropy(scores[rows] + weight, labels[rows]).backward()
        optimizer.step()
        path.append(weight.item())
    plot = _plot(lab, path, scores, labels, batches[done])
    lines = _lines(lab, path, weight.grad, lr)
    yield plot, lines, *_outcome(lab, path, scores, labels), *_one_pass(lab, lr, scores, labels)


def _scores(lab: Lab) -> tuple[Tensor, Tensor]:
    """Return how much nearer each image is to the mean 3 than to the mean 7: (N, 1); and labels."""
    few = some(lab.sample, _IMAGES, 1)
    to_3, to_7 = PixelSimilarity.of(few.train, few.classes).distances(few.train.images).T
    nearer = to_7 - to_3
    scores = _SPREAD * nearer / nearer.std()
    return torch.tensor(scores)[:, None], torch.tensor(few.train.labels)


def _batches(size: str) -> list[Tensor]:
    """Return the rows of each step's batch; the one after the last is drawn, too."""
    steps = 16
    if size == "all":
        return [torch.arange(_IMAGES)] * steps
    generator = torch.Generator().manual_seed(_SEED)
    return list(torch.randint(_IMAGES, (steps, int(size)), generator=generator))


def _losses(weights: Tensor, scores: Tensor, labels: Tensor) -> np.ndarray:
    """Return the loss at each of some weights (M,), over all scores given."""
    return np.array([cross_entropy(scores + weight, labels).item() for weight in weights])


def _plot(lab: Lab, path: list[float], scores: Tensor, labels: Tensor, rows: Tensor) -> Plot:
    far = max(8.0, *(abs(weight) for weight in path))
    weights = torch.linspace(-far, far, 121)
    places = torch.tensor(path)
    heights = _losses(places, scores, labels)
    curves = [
        Curve(lab.word("all_images"), weights.numpy(), _losses(weights, scores, labels)),
        Curve(lab.word("path"), places.numpy(), heights, points=True),
    ]
    if len(rows) < len(scores):
        seen = _losses(weights, scores[rows], labels[rows])
        curves.append(Curve(lab.word("next_batch"), weights.numpy(), seen, dashed=True))
    ball = Mark(lab.word("ball"), path[-1], float(heights[-1]))
    return Plot(tuple(curves), lab.word("weight"), lab.word("loss"), marks=(ball,))


def _lines(lab: Lab, path: list[float], gradient: Tensor | None, lr: float) -> Code:
    if gradient is None:
        return Code((Line(f"w = {_START:g}", lab.word("not_yet"), now=True),))
    numbers = (path[-2], gradient.item(), path[-1])
    before, slope, after = (f"{number:.3f}" for number in numbers)
    return Code(
        (
            Line("loss = cross_entropy(score[batch] + w, y[batch])"),
            Line("loss.backward()", f"w.grad = {slope}"),
            Line("w -= lr * w.grad", f"{before} - {lr:g} * {slope} = {after}"),
        )
    )


def _outcome(lab: Lab, path: list[float], scores: Tensor, labels: Tensor) -> tuple[Outcome, ...]:
    if len(path) < 16:
        return ()
    first, last = _losses(torch.tensor([path[0], path[-1]]), scores, labels)
    lower = bool(last < first)
    word = "outcome" if lower else "outcome_worse"
    return (Outcome(lab.word(word, steps=len(path) - 1, first=first, last=last), lower),)


def _one_pass(lab: Lab, lr: float, scores: Tensor, labels: Tensor) -> tuple[Figure, ...]:
    """Look at each image once, in one exact step or in many rough ones, and compare the losses."""
    losses = {size: _loss_after_pass(size, lr, scores, labels) for size in _PASSES}
    steps = {size: -(-_IMAGES // size) for size in _PASSES}
    rows = tuple(
        (lab.number(size, ","), lab.number(steps[size], ","), lab.number(loss, ".3f"))
        for size, loss in losses.items()
    )
    columns = tuple(lab.word(f"column_{name}") for name in ("batch", "steps", "loss"))
    rough, exact = losses[_ROUGH], losses[_IMAGES]
    further = rough < exact
    word = "outcome_pass" if further else "outcome_pass_worse"
    words = lab.word(word, steps=steps[_ROUGH], rough=rough, exact=exact)
    return Table(columns, rows), Outcome(words, further)


def _loss_after_pass(size: int, lr: float, scores: Tensor, labels: Tensor) -> float:
    weight = torch.tensor([_START], requires_grad=True)
    optimizer = SGD([weight], lr)
    order = torch.randperm(_IMAGES, generator=torch.Generator().manual_seed(_SEED))
    for rows in order.split(size):
        optimizer.zero_grad()
        cross_entropy(scores[rows] + weight, labels[rows]).backward()
        optimizer.step()
    with torch.no_grad():
        return cross_entropy(scores + weight, labels).item()
