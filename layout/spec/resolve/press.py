"""What the press of a page takes, from its own `press` and its edition's."""

from pathlib import Path
from typing import Any

from layout.diagnostics import Diagnostic, error
from layout.display.press import MARKS, PressFacts
from layout.environment import Environment, MissingPathError, PathError
from layout.pictures.profile import MAX_PROFILE, ProfileError, read_profile
from layout.spec.load import Sources, bad_path, no_such_file
from layout.spec.model.press import Press
from layout.spec.reader.kinds import Name
from layout.units import ABSOLUTE_PT
from layout.words.said import said


def press_facts(env: Environment, sources: Sources, faults: list[Diagnostic]) -> PressFacts:
    """The facts of a page's press: what the page says, else its edition, else the defaults."""
    facts: dict[str, Any] = {}
    for press, file in ((sources.edition.press, sources.edition_path), (sources.page.press, None)):
        if press is not None:
            facts |= _written(env, press, file or sources.path, faults)
    return PressFacts(**facts)


def _written(
    env: Environment, press: Press, file: Path, faults: list[Diagnostic]
) -> dict[str, Any]:
    """The facts that one mapping states, by their names."""
    facts = {key: getattr(press, key) for key in PLAIN if key in press.places}
    if press.marks is not None:
        facts["marks"] = " ".join([kind for kind in MARKS if kind in press.marks])
    if press.overprint_lines is not None:
        facts["overprint_lines"] = (
            press.overprint_lines.value * ABSOLUTE_PT[press.overprint_lines.unit]
        )
    if press.profile is not None:
        facts["profile"] = _profile(env, press.profile, file, faults)
    if press.profile is not None or press.condition is not None:
        # A condition is that of a profile: one of the edition's does not describe the page's own.
        said_of = press.condition
        facts["condition"] = said_of.identifier if said_of is not None else ""
        facts["condition_info"] = (said_of.info or "") if said_of is not None else ""
        facts["registry"] = (said_of.registry or "") if said_of is not None else ""
    return facts


PLAIN = (
    "pdfx",
    "ink_limit",
    "intent",
    "black_point",
    "resolution",
    "sharpen",
    "most_black",
    "least_dot",
)
"""Keys whose values are facts as they are written."""


def _profile(env: Environment, name: Name, file: Path, faults: list[Diagnostic]) -> str:
    """The path of a profile from the project's root; empty, with a fault, where it is none."""
    try:
        path = env.find(name.text, file.parent)
        data = env.read(path, MAX_PROFILE)
    except MissingPathError as exc:
        faults.append(no_such_file(env, name, "press.profile", file.parent, exc))
        return ""
    except PathError as exc:
        faults.append(bad_path(name, "press.profile", exc))
        return ""
    label = env.label(path)
    try:
        read_profile(data, label)
    except ProfileError as exc:
        told = said("PRESS-PROFILE.unfit", path="press.profile", why=exc.args[0])
        faults.append(error(told, name.place))
        return ""
    return label
