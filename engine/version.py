"""Which version of the program this is; told once, in pyproject.toml."""

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """Return the version of the installed program."""
    try:
        return version("inkgrad")
    except PackageNotFoundError:  # a bare source tree that nobody installed
        return "unknown"
