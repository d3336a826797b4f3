"""Donation: how it stands, what a desk says of itself, consenting, and switching it off."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any, Final

from homeassistant.auth.models import TOKEN_TYPE_NORMAL
from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.util import dt as dt_util
import probatio

from ..donation.choices import Choices, Mode, loosens
from ..donation.consent import ConsentRequest
from ..donation.purposes import Purpose
from ..errors import LoginNeededError
from ..ledger import ConsentGiven, ConsentWithdrawn, SettingChanged
from ..runtime import SIGNAL_DONATION, Role, RuntimeData
from .answering import Access, Message, answered, followed, loaded
from .donation_telling import tell_donation
from .donation_told import ConsentReceiptTold, DonationTold, StatementTold
from .events import Events
from .statement_telling import tell_statement

CHOICES: Final[dict[Any, Any]] = {
    probatio.Optional("mode"): probatio.Coerce(Mode),
    # Seconds.
    probatio.Optional("wait"): int,
    # Percent.
    probatio.Optional("sampling"): int,
    probatio.Optional("daily_cap"): int,
    # Percent: 0 leaves a voice as it is.
    probatio.Optional("strength"): int,
    probatio.Optional("proxy"): probatio.Any(None, str),
    probatio.Optional("folder"): probatio.Any(None, str),
}


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about donation."""
    for command in (
        donation_get,
        donation_subscribe,
        donation_desk,
        donation_consent,
        donation_off,
        donation_choices,
        donation_consent_receipt,
    ):
        websocket_api.async_register_command(hass, command)


@websocket_command({"type": "earshot/donation/get"})
@answered(Access.HOUSEHOLD)
async def donation_get(
    _hass: HomeAssistant, connection: ActiveConnection, _msg: Message, runtime: RuntimeData
) -> DonationTold:
    """Send how donation stands. What is chosen of it is told to administrators only."""
    return await _told(runtime, connection)


@websocket_command({"type": "earshot/donation/subscribe"})
@followed(Access.HOUSEHOLD)
async def donation_subscribe(
    hass: HomeAssistant,
    connection: ActiveConnection,
    _msg: Message,
    runtime: RuntimeData,
    events: Events[DonationTold],
) -> None:
    """Send how donation stands, and again after every change, also of an offer or of what was given."""

    async def push() -> None:
        if (now := loaded(hass)) is not None:
            events.send(await _told(now, connection))

    @callback
    def changed() -> None:
        hass.async_create_task(push(), "earshot tells of donation")

    first = await _told(runtime, connection)
    events.begin(async_dispatcher_connect(hass, SIGNAL_DONATION, changed))
    events.send(first)


@websocket_command({"type": "earshot/donation/desk", probatio.Required("address"): str})
@answered(Access.ADMIN)
async def donation_desk(
    _hass: HomeAssistant, _connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> StatementTold:
    """Ask a desk for its statement, and send it whole. Nothing is consented to by it."""
    return tell_statement(await runtime.donations.look_at(msg["address"]))


@websocket_command(
    {
        "type": "earshot/donation/consent",
        probatio.Required("address"): str,
        probatio.Required("statement_sha256"): str,
        probatio.Required("purposes"): [probatio.Coerce(Purpose)],
        # Keys of satellites, as `earshot/donation/get` has them, or entity ids.
        probatio.Required("satellites"): [str],
        # The last day on which it holds, by the time of the house.
        probatio.Required("until"): cv.date,
        probatio.Required("of_age"): bool,
        probatio.Required("others_know"): bool,
    }
)
@answered(Access.ADMIN, enters=(ConsentGiven,))
async def donation_consent(
    hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> DonationTold:
    """Consent, for each of the purposes and each of the satellites.

    Only somebody who has logged in may: a token that was handed out acts for whoever holds it.
    """
    _require_login(hass, connection)
    request = ConsentRequest(
        address=msg["address"],
        statement_sha256=msg["statement_sha256"],
        purposes=frozenset(msg["purposes"]),
        satellites=frozenset(msg["satellites"]),
        of_age=msg["of_age"],
        others_know=msg["others_know"],
        until=dt_util.as_utc(
            datetime.combine(msg["until"] + timedelta(days=1), time.min, dt_util.get_default_time_zone())
        ),
    )
    await runtime.donations.give_consent(request, connection.user)
    return await _told(runtime, connection)


@websocket_command({"type": "earshot/donation/off"})
@answered(Access.CHANGE, enters=(ConsentWithdrawn,))
async def donation_off(
    _hass: HomeAssistant, connection: ActiveConnection, _msg: Message, runtime: RuntimeData
) -> DonationTold:
    """Withdraw every consent: nothing is offered any more, and nothing more leaves. Every member of a household may."""
    await runtime.donations.off(_name(connection))
    return await _told(runtime, connection)


@websocket_command({"type": "earshot/donation/choices", **CHOICES})
@answered(Access.ADMIN, enters=(SettingChanged,))
async def donation_choices(
    hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> DonationTold:
    """Set how offers are made and leave; what is not named stays. None of it switches donation on.

    What lets more leave, or sooner, or elsewhere, needs somebody who has logged in, as a consent does.
    """
    before = (await runtime.donations.state()).choices
    chosen = _chosen(before, msg)
    if loosens(before, chosen):
        _require_login(hass, connection)
    await runtime.donations.set_choices(chosen, _name(connection))
    return await _told(runtime, connection)


@websocket_command({"type": "earshot/donation/consent_receipt", probatio.Required("consent_id"): str})
@answered(Access.ADMIN)
async def donation_consent_receipt(
    _hass: HomeAssistant, _connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> ConsentReceiptTold:
    """Send the receipt of a consent, as it was made when it was given."""
    receipt = await runtime.donations.consent_receipt(msg["consent_id"])
    return ConsentReceiptTold(filename=f"earshot-consent-{msg['consent_id'][:8]}.json", receipt=receipt.decode())


def _chosen(choices: Choices, msg: Message) -> Choices:
    """Return the choices with what is named changed. Raises ChoiceError for what is out of bounds."""
    change = {name.schema: msg[name.schema] for name in CHOICES if name.schema in msg}
    if "wait" in change:
        change["wait"] = timedelta(seconds=change["wait"])
    change |= {name: change[name] / 100 for name in ("sampling", "strength") if name in change}
    return replace(choices, **change)


async def _told(runtime: RuntimeData, connection: ActiveConnection) -> DonationTold:
    admin = await runtime.people.role_of(connection.user) is Role.ADMIN
    return tell_donation(await runtime.donations.state(), choices=admin)


def _require_login(hass: HomeAssistant, connection: ActiveConnection) -> None:
    """Let only somebody go on who has logged in. Raises LoginNeededError for every other token."""
    token_id = connection.refresh_token_id
    token = None if token_id is None else hass.auth.async_get_refresh_token(token_id)
    if token is None or token.token_type != TOKEN_TYPE_NORMAL:
        raise LoginNeededError


def _name(connection: ActiveConnection) -> str:
    return connection.user.name or connection.user.id
