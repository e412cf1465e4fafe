"""Whatever goes wrong at the command line is told in a sentence, to programs in a line of JSON."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.mostly_long import mostly_long

ROOT = Path(__file__).parents[2]
LIMIT_S = 120
LONG = "x" * 100_000


def inkgrad(*typed: str, folder: Path, **given: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the command as its console script does."""
    start = "import inkgrad_start; inkgrad_start.main()"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    env |= given.pop("env", {})
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | given
    command = [sys.executable, "-c", start, *typed]
    return subprocess.run(command, cwd=folder, env=env, timeout=LIMIT_S, check=False, **given)


@pytest.mark.parametrize(
    ("typed", "code"),
    mostly_long(
        [
            (["predict", "--json"], 2),
            (["train", "--json", "--epochs", LONG], 2),
            (["train", "--json", "--model", LONG], 2),
            (["train", "--json", LONG], 2),
            ([LONG, "--json"], 2),
            (["train", "--json", "--epochs", "0"], 1),
            (["train", "--json", "--dataset", LONG], 1),
            (["predict", "--json", "a.png", "--model", LONG], 1),
        ],
        {0, 1},
    ),
)
def test_programs_get_one_object(typed: list[str], code: int, tmp_path: Path) -> None:
    done = inkgrad(*typed, folder=tmp_path)
    assert done.returncode == code
    (line,) = done.stdout.splitlines()
    facts = json.loads(line)
    assert facts["event"] == "error"
    assert facts["message"]
    assert facts["code"]
    assert len(line) < 10_000
    assert b"Traceback" not in done.stderr
    assert len(done.stderr) < 3_000


@pytest.mark.long
def test_a_team_that_cannot_be_is_refused(tmp_path: Path) -> None:
    done = inkgrad("train", folder=tmp_path, env={"WORLD_SIZE": "2", "LOCAL_RANK": "first"})
    assert done.returncode == 1
    assert done.stderr.startswith(b"inkgrad: ")
    assert b"torchrun" in done.stderr
    assert done.stderr.count(b"\n") == 1
    assert len(done.stderr) < 500


@pytest.mark.skipif(os.name == "nt", reason="closes descriptors as a shell does")
@pytest.mark.parametrize(
    "closed",
    [(2,), *(pytest.param(closed, marks=pytest.mark.long) for closed in ((1,), (0, 1, 2)))],
)
def test_closed_streams_are_no_error(closed: tuple[int, ...], tmp_path: Path) -> None:
    def close() -> None:
        for number in closed:
            os.close(number)

    done = inkgrad("predict", "nothing.png", folder=tmp_path, preexec_fn=close)
    assert done.returncode == 1
    if 2 not in closed:
        assert done.stderr.startswith(b"inkgrad: nothing.png")
        assert done.stderr.count(b"\n") == 1


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="removes no folder that somebody is in")
def test_a_removed_folder_is_left(tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    done = inkgrad("train", "--epochs", "1", folder=here, preexec_fn=here.rmdir)
    assert done.returncode == 0
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="has no disk that is always full")
@pytest.mark.parametrize(
    ("typed", "code"),
    mostly_long(
        [
            (["--help"], 1),
            (["predict", "nothing.png", "--json"], 1),
            (["doctor"], 1),
            (["doctor", "--json"], 1),
            (["data", "pens"], 1),
            (["nonsense", "--json"], 2),
        ],
        {0},
    ),
)
def test_output_that_a_full_disk_refuses_is_one_sentence(
    typed: list[str], code: int, tmp_path: Path
) -> None:
    with open("/dev/full", "wb") as full:
        done = inkgrad(*typed, folder=tmp_path, stdout=full)
        assert done.returncode == code
        assert b"the disk is full" in done.stderr
        assert b"Traceback" not in done.stderr
        assert b"Exception" not in done.stderr
        assert inkgrad(*typed, folder=tmp_path, stderr=full).returncode in (0, code)


@pytest.mark.skipif(sys.platform != "linux", reason="others always have a screen")
@pytest.mark.parametrize(
    ("platform", "what"),
    mostly_long([("nonsense", b'plugin "nonsense"'), ("xcb", b"display"), ("wayland", b"")], {0}),
)
def test_a_window_without_a_screen_is_refused(platform: str, what: bytes, tmp_path: Path) -> None:
    """Qt itself would abort."""
    env = {"QT_QPA_PLATFORM": platform, "DISPLAY": ":97", "WAYLAND_DISPLAY": "nowhere"}
    env |= {f"XDG_{n}_HOME": str(tmp_path / n) for n in ("STATE", "DATA", "CONFIG", "CACHE")}
    done = inkgrad(folder=tmp_path, env=env | {"XDG_RUNTIME_DIR": str(tmp_path)})
    assert done.returncode == 1
    assert done.stderr.startswith(b"inkgrad: The window can't open")
    assert what in done.stderr
    assert b"QT_QPA_PLATFORM" in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="of Linux's libraries")
def test_a_missing_library_is_not_called_a_missing_screen(tmp_path: Path) -> None:
    (tmp_path / "libxcb-cursor.so.0").write_text("no library")
    env = {"QT_QPA_PLATFORM": "xcb", "LD_LIBRARY_PATH": str(tmp_path), "QT_DEBUG_PLUGINS": "1"}
    env |= {f"XDG_{n}_HOME": str(tmp_path / n) for n in ("STATE", "DATA", "CONFIG", "CACHE")}
    done = inkgrad(folder=tmp_path, env=env)
    assert done.returncode == 1
    *steps, last = done.stderr.splitlines()
    assert last.startswith(b"inkgrad: The window can't open: ")
    assert b"xcb-cursor0" in last
    assert b"DISPLAY" not in last
    assert any(b"libqxcb.so" in step for step in steps)  # who debugs is told all the same


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal to send")
@pytest.mark.parametrize("typed", mostly_long([["doctor"], ["train", "--epochs", "100000"]], {0}))
def test_an_interruption_never_shows_a_traceback(typed: list[str], tmp_path: Path) -> None:
    """At whatever moment from the first line of ours on."""
    start = "import inkgrad_start; print('first', flush=True); inkgrad_start.main()"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    for wait_ms in (0, 5, 20, 50, 120, 400, 900):
        run = subprocess.Popen(
            [sys.executable, "-c", start, *typed],
            cwd=tmp_path,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(wait_ms / 1000 + 0.002)  # the moment is what is tried here
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=LIMIT_S)
        assert run.returncode in (0, 130, -signal.SIGINT)
        assert err in (b"", b"inkgrad: interrupted\n")
