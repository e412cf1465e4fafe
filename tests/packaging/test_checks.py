"""What is checked before a commit, by `make check` and by the workflow is one list."""

import re
from pathlib import Path

TOOLS = re.compile(r"\.venv/bin/((?:ruff \w+)|mypy(?: docs packaging)?|lint-imports)")


def test_a_commit_is_checked_as_make_check_does(packaging: Path) -> None:
    root = packaging.parent
    hooks = TOOLS.findall((root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    check = (root / "Makefile").read_text(encoding="utf-8").partition("\ncheck:")[2]
    made = TOOLS.findall(check.partition("\n\n")[0])
    assert hooks == made == [
        "ruff check", "ruff format", "mypy", "mypy docs packaging", "lint-imports",
    ]  # fmt: skip


def test_pushes_and_pull_requests_are_checked_and_tested(packaging: Path) -> None:
    workflow = packaging.parent / ".github" / "workflows" / "checks.yml"
    text = workflow.read_text(encoding="utf-8")
    assert re.findall(r"run: make (\S+)", text) == ["check", "test", "test-long"]
    assert re.search(r"^on:\n  push:\n    branches: .*\n  pull_request:$", text, re.MULTILINE)
