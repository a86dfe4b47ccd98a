"""A mapping whose model class is loaded when a spec holds it: most pages never pay for it."""

import importlib
from typing import Any

from layout.spec.reader.fields import RecordKind


class LaterRecord(RecordKind):
    """As `RecordKind`, for the class `name` of `module`; a lone value may be that of `short`."""

    __slots__ = ("_at",)
    _at: tuple[str, str]

    def __init__(self, module: str, name: str, short: tuple[str, ...] = ()) -> None:
        object.__setattr__(self, "_at", (module, name))
        object.__setattr__(self, "short", short)

    @property
    def cls(self) -> type[Any]:
        """The model class, its module loaded."""
        module, name = self._at
        found: type[Any] = getattr(importlib.import_module(module), name)
        return found
