"""Small parts of a dataset: as many as asked for, from beginning to end, or all there are."""

import numpy as np

from engine import Dataset
from engine.lessons.samples import some


def test_a_part_reaches_from_the_first_image_to_the_last(few: Dataset) -> None:
    part = some(few, 40, 10)
    assert (len(part.train), len(part.valid)) == (40, 10)
    np.testing.assert_array_equal(part.train.images[0], few.train.images[0])
    np.testing.assert_array_equal(part.train.images[-1], few.train.images[-1])
    assert len(np.unique(part.train.labels)) == 2


def test_of_a_small_set_all_is_taken_once(handful: Dataset) -> None:
    part = some(handful, 10_000, 10_000)
    np.testing.assert_array_equal(part.train.images, handful.train.images)
    np.testing.assert_array_equal(part.valid.labels, handful.valid.labels)
