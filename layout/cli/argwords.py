"""What argparse says, in our words: help, and what is wrong with the options given.

Help stands in tables of its own (`layout.words.help_en`, `layout.words.help_zh`); a command
declares its options without it. All this is loaded when help is asked for or a fault is told.
"""

import argparse
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from layout.cli import DASHES
from layout.diagnostics import did_you_mean, shown
from layout.words.said import Language, Said, said

_TYPES: Final = {"int": "part.whole-number", "float": "part.number"}

_ARGUMENTS: Final = {
    "EDITION": "part.argument-edition", "FILE": "part.argument-file",
    "NAME": "part.argument-name", "NEW": "part.argument-new", "COPY": "part.argument-copy",
    "WORDS": "part.argument-words", "spec": "part.argument-spec",
}  # fmt: skip
"""What argparse calls an argument, and the key of what it is."""
_DASHED: Final = re.compile(rf"[-{DASHES}]{{1,4}}(?P<name>[A-Za-z][A-Za-z-]*)(?:=.*)?")
"""An option behind dashes that are no hyphens, as a word processor makes them."""

# What argparse says (CPython 3.11 to 3.14, Lib/argparse.py), and the key under which we say it.
# Unknown words of a later release are passed on as they are (USE.fault).
_FAULTS: Final[tuple[tuple[str, str], ...]] = (
    (r"the following arguments are required: (?P<names>.+)", "USE.required"),
    (r"argument (?P<option>.+?): expected (?:one|at least one) argument", "USE.value-missing"),
    (r"argument (?P<option>.+?): expected \d+ arguments?", "USE.value-missing"),
    (r"argument (?P<option>.+?): invalid (?P<type>\w+) value: (?P<given>.+)", "USE.value"),
    (
        r"argument (?P<option>.+?): invalid choice: (?P<given>.+) "
        r"\(choose from (?P<known>.+)\)",
        "USE.choice",
    ),
    (r"argument (?P<option>.+?): ignored explicit argument (?P<given>.+)", "USE.no-value"),
    (r"ambiguous option: (?P<option>.+?) could match (?P<known>.+)", "USE.ambiguous"),
)


def fault_of(message: str) -> Said:
    """What argparse says is wrong, with a place for a hint (`having`)."""
    for pattern, key in _FAULTS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is None:
            continue
        values: dict[str, Any] = dict(found.groupdict())
        for name in ("names", "known"):
            if name in values:
                values[name] = tuple(n.strip("'\" ") for n in values[name].split(","))
        if "names" in values:
            values["names"] = tuple(
                said(_ARGUMENTS[n]) if n in _ARGUMENTS else n for n in values["names"]
            )
        if "given" in values:
            values["given"] = shown(values["given"].strip("'\""))
        if "type" in values:
            values["type"] = said(_TYPES[values["type"]]) if values["type"] in _TYPES else ""
        return said(key, **values)
    return said("USE.fault", fault=message)


def wrong_dash(args: Sequence[str], options: Iterable[str]) -> Said | None:
    """The fault of the first argument that is one of the `options` behind a dash that is none of
    an option's (`——to`) and no file; None where there is none."""
    known = set(options)
    for one in args:
        if one == "--":
            break
        found = _DASHED.fullmatch(one)
        if one.isascii() or found is None or Path(one).exists():
            continue
        hyphens = 1 if len(found["name"]) == 1 else 2
        option = "-" * hyphens + found["name"]
        if option in known:
            return said("USE.dash", given=shown(one), option=option, hyphens=hyphens)
    return None


def near_choice(fault: Said) -> Said | str:
    """The hint for a value that is none of an option's: the nearest, or the one that a word of the
    trade stands for (四开); or nothing."""
    if fault.key != "USE.choice":
        return ""
    from layout.spec.reader.tradewords import meant_value

    return meant_value(fault["given"], fault["known"]) or did_you_mean(
        fault["given"], fault["known"]
    )


def dress(parser: argparse.ArgumentParser, name: str, lang: Language) -> None:
    """Give the parser of a command (`banxin` is that of all) its help in a language."""
    table = help_table(lang)
    words = _Formatter.of(lang)
    parser.formatter_class = words
    parser.description = table.get(f"{name}.description")
    parser.epilog = table.get(f"{name}.epilog")
    titles = {"positional arguments": "part.arguments", "optional arguments": "part.options",
              "options": "part.options"}  # fmt: skip
    for group in parser._action_groups:
        title = group.title or ""
        key = titles.get(title)
        group.title = said(key).words(lang) if key else table.get(f"{name}.group.{title}", title)
        words.titles += (group.title,)
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._choices_actions:
                choice.help = table[choice.dest]
        elif action.dest in ("help", "lang"):
            action.help = table[f"--{action.dest}"]
        else:
            option = action.option_strings[-1] if action.option_strings else action.dest
            action.help = table[f"{name}.{option}"]


def help_table(lang: Language) -> dict[str, str]:
    """What help says in a language, by key."""
    if lang == "zh":
        from layout.words import help_zh

        return help_zh.HELP
    from layout.words import help_en

    return help_en.HELP


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help in a language: how usage begins, and the colon after the title of a group."""

    lang: Language = "en"
    titles: tuple[str, ...] = ()

    @classmethod
    def of(cls, lang: Language) -> type["_Formatter"]:
        """The formatter of a language."""
        return type("_Formatter", (cls,), {"lang": lang})

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """See argparse."""
        begins = said("part.usage").words(self.lang) if prefix is None else prefix
        super().add_usage(usage, actions, groups, begins)

    def format_help(self) -> str:
        """See argparse, which has a colon of its own."""
        text = super().format_help()
        for title in self.titles if self.lang == "zh" else ():
            text = text.replace(f"\n{title}:\n", f"\n{title}：\n")
        return text
