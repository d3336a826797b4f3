"""Sentences that are meant for Earshot itself: they are answered here, and reach no agent.

Only what takes something away can be said. Nothing can be switched on by voice: whoever speaks could be anybody, and a
television, too.
"""

from collections.abc import Callable
import re
from typing import Final
import unicodedata

from homeassistant.components.conversation import ConversationInput
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers import translation

from .const import DOMAIN
from .errors import EarshotError
from .runtime import EarshotConfigEntry, RuntimeData

VOICE: Final = "voice"
"""What the ledger calls whoever switched something off by saying so: a voice is nobody's name."""

_SEPARATORS: Final = re.compile(r"[\s,.!?;:\u2026-]+")

_WHAT: Final = "(?:my|our) (?:voice|voices|words|clips|recordings)"
STOP_DONATING: Final = re.compile(
    "(?:please )?(?:"
    rf"(?:stop|do not|don't|never) (?:donat(?:e|ing)|giv(?:e|ing) away) {_WHAT}"
    "|(?:turn|switch) off (?:the )?donation"
    "|(?:turn|switch) (?:the )?donation off"
    ")(?: please)?"
)
"""What people say to have donation switched off, in English."""


@callback
def async_register(hass: HomeAssistant, entry: EarshotConfigEntry) -> CALLBACK_TYPE:
    """Listen to the sentences of an entry until the returned function is called."""
    runtime = entry.runtime_data

    async def answer(said: ConversationInput) -> str | None:
        if not means_off(said.text):
            return None
        return await _switch_off(hass, runtime, said.language)

    return runtime.own_sentences.register(answer)


def means_off(text: str) -> bool:
    """Whether a sentence means that donation is to be switched off."""
    return STOP_DONATING.fullmatch(_plain(text)) is not None


async def _switch_off(hass: HomeAssistant, runtime: RuntimeData, language: str) -> str:
    said: Callable[[str], str] = await _phrases(hass, language)
    try:
        was_on = (await runtime.donations.state()).on
        await runtime.donations.off(VOICE)
    except EarshotError:
        return said("donation_not_off")
    return said("donation_now_off" if was_on else "donation_was_off")


async def _phrases(hass: HomeAssistant, language: str) -> Callable[[str], str]:
    found = await translation.async_get_translations(hass, language, "common", [DOMAIN])
    return lambda key: found[f"component.{DOMAIN}.common.{key}"]


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return _SEPARATORS.sub(" ", composed).strip()
