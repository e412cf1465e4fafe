"""Lesson files: kept whole, read back as they were, and refused with the place that is wrong."""

import json
import math
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import options
from engine.config import TrainConfig
from engine.errors import ConfigError, InkgradError, LessonFileError
from engine.lessons.catalogue import Check
from engine.lessons.lesson_file import (
    FORMAT,
    PAGES,
    LessonFile,
    read_lesson_file,
    write_lesson_file,
)

SOUND: dict[str, Any] = {
    "format": FORMAT,
    "title": "Why zero_grad?",
    "text": "Train twice.\nCompare.",
    "dataset": "mnist_sample",
    "config": {"model": "linear", "lr": 1, "zero_grad": False, "hidden": [20, 10]},
    "pages": ["training", "learn"],
    "lessons": ["zero_grad", "bias"],
    "questions": [{"question": "Why?"}, {"question": "Rank?", "accept": ["2"]}],
}

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
titles = texts.filter(str.strip)
configs = st.builds(
    TrainConfig,
    model=st.sampled_from(list(options.MODELS)),
    epochs=st.integers(1, 100_000),
    lr=st.floats(0, 1e6),
    batch_size=st.integers(1, 1_000_000),
    seed=st.integers(0, 2**31 - 1),
    loss=st.sampled_from(options.CHOICES["loss"]),
    momentum=st.floats(0, 0.9999),
    bias=st.booleans(),
    init=st.sampled_from(list(options.INITS)),
    hidden=st.lists(st.integers(1, 10_000), min_size=1, max_size=20).map(tuple),
)
questions = st.one_of(
    st.builds(Check, titles, texts),
    st.builds(Check, titles, texts, accept=st.lists(texts, min_size=1, max_size=3).map(tuple)),
    st.builds(Check, titles, texts, st.just(("a", "b")), st.integers(0, 1)),
)
lessons = st.builds(
    LessonFile,
    title=titles,
    text=texts,
    dataset=titles,
    config=configs,
    pages=st.lists(st.sampled_from(PAGES), min_size=1, unique=True).map(tuple),
    lessons=st.lists(texts, unique=True, max_size=5).map(tuple),
    questions=st.lists(questions, max_size=3, unique_by=lambda check: check.question.strip()).map(
        tuple
    ),
)
any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where a lesson may stand; each example writes it anew."""
    return tmp_path_factory.mktemp("lessons") / "lesson.inkgrad"


@given(lesson=lessons)
def test_what_is_read_is_what_was_written(place: Path, lesson: LessonFile) -> None:
    write_lesson_file(place, lesson)
    assert read_lesson_file(place) == lesson
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_a_file_says_what_it_sets_and_the_rest_takes_its_default(tmp_path: Path) -> None:
    path = write(tmp_path, SOUND)
    assert read_lesson_file(path) == LessonFile(
        "Why zero_grad?",
        "Train twice.\nCompare.",
        "mnist_sample",
        TrainConfig(model="linear", lr=1, zero_grad=False, hidden=(20, 10)),
        ("training", "learn"),
        ("zero_grad", "bias"),
        (Check("Why?", ""), Check("Rank?", "", accept=("2",))),
    )
    assert read_lesson_file(write(tmp_path, {"format": 1, "title": "T"})) == LessonFile("T")
    assert len(LessonFile("x" * 200).title) == 200


def test_what_an_older_version_saved_opens_its_one_lesson(tmp_path: Path) -> None:
    old = {"format": 1, "title": "T", "lesson": "bias"}
    assert read_lesson_file(write(tmp_path, old)) == LessonFile("T", lessons=("bias",))
    none = {"format": 1, "title": "T", "lesson": ""}
    assert read_lesson_file(write(tmp_path, none)).lessons == ()


def test_a_file_that_an_editor_marked_as_utf_8_is_read(tmp_path: Path) -> None:
    path = tmp_path / "marked.inkgrad"
    path.write_text(json.dumps(SOUND | {"title": "Übung"}), "utf-8-sig")
    assert read_lesson_file(path).title == "Übung"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"format": FORMAT + 1}, "newer version of Inkgrad"),
        ({"format": True}, "format is True"),
        ({"format": None}, "format is None"),
        ({"colour": 1}, "'colour' is unknown"),
        ({"title": 3}, "title is 3: it must be text"),
        ({"title": " "}, "title has 1 character:"),
        ({"title": "x" * 201}, "title has 201 characters"),
        ({"text": ["a"]}, "text is ['a']"),
        ({"text": "[" * 50_001}, "text has 50,001 characters: use 50,000 at most"),
        ({"text": "a\0"}, "text contains a character"),
        ({"text": "\ud800"}, "text contains a character"),
        ({"dataset": ""}, "dataset is empty"),
        ({"dataset": None}, "dataset is None"),
        ({"pages": "training"}, "pages is 'training'"),
        ({"pages": ["training", "secret"]}, "pages names 'secret'"),
        ({"pages": []}, "pages must name at least one page"),
        ({"pages": ["learn", "learn"]}, "none twice"),
        ({"pages": [["learn"]]}, "pages is [['learn']]"),
        ({"format": 1, "lessons": None, "lesson": 7}, "lesson is 7"),
        ({"lesson": "bias"}, "'lesson' is unknown"),
        ({"lessons": "bias"}, "lessons is 'bias'"),
        ({"lessons": ["bias", "bias"]}, "lessons must name no lesson twice"),
        ({"lessons": ["a\0"]}, "lessons contains a character"),
        ({"lessons": [str(number) for number in range(101)]}, "100 at most"),
        ({"questions": 7}, "questions must be a list"),
        ({"questions": [{"question": "Q", "run": "me"}]}, "question 1 can't be asked"),
        ({"config": []}, "config is []"),
        ({"config": {"layers": 3}}, "'config.layers' is unknown"),
        ({"config": {"lr": "fast"}}, "config.lr is 'fast': it must be a number"),
        ({"config": {"lr": -1}}, "config.lr is -1"),
        ({"config": {"lr": 10**400}}, "config.lr is 1.00e+400"),
        ({"config": {"epochs": 1.5}}, "config.epochs is 1.5: it must be a whole number"),
        ({"config": {"epochs": True}}, "config.epochs is True"),
        ({"config": {"bias": 1}}, "config.bias is 1: it must be true or false"),
        ({"config": {"model": "gpt"}}, "config.model is 'gpt': choose one of linear"),
        ({"config": {"model": ["linear"]}}, "config.model is ['linear']"),
        ({"config": {"hidden": 30}}, "config.hidden is 30"),
        ({"config": {"hidden": ["a"]}}, "config.hidden is 'a'"),
        ({"config": {"hidden": []}}, "config.hidden has 0 layers"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, change: dict[str, Any], told: str
) -> None:
    assert told in refusal(write(tmp_path, SOUND | change))


def test_without_a_title_or_a_format_it_is_refused(tmp_path: Path) -> None:
    assert "format is None" in refusal(write(tmp_path, {"title": "T"}))
    assert "title is missing" in refusal(write(tmp_path, {"format": 1}))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "line 1, column 1 isn't JSON"),
        (b'{"format": 1,\n "title" "T"}', "line 2, column 10 isn't JSON"),
        (b"\xff\xfe\x00", "it is not text"),
        (b"[1, 2]", "must be a JSON object"),
        (b'{"format": 1, "title": "a", "title": "b"}', "'title' is in it twice"),
        (
            b"{%s}" % b",".join(b'"a%d": 1' % (n % 19_999) for n in range(20_000)),
            "'a0' is in it twice",
        ),
        (b'{"format": 1, "title": "a", "config": {"lr": NaN}}', "NaN is not a number"),
        (b'{"format": 1, "title": "a", "config": {"lr": 1e999}}', "config.lr is inf"),
        (b"[" * 100_000, "is not a lesson"),
        (b"9" * 10_000, "is not a lesson"),
        (b" " * (1 << 20) + b"{}", "too large to be a lesson"),
    ],
)
def test_what_is_no_lesson_is_refused(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "damaged.inkgrad"
    path.write_bytes(data)
    assert told in refusal(path)


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    assert "can't be read" in refusal(tmp_path)
    assert "can't be read" in refusal(tmp_path / "nothing.inkgrad")
    assert "can't be read" in refusal(Path("a\0b"))


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(LessonFileError, match="can't be written"):
        write_lesson_file(tmp_path / "nowhere" / "a.inkgrad", LessonFile("T"))
    choices = tuple(f"{n}{'x' * 3000}" for n in range(12))
    questions = tuple(Check(f"Question {n}?", "", choices, 0) for n in range(100))
    with pytest.raises(LessonFileError, match="too large for a lesson"):
        write_lesson_file(tmp_path / "a.inkgrad", LessonFile("T", questions=questions))
    assert not list(tmp_path.iterdir())


@given(data=st.data())
def test_a_damaged_file_is_refused_in_a_sentence_or_is_still_a_lesson(
    place: Path, data: st.DataObject
) -> None:
    sound = json.dumps(SOUND).encode()
    at = data.draw(st.integers(0, len(sound)))
    upto = data.draw(st.integers(at, min(len(sound), at + 8)))
    place.write_bytes(sound[:at] + data.draw(st.binary(max_size=8)) + sound[upto:])
    read_or_refuse(place)


@given(data=st.data())
def test_any_value_in_any_field_is_refused_in_a_sentence_or_taken(
    place: Path, data: st.DataObject
) -> None:
    settings = data.draw(
        st.dictionaries(st.sampled_from([f.name for f in fields(TrainConfig)]), any_json)
    )
    change = data.draw(st.dictionaries(st.sampled_from(list(SOUND)), any_json))
    place.write_text(json.dumps(SOUND | {"config": settings} | change))
    read_or_refuse(place)


def test_a_lesson_is_checked_as_it_is_made() -> None:
    with pytest.raises(LessonFileError, match="pages names 'x'"):
        replace(LessonFile("T"), pages=("x",))


def write(folder: Path, values: dict[str, Any]) -> Path:
    path = folder / "lesson.inkgrad"
    path.write_text(json.dumps(values))
    return path


def refusal(path: Path) -> str:
    with pytest.raises(LessonFileError) as caught:
        read_lesson_file(path)
    assert str(path).replace("\0", r"\x00") in str(caught.value)
    assert str(caught.value).endswith(".")
    assert not isinstance(caught.value, ConfigError)
    return str(caught.value)


def read_or_refuse(path: Path) -> None:
    try:
        lesson = read_lesson_file(path)
    except InkgradError:
        refusal(path)  # in a sentence
        return
    numbers = [v for v in asdict(lesson.config).values() if isinstance(v, float)]
    assert all(map(math.isfinite, numbers))
