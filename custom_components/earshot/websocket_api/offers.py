"""Offers: clips that may leave, exactly as they would, and deciding about each."""

from datetime import timedelta
from typing import Any, Final

from homeassistant.auth.models import User
from homeassistant.components import websocket_api
from homeassistant.components.http.auth import async_sign_path
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import Unauthorized
import probatio

from ..const import OFFER_SOUND_PATH, SOUND_TYPE
from ..donating.told import OfferView
from ..donation.purposes import Purpose
from ..errors import NotYoursError, UtteranceUnknownError
from ..ledger import Accessed, Offered
from ..runtime import SOUND_ADDRESS_SECONDS, RuntimeData
from .answering import Access, Message, answered
from .donation_telling import tell_offer, tell_preview
from .donation_told import OffersTold, OfferTold, PreviewTold
from .sound import SoundPath

OFFER: Final[dict[Any, Any]] = {probatio.Required("offer_id"): str}


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about offers."""
    for command in (
        offers_list,
        offers_get,
        offers_sound_path,
        offers_adjust,
        offers_send,
        offers_never,
        offers_make,
    ):
        websocket_api.async_register_command(hass, command)


@websocket_command({"type": "earshot/offers/list"})
@answered(Access.HOUSEHOLD)
async def offers_list(
    _hass: HomeAssistant, connection: ActiveConnection, _msg: Message, runtime: RuntimeData
) -> OffersTold:
    """Send the offers that are not decided, the one that leaves next first. Facts only."""
    return await _all(runtime, connection.user)


@websocket_command({"type": "earshot/offers/get", **OFFER})
@answered(Access.HOUSEHOLD, enters=(Accessed,))
async def offers_get(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> PreviewTold:
    """Send an offer as it would leave, with what was said. To whoever may read the utterance."""
    return tell_preview(await runtime.donations.preview(msg["offer_id"], connection.user))


@websocket_command(
    {"type": "earshot/offers/sound_path", **OFFER, probatio.Required("which"): probatio.Any("before", "after")}
)
@answered(Access.HOUSEHOLD, enters=(Accessed,))
async def offers_sound_path(
    hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> SoundPath:
    """Send an address of the sound as it was, or as it would leave. It is entered when the address is fetched first."""
    offer = await runtime.donations.offer(msg["offer_id"])
    await runtime.rights.require_read(offer.utterance_id, connection.user)
    ticket = runtime.offer_sounds.address(msg["offer_id"], msg["which"], connection.user)
    path = async_sign_path(
        hass,
        f"{OFFER_SOUND_PATH}{ticket}",
        timedelta(seconds=SOUND_ADDRESS_SECONDS),
        refresh_token_id=connection.refresh_token_id,
    )
    return SoundPath(path=path, content_type=SOUND_TYPE)


@websocket_command(
    {
        "type": "earshot/offers/adjust",
        **OFFER,
        # Percent: 0 leaves a voice as it is.
        probatio.Optional("strength"): int,
        # The words that are to be hidden beside those that the redaction hides, counted from 0.
        probatio.Optional("hide"): [int],
        # False lets only the words leave.
        probatio.Optional("with_sound"): bool,
    }
)
@answered(Access.ADMIN, enters=(Accessed,))
async def offers_adjust(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> PreviewTold:
    """Change the voice more or less, hide more words, or leave the sound out; send how it would leave now."""
    strength = msg["strength"] / 100 if "strength" in msg else None
    await runtime.donations.adjust(
        msg["offer_id"], strength=strength, hide=msg.get("hide"), with_sound=msg.get("with_sound")
    )
    return tell_preview(await runtime.donations.preview(msg["offer_id"], connection.user))


@websocket_command({"type": "earshot/offers/send", **OFFER, probatio.Required("sha256"): str})
@answered(Access.ADMIN)
async def offers_send(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> OfferTold:
    """Let exactly the bytes leave that were shown: those of this hash. It is entered before the first of them does."""
    return tell_offer(
        await runtime.donations.send_now(msg["offer_id"], msg["sha256"], _name(connection.user)), may_read=True
    )


@websocket_command({"type": "earshot/offers/never", **OFFER})
@answered(Access.CHANGE)
async def offers_never(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> OffersTold:
    """Let an offer never leave, and destroy what was prepared. Every member of the household may, whoever said it."""
    await runtime.donations.never(msg["offer_id"], _name(connection.user))
    return await _all(runtime, connection.user)


@websocket_command(
    {
        "type": "earshot/offers/make",
        probatio.Required("utterance_id"): str,
        probatio.Required("purpose"): probatio.Coerce(Purpose),
    }
)
@answered(Access.ADMIN, enters=(Offered,))
async def offers_make(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> OfferTold:
    """Offer an utterance by hand. It never leaves by itself."""
    offer = await runtime.donations.offer_by_hand(msg["utterance_id"], msg["purpose"], connection.user)
    return tell_offer(offer, may_read=True)


async def _all(runtime: RuntimeData, user: User) -> OffersTold:
    offers = await runtime.donations.offers()
    return OffersTold(
        offers=tuple([tell_offer(offer, may_read=await _may_read(offer, user, runtime)) for offer in offers])
    )


async def _may_read(offer: OfferView, user: User, runtime: RuntimeData) -> bool:
    try:
        await runtime.rights.require_read(offer.utterance_id, user)
    except NotYoursError, UtteranceUnknownError, Unauthorized:
        return False
    return True


def _name(user: User) -> str:
    return user.name or user.id
