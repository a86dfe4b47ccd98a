"""What is known of a printed page, stated in its spec: for `banxin check`."""

from layout.record import record
from layout.spec.reader.fields import ListKind, RecordKind, Written, option
from layout.spec.reader.kinds import FlagKind, TextKind


@record
class Evidence(Written):
    """A statement about the print: a column of the story ends exactly after some words.

    The words are compared with what is drawn, character by character. `banxin check` says whether
    the page meets the statement and, where it does not, where the words stand instead.
    """

    column_ends: str = option(
        TextKind(200, purpose="part.column-ends", copy=False),
        "the last words of a column of the print",
        required=True,
    )
    source: str | None = option(TextKind(300, copy=False), "how it is known")
    required: bool = option(
        FlagKind(), "the page must meet it; else it is only reported", default=True
    )


EVIDENCE = ListKind(RecordKind(Evidence), most=40)
