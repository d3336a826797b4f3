"""Who is listed as a reviewer, as the configuration has it now."""

from collections.abc import Set as AbstractSet

from homeassistant.config_entries import ConfigEntry

from ..const import CONF_REVIEWERS, SUBENTRY_DESK


def reviewers_of(entry: ConfigEntry) -> AbstractSet[str]:
    """Return the ids of the users that a review desk of this house lists; none where there is no desk."""
    desks = entry.get_subentries_of_type(SUBENTRY_DESK)
    return frozenset(user_id for desk in desks for user_id in desk.data.get(CONF_REVIEWERS, ()))
