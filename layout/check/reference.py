"""The manual of the layout checks, written from the checks themselves.

`python -m layout.check.reference > docs/checks.md` writes it, with `--lang zh` in Chinese
(docs/zh/checks.md); a test holds the files and the checks together.
"""

import argparse
import sys
from collections.abc import Iterator
from typing import Any

from layout.check.catalogue import CHECKS
from layout.check.engine import Check
from layout.check.makeup.subject import Subject
from layout.spec.model.checks import Checks, Limits
from layout.spec.purposes import purpose
from layout.spec.reader.fields import keys_of
from layout.words.manual import written
from layout.words.said import LANGUAGES, Language


def reference(lang: Language = "en") -> str:
    """The manual as Markdown."""
    table = "\n".join(_table(lang))
    return written(lang, "checks-intro") + table + "\n" + written(lang, "checks-setting")


def _table(lang: Language) -> Iterator[str]:
    yield written(lang, "head-checks")
    yield "|---|---|---|---|---|---|"
    for check in CHECKS:
        yield f"| {' | '.join(_row(check, lang))} |"


def _row(check: Check[Subject], lang: Language) -> tuple[str, ...]:
    reason, source = _why(check, lang)
    return (
        f"`{check.id}`",
        check.title,
        reason,
        written(lang, f"severity-{check.severity}"),
        written(lang, "thresholds-between").join(_thresholds(check, lang)),
        source,
    )


def _why(check: Check[Subject], lang: Language) -> tuple[str, str]:
    """Why a check looks, and by what rule. Raises `KeyError` where it has no words."""
    if lang == "en":
        return check.reason, check.source
    from layout.words.zh_keys import CHECKS as WHY

    return WHY[check.id]


def _thresholds(check: Check[Subject], lang: Language) -> Iterator[str]:
    """The keys of a check's own, each with its default and its purpose."""
    field: Any = keys_of(Checks)[check.id]
    cls: type[Any] = field.metadata["kind"].cls
    for key, own in keys_of(cls).items():
        if key not in keys_of(Limits):
            value = f"{own.default:g}" if isinstance(own.default, float) else str(own.default)
            told = {"key": key, "value": value, "purpose": purpose(cls, key, lang)}
            yield written(lang, "threshold", **told)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    sys.stdout.write(reference(parser.parse_args().lang))
