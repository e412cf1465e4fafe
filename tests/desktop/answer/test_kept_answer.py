"""To what an answer is kept: the network's file, which may be anything, and is seldom read."""

import os
from pathlib import Path

import numpy as np
import pytest

from desktop.answer.kept_answer import Asked, network_file
from engine.runs.place import runs_folder

BLANK = np.zeros((28, 28), np.uint8)


def test_a_networks_file_is_read_again_only_where_it_has_changed(tmp_path: Path) -> None:
    file = tmp_path / "a.safetensors"
    file.write_bytes(b"a network")
    now = file.stat().st_mtime_ns
    before = Asked.of(BLANK, file)
    file.write_bytes(b"A NETWORK")
    os.utime(file, ns=(now, now))  # as if nothing had been written
    assert Asked.of(BLANK, file) == before
    os.utime(file, ns=(now, now + 1))
    assert Asked.of(BLANK, file) != before


@pytest.mark.parametrize("answering", ["x" * 300, "a\0b", "..", "no/such"])
def test_of_a_run_that_cannot_be_there_is_no_file(answering: str) -> None:
    runs_folder().mkdir(parents=True)  # else nobody looks as far as that
    assert network_file(answering) is None


@pytest.mark.parametrize("answering", ["/" + "x" * 300, "/a\0b", "/", "/no/such", "/dev/zero"])
def test_nothing_was_asked_of_a_file_that_cannot_be_read(answering: str) -> None:
    file = network_file(answering)
    assert file
    assert Asked.of(BLANK, file) is None


def test_a_run_answers_with_its_last_weights() -> None:
    run = runs_folder() / "20260101-000000-abc"
    run.mkdir(parents=True)
    for step in (9, 10, 8):
        (run / f"weights-{step}.safetensors").touch()
    assert network_file(run.name) == run / "weights-10.safetensors"


def test_a_network_as_large_as_ours_is_read_and_no_huge_one(tmp_path: Path) -> None:
    file = tmp_path / "a.safetensors"
    for size, is_read in ((16 << 20, True), ((16 << 20) + 1, False)):
        file.touch()
        os.truncate(file, size)
        assert (Asked.of(BLANK, file) is not None) is is_read
