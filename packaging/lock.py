"""Writes packaging/linux/locked.txt: what `make package` installs, each file known by its SHA-256.

    packaging/environment dev
    .venv/bin/python packaging/lock.py

Run it on Linux x86_64 with Python 3.11, as Debian 12 has it, after a change of constraints.txt; pip
must find the CPU build of torch (PIP_EXTRA_INDEX_URL). Nothing is installed.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LOCKED = ROOT / "packaging" / "linux" / "locked.txt"
_HEAD = """\
# Made by packaging/lock.py; don't edit. What the Linux package is frozen from: x86_64, Python 3.11.
"""


def locked(report: dict[str, Any]) -> str:
    """Return requirements with hashes of what pip reports that it would install."""
    lines = []
    for item in report["install"]:
        name, version = item["metadata"]["name"].lower(), item["metadata"]["version"]
        archive = item["download_info"].get("archive_info")
        if archive:  # Inkgrad itself is a folder
            lines.append(f"{name}=={version} --hash=sha256:{archive['hashes']['sha256']}")
    return _HEAD + "\n".join(sorted(lines)) + "\n"


def main() -> None:
    """Ask pip what it would install into an empty environment, and write it down."""
    wanted = (".[package]", "setuptools")  # the latter builds Inkgrad
    options = (
        "--dry-run",
        "--ignore-installed",
        "--quiet",
        "--report",
        "-",
        "-c",
        "constraints.txt",
    )
    command = [sys.executable, "-m", "pip", "install", *options, *wanted]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    text = locked(json.loads(done.stdout))
    if "torch==" not in text or "+cpu" not in text:
        sys.exit("That isn't the CPU build of torch: set PIP_EXTRA_INDEX_URL to where it is.")
    LOCKED.write_text(text)
    print(f"{LOCKED.relative_to(ROOT)}: {text.count('--hash')} files")


if __name__ == "__main__":
    main()
