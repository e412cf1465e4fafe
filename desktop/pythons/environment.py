"""What another environment's Python is asked, and what its answer means. Neither Qt nor torch.

It is started with -E and -P: nothing of the folder at hand or of PYTHONPATH is taken for its own.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.version import install_source, program_version
from engine.words.message import InWords, Message

PATIENCE_S = 60  # a first import of torch with CUDA from a slow disk
_MOST_BYTES = 100_000

_PROBE = """
import json
facts = {}
try:
    import inkgrad_start
    inkgrad_start.begin()
    from engine.version import program_version
    facts["inkgrad"] = program_version()
    import torch
    facts["torch"] = torch.__version__
    facts["gpu"] = torch.cuda.get_device_name() if torch.cuda.is_available() else ""
    import desktop.worker.serving
    facts["is_whole"] = True
except (ImportError, OSError, RuntimeError) as error:
    facts["problem"] = str(error)
print(json.dumps(facts))
"""


@dataclass(frozen=True)
class Verdict:
    """Whether the worker can work there, and a sentence about it."""

    fits: bool
    said: Message


def python_in(path: Path) -> Path:
    """Return the Python of an environment whose folder is given, or the path itself."""
    inside = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
    return path / inside if path.is_dir() else path


def usual_place() -> Path:
    """Return where pipx makes Inkgrad's environment where nobody told it otherwise."""
    return Path.home() / ".local/share/pipx/venvs/inkgrad"


def own_command(python: Path, code: str, *arguments: str) -> list[str]:
    """Return the command that lets it carry out our own code."""
    return [str(python), "-E", "-P", "-c", code, *arguments]


def question(python: Path) -> list[str]:
    """Return the command that asks it what there is; `judge` takes what it says."""
    return own_command(python, _PROBE)


def surroundings() -> dict[str, str]:
    """Return the variables it gets: those of this process, but for where our own libraries are."""
    ours = str(getattr(sys, "_MEIPASS", ""))
    told = {n: v for n, v in os.environ.items() if not n.startswith(("PYTHON", "_PYI"))}
    for name, value in list(told.items()):
        if ours and ours in value:
            others = [e for e in value.split(os.pathsep) if e and ours not in e]
            told[name] = os.pathsep.join(others)
            if not others:
                del told[name]
    return told


def not_there(path: Path) -> Verdict | None:
    """Say so where there is nothing that could be asked."""
    if path.is_absolute() and python_in(path).is_file():
        return None
    return Verdict(False, Message("python_not_there", path=path))


def too_slow(path: Path) -> Verdict:
    """Say that it hasn't answered within PATIENCE_S."""
    return Verdict(False, Message("python_too_slow", path=path, seconds=PATIENCE_S))


def judge(path: Path, answer: bytes) -> Verdict:
    """Say whether the worker can work there, by the answer to `question`."""
    facts = _facts(answer)
    if facts is None:
        return Verdict(False, Message("python_does_not_run", path=path))
    ours, theirs, torch = program_version(), facts.get("inkgrad"), facts.get("torch")
    if theirs is None:
        return Verdict(False, Message("python_without_inkgrad", path=path, source=install_source()))
    if theirs != ours:
        return Verdict(False, Message("python_other_version", path=path, theirs=theirs, ours=ours))
    if not (torch and facts.get("is_whole")):
        why = InWords(facts.get("problem", "?"))
        return Verdict(False, Message("python_incomplete", path=path, reason=why))
    if gpu := facts.get("gpu"):
        return Verdict(True, Message("python_with_gpu", path=path, torch=torch, gpu=gpu))
    return Verdict(True, Message("python_without_gpu", path=path, torch=torch))


def examine(path: Path, patience_s: float = PATIENCE_S) -> Verdict:
    """Ask, and wait for the answer."""
    if verdict := not_there(path):
        return verdict
    try:
        done = subprocess.run(
            question(python_in(path)),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=patience_s,
            check=False,
            env=surroundings(),
        )
    except subprocess.TimeoutExpired:
        return too_slow(path)
    except OSError:
        return judge(path, b"")
    return judge(path, done.stdout)


def _facts(answer: bytes) -> dict[str, Any] | None:
    """Return what the last line says; None where it isn't what our code would say."""
    lines = answer[-_MOST_BYTES:].strip().splitlines()
    try:
        facts = json.loads(lines[-1]) if lines else None
    except (ValueError, RecursionError):
        return None
    is_ours = isinstance(facts, dict) and all(isinstance(f, str | bool) for f in facts.values())
    return facts if is_ours else None
