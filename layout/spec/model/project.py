"""What a project's own file, banxin.yaml, may say."""

from layout.record import record
from layout.spec.reader.fields import Written, option
from layout.spec.reader.kinds import ChoiceKind
from layout.words.said import LANGUAGES


@record
class Project(Written):
    """A folder of editions with a file banxin.yaml, which may be empty: the root that paths of
    specs stay inside."""

    lang: str | None = option(
        ChoiceKind(LANGUAGES), "language of messages and proofs; `--lang` goes before it"
    )
