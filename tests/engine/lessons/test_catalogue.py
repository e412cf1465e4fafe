"""The lessons' texts: read, checked, alike in all languages, and their modules at hand."""

import re
import string
from collections.abc import Iterator
from importlib import import_module
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

import assets
from engine.errors import InkgradError
from engine.lessons.catalogue import Lesson, load_lessons, read_lesson
from engine.lessons.controls import Choice, at_first
from engine.options import CHOICES

TEXT = """
title = "Doubling"
code = "engine.optimizers:SGD.step"
watch = "Watch the number."
[[question]]
number = 4
ask = "What is twice two?"
answer = "Four."
[check]
question = "And three times two?"
choices = ["five", "six"]
right = 1
why = "Two and two and two."
[words]
factor = "Factor"
told = "It is {number}"
"""
TYPED = '[check]\nquestion = "And?"\naccept = ["(3, 3)"]\nwhy = "So."\n'
TRANSLATED = sorted({folder.name for folder in assets.path("lessons").iterdir()} - {"en"})


def put(folder: Path, language: str, name: str, text: str) -> None:
    (folder / language).mkdir(parents=True, exist_ok=True)
    (folder / language / name).write_text(text, "utf-8")


def only(folder: Path, language: str = "en") -> Lesson:
    (lesson,) = load_lessons(language, folder)
    return lesson


def test_a_text_becomes_a_lesson(tmp_path: Path) -> None:
    put(tmp_path, "en", "040_doubling.toml", TEXT)
    lesson = only(tmp_path)
    assert (lesson.name, lesson.order, lesson.title) == ("doubling", 40, "Doubling")
    assert lesson.numbers == (4,)
    assert lesson.questions[0].answer == "Four."
    assert lesson.code == ("engine.optimizers:SGD.step",)
    assert lesson.words["told"] == "It is {number}"
    assert lesson.checks[0].is_right(1)
    assert not lesson.checks[0].is_right(0)


def test_a_typed_answer_may_be_spaced_as_one_likes(tmp_path: Path) -> None:
    put(tmp_path, "en", "040_doubling.toml", TEXT.partition("[check]")[0] + TYPED)
    check = only(tmp_path).checks[0]
    assert check.is_right(" (3,3) ")
    assert not check.is_right("(3, 4)")


def test_what_another_language_lacks_is_english(tmp_path: Path) -> None:
    put(tmp_path, "en", "040_doubling.toml", TEXT)
    put(tmp_path, "en", "050_more.toml", TEXT.replace("number = 4", "number = 5"))
    put(tmp_path, "de", "040_doubling.toml", TEXT.replace("Doubling", "Verdoppeln"))
    german = load_lessons("de", tmp_path)
    assert [lesson.title for lesson in german] == ["Verdoppeln", "Doubling"]
    put(tmp_path, "de", "040_doubling.toml", TEXT.replace('factor = "Factor"', ""))
    assert load_lessons("de", tmp_path)[0].words["factor"] == "Factor"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('title = "Doubling"', "", "040_doubling.toml: title is missing"),
        ("code =", "coed =", "coed means nothing here"),
        ("code =", 'inside = "outside"\ncode =', "outside means nothing here"),
        ("number = 4", 'number = "four"', "a question's number is 'four'"),
        ('answer = "Four."', "", "answer is missing"),
        ("right = 1", "right = 2", "right is 2"),
        ("[check]", "[[check]]\n[[check]]", "check"),
        ('factor = "Factor"', "factor = 3", "factor is 3"),
        ("[words]", "[words", "can't be read"),
    ],
)
def test_a_wrong_text_is_refused(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    put(tmp_path, "en", "040_doubling.toml", TEXT.replace(old, new))
    with pytest.raises(InkgradError, match=sentence):
        load_lessons("en", tmp_path)


def test_a_question_stands_once(tmp_path: Path) -> None:
    put(tmp_path, "en", "040_doubling.toml", TEXT)
    put(tmp_path, "en", "050_more.toml", TEXT)
    with pytest.raises(InkgradError, match="Question 4 is in both doubling and more"):
        load_lessons("en", tmp_path)


def test_a_file_has_order_and_name(tmp_path: Path) -> None:
    put(tmp_path, "en", "doubling.toml", TEXT)
    with pytest.raises(InkgradError, match="name the text "):
        load_lessons("en", tmp_path)


def test_every_number_is_one_of_the_chapters() -> None:
    numbers = [number for lesson in load_lessons() for number in lesson.numbers]
    assert set(numbers) <= set(range(1, 39))


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_language_says_the_same(language: str) -> None:
    english = {lesson.name: lesson for lesson in load_lessons()}
    for path in sorted(assets.path(f"lessons/{language}").glob("*.toml")):
        other = read_lesson(path)
        assert other.name in english, f"{path}: no English lesson has this name"
        one = english[other.name]
        assert one.title != other.title or one.watch != other.watch, f"{one.name} isn't translated"
        assert one.numbers == other.numbers, one.name
        assert one.code == other.code, one.name
        assert one.words.keys() == other.words.keys(), one.name
        for mine, theirs in zip(one.checks, other.checks, strict=True):
            assert mine.right == theirs.right, one.name
            assert len(mine.choices) == len(theirs.choices), one.name
            assert mine.accept == theirs.accept, one.name
        for key, words in one.words.items():
            assert set(fields(words)) == set(fields(other.words[key])), f"{one.name}: {key}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_language_tells_the_same_numbers(language: str) -> None:
    english = {lesson.name: lesson for lesson in load_lessons()}
    for path in sorted(assets.path(f"lessons/{language}").glob("*.toml")):
        other = read_lesson(path)
        one = english[other.name]
        for mine, theirs in zip(texts_of(one), texts_of(other), strict=True):
            told = numbers_in(mine, "en"), numbers_in(theirs, language)
            assert told[0] == told[1], f"{one.name}: {mine}"


def texts_of(lesson: Lesson) -> list[str]:
    checks = ([c.question, c.why, *c.choices] for c in lesson.checks)
    answers = (question.answer for question in lesson.questions)
    return [lesson.watch, *answers, *chain(*checks), *lesson.words.values()]


def numbers_in(text: str, language: str) -> list[str]:
    """Return its numbers from 10 on, and those with decimals, as Python writes them."""
    locale = QLocale(language)
    thousands = locale.groupSeparator()
    apart = r"\s" if thousands.isspace() else re.escape(thousands)  # 12 396 in French
    text = re.sub(r"\{[^}]*\}", "", text)
    text = re.sub(rf"(?<=\d){apart}(?=\d{{3}}(?!\d))", "", text)
    text = re.sub(rf"(?<=\d){re.escape(locale.decimalPoint())}(?=\d)", ".", text)
    return sorted(re.findall(r"\d+\.\d+|\d{2,}", text))


@pytest.mark.parametrize(
    ("language", "text"), [("en", "12,396 or 0.5"), ("de", "12.396, 0,5"), ("fr", "12 396, 0,5")]
)
def test_numbers_are_found_as_a_language_writes_them(language: str, text: str) -> None:
    assert numbers_in(text, language) == ["0.5", "12396"]


def test_every_lesson_is_there_in_german() -> None:
    english, german = (
        {path.name for path in assets.path(f"lessons/{language}").glob("*.toml")}
        for language in ("en", "de")
    )
    assert english == german


def test_every_lesson_has_its_module_and_words_for_what_it_asks() -> None:
    for lesson in load_lessons():
        module = import_module(f"engine.lessons.{lesson.name}")
        needed = {control.name for control in module.CONTROLS}
        values = at_first(module.CONTROLS)
        for control in module.CONTROLS:
            if isinstance(control, Choice):
                usual = CHOICES[control.setting] if control.setting else ()  # the window's words
                needed |= {f"{control.name}_{o}" for o in control.options if o not in usual}
                assert control.start in control.options, lesson.name
        if hasattr(module, "runs"):
            needed |= {f"run_{run.name}" for run in module.runs(values)}
        assert hasattr(module, "run") or hasattr(module, "runs"), lesson.name
        assert needed <= lesson.words.keys(), f"{lesson.name}: {needed - lesson.words.keys()}"


def fields(words: str) -> Iterator[tuple[str, str | None]]:
    """Give what stands in braces, with the form of a number there: are its thousands apart?"""
    return ((name, form) for _, name, form, _ in string.Formatter().parse(words) if name)


def test_no_place_is_the_right_one_more_often_than_the_others() -> None:
    checks = [check for lesson in load_lessons() for check in lesson.checks if check.choices]
    places = [[check.right for check in checks].count(place) for place in range(3)]
    assert max(places) <= min(places) + 2


@pytest.mark.parametrize("language", ["en", *TRANSLATED])
def test_quotation_marks_are_those_of_print(language: str) -> None:
    for lesson in load_lessons(language):
        asked = [text for question in lesson.questions for text in (question.ask, question.answer)]
        checked = [
            t for check in lesson.checks for t in (check.question, check.why, *check.choices)
        ]
        texts = (lesson.title, lesson.watch, *asked, *checked, *lesson.words.values())
        assert not [text for text in texts if '"' in text], lesson.name


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_is_written_as_code_stands_in_the_text(language: str) -> None:
    """The other language's phrases may be in its own words, such as "von `A` mal"."""
    english = {lesson.name: lesson.inline for lesson in load_lessons()}
    for lesson in load_lessons(language):
        told = [lesson.title, lesson.watch]
        told += [text for each in lesson.questions for text in (each.ask, each.answer)]
        for check in lesson.checks:
            told += [check.question, check.why, *check.choices]
        text = "\n".join(told).replace("\u00a0", " ")
        text += "\n".join(lesson.words.values())
        own = lesson.inline[len(english[lesson.name]) :] if language != "en" else lesson.inline
        missing = [code for code in own if code.replace("`", "") not in text]
        assert not missing, lesson.name
