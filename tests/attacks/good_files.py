"""A small good file of every kind that Inkgrad reads: what the fuzzer damages."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import cache

import numpy as np
import safetensors.torch
from numpy.typing import NDArray
from PIL import Image

import engine
from desktop.answer.kept_answer import Asked, to_json
from desktop.lessons.writing.lesson_draft import Draft
from desktop.sketch.content import EMPTY, Content, Picture
from desktop.sketch.history import History, Step
from desktop.sketch.strokes import Stroke
from desktop.sketch.svg import history_to_svg, to_svg
from desktop.worker.messages import Kind, Reading, Source
from engine.inference.prediction import Prediction
from engine.lessons.work import parse
from engine.lessons.work_forms import as_table
from engine.models import build_model

Images = NDArray[np.uint8]
COUNT = 24  # images of a dataset, half of them 3s
LABELS = tuple("37" * (COUNT // 2))


@cache
def sample() -> engine.Dataset:
    """Return the bundled 3s and 7s, read once: most good files are made of them."""
    return engine.load_dataset("mnist_sample")


def digits() -> Images:
    """Return real 3s and 7s in turn, uint8 (COUNT, 28, 28)."""
    train = sample().train
    rows = [np.flatnonzero(train.labels == k)[i] for i in range(COUNT // 2) for k in (0, 1)]
    return train.images[rows]


def picture(kind: str, mode: str = "L", **options: object) -> bytes:
    """Return one digit, 140 px large, as a file that Pillow writes."""
    image = Image.fromarray(255 - digits()[0]).resize((140, 140))
    if mode.startswith("I"):
        image = Image.fromarray(np.asarray(image).astype(np.uint16) * 257)
    else:
        image = image.convert(mode)
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def with_right_sums(png: bytes) -> bytes:
    """Return a damaged PNG whose checksums are right, so that its damage is looked at."""
    out, at = bytearray(png[:8]), 8
    while at + 12 <= len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        body = png[at + 4 : at + 8 + length]
        out += png[at : at + 4] + body + zlib.crc32(body).to_bytes(4, "big")
        at += 12 + length
    return bytes(out)


def sketch() -> bytes:
    """Return a sketch of two strokes, one with pressure, and a picture under them."""
    line = np.array([[0.2, 0.2], [0.7, 0.25], [0.5, 0.8]])
    strokes = tuple(
        Stroke(line + shift, np.full(3, pressure, np.float32), 0.05)
        for shift, pressure in ((0.0, 0.5), (0.1, 0.3))
    )
    colors = np.stack([digits()[1]] * 3, axis=-1)
    return to_svg(Content(strokes, Picture(digits()[1], colors, "a scan")))


def kept_sketch() -> bytes:
    """Return a sketch with steps to undo and to do again, and a picture among them."""
    line = np.array([[0.2, 0.2], [0.7, 0.25], [0.5, 0.8]])
    first, second = (Stroke(line + shift, np.ones(3, np.float32)) for shift in (0.0, 0.1))
    colors = np.stack([digits()[1]] * 3, axis=-1)
    scan = Content(picture=Picture(digits()[1], colors, "a scan"))
    states = (EMPTY, Content((first,)), Content((first, second)), scan, Content((second,)))
    steps = (Step.STROKE, Step.STROKE, Step.PICTURE, Step.STROKE)
    return history_to_svg(History(states, steps, now=2))


def answer() -> bytes:
    """Return what was said of a sketch."""
    prediction = Prediction("7", np.array([0.25, 0.75], np.float32), ("3", "7"))
    source = Source(Kind.RUN, "simple_net", ("3", "7"), epoch=2)
    return to_json(Asked("ab", "cd", "0.1.0"), Reading(0, prediction, source))


def in_class_folders() -> dict[str, bytes]:
    """Return PNG files in a folder for each class."""
    images = zip(LABELS, digits(), strict=True)
    return {f"{label}/{n}.png": _png(image) for n, (label, image) in enumerate(images)}


def idx_images() -> bytes:
    head = b"\0\0\x08\x03" + b"".join(n.to_bytes(4, "big") for n in (COUNT, 28, 28))
    return head + digits().tobytes()


def idx_labels() -> bytes:
    return b"\0\0\x08\x01" + COUNT.to_bytes(4, "big") + bytes(map(int, LABELS))


def array(values: NDArray[np.generic]) -> bytes:
    file = io.BytesIO()
    np.save(file, values)
    return file.getvalue()


def arrays() -> bytes:
    file = io.BytesIO()
    np.savez_compressed(file, x_train=digits(), y_train=np.array(LABELS, dtype=np.int64))
    return file.getvalue()


def table(separator: str = ",") -> bytes:
    names = separator.join(["label", *(f"pixel{n}" for n in range(784))])
    rows = [separator.join([label, *map(str, image.ravel())]) for label, image in _pairs()]
    return "\n".join([names, *rows, ""]).encode()


def arff() -> bytes:
    head = ["@relation mnist", *(f"@attribute p{n} numeric" for n in range(784))]
    rows = [",".join([*map(str, image.ravel()), label]) for label, image in _pairs()]
    return "\n".join([*head, "@attribute class {3,7}", "@data", *rows, ""]).encode()


def libsvm() -> bytes:
    rows = [
        " ".join([label, *(f"{n + 1}:{v / 255:.4g}" for n, v in enumerate(image.ravel()) if v)])
        for label, image in _pairs()
    ]
    return "\n".join([*rows, ""]).encode()


def zipped(files: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return file.getvalue()


PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
}


def model() -> bytes:
    """Return a model file, untrained."""
    parts = model_parts()
    return joined_model(json.dumps(parts[0]).encode(), parts[1])


def model_parts() -> tuple[dict[str, object], bytes]:
    """Return a model file's header, its card as text in it, and the bytes of its tensors."""
    config = engine.TrainConfig(model="simple_net")
    network = build_model(config, 2)
    card = {"format": 1, "classes": ["3", "7"], "config": {"model": "simple_net"}}
    data = safetensors.torch.save(dict(network.state_dict()), {"inkgrad": json.dumps(card)})
    length = int.from_bytes(data[:8], "little")
    return json.loads(data[8 : 8 + length]), data[8 + length :]


def joined_model(header: bytes, tensors: bytes) -> bytes:
    return len(header).to_bytes(8, "little") + header + tensors


def lesson() -> bytes:
    config = {"model": "mlp", "hidden": [64, 32], "lr": 0.1, "epochs": 5, "seed": 3}
    lesson = {"format": 2, "title": "Threes", "text": "Train it.", "dataset": "mnist_sample"}
    questions = [
        {"question": "Rank?", "choices": ["1", "2"], "right": 1, "why": "So."},
        {"question": "3/10?", "accept": ["0.3"]},
        {"question": "Why?"},
    ]
    more = {"lessons": ["bias", "relu"], "questions": questions, "pages": ["training", "inside"]}
    return json.dumps({**lesson, "config": config, **more}).encode()


def progress() -> bytes:
    done = {str(n): f"2026-01-0{n}T10:00:00+00:00" for n in range(1, 6)}
    at = "2026-01-01T10:00:00+00:00"
    tries = {"1": [[at, False], [at, True]]}
    kept = {"name": "Ada", "tries": tries, "answers": {"Why?": [at, "So"]}}
    return json.dumps({"done": done, **kept, "runs": [[at, "Run 1", 0.97]]}).encode()


def draft() -> bytes:
    """Return a lesson that a teacher is writing."""
    lesson = Draft("Rates", "# Look", "? Why?\n- 1\n* 2", ("training", "data"), ("bias", "sgd"))
    return json.dumps(asdict(lesson)).encode()


def work_table() -> bytes:
    """Return what a pupil hands in."""
    return as_table(parse(progress()))


def settings() -> bytes:
    """Return a settings file as the window leaves it."""
    config = {"model": '"\\"mlp\\""', "hidden": '"[64, 32]"', "lr": "0.2", "epochs": "12"}
    lines = [
        "[window]",
        r"geometry=@ByteArray(\x1\xd9\xd0\xcb\0\x3\0\0\0\0\0\0\0\0\0\0\0\0\x5U\0\0\x2\xff)",
        *("appearance=Dark", "language=de", "page=data", "hint=followed"),
        *("[sketch]", "guide=false", "pen=2", "eraser=1"),
        *("[training]", "more=true", "runs=false", "smoothing=40", 'log="[true, false]"'),
        *(f"{name}={value}" for name, value in config.items()),
        *("dataset=mnist", "recent=/tmp/a\\n/tmp/b", "models=/tmp/a.inkgrad"),
    ]
    return "\n".join([*lines, ""]).encode()


def _pairs() -> Iterator[tuple[str, Images]]:
    return zip(LABELS, digits(), strict=True)


def _png(image: Images) -> bytes:
    file = io.BytesIO()
    Image.fromarray(image).save(file, "PNG")
    return file.getvalue()
