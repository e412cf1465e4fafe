"""A German lesson's notebook has German paragraphs, and the very same code."""

import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

import assets
import engine.export
from engine import Classifier, Dataset, Learner, TrainConfig
from engine.data.writing import save_as_folders
from engine.export.lesson_notebook import lesson_notebook
from engine.export.notebook import Cell
from engine.export.notebook_sets import Source
from engine.export.notebook_words import translated
from engine.lessons.catalogue import load_lessons
from engine.lessons.controls import at_first
from engine.lessons.lab import Lab

ENGLISH, GERMAN = ({lesson.name: lesson for lesson in load_lessons(code)} for code in ("en", "de"))
PARAGRAPHS = tomllib.loads(assets.path("notebooks/de.toml").read_text("utf-8"))["paragraph"]


def cells(language: str, name: str, lab: Lab, source: str = "mnist_sample") -> list[Cell]:
    lesson = {"en": ENGLISH, "de": GERMAN}[language][name]
    controls = import_module(f"engine.lessons.{name}").CONTROLS
    values = at_first(controls)
    return lesson_notebook(lesson, lab, values, Source(source))


def bench(sample: Dataset, learner: Learner | None = None, dataset: Dataset | None = None) -> Lab:
    classifier = learner.classifier() if learner else Classifier.starter("mnist")
    chosen = dataset or sample
    return Lab(sample.valid.images[7], True, chosen, sample, learner, classifier, {})


@pytest.mark.parametrize("own", [False, True])
@pytest.mark.parametrize("name", ENGLISH)
def test_words_are_german_and_code_is_the_same(
    mnist_sample: Dataset, handful: Dataset, name: str, own: bool
) -> None:
    lab = bench(mnist_sample, Learner(handful, TrainConfig()) if own else None)
    english, german = (cells(language, name, lab) for language in ("en", "de"))
    for one, other in zip(english, german, strict=True):
        assert one.kind == other.kind
        assert (one.text == other.text) == (one.kind == "code"), one.text


def test_so_are_the_notes_on_ones_own_data(
    mnist_sample: Dataset, few: Dataset, tmp_path: Path
) -> None:
    save_as_folders(Dataset(few.train, few.train, few.classes, "own"), tmp_path / "own")
    for folder in (tmp_path / "own").glob("valid*"):
        folder.rename(tmp_path / "gone")
    lab = bench(mnist_sample, dataset=few)
    found = cells("de", "dataloader", lab, str(tmp_path / "own"))
    told = "\n".join(cell.text for cell in found if cell.kind == "markdown")
    assert "jedes fünfte Bild zurückgehalten" in told
    assert "scaled" not in told
    assert "Without" not in told


@pytest.mark.parametrize("chosen", ["pens", "mnist+pens", "mnist"])
def test_so_are_those_on_what_comes_with_the_program(mnist_sample: Dataset, chosen: str) -> None:
    lab = bench(mnist_sample)
    english, german = (cells(language, "dataloader", lab, chosen) for language in ("en", "de"))
    told = {line for cell in english if cell.kind == "markdown" for line in cell.text.split("\n")}
    for cell in german:
        if cell.kind == "markdown":
            assert told.isdisjoint(line for line in cell.text.split("\n") if line)


def test_nothing_is_translated_that_nobody_writes() -> None:
    recipes = [path.read_text("utf-8") for path in assets.path("notebooks").rglob("*.md")]
    sources = [path.read_text("utf-8") for path in Path(engine.export.__file__).parent.glob("*.py")]
    written = re.sub(r'\\n"\s*"|\s+', " ", " ".join(recipes + sources))
    for paragraph in PARAGRAPHS:
        assert " ".join(paragraph["en"].split()) in written
    assert len({paragraph["en"] for paragraph in PARAGRAPHS}) == len(PARAGRAPHS)


def test_an_unknown_language_is_english() -> None:
    assert translated("The same with a note\nbelow it.", "xx") == "The same with a note\nbelow it."
