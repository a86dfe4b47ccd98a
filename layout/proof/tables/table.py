"""A table of a proof as its reader sees it: words in one language, for HTML, text and JSON."""

from layout.record import record


@record
class ProofRow:
    """Cells, as many as the table has heads; `swatch` is a colour as a browser is told it, of a row
    that is of one; `bad` says that a person should look; `block` is the id of the block that it is
    of, for machines."""

    cells: tuple[str, ...]
    swatch: str = ""
    bad: bool = False
    block: str = ""


@record
class ProofTable:
    """Rows under heads. `key` names it in JSON; `numbers` are the columns that hold numbers,
    `paths` those of names that have no blanks, which alone may be broken anywhere; `note` is said
    under it."""

    key: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[ProofRow, ...]
    numbers: frozenset[int] = frozenset()
    paths: frozenset[int] = frozenset()
    note: str = ""

    def as_json(self) -> dict[str, object]:
        """The table as data, its cells as they are shown."""
        return {
            "table": self.key,
            "title": self.title,
            "heads": list(self.heads),
            "rows": [list(row.cells) for row in self.rows],
            **(
                {"blocks": [row.block for row in self.rows]}
                if any(row.block for row in self.rows)
                else {}
            ),
            **({"note": self.note} if self.note else {}),
        }
