"""fast.ai's Learner as chapter 4 of the book uses it. Runs in fast.ai's own environment.

    dl = DataLoader(list(zip(train_x, train_y)), batch_size=256)
    learn = Learner(DataLoaders(dl, valid_dl), simple_net, opt_func=SGD,
                    loss_func=mnist_loss, metrics=batch_accuracy)
    learn.fit(40, 0.1)

The progress bar and the printed table are off, which spares fast.ai their time.
"""

import sys

import torch
from fastai.basics import SGD, Callback, DataLoader, DataLoaders, Learner
from fastai.callback.progress import ProgressCallback  # noqa: F401  (adds no_bar to Learner)
from torch import nn

from benchmarks.contender import Clock, Result, serve
from benchmarks.contenders.mnist_sample import as_in_the_book, batch_accuracy, mnist_loss

train, valid = as_in_the_book()
epochs = int(sys.argv[1])


class NoteEpochs(Callback):
    """Note the accuracy that fast.ai's own recorder found."""

    order = 60  # after the Recorder

    def __init__(self, clock: Clock) -> None:
        self.clock = clock

    def after_epoch(self) -> None:
        self.clock.note(float(self.learn.recorder.values[-1][-1]))


def train_as_the_book_does(seed: int) -> Result:
    """Train for some epochs and note each."""
    torch.manual_seed(seed)
    dl = DataLoader(list(zip(*train, strict=True)), batch_size=256)
    valid_dl = DataLoader(list(zip(*valid, strict=True)), batch_size=256)
    simple_net = nn.Sequential(nn.Linear(28 * 28, 30), nn.ReLU(), nn.Linear(30, 1))
    learn = Learner(
        DataLoaders(dl, valid_dl),
        simple_net,
        opt_func=SGD,
        loss_func=mnist_loss,
        metrics=batch_accuracy,
    )
    clock = Clock()
    with learn.no_bar(), learn.no_logging():
        learn.fit(epochs, 0.1, cbs=NoteEpochs(clock))
    return clock.result()


serve(train_as_the_book_does)
