"""All that a proof tells of a page, gathered: what its report and its annotated PDF are made of."""

from layout.api import ComposedPage
from layout.check.press.run import FileReport
from layout.check.run import PageReport
from layout.diagnostics import Diagnostic
from layout.geometry import Rect
from layout.proof.corrections import ReadCorrection
from layout.proof.layers.layer import ProofFacts
from layout.proof.tables.table import ProofTable
from layout.record import record
from layout.units import to_mm
from layout.words.said import Language, Said


@record
class PlatePictures:
    """What is shown of the plates: by ink, all of them together, and the page as its paper shows
    it; files of pictures. `small` are those for the report."""

    inks: tuple[tuple[str, bytes], ...]
    total: bytes
    soft: bytes | None
    small: tuple[tuple[str, bytes], ...]
    small_total: bytes
    small_soft: bytes | None


@record
class ProofedPage:
    """A page with all that a proof tells of it. `findings` of `facts` are numbered, those of the
    layout's checks first, then those of preflight; `not_run` says what was not looked at."""

    page: ComposedPage
    facts: ProofFacts
    checked: PageReport
    press: FileReport | None
    tables: tuple[ProofTable, ...]
    plates: PlatePictures | None
    not_run: tuple[Said, ...]
    corrections: tuple[ReadCorrection, ...] = ()
    reading: str = ""
    """Which of the readings the corrections are of; empty where that is not said."""

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """All findings, as they are numbered."""
        return tuple([one.found for one in self.facts.findings])

    def as_json(self, lang: Language) -> dict[str, object]:
        """What the proof tells beside its frames and lines: findings with their numbers and places,
        tables, what was not run."""
        return {
            "findings": [
                {
                    "number": one.number,
                    **one.found.as_json(lang),
                    **(
                        {"at_mm": [round(to_mm(v), 2) for v in sides(one.rect)]}
                        if one.rect is not None
                        else {}
                    ),
                }
                for one in self.facts.findings
            ],
            "tables": [table.as_json() for table in self.tables],
            "not_run": [one.words(lang) for one in self.not_run],
            "corrections": [one.as_json(lang) for one in self.corrections],
        }


def sides(rect: Rect) -> tuple[float, float, float, float]:
    """Left, top, width and height."""
    return rect.x, rect.y, rect.width, rect.height
