"""Other Python environments, made without pip and a network: they find what this one has."""

import os
import shutil
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = sysconfig.get_path("purelib")


def environment(folder: Path, *places: object) -> Path:
    """Make an environment whose modules are looked for in these places, in their order."""
    venv.create(folder, with_pip=False, symlinks=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    (packages / "others.pth").write_text("".join(f"{place}\n" for place in places))
    return folder


def whole(folder: Path) -> Path:
    """Make one with this very Inkgrad, and all that it needs."""
    return environment(folder, ROOT, PACKAGES)


def without_torch(folder: Path) -> Path:
    """Make one that has Inkgrad alone."""
    made = environment(folder, ROOT)
    (packages,) = made.glob("lib/python*/site-packages")
    (info,) = Path(PACKAGES).glob("inkgrad-*.dist-info")
    shutil.copytree(info, packages / info.name)
    return made


def with_version(folder: Path, version: str) -> Path:
    """Make one whose Inkgrad says that it is of another version."""
    theirs = folder.with_name(f"{folder.name}-modules")
    (theirs / "engine").mkdir(parents=True)
    (theirs / "inkgrad_start.py").write_text("def begin(): pass\n")
    (theirs / "engine/__init__.py").write_text("")
    (theirs / "engine/version.py").write_text(f"def program_version(): return {version!r}\n")
    return environment(folder, theirs, PACKAGES)


def script(path: Path, *lines: str) -> Path:
    """Write a program that stands where a Python should."""
    path.write_text("\n".join(["#!/bin/sh", *lines, ""]))
    os.chmod(path, 0o755)
    return path
