"""What the fuzzer attacks: for each kind of file a good one, how it is damaged, and its reader."""

import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

import engine
from desktop.lessons.progress import Progress
from desktop.shell.preferences import Preferences, keep_settings_in
from desktop.sketch.arrivals import content_of
from desktop.sketch.document import SketchDocument
from desktop.sketch.keeping import SketchKeeper
from engine.data import cache, drawings
from engine.images.bitmaps import open_image
from engine.lessons.lesson_file import read_lesson_file
from tests.attacks import good_files as good
from tests.attacks.mutations import Dice, damaged, damaged_json

Damage = Callable[[bytes, Dice], bytes]


@dataclass(frozen=True)
class Target:
    """A good file, where it lies, what lies beside it, and who reads it.

    `wrap` puts what was damaged into the file, with checksums that are right.
    """

    name: str
    file: str
    data: bytes
    read: Callable[[Path], object]  # a folder
    damage: Damage = damaged
    wrap: Callable[[bytes], bytes] = bytes
    beside: Mapping[str, bytes] = field(default_factory=dict)

    def lay_out(self, folder: Path, dice: Dice) -> None:
        """Write the damaged file, and the good ones beside it, into an empty folder."""
        files = {**self.beside, self.file: self.wrap(self.damage(self.data, dice))}
        for name, data in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def all_targets() -> list[Target]:
    """Return every kind of file that Inkgrad reads."""
    return [*_pictures(), *_sketches(), *_archives(), *_tables(), *_models(), *_kept()]


def _pictures() -> list[Target]:
    kinds: dict[str, bytes] = {
        "grey.png": good.picture("PNG"),
        "precise.png": good.picture("PNG", "I;16"),
        "layered.png": good.picture("PNG", "RGBA"),
        "coloured.png": good.picture("PNG", "P"),
        "grey.jpg": good.picture("JPEG"),
        "rgb.jpg": good.picture("JPEG", "RGB", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0"),
        "a.bmp": good.picture("BMP", "RGB"),
        "a.gif": good.picture("GIF"),
        "a.webp": good.picture("WEBP", "RGB"),
        "a.ppm": good.picture("PPM", "RGB"),
        "raw.tif": good.picture("TIFF"),
        "lzw.tif": good.picture("TIFF", compression="tiff_lzw"),
        "jpeg.tif": good.picture("TIFF", "RGB", compression="jpeg"),
        "deflate.tif": good.picture("TIFF", compression="tiff_adobe_deflate"),
        "fax.tif": good.picture("TIFF", "1", compression="group4"),
    }
    sealed = {name: good.with_right_sums for name in kinds if name.endswith(".png")}
    return [
        Target(f"picture {name}", name, data, _read_picture(name), wrap=sealed.get(name, bytes))
        for name, data in kinds.items()
    ]


def _read_picture(name: str) -> Callable[[Path], object]:
    """Read it as the command line does, and, where that went well, as the window does."""

    def read(folder: Path) -> None:
        image = engine.prepare_image(open_image(folder / name))
        assert image.shape == (28, 28)
        content_of(folder / name)

    return read


def _sketches() -> list[Target]:
    whole = good.sketch()
    start = whole.index(b'{"strokes"')
    facts = whole[start : whole.index(b"</inkgrad:sketch>")]

    def with_facts(text: bytes) -> bytes:
        escaped = text.replace(b"&", b"&amp;").replace(b"<", b"&lt;")
        return whole[:start] + escaped + whole[start + len(facts) :]

    def read(folder: Path) -> None:
        content_of(folder / "a.svg")

    def bring_back(folder: Path) -> None:
        SketchKeeper(SketchDocument(), folder / "a.svg", SketchDocument())

    return [
        Target("sketch", "a.svg", whole, read),
        Target("sketch's facts", "a.svg", facts, read, damaged_json, with_facts),
        Target("kept sketch", "a.svg", whole, bring_back),
        Target("kept sketch's facts", "a.svg", facts, bring_back, damaged_json, with_facts),
    ]


def _dataset_of(name: str) -> Callable[[Path], object]:
    def read(folder: Path) -> None:
        dataset = engine.load_dataset(folder / name if name else folder)
        for split in (dataset.train, dataset.valid):
            assert split.images.shape[1:] == (28, 28)
            assert 0 <= split.labels.min() <= split.labels.max() < len(dataset.classes)

    return read


def _archives() -> list[Target]:
    files = good.in_class_folders()
    plain = good.tarred(files)
    kinds = {
        "stored.zip": good.zipped(files, zipfile.ZIP_STORED),
        "deflated.zip": good.zipped(files),
        "bzip2.zip": good.zipped(files, zipfile.ZIP_BZIP2),
        "lzma.zip": good.zipped(files, zipfile.ZIP_LZMA),
        "idx.zip": good.zipped({"train-images-idx3-ubyte": good.idx_images(),
                                "train-labels-idx1-ubyte": good.idx_labels()}),
        "a.tar": plain,
        **{f"a.tar.{end}": pack(plain) for end, pack in good.PACKINGS.items()},
    }  # fmt: skip
    found = [
        Target(f"archive {name}", name, data, _dataset_of(name)) for name, data in kinds.items()
    ]
    found += [
        Target(
            f"what is in a.tar.{end}", f"a.tar.{end}", plain, _dataset_of(f"a.tar.{end}"), wrap=p
        )
        for end, p in good.PACKINGS.items()
    ]
    first = min(files)
    others = {name: data for name, data in files.items() if name != first}
    for name, wrap in (("", good.with_right_sums), ("a.zip", bytes)):
        beside = {} if name else others

        def packed(data: bytes, name: str = name, wrap: Callable[[bytes], bytes] = wrap) -> bytes:
            return good.zipped({**others, first: data}) if name else wrap(data)

        read, file = _dataset_of(name), name or first
        kind = "image in a folder" if not name else "image in a zip"
        found.append(Target(kind, file, files[first], read, wrap=packed, beside=beside))
    return found


def _tables() -> list[Target]:
    rows = "\n".join(["file,label", *(f"{n}.png,{k}" for n, k in enumerate(good.LABELS)), ""])
    images = {f"images/{name.partition('/')[2]}": data
              for name, data in good.in_class_folders().items()}  # fmt: skip
    labels, pixels = "train-labels-idx1-ubyte", "train-images-idx3-ubyte"
    x, y = good.array(good.digits()), good.array(np.array(good.LABELS, dtype=np.int64))
    beside_idx = {f"{pixels}.gz": good.PACKINGS["gz"](good.idx_images())}
    found = [
        Target("labels' table", "labels.csv", rows.encode(), _dataset_of(""), beside=images),
        Target("npz", "a.npz", good.arrays(), _dataset_of("a.npz")),
        Target("npy", "x_train.npy", x, _dataset_of(""), beside={"y_train.npy": y}),
        Target("npy of labels", "y_train.npy", y, _dataset_of(""), beside={"x_train.npy": x}),
        Target("table", "a.csv", good.table(), _dataset_of("a.csv")),
        Target("table in gzip", "a.csv.gz", good.table("\t"), _dataset_of(""),
               wrap=good.PACKINGS["gz"]),
        Target("ARFF", "a.arff", good.arff(), _dataset_of("a.arff")),
        Target("LIBSVM", "a.bz2", good.libsvm(), _dataset_of(""), wrap=good.PACKINGS["bz2"]),
        Target("IDX", pixels, good.idx_images(), _dataset_of(""),
               beside={labels: good.idx_labels()}),
        Target("IDX of labels", f"{labels}.gz", good.idx_labels(), _dataset_of(""),
               wrap=good.PACKINGS["gz"], beside=beside_idx),
    ]  # fmt: skip
    for end, pack in good.PACKINGS.items():
        packed = pack(good.idx_images())
        beside = {f"{labels}.{end}": pack(good.idx_labels())}
        found.append(
            Target(f"IDX in {end}", f"{pixels}.{end}", packed, _dataset_of(""), beside=beside)
        )
    return found


def _models() -> list[Target]:
    def read(folder: Path) -> None:
        classifier = engine.Classifier.load(folder / "a.safetensors")
        classifier.predict(np.zeros((28, 28), np.uint8))

    header, tensors = good.model_parts()
    text = json.dumps(header).encode()
    card = str(header["__metadata__"]["inkgrad"]).encode()  # type: ignore[index]

    def with_header(changed: bytes) -> bytes:
        return good.joined_model(changed, tensors)

    def with_card(changed: bytes) -> bytes:
        words = {"inkgrad": changed.decode("latin-1")}
        return with_header(json.dumps({**header, "__metadata__": words}).encode())

    return [
        Target("model", "a.safetensors", good.model(), read),
        Target("model's header", "a.safetensors", text, read, damaged_json, with_header),
        Target("model's card", "a.safetensors", card, read, damaged_json, with_card),
    ]


def _kept() -> list[Target]:
    """Return what Inkgrad itself keeps: lessons, progress, settings, cache and drawings."""
    own = {f"{side}/{k}/000{n}-ab{n}.png": data
           for n, (data, k) in enumerate(zip(good.in_class_folders().values(), "37" * 4,
                                             strict=False))
           for side in ("train", "valid")}  # fmt: skip
    first = min(own)
    return [
        Target("lesson", "a.inkgrad", good.lesson(), _read_lesson, damaged_json),
        Target("progress", "a.json", good.progress(), _read_progress, damaged_json),
        Target("settings", "Inkgrad/Inkgrad.ini", good.settings(), _read_settings),
        Target("cache entry", "entry", _cache_entry(), _read_cache_entry),
        Target("cache entry's head", "entry", *_cache_head()),
        Target("kept drawing", first, own[first], _read_own, wrap=good.with_right_sums, beside=own),
    ]


def _read_lesson(folder: Path) -> None:
    read_lesson_file(folder / "a.inkgrad")


def _read_progress(folder: Path) -> None:
    progress = Progress(folder / "a.json")
    progress.read()
    assert all(1 <= number <= 38 for number in progress.done)


def _read_settings(folder: Path) -> None:
    keep_settings_in(str(folder))
    preferences = Preferences()
    names = [name for name, kind in vars(Preferences).items() if isinstance(kind, property)]
    assert len(names) > 10
    for name in names:
        getattr(preferences, name)
    preferences.look_for_damage()


def _read_own(folder: Path) -> None:
    for digit in drawings.read_own(folder):
        assert digit.image.shape == (28, 28)
    drawings.load_own(folder)


_KEY = "a dataset"


def _cache_entry() -> bytes:
    """Return an entry as the cache writes it."""
    dataset = engine.load_dataset("mnist_sample")
    few = engine.Split(dataset.train.images[:20], dataset.train.labels[:20])
    cache.store(_KEY, "now", engine.Dataset(few, few, dataset.classes, "few", "/few", "idx"))
    return _entry().read_bytes()


def _entry() -> Path:
    return cache._entry(_KEY)


def _cache_head() -> tuple[bytes, Callable[[Path], None], Damage, Callable[[bytes], bytes]]:
    """Return an entry's line of JSON and what makes an entry of a damaged one, its sum right."""
    _, head, rest = _cache_entry().split(b"\n", 2)

    def sealed(changed: bytes) -> bytes:
        body = changed + b"\n" + rest
        return hashlib.blake2b(body, digest_size=16).hexdigest().encode() + b"\n" + body

    return head, _read_cache_entry, damaged_json, sealed


def _read_cache_entry(folder: Path) -> None:
    shutil.move(folder / "entry", _entry())
    found = cache.load(_KEY, "now")
    cache.entries()
    if found:
        assert found.train.labels.max() < len(found.classes)
        assert all(str(finding.message) for finding in found.findings)
