"""File names alone decide what a dataset is made of, and unclear ones are refused with a reason."""

import re
import tracemalloc
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from engine.data.layout import Labelled, Plan, in_parts, is_wanted, natural_key, plan, tops
from engine.data.named_images import _place as class_place
from engine.data.watch import LoadingStopped, Watch
from engine.errors import DataError
from engine.images.bitmaps import FORMATS

UNHEARD = Watch(None, "mine")
SAMPLE = ["train/3/a.png", "train/7/b.png", "valid/3/c.png", "valid/7/d.png"]


def planned(names: list[str]) -> Plan:
    return plan(in_parts(names), "mine", UNHEARD)


def labels(names: list[str]) -> tuple[list[str], list[str]]:
    found = planned(names)
    return [image.label for image in found.train], [image.label for image in found.valid]


def test_the_layout_of_mnist_sample() -> None:
    found = planned(SAMPLE[::-1])
    assert found.train == [Labelled("train/3/a.png", "3"), Labelled("train/7/b.png", "7")]
    assert found.valid == [Labelled("valid/3/c.png", "3"), Labelled("valid/7/d.png", "7")]


@pytest.mark.parametrize("train", ["train", "training", "Train"])
@pytest.mark.parametrize("valid", ["valid", "validation", "val", "test", "testing", "TEST"])
def test_the_splits_go_by_many_names(train: str, valid: str) -> None:
    names = [f"{train}/3/a.png", f"{train}/7/b.png", f"{valid}/3/c.png"]
    assert labels(names) == (["3", "7"], ["3"])


def test_valid_goes_before_test() -> None:
    assert labels([*SAMPLE, "test/3/e.png", "test/9/f.png"])[1] == ["3", "7"]


@pytest.mark.parametrize("top", ["mnist_sample", "data/mnist_sample"])
def test_folders_around_the_dataset_are_looked_through(top: str) -> None:
    names = [f"{top}/{name}" for name in SAMPLE]
    assert labels([*names, "preview.png", f"{top}/notes/plot.png"]) == (["3", "7"], ["3", "7"])


@pytest.mark.parametrize("top", ["", "digits/", "a/b/"])
def test_class_folders_alone_are_a_training_set(top: str) -> None:
    assert labels([f"{top}3/a.png", f"{top}7/b.png", "preview.png"]) == (["3", "7"], [])


def test_a_class_may_be_called_train() -> None:
    assert labels(["train/train/a.png", "train/bus/b.png"]) == (["bus", "train"], [])


def test_classes_and_files_come_in_natural_order() -> None:
    names = ["train/10/1.png", "train/2/10.png", "train/2/9.png", "train/2/1.png"]
    assert [file for file, _ in planned(names).train] == [
        names[3],
        names[2],
        names[1],
        names[0],
    ]


def test_thousands_of_files_numbered_through_come_by_their_numbers() -> None:
    names = [f"train/{'37'[number % 2]}/{number}.png" for number in range(1200)]
    assert [file for file, _ in planned(sorted(names)).train] == names


def test_files_numbered_through_come_by_their_numbers() -> None:
    names = ["train/7/0.png", "train/3/1.png", "train/7/2.png", "train/3/10.png"]
    assert labels(names)[0] == ["3", "3", "7", "7"], "there is a gap, so it's class after class"
    names[3] = "train/3/3.png"
    assert labels(names)[0] == ["7", "3", "7", "3"]


@given(st.lists(st.text(st.sampled_from("aA1290."), max_size=5), unique=True))
def test_the_natural_key_is_an_order_without_ties(names: list[str]) -> None:
    keys = [natural_key(name) for name in names]
    assert len(set(keys)) == len(names)
    sorted(keys)


@given(st.lists(st.integers(0, 10**9)))
def test_numbers_in_names_count_as_numbers(numbers: list[int]) -> None:
    names = sorted((f"scan {number}.png" for number in numbers), key=natural_key)
    assert names == [f"scan {number}.png" for number in sorted(numbers)]


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        ([], "no images"),
        (["valid/3/a.png"], "no train folder"),
        (["top/valid/3/a.png", "top/valid/7/a.png"], "no train folder"),
        (["a.png", "b.png"], "a.png is not in a class folder"),
        (["train/a.png", "train/3/b.png"], "train/a.png is not in a class folder"),
        (["train/3/more/a.png", "train/7/b.png"], "train/3/more/a.png is not in a class folder"),
        (["a/x/1.png", "a/x/y/2.png", "b/1.png"], "not in a class folder"),
        ([*SAMPLE, "valid/8/e.png"], "the class 8 for validation but not for training"),
        (["a/train/3/x.png", "b/train/3/x.png"], "several datasets"),
    ],
)
def test_an_unclear_layout_is_refused_with_the_reason(names: list[str], reason: str) -> None:
    with pytest.raises(DataError, match=rf"^mine.*{reason}.*: "):
        planned(names)


@pytest.mark.parametrize("name", ["train/3/a.png", "A.JPG", "a.Jpeg", "x.webp", "x.heic"])
def test_images_are_wanted(name: str) -> None:
    assert is_wanted(name)


def test_every_ending_of_the_formats_that_are_read_is_known() -> None:
    Image.init()
    endings = [ending for ending, kind in Image.registered_extensions().items() if kind in FORMATS]
    assert {".png", ".webp", ".tif", ".pgm", ".jfif"} <= set(endings)
    assert [ending for ending in endings if not is_wanted(f"a{ending}")] == []


@pytest.mark.parametrize(
    "name",
    ["labels.csv", "train/.DS_Store", "__MACOSX/train/3/._a.png", "train/3/._a.png",
     ".git/logo.png", "models/tmp.pth", "png", ""],
)  # fmt: skip
def test_other_files_are_not(name: str) -> None:
    assert not is_wanted(name)


def test_an_unlabelled_test_folder_is_left_alone() -> None:
    for test in (["test/1.png", "test/2.png"], ["test/unknown/1.png", "test/unknown/2.png"]):
        found = planned([*SAMPLE[:2], *test])
        assert not found.valid
        assert [(f.code, f.message.values["n"]) for f in found.findings] == [
            ("side_without_labels", 2)
        ]


def test_what_is_not_needed_is_told() -> None:
    found = planned([*SAMPLE, "test/3/e.png", "preview.png"])
    told = [(f.code, f.message.values["n"]) for f in found.findings]
    assert told == [("side_left_alone", 1), ("images_beside", 1)]


def test_a_few_strays_are_left_out_and_named() -> None:
    names = [f"train/{k}/{i}.png" for k in "37" for i in range(10)]
    found = planned([*names, "train/preview.png"])
    assert len(found.train) == 20
    assert [f.message.values["files"] for f in found.findings] == [["train/preview.png"]]


@pytest.mark.parametrize("twice", ["train/train", "data/train/train"])
def test_a_folder_in_a_folder_of_its_name_counts_once(twice: str) -> None:
    names = [f"{twice}/3/a.png", f"{twice}/7/b.png", f"{twice.replace('train', 'test')}/3/c.png"]
    assert labels(names) == (["3", "7"], ["3"])


def test_several_datasets_are_told_apart() -> None:
    a_and_b = [("a",), ("b",)]
    assert tops(in_parts(["a/train/3/x.png", "b/train/3/x.png"])) == a_and_b
    assert tops(in_parts([f"{place}/{k}/x.png" for place in "ab" for k in "37"])) == a_and_b
    assert tops(in_parts([f"{k}/x.png" for k in "37"])) == [()]


def test_planning_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A million names take long to be sorted."""
    monkeypatch.setattr("engine.data.watch._CHECK_EVERY_S", 0)
    asked: list[int] = []
    names = in_parts([f"train/{n % 3}/a{n}.png" for n in range(100)])
    with pytest.raises(LoadingStopped):
        plan(names, "mine", Watch(lambda done, of: asked.append(done) or len(asked) < 50, "mine"))


def test_a_number_that_hardly_comes_back_is_no_class() -> None:
    assert class_place([f"scan_{n % 8}_{'ab'[n % 2] * 3}.png" for n in range(12)], UNHEARD) == 2
    assert class_place([f"scan_{n % 6}_{n}.png" for n in range(12)], UNHEARD) == 1


def as_words(text: str) -> tuple[object, ...]:
    """Return the same order as one of words and numbers in turn."""
    parts = re.split(r"([0-9]+)", text.casefold())
    numbers = [part.lstrip("0") for part in parts[1::2]]
    return [(w, len(n), n) for w, n in zip(parts[::2], [*numbers, ""], strict=True)], text


@given(st.lists(st.text("0019aAbß- \U0001f600\x01", max_size=9), max_size=9))
def test_the_natural_key_orders_words_as_words_and_numbers_as_numbers(names: list[str]) -> None:
    assert sorted(names, key=natural_key) == sorted(names, key=as_words)


def test_the_natural_key_takes_little_more_than_the_name() -> None:
    names = [f"{'1a' * 2000}{n}" for n in range(200)]
    tracemalloc.start()
    try:
        assert len({natural_key(name) for name in names}) == 200
        assert tracemalloc.get_traced_memory()[1] < 5 * 200 * 4000
    finally:
        tracemalloc.stop()


folders_in_each_other = st.lists(st.sampled_from("ab"), min_size=1, max_size=5).map("/".join)


@given(st.lists(folders_in_each_other, min_size=1, max_size=6))
def test_a_folder_counts_once_where_it_holds_but_one_of_its_name(folders: list[str]) -> None:
    inside = defaultdict(set)
    for parts in (tuple(folder.split("/")) for folder in folders):
        for depth in range(1, len(parts)):
            inside[parts[:depth]].add(parts[depth])
    alone = {outer for outer, names in inside.items() if names == {outer[-1]}}
    doubled = alone - {tuple(folder.split("/")) for folder in folders}
    for file in in_parts([f"{folder}/x.png" for folder in folders]):
        parts = tuple(file.name.split("/"))
        assert file.parts == tuple(p for i, p in enumerate(parts) if parts[:i] not in doubled)
