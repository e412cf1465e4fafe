"""Connected blobs of ink: which belong to the digit, which are specks and edges of the page."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

_SPECK = 0.04  # a blob with less ink than this part of the biggest one is dirt
_MORE = 1.04  # times the ink that was kept, that there is with its pale parts
_FRAME = 0.06  # so much of a picture's shorter side, outermost, holds its frame, not its digit
_INSIDE = 0.05  # in a photo, a blob this big off the border makes those on it edges of the page


def digit_blobs(mask: Mask, darkness: Floats, photo: bool) -> Mask:
    """Keep the blobs of `mask` that make up the digit, with their soft edges.

    `darkness` weighs the pixels. In a photo, blobs that touch the border are the table.
    """
    labels = label_blobs(mask)
    names, where = np.unique(labels[mask], return_inverse=True)
    amounts = np.bincount(where, weights=darkness[mask]).astype(np.float64)
    drop = _frames(mask, where, amounts, darkness)
    if photo:
        border = np.concatenate((labels[0], labels[-1], labels[:, 0], labels[:, -1]))
        on_border = np.isin(names, border)
        if (amounts * ~on_border).max() > _INSIDE * amounts.max():
            drop |= on_border
    if drop.all():
        drop[:] = False
    amounts[drop] = 0
    kept = np.zeros_like(mask)
    kept[mask] = (amounts > _SPECK * amounts.max())[where]
    return _grown(kept, 1 + max(mask.shape) // 200)


def with_pale_parts(kept: Mask, darkness: Floats, least: float) -> Mask:
    """Add what goes on from the kept blobs, down to the darkness `least`: a pen that ran dry.

    What leads to the border, where no kept blob is, is a shadow and stays away.
    """
    pale = darkness > least
    if (pale & ~kept).sum() < (_MORE - 1) * kept.sum():
        return kept
    labels = label_blobs(kept | pale)
    edge = np.zeros_like(kept)
    edge[0] = edge[-1] = edge[:, 0] = edge[:, -1] = True
    wanted = np.setdiff1d(labels[kept], labels[edge & ~kept])
    every = np.isin(labels, wanted) & (labels > 0)
    if every.sum() < _MORE * kept.sum():
        return kept
    return kept | _grown(every, 1 + max(kept.shape) // 200)


def label_blobs(mask: Mask) -> NDArray[np.intp]:
    """Number the blobs of touching pixels, diagonals too: each by its first pixel's index + 1."""
    index = np.where(mask, np.arange(1, mask.size + 1).reshape(mask.shape), 0)
    neighbours = [
        (index[:, :-1], index[:, 1:]),
        (index[:-1], index[1:]),
        (index[:-1, :-1], index[1:, 1:]),
        (index[:-1, 1:], index[1:, :-1]),
    ]
    pairs = [np.stack((a, b))[:, (a > 0) & (b > 0)] for a, b in neighbours]
    first, second = np.concatenate(pairs, axis=1)
    root = np.arange(mask.size + 1)
    while (apart := root[first] != root[second]).any():
        first, second = first[apart], second[apart]
        low, high = np.minimum(root[first], root[second]), np.maximum(root[first], root[second])
        np.minimum.at(root, high, low)
        while (root != root[root]).any():
            root = root[root]
    labels: NDArray[np.intp] = root[index]
    return labels


def _frames(mask: Mask, where: NDArray[np.intp], amounts: Floats, darkness: Floats) -> Mask:
    """Tell which blobs have most of their ink along the picture's border."""
    margin = max(1, round(min(mask.shape) * _FRAME))
    inner = np.zeros_like(mask)
    inner[margin:-margin, margin:-margin] = True
    inside = np.bincount(where, weights=(darkness * inner)[mask], minlength=len(amounts))
    frames: Mask = inside < 0.3 * amounts
    return frames


def _grown(mask: Mask, reach: int) -> Mask:
    """Add the pixels within `reach` of the mask's, diagonals too."""
    for _ in range(reach):
        for axis in (0, 1):
            wider = mask.swapaxes(0, axis).copy()
            wider[1:] |= mask.swapaxes(0, axis)[:-1]
            wider[:-1] |= mask.swapaxes(0, axis)[1:]
            mask = wider.swapaxes(0, axis)
    return mask
