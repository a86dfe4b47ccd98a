"""What keys are called in Chinese: all of them, no others, each in a word or two."""

import re

from layout.spec.documents import every_record
from layout.spec.reader.fields import keys_of
from layout.words.said import said
from layout.words.zh_names import NAMES, key_name

KEYS = {key for cls in every_record() for key in keys_of(cls) if not re.search("[A-Z]", key)}


def test_each_key_has_a_name_and_each_name_a_key():
    assert KEYS - NAMES.keys() == set()
    assert NAMES.keys() - KEYS == set()
    for key, name in NAMES.items():
        assert 1 <= len(name) <= 8, key
        assert re.search("[\u4e00-\u9fff]", name) or key == "issn", key


def test_keys_that_lead_to_a_value_are_one_name():
    assert key_name("headline.style") == "标题样式"
    assert key_name("text.2.style") == "文字第2项样式"
    assert key_name("no_key") == "no_key"
    told = said("part.revised-own", keys="headline.style")
    assert (told.words("zh"), told.words("en")) == ("改标题样式", "headline.style")
