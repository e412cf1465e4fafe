"""The corner in figures and the coloured drop, against the sketch's own array."""

from collections.abc import Callable

import numpy as np

from engine.lessons.figures import Code, Figure, Outcome, Pictures
from engine.lessons.lab import Lab

Show = Callable[..., tuple[Figure, ...]]


def test_the_corner_is_that_part_of_the_sketch(show: Show, lab: Callable[..., Lab]) -> None:
    sketch = np.arange(784, dtype=np.uint32).reshape(28, 28).astype(np.uint8)
    bench = lab("image_numbers", sketch=sketch)
    greys, code, _, _, _ = show("image_numbers", at=bench, top=3, left=20)
    assert isinstance(greys, Pictures)
    framed, corner = greys.pictures
    np.testing.assert_array_equal(corner.values, sketch[3:11, 20:28])
    assert corner.numbers
    assert corner.caption == "sketch[3:11, 20:28]"
    assert isinstance(code, Code)
    values = {line.code: line.value for line in code.lines}
    assert values["sketch.shape"] == "(28, 28)"
    assert values["sketch[7, 24]"] == str(sketch[7, 24])
    np.testing.assert_array_equal(framed.values, sketch)
    np.testing.assert_array_equal(framed.values[framed.part], corner.values)


def test_the_planes_add_up_to_the_drop_on_the_sketch(show: Show) -> None:
    _, _, colours, code, outcome = show("image_numbers", top=10, left=10, colour="red")
    assert isinstance(colours, Pictures)
    whole, *planes = (picture.values for picture in colours.pictures)
    assert whole.shape == (28, 28, 3)
    np.testing.assert_array_equal(sum(plane.astype(int) for plane in planes), whole)
    assert whole[14, 14].tolist() == [220, 30, 30]
    assert planes[0][14, 14].tolist() == [220, 0, 0]
    assert isinstance(code, Code)
    assert [line.value for line in code.lines] == [
        "(28, 28, 3)",
        "2352",
        "[220, 30, 30]",
        "(28, 28)",
    ]
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    assert "2,352 of 2,352" in outcome.text
