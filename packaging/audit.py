"""Asks whether anything is known against what the packages are frozen from; `make check` runs it.

pip-audit gets an environment of its own, build/audit. Where it can't be had, or nobody can be
asked, a line says so, and nothing fails.
"""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LOCKED = ROOT / "packaging" / "linux" / "locked.txt"
HOME = ROOT / "build" / "audit"
TOOL = "pip-audit==2.10.1"
_PATIENCE_S = 120


def requirements(locked: str) -> str:
    """Return names and versions alone: torch's build without CUDA is known by its plain version."""
    lines = [line.split()[0] for line in locked.splitlines() if line and line[0] != "#"]
    return "\n".join(line.partition("+")[0] for line in lines) + "\n"


def found_in(report: str) -> list[str] | None:
    """Return a line for each fault that is known; None where the report is none."""
    try:
        packages: list[dict[str, Any]] = json.loads(report)["dependencies"]
    except (ValueError, TypeError, LookupError):
        return None
    return [
        f"{package['name']} {package['version']}: {fault['id']}, mended in {fault['fix_versions']}"
        for package in packages
        for fault in package.get("vulns", [])
    ]


def main() -> int:
    """Ask, and tell; return 1 where there is something to mend."""
    python = HOME / ("Scripts" if os.name == "nt" else "bin") / "python"
    try:
        if not python.exists():
            venv.create(HOME, with_pip=True)
        _run(python, "-m", "pip", "install", "-q", TOOL)
        plain = HOME / "requirements.txt"
        plain.write_text(requirements(LOCKED.read_text()))
        options = ("--no-deps", "--disable-pip", "--progress-spinner", "off", "--format", "json")
        found = found_in(_run(python, "-m", "pip_audit", *options, "-r", plain).stdout)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"Not audited, as pip-audit can't be had here: {error}")
        return 0
    if found is None:
        print("Not audited: nobody can be asked from here.")
        return 0
    print(*(found or ["Nothing is known against what is frozen."]), sep="\n")
    return 1 if found else 0


def _run(*command: object) -> "subprocess.CompletedProcess[str]":
    words = [str(word) for word in command]
    check = "install" in words  # pip-audit ends with 1 where it has found something
    return subprocess.run(words, capture_output=True, text=True, check=check, timeout=_PATIENCE_S)


if __name__ == "__main__":
    sys.exit(main())
