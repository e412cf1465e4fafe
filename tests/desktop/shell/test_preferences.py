"""Settings that were damaged, or made to do harm."""

import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from desktop.plots.series import SMOOTHING
from desktop.plots.smoothing import to_place
from desktop.shell.preferences import Preferences
from desktop.sketch import tools
from desktop.sketch.tools import Tool
from engine.config import TrainConfig
from tests.ordinary_user import needs_permissions, unreadable

USUAL = TrainConfig()


def settings_with(text: bytes) -> Path:
    """Write what the next Preferences read."""
    path = Preferences().file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)
    return path


class Planted:
    """Makes a folder where it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.path),)


def stored(planted: Path, folder: Path) -> bytes:
    """Return a value as QSettings writes a Python object."""
    path = folder / "qt.ini"
    qt = QSettings(str(path), QSettings.Format.IniFormat)
    qt.setValue("object", Planted(planted))
    qt.sync()
    return path.read_bytes().partition(b"object=")[2].strip()


def test_nothing_in_the_settings_is_run(tmp_path: Path) -> None:
    planted = tmp_path / "planted"
    value = stored(planted, tmp_path)
    settings_with(b"[window]\ngeometry=%b\npage=%b\n[training]\nlr=%b\n" % (value, value, value))
    saved = Preferences()
    assert (saved.geometry, saved.config) == (None, USUAL)
    assert saved.page.startswith("@Variant(")  # a text like any other
    assert not planted.exists()


def test_the_planted_object_would_run_where_qt_reads_it(tmp_path: Path) -> None:
    """Else the test above would show nothing."""
    planted = tmp_path / "planted"
    path = tmp_path / "a.ini"
    path.write_bytes(b"[window]\ngeometry=%b\n" % stored(planted, tmp_path))
    QSettings(str(path), QSettings.Format.IniFormat).value("window/geometry")
    assert planted.exists()


@pytest.mark.parametrize(
    "text",
    [
        b"[training]\nlr=%b\n" % (b"[" * 100_000),
        b"[training]\nhidden=7\n",
        b"[training]\nlr=-1\n",
        b'[training]\nmodel="\\"no such model\\""\n',
        b"[training]\nlr={\n",
        b"[training]\nsmoothing=%b\n" % (b"9" * 30),
        b"[training]\nsmoothing=%b\n" % (b"9" * 5000),
        b"[sketch]\nbrush=true\n",
        b"[window]\ngeometry=no base64!\n",
        b"\xff\xfe\0",
        b"[window]\nno value",
        b"#" * (2 << 20),
    ],
)
def test_damaged_settings_are_put_aside_and_the_rest_is_kept(text: bytes) -> None:
    path = settings_with(b"[window]\nlanguage=de\n" + text)
    assert Preferences().scale == 100  # as the application and the doctor look into it before
    saved = Preferences()
    usual = (saved.config, saved.smoothing, saved.geometry)
    assert usual == (USUAL, to_place(SMOOTHING), None)
    assert [saved.tool_step(tool) for tool in Tool] == [tools.USUAL] * 2
    saved.look_for_damage()
    assert len(saved.damage) == 1
    assert "put aside as Inkgrad.damaged-1" in saved.damage[0]
    assert path.with_stem("Inkgrad.damaged-1").read_bytes().endswith(text)
    assert not path.exists()
    saved.page = "data"
    assert saved.save() == ""
    again = Preferences()
    assert again.page == "data"
    assert not again.damage


def test_damage_that_is_found_late_is_told_as_it_is_saved() -> None:
    settings_with(b"[training]\nlr={\n")
    saved = Preferences()
    assert saved.config == USUAL
    assert "put aside as Inkgrad.damaged-1" in saved.save()
    assert saved.save() == ""


@needs_permissions
def test_settings_that_may_not_be_read_are_not_called_damaged() -> None:
    path = settings_with(b"[window]\npage=data\n")
    with unreadable(path):
        saved = Preferences()
        saved.look_for_damage()
        (said,) = saved.damage
        saved.page = "learn"
        assert saved.save() == ""
    assert "can't be read (permission denied)" in said
    assert path.with_stem("Inkgrad.damaged-1").exists()
    assert Preferences().page == "learn"


def test_geometry_comes_back_as_plain_text() -> None:
    saved = Preferences()
    saved.geometry = QByteArray(bytes(range(256)))
    assert saved.save() == ""
    assert b"@" not in saved.file.read_bytes()
    assert Preferences().geometry == QByteArray(bytes(range(256)))


def test_paths_that_cannot_be_looked_at_are_not_listed(tmp_path: Path) -> None:
    there = tmp_path / "äö, 5"
    there.mkdir()
    saved = Preferences()
    saved.recent_datasets = [tmp_path / ("x" * 300), there, Path("/\udcff"), tmp_path / "gone"]
    saved.save()
    assert Preferences().recent_datasets == [there]


def test_the_start_waits_for_no_drive_that_does_not_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent, answers, exists = tmp_path / "silent", threading.Event(), os.path.exists
    monkeypatch.setattr(os.path, "exists", lambda p: exists(p) if p != silent else answers.wait())
    saved = Preferences()
    saved.recent_datasets = [silent, tmp_path, tmp_path / "gone"]
    try:
        assert saved.recent_datasets == [silent, tmp_path]
    finally:
        answers.set()
