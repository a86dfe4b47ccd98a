"""The manual of preflight, written from the checks and the built-in profiles themselves.

`python -m layout.check.press.reference > docs/preflight.md` writes it, with `--lang zh` in Chinese
(docs/zh/preflight.md); a test holds the files and the checks together.
"""

import argparse
import sys
from collections.abc import Iterator
from typing import Any

from layout.check.press.catalogue import CHECKS
from layout.check.press.check import PressCheck
from layout.check.press.profile import BUILT_IN, Rules, find_rules
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import keys_of
from layout.words.manual import written
from layout.words.said import LANGUAGES, Language


def reference(lang: Language = "en") -> str:
    """The manual as Markdown."""
    rules = [find_rules(name) for name in BUILT_IN]
    out = [written(lang, "preflight-intro"), "\n".join(_table(rules, lang)), ""]
    out += [written(lang, "preflight-limits"), "\n".join(_limits(lang)), ""]
    out.append(written(lang, "preflight-json"))
    return "\n".join(out)


def _table(rules: list[Rules], lang: Language) -> Iterator[str]:
    names = " | ".join(f"`{one.name}`" for one in rules)
    yield written(lang, "preflight-head", profiles=names)
    yield "|---" * (4 + len(rules)) + "|"
    for check in CHECKS:
        reason, source = _why(check, lang)
        cells = [_severity(check, one, lang) for one in rules]
        yield f"| `{check.id}` | {check.title} | {reason} | {' | '.join(cells)} | {source} |"


def _severity(check: PressCheck[Any], rules: Rules, lang: Language) -> str:
    """How grave a finding is in a profile, and the limits that it changes."""
    limits = rules.limits[check.id]
    told = [written(lang, f"severity-{limits.severity or check.severity}")]
    told += [
        f"`{key}` {_value(getattr(limits, own.name), lang)}"
        for key, own in _keys(check)
        if getattr(limits, own.name) != own.default
    ]
    return written(lang, "thresholds-between").join(told)


def _limits(lang: Language) -> Iterator[str]:
    """The keys of each check that has some: the default and what it is for."""
    yield written(lang, "preflight-head-limits")
    yield "|---|---|---|---|"
    for check in CHECKS:
        for key, own in _keys(check):
            purpose = _purpose(check, key, own, lang)
            yield f"| `{check.id}` | `{key}` | {_value(own.default, lang)} | {purpose} |"


def _keys(check: PressCheck[Any]) -> Iterator[tuple[str, Any]]:
    for key, own in keys_of(check.limits).items():
        if key not in keys_of(Limits):
            yield key, own


def _why(check: PressCheck[Any], lang: Language) -> tuple[str, str]:
    """Why a check looks, and by what rule. Raises `KeyError` where it has no words."""
    if lang == "en":
        return check.reason, check.source
    from layout.words.zh_preflight_keys import CHECKS as WHY

    return WHY[check.id]


def _purpose(check: PressCheck[Any], key: str, own: Any, lang: Language) -> str:
    if lang == "en":
        return str(own.metadata["doc"])
    from layout.words.zh_preflight_keys import LIMITS

    return LIMITS[f"{check.id}.{key}"]


def _value(value: Any, lang: Language) -> str:
    if value is None:
        return "—"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value) or written(lang, "preflight-no-list")
    return f"{value:g}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    sys.stdout.write(reference(parser.parse_args().lang))
