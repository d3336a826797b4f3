"""Who is listed as a reviewer, as the configuration has it now, whether Earshot is loaded or not."""

from collections.abc import Set as AbstractSet

from homeassistant.core import HomeAssistant

from ..const import CONF_REVIEWERS, DOMAIN, SUBENTRY_DESK


def reviewers_of(hass: HomeAssistant) -> AbstractSet[str]:
    """Return the ids of the users that the review desk of this house lists; none where there is no desk."""
    entries = hass.config_entries.async_entries(DOMAIN)
    desks = [desk for entry in entries for desk in entry.get_subentries_of_type(SUBENTRY_DESK)]
    return frozenset(user_id for desk in desks for user_id in desk.data.get(CONF_REVIEWERS, ()))
