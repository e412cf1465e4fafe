"""What is said keeps to docs/terms.md: none of the phrases that are listed there as "not"."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[1]
TERMS = ROOT / "docs" / "terms.md"
DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/architecture.md",
    "docs/data.md",
    "docs/reliability.md",
)
GERMAN = re.compile(r"\bnot (.*)")  # "Startwert, not `Startzahl`"


def rows() -> list[list[str]]:
    """Return the cells of each row of the table of what readers see."""
    table = TERMS.read_text(encoding="utf-8").split("\n## ")[1]
    lines = [line for line in table.splitlines() if line.startswith("| ")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def forbidden(language: str) -> re.Pattern[str]:
    """Return what finds any phrase that isn't said in that language."""
    cells = [row[2] if language == "en" else "".join(GERMAN.findall(row[3])) for row in rows()]
    phrases = [phrase for cell in cells for phrase in re.findall(r"`([^`]+)`", cell)]
    assert phrases
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


def texts(language: str) -> Iterator[tuple[str, str]]:
    """Give everything that is said in a language, each with its place."""
    tree = ElementTree.parse(ROOT / "assets" / "translations" / "inkgrad_de.ts")
    for message in tree.iter("message"):
        element = message.find("source" if language == "en" else "translation")
        assert element is not None
        yield "translations", " | ".join(element.itertext())
    for lesson in sorted((ROOT / "assets" / "lessons" / language).glob("*.toml")):
        yield lesson.name, re.sub(r"\s*\\\n", " ", lesson.read_text(encoding="utf-8"))
    if language == "en":
        for name in DOCUMENTS:
            yield name, re.sub(r"\s+", " ", (ROOT / name).read_text(encoding="utf-8"))
        for path in sorted((ROOT / "engine" / "cli").glob("*.py")):
            yield path.name, path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_phrase_comes_back_that_a_term_has_replaced(language: str) -> None:
    pattern = forbidden(language)
    found = [(place, hit[0]) for place, text in texts(language) for hit in pattern.finditer(text)]
    assert not found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "98 % of the images are read right."),
        ("en", "A button that mends it"),
        ("en", "The network shall read it as a 7"),
        ("de", "dieselbe Startzahl"),
        ("de", "zum Prüfen zurückgelegt"),
    ],
)
def test_such_a_phrase_is_found(language: str, text: str) -> None:
    assert forbidden(language).search(text)


def test_every_term_is_explained_and_german() -> None:
    table = rows()
    assert len(table) > 30
    assert [row[0] for row in table] == sorted((row[0] for row in table), key=str.lower)
    assert all(len(row) == 4 and row[0] and row[1] and row[3] for row in table)
