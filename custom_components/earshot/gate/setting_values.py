"""The values of settings as the ledger states them, which do not change with the language."""

from datetime import timedelta
from typing import Final

from ..policy.retention import NOTHING

ON: Final = "on"
OFF: Final = "off"
AS_THE_HOUSE: Final = "as_the_house"
AS_ITS_PLACE: Final = "as_its_place"
"""What holds for an engine that the house has no rule for."""


def spoken_period(period: timedelta | None) -> str:
    """Write a period as an ISO 8601 duration in days or minutes, or that it is as the house's."""
    if period is None:
        return AS_THE_HOUSE
    if period % timedelta(days=1) == NOTHING:
        return f"P{period // timedelta(days=1)}D"
    return f"PT{period // timedelta(minutes=1)}M"


def spoken_choice(shared: bool | None) -> str:  # noqa: FBT001 - a value to be written
    """Write whether something is shared, or that it is as the house has it."""
    if shared is None:
        return AS_THE_HOUSE
    return ON if shared else OFF
