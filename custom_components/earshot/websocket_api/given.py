"""What was given: to whom, what became of it, and taking it back."""

from collections.abc import Iterable, Sequence

from homeassistant.auth.models import User
from homeassistant.components import websocket_api
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import Unauthorized
import probatio

from ..donating.told import Given
from ..errors import ConfirmationMissingError, NotYoursError
from ..ledger import Accessed, Selection
from ..runtime import Role, RuntimeData
from .answering import Access, Message, answered, instant
from .donation_telling import tell_given
from .donation_told import GivenListTold, GivenTold


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about what was given."""
    for command in (given_list, given_get, given_withdraw, given_fetch):
        websocket_api.async_register_command(hass, command)


@websocket_command({"type": "earshot/given/list", probatio.Optional("utterance_id"): str})
@answered(Access.HOUSEHOLD)
async def given_list(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> GivenListTold:
    """Send what was given, the newest first, without words; with `utterance_id` only what was given of that one."""
    given = await runtime.donations.given(utterance_id=msg.get("utterance_id"))
    return await _told(given, connection.user, runtime)


@websocket_command({"type": "earshot/given/get", probatio.Required("donation_id"): str})
@answered(Access.HOUSEHOLD, enters=(Accessed,))
async def given_get(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> GivenTold:
    """Send one donation with what the reviewers wrote, to whoever may read the utterance."""
    given = await runtime.donations.given_one(msg["donation_id"], connection.user)
    return tell_given(given, may_withdraw=await _is_own(given, connection.user, runtime))


@websocket_command(
    {
        "type": "earshot/given/withdraw",
        probatio.Optional("donation_ids"): [str],
        probatio.Optional("since"): instant,
        probatio.Optional("until"): instant,
        probatio.Optional("everything", default=False): bool,
        probatio.Optional("confirm", default=False): bool,
    }
)
@answered(Access.CHANGE)
async def given_withdraw(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> GivenListTold:
    """Take back what was given: the desk is told until it says that it has deleted it. Only with `confirm`.

    Whoever is no administrator names donations, and each is of something that they said themselves.
    """
    if not msg["confirm"]:
        raise ConfirmationMissingError
    if await runtime.people.role_of(connection.user) is not Role.ADMIN:
        await _require_own(runtime, connection.user, msg.get("donation_ids", ()))
    taken = await runtime.donations.withdraw(
        connection.user.name or connection.user.id,
        donation_ids=msg.get("donation_ids"),
        since=msg.get("since"),
        until=msg.get("until"),
        everything=msg["everything"],
    )
    return await _told(taken, connection.user, runtime)


@websocket_command({"type": "earshot/given/fetch", probatio.Optional("donation_id"): str})
@answered(Access.ADMIN)
async def given_fetch(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> GivenListTold:
    """Ask a desk now for the receipts of one donation, and send what was given as it stands then.

    Without a name it is asked about what was given last, and within ten minutes about everything else, each at a time
    of its own: asked in a row, they would say that they are of one home.
    """
    await runtime.donations.fetch_receipts(msg.get("donation_id"))
    return await _told(await runtime.donations.given(), connection.user, runtime)


async def _told(given: Iterable[Given], user: User, runtime: RuntimeData) -> GivenListTold:
    return GivenListTold(
        given=tuple([tell_given(one, may_withdraw=await _is_own(one, user, runtime)) for one in given])
    )


async def _is_own(given: Given, user: User, runtime: RuntimeData) -> bool:
    """Whether somebody may take it back: an administrator all, and a member what they said themselves."""
    try:
        await runtime.rights.require_change(Selection(utterance_ids=(given.offer.utterance_id,)), user)
    except NotYoursError, Unauthorized:
        return False
    return True


async def _require_own(runtime: RuntimeData, user: User, donation_ids: Sequence[str]) -> None:
    """Raise NotYoursError unless donations are named, and each is of something that the person said."""
    if not donation_ids:
        raise NotYoursError
    given = [await runtime.donations.given_one(donation_id) for donation_id in donation_ids]
    said = tuple(one.offer.utterance_id for one in given)
    await runtime.rights.require_change(Selection(utterance_ids=said), user)
