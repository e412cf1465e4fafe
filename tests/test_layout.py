"""The tree stays readable: no circles of imports, no file too long, no folder too full."""

from collections.abc import Iterable
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("assets", "engine", "desktop")
LONGEST = 250  # lines
FULLEST = {"engine": 26, "desktop": 20}  # files at a package's root
FOLDER = 25  # files in any folder of desktop/


def circles(imports: dict[str, set[str]]) -> list[list[str]]:
    """Return what is left when all that imports nothing, or that nothing imports, is taken away."""
    left = {module: set(others) for module, others in imports.items()}
    while True:
        known = set().union(*left.values())
        done = {m for m, others in left.items() if not others & left.keys() or m not in known}
        if not done:
            return [[module, *sorted(others & left.keys())] for module, others in left.items()]
        left = {module: others for module, others in left.items() if module not in done}


def python_files(folders: Iterable[str]) -> list[Path]:
    return [path for folder in folders for path in (ROOT / folder).rglob("*.py")]


def test_circles_are_found() -> None:
    """The finder itself: b and c hold each other, a only points at them, d is apart."""
    imports = {"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set()}
    assert circles(imports) == [["b", "c"], ["c", "b"]]
    assert circles({"a": {"b", "d"}, "b": {"d"}, "d": {"torch"}}) == []


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = grimp.build_graph(*PACKAGES, exclude_type_checking_imports=False, cache_dir=None)
    assert len(graph.modules) > 300
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert circles(imports) == []


def test_no_file_is_longer_than_250_lines() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in python_files(FULLEST)}
    assert [str(path) for path, lines in lengths.items() if lines > LONGEST] == []


@pytest.mark.parametrize("package", FULLEST)
def test_a_packages_root_stays_small(package: str) -> None:
    assert len(list((ROOT / package).glob("*.py"))) <= FULLEST[package]


def test_no_folder_of_the_desktop_is_too_full() -> None:
    folders = {path.parent for path in python_files(["desktop"])}
    assert [str(f) for f in folders if len(list(f.glob("*.py"))) > FOLDER] == []
