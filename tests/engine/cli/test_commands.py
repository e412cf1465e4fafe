"""What each command tells, to people and to programs."""

import dataclasses
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
import pytest

import engine
from engine.cli import parser as cli
from engine.device import DeviceChoice
from engine.errors import DataError
from engine.inference.classifier import Classifier
from engine.learner import Learner
from engine.presets import PRESETS
from engine.words.message import Message

Said = pytest.CaptureFixture[str]


@pytest.fixture
def model(handful: engine.Dataset, tmp_path: Path) -> Path:
    """Return the file of a model that reads threes and sevens."""
    learner = Learner(handful, engine.TrainConfig(epochs=12, batch_size=32, momentum=0.9))
    assert list(learner.fit())
    path = tmp_path / "model.safetensors"
    learner.classifier().save(path)
    return path


def told(argv: list[str], capsys: Said, code: int = 0) -> list[dict[str, Any]]:
    """Run a command with --json and return the objects that it printed."""
    assert cli.main([*argv, "--json"]) == code
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_train_tells_each_epoch_and_what_came_of_it(
    handful_folder: Path, tmp_path: Path, capsys: Said
) -> None:
    saved = tmp_path / "mine.safetensors"
    options = "--model mlp --hidden 20 10 --epochs 3 --lr 0.5 --no-bias --batch-size 50 --seed 4"
    argv = ["train", "--dataset", str(handful_folder), "--save", str(saved), *options.split()]
    start, *epochs, done = told(argv, capsys)
    assert start["event"] == "start"
    assert start["classes"] == ["3", "7"]
    assert start["images"] == 300
    assert start["config"]["hidden"] == [20, 10]
    assert start["config"]["bias"] is False
    assert [report["epoch"] for report in epochs] == [1, 2, 3]
    assert {report["event"] for report in epochs} == {"epoch"}
    assert done["event"] == "done"
    assert done["epochs"] == 3
    assert done["valid_accuracy"] == epochs[-1]["valid_accuracy"]
    assert done["drawn_accuracy"] == epochs[-1]["drawn_accuracy"] > 0
    assert done["seconds"] >= epochs[-1]["seconds"] > 0
    assert done["saved"] == str(saved)
    card = Classifier.load(saved).card
    assert (card.config.seed, card.accuracy) == (4, done["valid_accuracy"])


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_taken_as_typed_but_for_what_else_is(
    name: str, handful_folder: Path, capsys: Said
) -> None:
    preset = PRESETS[name].config
    argv = ["train", "--preset", name, "--dataset", str(handful_folder), "--epochs", "1"]
    start = told([*argv, "--hidden", "20", "10"], capsys)[0]
    expected = dataclasses.asdict(dataclasses.replace(preset, epochs=1, hidden=(20, 10)))
    assert start["config"] == expected | {"hidden": [20, 10]}


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_brings_its_dataset(
    name: str, handful: engine.Dataset, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    asked: list[str] = []

    def open_dataset(dataset: str, *_: object) -> engine.Dataset:
        asked.append(dataset)
        return handful

    monkeypatch.setattr("engine.cli.commands.open_dataset", open_dataset)
    assert told(["train", "--preset", name, "--epochs", "1"], capsys)
    assert asked == [PRESETS[name].dataset]


def test_train_tells_people_in_words(handful_folder: Path, capsys: Said) -> None:
    assert cli.main(["train", "--dataset", str(handful_folder), "--epochs", "2"]) == 0
    said = capsys.readouterr()
    start, first, second, done = said.out.splitlines()
    assert "Training simple_net on 300 images of handful (CPU" in start
    assert first.startswith("epoch   1 of 2, training loss 0.")
    assert "accuracy" in second
    assert "of the validation set read correctly" in done
    assert said.err == ""  # no bar where nobody looks on


def test_train_draws_a_bar_on_a_terminal_only(
    handful_folder: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    argv = ["train", "--dataset", str(handful_folder), "--epochs", "2", "--batch-size", "100"]
    assert cli.main(argv) == 0
    bars = capsys.readouterr().err.split("\r")
    assert any("100%" in bar and "epoch 2" in bar and "#" * 30 in bar for bar in bars)
    assert bars[-1].strip() == ""  # wiped for the last sentence
    assert cli.main([*argv, "--json"]) == 0
    assert capsys.readouterr().err == ""  # programs want none


def test_train_that_diverges_is_refused_and_keeps_the_older_file(
    handful_folder: Path, tmp_path: Path, capsys: Said
) -> None:
    saved = tmp_path / "mine.safetensors"
    saved.write_bytes(b"an earlier model")
    argv = ["train", "--dataset", str(handful_folder), "--save", str(saved)]
    assert cli.main([*argv, "--loss", "cross_entropy", "--lr", "1000000", "--epochs", "9"]) == 1
    assert "learning rate" in capsys.readouterr().err
    assert saved.read_bytes() == b"an earlier model"


def test_an_interruption_before_the_first_batch_saves_nothing(
    handful_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(self: Learner, is_due: Callable[[], bool]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Learner, "fused_epoch", interrupted)
    saved = tmp_path / "mine.safetensors"
    argv = ["train", "--dataset", str(handful_folder), "--save", str(saved)]
    assert cli.main(argv) == 130
    assert not saved.exists()


def test_a_move_from_a_full_gpu_to_the_cpu_is_told(
    handful_folder: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = Learner.gradients
    failed: list[int] = []

    def once_full(self: Learner, xb: Any, yb: Any) -> Any:
        if self.step == 3 and not failed:
            failed.append(self.step)
            raise RuntimeError("MPS backend out of memory (MPS allocated: 6.5 GB).")
        return step(self, xb, yb)

    gpu = DeviceChoice("cpu:0", Message("other_device", name="a GPU, played by the CPU"))
    monkeypatch.setattr("engine.learner.choose_device", lambda name: gpu)
    monkeypatch.setattr(Learner, "gradients", once_full)
    argv = ["train", "--dataset", str(handful_folder), "--epochs", "2", "--batch-size", "50"]
    argv += ["--momentum", "0.5"]  # step by step
    events = told(argv, capsys)
    assert [one["event"] for one in events] == ["start", "epoch", "epoch", "done"]
    assert "ran out of memory" in events[1]["moved"]
    assert events[1]["moved_code"] == "gpu_memory_full"
    assert events[2]["moved"] is None


def test_predict_reads_files_and_goes_on_past_a_bad_one(
    mnist_sample: engine.Dataset, model: Path, tmp_path: Path, capsys: Said
) -> None:
    valid = mnist_sample.valid
    good = [tmp_path / "three.png", tmp_path / "seven.png"]
    for label, path in enumerate(good):
        first = valid.images[np.flatnonzero(valid.labels == label)[0]]
        PIL.Image.fromarray(255 - first).resize((280, 280)).save(path)
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"no image")
    files = [str(good[0]), str(bad), str(good[1])]
    assert cli.main(["predict", *files, "--model", str(model), "--json"]) == 1
    said = capsys.readouterr()
    three, broken, seven = [json.loads(line) for line in said.out.splitlines()]
    assert (broken["event"], broken["file"]) == ("prediction", files[1])
    assert broken["error"] == f"{bad} isn't a readable image. Choose a PNG or JPEG."
    assert broken["code"] == "not_an_image"
    assert (three["event"], three["file"], three["label"]) == ("prediction", files[0], "3")
    assert (seven["label"], seven["known"]) == ("7", True)
    assert sum(seven["probabilities"].values()) == pytest.approx(1)
    assert said.err == f"inkgrad: {bad} isn't a readable image. Choose a PNG or JPEG.\n"


def test_predict_refuses_a_model_that_answers_no_numbers(
    mnist_sample: engine.Dataset, model: Path, tmp_path: Path, capsys: Said
) -> None:
    """NaN isn't JSON, and no share."""
    path, network = tmp_path / "a.png", engine.Classifier.load(model)
    PIL.Image.fromarray(mnist_sample.valid.images[0]).save(path)
    network.model[0].weight.data.fill_(3e38)
    network.save(tmp_path / "huge.safetensors")
    huge = str(tmp_path / "huge.safetensors")
    (refused,) = told(["predict", str(path), "--model", huge], capsys, code=1)
    assert refused["code"] == "model_diverged"


def test_predict_says_of_an_empty_sheet_that_it_is_no_digit(
    model: Path, tmp_path: Path, capsys: Said
) -> None:
    path = tmp_path / "empty.png"
    PIL.Image.new("L", (100, 100), 255).save(path)
    assert cli.main(["predict", str(path), "--model", str(model)]) == 0
    assert f"{path}: no ink can be seen in it" in capsys.readouterr().out


def test_predict_says_that_there_are_several_things(
    mnist_sample: engine.Dataset, tmp_path: Path, capsys: Said
) -> None:
    images = mnist_sample.valid.images
    two, path = tmp_path / "two.png", tmp_path / "one.png"
    PIL.Image.fromarray(np.hstack((images[0], images[-1]))).resize((560, 280)).save(two)
    PIL.Image.fromarray(images[0]).resize((280, 280)).save(path)
    pair, one = told(["predict", str(two), str(path)], capsys)
    assert (pair["problem"], pair["known"]) == ("several things", False)
    assert (one["problem"], one["known"]) == (None, True)
    assert cli.main(["predict", str(two)]) == 0
    assert "several things: crop the image to one of them" in capsys.readouterr().out


def test_predict_reads_each_digit_of_a_number(
    mnist_sample: engine.Dataset, tmp_path: Path, capsys: Said
) -> None:
    images = mnist_sample.valid.images
    two, one, many, none = (tmp_path / f"{name}.png" for name in ("two", "one", "many", "none"))
    for path, digits in ((two, (0, -1)), (one, (0,)), (many, (0, -1) * 7), (none, ())):
        row = np.hstack([np.zeros((28, 5), np.uint8), *(images[place] for place in digits)])
        PIL.Image.fromarray(row).resize((8 * row.shape[1], 224)).save(path)
    files = [str(path) for path in (two, one, many, none)]
    pair, digit, line, blank = told(["predict", "--several", *files], capsys)
    assert (pair["label"], pair["known"], pair["problem"]) == ("7 3", True, None)
    assert [part["label"] for part in pair["digits"]] == ["7", "3"]
    assert [sum(part["probabilities"].values()) for part in pair["digits"]] == pytest.approx([1, 1])
    assert (digit["label"], len(digit["digits"]), digit["known"]) == ("7", 1, True)
    assert (len(line["digits"]), line["known"]) == (1, False)
    assert (blank["problem"], blank["digits"], blank["known"]) == ("blank", [], False)
    assert cli.main(["predict", "--several", *files]) == 0
    lines = capsys.readouterr().out.splitlines()
    for words, line in zip(("7 3 (", "7 (", "not a digit", "no ink"), lines, strict=True):
        assert words in line


def test_predict_says_nothing_of_digits_where_the_model_knows_other_classes(
    model: Path, mnist_sample: engine.Dataset, tmp_path: Path, capsys: Said
) -> None:
    shapes, face, paper = (tmp_path / name for name in ("shapes.safetensors", "face.png", "p.png"))
    learned = Classifier.load(model)
    classes = ("\U0001f600", "a/b")
    Classifier(learned.model, replace(learned.card, classes=classes)).save(shapes)
    images = mnist_sample.valid.images
    PIL.Image.fromarray(np.hstack((images[0], images[-1]))).resize((560, 280)).save(face)
    PIL.Image.new("L", (100, 100), 255).save(paper)
    read, empty = told(["predict", str(face), str(paper), "--model", str(shapes)], capsys)
    assert read["label"] in classes
    assert (read["known"], read["problem"]) == (True, None)  # parts of one thing, for all it knows
    assert (empty["known"], empty["problem"]) == (False, "blank")
    cli.main(["predict", str(face), str(paper), "--model", str(shapes)])
    assert "digit" not in capsys.readouterr().out


def test_evaluate_counts_right_answers_by_class(
    handful: engine.Dataset, handful_folder: Path, model: Path, capsys: Said
) -> None:
    (result,) = told(["evaluate", "--dataset", str(handful_folder), "--model", str(model)], capsys)
    answers = Classifier.load(model).predict_batch(handful.valid.images).argmax(axis=1)
    right = answers == handful.valid.labels
    assert result["accuracy"] == pytest.approx(right.mean())
    assert result["images"] == len(handful.valid)
    assert result["accuracy_by_class"]["7"] == pytest.approx(
        right[handful.valid.labels == 1].mean()
    )
    assert np.sum(result["confusion"]["rows"]) == len(handful.valid)
    assert result["confusion"]["classes"] == ["3", "7"]


def test_evaluate_asks_the_starter_that_suits_the_dataset(
    handful_folder: Path, capsys: Said
) -> None:
    (result,) = told(["evaluate", "--dataset", str(handful_folder)], capsys)
    assert result["confusion"]["classes"] == ["3", "7"]


def test_evaluate_refuses_a_dataset_of_other_classes(model: Path, capsys: Said) -> None:
    assert cli.main(["evaluate", "--dataset", "mnist", "--model", str(model)]) == 1
    assert "The model knows 3, 7 but not 0" in capsys.readouterr().err


def test_doctor_tells_versions_device_and_data(capsys: Said) -> None:
    assert cli.main(["doctor"]) == 0
    text = capsys.readouterr().out
    for fact in ("torch", "numpy", "device", "60,000 images", "all is well"):
        assert fact in text


def test_doctor_names_a_card_that_lies_idle_and_the_way_to_it(
    capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.device.available_devices", lambda: ("cpu",))
    monkeypatch.setattr("engine.device.nvidia_cards", lambda: ("NVIDIA GeForce RTX 3060",))
    monkeypatch.setattr("torch.version.cuda", None)
    (report,) = told(["doctor"], capsys)
    assert "RTX 3060 is here" in report["device"]
    assert "pipx install git+https://" in report["device"]


def test_doctor_names_what_is_wrong_and_tells_the_rest(
    capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(name: str) -> None:
        raise DataError("idx_short", file="train-images-idx3-ubyte.gz")

    monkeypatch.setattr("engine.cli.doctor.load_dataset", damaged)
    (report,) = told(["doctor"], capsys, code=1)
    assert report["ok"] is False
    sentence = "train-images-idx3-ubyte.gz is incomplete: download it again."
    assert sentence in report["problems"]
    assert report["errors"] == [
        {
            "message": sentence,
            "code": "idx_short",
            "values": {"file": "train-images-idx3-ubyte.gz"},
        }
    ]
    assert "torch" in report


def test_doctor_adds_the_facts_and_problems_of_the_program_around_it(capsys: Said) -> None:
    parser, _ = cli.build_parser()
    arguments = parser.parse_args(["doctor", "--json"])
    arguments.facts = {"PySide6": "6.11.3"}
    arguments.problems = ["The window can't open."]
    assert cli.run(arguments) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["PySide6"] == "6.11.3"
    assert "The window can't open." in report["problems"]
