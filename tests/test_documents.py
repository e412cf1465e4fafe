"""What the documents point at is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOLD = ("README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/reliability.md")
TOP = ("assets/", "benchmarks/", "desktop/", "docs/", "engine/", "packaging/", "tests/", ".ci/")

LINK = re.compile(r"\]\((?!https?:)([^)#]*)(#[^)]*)?\)")
TYPED = re.compile(r"`([^`\s]+)`")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
CODE = re.compile(r"^(?:```.*?^```|    .*?)$", re.MULTILINE | re.DOTALL)


def anchor(heading: str) -> str:
    """Return what GitHub calls a heading in an address."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def paths_typed(text: str) -> list[str]:
    """Return what stands in `backticks` and begins with a folder of the project.

    `<language>` and the like stand for any name.
    """
    typed = [re.sub(r"<\w+>", "*", word) for word in TYPED.findall(text)]
    return [word for word in typed if word.startswith(TOP)]


@pytest.mark.parametrize("name", TOLD)
def test_every_link_leads_somewhere(name: str) -> None:
    document = ROOT / name
    text = CODE.sub("", document.read_text(encoding="utf-8"))
    links = LINK.findall(text)
    assert links
    for path, fragment in links:
        target = document.parent / path if path else document
        assert target.exists(), f"{name} links to {path}"
        if fragment:
            anchors = {f"#{anchor(h)}" for h in HEADING.findall(target.read_text(encoding="utf-8"))}
            assert fragment in anchors, f"{name} links to {path}{fragment}"


@pytest.mark.parametrize("name", TOLD)
def test_every_path_that_is_named_is_there(name: str) -> None:
    paths = paths_typed((ROOT / name).read_text(encoding="utf-8"))
    assert paths
    missing = [path for path in paths if not list(ROOT.glob(path.rstrip("/")))]
    assert not missing, f"{name} names {missing}"


def test_a_path_that_is_gone_is_noticed() -> None:
    text = "see `engine/gone.py`, `assets/lessons/<language>/1.toml` and `make run`"
    assert paths_typed(text) == ["engine/gone.py", "assets/lessons/*/1.toml"]
