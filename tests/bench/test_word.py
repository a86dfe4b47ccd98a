"""Copy from Word beside Markdown: both ways hold the same text, and the report is made."""

from pathlib import Path

from bench.child import Launcher
from bench.word import as_markdown, as_word, report, text
from layout.importer import import_text
from layout.importer.word import import_word


def test_both_hold_the_same_text(tmp_path: Path) -> None:
    paragraphs = text()
    word = import_word([("稿.docx", as_word(paragraphs))])
    assert word.count.stand == word.count.stories
    (story,) = word.page.stories
    assert [p.text for p in story.paragraphs] == [p.strip("\u3000 ") for p in paragraphs]
    plain = import_text(as_markdown(paragraphs), name="b1.md")
    assert 0.9 < sum(len(p.text) for p in plain.page.stories[0].paragraphs) / word.count.stand < 1.2
    with Launcher() as launcher:
        assert "≤ 3.00" in report(launcher, tmp_path, 1)
