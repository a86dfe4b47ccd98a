"""What the system says of a file, in words of ours."""

import errno
import os

import pytest

from layout.words.said import Said
from layout.words.system import reason


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EISDIR])
def test_a_number_of_the_system_has_words_in_both_languages(number: int):
    told = reason(OSError(number, os.strerror(number)))
    assert isinstance(told, Said)
    assert told.words() == os.strerror(number)
    assert not told.words("zh").isascii()


def test_what_is_unknown_is_passed_on():
    assert reason(OSError(9999, "the disk is upside down")) == "the disk is upside down"
    assert reason(ValueError("embedded null byte")) == "embedded null byte"
    assert reason(OSError()) == "OSError"
