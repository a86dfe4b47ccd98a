"""Pages made up by chance, from a seed: blocks of every kind, often too much in too little."""

import json
from random import Random
from typing import Any

from tests.conftest import Project

HAN = "版面编辑新闻报纸标题正文图片说明栏目提要导读责任校对印刷油墨铅字排字车间清样付印头条副刊连载"
MARKS = "，、；。：“”《》（）—…"
LATIN = ["2026", "CPI", "13.5%", "Beijing", "A4", "km", "Type", "(b)"]

STYLES = """\
styles:
  big: {face: 大标宋, size: 46pt, align: left}
  wide: {face: 超粗黑, size: 30pt, align: center}
  small: {face: 楷, size: 12pt, align: left}
  running: {like: body, size: 11pt, leading: 15pt}
  tight: {like: body, size: 9pt, leading: 9.5pt}
  solid: {like: body, size: 10pt, leading: 8pt}
"""

EDITION = """\
name: 试版
date: 2026-01-02
styles: styles.yaml
credits:
  - {role: 策划, names: [张三, 李四五, 欧阳修远]}
  - {role: 执行, names: [本报记者, 王小二]}
  - {role: 摄影, names: [赵六, 钱七, 孙八, 周九]}
"""


def edition(project: Project) -> None:
    """What the random pages share."""
    project.write("edition.yaml", EDITION)
    project.write("styles.yaml", STYLES)


def write(project: Project, seed: int) -> Any:
    """One page; returns the path of its spec."""
    maker = _Maker(project, Random(seed), seed)
    page = maker.page()
    return project.write(f"R{seed}.yaml", json.dumps(page, ensure_ascii=False, indent=1))


class _Maker:
    def __init__(self, project: Project, random: Random, seed: int) -> None:
        self.project = project
        self.r = random
        self.seed = seed
        self.count = 0

    def chance(self, share: float) -> bool:
        return self.r.random() < share

    def words(self, least: int, most: int) -> str:
        out = ""
        for _ in range(self.r.randint(least, most)):
            roll = self.r.random()
            out += self.r.choice(LATIN if roll < 0.04 else MARKS if roll < 0.14 else HAN)
        return out.strip("，、；。：—…") or "题"

    def page(self) -> dict[str, Any]:
        r = self.r
        blocks: list[dict[str, Any]] = []
        line = 5
        while line < 34:
            deep = r.randint(5, 20)
            left = 1
            while left <= 6:
                wide = r.randint(1, 7 - left)
                place = {"cols": f"{left}-{left + wide - 1}", "lines": f"{line}-{line + deep - 1}"}
                blocks += self.placed(place, wide, deep)
                left += wide
            line += deep + r.randint(0, 1)
        page: dict[str, Any] = {"page": f"R{self.seed}", "edition": "edition.yaml"}
        page["format"] = "tabloid"
        page["header"] = self.header()
        page["blocks"] = blocks
        return page

    def header(self) -> dict[str, Any]:
        r = self.r
        made: dict[str, Any] = {"lines": 3}
        for side in ("left", "center", "right"):
            if self.chance(0.7):
                made[side] = [self.words(3, 40) for _ in range(r.randint(1, 2))]
        if self.chance(0.3):
            made["style"] = r.choice(["panel", "band", "centered", "divided"])
            made["name"] = self.words(2, 9)
        return made

    def placed(self, place: dict[str, Any], wide: int, deep: int) -> list[dict[str, Any]]:
        group = self.chance(0.25) and deep > 9
        block = self.group(wide) if group else self.leaf(wide, deep)
        block |= {"at": place}
        if "story" in block and self.chance(0.4):
            block["id"] = f"host{self.count}"
            first = self.r.randint(1, 6)
            over = self.over()
            columns = block.get("columns", {}).get("count", 1)
            over["at"] = {
                "of": block["id"],
                "cols": f"1-{self.r.randint(1, columns)}",
                "lines": f"{first}-{first + self.r.randint(2, 6)}",
            }
            return [block, over] if self.chance(0.5) else [over, block]
        if "story" in block and self.chance(0.15):
            over = self.over()
            over["at"] = place | {"cols": place["cols"].split("-")[0]}
            over["wrap"] = {"shape": "box", "standoff": f"{self.r.randint(0, 9)}pt"}
            return [block, over] if self.chance(0.5) else [over, block]
        return [block]

    def over(self) -> dict[str, Any]:
        if self.chance(0.5):
            return {"picture": "assets/park.jpg", "caption": self.words(4, 30)}
        return {"text": [{"text": self.words(2, 12), "style": self.r.choice(["small", "wide"])}]}

    def group(self, wide: int) -> dict[str, Any]:
        key = self.r.choice(["stack", "row"]) if wide > 3 else "stack"
        members = [self.leaf(wide if key == "stack" else 1, 20) for _ in range(3)]
        for member in members:
            if self.chance(0.3):
                member["lines"] = self.r.randint(2, 9)
        return {key: members} | ({"fill": "tint"} if self.chance(0.3) else {})

    def leaf(self, wide: int, deep: int) -> dict[str, Any]:
        self.count += 1
        kind = self.r.choice(["story", "story", "story", "text", "picture", "credits", "index"])
        block: dict[str, Any] = getattr(self, kind)(wide, deep)
        if self.chance(0.15):
            block["fill"] = self.r.choice(["tint", "tint-2"])
        if self.chance(0.15):
            block["rules"] = self.r.choice(["thin", "double", "wenwu", "dotted"])
        if self.chance(0.1) and kind in ("text", "credits"):
            block["nudge"] = f"{self.r.randint(-9, 9)}pt"
        return block

    def story(self, wide: int, deep: int) -> dict[str, Any]:
        r = self.r
        count = r.randint(1, max(1, wide))
        name = f"stories/r{self.seed}-{self.count}.md"
        head = {}
        for key, share, least, most in (
            ("label", 0.3, 2, 9), ("kicker", 0.4, 3, 20), ("title", 0.9, 4, 18),
            ("subtitle", 0.3, 4, 24), ("summary", 0.3, 20, 70), ("byline", 0.3, 4, 16),
        ):  # fmt: skip
            if self.chance(share):
                head[key] = self.words(least, most)
        if "title" in head and self.chance(0.3):
            head["title"] += " | " + self.words(4, 10)
        if "title" not in head:
            head.pop("subtitle", None)
        text = "\n\n".join(
            self.words(20, 90) + "。" if self.chance(0.85) else f"### {self.words(3, 8)}\n\n文。"
            for _ in range(r.randint(1, 5))
        )
        headline = self.headline(count, deep)
        if "vertical" in headline:
            head.pop("summary", None)
        front = "".join(f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in head.items())
        self.project.write(name, f"---\n{front}---\n\n{text}\n")
        block: dict[str, Any] = {"story": name}
        block["columns"] = {"count": count, "level": self.chance(0.3)}
        if self.chance(0.4):
            block["columns"]["rule"] = "thin"
        block["headline"] = headline
        if self.chance(0.2):
            block["body"] = r.choice(["running", "tight", "solid"])
        if self.chance(0.15):
            block["initial"] = r.randint(2, 4)
        if self.chance(0.2):
            block["foot"] = self.words(4, 20)
        if self.chance(0.2):
            block["end"] = "■"
        return block

    def headline(self, count: int, deep: int) -> dict[str, Any]:
        r = self.r
        made: dict[str, Any] = {"size": f"{r.choice([14, 18, 22, 30, 40])}pt"}
        if self.chance(0.5):
            made["lines"] = r.randint(1, min(7, deep - 2))
        made["title"] = r.choice(["line", "stack", "steps", "balance"])
        if self.chance(0.2):
            made["kicker"] = "beside"
        if self.chance(0.15):
            made |= {"stands": "inside", "cols": f"1-{count}"}
        elif self.chance(0.15):
            made |= {"stands": "beside", "title": "line"}
        elif self.chance(0.15) and deep > 8:
            made = {"vertical": True, "size": made["size"]}
        elif self.chance(0.3) and count > 1:
            made["span"] = r.randint(1, count)
        if self.chance(0.15):
            made["fill"] = "tint-2"
        return made

    def text(self, wide: int, deep: int) -> dict[str, Any]:
        styles = ["big", "wide", "small", "running"]
        lines = [
            {"text": self.words(2, 16), "style": self.r.choice(styles)}
            for _ in range(self.r.randint(1, 3))
        ]
        block: dict[str, Any] = {"text": lines}
        if self.chance(0.3):
            block["arrange"] = "row"
        elif self.chance(0.2):
            block["vertical"] = True
        return block

    def picture(self, wide: int, deep: int) -> dict[str, Any]:
        block: dict[str, Any] = {"picture": "assets/park.jpg", "caption": self.words(4, 60)}
        places = ["below", "above", "inside", "left", "right"]
        block["caption_at"] = self.r.choice(places[: 5 if wide > 1 else 3])
        if self.chance(0.4):
            block["credit"] = self.words(3, 8)
        if self.chance(0.3) and block["caption_at"] in ("below", "above"):
            block["caption_lines"] = self.r.randint(1, 3)
        return block

    def credits(self, wide: int, deep: int) -> dict[str, Any]:
        return {"credits": "all", "arrange": self.r.choice(["line", "stack"])}

    def index(self, wide: int, deep: int) -> dict[str, Any]:
        pages = range(2, 2 + self.r.randint(1, 4))
        items = [{"page": f"A{n}", "title": self.words(4, 16)} for n in pages]
        return {
            "index": items,
            "label_at": self.r.choice(["left", "above", "beside", "none"]),
            "page_at": self.r.choice(["before", "above", "after"]),
        }
