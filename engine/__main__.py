"""`python -m engine`: the commands without a window, where Qt isn't installed."""

import sys

if __name__ == "__main__":
    from inkgrad_start import begin

    begin()
    from engine.cli.parser import main

    sys.exit(main())
