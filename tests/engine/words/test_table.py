"""Every sentence of the engine is in the table, with the values that are given for it."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import engine
from engine import errors
from engine.words.table import TABLE

ROOT = Path(engine.__file__).parents[1]
SPEAKERS = {
    "Message",
    *(name for name in vars(errors) if name.endswith("Error")),
    "TrainingDiverged",
}
BESIDES = {"fix"}  # what isn't for the sentence


Calls = list[tuple[str, ast.Call]]


@pytest.fixture(scope="module")
def calls() -> Calls:
    """Return each call in the source that makes an error or a message, with its place."""
    return [
        (f"{path.relative_to(ROOT)}:{node.lineno}", node)
        for folder in ("engine", "desktop")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SPEAKERS
    ]


def codes(node: ast.expr) -> Iterator[str]:
    """Give the codes that an argument may be, as far as it is written out.

    Of a family, f"format_{name}", all codes of the table that it may mean.
    """
    if isinstance(node, ast.JoinedStr):
        parts = [re.escape(p.value) if isinstance(p, ast.Constant) else r"\w+" for p in node.values]
        family = re.compile("".join(parts))
        found = [code for code in TABLE if family.fullmatch(code)]
        yield from found or [ast.unparse(node)]
    elif isinstance(node, ast.Constant):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from codes(node.body)
        yield from codes(node.orelse)


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_what_is_said_is_in_the_table_with_its_values(calls: Calls) -> None:
    assert len(calls) > 150
    for place, call in calls:
        assert call.args, place
        given = {keyword.arg for keyword in call.keywords} - BESIDES
        for code in codes(call.args[0]):
            assert code in TABLE, f"{place}: {code!r} is in none of engine/words"
            assert fields(TABLE[code].template) <= given, f"{place}: {code} lacks values"
            assert given - fields(TABLE[code].template) <= {"name"}, f"{place}: {code} has more"


def test_nothing_stands_in_the_table_that_is_never_said(calls: Calls) -> None:
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in [*(ROOT / "engine").rglob("*.py"), *(ROOT / "desktop").rglob("*.py")]
        if path.parent.name != "words"
    )
    system = {code for code in TABLE if code.startswith("E") and code.isupper()}
    beside = {"system_says", "unexpected"}  # by `reason`, and by the window's worker
    families = {code for _, call in calls for code in codes(call.args[0])}
    missing = {code for code in TABLE if f'"{code}"' not in source} - system - beside - families
    assert not missing


@pytest.mark.parametrize("code", TABLE)
def test_a_sentence_counts_one_of_its_values_and_has_no_blanks(code: str) -> None:
    sentence = TABLE[code]
    assert sentence.template == sentence.template.strip()
    assert "  " not in sentence.template
    counted = sentence.counts
    assert not counted or counted in fields(sentence.template)
    assert bool(counted) == (sentence.english(1) != sentence.english(2))
    assert not any("|" in sentence.english(count) for count in (1, 2))
    of_many = set(re.findall(r"\{(\w+)\} (?:\w+ )*\w*\(e?s\)", sentence.template))
    assert of_many <= {counted}  # 1 pupil, 2 files


def test_no_code_stands_in_two_modules_of_the_table() -> None:
    tables = [
        node
        for path in sorted((ROOT / "engine" / "words").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Dict)
    ]
    keys = [key.value for table in tables for key in table.keys if isinstance(key, ast.Constant)]
    assert sorted(keys) == sorted(TABLE)
