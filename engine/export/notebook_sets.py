"""The data of a lesson's notebook: MNIST, its 3s and 7s, and what the reader has chosen."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.export.notebook import Cell
from engine.export.notebook_data import read_data
from engine.export.notebook_mnist import mnist_reader

_MNIST = """\
def read(name):
    return torch.tensor(read_idx(mnist_file(name)))


mnist = SimpleNamespace(
    classes=list("0123456789"),
    train_x=read("train-images-idx3-ubyte.gz"),  # (60000, 28, 28), 0 paper to 255 ink
    train_y=read("train-labels-idx1-ubyte.gz").long(),
    valid_x=read("t10k-images-idx3-ubyte.gz"),
    valid_y=read("t10k-labels-idx1-ubyte.gz").long(),
)"""
_SAMPLE = """\
def three_or_seven(x, y):
    rows = (y == 3) | (y == 7)
    return x[rows], (y[rows] == 7).long()  # the labels are places in the classes


sample = SimpleNamespace(classes=["3", "7"])
sample.train_x, sample.train_y = three_or_seven(mnist.train_x, mnist.train_y)
sample.valid_x, sample.valid_y = three_or_seven(mnist.valid_x, mnist.valid_y)
print(len(sample.train_y), "training images,", len(sample.valid_y), "validation images")"""
_CHOSEN = """\
chosen = SimpleNamespace(
    classes=classes,
    train_x=train_x.view(-1, 28, 28),
    train_y=train_y,
    valid_x=valid_x.view(-1, 28, 28),
    valid_y=valid_y,
)"""


@dataclass(frozen=True)
class Source:
    """Where the reader's dataset comes from: what `load_dataset` takes."""

    dataset: str
    as_is: bool = False


def shared_cells(name: str, source: Source, done: set[str]) -> Iterator[Cell]:
    """Give the cells that leave `sample`, `mnist` or `chosen` behind, with what isn't `done`."""
    if name == "chosen" and source.dataset not in ("mnist_sample", "mnist"):
        data = read_data(source.dataset, source.as_is)
        yield Cell("markdown", data.note)
        yield Cell("code", f"{data.code}\n\n{_CHOSEN}")
        return
    if "bundled" not in done:
        done.add("bundled")
        yield Cell("markdown", "MNIST, from Inkgrad's own files; where they aren't, it is fetched.")
        yield Cell("code", f"{mnist_reader()}\n\n\n{_MNIST}")
    wanted = "sample" if source.dataset == "mnist_sample" and name == "chosen" else name
    if wanted == "sample" and "3 and 7" not in done:
        done |= {"sample", "3 and 7"}
        yield Cell("code", _SAMPLE)
    if name == "chosen":
        yield Cell("code", f"chosen = {'sample' if wanted == 'sample' else 'mnist'}")
