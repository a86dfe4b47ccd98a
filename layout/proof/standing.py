"""What has come of an entry of the corrections in the texts of its story or of its page."""

from collections.abc import Sequence
from typing import Final, Literal

from layout.proof.drawnwords import HEAD, StandingWords
from layout.proof.wordchange import bare
from layout.spec.markdown.story import Story
from layout.spec.model.corrections import RUN_ON, WordCorrection

State = Literal["open", "done", "lost", "doubt", "absent"]
"""`absent` is one whose story or page is not among those that are proofed."""
_BREAK: Final = " | "
"""Where the writer of a headline parts its lines; nothing that is set."""


def names_story(given: str | None, name: str) -> bool:
    """Whether a story's file is meant by a name: all of its path, or the end of it."""
    return given is not None and (name == given or name.endswith(f"/{given}"))


def texts_of(story: Story) -> list[str]:
    """The texts of a story as they are set: its head, then its paragraphs."""
    head = [getattr(story.front, field) or "" for field in HEAD]
    return [text.replace(_BREAK, "") for text in head] + [p.text for p in story.paragraphs]


def judge(texts: Sequence[str], entry: WordCorrection) -> tuple[State, int, tuple[int, int]]:
    """What has come of an entry in some texts; how often its words still stand; and, where it is
    open, in which text they do, and how many times they have stood in it before."""
    if entry.paragraph is not None:
        return _judge_paragraph(texts, entry)
    old, new = bare(entry.words), bare(entry.should_be or "")
    open_at = [(place.text, place.before) for place in standing(texts, entry)]
    done, carried_out = False, 0
    for text in map(bare, texts):
        done = done or bool(new and new in text)
        olds = _places(text, old)
        carried_out += sum(
            not any(at <= one and one + len(new) <= at + len(old) for at in olds)
            for one in _places(text, new)
        )
    if entry.nth is not None and len(open_at) >= entry.nth:
        return "open", len(open_at), open_at[entry.nth - 1]
    if len(open_at) == 1 and entry.nth is None:
        return "open", 1, open_at[0]
    if open_at and not (
        entry.nth is not None and carried_out and len(open_at) + carried_out >= entry.nth
    ):  # one of several, of which so many never stood there, is not known to be carried out
        return "doubt", len(open_at), (0, 0)
    if done or (not new and not open_at):
        return "done", len(open_at), (0, 0)
    return "lost", len(open_at), (0, 0)


def _judge_paragraph(
    texts: Sequence[str], entry: WordCorrection
) -> tuple[State, int, tuple[int, int]]:
    """The same of an entry about paragraphs: it is done where its words begin one, or no longer
    do."""
    found = standing(texts, entry)
    place = _meant(found, entry)
    if place is None:
        return ("doubt" if found and entry.nth is None else "lost"), len(found), (0, 0)
    state: State = "open" if (place.at == 0) == (entry.paragraph == RUN_ON) else "done"
    return state, len(found), (place.text, place.before)


def _meant(found: Sequence[StandingWords], entry: WordCorrection) -> StandingWords | None:
    """Which of some places an entry means; None where nothing says that."""
    number = entry.nth or 1
    if len(found) < number or (entry.nth is None and len(found) > 1):
        return None
    return found[number - 1]


def standing(texts: Sequence[str], entry: WordCorrection) -> list[StandingWords]:
    """Where an entry's words still stand in some texts, those aside that a finished correction
    holds."""
    old, new = bare(entry.words), bare(entry.should_be or "")
    out = []
    for k, text in enumerate(map(bare, texts)):
        finished = [(at, at + len(new)) for at in _places(text, new)] if old in new else []
        out += [
            StandingWords(text=k, at=at, before=before, words=old)
            for before, at in enumerate(_places(text, old))
            if not any(first <= at and at + len(old) <= last for first, last in finished)
        ]
    return out


def come(texts: Sequence[str], entry: WordCorrection) -> list[StandingWords]:
    """Where what should be there stands, if it does once: there a finished correction is looked
    at. Where it stands several times none can say which has come of the words."""
    if entry.paragraph is not None:
        place = _meant(standing(texts, entry), entry)
        return [place] if place is not None else []
    new = bare(entry.should_be or "")
    found = [
        StandingWords(text=k, at=at, before=before, words=new)
        for k, text in enumerate(map(bare, texts))
        for before, at in enumerate(_places(text, new))
    ]
    return found if len(found) == 1 else []


def _places(text: str, words: str) -> list[int]:
    """Where some words begin in a text; places may overlap."""
    out = []
    at = text.find(words) if words else -1
    while at >= 0:
        out.append(at)
        at = text.find(words, at + 1)
    return out
