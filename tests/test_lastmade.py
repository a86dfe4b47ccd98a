"""What is made again, and what is kept: `LastMade`."""

from layout.lastmade import NEVER, LastMade


def test_a_thing_is_made_again_where_it_is_made_of_another() -> None:
    last, made = LastMade(), list[str]()

    def of(name: str, given: str) -> str:
        def make() -> str:
            made.append(given)
            return given.upper()

        return last.of(name, given, make)

    assert [of("x", "a"), of("x", "a"), of("y", "a"), of("x", "b"), of("x", "a")] == list("AAABA")
    assert made == ["a", "a", "b", "a"]
    last.forget("x")
    last.forget("z")
    assert of("x", "a") == "A"
    assert made == ["a", "a", "b", "a", "a"]
    last.clear()
    assert of("y", "a") == "A"
    assert len(made) == 6


def test_what_a_state_does_not_ask_for_is_forgotten_after_it() -> None:
    last, made = LastMade(), list[str]()

    def ask(*names: str) -> None:
        made.clear()
        last.begin()
        for name in names:
            last.of(name, (), lambda name=name: made.append(name))  # type: ignore[misc]

    ask("a", "b")
    assert made == ["a", "b"]
    ask("a", "b", "c")
    assert made == ["c"]
    ask("a")
    ask("a", "b")
    assert made == ["b"]


def test_what_makes_nothing_twice_is_kept_even_where_it_is_nothing() -> None:
    last, made = LastMade(), list[int]()
    for _ in range(3):
        assert last.of("none", 1, lambda: made.append(1)) is None
    assert made == [1]


def test_never_keeps_nothing() -> None:
    made: list[int] = []
    for _ in range(3):
        NEVER.of("x", 1, lambda: made.append(1))
    assert made == [1, 1, 1]
