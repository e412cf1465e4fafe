"""What a notebook says of its data: a few plain lines that read the same images in the same order.

Bundled sets are read from the program's own IDX files, all others from where they lie. Where plain
lines can't do all that the program does, the note says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from engine.data.archives import is_zip
from engine.data.bundled import DIGITS
from engine.data.drawings import class_folders, own_folder
from engine.data.folder_names import LIST
from engine.data.formats import find_dataset
from engine.data.idx_sets import sides_of
from engine.data.layout import in_parts, is_wanted, plan
from engine.data.loading import BUNDLED, OWN, current_name
from engine.data.places import open_place
from engine.data.ready_sets import READY_SETS
from engine.data.splits import Dataset
from engine.data.watch import Watch
from engine.datasets import load_dataset
from engine.export.notebook_mnist import (
    PENS_AMONG_MNIST,
    READ_IDX,
    READ_MNIST,
    READ_PENS,
    mnist_reader,
    pens_reader,
)


@dataclass(frozen=True)
class Data:
    """The lines that read a dataset: they leave train_x, train_y, valid_x and valid_y behind.

    x is uint8 (N, 784), 0 paper to 255 ink, and y int64 (N,), places in `classes`.
    """

    name: str
    classes: tuple[str, ...]
    note: str
    code: str


_READ_IMAGES = """\
def natural(path):  # "2" before "10"
    parts = re.split("([0-9]+)", path.name.casefold())
    return [int(part) if part.isdigit() else part for part in parts]


def read_images(folder):
    endings = (".png", ".jpg", ".jpeg", ".bmp", ".gif")
    paths, labels = [], []
    for label, name in enumerate(folders):
        found = [path for path in (folder / name).glob("[!.]*") if path.suffix.lower() in endings]
        paths += sorted(found, key=natural)
        labels += [label] * len(found)
    images = [np.array(Image.open(path).convert("L").resize((28, 28))) for path in paths]
    images = np.array(images, np.uint8).reshape(-1, 28, 28)
    labels = np.array(labels, np.int64)
    if np.median(images[:, [0, -1]]) >= 160:
        images = 255 - images  # black ink on white paper becomes ink on black, as in MNIST
    return images, labels"""
_IN_ORDER = "    return images, labels"
_BY_NUMBER = """\
    order = np.argsort([int(path.stem) for path in paths])  # numbered across the classes
    return images[order], labels[order]"""

_HOLD_OUT = """\
held = np.arange(len(train_y)) % 5 == 0
valid_x, valid_y = train_x[held], train_y[held]
train_x, train_y = train_x[~held], train_y[~held]"""

_ONLY_3_AND_7 = """
three_or_seven = np.isin(train_y, (3, 7))
train_x, train_y = train_x[three_or_seven], np.searchsorted((3, 7), train_y[three_or_seven])
three_or_seven = np.isin(valid_y, (3, 7))
valid_x, valid_y = valid_x[three_or_seven], np.searchsorted((3, 7), valid_y[three_or_seven])"""

_DIGITS_MOVED = """
places = np.array([classes.index(digit) for digit in "0123456789"])  # among classes of one's own
train_y, valid_y = places[train_y], places[valid_y]"""

_OWN_AMONG_MNIST = """
own_x, own_y = read_images(own / "train")
times = int(np.clip(0.1 * len(train_y) / len(own_y), 1, 200))  # about a tenth of all
train_x = np.concatenate([train_x, np.tile(own_x, (times, 1, 1))])
train_y = np.concatenate([train_y, np.tile(own_y, times)])
own_x, own_y = read_images(own / "valid")
valid_x, valid_y = np.concatenate([valid_x, own_x]), np.concatenate([valid_y, own_y])"""

_TENSORS = """
train_x, valid_x = torch.tensor(train_x).flatten(1), torch.tensor(valid_x).flatten(1)
train_y, valid_y = torch.tensor(train_y).long(), torch.tensor(valid_y).long()
print(len(train_y), "training images,", len(valid_y), "validation images,", classes)"""

_SCALED = "Images that aren't 28x28 greys are scaled more simply here, so numbers may differ."
_DONE_PLAINLY = {"light_paper", "held_out", "tiny_classes", "blank_images", "on_both_sides"}
_IMAGE_ENDS = (".png", ".jpg", ".jpeg", ".bmp", ".gif")
_IDX_ENDS = ("ubyte", "ubyte.gz")
_THROUGH_INKGRAD = """\
import engine

dataset = engine.load_dataset({path!r}{switch})
train_x, train_y = dataset.train.images, dataset.train.labels
valid_x, valid_y = dataset.valid.images, dataset.valid.labels"""
_BY_ITSELF = "Inkgrad itself reads these files, so it must be installed where the notebook runs."
_PENS = "Pen strokes, from Inkgrad's own files: where it isn't installed, copy them here."
_HELD = (
    "Without a validation folder every fifth image is held out. Inkgrad chooses its fifth by the\n"
    "pixels, so the numbers may differ a little."
)


def read_data(dataset: str, as_is: bool = False) -> Data:
    """Return the lines that read what `load_dataset` gives for a name or path. Raises DataError."""
    name = str(current_name(dataset))
    if name in BUNDLED:
        return _bundled(name)
    read = load_dataset(name, as_is=as_is)  # says what is wrong
    if name in (OWN, f"{OWN}+mnist"):
        return _own(read, alone=name == OWN)
    if as_is or name in READY_SETS:  # plain lines turn light paper, and have no names of shirts
        return _through_inkgrad(read, name, as_is)
    return _plain(read) or _through_inkgrad(read, read.origin)


def _bundled(name: str) -> Data:
    classes = ("3", "7") if name == "mnist_sample" else DIGITS
    functions: tuple[str, ...] = (mnist_reader(),)
    lines = READ_MNIST
    note = "MNIST's four files, as they come with Inkgrad; where they aren't, they are fetched."
    match name:
        case "mnist_sample":
            lines += _ONLY_3_AND_7
        case "pens":
            functions, lines, note = (READ_IDX, pens_reader()), READ_PENS, _PENS
        case "mnist+pens":
            functions, lines = (*functions, pens_reader()), lines + PENS_AMONG_MNIST
            note = f"{note}\n{_PENS}"
    return Data(name, classes, note, _code(classes, functions, lines))


def _own(dataset: Dataset, *, alone: bool) -> Data:
    classes, note = dataset.classes, "What you drew and kept; those held out are for validation."
    own = f"own = Path({str(own_folder())!r})\n"
    names = {label: name for name, label in class_folders(own_folder()).items()}
    folders = [names.get(label, label) for label in classes]
    if alone:
        lines = own + _read_sides("own", PurePosixPath("train"), PurePosixPath("valid"))
        functions: tuple[str, ...] = (_READ_IMAGES,)
    else:
        moved = "" if classes[: len(DIGITS)] == DIGITS else _DIGITS_MOVED
        lines = own + READ_MNIST + moved + _OWN_AMONG_MNIST
        functions = (mnist_reader(), _READ_IMAGES)
    return Data(dataset.name, classes, note, _code(classes, functions, lines, folders))


def _plain(dataset: Dataset) -> Data | None:
    """Return lines without Inkgrad for class folders and IDX files, where such lines can do it."""
    path = Path(dataset.origin)
    unclear = {finding.code for finding in dataset.findings} - _DONE_PLAINLY
    if unclear or dataset.format not in ("class_folders", "idx") or not path.exists():
        return None
    watch = Watch(None, path.name)
    files = open_place(path, watch)
    try:
        found = find_dataset(files, watch)[1]
        sides = sides_of(files, found) if dataset.format == "idx" else {}
        names = [*sides.values()] or [n for n in files.names if is_wanted(n)]
        endings = _IDX_ENDS if sides else _IMAGE_ENDS
        if not all(name.lower().endswith(endings) for name in names):
            return None
        if sides:
            reader, lines, note = _read_idx_set(sides)
        elif LIST in {PurePosixPath(name).name for name in files.names}:
            return None  # classes that aren't called as their folders are
        else:
            reader, lines, note = _read_folders(names, dataset)
    finally:
        files.close()
    if any(finding.code == "held_out" for finding in dataset.findings):
        note, lines = f"{note}\n{_HELD}", f"{lines}\n{_HOLD_OUT}"
    code = _code(dataset.classes, (reader,), f"{_opening(path)}\n{lines}")
    return Data(dataset.name, dataset.classes, note, code)


def _through_inkgrad(dataset: Dataset, path: str, as_is: bool = False) -> Data:
    lines = _THROUGH_INKGRAD.format(path=path, switch=", as_is=True" * as_is)
    return Data(dataset.name, dataset.classes, _BY_ITSELF, _code(dataset.classes, (), lines))


def _opening(path: Path) -> str:
    """Return the lines that set `folder` to where the files lie."""
    if path.is_dir():
        return f"folder = Path({str(path)!r})"
    safe = "" if is_zip(path.name) else ', filter="data"'
    return f"folder = Path(tempfile.mkdtemp())\nshutil.unpack_archive({str(path)!r}, folder{safe})"


def _read_idx_set(sides: Mapping[str, str]) -> tuple[str, str, str]:
    """Return the function that reads a file, the lines that read the set, and a note."""
    lines = [
        f"{side}_x, {side}_y = read_idx(folder / {sides[f'{side} images']!r}), "
        f"read_idx(folder / {sides[f'{side} labels']!r})"
        for side in ("train", "valid")
        if f"{side} images" in sides
    ]
    names = [f"{line.partition('_')[0]}_y" for line in lines]
    lines += [f"{name} = np.searchsorted(np.array(classes, int), {name})" for name in names]
    return READ_IDX, "\n".join(lines), "IDX files, as MNIST is published."


def _read_folders(names: Sequence[str], dataset: Dataset) -> tuple[str, str, str]:
    """Return the function that reads a folder, the lines that read the set, and a note."""
    sides = plan(in_parts(names), dataset.name, Watch(None, dataset.name))
    folders = [
        PurePosixPath(side[0].file).parent.parent for side in (sides.train, sides.valid) if side
    ]
    reader = _READ_IMAGES
    if _count_up([PurePosixPath(image.file).stem for image in sides.train]):
        reader = reader.replace(_IN_ORDER, _BY_NUMBER)
    return reader, _read_sides("folder", *folders), _SCALED


def _count_up(stems: list[str]) -> bool:
    numbers = [int(stem) for stem in stems if stem.isascii() and stem.isdigit()]
    return sorted(numbers) == list(range(len(stems)))


def _code(
    classes: tuple[str, ...], functions: tuple[str, ...], lines: str, folders: Sequence[str] = ()
) -> str:
    """Return the lines of a cell; `folders` are named where they aren't called as the classes."""
    names = f"classes = {list(classes)!r}\n"
    if any("read_images" in function for function in functions):
        names += f"folders = {[*folders] if tuple(folders or classes) != classes else 'classes'}\n"
    return "\n\n\n".join([*functions, f"{names}{lines}{_TENSORS}"])


def _read_sides(root: str, *folders: PurePosixPath) -> str:
    """Return the lines that read the training folder, and the one to validate if it is there."""
    return "\n".join(
        f"{side}_x, {side}_y = read_images({root} / {str(folder)!r})"
        for side, folder in zip(("train", "valid"), folders, strict=False)
    )
