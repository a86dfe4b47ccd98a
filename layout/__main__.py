"""`python -m layout` is the command `banxin`."""

from layout.cli import entry

if __name__ == "__main__":
    entry()
