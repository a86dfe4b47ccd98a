"""How all pages of a run are made, as one text and its digests: what a manifest says of each."""

from hashlib import sha256

from layout.archive.inputs import FileDigests
from layout.archive.order import Recipe
from layout.record import record


@record
class Way:
    """How all pages of a run are made.

    The same page made in another way has not `how`; `program` is all that its bytes depend on but
    its files; another program has not `maker`.
    """

    recipe: Recipe
    how: str
    program: str
    maker: str
    digests: FileDigests


def way_of(recipe: Recipe, identity: str) -> Way:
    """The way of a recipe, carried out by a program whose identity is this text."""
    text = recipe.text()
    return Way(
        recipe=recipe, how=_short(text), program=f"{text} {identity}", maker=_short(identity),
        digests=FileDigests(),
    )  # fmt: skip


def _short(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
