"""`python -m engine`: the commands without a window, where Qt isn't installed."""

import sys

if __name__ == "__main__":
    from inkgrad_start import find_own_modules_first

    find_own_modules_first()
    from engine.cli.parser import main

    sys.exit(main())
