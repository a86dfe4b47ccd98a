"""Profiles of preflight: which checks, how grave, with what limits. Data that a shop can change.

A profile is YAML, read as specs are: with the place of every value, with limits, without code. Its
keys are in docs/preflight.md; `like` names a built-in one that it changes.
"""

from pathlib import Path
from typing import Any, Final

from layout.check.press.catalogue import CHECKS
from layout.diagnostics import Diagnostic, StopError, did_you_mean, error, shown
from layout.environment import Files, PathError
from layout.record import field, record, replace
from layout.spec.model.checks import Limits
from layout.spec.reader.fields import (
    Fault,
    Faults,
    RecordKind,
    Schema,
    Written,
    keys_of,
    misplaced,
    option,
    read_model,
)
from layout.spec.reader.kinds import ChoiceKind, TextKind
from layout.spec.reader.nodes import MAX_BYTES, Mapping, Node, parse_yaml, what
from layout.words.said import Said, said

BUILT_IN: Final = ("newspaper-x4", "newspaper-x1a", "gwg-newspaper", "general")
STANDARDS: Final = ("x4", "x1a", "none")
FOLDER: Final = Path(__file__).parent / "profiles"
_DEEPEST: Final = 4


@record(kw_only=False)
class ChecksKind:
    """A mapping of checks, each with the keys of its own limits; a lone word is its severity."""

    def read(self, node: Node, faults: Faults) -> dict[str, Limits]:
        """The limits of each check that is named."""
        if not isinstance(node, Mapping):
            raise misplaced(node, self)
        out: dict[str, Limits] = {}
        known = {check.id: check for check in CHECKS}
        for key, value in node.entries:
            check = known.get(key.text)
            if check is None:
                hint = did_you_mean(key.text, known) or said("part.known-keys", keys=tuple(known))
                faults.add(Fault(key, said("UNKNOWN-KEY.key", key=shown(key.text), hint=hint)))
                continue
            before = len(faults)
            try:
                out[check.id] = RecordKind(check.limits, short=("severity",)).read(value, faults)
            except Fault as fault:
                faults.add(fault)
            finally:
                faults.under(check.id, before)
        return out

    def schema(self) -> Schema:
        """JSON Schema of it."""
        each = {c.id: RecordKind(c.limits, short=("severity",)).schema() for c in CHECKS}
        return {"type": "object", "properties": each, "additionalProperties": False}

    def words(self) -> Said:
        """What is expected."""
        return said("part.kind-record-more", keys=tuple(c.id for c in CHECKS[:4]))


@record
class Profile(Written):
    """What a press asks of a file."""

    like: str | None = option(ChoiceKind(BUILT_IN), "the built-in profile that this one changes")
    title: str | None = option(TextKind(200, copy=False), "what it is called in a report")
    standard: str | None = option(
        ChoiceKind(STANDARDS), "the standard that the file must claim and keep"
    )
    not_checked: str | None = option(
        ChoiceKind(("error", "warning")),
        "what it is if a check that looks for errors could not be run: `error` ends with status 1",
    )
    checks: dict[str, Limits] | None = option(
        ChecksKind(), "severity and limits by the number of the check"
    )


@record
class Rules:
    """A profile resolved: every check has its limits."""

    name: str
    title: str
    standard: str
    not_checked: str
    limits: dict[str, Limits] = field(default_factory=dict)

    @property
    def severities(self) -> dict[str, str]:
        """The severities that the profile gives, by check."""
        return {k: v.severity for k, v in self.limits.items() if v.severity is not None}


def find_rules(named: str) -> Rules:
    """The rules of a built-in profile's name, or of a profile's file. Raises `StopError`."""
    if named in BUILT_IN:
        return _resolved(named, _read(FOLDER / f"{named}.yaml", f"{named}.yaml"), 0)
    path = Path(named)
    if not path.suffix and not path.exists():
        hint = did_you_mean(named, BUILT_IN) or said("part.preflight-profiles", names=BUILT_IN)
        raise StopError([error("PROFILE.unknown", name=shown(named), hint=hint)])
    return _resolved(path.stem, _read(path, named), 0)


def _resolved(name: str, profile: Profile, depth: int) -> Rules:
    base = Rules(
        name=name, title=name, standard="none", not_checked="error",
        limits={check.id: check.limits() for check in CHECKS},
    )  # fmt: skip
    if profile.like is not None and depth < _DEEPEST:
        base = _resolved(
            profile.like, _read(FOLDER / f"{profile.like}.yaml", f"{profile.like}.yaml"), depth + 1
        )
    limits = dict(base.limits)
    for key, given in (profile.checks or {}).items():
        limits[key] = _over(limits[key], given)
    return Rules(
        name=name,
        title=profile.title or base.title,
        standard=profile.standard or base.standard,
        not_checked=profile.not_checked or base.not_checked,
        limits=limits,
    )


def _over(old: Limits, new: Limits) -> Limits:
    """Limits with those keys changed that are written."""
    values: dict[str, Any] = {
        spec.name: getattr(new, spec.name)
        for key, spec in keys_of(type(new)).items()
        if key in new.places
    }
    return replace(old, place=new.place, places={**old.places, **new.places}, **values)


def _read(path: Path, label: str) -> Profile:
    """A profile as written. Raises `StopError` with every fault in it."""
    try:
        data = Files(root=path.parent).read(path, MAX_BYTES)
    except PathError as exc:
        raise StopError([error("PROFILE.unread", file=label, why=exc.args[0])]) from exc
    found: list[Diagnostic] = []
    node = parse_yaml(data, label, found)
    if not isinstance(node, Mapping):
        raise StopError([*found, error("PROFILE.no-mapping", node.place, what=what(node))])
    profile = read_model(Profile, node, found)
    if profile is None or any(d.severity == "error" for d in found):
        raise StopError(found)
    return profile
