"""`python -m engine`: the commands without a window, where Qt isn't installed."""

import sys

from engine.cli.parser import main

if __name__ == "__main__":
    sys.exit(main())
