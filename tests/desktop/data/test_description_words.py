"""What the page Data says of a dataset's origin and of how even its classes are."""

from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from desktop.data.description_words import count_words, origin_words
from engine.data.description import ClassCount, Description, describe
from engine.data.own_places import keep
from engine.data.own_sets import load_own, load_own_with
from engine.data.splits import Dataset


def test_what_needs_no_file_says_where_it_is_from(
    qtbot: QtBot, mnist_sample: Dataset, tmp_path: Path
) -> None:
    for place in range(8):
        image = np.zeros((28, 28), np.uint8)
        image[4:24, place] = 255
        keep(tmp_path, image, "ab"[place % 2])
    own, mixed = load_own(tmp_path), load_own_with(mnist_sample, tmp_path)
    assert origin_words(describe(mnist_sample)) == "Comes with Inkgrad"
    assert origin_words(describe(own)) == "Your own drawings"
    assert origin_words(describe(mixed)) == "Your own drawings, and another dataset"


def test_shares_are_written_as_everywhere(qtbot: QtBot) -> None:
    counts = (ClassCount("3", 100, 10), ClassCount("7", 50, 10))
    found = Description("mnist", "", None, counts, 32.6, ())
    assert "2 classes; smallest class: 50 % of the largest" in count_words(found)
