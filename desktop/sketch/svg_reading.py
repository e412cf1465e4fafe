"""What a sketch's file holds for this program, taken out of its XML without a tree of it. No Qt."""

import json
import re
import xml.etree.ElementTree as ET
from typing import Any

from engine.errors import DataError

LARGEST_BYTES = 32 << 20
LARGEST_TEXT = 8 << 20  # characters of what describes the strokes: hours of drawing
_DEEPEST, _MOST_TAGS = 20, 500_000
_ENCODING = re.compile(rb"\s*<\?xml[^>]{,200}encoding\s*=\s*[\"']([^\"']*)")
_CROWDED = re.compile(rb"<(?:[^<=]*=){40}")  # attributes of a tag; ours have ten at most
_AT_ONCE = 1 << 16


def read_parts(data: bytes, sketch_tag: str, image_tag: str) -> tuple[dict[str, Any], str]:
    """Return the facts in a file's `sketch_tag`, and where its picture in colours is to be found.

    Raises DataError; ET.ParseError, LookupError, ValueError or RecursionError for a damaged file.
    """
    if _CROWDED.search(data):
        raise ValueError("a tag with too many attributes")
    said = _ENCODING.match(data)
    if said and said[1].lower() != b"utf-8":
        raise ValueError("another encoding than ours")
    parts = _Parts(sketch_tag, image_tag)
    parser = ET.XMLParser(target=parts, encoding="utf-8")
    for start in range(0, len(data), _AT_ONCE):
        parser.feed(data[start : start + _AT_ONCE])
    parser.close()
    if not parts.text:
        raise DataError("sketch_of_others")
    facts = json.loads("".join(parts.text))
    if not isinstance(facts, dict):
        raise ValueError("no sketch")
    return facts, parts.href


class _Parts:
    """Hears what the parser finds, and remembers what counts."""

    def __init__(self, sketch_tag: str, image_tag: str) -> None:
        self.text: list[str] = []
        self.href = ""
        self._sketch_tag, self._image_tag = sketch_tag, image_tag
        self._depth = self._tags = 0
        self._length = 0
        self._listens = False

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        """Refuse definitions, in whatever encoding: a few of them can stand for gigabytes."""
        raise DataError("sketch_with_definitions")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._tags += 1
        if self._depth > _DEEPEST or self._tags > _MOST_TAGS:
            raise ValueError("too deep, or too many tags")
        self._listens = tag == self._sketch_tag and not self.text
        if tag == self._image_tag and attributes.get("id") == "colors" and not self.href:
            self.href = attributes.get("href", "")

    def data(self, text: str) -> None:
        if self._listens:
            self.text.append(text)
            self._length += len(text)
            if self._length > LARGEST_TEXT:
                raise ValueError("too long")

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._listens = False

    def close(self) -> None:
        """Be done: there is no tree to be returned."""
