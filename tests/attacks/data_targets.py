"""Pictures and datasets as the fuzzer attacks them, in every format that is read."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

import engine
from desktop.sketch.arrivals import content_of
from engine.images.bitmaps import open_image
from tests.attacks import good_files as good
from tests.attacks.target import Target


def pictures() -> list[Target]:
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


def _dataset_of(name: str) -> Callable[[Path], object]:
    def read(folder: Path) -> None:
        dataset = engine.load_dataset(folder / name if name else folder)
        for split in (dataset.train, dataset.valid):
            assert split.images.shape[1:] == (28, 28)
            assert 0 <= split.labels.min() <= split.labels.max() < len(dataset.classes)

    return read


def archives() -> list[Target]:
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


def tables() -> list[Target]:
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
