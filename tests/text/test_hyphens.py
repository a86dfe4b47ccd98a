"""Where a foreign word may be cut with a hyphen."""

from itertools import pairwise

import pytest

from layout.text.hyphens import hyphenations, may_be_cut

SOFT = "\u00ad"


@pytest.mark.parametrize("soft_only", [False, True])
@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Inter|national", ["Inter", "national"]),
        ("Inter|natio|nal", ["Inter", "natio", "nal"]),
        ("GD|P", ["GD", "P"]),  # whoever has written it there says so
        ("|international", ["international"]),
        ("international|", ["international"]),
    ],
)
def test_a_word_with_soft_hyphens_is_cut_there_and_nowhere_else(
    word: str, parts: list[str], soft_only: bool
) -> None:
    typed = word.replace("|", SOFT)
    cuts = [0, *hyphenations(typed, soft_only=soft_only), len(typed)]
    found = [typed[a:b].replace(SOFT, "") for a, b in pairwise(cuts)]
    assert found == parts
    assert may_be_cut(typed, [typed], soft_only=soft_only)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("international", ["in", "ter", "na", "tional"]),
        ("hyphen", ["hy", "phen"]),
        ("city", ["city"]),
        ("Facebook", ["Facebook"]),
        ("GDP", ["GDP"]),
        ("abc123456", ["abc123456"]),
        ("news@example", ["news@example"]),
    ],
)
def test_a_word_of_six_small_letters_and_more_is_cut_by_its_syllables(
    word: str, parts: list[str]
) -> None:
    cuts = [0, *hyphenations(word, soft_only=False), len(word)]
    assert [word[a:b] for a, b in pairwise(cuts)] == parts
    assert hyphenations(word, soft_only=True) == []
    assert may_be_cut("中" + word, ["中", word], soft_only=False) == (len(word) >= 6)
    assert not may_be_cut("中" + word, ["中", word], soft_only=True)
