"""`python -m layout` is the command `banxin`."""

import sys

from layout.cli import main

if __name__ == "__main__":
    sys.exit(main())
