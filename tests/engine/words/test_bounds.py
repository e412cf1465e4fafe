"""A sentence stays short, whatever a file or a person has given for its values."""

import json

import pytest

from engine.cli.console import facts_of
from engine.words.message import Message, shorten


def nested(depth: int) -> object:
    value: object = 0
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [
        "x" * 10**6,
        ["x" * 10**5] * 1000,
        {"x" * 10**5: list(range(10**5))},
        nested(900),
        {"a": nested(900)},
        10**4000,
        [10**4000] * 50,
    ],
    ids=lambda value: type(value).__name__,
)
def test_no_value_floods_a_sentence(value: object) -> None:
    message = Message("config_is_object", value=value)
    assert len(str(message)) < 3_000
    assert len(json.dumps(facts_of(message))) < 10**7


def test_of_a_long_list_the_first_twenty_are_named() -> None:
    names = [f"class {number}" for number in range(21)]
    assert "class 19, …" in str(Message("tiny_classes", n=21, classes=names, least=10))
    assert "class 19" in (whole := str(Message("tiny_classes", n=20, classes=names[:20], least=10)))
    assert "…" not in whole


def test_short_values_are_shown_whole() -> None:
    assert str(Message("config_is_object", value=[1, "two", {"three": 3.5}])).startswith(
        "config is [1, 'two', {'three': 3.5}]:"
    )
    assert shorten("a\nb" + "c" * 200, 50).startswith("a\\nbccc")
    assert shorten("c" * 120) == "c" * 120
    assert len(shorten("c" * 121)) == 120
    assert len(shorten("c" * 200, 50)) == 50
