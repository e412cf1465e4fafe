"""`@` against `*`: small typed matrices, then the sketch in a batch times a model's weights."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import torch

from engine.analysis.inspection import weight_pictures
from engine.lessons import typed
from engine.lessons.controls import Control, Entry, Slider, Values
from engine.lessons.digits import Floats, baseline
from engine.lessons.figures import Code, Controls, Figure, Line, Outcome, Picture, Pictures, Text
from engine.lessons.lab import Lab

_BATCH = 4

FOLLOWS_MODEL = True
CONTROLS: tuple[Control, ...] = (
    Entry("left", "1 2; 3 4"),
    Entry("right", "5 6; 7 8"),
    Slider("row", 0, 4, 0, part="cell"),
    Slider("column", 0, 4, 0, part="cell"),
    Slider("digit", 0, _BATCH - 1, 0, part="batch"),
)


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Multiply the typed matrices in both ways; then add up one output of a batch by hand."""
    left, right = (typed.matrix(lab, values[name]) for name in ("left", "right"))
    yield (
        *_small(lab, left, right, (int(values["row"]), int(values["column"]))),
        Text(lab.word("in_batch"), strong=True),
        Controls("batch"),
        *_batch(lab, int(values["digit"])),
    )


def _small(lab: Lab, left: Floats, right: Floats, cell: tuple[int, int]) -> Iterator[Figure]:
    """Show A @ B and A * B, or say why one of them isn't defined; between two typings both may."""
    is_product, each = left.shape[1] == right.shape[0], _each(left, right)
    shapes = {"left": left.shape, "right": right.shape}
    if is_product:
        yield from _lit(lab, left, right, cell)
    else:
        yield Text(lab.word("neither" if each is None else "no_product", **shapes))
    if each is not None:
        yield Pictures((_cells(left, "A"), _cells(right, "B"), _cells(each, "A * B")), ("*", "="))
    elif is_product:
        yield Text(lab.word("no_each", **shapes))


def _each(left: Floats, right: Floats) -> Floats | None:
    """Return A * B; None where they don't broadcast."""
    try:
        product: Floats = (torch.tensor(left) * torch.tensor(right)).numpy()
    except RuntimeError:
        return None
    return product


def _lit(lab: Lab, left: Floats, right: Floats, cell: tuple[int, int]) -> Iterator[Figure]:
    """Show A @ B with the row and the column that the chosen cell comes from.

    Where there is no such row or column, the last one is taken, and that is said.
    """
    last = len(left) - 1, right.shape[1] - 1
    row, column = min(cell[0], last[0]), min(cell[1], last[1])
    product = left @ right
    across, down = slice(row, row + 1), slice(column, column + 1)
    pick = ("row", "column")
    yield Controls("cell")
    yield Pictures(
        (
            replace(_cells(left, "A"), part=(across, slice(0, left.shape[1])), pick=("row", "")),
            replace(_cells(right, "B"), part=(slice(0, len(right)), down), pick=("", "column")),
            replace(_cells(product, "A @ B"), part=(across, down), pick=pick),
        ),
        ("@", "="),
    )
    terms, total = _terms(lab, left[row], right[:, column]), lab.number(product[row, column], "g")
    yield Text(lab.word("one_cell", row=row, column=column, terms=terms, sum=total))
    for name, chosen, end in zip(pick, cell, last, strict=True):
        if chosen > end:
            yield Text(lab.word(f"last_{name}", last=end))


def _cells(matrix: Floats, name: str) -> Picture:
    """Return a matrix as cells with its numbers, whole where they are."""
    whole = bool((matrix == np.round(matrix)).all())
    return Picture(matrix.astype(np.int64) if whole else matrix, name, numbers=True)


def _terms(lab: Lab, row: Floats, column: Floats) -> str:
    def told(number: float) -> str:
        text = lab.number(number, "g")
        return f"({text})" if number < 0 else text

    return " + ".join(f"{told(a)}·{told(b)}" for a, b in zip(row, column, strict=True))


def _batch(lab: Lab, place: int) -> tuple[Figure, ...]:
    """Take the sketch and three validation digits through the weights of one neuron."""
    images = np.concatenate([lab.sketch[None], lab.dataset.valid.images[: _BATCH - 1]])
    xb = torch.tensor(images.reshape(-1, 784)).float() / 255
    name, pictures = first_weights(lab)
    weights = torch.tensor(pictures.reshape(-1, 784)).t()  # (784, outputs)
    outputs = xb @ weights
    products = xb[place] * weights[:, 0]
    by_hand, by_matmul = float(products.sum()), float(outputs[place, 0])
    code = Code(
        (
            Line("xb.shape, weights.shape", f"{tuple(xb.shape)}, {tuple(weights.shape)}"),
            Line("(xb @ weights).shape", str(tuple(outputs.shape)), now=True),
            Line(f"(xb[{place}] * weights[:, 0]).shape", str(tuple(products.shape))),
            Line(f"(xb[{place}] * weights[:, 0]).sum()", f"{by_hand:.4f}"),
            Line(f"(xb @ weights)[{place}, 0]", f"{by_matmul:.4f}"),
        ),
        lab.word("batch", weights=lab.word(name)),
    )
    shown = _products(lab, xb[place].numpy(), pictures[0], products.numpy())
    close = abs(by_hand - by_matmul) <= 1e-4 * max(1.0, float(products.abs().sum()))
    return code, shown, Outcome(lab.word("equal", sum=by_hand, output=by_matmul), close)


def _products(lab: Lab, x: Floats, weights: Floats, products: Floats) -> Pictures:
    return Pictures(
        (
            Picture(x.reshape(28, 28), lab.word("pixels"), low=0, high=1),
            Picture(weights.reshape(28, 28), lab.word("weights"), signed=True),
            Picture(products.reshape(28, 28), lab.word("products"), signed=True),
        ),
        ("*", "="),
    )


def first_weights(lab: Lab) -> tuple[str, Floats]:
    """Return the reader's first layer as pictures (n, 28, 28), and the word that says whose it is.

    Without one it is the mean 3 less the mean 7.
    """
    for name, reader in (("of_run", lab.learner), ("of_classifier", lab.classifier)):
        if reader is not None:
            pictures = weight_pictures(reader.model)
            if pictures.shape[1:] == (28, 28):
                return name, pictures
    three, seven = baseline(lab).means
    return "of_means", (three - seven)[None]
