"""What is typed is marked by what it means."""

import pytest

from engine.lessons.marking import is_same


@pytest.mark.parametrize(
    ("accepted", "typed"),
    [
        ("0.3", "0.3"),
        ("0.3", "0,3"),
        ("0.3", ".3"),
        ("0.3", "0.300"),
        ("0.3", "3e-1"),
        ("0.3", "3/10"),
        ("0.3", " 3 / 10 "),
        ("0.3", "30 %"),
        ("0.3", "30 per cent"),
        ("0.3", "30 Prozent"),
        ("0.3", "= 0.3"),
        ("0.5", "50%"),
        ("6", "6.0"),
        ("49", "49 batches"),
        ("49", "49 Batches"),
        ("8", "8 Stück"),
        ("6", "+6"),
        ("-6", "−6"),
        ("[6, 14]", "6, 14"),
        ("[6, 14]", "6,14"),
        ("[6, 14]", "6 14"),
        ("[6, 14]", "[6 , 14]"),
        ("[6, 14]", "6; 14"),
        ("(64, 784)", "64 × 784"),
        ("(64, 784)", "64x784"),
        ("(64, 784)", "torch.Size([64, 784])"),
        ("12396", "12,396"),
        ("12396", "12.396 Bilder"),
        ("12396", "12 396"),
        ("12,396", "12396"),
        ("12.396", "12396"),
        ("1,000,000", "1000000"),
        ("1234.5", "1,234.5"),
        ("1234,5", "1.234,5"),
        ("98,4", "98.40"),
        ("0,5", "1/2"),
        ("[0.5, 1.5]", "0,5; 1,5"),
        ("[6, 140]", "6,140"),
        ("nn.ReLU", "nn.relu"),
    ],
)
def test_the_same_answer_is_right_however_it_is_written(accepted: str, typed: str) -> None:
    assert is_same(typed, accepted)


@pytest.mark.parametrize(
    ("accepted", "typed"),
    [
        ("[6, 14]", "614"),
        ("[6, 14]", "14, 6"),
        ("[6, 14]", "6, 14, 22"),
        ("[6, 14]", "6"),
        ("[6, 14]", "[6] [1 4]"),
        ("0.3", "3"),
        ("0.3", "0.03"),
        ("0.3", "0 3"),
        ("0.3", "0.3.0"),
        ("0.3", "3/0"),
        ("0.3", "three tenths"),
        ("49", "4 9"),
        ("49", "4,9"),
        ("49", "about 49"),
        ("49", "4 9 batches"),
        ("49", "49 or 50"),
        ("0.3", "3 tenths"),
        ("0.3", "0.3 percent"),
        ("nn.ReLU", "nn.relu 3"),
        ("(64, 784)", "64784"),
        ("(64,784)", "64784"),
        ("12396", "123,96"),
        ("12396", "12,39,6"),
        ("12396", "[12, 396]"),
        ("1234.5", "1.234.5"),
        ("0.5", "0 500"),
        ("3", ""),
    ],
)
def test_another_answer_is_wrong(accepted: str, typed: str) -> None:
    assert not is_same(typed, accepted)


@pytest.mark.parametrize(
    "text", ["1" * 200_000, "1/" + "1" * 5000, "1" * 200_000 + "x", ")" * 200_000 + "x"]
)
def test_an_endless_answer_is_marked_all_the_same(text: str) -> None:
    assert not is_same(text, "3")
    assert not is_same("3", text)
    assert is_same(f" {text.upper()}", text)
