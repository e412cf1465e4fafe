import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

STARTED = """
import os, sys, threading, warnings
from desktop.shell import logs
logs.start()
"""
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the folder is that of Linux")


def run(state: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run code in a program of its own, after its log was begun."""
    environment = os.environ | {"XDG_STATE_HOME": str(state)}
    command = [sys.executable, "-c", STARTED + code]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def log_of(state: Path) -> str:
    return (state / "inkgrad" / "log" / "inkgrad.log").read_text()


@linux_only
def test_what_nobody_caught_is_written_down_and_told(tmp_path: Path) -> None:
    done = run(tmp_path, "raise ValueError('too much ink')")
    assert done.returncode == 1
    assert "ValueError: too much ink" in done.stderr
    assert "Inkgrad" in log_of(tmp_path)
    assert "ValueError: too much ink" in log_of(tmp_path)


@linux_only
def test_a_thread_s_error_is_written_down(tmp_path: Path) -> None:
    run(tmp_path, "t = threading.Thread(target=lambda: 1 / 0, name='pen'); t.start(); t.join()")
    assert "in pen" in log_of(tmp_path)
    assert "ZeroDivisionError" in log_of(tmp_path)


@linux_only
def test_qt_s_warnings_are_written_down_and_told(tmp_path: Path) -> None:
    done = run(tmp_path, "from PySide6.QtCore import qWarning; qWarning('no such font')")
    assert "WARNING qt: no such font" in log_of(tmp_path)
    assert "no such font" in done.stderr


@linux_only
def test_a_crash_leaves_a_report_that_the_next_start_keeps(tmp_path: Path) -> None:
    done = run(tmp_path, f"os.kill(os.getpid(), {int(signal.SIGSEGV)})")
    assert done.returncode == -signal.SIGSEGV
    run(tmp_path, "")
    (report,) = (tmp_path / "inkgrad" / "log").glob("crash-*.log")
    assert "Segmentation fault" in report.read_text()


@linux_only
def test_a_few_reports_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "inkgrad" / "log"
    folder.mkdir(parents=True)
    for day in range(1, 9):
        (folder / f"crash-2026-01-0{day}-120000.log").write_text("a report")
    run(tmp_path, "")
    assert len(list(folder.glob("crash-*.log"))) == 5
    assert (folder / "crash-2026-01-08-120000.log").exists()


@linux_only
def test_a_folder_that_can_t_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "inkgrad").write_text("a file where the folder should be")
    assert run(tmp_path, "print('goes on')").stdout.strip() == "goes on"


@linux_only
@pytest.mark.parametrize("name", ["inkgrad.log", "inkgrad.log.1", "crash.log"])
def test_a_pipe_in_the_place_of_a_log_is_not_waited_for(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "inkgrad" / "log"
    folder.mkdir(parents=True)
    os.mkfifo(folder / name)
    done = run(tmp_path, "print('started')")
    assert (done.stdout, done.stderr) == ("started\n", "")
