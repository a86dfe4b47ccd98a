"""Every check has its key, and says what it is."""

from layout.check.catalogue import CHECKS
from layout.spec.model.checks import CHECK_IDS


def test_every_check_has_its_key_and_every_key_its_check() -> None:
    assert tuple(check.id for check in CHECKS) == CHECK_IDS
    assert len(set(CHECK_IDS)) == len(CHECK_IDS)


def test_a_check_says_what_it_is() -> None:
    for check in CHECKS:
        assert check.title
        assert check.reason.endswith(".")
        assert check.source
        assert check.severity in ("error", "warning")
