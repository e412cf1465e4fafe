"""Which image a table names: by all of its path or the end of it, with or without its ending."""

from hypothesis import given
from hypothesis import strategies as st

from engine.data.image_index import ImageIndex
from engine.data.watch import Watch

paths = st.lists(st.sampled_from(["a", "b", "a.png", "7"]), min_size=1, max_size=9).map("/".join)
images = st.lists(paths.map("{}.png".format), unique=True, max_size=9)


def index_of(names: list[str]) -> ImageIndex:
    return ImageIndex(names, Watch(None, ""))


@given(images, paths | paths.map("{}.png".format))
def test_an_image_is_meant_by_every_end_of_its_path(names: list[str], cell: str) -> None:
    ends = {
        name: {"/".join(name.split("/")[start:]) for start in range(name.count("/") + 1)}
        for name in names
    }
    meant = [n for n in names if cell in ends[n] | {end.rpartition(".")[0] for end in ends[n]}]
    assert sorted(index_of(names).matches(cell)) == sorted(meant)


def test_a_cell_may_have_quotes_backslashes_and_a_dot_before_it() -> None:
    index = index_of(["train/3/1.png"])
    for cell in (' "1.png" ', "'3/1'", "3\\1.png", "./train/3/1.png", "/3/1.png"):
        assert index.matches(cell) == ["train/3/1.png"]
    for cell in ("", ".png", "3", "1.jpg", "n/3/1.png"):
        assert not index.matches(cell)


def test_cells_that_mean_the_same_count_once() -> None:
    assert index_of(["1.png", "2.png"]).count(["1.png", "1.png ", "2", "3"]) == 2


def test_of_very_many_images_of_a_name_some_are_found() -> None:
    names = [f"{n}/a.png" for n in range(1000)]
    assert 1 < len(index_of(names).matches("a.png")) < 1000
    assert index_of(names).matches("777/a.png") == ["777/a.png"]
