"""What the tests of a glance share with those of satellites."""

from tests.satellites.conftest import devices

__all__ = ["devices"]
