"""Builds dist/inkgrad_<version>_amd64.deb and dist/inkgrad-<version>-linux-x86_64.tar.zst.

`make package` runs it. Both hold the same files; at the end stand their figures, and a package over
a line fails.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from depends import PACKAGES, unmet
from freeze import freeze
from project import ROOT, VERSION, moment
from tree import lay_out

DIST = ROOT / "dist"
TREE = ROOT / "build" / "debian"
DEB = DIST / f"inkgrad_{VERSION}_amd64.deb"
ARCHIVE = DIST / f"inkgrad-{VERSION}-linux-x86_64.tar.zst"

DEB_MB, INSTALLED_MB = 140, 600
FIRST_PAINT = 3.0  # times as late as that of an empty window, on whatever machine
_STARTS = 3
_TOLD = 10  # the largest parts


def main() -> None:
    """Build both, and tell how large and how quick they are."""
    os.environ["SOURCE_DATE_EPOCH"] = str(moment())  # dpkg-deb and PyInstaller read it
    program = freeze()
    if missing := unmet(program):
        sys.exit(f"Neither bundled nor in the package's Depends: {missing}")
    lay_out(program, TREE)
    DIST.mkdir(exist_ok=True)
    compression = ("-Zxz", "-z9", f"--threads-max={os.cpu_count()}")
    _run("dpkg-deb", "--root-owner-group", *compression, "--build", TREE, DEB)
    _archive()
    _tell()


def _archive() -> None:
    """Pack the program's folder with its licences and how to make it known to a desktop."""
    folder = ROOT / "build" / "portable" / f"inkgrad-{VERSION}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(TREE / "usr/lib/inkgrad", folder, symlinks=True, copy_function=os.link)
    shutil.copy(TREE / "usr/share/doc/inkgrad/copyright", folder / "COPYRIGHT")
    libraries = " ".join(name.partition(" ")[0] for name in dict.fromkeys(PACKAGES.values()))
    (folder / "README").write_text(
        "Start ./inkgrad; remove Inkgrad by removing this folder. It needs glibc 2.36 or newer,\n"
        f"and the libraries that Debian calls\n\n{libraries}\n\nEvery desktop has most of them.\n"
    )
    owner = ("--owner=0", "--group=0", "--sort=name", f"--mtime=@{moment()}")
    compress = "--use-compress-program=zstd -12 -T0"
    _run("tar", *owner, compress, "-cf", ARCHIVE, "-C", folder.parent, folder.name)


def _tell() -> None:
    deb_mb = DEB.stat().st_size / 1e6
    installed_mb = sum(p.lstat().st_size for p in TREE.rglob("*") if "DEBIAN" not in p.parts) / 1e6
    largest = sorted(_parts().items(), key=lambda part: -part[1])[:_TOLD]
    starts = [(_first_paint_s(), _empty_paint_s()) for _ in range(_STARTS)]
    first_paint_s, empty_s = (min(seconds) for seconds in zip(*starts, strict=True))
    first_paint = first_paint_s / empty_s
    print(f"{DEB.relative_to(ROOT)}: {deb_mb:.0f} MB, at most {DEB_MB}")
    print(f"  installed: {installed_mb:.0f} MB, at most {INSTALLED_MB}")
    print("  of it: " + ", ".join(f"{name} {size / 1e6:.1f}" for name, size in largest))
    print(f"  first paint, warm: {first_paint_s:.2f} s, an empty window's {empty_s:.2f} s:")
    print(f"  {first_paint:.1f} times, at most {FIRST_PAINT}")
    print(f"{ARCHIVE.relative_to(ROOT)}: {ARCHIVE.stat().st_size / 1e6:.0f} MB")
    if deb_mb > DEB_MB or installed_mb > INSTALLED_MB or first_paint > FIRST_PAINT:
        sys.exit("This is over the line.")


def _parts() -> Counter[str]:
    """Return how many bytes each part takes: a package with its libraries, or what is by itself."""
    program = TREE / "usr/lib/inkgrad"
    sizes: Counter[str] = Counter()
    for path in program.rglob("*"):
        if not path.is_dir():
            inside = path.relative_to(
                program / "_internal" if "_internal" in path.parts else program
            )
            sizes[inside.parts[0].removesuffix(".libs")] += path.lstat().st_size
    sizes["Python's modules"] = sizes.pop("inkgrad")
    return sizes


def _first_paint_s() -> float:
    """Start the program as it is installed; return the seconds until its window is painted."""
    began = time.time()
    facts = _told(TREE / "usr/bin/inkgrad", "selftest")
    if not facts["ok"]:
        sys.exit(f"The self-test failed: {facts}")
    return float(facts["steps"][0]["at"]) - began


def _empty_paint_s() -> float:
    """Return the same of a window of PySide6 and pyqtgraph with nothing in it."""
    script = "benchmarks.contenders.first_paint"
    return float(_told(sys.executable, "-m", script, "bare", repr(time.time()))["seconds"])


def _told(*command: object) -> dict[str, Any]:
    """Run a command that opens a window; return what it says."""
    screen = {} if "DISPLAY" in os.environ else {"QT_QPA_PLATFORM": "offscreen"}
    words = [str(word) for word in command]
    done = subprocess.run(
        words, cwd=ROOT, env=os.environ | screen, capture_output=True, text=True, check=False
    )
    if not done.stdout:
        sys.exit(f"{words[0]} said nothing: {done.stderr}")
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _run(*command: object) -> None:
    subprocess.run([str(word) for word in command], check=True)


if __name__ == "__main__":
    main()
