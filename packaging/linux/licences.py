"""Writes the copyright file: the licence of everything that PyInstaller put into the program.

What is inside is read from PyInstaller's own lists; whose it is, and under which licence, from the
metadata of the Python packages and from the Debian packages of the building machine.
"""

import ast
import hashlib
import subprocess
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

_NAMES = ("licen", "copying", "notice", "copyright")
_COMMON = Path("/usr/share/common-licenses")
_QT = """\
Qt, PySide6 and Shiboken are used under the GNU Lesser General Public License, version 3, whose text
follows together with that of the GNU General Public License, version 3, to which it adds. They are
libraries of their own in this package, unchanged, and may be replaced. Their sources:
https://download.qt.io/official_releases/. What Qt itself is made of, with every licence:
https://doc.qt.io/qt-6/licenses-used-in-qt.html; of that, ICU is here as libraries of its own
(Copyright Unicode, Inc. and others, Unicode License V3, https://www.unicode.org/license.txt).
"""


@dataclass(frozen=True)
class Part:
    """Something inside: its name and version, its licence in a word, and the texts."""

    name: str
    licence: str
    texts: tuple[str, ...]


def write_copyright(lists: Path, own: str, output: Path) -> list[Part]:
    """Write the file of PyInstaller's `lists`, after our `own` words; return the parts."""
    sources = list(_sources(lists))
    parts = [*_python_parts(sources), *_system_parts(sources)]
    lines = [own, "", "Inside are also:", ""]
    lines += [f"  {part.name}: {part.licence}" for part in parts]
    lines += ["", *_texts(parts)]
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text("\n".join(lines), encoding="utf-8")
    return parts


def _sources(lists: Path) -> Iterator[Path]:
    """Yield every file that went into the program."""
    for name in ("COLLECT-00.toc", "PYZ-00.toc"):
        for group in ast.literal_eval((lists / name).read_text(encoding="utf-8")):
            if isinstance(group, list):
                yield from (Path(entry[1]).resolve() for entry in group if entry[1])


def _python_parts(sources: list[Path]) -> list[Part]:
    found = set(sources)
    inside = (d for d in distributions() if _name(d) != "inkgrad" and _holds(d, found))
    parts = {part.name: part for part in (_python(), *map(_part, inside))}
    return sorted(parts.values(), key=lambda part: part.name.lower())


def _holds(distribution: Distribution, found: set[Path]) -> bool:
    files = distribution.files or []
    return any(Path(str(file.locate())).resolve() in found for file in files)


def _name(distribution: Distribution) -> str:
    return str(distribution.metadata["Name"]).lower().replace("_", "-")


def _part(distribution: Distribution) -> Part:
    about = distribution.metadata
    files = [
        Path(str(file.locate()))
        for file in distribution.files or []
        if ".dist-info" in str(file) and any(word in file.name.lower() for word in _NAMES)
    ]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(files)]
    if not texts and _name(distribution) in ("pyside6-essentials", "shiboken6"):
        texts = [_QT, *((_COMMON / name).read_text() for name in ("LGPL-3", "GPL-3"))]
    assert texts, f"{about['Name']} came without the text of its licence"
    kinds = [kind for kind in about.get_all("Classifier", []) if kind.startswith("License")]
    fallback = kinds[0].rpartition(":: ")[2] if kinds else "see below"
    licence = about["License-Expression"] or about["License"] or fallback
    first_line = licence.strip().splitlines()[0]
    return Part(f"{about['Name']} {distribution.version}", first_line, tuple(texts))


def _python() -> Part:
    version = sysconfig.get_python_version()
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(f"/usr/share/doc/python{version}/copyright"),
    )
    text = next(place for place in places if place.exists()).read_text(encoding="utf-8")
    return Part(f"Python {version}", "PSF-2.0", (text,))


def _system_parts(sources: list[Path]) -> list[Part]:
    """Return a part for each Debian package of the building machine that gave a library."""
    outside = sorted({str(path) for path in sources if path.is_relative_to("/usr/lib")})
    owners = {_owner(path) for path in outside}
    parts = []
    for package in sorted(owner for owner in owners if owner and not owner.startswith("libpython")):
        text = Path(f"/usr/share/doc/{package}/copyright").read_text(encoding="utf-8")
        parts.append(Part(f"{package}, from Debian", "see below", (text,)))
    return parts


def _owner(path: str) -> str:
    for name in (
        path,
        path.removeprefix("/usr"),
    ):  # a system may have joined /lib and /usr/lib later
        asked = subprocess.run(
            ["dpkg-query", "--search", name], capture_output=True, text=True, check=False
        )
        if asked.returncode == 0:
            return asked.stdout.partition(":")[0]
    raise SystemExit(f"{path} belongs to no Debian package, so its licence isn't known.")


def _texts(parts: list[Part]) -> Iterator[str]:
    """Yield each part's texts; one that stood already is only named."""
    seen: dict[str, str] = {}
    for part in parts:
        yield from ("", "=" * 78, part.name, "=" * 78, "")
        for text in part.texts:
            key = hashlib.sha256(text.encode()).hexdigest()
            if key in seen:
                yield f"(the same text as for {seen[key]})"
            else:
                seen[key] = part.name
                yield text
