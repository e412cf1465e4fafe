"""Ways to read MNIST_SAMPLE into memory: Inkgrad's, a loop with PIL, and torchvision's manner.

usage: loading_ways WAY FOLDER     FOLDER holds mnist_sample/ and mnist_sample.tgz
"""

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import platformdirs
import torch
from PIL import Image
from torch import Tensor
from torch.utils.data import DataLoader
from torch.utils.data import Dataset as TorchDataset

from benchmarks.contender import Clock, Result, serve
from engine import load_dataset

PLACE = Path(sys.argv[2])
FOLDER, ARCHIVE = PLACE / "mnist_sample", PLACE / "mnist_sample.tgz"
CACHE = Path(tempfile.mkdtemp(dir=PLACE, prefix="cache-"))


def inkgrad(what: str | Path) -> int:
    """Return how many images Inkgrad read."""
    dataset = load_dataset(what)
    return len(dataset.train) + len(dataset.valid)


def pil_loop() -> int:
    """Open each file with PIL and stack the arrays, as the book does."""
    count = 0
    for split in ("train", "valid"):
        for digit in ("3", "7"):
            paths = sorted((FOLDER / split / digit).iterdir())
            stacked = torch.stack([torch.tensor(np.array(Image.open(path))) for path in paths])
            count += len(stacked)
    return count


class ImageFolder(TorchDataset[tuple[Tensor, int]]):
    """torchvision's class of that name with Grayscale and ToTensor, in as many words."""

    def __init__(self, folder: Path) -> None:
        classes = sorted(child.name for child in folder.iterdir())
        self.samples = [
            (path, label)
            for label, name in enumerate(classes)
            for path in sorted((folder / name).iterdir())
        ]

    def __len__(self) -> int:
        return len(self.samples)

    def __getitem__(self, index: int) -> tuple[Tensor, int]:
        path, label = self.samples[index]
        with open(path, "rb") as file:
            image = Image.open(file).convert("RGB").convert("L")
        pixels = torch.from_numpy(np.array(image, copy=True)).view(1, 28, 28)
        return pixels.to(torch.get_default_dtype()).div(255), label


def image_folder() -> int:
    """Go once through a DataLoader over each split, which is what an epoch costs there."""
    loaders = [DataLoader(ImageFolder(FOLDER / s), batch_size=256) for s in ("train", "valid")]
    return sum(len(yb) for loader in loaders for _, yb in loader)


WAYS: dict[str, Callable[[], int]] = {
    "bundled": lambda: inkgrad("mnist_sample"),
    "folder": lambda: inkgrad(FOLDER),
    "archive": lambda: inkgrad(ARCHIVE),
    "pil": pil_loop,
    "image_folder": image_folder,
}


def load(seed: int) -> Result:
    """Read the set; where the way ends in "-anew", as if for the first time."""
    way, _, anew = sys.argv[1].partition("-")
    if anew:
        shutil.rmtree(CACHE, ignore_errors=True)
    clock = Clock()
    count = WAYS[way]()
    seconds = clock.seconds()
    assert count == 14_434
    return seconds


platformdirs.user_cache_path = lambda *_, **__: CACHE
serve(load)
shutil.rmtree(CACHE, ignore_errors=True)
