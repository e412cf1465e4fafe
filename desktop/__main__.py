"""The `inkgrad` command: the window without arguments, the engine's commands with them."""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    from desktop.app import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
