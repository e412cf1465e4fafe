"""Which version of the program this is; told once, in pyproject.toml."""

from functools import cache
from importlib.metadata import PackageNotFoundError, metadata, version


@cache
def program_version() -> str:
    """Return the version of the installed program."""
    try:
        return version("inkgrad")
    except PackageNotFoundError:  # a bare source tree that nobody installed
        return "unknown"


def install_source() -> str:
    """Return what pip installs this very version from: its tag in the program's repository."""
    try:
        urls = metadata("inkgrad").get_all("Project-URL") or []
    except PackageNotFoundError:
        return "inkgrad"
    home = next((url.partition(", ")[2] for url in urls if url.startswith("Homepage")), "")
    return f"git+{home}@v{program_version()}" if home else "inkgrad"
