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

sys.path.insert(0, str(Path(__file__).parent.parent))

from depends import PACKAGES, unmet
from freeze import freeze
from project import ROOT, VERSION, moment
from tree import lay_out

DIST = ROOT / "dist"
TREE = ROOT / "build" / "debian"
DEB = DIST / f"inkgrad_{VERSION}_amd64.deb"
ARCHIVE = DIST / f"inkgrad-{VERSION}-linux-x86_64.tar.zst"

DEB_MB, INSTALLED_MB, FIRST_PAINT_S = 140, 600, 1.5
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
    first_paint_s = min(_first_paint_s() for _ in range(_STARTS))
    print(f"{DEB.relative_to(ROOT)}: {deb_mb:.0f} MB, at most {DEB_MB}")
    print(f"  installed: {installed_mb:.0f} MB, at most {INSTALLED_MB}")
    print("  of it: " + ", ".join(f"{name} {size / 1e6:.1f}" for name, size in largest))
    print(f"  first paint, warm: {first_paint_s:.2f} s, at most {FIRST_PAINT_S}")
    print(f"{ARCHIVE.relative_to(ROOT)}: {ARCHIVE.stat().st_size / 1e6:.0f} MB")
    if deb_mb > DEB_MB or installed_mb > INSTALLED_MB or first_paint_s > FIRST_PAINT_S:
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
    environment = os.environ | ({} if "DISPLAY" in os.environ else {"QT_QPA_PLATFORM": "offscreen"})
    command = [TREE / "usr/bin/inkgrad", "selftest"]
    began = time.time()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    facts = json.loads(done.stdout)
    if not facts["ok"]:
        sys.exit(f"The self-test failed: {done.stdout}{done.stderr}")
    return float(facts["steps"][0]["at"]) - began


def _run(*command: object) -> None:
    subprocess.run([str(word) for word in command], check=True)


if __name__ == "__main__":
    main()
