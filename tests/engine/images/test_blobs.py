"""Connected blobs: a flood fill written out is the oracle; then what is kept of a picture."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from numpy.typing import NDArray

from engine.images.blobs import digit_blobs, label_blobs

Mask = NDArray[np.bool_]


def flooded(mask: Mask) -> NDArray[np.intp]:
    """Number each blob by its first pixel's index + 1, one pixel after the other."""
    labels = np.zeros(mask.shape, np.intp)
    for first in np.flatnonzero(mask):
        waiting = [np.unravel_index(first, mask.shape)]
        while waiting:
            row, column = waiting.pop()
            inside = 0 <= row < mask.shape[0] and 0 <= column < mask.shape[1]
            if inside and mask[row, column] and not labels[row, column]:
                labels[row, column] = first + 1
                waiting += [(row + dy, column + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]
    return labels


@settings(max_examples=60, deadline=None)
@given(arrays(bool, array_shapes(min_dims=2, max_dims=2, max_side=12), elements=st.booleans()))
def test_blobs_are_what_a_flood_fill_finds(mask: Mask) -> None:
    np.testing.assert_array_equal(label_blobs(mask), flooded(mask))


def test_a_long_spiral_is_one_blob() -> None:
    turn = np.linspace(0, 40 * np.pi, 60_000)
    mask = np.zeros((300, 300), bool)
    mask[
        np.rint(150 + turn * np.cos(turn)).astype(int),
        np.rint(150 + turn * np.sin(turn)).astype(int),
    ] = True
    assert len(np.unique(label_blobs(mask)[mask])) == 1


def page() -> Mask:
    """Return a page with a digit's two strokes, a speck, and the table's edge on the left."""
    mask = np.zeros((200, 200), bool)
    mask[60:140, 80:90] = mask[60:70, 96:130] = True
    mask[20:22, 180:182] = True
    mask[:, :25] = True
    return mask


def test_in_a_photo_specks_and_what_touches_the_border_go() -> None:
    mask = page()
    kept = digit_blobs(mask, mask.astype(float), photo=True)
    assert kept[100, 85]
    assert kept[65, 110]
    assert not kept[20:22, 180:182].any()
    assert not kept[:, :20].any()


def test_dirt_has_less_than_a_twenty_fifth_of_the_ink_of_the_biggest_blob() -> None:
    mask = np.zeros((200, 200), bool)
    mask[60:100, 60:100] = True  # 1600 px
    mask[60:76, 120:128] = True  # 8 % of it: a 5's bar, drawn on its own
    mask[150:158, 120:124] = True  # 2 %
    kept = digit_blobs(mask, mask.astype(float), photo=False)
    assert kept[65, 124]
    assert not kept[154, 122]


def test_a_frame_around_the_picture_goes_and_a_digit_at_its_edge_stays() -> None:
    mask = np.zeros((200, 200), bool)
    mask[4:196, 4:196] = True
    mask[9:191, 9:191] = False
    mask[60:140, 95:105] = True
    kept = digit_blobs(mask, mask.astype(float), photo=False)
    assert kept[100, 100]
    assert not kept[6, :].any()
    seven = np.zeros((200, 200), bool)
    seven[2:12, 60:140] = True  # most of its ink but for the foot lies along the border
    seven[12:52, 130:140] = True
    seven[90:110, 90:110] = True
    kept = digit_blobs(seven, seven.astype(float), photo=False)
    assert kept[7, 100]


def test_in_a_scan_a_digit_may_touch_the_border() -> None:
    mask = page()
    mask[:, :25] = False
    mask[60:70, 96:] = True
    assert digit_blobs(mask, mask.astype(float), photo=False)[65, 199]
