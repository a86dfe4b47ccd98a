"""Random edits of an edition on disk, as people and their programs make them: words, moves, styles,
pictures, specs that are broken and mended, files that are half saved, taken away and put back."""

import os
import random
import re
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Final

NUMBER: Final = re.compile(r"(?<=[ :\[-])\d+(?:\.\d+)?(?=[ \],}\n-]|pt|mm|zi)")
SPAN: Final = re.compile(r"(cols|lines): (\d+)-(\d+)")
PICTURES: Final = frozenset({".jpg", ".png", ".tif"})
BROKEN: Final = ("blocks: [", "\t- ", "colums: 3\n", "\x00", "'", "  - id: lead\n", "&a *b", "}")


class RandomEdits:
    """Edits of files, the same for the same seed; `pristine` is what each was in the beginning."""

    def __init__(self, files: Iterable[Path], seed: int) -> None:
        self.random = random.Random(seed)
        files = sorted(files)
        self.pristine = {path: path.read_bytes() for path in files}
        self.stories = [p for p in files if p.suffix == ".md"]
        self.specs = [p for p in files if p.suffix == ".yaml" and p.name != "banxin.yaml"]
        self.pictures = [p for p in files if p.suffix in PICTURES]

    def one(self) -> str:
        """Do something to a file; says what."""
        kinds: list[tuple[int, Callable[[], str]]] = [
            (30, self.words),
            (20, self.move),
            (10, self.number),
            (8, self.broken),
            (6, self.half),
            (6, self.gone),
            (4, self.picture),
            (4, self.touched),
            (12, self.mended),
        ]
        weights = [weight for weight, _ in kinds]
        return self.random.choices([kind for _, kind in kinds], weights)[0]()

    def words(self) -> str:
        """Words of a story put in, taken out or moved."""
        path = self.random.choice(self.stories)
        text = self._text(path)
        head = text.find("\n---\n", 4) + 5
        at = self.random.randint(min(head, len(text)), len(text))
        length = self.random.randint(1, 40)
        some = text[at : at + length]
        match self.random.randint(0, 3):
            case 0:
                text = text[:at] + some.replace("\n", "") + text[at:]
            case 1:
                text = text[:at] + text[at + length :]
            case 2:
                text = text[:at] + "改" * self.random.randint(1, 4) + text[at + 1 :]
            case _:
                text = text[:at] + "，\n\n" + text[at:]
        return self._save(path, text, "words")

    def move(self) -> str:
        """A block moved or made larger on the grid."""
        path = self.random.choice(self.specs)
        text = self._text(path)
        spans = list(SPAN.finditer(text))
        if not spans:
            return self.words()
        one = self.random.choice(spans)
        by, more = self.random.randint(-2, 2), self.random.randint(-1, 1)
        first = max(1, int(one[2]) + by)
        new = f"{one[1]}: {first}-{max(first, int(one[3]) + by + more)}"
        return self._save(path, text[: one.start()] + new + text[one.end() :], "move")

    def number(self) -> str:
        """Any number of a spec or a style another one."""
        path = self.random.choice(self.specs)
        text = self._text(path)
        numbers = list(NUMBER.finditer(text))
        if not numbers:
            return self.words()
        one = self.random.choice(numbers)
        value = max(0.0, float(one[0]) + self.random.choice((-1, -0.5, 0.5, 1)))
        return self._save(path, f"{text[: one.start()]}{value:g}{text[one.end() :]}", "number")

    def broken(self) -> str:
        """Something in a file that does not belong there."""
        path = self.random.choice([*self.specs, *self.stories])
        text = self._text(path)
        at = self.random.randint(0, len(text))
        return self._save(path, text[:at] + self.random.choice(BROKEN) + text[at:], "broken")

    def half(self) -> str:
        """A file as it is while it is being saved."""
        path = self.random.choice([*self.specs, *self.stories, *self.pictures])
        data = path.read_bytes() if path.exists() else self.pristine[path]
        path.write_bytes(data[: self.random.randint(0, len(data))])
        return f"half {path.name}"

    def gone(self) -> str:
        """A file taken away."""
        path = self.random.choice([*self.specs, *self.stories, *self.pictures])
        path.unlink(missing_ok=True)
        return f"gone {path.name}"

    def picture(self) -> str:
        """Another picture in a picture's place, or a text."""
        if not self.pictures:
            return self.words()
        path = self.random.choice(self.pictures)
        if self.random.random() < 0.3:
            path.write_text("no picture", encoding="utf-8")
            return f"picture {path.name} (a text)"
        from PIL import Image

        size = (self.random.randint(40, 400), self.random.randint(40, 400))
        ink = tuple(self.random.randint(0, 60) for _ in range(4))
        kind = {".png": "RGB", ".jpg": "CMYK"}.get(path.suffix, "CMYK")
        Image.new(kind, size, ink[: 3 if kind == "RGB" else 4]).save(path)
        return f"picture {path.name}"

    def touched(self) -> str:
        """A file saved as it was."""
        path = self.random.choice(list(self.pristine))
        if path.is_file():
            path.write_bytes(path.read_bytes())
        return f"touched {path.name}"

    def mended(self) -> str:
        """One file, or all, as in the beginning."""
        some = [self.random.choice(list(self.pristine))]
        return self.mend(some if self.random.random() < 0.5 else self.pristine)

    def mend(self, paths: Collection[Path]) -> str:
        """Files as in the beginning."""
        for path in paths:
            data = self.pristine[path]
            if not path.exists() or path.read_bytes() != data:
                path.write_bytes(data)
        return f"mended {len(paths)}"

    def _text(self, path: Path) -> str:
        """A file as text; as in the beginning where it is none."""
        data = path.read_bytes() if path.exists() else self.pristine[path]
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return self.pristine[path].decode("utf-8")

    def _save(self, path: Path, text: str, what: str) -> str:
        """Write a file as one editor or another does: in place, in two parts, or by renaming."""
        data = text.encode("utf-8")
        match self.random.randint(0, 2):
            case 0:
                path.write_bytes(data)
            case 1:
                with path.open("wb") as file:
                    file.write(data[: len(data) // 2])
                    file.flush()
                    file.write(data[len(data) // 2 :])
            case _:
                beside = path.with_name(path.name + "~")
                beside.write_bytes(data)
                os.replace(beside, path)  # noqa: PTH105
        return f"{what} {path.name}"
