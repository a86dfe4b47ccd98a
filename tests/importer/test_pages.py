"""The files of the pages: what is written of each thing placed."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from layout.importer import import_text, write_edition

SENTENCE = "卖菜的老周每天四点起床，先到批发市场，再赶回来占位置，年年都是一样，从来也不例外。"


def blocks(source: str, folder: Path) -> list[dict[str, Any]]:
    """The blocks of the first page."""
    write_edition(import_text(source.encode(), name="a1.md"), folder)
    (page,) = folder.glob("A1.yaml")
    found = yaml.safe_load(page.read_text(encoding="utf-8"))["blocks"]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize(("sentences", "brief"), [(3, True), (90, False)])
def test_a_summary_is_a_tinted_panel_and_a_long_one_a_story(
    tmp_path: Path, sentences: int, brief: bool
) -> None:
    """编者按 of more than sixty lines has columns and room for its label, as any story has."""
    text = "\n\n".join([SENTENCE * 3] * (sentences // 3))
    summary, story = blocks(f"# 编者按\n\n{text}\n\n# 河边的早市\n\n{SENTENCE * 9}\n", tmp_path)
    assert summary["story"] == "stories/编者按.md"
    assert {"body", "fill", "inset"} & set(summary) == (
        {"body", "fill", "inset"} if brief else set()
    )
    assert ("columns" in summary, "headline" in summary) == (not brief, not brief)
    assert story["story"] == "stories/01-河边的早市.md"
    assert {"columns", "headline"} < set(story)
    assert "body" not in story
