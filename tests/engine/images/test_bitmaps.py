"""Image files of every kind, whole and broken."""

import io
import logging
import os
import struct
import tracemalloc
import zlib
from contextlib import suppress
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from engine.data.dataset_images import read_dataset_image
from engine.errors import DataError
from engine.images.bitmaps import is_image, open_image

ORIENTATION = 0x0112


@pytest.fixture
def picture() -> PIL.Image.Image:
    """Return a grey picture with a dark corner at the top left."""
    pixels = np.full((40, 60), 250, np.uint8)
    pixels[:10, :10] = 5
    return PIL.Image.fromarray(pixels)


@pytest.mark.parametrize("suffix", ["png", "jpg", "bmp", "gif", "webp", "tiff", "pgm"])
def test_every_usual_format_is_read(suffix: str, picture: PIL.Image.Image, tmp_path: Path) -> None:
    path = tmp_path / f"picture.{suffix}"
    picture.save(path)
    found = np.asarray(open_image(path).convert("L")).astype(int)
    assert np.abs(found - np.asarray(picture).astype(int)).mean() < 3


def test_a_photo_is_turned_upright_as_its_camera_noted(
    picture: PIL.Image.Image, tmp_path: Path
) -> None:
    path = tmp_path / "photo.jpg"
    exif = PIL.Image.Exif()
    exif[ORIENTATION] = 6  # held upright: turn by 90 degrees clockwise to see it right
    picture.save(path, exif=exif)
    upright = open_image(path)
    assert upright.size == (40, 60)
    assert np.asarray(upright)[5, -5] < 60  # the dark corner is at the top right now


@pytest.mark.parametrize("kept", [0, 7, 60, 0.5, 0.8])
@pytest.mark.parametrize("suffix", ["png", "jpg", "gif", "tiff", "webp"])
def test_a_broken_file_is_refused_in_a_sentence(
    suffix: str, kept: float, picture: PIL.Image.Image, tmp_path: Path
) -> None:
    path = tmp_path / f"picture.{suffix}"
    picture.save(path)
    data = path.read_bytes()
    path.write_bytes(data[: int(kept * len(data)) if 0 < kept < 1 else int(kept)])
    with pytest.raises(
        DataError, match=r"picture\.\w+ (isn't a readable image|can't be read: it is)"
    ):
        open_image(path)


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"]
)
def test_what_is_no_picture_is_refused(content: bytes, tmp_path: Path) -> None:
    """PostScript too: Pillow would run another program on it."""
    path = tmp_path / "picture.png"
    path.write_bytes(content)
    with pytest.raises(DataError, match="isn't a readable image"):
        open_image(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    PIL.Image.new("1", (9_000, 9_000)).save(path)
    with pytest.raises(DataError, match="too large"):
        open_image(path)


def progressive(picture: PIL.Image.Image, scans: int) -> bytes:
    """Return a JPEG whose last scan is there so many times more."""
    file = io.BytesIO()
    picture.save(file, "JPEG", progressive=True)
    data = file.getvalue()
    last = data.rindex(b"\xff\xda")
    return data[:-2] + scans * data[last:-2] + data[-2:]


def test_a_jpeg_of_very_many_scans_is_refused(picture: PIL.Image.Image, tmp_path: Path) -> None:
    """Each takes as long as a whole image: half a megabyte can take a minute."""
    path = tmp_path / "many.jpg"
    path.write_bytes(progressive(picture, 20))
    assert open_image(path).size == picture.size
    path.write_bytes(progressive(picture, 100))
    with pytest.raises(DataError, match=r"many\.jpg takes far longer to decode"):
        open_image(path)
    with pytest.raises(DataError, match=r"many\.jpg takes far longer to decode"):
        read_dataset_image(path.read_bytes(), "many.jpg")


@pytest.mark.parametrize(
    ("head", "pixel", "side", "is_read"),
    [
        (b"P2", b"7\n", 400, True),
        (b"P2", b"7 # seven\n", 9, True),
        (b"P2", b"7 # seven\n", 28, False),
        (b"P2", b"7 # seven\n", 400, False),
        (b"P1", b"1#\n", 400, False),
        (b"P3", b"7 7 7\n", 1000, False),
    ],
)
def test_pixels_written_as_words_are_read_up_to_a_limit(
    head: bytes, pixel: bytes, side: int, is_read: bool, tmp_path: Path
) -> None:
    """Pillow reads them one by one, and the more slowly the more comments are among them."""
    path = tmp_path / "words.ppm"
    depth = b"" if head == b"P1" else b"9\n"
    path.write_bytes(head + b"\n%d %d\n" % (side, side) + depth + pixel * side**2)
    if is_read:
        assert open_image(path).size == (side, side)
        assert read_dataset_image(path.read_bytes(), "words.ppm").shape == (28, 28)
    else:
        for read in (open_image, lambda path: read_dataset_image(path.read_bytes(), "words.ppm")):
            with pytest.raises(DataError, match=r"words\.ppm takes far longer"):
                read(path)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def tiff_of(size: int) -> bytes:
    """Return the beginning of a TIFF of 28x28 pixels with nearly all else in one of its tags."""
    tags = {256: 28, 257: 28, 258: 8, 259: 1, 262: 1, 273: 8, 277: 1, 278: 28, 279: 784}
    entries = [struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags.items()]
    entries.append(struct.pack("<HHII", 700, 7, size - 2000, 1500))
    head = struct.pack("<2sHI", b"II", 42, 1000) + bytes(992)
    return head + struct.pack("<H", len(entries)) + b"".join(entries) + bytes(4)


def huge(kind: str) -> tuple[bytes, int]:
    """Return the first bytes of a file that is otherwise empty, and its size."""
    size = 150 << 20
    head = struct.pack(">IIBBBBB", 28, 28, 8, 0, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + struct.pack(">I", size - 100) + b"tEXt"
    webp = b"RIFF" + struct.pack("<I", size - 8) + b"WEBPVP8 " + struct.pack("<I", size - 20)
    return {"png": (png, size), "webp": (webp, size), "tif": (tiff_of(size), size),
            "ppm": (b"P6 28 28 255 ", 500 << 20)}[kind]  # fmt: skip


@pytest.mark.parametrize("kind", ["png", "webp", "tif", "ppm"])
def test_a_small_picture_in_a_huge_file_is_refused_before_it_is_read(
    kind: str, tmp_path: Path
) -> None:
    """All that is beside its pixels would be in memory at once, and some of it three times."""
    path = tmp_path / f"huge.{kind}"
    head, size = huge(kind)
    with open(path, "wb") as file:
        file.write(head)
        file.truncate(size)
    tracemalloc.start()
    try:
        with pytest.raises(DataError, match="is too large"):
            open_image(path)
        assert not is_image(path)
        assert tracemalloc.get_traced_memory()[1] < 150 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("kind", ["bmp", "tif", "ppm"])
def test_a_picture_of_many_pixels_as_they_are_is_read(kind: str, tmp_path: Path) -> None:
    """One without packing has three bytes for each: more than any file that is packed."""
    path = tmp_path / f"large.{kind}"
    PIL.Image.new("RGB", (7_000, 5_100)).save(path)
    assert path.stat().st_size > 100 << 20
    assert is_image(path)
    assert open_image(path).size == (7_000, 5_100)


def test_a_file_that_is_not_there_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nowhere\.png can't be read: no such file"):
        open_image(tmp_path / "nowhere.png")
    with pytest.raises(DataError, match="can't be read"):
        open_image(tmp_path)
    with pytest.raises(DataError, match="is not a path"):
        open_image(Path("a\0b.png"))


def test_nothing_is_said_by_pillow_of_a_tiff_with_too_many_samples(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(logging.root, "handlers", [])  # those of the tests, which nobody else has
    tags = {256: 1, 257: 1, 258: 8, 259: 1, 262: 1, 273: 8, 277: 150_672, 278: 1, 279: 1}
    entries = (struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags.items())
    path = tmp_path / "picture.tif"
    path.write_bytes(struct.pack("<2sHIH", b"II", 42, 8, len(tags)) + b"".join(entries) + bytes(4))
    with pytest.raises(DataError):
        open_image(path)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("packing", ["tiff_lzw", "tiff_adobe_deflate", "jpeg", "group4"])
def test_nothing_is_said_past_python_of_a_damaged_tiff(
    packing: str, picture: PIL.Image.Image, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "picture.tif"
    picture.convert("1" if packing == "group4" else "L").save(path, compression=packing)
    whole = path.read_bytes()
    for start in range(8, len(whole) - 20, 9):
        path.write_bytes(whole[:start] + b"\x55" * 20 + whole[start + 20 :])
        with suppress(DataError):
            open_image(path)
    assert capfd.readouterr().err == ""
    os.write(2, b"heard again")
    assert capfd.readouterr().err == "heard again"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    assert not is_image(tmp_path / "pipe.png")
    with pytest.raises(DataError, match="can't be read: it is a pipe or a device"):
        open_image(tmp_path / "pipe.png")


STRIP_OFFSETS, XMP = 273, 700
AS_TEXT, AS_SHORT, AS_FRACTION, AS_FLOAT = 2, 3, 5, 11


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        *[(STRIP_OFFSETS, kind) for kind in (AS_TEXT, AS_FRACTION, AS_FLOAT)],
        *[(XMP, kind) for kind in (AS_TEXT, AS_SHORT, AS_FLOAT)],
    ],
)
def test_a_tiff_with_another_kind_of_value_is_damaged_and_no_more(
    picture: PIL.Image.Image, tmp_path: Path, tag: int, kind: int
) -> None:
    path = tmp_path / "picture.tif"
    picture.save(path)
    data = bytearray(path.read_bytes())
    (first,) = struct.unpack_from("<I", data, 4)
    (entries,) = struct.unpack_from("<H", data, first)
    places = range(first + 2, first + 2 + 12 * entries, 12)
    tags = [struct.unpack_from("<H", data, place)[0] for place in places]
    place = places[tags.index(STRIP_OFFSETS) if tag == STRIP_OFFSETS else -1]
    struct.pack_into("<HHII", data, place, tag, kind, 1, 8)
    path.write_bytes(data)
    for read in (open_image, lambda path: read_dataset_image(path.read_bytes(), str(path))):
        with pytest.raises(DataError, match="damaged"):
            read(path)
