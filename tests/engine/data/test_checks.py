"""What is odd about a dataset is told; what can be put right is, unless it is to stay."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.data.checks import TINY
from engine.data.splits import Dataset
from tests.engine.data.given import codes, load, noise, png

Bytes = NDArray[np.uint8]


def folders(images: Bytes, labels: NDArray[np.int64], side: str) -> dict[str, bytes]:
    pairs = enumerate(zip(images, labels.tolist(), strict=True))
    return {f"{side}/{label}/{n}.png": png(image) for n, (image, label) in pairs}


@pytest.fixture
def some(mnist: Dataset) -> dict[str, bytes]:
    train, valid = mnist.train, mnist.valid
    return folders(train.images[:300], train.labels[:300], "train") | folders(
        valid.images[:100], valid.labels[:100], "valid"
    )


def test_good_data_gives_no_findings(some: dict[str, bytes]) -> None:
    assert codes(load(some)) == []


def test_light_paper_is_turned_at_any_size_and_left_if_wished(
    mnist: Dataset, some: dict[str, bytes]
) -> None:
    light = folders(255 - mnist.train.images[:300], mnist.train.labels[:300], "train")
    light |= folders(255 - mnist.valid.images[:100], mnist.valid.labels[:100], "valid")
    found = load(light)
    assert codes(found) == ["light_paper"]
    assert found.fingerprint == load(some).fingerprint
    left = load(light, as_is=True)
    assert codes(left) == []
    assert np.array_equal(left.train.images, 255 - load(some).train.images)


@pytest.mark.parametrize("change", [lambda a: 200 - a // 2, lambda a: 40 + a // 2])
def test_grey_paper_becomes_black_and_its_ink_white(
    mnist: Dataset, some: dict[str, bytes], change: Callable[[Bytes], Bytes]
) -> None:
    grey = folders(change(mnist.train.images[:300]), mnist.train.labels[:300], "train")
    grey |= folders(change(mnist.valid.images[:100]), mnist.valid.labels[:100], "valid")
    found, plain = load(grey), load(some)
    assert codes(found)[-1] == "grey_paper"
    distance = np.abs(found.train.images.astype(int) - plain.train.images)
    full = plain.train.images.max(axis=(1, 2)) == 255
    assert distance[full].max() <= 2  # the change halved all greys


@pytest.mark.parametrize(
    "change", [lambda a: a // 16, lambda a: (a > 127).astype(np.uint8), lambda a: 15 - a // 16]
)
def test_very_dark_images_are_brightened(
    mnist: Dataset, some: dict[str, bytes], change: Callable[[Bytes], Bytes]
) -> None:
    """Twelve bits that a file of sixteen holds, and masks of 0 and 1, look black."""
    dark = folders(change(mnist.train.images[:300]), mnist.train.labels[:300], "train")
    dark |= folders(change(mnist.valid.images[:100]), mnist.valid.labels[:100], "valid")
    found, right = load(dark), load(some)
    assert codes(found)[0] == "faint"
    assert np.abs(found.train.images - right.train.images.astype(int)).mean() < 12
    assert load(dark, as_is=True).train.images.max() < 16


@pytest.mark.parametrize("filled", [20, 4])
def test_pictures_that_fill_their_frame_arent_stretched(filled: int) -> None:
    """A fifth of them is enough: even grey edges of the others are chance."""
    slopes = np.add.outer(np.arange(28), np.arange(28)).astype(np.uint8) * 2 + 40
    even = np.full_like(slopes, 90)
    files = {
        f"{name}/{n}.png": png(np.roll(slopes if n < filled else even, n, 1))
        for name in ("a", "b")
        for n in range(20)
    }
    assert "grey_paper" not in codes(load(files))


def test_paper_isnt_judged_by_what_is_drawn() -> None:
    shirts = np.zeros((28, 28), np.uint8)
    shirts[2:-2, 4:-4] = 220  # most of it is bright, its edge is black
    files = {
        f"{name}/{n}.png": png(np.roll(shirts, n % 5, 1)) for name in ("a", "b") for n in range(20)
    }
    assert "light_paper" not in codes(load(files))


def test_a_turn_is_told_and_done_to_both_sides(some: dict[str, bytes]) -> None:
    found = load(some, find_turn=lambda *_: "transposed")
    assert codes(found) == ["transposed"]
    upright = load(some)
    for side in ("train", "valid"):
        turned, straight = getattr(found, side).images, getattr(upright, side).images
        assert np.array_equal(turned, straight.transpose(0, 2, 1))


def test_tiny_classes_and_classes_without_a_check_are_told(some: dict[str, bytes]) -> None:
    some |= {f"train/rare/{n}.png": png(noise(n)) for n in range(3)}
    some |= {f"train/few/{n}.png": png(noise(n + 9)) for n in range(TINY)}  # enough
    found = load(some)
    assert codes(found) == ["tiny_classes", "classes_not_checked"]
    assert found.findings[0].message.values["classes"] == ["rare"]


def test_images_on_both_sides_and_blank_ones_are_counted(some: dict[str, bytes]) -> None:
    twice = [name for name in some if name.startswith("train/4/")][:4]
    some |= {f"valid/4/again{n}.png": some[name] for n, name in enumerate(twice)}
    some["train/5/blank.png"] = png(np.zeros((28, 28), np.uint8))
    found = load(some)
    assert codes(found) == ["on_both_sides", "blank_images"]
    assert [finding.message.values["n"] for finding in found.findings] == [4, 1]


def test_paper_of_two_kinds_is_told(mnist: Dataset, some: dict[str, bytes]) -> None:
    light = folders(255 - mnist.train.images[300:330], mnist.train.labels[300:330], "train")
    found = load(some | {f"{name}.png": data for name, data in light.items()})
    assert codes(found) == ["mixed_paper"]
    assert found.findings[0].message.values["n"] == 30


@pytest.mark.parametrize(("odd", "is_told"), [(4, False), (5, True)])
def test_a_few_images_on_other_paper_are_chance(mnist: Dataset, odd: int, is_told: bool) -> None:
    images = mnist.train.images[:100].copy()
    images[:odd] = 255 - images[:odd]
    found = load(folders(images, mnist.train.labels[:100], "train"))
    assert ("mixed_paper" in codes(found)) is is_told
