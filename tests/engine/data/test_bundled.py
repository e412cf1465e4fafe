"""The MNIST in the package is MNIST, byte for byte, the sample is fast.ai's selection, and pen
strokes part by writer."""

import gzip
import hashlib
import re
from pathlib import Path

import numpy as np
import pytest

import assets
import engine
from engine.data.bundled import DIGITS, PENS_AMONG_MNIST, load_left_out, load_pens
from engine.data.loading import BUNDLED
from engine.data.splits import Split
from engine.images.ink import Sketch
from engine.images.unipen import read_unipen
from engine.starter.recipe import split_writers


def test_the_files_are_the_originals_that_their_note_names() -> None:
    note = assets.path("mnist/ORIGIN.md").read_text(encoding="utf-8")
    sums = dict(re.findall(r"`(\S+\.gz)` .* `([0-9a-f]{32})`", note))
    assert len(sums) == 4
    for name, expected in sums.items():
        raw = gzip.decompress(assets.path(f"mnist/{name}").read_bytes())
        assert hashlib.md5(raw).hexdigest() == expected


def test_the_files_are_packed_without_name_or_time() -> None:
    paths = [path for name in ("mnist", "pens") for path in assets.path(name).glob("*.gz")]
    assert len(paths) == 10
    for path in paths:
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


@pytest.fixture(scope="module")
def parts() -> dict[str, Split]:
    """Return the pen strokes' three parts."""
    pens = load_pens()
    return {"train": pens.train, "valid": pens.valid, "left out": load_left_out(DIGITS)}


def test_each_part_of_the_pen_strokes_has_its_own_writers(parts: dict[str, Split]) -> None:
    """Digits of known writers are found where they belong, as the pad would draw them."""
    found = dict.fromkeys(parts, 0)
    strokes = read_unipen(Path(__file__).parents[2] / "data" / "pen_digits.unipen")
    for written in zip(("train", "valid", "left out"), split_writers(strokes), strict=True):
        part, digits = written
        for digit in digits:
            image = Sketch(digit.strokes).to_image()
            places = {
                name: (split.images == image).all(axis=(1, 2)) for name, split in parts.items()
            }
            assert {name for name, there in places.items() if there.any()} == {part}
            assert parts[part].labels[places[part]].tolist() == [int(digit.label)]
            found[part] += 1
    assert min(found.values()) >= 4
    assert [len(split) for split in parts.values()] == [4996, 1249, 1249]


def test_nothing_that_is_learned_from_has_a_left_out_digit(parts: dict[str, Split]) -> None:
    kept_out = {image.tobytes() for image in parts["left out"].images}
    for name, read in BUNDLED.items():
        dataset = read()
        assert dataset.name == name
        for split in (dataset.train, dataset.valid):
            assert not any(image.tobytes() in kept_out for image in split.images)


def test_mnist_with_pen_strokes_has_both(mnist: engine.Dataset, parts: dict[str, Split]) -> None:
    both = engine.load_dataset("mnist+pens")
    assert np.array_equal(both.train.images[: len(mnist.train)], mnist.train.images)
    assert np.array_equal(both.valid.labels[len(mnist.valid) :], parts["valid"].labels)
    times = len(both.train.images[len(mnist.train) :]) / len(parts["train"])
    assert times == PENS_AMONG_MNIST
    assert np.array_equal(both.train.images[-len(parts["train"]) :], parts["train"].images)


def test_left_out_digits_are_those_of_the_classes(parts: dict[str, Split]) -> None:
    drawn = load_left_out(("7", "3"))
    threes = parts["left out"].images[parts["left out"].labels == 3]
    assert np.array_equal(drawn.images[drawn.labels == 1], threes)
    assert set(drawn.labels) == {0, 1}
    assert len(load_left_out(("3", "7", "A"))) == 0
