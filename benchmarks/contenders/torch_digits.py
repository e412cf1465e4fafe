"""PyTorch's MNIST example (pytorch/examples, mnist/main.py): its network, settings and loop.

The images come from a TensorDataset that is normalised beforehand, where the example decodes and
normalises each image anew in every epoch; that spares it time. It ends once an epoch reached the
accuracy asked for.

usage: torch_digits ACCURACY [--device NAME] [--images N]
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.optim.lr_scheduler import StepLR
from torch.utils.data import DataLoader, TensorDataset

from benchmarks.contender import Clock, Result, arguments, first, serve
from engine.data.bundled import load_mnist
from engine.data.splits import Split

MEAN, DEVIATION = 0.1307, 0.3081
EPOCHS = 14


class Net(nn.Module):
    """The example's network: 1.2 million parameters."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3, 1)
        self.conv2 = nn.Conv2d(32, 64, 3, 1)
        self.dropout1 = nn.Dropout(0.25)
        self.dropout2 = nn.Dropout(0.5)
        self.fc1 = nn.Linear(9216, 128)
        self.fc2 = nn.Linear(128, 10)

    def forward(self, x: Tensor) -> Tensor:
        x = F.relu(self.conv1(x))
        x = F.relu(self.conv2(x))
        x = self.dropout1(F.max_pool2d(x, 2))
        x = F.relu(self.fc1(torch.flatten(x, 1)))
        return F.log_softmax(self.fc2(self.dropout2(x)), dim=1)


def tensors(split: Split) -> TensorDataset:
    """Return images float (N, 1, 28, 28), normalised, with their labels."""
    x = (torch.tensor(split.images).float().div(255)[:, None] - MEAN) / DEVIATION
    return TensorDataset(x, torch.tensor(split.labels))


def train(
    model: Net, loader: DataLoader[tuple[Tensor, ...]], optimizer: torch.optim.Optimizer
) -> None:
    """Learn from each batch once."""
    model.train()
    for data, target in loader:
        optimizer.zero_grad()
        loss = F.nll_loss(model(data.to(device)), target.to(device))
        loss.backward()
        optimizer.step()


@torch.no_grad()
def test(model: Net, loader: DataLoader[tuple[Tensor, ...]]) -> float:
    """Return the share of right answers."""
    model.eval()
    right = sum(int((model(x.to(device)).argmax(dim=1) == y.to(device)).sum()) for x, y in loader)
    return right / len(loader.dataset)  # type: ignore[arg-type]


def train_as_the_example_does(seed: int) -> Result:
    """Train until the accuracy is reached, and note each epoch."""
    clock = Clock()
    torch.manual_seed(seed)
    train_loader = DataLoader(train_set, batch_size=64, shuffle=True)
    test_loader = DataLoader(test_set, batch_size=1000)
    model = Net().to(device)
    optimizer = torch.optim.Adadelta(model.parameters(), lr=1.0)
    scheduler = StepLR(optimizer, step_size=1, gamma=0.7)
    for _ in range(EPOCHS):
        train(model, train_loader, optimizer)
        accuracy = test(model, test_loader)
        clock.note(accuracy)
        if accuracy >= float(typed.accuracy):
            break
        scheduler.step()
    return clock.result()


typed = arguments("accuracy")
device = typed.device
mnist = load_mnist()
train_set, test_set = tensors(first(mnist.train, typed.images)), tensors(mnist.valid)
serve(train_as_the_example_does)
