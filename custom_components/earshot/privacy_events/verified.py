"""What is told of a verification that failed, though nobody outside held a checkpoint against the ledger."""

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect, async_dispatcher_send

from ..gate.verifying import SIGNAL_VERIFIED, Verified
from .told import SIGNAL_TOLD, Told


@callback
def follow_verifications(hass: HomeAssistant) -> CALLBACK_TYPE:
    """Tell of each that failed, whoever asked for it. Returns what ends that.

    It has no entry: whoever has changed the ledger would have to be trusted with it.
    """

    @callback
    def verified(one: Verified) -> None:
        failure = one.verdict.failure
        if failure is not None:
            facts = {"entries": one.verdict.size, "who": None, "step": failure.name.value}
            async_dispatcher_send(hass, SIGNAL_TOLD, Told("verification_failed", one.at, facts))

    return async_dispatcher_connect(hass, SIGNAL_VERIFIED, verified)
