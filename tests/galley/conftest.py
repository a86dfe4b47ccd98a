"""The setter of the tests of flow."""

from tests.flow.conftest import setter, toy

__all__ = ["setter", "toy"]
