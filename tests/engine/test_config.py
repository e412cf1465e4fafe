"""The settings: the book's by default, and refused where they can't work."""

import json
from dataclasses import FrozenInstanceError, asdict
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.config import TrainConfig
from engine.errors import ConfigError
from engine.options import CHOICES


def test_the_defaults_are_the_books() -> None:
    config = TrainConfig()
    book = ("simple_net", 40, 0.1, 256)
    assert (config.model, config.epochs, config.lr, config.batch_size) == book
    assert config.momentum == config.weight_decay == 0
    assert config.schedule == "constant"
    assert config.activation == "relu"


@pytest.mark.parametrize("name", CHOICES)
def test_every_choice_is_taken_and_nothing_else(name: str) -> None:
    for choice in CHOICES[name]:
        assert getattr(TrainConfig(**{name: choice}), name) == choice
    with pytest.raises(ConfigError, match=f"{name} is 'nonsense'.*{CHOICES[name][-1]}"):
        TrainConfig(**{name: "nonsense"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("epochs", 0),
        ("epochs", 2.5),
        ("epochs", "10"),
        ("lr", -0.1),
        ("lr", "0.1"),
        ("batch_size", 0),
        ("batch_size", 32.5),
        ("seed", -1),
        ("seed", 2**31),
        ("momentum", 1.0),
        ("momentum", -0.1),
        ("weight_decay", -1e-9),
        ("bias", "no"),
        ("zero_grad", None),
        ("hidden", (0,)),
        ("hidden", (30, -1)),
        ("hidden", (30.5,)),
        ("hidden", ()),
        ("hidden", (30,) * 21),
        ("hidden", 30),
        ("hidden", None),
        ("hidden", "30"),
        ("hidden", (True,)),
        ("epochs", True),
        ("batch_size", True),
        ("seed", False),
        ("lr", True),
        ("lr", np.zeros(2)),
        ("momentum", False),
        ("bias", 1),
        ("device", 5),
        ("device", None),
        ("model", np.zeros(3)),
        ("model", ["mlp"]),
    ],
)
def test_a_value_that_cannot_work_is_refused_by_name(name: str, value: Any) -> None:
    with pytest.raises(ConfigError, match=name):
        TrainConfig(**{name: value})


@given(
    st.sampled_from(["epochs", "lr", "batch_size", "seed", "momentum", "weight_decay"]),
    st.sampled_from([float("nan"), float("inf"), float("-inf")]),
)
def test_what_is_no_finite_number_is_refused(name: str, value: float) -> None:
    with pytest.raises(ConfigError, match=name):
        TrainConfig(**{name: value})


@given(st.floats(0, 1e6), st.integers(1, 10_000), st.lists(st.integers(1, 100), min_size=1))
def test_what_lies_in_range_is_kept(lr: float, epochs: int, hidden: list[int]) -> None:
    config = TrainConfig(lr=lr, epochs=epochs, hidden=tuple(hidden[:20]))
    assert (config.lr, config.epochs, config.hidden) == (lr, epochs, tuple(hidden[:20]))


@pytest.mark.parametrize(
    ("name", "last", "beyond"),
    [
        ("epochs", 100_000, 100_001),
        ("batch_size", 1_000_000, 1_000_001),
        ("seed", 2**31 - 1, 2**31),  # what the window's fields can hold
        ("lr", 1e6, 1.01e6),
        ("momentum", 0.9999, 0.99995),
        ("weight_decay", 100, 100.5),
        ("hidden", (10_000,) * 20, (10_000,) * 21),
        ("hidden", (1,), (10_001,)),
    ],
)
def test_a_range_ends_where_it_says(name: str, last: Any, beyond: Any) -> None:
    assert getattr(TrainConfig(**{name: last}), name) == last
    with pytest.raises(ConfigError, match=name):
        TrainConfig(**{name: beyond})


def test_numpys_numbers_become_plain_ones() -> None:
    given = TrainConfig(
        epochs=np.int64(3),  # type: ignore[arg-type]
        lr=np.float32(0.25),  # type: ignore[arg-type]
        momentum=np.float64(0.5),
        hidden=[np.int32(20), 10],  # type: ignore[arg-type]
    )
    plain = TrainConfig(epochs=3, lr=0.25, momentum=0.5, hidden=(20, 10))
    assert given == plain
    assert json.dumps(asdict(given)) == json.dumps(asdict(plain))
    assert hash(given) == hash(plain)


def test_settings_never_change() -> None:
    with pytest.raises(FrozenInstanceError):
        TrainConfig().lr = 1.0  # type: ignore[misc]
