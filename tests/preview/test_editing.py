"""Changes by hand over the line to the server: asked, done, refused, undone."""

from functools import partial
from typing import Any

from tests.conftest import Project
from tests.preview.editing import project_to_change
from tests.preview.served import served


def _of(number: int, message: dict[str, Any]) -> bool:
    """Whether it is the answer to a question."""
    return message.get("id") == number


def test_a_change_is_written_and_the_page_follows(project: Project) -> None:
    made = project_to_change(project.root / "own")
    with served(made.edition) as proof, proof.window("E1", lang="zh") as window:
        assert window.next("hello")["editing"] is True
        window.next("page")
        window.say(type="ask", id=1, what="block", page="E1", block="note")
        note = window.next("answer", id=1)
        place = {"op": "place", "file": note["file"], "base": note["base"], "block": "note"}
        window.say(type="edit", id=2, page="E1", op={**place, "lines": [26, 28]})
        done = window.until(lambda m: m.get("id") == 2)
        assert (done["type"], done["file"]) == ("done", "E1.yaml")
        assert window.next("change")["rev"] == 2
        assert "lines: 26-28" in made.path("E1.yaml").read_text(encoding="utf-8")

        window.say(type="edit", id=3, page="E1", op={**place, "lines": [30, 32]})
        refused = window.next("refused", id=3)  # it knew an older file
        assert refused["diagnostics"][0]["code"] == "UNDERNEATH"
        assert refused["ask"] is None

        window.say(type="undo", id=4)
        assert window.next("done", id=4)["file"] == "E1.yaml"
        undo = window.until(lambda m: m["type"] == "undo" and m["can_redo"] is not None)
        assert undo["can_undo"] is None
        assert "lines: 22-24" in made.path("E1.yaml").read_text(encoding="utf-8")


def test_what_others_use_is_asked_about_first(project: Project) -> None:
    made = project_to_change(project.root / "own")
    with served(made.edition) as proof, proof.window("E1", lang="zh") as window:
        window.next("page")
        window.say(type="ask", id=1, what="block", page="E1", block="lead")
        (style,) = window.next("answer", id=1)["styles"]
        op = {"op": "set", "file": style["file"], "base": style["base"],
              "path": [*style["path"], "size"], "value": "30pt"}  # fmt: skip
        window.say(type="edit", id=2, page="E1", op=op)
        ask = window.next("refused", id=2)["ask"]
        assert any("lead" in user for user in ask["users"])
        assert "24pt" in made.path("styles.yaml").read_text(encoding="utf-8")
        window.say(type="edit", id=3, page="E1", op=op, confirm=ask["confirm"])
        assert window.until(lambda m: m.get("id") == 3)["type"] == "done"
        assert "30pt" in made.path("styles.yaml").read_text(encoding="utf-8")


def test_a_value_with_which_the_page_could_not_be_set_is_refused(project: Project) -> None:
    """Each is a value that the file may hold; the page could not be set with it."""
    made = project_to_change(project.root / "own")
    with served(made.edition) as proof, proof.window("E1", lang="zh") as window:
        window.next("page")
        window.say(type="ask", id=1, what="block", page="E1", block="side")
        side = window.next("answer", id=1)
        before = made.path("E1.yaml").read_bytes()
        op = {"op": "set", "file": side["file"], "base": side["base"]}
        wrong = [
            ("at.cols", "1-99"), ("at.cols", None), ("id", "lead"),
            ("story", "/etc/passwd"), ("story", "../../x.md"), ("story", "stories/none.md"),
        ]  # fmt: skip
        for number, (key, value) in enumerate(wrong, 2):
            path = [*side["path"], *key.split(".")]
            window.say(type="edit", id=number, page="E1", op={**op, "path": path, "value": value})
            told = window.until(partial(_of, number))
            assert (told["type"], told["ask"]) == ("refused", None), key
            assert told["diagnostics"][0]["message"]
            assert made.path("E1.yaml").read_bytes() == before, key
        good = {**op, "path": [*side["path"], "at", "cols"], "value": "5-6"}
        window.say(type="edit", id=20, page="E1", op=good)
        assert window.until(lambda m: m.get("id") == 20)["type"] == "done"


def test_a_value_that_lays_a_block_on_another_is_asked_about(project: Project) -> None:
    """The other may be moved next: while the page is at fault all is written as it is wanted."""
    made = project_to_change(project.root / "own")
    with served(made.edition) as proof, proof.window("E1", lang="zh") as window:
        window.next("page")
        window.say(type="ask", id=1, what="block", page="E1", block="side")
        side = window.next("answer", id=1)
        op = {"op": "set", "file": side["file"], "base": side["base"],
              "path": [*side["path"], "at", "lines"], "value": "5-24"}  # fmt: skip
        window.say(type="edit", id=2, page="E1", op=op)
        ask = window.next("refused", id=2)["ask"]
        assert "note" in ask["question"]
        assert ask["users"] == []
        window.say(type="edit", id=3, page="E1", op=op, confirm=ask["confirm"])
        done = window.until(lambda m: m.get("id") == 3)
        assert done["type"] == "done"
        assert window.next("error")["diagnostics"]
        away = {**op, "base": done["digest"], "path": ["blocks", "note", "at", "lines"],
                "value": "26-28"}  # fmt: skip
        window.say(type="edit", id=4, page="E1", op=away)
        assert window.until(lambda m: m.get("id") == 4)["type"] == "done"
        assert window.next("change")["rev"] == 2


def test_what_makes_no_sense_is_refused_and_the_line_stays(project: Project) -> None:
    made = project_to_change(project.root / "own")
    with served(made.edition) as proof, proof.window("E1") as window:
        window.next("page")
        strange: list[dict[str, Any]] = [
            {"type": "edit", "op": {}},
            {"type": "edit", "op": {"op": "place", "file": "../../etc/passwd", "base": ""}},
            {"type": "edit", "op": {"op": "place", "file": "E1.yaml", "base": 3, "block": []}},
            {"type": "ask", "what": "block", "page": "nowhere", "block": "note"},
            {"type": "ask", "what": "block", "page": "E1", "block": "nobody"},
            {"type": "ask", "what": "words", "page": "E1", "node": "x", "index": "y"},
            {"type": "ask", "what": "try", "page": "E1", "op": {"op": "words"}},
            {"type": "undo"},
            {"type": "redo"},
        ]
        for number, message in enumerate(strange, 1):
            window.say(id=number, **message)
            refused = window.next("refused", id=number)
            assert refused["message"], message


def test_a_place_with_which_the_page_could_not_be_set_is_refused(project: Project) -> None:
    """Where it would only lie on others it is written: blocks are moved one after the other."""
    made = project_to_change(project.root / "own")
    before = made.path("E1.yaml").read_text(encoding="utf-8")
    with served(made.edition) as proof, proof.window("E1", lang="zh") as window:
        window.next("page")
        window.say(type="ask", id=1, what="block", page="E1", block="note")
        note = window.next("answer", id=1)
        op = {"op": "place", "file": note["file"], "base": note["base"], "block": "note"}
        window.say(type="edit", id=2, page="E1", op={**op, "cols": [1, 99]})
        refused = window.until(lambda m: m.get("id") == 2)
        assert (refused["type"], refused["ask"]) == ("refused", None)
        assert made.path("E1.yaml").read_text(encoding="utf-8") == before
        window.say(type="edit", id=3, page="E1", op={**op, "lines": [10, 12]})
        assert window.until(lambda m: m.get("id") == 3)["type"] == "done"
