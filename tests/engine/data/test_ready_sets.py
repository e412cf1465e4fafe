"""Sets that are fetched: where they come from, what is taken in, and how they are read."""

import gzip
import hashlib
import zipfile
from pathlib import Path

import numpy as np
import platformdirs
import pytest

from engine.data import ready_sets
from engine.data.ready_sets import READY_SETS, Download, ReadySet, taking_in
from engine.data.splits import Dataset
from engine.datasets import load_dataset
from engine.errors import DataError
from engine.export.notebook_data import read_data
from tests.engine.data.given import idx


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a folder of its own for what is fetched."""
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: tmp_path)
    return tmp_path / "datasets"


def test_the_table_names_publishers_by_https_and_every_file_by_its_digest() -> None:
    hosts = {"raw.githubusercontent.com", "codh.rois.ac.jp", "biometrics.nist.gov"}
    for ready in READY_SETS.values():
        for download in ready.downloads:
            scheme, _, rest = download.url.partition("://")
            assert scheme == "https"
            assert rest.partition("/")[0] in hosts
            assert len(bytes.fromhex(download.sha256)) == hashlib.sha256().digest_size
            assert 1_000 < download.size_bytes < 600_000_000


def test_what_is_not_here_is_said_so() -> None:
    with pytest.raises(DataError, match=r"Fashion-MNIST has not been downloaded.*More data"):
        load_dataset("fashion_mnist")


@pytest.fixture
def shirts(
    mnist: Dataset, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[ReadySet, dict[str, bytes]]:
    """Return a small Fashion-MNIST as a table would have it, and its files, which aren't here."""
    pixels = np.random.default_rng(0).permutation(mnist.train.images[:400].reshape(-1, 784), axis=1)
    images, labels = pixels.reshape(-1, 28, 28), mnist.train.labels[:400].astype(np.uint8)
    files = {
        f"{side}-{content}-idx{array.ndim}-ubyte.gz": gzip.compress(idx(array[part]))
        for side, part in (("train", slice(0, 300)), ("t10k", slice(300, 400)))
        for content, array in (("images", images), ("labels", labels))
    }
    downloads = tuple(
        Download(f"https://example.org/{name}", len(data), hashlib.sha256(data).hexdigest())
        for name, data in files.items()
    )
    classes = READY_SETS["fashion_mnist"].classes
    ready = ReadySet("Fashion-MNIST", "fashion_mnist", downloads, classes=classes)
    monkeypatch.setitem(ready_sets.READY_SETS, "fashion_mnist", ready)
    return ready, files


def test_what_came_is_checked_and_read_with_the_publishers_names(
    shirts: tuple[ReadySet, dict[str, bytes]], mnist: Dataset
) -> None:
    ready, files = shirts
    ready.place.mkdir(parents=True)
    for download in ready.downloads:
        assert download in ready.missing
        ready.partial(download).write_bytes(files[download.name])
        assert list(taking_in(ready, download)) == [download.size_bytes]
        assert not ready.partial(download).exists()
    assert not ready.missing
    dataset = load_dataset("fashion_mnist")
    assert dataset.name == "Fashion-MNIST"
    assert dataset.classes[0] == "T-shirt"
    assert dataset.classes[9] == "Ankle boot"
    assert np.array_equal(dataset.train.labels, mnist.train.labels[:300])
    assert not any(finding.kind.value == "changed" for finding in dataset.findings)
    assert "engine.load_dataset('fashion_mnist')" in read_data("fashion_mnist").code


@pytest.mark.parametrize("change", [lambda d: d[:-1], lambda d: d + b"x", lambda d: b"y" + d[1:]])
def test_what_is_another_file_is_removed(
    shirts: tuple[ReadySet, dict[str, bytes]], change: object
) -> None:
    ready, files = shirts
    download = ready.downloads[0]
    ready.place.mkdir(parents=True)
    assert callable(change)
    ready.partial(download).write_bytes(change(files[download.name]))
    with pytest.raises(DataError, match="isn't the file that the publisher"):
        list(taking_in(ready, download))
    assert not any(ready.place.iterdir())


def test_emnists_sets_lie_in_one_archive(
    mnist: Dataset, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("emnist_letters", "emnist_balanced", "emnist_digits"):
        assert READY_SETS[name].downloads == READY_SETS["emnist_digits"].downloads
    place = READY_SETS["emnist_digits"].place
    place.mkdir(parents=True)
    assert READY_SETS["emnist_digits"].missing
    with zipfile.ZipFile(place / "gzip.zip", "w") as archive:
        for kind, first in (("letters", 1), ("balanced", 0), ("digits", 0)):
            names = [*(f"{code} {ord(sign)}" for code, sign in enumerate("ABCDEFGHIJ", first))]
            if kind != "digits":
                archive.writestr(f"gzip/emnist-{kind}-mapping.txt", "\n".join(names))
            for side, part in (("train", slice(0, 300)), ("test", slice(300, 400))):
                images = mnist.train.images[part].transpose(0, 2, 1)
                labels = (mnist.train.labels[part] + first).astype(np.uint8)
                stem = f"gzip/emnist-{kind}-{side}"
                archive.writestr(f"{stem}-images-idx3-ubyte.gz", gzip.compress(idx(images)))
                archive.writestr(f"{stem}-labels-idx1-ubyte.gz", gzip.compress(idx(labels)))
    for name, classes in (
        ("emnist_letters", tuple("ABCDEFGHIJ")),
        ("emnist_balanced", tuple("ABCDEFGHIJ")),
        ("emnist_digits", mnist.classes),
    ):
        dataset = load_dataset(name)
        assert dataset.classes == classes
        assert np.array_equal(dataset.train.images, mnist.train.images[:300])
        assert np.array_equal(dataset.train.labels, mnist.train.labels[:300])
