"""The command line as people and programs meet it: help, exit codes, refusals, interruption."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from engine.cli import commands
from engine.cli import parser as cli
from engine.cli.setting_options import chosen_config
from engine.config import TrainConfig
from engine.inference.classifier import Classifier
from engine.version import program_version
from tests.mostly_long import mostly_long

Said = pytest.CaptureFixture[str]
COMMANDS = ("train", "predict", "evaluate", "export", "doctor")
LIMIT_S = 120


def refusal(argv: list[str], capsys: Said) -> str:
    """Run what must be refused and return the one sentence that it says."""
    assert cli.main(argv) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("inkgrad: ")
    assert told.err.count("\n") == 1
    return told.err


def not_understood(argv: list[str], capsys: Said) -> str:
    with pytest.raises(SystemExit) as stop:
        cli.main(argv)
    assert stop.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize("argv", [[], *([name] for name in COMMANDS)], ids=["inkgrad", *COMMANDS])
def test_help_explains_and_gives_examples(argv: list[str], capsys: Said) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.main([*argv, "--help"])
    assert stop.value.code == 0
    text = capsys.readouterr().out
    assert "usage: inkgrad" in text
    assert argv == ["doctor"] or "  inkgrad train" in text or f"  inkgrad {argv[0]}" in text
    assert max(len(line) for line in text.splitlines()) <= 100


def test_every_setting_can_be_typed_and_is_explained(capsys: Said) -> None:
    with pytest.raises(SystemExit):
        cli.main(["train", "--help"])
    text = capsys.readouterr().out
    for field in fields(TrainConfig):
        assert f"--{field.name.replace('_', '-')}" in text


@pytest.mark.parametrize("argv", [["--help"], ["--version"], ["train", "--help"]])
def test_help_does_not_wait_for_torch(argv: list[str]) -> None:
    program = (
        "import sys\n"
        "from engine.cli.parser import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "sys.exit('torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, *argv], capture_output=True, check=False)
    assert done.returncode == 0


def test_version(capsys: Said) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    assert capsys.readouterr().out == f"inkgrad {program_version()}\n"


def test_without_a_command_the_help_comes(capsys: Said) -> None:
    assert cli.main([]) == 2
    assert "usage: inkgrad" in capsys.readouterr().out


@pytest.mark.parametrize(
    "argv",
    [
        ["learn"],
        ["train", "--speed", "9"],
        ["train", "--lr", "fast"],
        ["train", "--epochs", "2.5"],
        ["train", "--model", "resnet"],
        ["train", "--hidden"],
        ["predict"],
        ["export"],
    ],
)
def test_what_is_not_understood_ends_with_2(argv: list[str], capsys: Said) -> None:
    assert "usage: inkgrad" in not_understood(argv, capsys)


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        ("train --lr 0,5", "argument --lr: '0,5' is not a number: use a decimal point"),
        ("train --lr 1,000.5", "argument --lr: '1,000.5' is not a number"),
        ("train --momentum half", "argument --momentum: 'half' is not a number"),
        ("train --epochs 2.5", "argument --epochs: '2.5' is not a whole number"),
        ("train --hidden 100,50", "argument --hidden: '100,50' is not a whole number"),
        ("train --epochs 1_0", "argument --epochs: '1_0' is not a whole number"),
        ("train --seed ٣", "argument --seed: '٣' is not a whole number"),
        ("train --hidden １２", "argument --hidden: '１２' is not a whole number"),
        ("train --lr 1_0", "argument --lr: '1_0' is not a number"),
        ("train --lr ٣", "argument --lr: '٣' is not a number"),
        ("train --lr 1e5_0", "argument --lr: '1e5_0' is not a number"),
        ("train --lr 1e-400", "argument --lr: '1e-400' is out of range: choose a number from 0 to"),
        ("train --momentum -.1e-999", "argument --momentum: expected one argument"),
        ("train --momentum=-.1e-999", "argument --momentum: '-.1e-999' is out of range"),
    ],
)
def test_what_is_no_number_is_said_in_words(argv: str, sentence: str, capsys: Said) -> None:
    assert sentence in not_understood(argv.split(), capsys)


@pytest.mark.parametrize("typed", ["5", "+5", " 5 ", "005"])
def test_a_number_may_have_a_sign_and_blanks_around_it(typed: str) -> None:
    for setting in ("epochs", "lr"):
        arguments = cli.build_parser()[0].parse_args(["train", f"--{setting}", typed])
        assert getattr(chosen_config(arguments), setting) == 5


@pytest.mark.parametrize("argv", [["train", "--js"], ["runs", "show", "x", "--js"], ["--ver"]])
def test_an_option_is_typed_whole(argv: list[str], capsys: Said) -> None:
    assert "unrecognized arguments" in not_understood(argv, capsys)


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        ("train --lr nan", "lr is nan: choose a number from 0 to 1,000,000."),
        ("train --lr inf", "lr is inf: choose a number from 0 to 1,000,000."),
        ("train --lr -1", "lr is -1"),
        ("train --epochs 0", "epochs is 0"),
        ("train --batch-size 0", "batch_size is 0"),
        ("train --momentum 1", "momentum is 1"),
        ("train --seed -3", "seed is -3"),
        ("train --hidden 10 0", "hidden is 0"),
        ("train --device tpu", "has no device 'tpu'"),
        ("train --dataset nowhere", "nowhere doesn't exist"),
        ("evaluate --dataset nowhere.zip", "nowhere.zip doesn't exist"),
        ("evaluate --model nowhere.safetensors", "nowhere.safetensors can't be read"),
        ("predict a.png --model nowhere.safetensors", "nowhere.safetensors can't be read"),
        ("export out.onnx --model nowhere.safetensors", "nowhere.safetensors can't be read"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(argv: str, sentence: str, capsys: Said) -> None:
    assert sentence in refusal(argv.split(), capsys)


@pytest.mark.parametrize("place", ["missing/model.safetensors", ".", "file/model.safetensors"])
def test_a_place_that_cannot_be_written_is_refused_before_the_training(
    place: str, tmp_path: Path, capsys: Said
) -> None:
    (tmp_path / "file").write_text("not a folder")
    argv = ["train", "--dataset", "never/looked/at", "--save", str(tmp_path / place)]
    assert "can't be written" in refusal(argv, capsys)


def test_a_save_without_a_name_is_refused_before_the_training(capsys: Said) -> None:
    """As `--save "$model"` is where a script never set it."""
    assert "can't be written" in refusal(["train", "--epochs", "1", "--save", ""], capsys)


def test_a_trial_at_writing_leaves_nothing_behind(
    handful_folder: Path, tmp_path: Path, capsys: Said
) -> None:
    saved = tmp_path / "model.safetensors"
    saved.write_bytes(b"an earlier model")
    assert cli.main(["train", "--lr", "nan", "--save", str(saved)]) == 1
    assert cli.main(["train", "--dataset", "nowhere", "--save", str(saved)]) == 1
    assert saved.read_bytes() == b"an earlier model"
    assert list(tmp_path.iterdir()) == [saved]


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (MemoryError(), 1, "isn't enough memory"),
        (OSError(28, "No space left on device"), 1, "refused: the disk is full."),
    ],
)
def test_what_happens_to_a_program_is_told_without_a_traceback(
    error: BaseException,
    code: int,
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Said,
) -> None:
    monkeypatch.setattr(commands, "doctor", _raising(error))
    assert cli.main(["doctor"]) == code
    assert sentence in capsys.readouterr().err


def test_the_module_runs_as_a_program_and_survives_a_closed_pipe(handful_folder: Path) -> None:
    """`inkgrad ... | head -1`: the reader leaves after the first line."""
    run = _start("train", "--json", "--epochs", "400", "--dataset", str(handful_folder))
    assert run.stdout is not None
    assert run.stderr is not None
    assert json.loads(run.stdout.readline())["event"] == "start"
    run.stdout.close()
    assert run.wait(LIMIT_S) == 0
    assert run.stderr.read() == b""
    run.stderr.close()


@pytest.mark.long
def test_a_run_that_is_to_be_saved_goes_on_when_its_reader_leaves(
    handful_folder: Path, tmp_path: Path
) -> None:
    """`inkgrad train --save M | head -1`: the model is what was asked for."""
    saved = tmp_path / "unheard.safetensors"
    options = ["--dataset", str(handful_folder), "--save", str(saved), "--epochs", "400"]
    run = _start("train", *options)
    assert run.stdout is not None
    assert run.stderr is not None
    assert b"Training simple_net" in run.stdout.readline()
    run.stdout.close()
    assert run.wait(LIMIT_S) == 0
    assert run.stderr.read() == b""
    run.stderr.close()
    assert Classifier.load(saved).card.accuracy is not None


def _start_training(folder: Path, saved: Path) -> subprocess.Popen[bytes]:
    """Return a run without an end that has learned for an epoch."""
    options = ["--dataset", str(folder), "--save", str(saved), "--epochs", "99999"]
    run = _start("train", "--json", *options)
    assert run.stdout is not None
    while json.loads(run.stdout.readline())["event"] != "epoch":
        pass
    return run


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal to send")
@pytest.mark.parametrize("name", mostly_long(["SIGINT", "SIGTERM", "SIGHUP"], {1}))
def test_an_interrupted_run_is_saved_and_ends_with_130(
    name: str, handful_folder: Path, tmp_path: Path
) -> None:
    saved = tmp_path / "interrupted.safetensors"
    run = _start_training(handful_folder, saved)
    run.send_signal(getattr(signal, name))
    out, err = run.communicate(timeout=LIMIT_S)
    assert run.returncode == 130
    assert err == b"inkgrad: interrupted\n"
    last = json.loads(out.splitlines()[-1])
    assert (last["event"], last["saved"]) == ("interrupted", str(saved))
    assert cli.main(["evaluate", "--dataset", str(handful_folder), "--model", str(saved)]) == 0


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal to send")
def test_a_terminal_that_closes_tells_so_more_than_once(
    handful_folder: Path, tmp_path: Path
) -> None:
    saved = tmp_path / "interrupted.safetensors"
    run = _start_training(handful_folder, saved)
    while not saved.exists() and run.poll() is None:
        run.send_signal(signal.SIGHUP)
        time.sleep(0.001)
    run.communicate(timeout=LIMIT_S)
    assert Classifier.load(saved).card.accuracy is not None


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Windows' names are always text")
def test_a_name_that_is_no_text_is_told_all_the_same(tmp_path: Path) -> None:
    name = os.path.join(os.fsencode(tmp_path), b"\xff\xfe.safetensors")
    done = subprocess.run(
        [sys.executable, "-m", "engine", "evaluate", "--model", name],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith(b"inkgrad: ")
    assert b"can't be read" in done.stderr


def _raising(error: BaseException) -> Callable[[object], None]:
    def carry_out(_: object) -> None:
        raise error

    return carry_out


def _start(*argv: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "engine", *argv], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
