"""The settings' file against Qt's own reading and writing of such files."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from desktop.shell import settings_file

NAMES = st.sampled_from(["window/page", "training/recent", "training/lr", "sketch/brush"])
ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=40)
QT_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)


@given(st.dictionaries(NAMES, ANY_TEXT))
def test_all_that_is_written_comes_back(values: dict[str, str]) -> None:
    """Also what is no text: parts of file names that no encoding explains."""
    assert settings_file.parse(settings_file.write(values)) == values


@given(st.dictionaries(NAMES, QT_TEXT.filter(lambda text: not text.startswith("@"))))
def test_qt_reads_the_same(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, str]
) -> None:
    path = tmp_path_factory.mktemp("settings") / "ours.ini"
    path.write_bytes(settings_file.write(values))
    qt = QSettings(str(path), QSettings.Format.IniFormat)
    assert {name: qt.value(name) for name in qt.allKeys()} == values


@given(st.dictionaries(NAMES, QT_TEXT))
def test_what_qt_wrote_is_read(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, str]
) -> None:
    path = tmp_path_factory.mktemp("settings") / "qt.ini"
    qt = QSettings(str(path), QSettings.Format.IniFormat)
    for name, value in values.items():
        qt.setValue(name, value)
    qt.sync()
    assert settings_file.parse(path.read_bytes()) == values if values else not path.exists()


@pytest.mark.parametrize("data", [b"\xff\xfe[\0", b"[a]\nb", b"[a]\nb=\0", b"a=\\xffffffffff"])
def test_what_is_no_such_file_is_refused(data: bytes) -> None:
    with pytest.raises((ValueError, OverflowError)):
        settings_file.parse(data)


def test_a_stored_object_stays_text(tmp_path: Path) -> None:
    values = settings_file.parse(b"[window]\ngeometry=@Variant(\\0\\0\\0\\x7f\\0)\n")
    assert values == {"window/geometry": "@Variant(\0\0\0\x7f\0)"}
