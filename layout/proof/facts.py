"""What the layers of a composed page are made of."""

from collections.abc import Iterable

from layout.api import ComposedPage
from layout.diagnostics import Diagnostic
from layout.proof.layers.layer import CorrectionMark, ProofFacts
from layout.proof.locate import numbered
from layout.proof.marks import Letters
from layout.proof.report import oversets
from layout.proof.unfit import unfit
from layout.spec.resolve.resolved import RStory
from layout.words.said import Language


def proof_facts(
    page: ComposedPage,
    lang: Language,
    *,
    findings: Iterable[Diagnostic] = (),
    corrections: Iterable[CorrectionMark] = (),
    letters: Letters | None = None,
) -> ProofFacts:
    """Of a page, with the findings to be numbered in the order given, in a language. `letters` may
    be kept between two calls for pages of one catalogue."""
    return ProofFacts(
        page=page.display,
        letters=letters if letters is not None else Letters(page.composed.catalog),
        lang=lang,
        oversets=oversets(page, lang),
        unfit=unfit(page, lang),
        comes_from={
            block.id: block.content.jump_from.page
            for block in page.composed.resolved.blocks
            if isinstance(block.content, RStory) and block.content.jump_from is not None
        },
        findings=numbered(page, findings),
        corrections=tuple(corrections),
    )
