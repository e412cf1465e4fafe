"""The program on machines that lack something: memory, descriptors, room, fonts, a home, rights."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

resource = pytest.importorskip("resource", reason="limits are set as POSIX systems set them")

ROOT = Path(__file__).parents[2]
LIMIT_S = 200
GIGABYTE = 1 << 30
IS_ROOT = os.name == "posix" and os.geteuid() == 0
pytestmark = pytest.mark.long

OPEN_AND_CLOSE = """
import json, sys
from desktop.app import create_application, create_window
from desktop.selftest import drag, seven, wait_until
app = create_application()
window = create_window()
window.show()
loaded = wait_until(lambda: window.sketch.answer.source is not None)
drag(window, window.sketch.canvas, seven())
read = wait_until(lambda: window.sketch.answer.digit.text() == "7")
told = wait_until(lambda: not window.banner.isHidden(), 15_000)
window.close()
window.close()  # what was not told yet was told the first time
print(json.dumps({"loaded": loaded, "read": read, "closed": window.isHidden(),
                  "told": window.banner.message.text()}))
"""


def environment(tmp_path: Path) -> dict[str, str]:
    """Return an environment whose folders are all in a temporary one."""
    folders = {f"XDG_{n}_HOME": str(tmp_path / n) for n in ("STATE", "DATA", "CONFIG", "CACHE")}
    own = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1"}
    return {**os.environ, **folders, **own}


def run(
    *command: str, env: dict[str, str], folder: Path, prepare: Callable[[], object] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command,
        env=env,
        cwd=folder,
        preexec_fn=prepare,
        capture_output=True,
        timeout=LIMIT_S,
        check=False,
    )


def seven(tmp_path: Path) -> Path:
    """Return a picture of a 7."""
    path = tmp_path / "seven.png"
    pixels = np.full((28, 28), 255, np.uint8)
    pixels[5:7, 6:20] = 0
    for row in range(7, 24):
        pixels[row, 19 - (row - 7) // 2 : 22 - (row - 7) // 2] = 0
    Image.fromarray(pixels).save(path)
    return path


def check(
    tmp_path: Path,
    env: dict[str, str],
    prepare: Callable[[], object] | None = None,
    before: tuple[str, ...] = (),
) -> None:
    """Let the window test itself, and the command line read a picture."""
    python = (*before, sys.executable, "-m", "desktop")
    picture = seven(tmp_path)
    read = run(
        *python, "predict", "--json", str(picture), env=env, folder=tmp_path, prepare=prepare
    )
    assert json.loads(read.stdout)["label"] == "7", read.stderr
    tested = run(*python, "selftest", env=env, folder=tmp_path, prepare=prepare)
    assert tested.stdout, tested.stderr
    facts = json.loads(tested.stdout.splitlines()[-1])
    assert facts["ok"], facts


def limit(what: int, most: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(what, (most, most))


@pytest.mark.parametrize("language", ["de_DE.UTF-8", "tr_TR.UTF-8", "C"])
def test_in_another_language(tmp_path: Path, language: str) -> None:
    """Turkish has two kinds of i, German a comma in its numbers; C knows ASCII alone."""
    check(tmp_path, environment(tmp_path) | {"LC_ALL": language, "LANG": language})


def test_with_64_descriptors(tmp_path: Path) -> None:
    check(tmp_path, environment(tmp_path), limit(resource.RLIMIT_NOFILE, 64))


@pytest.mark.skipif(sys.platform != "linux", reason="others count reserved memory as used")
def test_with_a_gigabyte_of_memory(tmp_path: Path) -> None:
    """For each of the two processes: what they write to; a mapped library's code is no data."""
    check(tmp_path, environment(tmp_path), limit(resource.RLIMIT_DATA, GIGABYTE))


def test_without_fonts(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    config = tmp_path / "fonts.conf"
    config.write_text("<?xml version='1.0'?><fontconfig></fontconfig>")
    fonts = {"FONTCONFIG_FILE": str(config), "QT_QPA_FONTDIR": str(tmp_path / "none")}
    check(tmp_path, environment(tmp_path) | fonts)


def test_without_a_home(tmp_path: Path) -> None:
    env = environment(tmp_path)
    gone = {"HOME", "USER", "LOGNAME", "XDG_RUNTIME_DIR"}
    check(tmp_path, {name: value for name, value in env.items() if name not in gone})


@pytest.mark.skipif(sys.platform != "linux", reason="/proc can be written by nobody")
def test_in_a_home_that_can_only_be_read(tmp_path: Path) -> None:
    env = environment(tmp_path) | {"HOME": "/proc"}
    env |= {f"XDG_{name}_HOME": "/proc/none" for name in ("STATE", "DATA", "CONFIG", "CACHE")}
    done = run(sys.executable, "-c", OPEN_AND_CLOSE, env=env, folder=tmp_path)
    facts = json.loads(done.stdout)
    assert facts["loaded"]
    assert facts["read"]
    assert facts["closed"]  # it was told already
    assert "can't be written" in facts["told"]
    picture = seven(tmp_path)
    read = run(sys.executable, "-m", "desktop", "predict", str(picture), env=env, folder=tmp_path)
    assert read.returncode == 0, read.stderr


@pytest.mark.skipif(not IS_ROOT or not shutil.which("unshare"), reason="only root can mount")
def test_with_a_full_temporary_folder(tmp_path: Path) -> None:
    """A file system of one page, which is full: folders can be made in it, and nothing written."""
    full = tmp_path / "full"
    full.mkdir()
    mount = f"mount -t tmpfs -o size=4k,nr_inodes=20 none {full} && dd if=/dev/zero of={full}/x"
    words = f'{mount} bs=4096 count=1 2>/dev/null; exec "$@"'
    env = environment(tmp_path) | {"TMPDIR": str(full), "QT_QPA_PLATFORM": "offscreen"}
    python = ("unshare", "-m", "sh", "-c", words, "sh", sys.executable)
    done = run(*python, "-c", OPEN_AND_CLOSE, env=env, folder=tmp_path)
    facts = json.loads(done.stdout)
    assert facts["loaded"]
    assert facts["read"]
    read = run(*python, "-m", "desktop", "predict", str(seven(tmp_path)), env=env, folder=tmp_path)
    assert read.returncode == 0, read.stderr


@pytest.mark.skipif(not shutil.which("unshare"), reason="needs user namespaces")
def test_as_a_user_whom_the_system_knows_by_number_alone(tmp_path: Path) -> None:
    env = environment(tmp_path)
    gone = {"HOME", "USER", "LOGNAME", "XDG_RUNTIME_DIR"}
    env = {name: value for name, value in env.items() if name not in gone}
    before = ("unshare", "--user", "--map-user=54321", "--map-group=54321")
    who = "import getpass; getpass.getuser()"
    asked = run(*before, sys.executable, "-c", who, env=env, folder=tmp_path)
    if b"KeyError" not in asked.stderr:
        pytest.skip("no such user can be made here")
    check(tmp_path, env, before=before)
