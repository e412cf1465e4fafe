"""Datasets that are fetched from their publishers when somebody asks for one, and never before.

What is where stands in one table. Each file is known by its size and its SHA-256, so that it makes
no difference whether an address is to be trusted. Fetching itself is not done here: this module has
the addresses, says what is missing, and takes in what came.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from engine.errors import DataError
from engine.words.message import reason

_AT_ONCE = 1 << 22  # bytes; ten milliseconds of a digest
_EMNIST = "https://biometrics.nist.gov/cs_links/EMNIST/gzip.zip"
_FASHION = "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"
_KMNIST = "https://codh.rois.ac.jp/kmnist/dataset/kmnist/"


@dataclass(frozen=True)
class Download:
    """A file of a publisher's."""

    url: str
    size_bytes: int
    sha256: str

    @property
    def name(self) -> str:
        """What the file is called, there and here."""
        return self.url.rpartition("/")[2]


@dataclass(frozen=True)
class ReadySet:
    """A dataset with its files; several may share a folder.

    `inside` is where it lies among them, and `classes` are what the numbers of its labels stand
    for; empty where its files tell.
    """

    title: str
    folder: str
    downloads: tuple[Download, ...]
    inside: str = ""
    classes: tuple[str, ...] = ()

    @property
    def place(self) -> Path:
        """The folder of its files; it is made when they are fetched."""
        return platformdirs.user_data_path("inkgrad", appauthor=False) / "datasets" / self.folder

    @property
    def path(self) -> Path:
        """Where it is read from once it is here."""
        return self.place / self.inside

    @property
    def missing(self) -> tuple[Download, ...]:
        """The files that aren't here."""
        return tuple(part for part in self.downloads if not (self.place / part.name).is_file())

    @property
    def size_bytes(self) -> int:
        """How much there is to fetch, if nothing is here."""
        return sum(part.size_bytes for part in self.downloads)

    def partial(self, download: Download) -> Path:
        """Return where a file lies until it is whole."""
        return self.place / f"{download.name}.part"


def taking_in(ready: ReadySet, download: Download) -> Iterator[int]:
    """Check a file that came, and put it to the others; give how many bytes are checked.

    One that isn't the publisher's is removed. Raises DataError then, or where it can't be written.
    """
    partial = ready.partial(download)
    digest = hashlib.sha256()
    done = 0
    try:
        with open(partial, "rb") as file:
            while piece := file.read(_AT_ONCE):
                digest.update(piece)
                done += len(piece)
                yield done
        if done != download.size_bytes or digest.hexdigest() != download.sha256:
            partial.unlink()
            raise DataError("fetched_other", file=download.name, name=ready.title)
        partial.replace(ready.place / download.name)
    except OSError as error:
        raise DataError("unwritable_here", file=partial, reason=reason(error)) from None


def _idx(base: str, *files: tuple[int, str]) -> tuple[Download, ...]:
    """Return MNIST's four files, by their sizes and digests: images and labels, train and test."""
    stems = (
        "train-images-idx3-ubyte",
        "train-labels-idx1-ubyte",
        "t10k-images-idx3-ubyte",
        "t10k-labels-idx1-ubyte",
    )
    return tuple(
        Download(f"{base}{stem}.gz", size, digest)
        for stem, (size, digest) in zip(stems, files, strict=True)
    )


def _emnist(title: str, part: str) -> ReadySet:
    digest = "fb9bb67e33772a9cc0b895e4ecf36d2cf35be8b709693c3564cea2a019fcda8e"
    whole = Download(_EMNIST, 561_753_746, digest)
    return ReadySet(title, "emnist", (whole,), f"gzip.zip/gzip/emnist-{part}")


READY_SETS = {
    "fashion_mnist": ReadySet(
        "Fashion-MNIST",
        "fashion_mnist",
        _idx(
            _FASHION,
            (26_421_880, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
            (29_515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
            (4_422_102, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
            (5_148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"),
        ),
        classes=("T-shirt", "Trouser", "Pullover", "Dress", "Coat",
                 "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"),
    ),
    "kmnist": ReadySet(
        "KMNIST",
        "kmnist",
        _idx(
            _KMNIST,
            (18_165_135, "51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4"),
            (29_497, "e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17"),
            (3_041_136, "edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5"),
            (5_120, "20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c"),
        ),
        classes=tuple("おきすつなはまやれを"),
    ),
    "emnist_letters": _emnist("EMNIST letters", "letters"),
    "emnist_balanced": _emnist("EMNIST balanced", "balanced"),
    "emnist_digits": _emnist("EMNIST digits", "digits"),
}  # fmt: skip
