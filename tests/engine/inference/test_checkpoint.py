"""Model files: kept whole, read back identical, and refused where they are wrong."""

import errno
import json
import os
import pickle
import stat
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.torch
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from engine.config import TrainConfig
from engine.errors import ModelFileError
from engine.files import write_whole
from engine.inference.checkpoint import ModelCard, check_writable, load_model, save_model
from engine.models import build_model
from engine.options import MODELS

CARD = ModelCard(("3", "7"), TrainConfig(seed=3), accuracy=0.98, dataset="mnist_sample")
Rewrite = Callable[..., Path]


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """Return a sound model file."""
    path = tmp_path / "model.safetensors"
    save_model(path, build_model(CARD.config, CARD.outputs), CARD)
    return path


@pytest.fixture
def rewrite(saved: Path) -> Rewrite:
    """Return a function that writes the sound file anew with something changed."""

    def change(
        tensors: Callable[[dict[str, Tensor]], dict[str, Tensor]] = lambda t: t,
        text: Callable[[str], str] = lambda t: t,
        **values: Any,
    ) -> Path:
        weights = safetensors.torch.load_file(saved)
        card = json.loads(_metadata(saved)["inkgrad"])
        said = text(json.dumps({**card, **values}))
        safetensors.torch.save_file(tensors(weights), saved, {"inkgrad": said})
        return saved

    return change


def _metadata(path: Path) -> dict[str, str]:
    with safetensors.safe_open(path, "pt") as file:
        return dict(file.metadata())


def refusal(path: Path) -> str:
    """Return the sentence with which the file is refused: it names the file and what to do."""
    with pytest.raises(ModelFileError) as caught:
        load_model(path)
    assert str(path).replace("\0", r"\x00") in str(caught.value)
    assert str(caught.value).endswith(".")
    return str(caught.value)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("n_classes", [2, 10])
@pytest.mark.parametrize("refuse_above", [None, 0.5])
def test_what_is_read_is_what_was_written(
    tmp_path: Path, model: str, n_classes: int, refuse_above: float | None
) -> None:
    config = TrainConfig(
        model=model, hidden=(20, 7), loss="cross_entropy", activation="tanh", bias=False, lr=0.25
    )
    classes = tuple(f"klass {k} ü" for k in range(n_classes))
    card = ModelCard(
        classes, config, 0.75, "a set", "0123456789abcdef", 1.5, refuse_above, version="9.9"
    )
    net = build_model(config, card.outputs).eval()
    path = tmp_path / "m.safetensors"
    save_model(path, net, card)
    again, its_card = load_model(path)
    assert its_card == card
    assert not again.training
    x = torch.rand(4, 784)
    assert torch.equal(net(x), again(x))
    for name, tensor in net.state_dict().items():
        assert torch.equal(again.state_dict()[name], tensor)
        assert again.state_dict()[name].device.type == "cpu"


def test_a_model_that_was_read_can_learn_on(saved: Path) -> None:
    model, _ = load_model(saved)
    model(torch.rand(2, 784)).sum().backward()
    for parameter in model.parameters():
        assert parameter.requires_grad
        assert parameter.grad is not None
        with torch.no_grad():
            parameter.sub_(parameter.grad)


def test_weights_kept_in_half_precision_come_back_as_float32(rewrite: Rewrite) -> None:
    model, _ = load_model(rewrite(lambda t: {k: v.half() for k, v in t.items()}))
    assert {p.dtype for p in model.parameters()} == {torch.float32}


def test_a_file_of_an_older_version_takes_defaults_for_what_it_lacks(saved: Path) -> None:
    weights = safetensors.torch.load_file(saved)
    old = {"format": 1, "classes": ["3", "7"], "config": {"model": "simple_net"}}
    safetensors.torch.save_file(weights, saved, {"inkgrad": json.dumps(old)})
    _, card = load_model(saved)
    assert card.config == TrainConfig()
    assert (card.accuracy, card.temperature, card.refuse_above) == (None, 1.0, None)


def test_what_a_newer_version_added_is_passed_over(rewrite: Rewrite) -> None:
    _, card = load_model(rewrite(mood="sunny", config={"model": "simple_net", "warmth": 3}))
    assert card.config == TrainConfig()


def test_a_newer_format_is_refused_with_what_to_do(rewrite: Rewrite) -> None:
    assert "newer version of Inkgrad. Update" in refusal(rewrite(format=2))


@pytest.mark.parametrize(
    "classes",
    [
        *(["3"], [], ["3", "3"], "37", ["3", 7], None, [["3"], ["7"]]),
        *(["3" * 201, "7"], [str(number) for number in range(1001)]),
        *(["3", ""], ["3", "se\nven"], ["3", "\x1b[2J"], ["3", "\ud800"], ["3", "7\u2028"]),
    ],
)
def test_wrong_classes_are_refused(rewrite: Rewrite, classes: Any) -> None:
    assert "classes" in refusal(rewrite(classes=classes))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"config": {"model": "transformer"}}, "model is 'transformer'"),
        ({"config": {"lr": float("nan")}}, "lr is nan"),
        ({"config": {"hidden": [30.5]}}, "hidden"),
        ({"config": {"hidden": 30}}, "hidden is 30"),
        ({"config": {"epochs": True}}, "epochs is True"),
        ({"config": {"device": 5}}, "device is 5"),
        ({"config": None}, "garbled"),
        ({"format": "one"}, "format must be"),
        ({"format": float("nan")}, "format must be"),
        ({"format": 1.0}, "format must be"),
        ({"format": True}, "format must be"),
        ({"format": 0}, "format must be"),
        ({"temperature": 0}, "temperature"),
        ({"temperature": -1}, "temperature"),
        ({"temperature": float("nan")}, "temperature"),
        ({"temperature": None}, "temperature must be a number"),
        ({"temperature": True}, "temperature must be a number"),
        ({"temperature": float("inf")}, "temperature"),
        ({"temperature": 1e-300}, "temperature must be from 0.01 to 100"),
        ({"temperature": 1e300}, "temperature"),
        ({"accuracy": 1.5}, "accuracy"),
        ({"accuracy": float("nan")}, "accuracy"),
        ({"accuracy": "good"}, "accuracy must be a number"),
        ({"accuracy": False}, "accuracy must be a number"),
        ({"dataset": 7}, "dataset must be text"),
        ({"dataset": None}, "dataset must be text"),
        ({"fingerprint": ["a"]}, "fingerprint must be text"),
        ({"version": 1.0}, "version must be text"),
        ({"refuse_above": -0.5}, "refuse_above"),
    ],
)
def test_a_wrong_description_is_refused(
    rewrite: Rewrite, values: dict[str, Any], said: str
) -> None:
    assert said in refusal(rewrite(**values))


@pytest.mark.parametrize("text", ["{", "[]", "null", "7", '"x"', "[" * 100_000, '{"format": 1}'])
def test_a_garbled_description_is_refused(rewrite: Rewrite, text: str) -> None:
    assert "garbled" in refusal(rewrite(text=lambda _: text))


@pytest.mark.parametrize("metadata", [None, {"format": "pt"}, {"inkgrad": ""}])
def test_weights_that_do_not_say_what_they_are_are_refused(
    saved: Path, metadata: dict[str, str] | None
) -> None:
    safetensors.torch.save_file(safetensors.torch.load_file(saved), saved, metadata)
    assert "doesn't say for which model" in refusal(saved)


@pytest.mark.parametrize(
    ("tensors", "said"),
    [
        (lambda t: {**t, "0.weight": torch.zeros(31, 784)}, r"0.weight has shape (31, 784), not"),
        (lambda t: {**t, "0.weight": t["0.weight"].T.contiguous()}, "(784, 30)"),
        (lambda t: {k: v for k, v in t.items() if k != "2.bias"}, "it lacks 2.bias"),
        (lambda t: {**t, "extra": torch.zeros(3)}, "it contains extra too"),
        (lambda t: {}, "it lacks 0.bias"),
        (lambda t: {**t, "0.bias": torch.zeros(30, dtype=torch.int64)}, "torch.int64"),
        (lambda t: {**t, "0.bias": torch.full((30,), torch.nan)}, "no longer numbers"),
        (lambda t: {**t, "2.bias": torch.full((1,), torch.inf)}, "no longer numbers"),
    ],
)
def test_wrong_weights_are_refused(rewrite: Rewrite, tensors: Any, said: str) -> None:
    assert said in refusal(rewrite(tensors))


def test_classes_that_the_weights_cannot_tell_apart_are_refused(rewrite: Rewrite) -> None:
    assert "for 3 classes" in refusal(rewrite(classes=["1", "3", "7"]))


def test_a_description_of_a_giant_takes_no_memory(rewrite: Rewrite) -> None:
    giant = {"model": "mlp", "hidden": [10_000] * 20}  # 7.6 GB of weights
    assert "doesn't fit the mlp" in refusal(rewrite(config=giant))


@pytest.mark.parametrize("size", [0, 1, 7, 8, 9, 100, 400, 900, -5000, -4, -1])
def test_a_file_cut_short_is_refused(saved: Path, size: int) -> None:
    saved.write_bytes(saved.read_bytes()[: size if size >= 0 else len(saved.read_bytes()) + size])
    assert "damaged or isn't a model file" in refusal(saved)


def test_a_file_with_more_at_its_end_is_refused(saved: Path) -> None:
    saved.write_bytes(saved.read_bytes() + b"more")
    assert "damaged" in refusal(saved)


@given(st.binary(max_size=200))
def test_noise_is_refused(tmp_path_factory: pytest.TempPathFactory, noise: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "noise.safetensors"
    path.write_bytes(noise)
    refusal(path)


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_a_pickle_is_refused_unopened(tmp_path: Path, protocol: int) -> None:
    class Evil:
        def __reduce__(self) -> tuple[Any, ...]:
            return os.mkdir, (str(tmp_path / "it ran"),)

    path = tmp_path / "model.pkl"
    path.write_bytes(pickle.dumps(Evil(), protocol))
    assert "it can run its author's code" in refusal(path)
    assert not (tmp_path / "it ran").exists()


@pytest.mark.parametrize("zipped", [True, False])
def test_torchs_own_files_are_pickles(tmp_path: Path, zipped: bool) -> None:
    path = tmp_path / "model.pth"
    torch.save(build_model(CARD.config, 2), path, _use_new_zipfile_serialization=zipped)
    assert "is a pickle" in refusal(path)


def test_what_is_not_there_or_no_file_is_told(tmp_path: Path) -> None:
    assert "can't be read: no such file" in refusal(tmp_path / "nothing.safetensors")
    assert "can't be read: it is a folder" in refusal(tmp_path)
    assert "can't be read: the name or the request" in refusal(Path("a\0b"))


def test_a_file_larger_than_any_model_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.safetensors"
    with open(path, "wb") as file:
        file.truncate(600 * 2**20)  # holes: nothing is really on the disk
    assert "too large to be an Inkgrad model" in refusal(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_or_a_device_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.safetensors")
    assert "it is a pipe or a device" in refusal(tmp_path / "pipe.safetensors")
    assert "it is a pipe or a device" in refusal(Path("/dev/zero"))


def write_with_head(path: Path, head: object, size: int = 0) -> Path:
    text = json.dumps(head).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + bytes(size))
    return path


def test_a_file_of_very_many_tensors_is_refused_by_its_head(saved: Path) -> None:
    one = {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]}
    many = {f"tensor {number}": one for number in range(300_000)}
    assert "damaged or isn't a model" in refusal(write_with_head(saved, many))


@pytest.mark.parametrize("kind", ["F4", "F8_E5M2", "F6_E2M3", "C64", ""])
def test_numbers_of_other_kinds_are_refused(saved: Path, kind: str) -> None:
    data = saved.read_bytes()
    length = int.from_bytes(data[:8], "little")
    head = json.loads(data[8 : 8 + length])
    head["0.weight"]["dtype"] = kind
    assert f"0.weight contains {kind}, not torch.float32" in refusal(write_with_head(saved, head))


def test_a_file_much_longer_than_its_weights_is_not_read(saved: Path) -> None:
    with open(saved, "r+b") as file:
        file.truncate(400 << 20)
    tracemalloc.start()
    try:
        assert "damaged" in refusal(saved)
        assert tracemalloc.get_traced_memory()[1] < 20 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "head", [[], 3, {"a": 1}, {"a": {}}, {"a": {"shape": 3, "dtype": "F32"}}, {"__metadata__": 3},
             {"a": {"shape": [1.5], "dtype": "F32"}}],
)  # fmt: skip
def test_a_head_of_another_form_is_refused(saved: Path, head: object) -> None:
    assert "model file" in refusal(write_with_head(saved, head))


@pytest.mark.parametrize("when", ["os.fsync", "os.replace"])
def test_a_failing_write_leaves_the_old_file_and_no_other(
    saved: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "the disk is full on device")

    before = saved.read_bytes()
    monkeypatch.setattr(when, full)
    with pytest.raises(ModelFileError, match="couldn't be written: the disk is full"):
        save_model(saved, build_model(TrainConfig(seed=9), 2), replace(CARD, accuracy=1.0))
    assert saved.read_bytes() == before
    assert list(saved.parent.iterdir()) == [saved]


def test_a_write_broken_off_by_hand_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "x", b"half")
    assert not list(tmp_path.iterdir())


def test_a_place_where_nothing_can_be_written_is_told(saved: Path, tmp_path: Path) -> None:
    model, card = load_model(saved)
    for bad in (tmp_path / "no" / "folder" / "m", saved / "m", Path("/proc/m"), Path("a\0b")):
        with pytest.raises(ModelFileError, match=r"couldn't be written: .+\."):
            save_model(bad, model, card)
        with pytest.raises(ModelFileError, match="can't be written"):
            check_writable(bad)
    (tmp_path / "folder").mkdir()
    with pytest.raises(ModelFileError, match="couldn't be written: it is a folder"):
        save_model(tmp_path / "folder", model, card)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["folder", "model.safetensors"]


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_a_saved_file_may_be_read_by_whom_the_umask_says(saved: Path) -> None:
    other = saved.with_name("other")
    other.write_bytes(b"")
    assert stat.S_IMODE(saved.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)


def test_saving_anew_replaces_the_file_whole(saved: Path) -> None:
    model = build_model(replace(CARD.config, seed=11), 2)
    save_model(saved, model, replace(CARD, accuracy=0.5))
    again, card = load_model(saved)
    assert card.accuracy == 0.5
    np.testing.assert_array_equal(again[0].weight.detach(), model[0].weight.detach())
    assert list(saved.parent.iterdir()) == [saved]


def test_a_diverged_model_is_not_written_over_a_sound_one(saved: Path) -> None:
    before = saved.read_bytes()
    model, card = load_model(saved)
    with torch.no_grad():
        next(model.parameters())[0, 0] = torch.nan
    with pytest.raises(ModelFileError, match="no longer numbers"):
        save_model(saved, model, card)
    assert saved.read_bytes() == before


@pytest.mark.long
def test_opening_a_model_leaves_torchs_compiler_alone() -> None:
    look = (
        "import sys; from engine.inference.classifier import Classifier, STARTERS;"
        "[Classifier.starter(name) for name in STARTERS];"
        "sys.exit('torch._dynamo' in sys.modules)"  # two seconds to import
    )
    assert subprocess.run([sys.executable, "-c", look], timeout=120, check=False).returncode == 0
