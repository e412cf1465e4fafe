"""What the installers say of the program: told once, in pyproject.toml and by the last commit."""

import datetime
import os
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

VERSION: str = _PROJECT["version"]
HOMEPAGE: str = _PROJECT["urls"]["Homepage"]


def moment() -> int:
    """Return the time that every packaged file bears: that of the last commit, in seconds."""
    if told := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(told)
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    return int(asked.stdout or (ROOT / "pyproject.toml").stat().st_mtime)  # a source archive


def day() -> datetime.datetime:
    """Return the same as a date."""
    return datetime.datetime.fromtimestamp(moment(), datetime.UTC)


def filled(template: Path, **words: object) -> str:
    """Return a template's text with each @WORD@ replaced."""
    text = template.read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(f"@{word}@", str(value))
    return text
