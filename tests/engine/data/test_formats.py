"""Data as people have it: each layout is read with the right images, labels and orientation."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Iterable
from contextlib import suppress

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from engine.data.description import describe
from engine.data.formats import FORMATS, find_dataset
from engine.data.splits import Dataset
from engine.data.watch import LoadingStopped, Watch
from engine.errors import DataError
from engine.words.message import word
from tests.engine.data.given import Given, codes, idx, load, png

Bytes = NDArray[np.uint8]
Content = dict[str, bytes]
TEN = tuple("0123456789")


class Some:
    """A few digits of each class: images, and what they are."""

    def __init__(self, mnist: Dataset, per_class: int, start: int) -> None:
        labels = mnist.train.labels
        rows = [np.flatnonzero(labels == k)[start : start + per_class] for k in range(10)]
        self.images: Bytes = mnist.train.images[np.concatenate(rows)]
        self.labels: Bytes = np.repeat(np.arange(10, dtype=np.uint8), per_class)


@pytest.fixture(scope="module")
def train(mnist: Dataset) -> Some:
    return Some(mnist, 10, 0)


@pytest.fixture(scope="module")
def test(mnist: Dataset) -> Some:
    return Some(mnist, 3, 10)


def holds(found: Dataset, train: Some, test: Some | None) -> bool:
    """Whether a dataset has just these images with these labels, in any order."""

    def pairs(images: Bytes, labels: NDArray[np.integer]) -> list[tuple[bytes, int]]:
        return sorted(zip((i.tobytes() for i in images), labels.tolist(), strict=True))

    splits = [(found.train, train)] + ([(found.valid, test)] if test else [])
    if not test:
        images = np.concatenate([found.train.images, found.valid.images])
        labels = np.concatenate([found.train.labels, found.valid.labels])
        return found.classes == TEN and pairs(images, labels) == pairs(train.images, train.labels)
    return found.classes == TEN and all(
        pairs(split.images, split.labels) == pairs(some.images, some.labels)
        for split, some in splits
    )


def idx_files(pattern: str, train: Some, test: Some, pack: Callable[[bytes], bytes]) -> Content:
    parts = {"train": train, "test": test}
    return {
        pattern.format(part=part, what=what, rank=rank): pack(idx(array))
        for part, some in parts.items()
        for what, rank, array in (("images", 3, some.images), ("labels", 1, some.labels))
    }


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize(
    "pattern",
    [
        "{part}-{what}-idx{rank}-ubyte",
        "{part}-{what}.idx{rank}-ubyte",
        "MNIST/raw/{part}-{what}-idx{rank}-ubyte",
        "{part}/emnist-mnist-{part}-{what}-idx{rank}-ubyte",
    ],
)
def test_idx(train: Some, test: Some, pattern: str, pack: Callable[[bytes], bytes]) -> None:
    ending = {gzip.compress: ".gz", bz2.compress: ".bz2", lzma.compress: ".xz"}.get(pack, "")
    files = idx_files(pattern + ending, train, test, pack)
    assert holds(load(files, as_is=True), train, test)


def test_idx_files_that_are_there_twice(train: Some, test: Some) -> None:
    plain = idx_files("{part}-{what}.idx{rank}-ubyte", train, test, bytes)
    name = "{part}-{what}-idx{rank}-ubyte"
    nested = idx_files(f"{name}/{name}", train, test, bytes)
    packed = idx_files(f"{name}.gz", train, test, gzip.compress)
    assert holds(load(plain | nested | packed), train, test)


def test_two_sets_of_idx_files_are_to_be_chosen_from(train: Some, test: Some) -> None:
    sets = [
        idx_files(f"emnist-{name}-{{part}}-{{what}}-idx{{rank}}-ubyte", train, test, bytes)
        for name in ("digits", "mnist")
    ]
    with pytest.raises(DataError, match=r"several datasets.*emnist-digits, emnist-mnist"):
        load(sets[0] | sets[1])


def test_idx_files_that_differ_are_no_twins(train: Some, test: Some) -> None:
    files = idx_files("{part}-{what}.idx{rank}-ubyte", train, test, bytes)
    files["train-images-idx3-ubyte"] = idx(test.images)
    with pytest.raises(DataError, match="contains both"):
        load(files)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            {"t10k-labels-idx1-ubyte": idx(np.array([9, 1], np.uint8))},
            "the label 9, which is missing",
        ),
        ({"train-labels-idx1-ubyte": idx(np.array([0], np.uint8))}, "2 images but .* 1 label"),
        ({"train-images-idx3-ubyte": idx(np.zeros((0, 28, 28), np.uint8))}, "contain no images"),
        ({"train-images-idx3-ubyte": idx(np.zeros((2, 0, 28), np.uint8))}, "contain no images"),
        ({"train-images-idx3-ubyte": idx(np.zeros(2, np.uint8))}, "contain no images"),
        ({"train-images-idx3-ubyte": b"\0\0\x08\x03"}, "train-images-idx3-ubyte is incomplete"),
        ({"train-labels-idx1-ubyte": idx(np.array([1, 1], np.uint8))}, "only the class 1"),
        ({"train-labels-idx1-ubyte": None}, "no train-labels-idx1-ubyte"),
        ({"train-images-idx3-ubyte": None, "train-labels-idx1-ubyte": None}, "no train-images"),
    ],
)
def test_idx_files_that_do_not_fit_are_refused(
    change: dict[str, bytes | None], reason: str
) -> None:
    images = np.random.default_rng(0).integers(0, 256, (2, 28, 28), np.uint8)
    files: dict[str, bytes | None] = {
        f"{part}-images-idx3-ubyte": idx(images) for part in ("train", "t10k")
    }
    files["train-labels-idx1-ubyte"] = idx(np.array([0, 1], np.uint8))
    files["t10k-labels-idx1-ubyte"] = files["train-labels-idx1-ubyte"]
    kept = {name: data for name, data in (files | change).items() if data is not None}
    with pytest.raises(DataError, match=rf"^mine.*{reason}.*: "):
        load(kept)


def test_qmnist_has_the_class_first_of_eight_numbers(train: Some, test: Some) -> None:
    files = {}
    for part, some in (("train", train), ("test", test)):
        eight = np.zeros((len(some.labels), 8), np.int32)
        eight[:, 0], eight[:, 1:] = some.labels, 77
        files[f"qmnist-{part}-images-idx3-ubyte.gz"] = gzip.compress(idx(some.images))
        files[f"qmnist-{part}-labels-idx2-int.gz"] = gzip.compress(idx(eight, 12))
    assert holds(load(files), train, test)


def test_emnist_is_transposed_and_named_by_its_mapping(train: Some, test: Some) -> None:
    for some in (train, test):
        assert (some.labels < 10).all()
    files = {}
    for part, some in (("train", train), ("test", test)):
        name = f"emnist-letters-{part}"
        files[f"{name}-images-idx3-ubyte"] = idx(some.images.transpose(0, 2, 1))
        files[f"{name}-labels-idx1-ubyte"] = idx(some.labels + 1)
    files["emnist-letters-mapping.txt"] = b"".join(
        b"%d %d %d\n" % (k + 1, 65 + k, 97 + k) for k in range(10)
    )
    files["emnist-letters-mapping.txt"] += b"9" * 5000 + b" 66\n"  # no sign has such a number
    found = load(files)
    assert found.classes == tuple("ABCDEFGHIJ")
    assert codes(found) == ["transposed"]
    assert np.array_equal(found.train.images, train.images)
    left = load(files, as_is=True)
    assert np.array_equal(left.valid.images, test.images.transpose(0, 2, 1))
    assert codes(left) == []


def npz(**arrays: NDArray[np.generic]) -> bytes:
    buffer = io.BytesIO()
    np.savez_compressed(buffer, allow_pickle=True, **arrays)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "names",
    [
        ("x_train", "y_train", "x_test", "y_test"),
        ("X_train", "Y_train", "X_test", "Y_test"),
        ("train_images", "train_labels", "test_images", "test_labels"),
        ("train_images", "train_labels", "val_images", "val_labels"),
        ("training_images", "training_labels", "validation_images", "validation_labels"),
        ("trainX", "trainY", "testX", "testY"),
        ("arr_0", "arr_1", "arr_2", "arr_3"),
    ],
)
def test_npz_by_usual_names(train: Some, test: Some, names: tuple[str, ...]) -> None:
    arrays = (train.images, train.labels, test.images, test.labels)
    found = load({"mnist.npz": npz(**dict(zip(names, arrays, strict=True)))})
    assert holds(found, train, test)


@pytest.mark.parametrize(
    "change",
    [
        lambda images: images.reshape(len(images), 784),
        lambda images: images[..., None],
        lambda images: images[:, None],
        lambda images: images / np.float32(255),
        lambda images: images.astype(np.int64),
        lambda images: images / 127.5 - 1,
        lambda images: np.asfortranarray(images),
        lambda images: np.repeat(images[..., None], 3, axis=3),
        lambda images: images.reshape(len(images), 784, 1),
        lambda images: images.reshape(len(images), 1, 784) / 255,
        lambda images: (images.astype(int) - 128).astype(np.int8),
    ],
)
def test_arrays_of_any_shape_and_range(
    train: Some, change: Callable[[Bytes], NDArray[np.generic]]
) -> None:
    one_hot = np.eye(10)[train.labels]
    for labels in (train.labels, one_hot, train.labels.astype(float), train.labels.astype(str)):
        assert holds(load({"a.npz": npz(X=change(train.images), y=labels)}), train, None)


@pytest.mark.parametrize(("mean", "deviation"), [(0.1307, 0.3081), (0.485, 0.229), (0.9, 0.3)])
def test_standardised_arrays_are_told(train: Some, mean: float, deviation: float) -> None:
    images = ((train.images / 255 - mean) / deviation).astype(np.float32)
    found = load({"a.npz": npz(x_train=images, y_train=train.labels)})
    assert holds(found, train, None)
    assert codes(found)[0] == "standardised"


def test_half_numbers_of_a_large_range_are_read(train: Some) -> None:
    """They end below the white of 16 bits, which they are cut off at."""
    images = (train.images * 256.0).astype(np.float16)
    found = load({"a.npz": npz(x_train=images, y_train=train.labels)})
    assert found.train.images.max() in (254, 255)


def test_an_array_of_names_is_none_of_labels(train: Some) -> None:
    names = np.array(list("abcdefghij"))
    found = load({"a.npz": npz(class_names=names, x=train.images, y=train.labels)})
    assert holds(found, train, None)


def test_arrays_in_files_of_their_own(train: Some, test: Some) -> None:
    def one(array: Bytes) -> bytes:
        return npz(arr_0=array)

    def npy(array: Bytes) -> bytes:
        buffer = io.BytesIO()
        np.save(buffer, array)
        return buffer.getvalue()

    sides = (("train", train), ("test", test))
    kmnist = {f"kmnist-{side}-imgs.npz": one(some.images) for side, some in sides}
    kmnist |= {f"kmnist-{side}-labels.npz": one(some.labels) for side, some in sides}
    assert holds(load(kmnist), train, test)
    saved = {f"x_{side}.npy": npy(some.images) for side, some in sides}
    saved |= {f"y_{side}.npy": npy(some.labels) for side, some in sides}
    assert holds(load(saved), train, test)


@pytest.mark.parametrize(
    ("arrays", "reason"),
    [
        ({"x_train": np.array([{}, {}])}, "pickled Python objects"),
        ({"one": np.zeros((2, 28, 28))}, r"the arrays one, .*: call them"),
        ({"x_train": np.zeros((2, 28, 28)), "y_train": np.zeros(3)}, "2 images but 3 labels"),
        ({"x_train": np.zeros((2, 27)), "y_train": np.arange(2)}, "the shape 2 x 27"),
        ({"x_train": np.full((2, 784), np.nan), "y_train": np.arange(2)}, "without a value"),
        ({"x_train": np.full((2, 784), 1e9), "y_train": np.arange(2)}, "can't be grey levels"),
        ({"x_train": np.zeros((0, 784)), "y_train": np.zeros(0)}, "no training images"),
    ],
)
def test_arrays_that_make_no_dataset_are_refused(
    arrays: dict[str, NDArray[np.generic]], reason: str
) -> None:
    with pytest.raises(DataError, match=reason):
        load({"a.npz": npz(**arrays)})


def csv(
    some: Some,
    label: int | None = 0,
    header: bool = True,
    sign: str = ",",
    change: Callable[[Bytes], NDArray[np.generic]] = lambda a: a,
) -> bytes:
    lines = [",".join(["label", *(f"pixel{k}" for k in range(784))])] if header else []
    if header and label is None:
        lines = [lines[0].removeprefix("label,")]
    for image, name in zip(some.images, some.labels, strict=True):
        cells = [str(value) for value in change(image).ravel()]
        if label is not None:
            cells.insert(label if label == 0 else len(cells), str(name))
        lines.append(sign.join(cells))
    if header and label == -1:
        lines[0] = ",".join([*(f"pixel{k}" for k in range(784)), "class"])
    return ("\n".join(lines).replace("label,p", f"label{sign}p") + "\n").encode()


def test_a_table_whose_lines_end_as_once_on_a_mac(train: Some) -> None:
    assert holds(load({"a.csv": csv(train).replace(b"\n", b"\r")}), train, None)


def test_a_table_of_which_no_row_can_be_read_says_where(train: Some) -> None:
    with pytest.raises(DataError, match="rows that can't be read, the first on line 2"):
        load({"a.csv": csv(train).replace(b",255", b",1e999").replace(b",0,", b",1e999,")})


def test_kaggles_digit_recognizer(train: Some, test: Some) -> None:
    files = {
        "train.csv": csv(train),
        "test.csv": csv(test, None),
        "sample_submission.csv": b"ImageId,Label\n1,0\n",
    }
    found = load(files)
    assert holds(found, train, None)
    assert codes(found) == ["side_without_labels", "held_out", "tiny_classes"]


@pytest.mark.parametrize("label", [0, -1])
@pytest.mark.parametrize("header", [False, True])
@pytest.mark.parametrize("sign", [",", ";", "\t", " "])
def test_tables_of_pixels(train: Some, test: Some, label: int, header: bool, sign: str) -> None:
    if header and sign in " \t;":
        header = False
    files = {
        "mnist_train.csv": csv(train, label, header, sign),
        "mnist_test.csv": csv(test, label, header, sign),
    }
    assert holds(load(files), train, test)


def test_a_table_may_be_packed_or_hold_shares(train: Some) -> None:
    shares = csv(train, change=lambda image: image / 255)
    assert holds(load({"mnist.csv.gz": gzip.compress(shares)}), train, None)


def test_a_table_to_validate_on_goes_before_one_to_test_on(train: Some, test: Some) -> None:
    odd = b"\n".join(csv(train).splitlines()[:12])
    files = {"train.csv": csv(train), "test.csv": odd, "val.csv": csv(test)}
    assert holds(load(files), train, test)


def test_two_tables_of_one_place_belong_together_though_their_names_differ(
    train: Some, test: Some
) -> None:
    files = {"mnist_train_small.csv": csv(train, 0, False), "mnist_test.csv": csv(test, 0, False)}
    assert holds(load(files), train, test)  # as Colab has them
    files["mnist_train_large.csv"] = csv(train, 0, False)
    with pytest.raises(DataError, match="mnist_train_large"):
        load(files)


def test_a_table_alone_may_have_any_name(train: Some) -> None:
    assert holds(load({"test.csv": csv(train)}), train, None)


def test_a_table_as_pandas_writes_it(train: Some) -> None:
    head, *rows = csv(train).decode().splitlines()
    lines = ["," + head, *(f"{n},{row}" for n, row in enumerate(rows))]
    assert holds(load({"train.csv": "\n".join(lines).encode()}), train, None)


def test_a_table_with_a_byte_order_mark_quotes_and_windows_lines(train: Some) -> None:
    quoted = csv(train).decode().replace("label,", '"label",').replace("\n", "\r\n")
    assert holds(load({"train.csv": quoted.encode("utf-8-sig")}), train, None)


def test_arff_is_a_table_with_a_preface(train: Some) -> None:
    head = b"@RELATION mnist\n% by OpenML\n@ATTRIBUTE class {0,1}\n\n@DATA\n"
    assert holds(load({"mnist_784.arff": head + csv(train, -1, False)}), train, None)


def rows_of(
    some: Some, sign: str = ",", change: Callable[[Bytes], Bytes] = lambda a: a
) -> list[str]:
    return csv(some, None, False, sign, change).decode().splitlines()


@pytest.mark.parametrize(
    ("pictures", "classes"),
    [
        ("x_{}.csv", "y_{}.csv"),
        ("{}_images.csv", "{}_labels.csv"),
        ("{} Img 9 x 784.csv", "{} Label.csv"),
    ],
)
def test_the_classes_of_a_table_may_stand_apart(
    train: Some, test: Some, pictures: str, classes: str
) -> None:
    files = {}
    for side, some in (("train", train), ("test", test)):
        labels = ["label", *map(str, some.labels)] if "labels" in classes else map(str, some.labels)
        files[pictures.format(side)] = "\n".join(rows_of(some)).encode()
        files[classes.format(side)] = "\n".join(labels).encode()
    assert holds(load(files), train, test)
    rows = rows_of(train)
    rows[7] = rows[7][:50]
    damaged = load(files | {pictures.format("train"): "\n".join(rows).encode()})
    assert damaged.train.labels.tolist() == np.delete(train.labels, 7).tolist()
    with pytest.raises(DataError, match="99 images but 100 labels"):
        load(files | {pictures.format("train"): "\n".join(rows_of(train)[1:]).encode()})


def test_a_table_may_have_decimal_commas(train: Some) -> None:
    for first in ("label;" + ";".join(f"p{n}" for n in range(784)) + "\n", ""):
        rows = rows_of(train, ";", lambda image: image / 255)
        lines = [f"{k};{row}".replace(".", ",") for k, row in zip(train.labels, rows, strict=True)]
        assert holds(load({"a.csv": (first + "\n".join(lines)).encode()}), train, None)


def test_a_sign_at_the_end_of_each_row_begins_no_cell(train: Some) -> None:
    assert holds(load({"a.csv": csv(train).replace(b"\n", b",\n")}), train, None)


def test_numbered_rows_need_no_header(train: Some) -> None:
    rows = csv(train, 0, False).decode().splitlines()
    numbered = "\n".join(f"{n},{row}" for n, row in enumerate(rows)).encode()
    assert holds(load({"a.csv": numbered}), train, None)


@pytest.mark.parametrize(
    ("header", "place", "is_numbered"),
    [
        (range(785), 0, False),
        (range(1, 786), -1, False),
        (("label", *range(784)), 0, False),
        ((*range(784), "label"), -1, False),
        (("", *range(785)), 0, True),
        (("", *range(784), "label"), -1, True),
    ],
)
def test_columns_that_are_only_counted_are_a_header(
    train: Some, header: Iterable[object], place: int, is_numbered: bool
) -> None:
    rows = csv(train, place, False).decode().splitlines()
    rows = [f"{n},{row}" if is_numbered else row for n, row in enumerate(rows)]
    table = "\n".join([",".join(map(str, header)), *rows]).encode()
    assert holds(load({"a.csv": table}), train, None)


def test_rows_that_cannot_be_read_are_left_out(train: Some) -> None:
    rows = csv(train).splitlines()
    rows[5] = rows[5][:100]
    rows[9] = rows[9].replace(b",0", b",zero", 1)
    found = load({"train.csv": b"\n".join(rows)})
    assert len(found.train) + len(found.valid) == len(train.labels) - 2
    assert found.findings[0].message.values["lines"] == ["6", "10"]
    with pytest.raises(DataError, match=r"row.* that can't be read"):
        load({"train.csv": b"\n".join([*rows[:20], *(row[:99] for row in rows[20:])])})


def libsvm(some: Some, side: int, first: int) -> bytes:
    lines = []
    for image, label in zip(some.images, some.labels, strict=True):
        small = np.asarray(Image.fromarray(image).resize((side, side))).ravel() / 127.5 - 1
        cells = " ".join(f"{place + 1}:{value:.4f}" for place, value in enumerate(small))
        lines.append(f"{label + first} {cells}")
    return "\n".join(lines).encode()


def test_usps_as_libsvm_has_it(train: Some, test: Some) -> None:
    files = {
        "usps.bz2": bz2.compress(libsvm(train, 16, 1)),
        "usps.t.bz2": bz2.compress(libsvm(test, 16, 1)),
    }
    found = load(files)
    assert found.classes == TEN
    assert codes(found) == ["scaled", "usps_labels"]
    assert found.train.labels.tolist() == train.labels.tolist()
    assert found.valid.labels.tolist() == test.labels.tolist()
    assert np.abs(found.train.images.astype(int) - train.images).mean() < 12


def test_classes_from_1_to_10_of_larger_images_keep_their_names(train: Some) -> None:
    found = load({"letters.txt": libsvm(train, 28, 1)})
    assert sorted(found.classes, key=int) == [str(number) for number in range(1, 11)]


def test_libsvm_leaves_out_what_is_zero(train: Some) -> None:
    lines = []
    for image, label in zip(train.images, train.labels, strict=True):
        places = np.flatnonzero(image.ravel())
        cells = " ".join(f"{place + 1}:{image.ravel()[place]}" for place in places)
        lines.append(f"{label} {cells}")
    assert holds(load({"mnist": "\n".join(lines).encode()}), train, None)


def test_libsvm_may_have_comments_before_its_rows(train: Some) -> None:
    head = b"# Generated by dump_svmlight_file\n# Column indices are one-based\n#\n"
    found = load({"usps.txt": head + libsvm(train, 16, 0)})
    assert found.classes == TEN
    assert codes(found) == ["scaled", "held_out", "tiny_classes"]


def test_libsvm_leaves_out_a_row_whose_place_is_beyond_all_images(train: Some) -> None:
    rows = libsvm(train, 16, 0).split(b"\n")
    for pair in (b"9" * 60 + b":1", b"9" * 500 + b":1", b"0:1", b"99999:1", b"256:1e99"):
        found = load({"usps.txt": b"\n".join([rows[0] + b" " + pair, *rows[1:]])})
        assert found.findings[0].message.values["lines"] == ["1"]


@pytest.mark.parametrize("side", ["train", "test"])
def test_pixels_without_a_value_are_refused(train: Some, test: Some, side: str) -> None:
    arrays = {"x_train": train.images / 255, "y_train": train.labels}
    arrays |= {"x_test": test.images / 255, "y_test": test.labels}
    arrays[f"x_{side}"][3, 5, 5] = np.nan
    with pytest.raises(DataError, match="without a value"):
        load({"a.npz": npz(**arrays)})


def test_a_test_pixel_beyond_all_greys_is_ink(train: Some, test: Some) -> None:
    tested = test.images / 255
    tested[0, 5, 5] = 1e300
    arrays = {"x_train": train.images / 255, "y_train": train.labels}
    found = load({"a.npz": npz(**arrays, x_test=tested, y_test=test.labels)})
    assert found.valid.images[0, 5, 5] == 255


def images(some: Some, name: str, **options: object) -> Content:
    """Name images by a pattern of {label}, {n}, counted through, {k}, counted in a class, {w}."""
    files = {}
    for n, (image, label) in enumerate(zip(some.images, some.labels, strict=True)):
        k = n % (len(some.labels) // 10)
        files[name.format(label=label, n=n, k=k, w=n % 3, **options)] = png(image)
    return files


@pytest.mark.parametrize(
    "name",
    [
        "{label}_{n}.png",
        "{n}_{label}.png",
        "img_{n}_label_{label}.png",
        "digit-{label}-{k}.png",
        "{label} ({k}).png",
        "{label}_{k}.png",
        "flat/mnist{label}.{n}.png",
        "writer{w}_{n}_{label}.png",
    ],
)
def test_the_class_in_the_name(train: Some, name: str) -> None:
    found = load(images(train, name))
    assert holds(found, train, None)
    assert "classes_from_names" in codes(found)


def test_the_class_in_the_name_on_two_sides(train: Some, test: Some) -> None:
    files = images(train, "train/{label}_{n}.png") | images(test, "test/{label}_{n}.png")
    assert holds(load(files), train, test)


def test_names_without_a_class_are_no_dataset(train: Some) -> None:
    with pytest.raises(DataError, match="not in a class folder"):
        load(images(train, "scan_{n}.png"))


def test_a_class_that_is_called_a_letter_says_nothing_of_the_word_behind_it(train: Some) -> None:
    called = ("letter", "animal")
    files = {f"{called[n % 2]}_scan_{n}.png": png(train.images[n]) for n in range(20)}
    assert load(files).classes == ("animal", "letter")


def table(some: Some, row: str, head: str = "") -> bytes:
    rows = [row.format(n=n, label=label) for n, label in enumerate(some.labels)]
    return "\n".join([head, *rows] if head else rows).encode()


@pytest.mark.parametrize(
    ("name", "row", "head", "place"),
    [
        ("labels.csv", "{n}.png,{label}", "filename,label", "images/{n}.png"),
        ("labels.csv", "images/{n}.png,{label}", "path,class", "images/{n}.png"),
        ("train.csv", "{n},{label}", "id,label", "train/{n}.png"),
        ("labels.txt", "{n}.png {label}", "", "{n}.png"),
        ("labels.tsv", '"{n}.png"\t{label}', "", "data/images/{n}.png"),
        ("labels.csv", "{label};{n}.png", "digit;image", "{n}.png"),
        ("labels.csv", "{n}.png,28,28,{label}", "file,width,height,ClassId", "{n}.png"),
        ("labels.csv", "{n}.png,writer{n},{label}", "", "{n}.png"),  # what repeats itself
    ],
)
def test_a_table_of_labels(train: Some, name: str, row: str, head: str, place: str) -> None:
    assert holds(load(images(train, place) | {name: table(train, row, head)}), train, None)


def test_tables_of_labels_for_two_sides(train: Some, test: Some) -> None:
    files = images(train, "train/{n}.png") | images(test, "test/{n}.png")
    files["train.csv"] = table(train, "{n}.png,{label}", "file,label")
    files["test.csv"] = table(test, "{n}.png,{label}", "file,label")
    assert holds(load(files), train, test)
    del files["test.csv"]
    found = load(files)
    assert holds(found, train, None)
    assert "images_not_in_table" in codes(found)
    alone = images(test, "{n}.png") | {"test.csv": table(test, "{n}.png,{label}", "file,label")}
    assert holds(load(alone), test, None)


def test_the_classes_of_an_example_are_made_up(train: Some, test: Some) -> None:
    files = images(train, "train/{n}.png") | images(test, "test/t{n}.png")
    files["train.csv"] = table(train, "{n}.png,{label}", "file,label")
    files["sample_submission.csv"] = table(test, "t{n}.png,0", "file,label")
    assert holds(load(files), train, None)


@pytest.mark.parametrize("missing", [[7], [0], [n for n in range(100) if n % 5 in (0, 2)]])
def test_what_the_table_names_and_is_not_there_is_told(train: Some, missing: list[int]) -> None:
    """Even where it is the first one, or two images in five."""
    files = images(train, "{n}.png") | {"labels.csv": table(train, "{n}.png,{label}")}
    gone = [f"{n}.png" for n in missing]
    for name in gone:
        del files[name]
    found = load(files)
    assert len(found.train) + len(found.valid) == len(train.labels) - len(gone)
    assert found.findings[0].message.values["files"] == gone
    assert describe(found).left_out == ()  # there was nothing to leave out


def test_class_folders_go_before_a_table(train: Some) -> None:
    files = images(train, "{label}/{n}.png") | {"meta.csv": table(train, "{n}.png,writer{n}")}
    assert holds(load(files), train, None)


@pytest.mark.parametrize("ending", ["WEBP", "TIFF", "BMP", "PPM", "GIF"])
def test_images_of_every_kind(train: Some, ending: str) -> None:
    files = {}
    suffix = {"TIFF": "tif", "PPM": "pgm"}.get(ending, ending)
    for n, (image, label) in enumerate(zip(train.images, train.labels, strict=True)):
        buffer = io.BytesIO()
        options = {"lossless": True} if ending == "WEBP" else {}
        Image.fromarray(image).save(buffer, ending, **options)
        files[f"{label}/{n}.{suffix}"] = buffer.getvalue()
    assert holds(load(files), train, None)


def test_damaged_files_are_left_out_and_named(train: Some) -> None:
    files = images(train, "{label}/{n}.png")
    files |= {"3/a.png": b"", "3/b.png": b"no picture", "4/c.png": files["4/40.png"][:90]}
    found = load(files)
    assert holds(found, train, None)
    assert found.findings[0].message.values["files"] == ["3/a.png", "3/b.png", "4/c.png"]


def test_too_much_damage_is_refused(train: Some) -> None:
    files = images(train, "{label}/{n}.png")
    files |= {f"3/bad{n}.png": b"" for n in range(12)}
    with pytest.raises(DataError, match=r"12 of the 112 images in mine .*damaged"):
        load(files)


def test_a_whole_class_that_is_damaged_is_refused(train: Some) -> None:
    files = images(train, "{label}/{n}.png")
    with pytest.raises(DataError, match="No image of the class eleven in mine"):
        load(files | {f"eleven/{n}.heic": b"" for n in range(2)})


def test_several_datasets_in_one_place_are_to_be_chosen_from(train: Some) -> None:
    files = images(train, "a/{label}/{n}.png") | {
        "b/mnist.npz": npz(X=train.images, y=train.labels)
    }
    with pytest.raises(DataError, match=r"several datasets.*a, b/mnist\.npz"):
        load(files)


def test_every_format_can_be_said() -> None:
    for form in FORMATS:
        assert word(form.summary) != form.summary.code
        assert word(form.got_from) != form.got_from.code


SAMPLES: dict[str, Callable[[Some], Content]] = {  # of each format, as people have it
    "idx": lambda some: {
        "train-images-idx3-ubyte": idx(some.images),
        "train-labels-idx1-ubyte": idx(some.labels),
    },
    "arrays": lambda some: {"mnist.npz": npz(x_train=some.images, y_train=some.labels)},
    "libsvm": lambda some: {"usps": libsvm(some, 16, 1)},
    "pixel_table": lambda some: {"train.csv": csv(some)},
    "class_folders": lambda some: images(some, "{label}/{n}.png"),
    "label_table": lambda some: images(some, "{n}.png") | {"a.csv": table(some, "{n}.png,{label}")},
    "named_images": lambda some: images(some, "{label}_{n}.png"),
}


def test_every_format_has_a_sample_and_is_known_by_it(train: Some) -> None:
    assert [*SAMPLES] == [form.name for form in FORMATS], "add a sample"
    for name, sample in SAMPLES.items():
        form, _ = find_dataset(Given(sample(train)), Watch(None, "mine"))
        assert form.name == name
        assert load(sample(train)).classes == TEN


@pytest.mark.parametrize("name", SAMPLES)
def test_every_format_can_be_stopped(
    train: Some, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.data.watch._CHECK_EVERY_S", 0)
    content = SAMPLES[name](train)
    told: list[tuple[int, int]] = []
    load(content, lambda done, of: bool(told.append((done, of))) or True)
    assert len(told) > 1
    assert all(0 <= done <= of for done, of in told)
    for stop in {1, len(told) // 2, len(told)}:
        calls = iter(range(1, stop + 1))
        with pytest.raises(LoadingStopped):
            load(content, lambda *_, calls=calls, stop=stop: next(calls) < stop)


@pytest.mark.parametrize("name", SAMPLES)
def test_damage_anywhere_in_a_format_gives_a_dataset_or_our_error(train: Some, name: str) -> None:
    content = SAMPLES[name](train)
    dice = np.random.default_rng(0)
    for _ in range(40):
        file = dice.choice(sorted(content))
        data, at = content[file], int(dice.integers(len(content[file])))
        damaged = dice.choice([data[:at], data[:at] + dice.bytes(9) + data[at + 9 :]])
        with suppress(DataError):
            codes(load(content | {file: bytes(damaged)}))
