"""The book's training as plain PyTorch: a DataLoader, an optimizer from torch.optim, and a loop.

usage: torch_book --epochs N [--device NAME]
"""

import torch
from torch import nn
from torch.utils.data import DataLoader

from benchmarks.contender import Clock, Result, arguments, serve
from benchmarks.contenders.mnist_sample import as_in_the_book, batch_accuracy, mnist_loss

train, valid = as_in_the_book()
typed = arguments()
device = typed.device


def train_with_a_data_loader(seed: int) -> Result:
    """Train for some epochs and note each."""
    torch.manual_seed(seed)
    dl = DataLoader(list(zip(*train, strict=True)), batch_size=256, shuffle=True)
    valid_dl = DataLoader(list(zip(*valid, strict=True)), batch_size=256)
    simple_net = nn.Sequential(nn.Linear(28 * 28, 30), nn.ReLU(), nn.Linear(30, 1)).to(device)
    optimizer = torch.optim.SGD(simple_net.parameters(), lr=0.1)
    clock = Clock()
    for _ in range(typed.epochs):
        for xb, yb in dl:
            loss = mnist_loss(simple_net(xb.to(device)), yb.to(device))
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
        with torch.no_grad():
            right = sum(
                batch_accuracy(simple_net(xb.to(device)), yb.to(device)) * len(yb)
                for xb, yb in valid_dl
            )
        clock.note(float(right) / len(valid[0]))
    return clock.result()


serve(train_with_a_data_loader)
