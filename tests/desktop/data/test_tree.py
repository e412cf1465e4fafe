"""The folder tree of a dataset, and the albums that its branches choose."""

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import engine
from desktop.data.album import Album, Inventory, pick
from desktop.data.tree import Branch, Wanted, tree_of, tree_on_disk


def names(branch: Branch) -> dict[str, int]:
    inside = {f"{branch.name}/{name}": n for c in branch.children for name, n in names(c).items()}
    return {branch.name: branch.images, **inside}


def test_the_bundled_set_has_the_books_layout(mnist_sample: engine.Dataset) -> None:
    assert names(tree_of(mnist_sample)) == {
        "mnist_sample": 14434,
        "mnist_sample/train": 12396,
        "mnist_sample/train/3": 6131,
        "mnist_sample/train/7": 6265,
        "mnist_sample/valid": 2038,
        "mnist_sample/valid/3": 1010,
        "mnist_sample/valid/7": 1028,
    }


def test_a_folder_is_shown_as_it_is(tmp_path: Path) -> None:
    for place, count in (("set/training/b", 2), ("set/training/a", 3), ("set/test/a", 1)):
        folder = tmp_path / place
        folder.mkdir(parents=True)
        for number in range(count):
            Image.new("L", (28, 28)).save(folder / f"{number}.png")
    (tmp_path / "set" / "notes.txt").write_text("no image")
    (tmp_path / "set" / ".hidden").mkdir()
    tree = tree_on_disk(tmp_path, ("a", "b"))
    assert tree is not None
    (around,) = tree.children
    assert [child.name for child in around.children] == ["test", "training"]
    test, training = around.children
    assert test.wanted == Wanted("valid")
    assert [(c.name, c.images, c.wanted) for c in training.children] == [
        ("a", 3, Wanted("train", "a")),
        ("b", 2, Wanted("train", "b")),
    ]


def test_a_folder_without_images_has_no_tree(tmp_path: Path) -> None:
    assert tree_on_disk(tmp_path, ("a",)) is None


@pytest.mark.parametrize(
    ("wanted", "count"),
    [(Wanted(), 14434), (Wanted("valid"), 2038), (Wanted(None, "7"), 7293)],
)
def test_an_album_holds_what_is_wanted(
    mnist_sample: engine.Dataset, wanted: Wanted, count: int
) -> None:
    album = Album(Inventory.of(mnist_sample), wanted)
    assert len(album) == count
    titles = {album.title(index) for index in range(0, count, 97)}
    assert titles == ({"3", "7"} if wanted.label is None else {"7"})


def test_an_album_goes_on_with_the_validation_images(mnist_sample: engine.Dataset) -> None:
    album = Album(Inventory.of(mnist_sample), Wanted(None, "7"))
    train, valid = mnist_sample.train, mnist_sample.valid
    last, first = train.images[train.labels == 1][-1], valid.images[valid.labels == 1][0]
    places = album.missing(range(6264, 6266))
    assert places == [6264, 6265]
    assert album[6264] is None
    album.put(places, pick(mnist_sample, album.rows[places]))
    assert np.array_equal(album[6264], last)
    assert np.array_equal(album[6265], first)
    assert album.missing(range(6263, 6267)) == [6263, 6266]


@pytest.mark.skipif(os.name == "nt", reason="links need a right that few have")
def test_links_to_the_own_folder_and_in_circles_end(tmp_path: Path) -> None:
    for label in "ab":
        (tmp_path / label).mkdir()
        Image.new("L", (28, 28)).save(tmp_path / label / "0.png")
    for number in range(12):  # followed six folders deep, they would be three million
        (tmp_path / f"link{number:02}").symlink_to(tmp_path)
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    tree = tree_on_disk(tmp_path, ("a", "b"))
    assert tree is not None
    assert names(tree) == {tmp_path.name: 2, f"{tmp_path.name}/a": 1, f"{tmp_path.name}/b": 1}
