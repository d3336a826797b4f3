"""Bringing a digest to where a person wants it: a `notify` entity, or the notifications of Home Assistant itself."""

import logging
from typing import Final

from homeassistant.components import persistent_notification
from homeassistant.const import ATTR_ENTITY_ID, STATE_UNAVAILABLE
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError

from ..const import DOMAIN
from .facts import DigestFacts
from .suggestion import Suggested
from .text import as_it_is, escaped, not_brought, write

LOGGER = logging.getLogger(__name__)

NOTIFICATION: Final = f"{DOMAIN}_digest"
"""A newer digest takes the place of the one before: nobody needs to clear them away one by one."""


async def bring(hass: HomeAssistant, facts: DigestFacts, suggested: Suggested | None, target: str | None) -> None:
    """Bring a digest, once. A target that cannot be reached is said where it is shown instead."""
    tag = hass.config.language
    if target is None:
        _show(hass, facts, suggested, tag)
        return
    digest = write(facts, suggested, tag, as_it_is)
    if not await _notify(hass, target, digest.title, digest.message):
        _show(hass, facts, suggested, tag, not_brought(target, tag))


async def _notify(hass: HomeAssistant, target: str, title: str, message: str) -> bool:
    """Send a message. Whether it was handed over."""
    state = hass.states.get(target)
    # Home Assistant passes over what is not there, without a word.
    if state is None or state.state == STATE_UNAVAILABLE:
        return False
    told = {ATTR_ENTITY_ID: target, "title": title, "message": message}
    try:
        await hass.services.async_call("notify", "send_message", told, blocking=True)
    except HomeAssistantError as err:
        LOGGER.warning("%s did not take the digest: %s", target, type(err).__name__)
        return False
    return True


@callback
def _show(hass: HomeAssistant, facts: DigestFacts, suggested: Suggested | None, tag: str, *more: str) -> None:
    digest = write(facts, suggested, tag, escaped)
    message = "\n\n".join([digest.message, *more])
    persistent_notification.async_create(hass, message, digest.title, NOTIFICATION)
