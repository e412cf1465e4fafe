"""Fetching a dataset in the real window, from a server on this machine."""

import gzip
import hashlib
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from engine.data.ready_sets import READY_SETS, Download, ReadySet
from engine.data.splits import Dataset
from tests.engine.data.given import idx
from tests.full_disk import full_disk, needs_limit
from tests.mostly_long import mostly_long

PIECE = 1 << 14


class Publisher:
    """A server of some files. `hold` makes it pause after the first piece of a file."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.asked: list[tuple[str, str | None]] = []  # paths, and the parts that were wanted
        self.knows_parts = True
        self.goes_on = threading.Event()
        self.goes_on.set()
        handler = type("Handler", (_Handler,), {"publisher": self})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self.server.serve_forever)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/"

    def close(self) -> None:
        self.goes_on.set()
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()


class _Handler(BaseHTTPRequestHandler):
    publisher: Publisher

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        publisher, wanted = self.publisher, self.headers.get("Range")
        publisher.asked.append((self.path, wanted))
        data = publisher.files.get(self.path[1:])
        if data is None:
            self.send_error(404)
            return
        start = 0
        if wanted and publisher.knows_parts:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        try:
            for place in range(start, len(data), PIECE):
                self.wfile.write(data[place : place + PIECE])
                self.wfile.flush()
                publisher.goes_on.wait()
        except OSError:
            pass  # nobody wants it any more


@pytest.fixture
def shirts(mnist: Dataset) -> dict[str, bytes]:
    """Return the four files of a small set of images that are no digits."""
    flat = mnist.train.images[:1000].reshape(-1, 784)
    images = np.random.default_rng(0).permutation(flat, axis=1).reshape(-1, 28, 28)
    labels = mnist.train.labels[:1000].astype(np.uint8)
    return {
        f"{side}-{content}-idx{array.ndim}-ubyte.gz": gzip.compress(idx(array[part]), 1)
        for side, part in (("train", slice(0, 800)), ("t10k", slice(800, 1000)))
        for content, array in (("images", images), ("labels", labels))
    }


@pytest.fixture
def publisher(shirts: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    """Return a server that stands for Fashion-MNIST's in the window's table."""
    publisher = Publisher(shirts)
    downloads = tuple(
        Download(f"{publisher.address}{name}", len(data), hashlib.sha256(data).hexdigest())
        for name, data in shirts.items()
    )
    real = READY_SETS["fashion_mnist"]
    ready = ReadySet(real.title, real.folder, downloads, classes=real.classes)
    monkeypatch.setitem(READY_SETS, "fashion_mnist", ready)
    yield publisher
    publisher.close()
    shutil.rmtree(ready.place, ignore_errors=True)


def wish(window: MainWindow) -> None:
    window.actions_.ready_sets["fashion_mnist"].trigger()


def pieces(publisher: Publisher) -> int:
    """Return how many bytes of the first file are here."""
    ready = READY_SETS["fashion_mnist"]
    part = ready.partial(ready.downloads[0])
    return part.stat().st_size if part.exists() else 0


def test_a_set_is_fetched_by_a_click_and_never_without(
    window: MainWindow, publisher: Publisher, qtbot: QtBot
) -> None:
    combo = window.findChild(QComboBox, "datasetCombo")
    assert combo.findText("Fashion-MNIST") < 0
    with qtbot.waitSignal(window.model.checking.found) as found:
        wish(window)
    assert [count.name for count in found.args[0].classes][:2] == ["T-shirt", "Trouser"]
    assert len(publisher.asked) == 4
    assert combo.currentText() == "Fashion-MNIST"
    assert window.model.datasets.chosen == "fashion_mnist"
    window.model.datasets.choose("mnist_sample")
    wish(window)  # it is here now
    assert window.model.datasets.chosen == "fashion_mnist"
    assert len(publisher.asked) == 4
    window.model.step()
    trainer = window.model.trainer
    qtbot.waitUntil(lambda: trainer.run is not None)
    assert trainer.run.classes[9] == "Ankle boot"
    trainer.stop()
    qtbot.waitUntil(lambda: trainer.is_free)


@pytest.mark.parametrize("knows_parts", mostly_long([True, False], {0}))
def test_what_was_broken_off_goes_on_where_it_was(
    window: MainWindow, publisher: Publisher, qtbot: QtBot, knows_parts: bool
) -> None:
    publisher.knows_parts = knows_parts
    publisher.goes_on.clear()
    wish(window)
    cancel = window.findChild(QPushButton, "cancelReading")
    qtbot.waitUntil(cancel.isVisible)
    words = window.findChild(QWidget, "readingLine").text.text
    qtbot.waitUntil(lambda: "MB" in words())
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not cancel.isVisible()
    assert window.model.datasets.chosen == "mnist_sample"
    here = pieces(publisher)
    assert here == PIECE
    publisher.goes_on.set()
    with qtbot.waitSignal(window.model.checking.found):
        wish(window)
    assert publisher.asked[1] == (publisher.asked[0][0], f"bytes={here}-")
    assert not READY_SETS["fashion_mnist"].missing


def test_without_a_server_there_is_a_sentence(
    window: MainWindow, publisher: Publisher, qtbot: QtBot
) -> None:
    publisher.server.shutdown()
    publisher.server.server_close()
    wish(window)
    qtbot.waitUntil(window.banner.isVisible)
    assert "127.0.0.1 can't be reached" in window.banner.message.text()
    assert not window.model.fetching.is_under_way
    assert window.model.datasets.chosen == "mnist_sample"


@needs_limit
def test_a_full_disk_is_told_and_what_came_stays(
    window: MainWindow, publisher: Publisher, qtbot: QtBot
) -> None:
    publisher.goes_on.clear()
    with full_disk(PIECE * 3 // 4):  # the rest would fit into the buffer of a file that has one
        wish(window)
        qtbot.waitUntil(window.banner.isVisible)
    assert "can't be written (it is too large)" in window.banner.message.text()
    assert not window.model.fetching.is_under_way
    assert pieces(publisher) == PIECE * 3 // 4
    publisher.goes_on.set()
    with qtbot.waitSignal(window.model.checking.found):
        wish(window)


def test_what_the_server_does_not_have_is_told(
    window: MainWindow, publisher: Publisher, qtbot: QtBot
) -> None:
    publisher.files.clear()
    wish(window)
    qtbot.waitUntil(window.banner.isVisible)
    assert "(status 404)" in window.banner.message.text()
    assert pieces(publisher) == 0


@pytest.mark.parametrize("change", [lambda data: b"x" + data[1:], lambda data: data + b"more"])
def test_another_file_than_the_publishers_is_refused(
    window: MainWindow, publisher: Publisher, qtbot: QtBot, change: partial[bytes]
) -> None:
    name = next(iter(publisher.files))
    publisher.files[name] = change(publisher.files[name])
    wish(window)
    qtbot.waitUntil(window.banner.isVisible)
    assert "isn't the file that the publisher" in window.banner.message.text()
    assert not any(READY_SETS["fashion_mnist"].place.iterdir())
    assert len(publisher.asked) == 1
