"""The one root of everything the toolkit raises on purpose.

A `BanxinError` is a fault of the input or of the machine, told in one sentence; the command
prints it and never a traceback. Anything else that escapes is a defect of the toolkit.
"""


class BanxinError(Exception):
    """A fault with a message fit to be shown to the person at the keyboard."""


class MissingToolError(BanxinError):
    """An optional program or library is absent; the message names the package to install."""
