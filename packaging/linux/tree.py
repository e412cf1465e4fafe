"""Lays the program out as it is installed: a folder that becomes the root of a Debian system.

No maintainer scripts: the packages of the desktop watch these folders and update their caches.
"""

import email.utils
import gzip
import shutil
from pathlib import Path

from depends import depends
from freeze import ICONS, LISTS
from licences import write_copyright
from manual import manual
from project import HOMEPAGE, ROOT, VERSION, day, filled

HERE = Path(__file__).parent
NAME = "io.github.inkgrad.Inkgrad"


def lay_out(program: Path, root: Path) -> None:
    """Fill `root` with the frozen program and all that makes a desktop know it."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(program, root / "usr/lib/inkgrad", symlinks=True)
    command = root / "usr/bin/inkgrad"
    command.parent.mkdir(parents=True)
    command.symlink_to("../lib/inkgrad/inkgrad")
    share = root / "usr/share"
    shutil.copytree(ICONS / "hicolor", share / "icons/hicolor")
    _write(share / f"applications/{NAME}.desktop", (HERE / "inkgrad.desktop").read_text())
    _write(share / "mime/packages/inkgrad.xml", (HERE / "inkgrad-mime.xml").read_text())
    _write(share / f"metainfo/{NAME}.metainfo.xml", _metainfo())
    _write(share / "lintian/overrides/inkgrad", (HERE / "lintian-overrides").read_text())
    _write_zipped(share / "man/man1/inkgrad.1.gz", manual(VERSION, f"{day():%Y-%m-%d}"))
    documents = share / "doc/inkgrad"
    _write_zipped(documents / "changelog.gz", _changelog())
    write_copyright(LISTS, _own_copyright(), documents / "copyright")
    _set_modes(root)
    _write(root / "DEBIAN/control", _control(root))


def _metainfo() -> str:
    pictures = f"{HOMEPAGE.replace('github.com', 'raw.githubusercontent.com')}/v{VERSION}/docs"
    words = {"HOMEPAGE": HOMEPAGE, "PICTURES": pictures, "VERSION": VERSION}
    return filled(HERE / "inkgrad.metainfo.xml.in", **words, DATE=f"{day():%Y-%m-%d}")


def _own_copyright() -> str:
    return filled(HERE / "copyright.in", LICENSE=(ROOT / "LICENSE").read_text().strip())


def _changelog() -> str:
    """Return Debian's form of a changelog; what changed stands in CHANGELOG.md."""
    when = email.utils.format_datetime(day())
    return (
        f"inkgrad ({VERSION}) stable; urgency=medium\n\n"
        f"  * What is new: {HOMEPAGE}/releases/tag/v{VERSION}\n\n"
        f" -- The Inkgrad authors <inkgrad@users.noreply.github.com>  {when}\n"
    )


def _control(root: Path) -> str:
    size_kb = sum(-(-path.lstat().st_size // 1024) for path in root.rglob("*"))
    words = {"VERSION": VERSION, "HOMEPAGE": HOMEPAGE, "DEPENDS": depends(), "SIZE": size_kb}
    return filled(HERE / "control.in", **words)


def _set_modes(root: Path) -> None:
    """Folders and programs 755, everything else 644, whatever the building machine's habits are."""
    programs = (root / "usr/lib/inkgrad/inkgrad", *root.glob("**/torch/bin/*"))
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path in programs else 0o644)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _write_zipped(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
