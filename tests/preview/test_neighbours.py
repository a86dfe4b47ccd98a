"""Corrections beside one another: marked at random and carried out in any order, none is lost."""

from random import Random
from typing import Any

import pytest

from layout.preview.marking import HEAD, PickedWords, entry_of
from layout.preview.neighbours import beside, edited, edits_of, spot_of
from layout.proof.standing import judge, standing
from layout.record import replace
from layout.spec.model.corrections import WordCorrection

Entries = dict[int, WordCorrection]
HEADS = ("",) * len(HEAD)
KICKER = "从下午五点开会，到零点签字付印"


def marked(
    texts: tuple[str, ...], place: tuple[int, int, int], kind: str, new: str, others: Entries
) -> WordCorrection:
    """The entry of words that are picked."""
    which, start, end = place
    found = PickedWords(story="s.md", texts=texts, which=which, start=start, end=end)
    data = entry_of(found, "A1", kind, new, "看" if kind == "query" else "", others=others.values())
    return WordCorrection(**data)


def carry(texts: tuple[str, ...], entries: Entries, number: int) -> tuple[tuple[str, ...], Entries]:
    """The texts and the entries when one is carried out; none of them is lost by that."""
    entry = entries[number]
    state, _, which = judge(texts, entry)
    assert state == "open", (texts, entry)
    at = next(one.at for one in standing(texts, entry) if (one.text, one.before) == which)
    told = beside(entries.items(), texts, number, which[0], at)
    assert told.lost == (), (texts, entries, number)
    out = list(texts)
    out[which[0]] = edited(texts[which[0]], edits_of(entry, at))
    return tuple(out), entries | told.anew


def test_words_are_taken_that_lie_over_the_place_of_no_other() -> None:
    texts = ("零点了，去签字。", KICKER)
    at = KICKER.index("零点")
    entries = {1: marked(texts, (1, at, at + 2), "insert", "零点头", {})}
    at = KICKER.index("签字")
    entries[2] = marked(texts, (1, at, at + 2), "replace", "夜班部", entries)
    assert (entries[2].words, entries[2].should_be) == ("签字付", "夜班部付")
    # Marked first where they had to be taken from both sides, they are found anew.
    entries[1] = replace(entries[1], words="到零点签", should_be="到零点头签")
    entries[2] = replace(entries[2], words="点签字付", should_be="点夜班部付")
    now: tuple[str, ...]
    for order in ((1, 2), (2, 1)):
        now, left = texts, entries
        for number in order:
            now, left = carry(now, left, number)
            open_now = [k for k, one in left.items() if judge(now, one)[0] == "open"]
            assert {judge(now, one)[0] for one in left.values()} <= {"open", "done"}
            assert open_now == ([order[1]] if number == order[0] else [])
        assert now == ("零点了，去签字。", "从下午五点开会，到零点头夜班部付印")


@pytest.mark.parametrize("kind", ["query", "face", "break"])
def test_what_is_done_by_hand_stays_at_its_words(kind: str) -> None:
    texts = (*HEADS, "甲乙丙丁。甲乙戊己。甲乙")
    entries: Entries = {
        1: marked(texts, (7, 1, 2), "delete", "", {}),
        2: marked(texts, (7, 5, 7), kind, "楷体", {}),
    }
    before = spot_of(texts, entries[2])
    now, left = carry(texts, entries, 1)
    after = spot_of(now, left[2])
    assert before is not None
    assert after == replace(before, start=before.start - 1, end=before.end - 1)


def test_one_of_the_same_words_is_lost_and_that_is_said() -> None:
    texts = (*HEADS, "到零点签字付印")
    entries = {
        1: WordCorrection(story="s.md", words="签字", should_be="夜班部"),
        2: WordCorrection(story="s.md", words="字", delete=True),
        3: WordCorrection(story="s.md", words="签字", should_be="夜班部"),
        4: WordCorrection(story="s.md", words="签字付印", query=True),
        5: WordCorrection(story="s.md", words="点签字付", delete=True),
        6: WordCorrection(story="s.md", words="签字", face="楷体"),
    }
    told = beside(entries.items(), texts, 1, len(HEAD), 3)
    # That which asks for the same is done; a query and a deletion round it are of the new words.
    assert told.lost == (6,)
    assert {k: one.words for k, one in told.anew.items()} == {4: "夜班部付印", 5: "点夜班部付"}


def _spot_free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return all(end < a or b < start for a, b in taken)


def _asked(random: Random, text: str, start: int) -> tuple[str, int, str]:
    """What is asked of some words: the kind, where they end, and what is to stand there."""
    kind = random.choice(("replace", "replace", "delete", "insert"))
    end = start + random.randint(1, 3)
    fresh = "".join(random.choice("申酉戌亥子丑") for _ in range(random.randint(1, 3)))
    new = {"replace": fresh, "delete": "", "insert": text[start:end] + fresh}[kind]
    return kind, end, new


@pytest.mark.parametrize("seed", range(60))
def test_marks_at_random_are_carried_out_in_any_order(seed: int) -> None:
    random = Random(seed)
    signs = "甲乙" if seed % 3 == 0 else "甲乙丙丁戊" if seed % 3 == 1 else "春夏秋冬东南西北中发白"
    texts: tuple[str, ...] = tuple(
        "".join(random.choice(signs) for _ in range(random.randint(12, 40))) for _ in range(3)
    )
    entries: Entries = {}
    wanted = [list(text) for text in texts]
    taken: dict[int, list[tuple[int, int]]] = {0: [], 1: [], 2: []}
    for _ in range(12):
        which = random.randrange(3)
        text = texts[which]
        start = random.randrange(len(text) - 3)
        kind, end, new = _asked(random, text, start)
        if not _spot_free(taken[which], start, end):
            continue
        taken[which].append((start, end))
        entries[len(entries) + 1] = marked(texts, (which, start, end), kind, new, entries)
        wanted[which][start:end] = [new, *[""] * (end - start - 1)]
    assert {judge(texts, one)[0] for one in entries.values()} == {"open"}
    order = list(entries)
    random.shuffle(order)
    now = texts
    states: Any = ()
    for k, number in enumerate(order):
        now, entries = carry(now, entries, number)
        states = {n: judge(now, one)[0] for n, one in entries.items()}
        assert all(states[n] == "open" for n in order[k + 1 :]), (texts, states, entries)
        assert "lost" not in states.values(), (texts, states, entries)
    assert now == tuple("".join(each) for each in wanted)
