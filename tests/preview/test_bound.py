"""Scripts and sheets are bound into one of each; the browser tests run what comes of it."""

import re
from pathlib import Path

import pytest

from layout.preview.app import WEB
from layout.preview.bound import PRINT, SHEETS, script, sheet


def folder(tmp_path: Path, **modules: str) -> Path:
    (tmp_path / "js" / "part").mkdir(parents=True)
    for name, text in modules.items():
        (tmp_path / "js" / f"{name.replace('_', '/')}.js").write_text(text, encoding="utf-8")
    return tmp_path


def test_each_module_is_there_once_and_behind_what_it_imports(tmp_path: Path) -> None:
    web = folder(
        tmp_path,
        main='import { two } from "./a.js";\nimport { one as first } from "./b.js";\ntwo(first);\n',
        a='import {\n  one, more as other,\n} from "./b.js";\nexport function two() { one(); }\n',
        b="export const one = 1;\nconst more = 2;\nexport class Three {}\nexport { more };\n",
    )
    text = script(web)
    b, a, main = (text.index(one) for one in ('["js/b.js"]', '["js/a.js"]', "two(first)"))
    assert b < a < main
    assert text.count("const one = 1") == 1
    assert "return { one, Three, more };" in text
    assert "return { two };" in text
    assert 'one, more: other,\n} = $from("js/b.js");' in text
    assert 'const { one: first } = $from("js/b.js");' in text
    assert not re.search(r"^(import|export)\b", text, re.M)


def test_a_module_that_is_imported_later_is_there_and_waits(tmp_path: Path) -> None:
    web = folder(
        tmp_path,
        main='const { x } = await import("./part/i.js");\nx();\n',
        part_i='import { y } from "../y.js";\nexport const x = y;\n',
        y="export const y = 1;\n",
    )
    text = script(web)
    assert 'Promise.resolve().then(() => $from("js/part/i.js"))' in text
    assert 'const { y } = $from("js/y.js");' in text


@pytest.mark.parametrize(
    ("main", "said"),
    [
        ('import * as all from "./a.js";\n', "not known"),
        ('import "./a.js";\n', "not known"),
        ("export default 1;\n", "not known"),
        ("export let changing = 1;\n", "not known"),
        ('import { a } from "./a.js";\n', "js/a.js > js/b.js > js/a.js"),
    ],
)
def test_what_is_not_known_and_what_goes_in_a_circle(tmp_path: Path, main: str, said: str) -> None:
    web = folder(
        tmp_path,
        main=main,
        a='import { b } from "./b.js";\nexport const a = 1;\n',
        b='import { a } from "./a.js";\nexport const b = 1;\n',
    )
    with pytest.raises(ValueError, match=re.escape(said)):
        script(web)


def test_all_of_the_front_end_is_bound() -> None:
    text = script(WEB)
    names = {f'"{path.relative_to(WEB).as_posix()}"' for path in (WEB / "js").rglob("*.js")}
    bound = set(re.findall(r"^\$modules\[(\"[^\"]+\")\]", text, re.M))
    assert bound == names - {'"js/main.js"'}
    sheets = {path.stem for path in (WEB / "css").glob("*.css")}
    assert sheets == {*SHEETS, PRINT}
    together = sheet(WEB)
    for name in sheets:
        assert (WEB / "css" / f"{name}.css").read_text(encoding="utf-8") in together
    assert together.index("@media print {") > together.index("#rail")
