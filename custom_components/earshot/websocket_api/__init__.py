"""What a panel can ask: one module for each noun. Every command names who may use it."""

from homeassistant.core import HomeAssistant, callback

from . import (
    checkpoint,
    desk,
    donation,
    export,
    forgetting,
    given,
    host,
    ledger,
    me,
    now,
    offers,
    review,
    satellites,
    search,
    settings,
    sound,
    today,
    totals,
    traces,
    utterances,
)


@callback
def async_setup(hass: HomeAssistant) -> None:
    """Register all commands. They cannot be taken back, so they answer "not loaded" while there is no entry."""
    for noun in (
        checkpoint,
        desk,
        donation,
        export,
        forgetting,
        given,
        host,
        ledger,
        me,
        now,
        review,
        offers,
        satellites,
        search,
        settings,
        sound,
        today,
        totals,
        traces,
        utterances,
    ):
        noun.async_register(hass)
