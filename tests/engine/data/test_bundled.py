"""The MNIST in the package is MNIST, byte for byte, and the sample is fast.ai's selection."""

import gzip
import hashlib
import re

import numpy as np

import assets
import engine


def test_the_files_are_the_originals_that_their_note_names() -> None:
    note = assets.path("mnist/ORIGIN.md").read_text(encoding="utf-8")
    sums = dict(re.findall(r"`(\S+\.gz)` .* `([0-9a-f]{32})`", note))
    assert len(sums) == 4
    for name, expected in sums.items():
        raw = gzip.decompress(assets.path(f"mnist/{name}").read_bytes())
        assert hashlib.md5(raw).hexdigest() == expected


def test_the_files_are_packed_without_name_or_time() -> None:
    for path in assets.path("mnist").glob("*.gz"):
        head = path.read_bytes()[:10]
        assert head[3:8] == b"\0" * 5, "no flags, no modification time"


def test_mnist_has_sixty_and_ten_thousand_digits(mnist: engine.Dataset) -> None:
    assert (len(mnist.train), len(mnist.valid)) == (60_000, 10_000)
    assert mnist.classes == tuple("0123456789")
    assert mnist.train.labels[:10].tolist() == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4]
    assert mnist.valid.labels[:10].tolist() == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9]
    assert round(float(mnist.train.images.mean()) / 255, 4) == 0.1307  # the constant in every book


def test_the_sample_is_every_three_and_seven(
    mnist: engine.Dataset, mnist_sample: engine.Dataset
) -> None:
    assert mnist_sample.classes == ("3", "7")
    assert np.bincount(mnist_sample.train.labels).tolist() == [6131, 6265]
    assert np.bincount(mnist_sample.valid.labels).tolist() == [1010, 1028]
    threes = mnist.train.images[mnist.train.labels == 3]
    assert np.array_equal(mnist_sample.train.images[mnist_sample.train.labels == 0], threes)
