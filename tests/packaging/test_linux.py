"""What a desktop reads of the program."""

import configparser
from pathlib import Path
from xml.etree import ElementTree

from desktop.__main__ import OPENED
from desktop.app import DESKTOP_ID

MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_the_desktop_is_told_one_name(packaging: Path) -> None:
    import icons
    import tree

    metainfo = ElementTree.parse(packaging / "linux" / "inkgrad.metainfo.xml.in").getroot()
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(packaging / "linux" / "inkgrad.desktop", encoding="utf-8")
    names = {tree.NAME, metainfo.findtext("id"), entry["Desktop Entry"]["icon"]}
    assert names == {DESKTOP_ID}
    assert f"apps/{DESKTOP_ID}" in icons.DRAWN


def test_the_files_that_the_window_opens_have_a_type_that_is_its_own(packaging: Path) -> None:
    kinds = ElementTree.parse(packaging / "linux" / "inkgrad-mime.xml").getroot()
    globs = {glob.get("pattern", "") for glob in kinds.iter(f"{MIME}glob")}
    assert globs == {f"*{suffix}" for suffix in OPENED}
    entry = (packaging / "linux" / "inkgrad.desktop").read_text(encoding="utf-8")
    assert all(f"{kind.get('type')};" in entry for kind in kinds.iter(f"{MIME}mime-type"))


def test_the_pictures_of_the_store_are_there(packaging: Path) -> None:
    metainfo = ElementTree.parse(packaging / "linux" / "inkgrad.metainfo.xml.in").getroot()
    pictures = [image.text or "" for image in metainfo.iter("image")]
    docs = packaging.parent / "docs"
    assert pictures
    assert all((docs / name.removeprefix("@PICTURES@/")).exists() for name in pictures)


def test_every_icon_is_drawn(packaging: Path) -> None:
    import icons

    for source in icons.DRAWN.values():
        assert ElementTree.parse(source).getroot().tag.endswith("svg")


def test_the_manual_names_every_command() -> None:
    from manual import manual

    page = manual("1.2.3", "2026-01-31")
    assert page.startswith('.TH INKGRAD 1 "2026-01-31" "Inkgrad 1.2.3"')
    for command in ("train", "predict", "evaluate", "export", "doctor", "selftest"):
        assert f".SS {command}" in page


def test_what_qt_asks_of_the_system_is_in_depends() -> None:
    from depends import depends

    named = depends().split(", ")
    assert {"libxcb1", "libxkbcommon0", "libwayland-client0", "libegl1"} <= set(named)
    assert len(named) == len(set(named))


def test_the_version_is_told_once(packaging: Path) -> None:
    from project import VERSION

    files = [path for path in packaging.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert not [path for path in files if VERSION in path.read_text(encoding="utf-8")]
