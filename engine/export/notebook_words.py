"""The paragraphs of a lesson's notebook in the lesson's language; those that it lacks are English.

They are written in English where the cells are, and translated in assets/notebooks/<language>.toml.
"""

import tomllib
from collections.abc import Mapping
from functools import cache

import assets


def translated(paragraph: str, language: str) -> str:
    """Return a paragraph in a language; where a note was added below it, the note too."""
    known = _paragraphs(language)
    if paragraph in known:
        return known[paragraph]
    first, _, note = paragraph.partition("\n")
    return "\n".join(known.get(part, part) for part in (first, note) if part)


@cache
def _paragraphs(language: str) -> Mapping[str, str]:
    path = assets.path(f"notebooks/{language}.toml")
    if not path.is_file():
        return {}
    told = tomllib.loads(path.read_text("utf-8"))["paragraph"]
    return {paragraph["en"]: paragraph[language] for paragraph in told}
