"""Which files are copy from Word."""

from layout.importer.wordfile import is_word


def test_which_files_are_words() -> None:
    assert is_word("a.docx", b"")
    assert is_word("A.DOC", b"")
    assert is_word("a.wps", b"")
    assert is_word("a.md", b"PK\x03\x04")
    assert not is_word("a.md", b"# a")
