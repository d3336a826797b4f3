"""A clock that a test moves."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from freezegun import freeze_time

BEGAN = datetime(2026, 3, 25, 11, tzinfo=UTC)
"""A Wednesday. In Berlin summer time begins on the Sunday after it."""

type Clock = Any
"""What `freeze_time` hands out; it has no public name."""


@contextmanager
def turned(at: datetime = BEGAN) -> Iterator[Clock]:
    """Turn the clock to an instant. It goes on from there, so that whoever waits for a moment need not wait forever.

    The ledger reads its records by the type `datetime` itself, which a clock that is turned puts something else in the
    place of; so it is left alone there. It asks no clock.
    """
    with freeze_time(at, tick=True, ignore=["custom_components.earshot.ledger"]) as clock:
        yield clock
