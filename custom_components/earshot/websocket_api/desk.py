"""The review desk, for those who run it: what it publishes, who listens, figures, alarms, and data sets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from homeassistant.auth.models import User
from homeassistant.components import websocket_api
from homeassistant.components.http.auth import async_sign_path
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
import probatio

from ..const import DATA_SET_PATH, DATA_SET_SECONDS
from ..donation.desk.layouts import Layout
from ..donation.purposes import Purpose
from ..donation.statement import SignedStatement, StatementText
from ..errors import EarshotError
from ..ledger import Reviewed, SettingChanged
from ..review_desk.shown import Alarm, DataSet, Decision, Statistics
from ..runtime import RuntimeData
from .answering import Access, Message, answered, followed
from .events import Events, Failed
from .review import review_sound, the_desk
from .sound import SoundPath


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedStatement:
    """What donors read, as it is signed."""

    version: int
    issued: datetime
    sha256: str
    """Hash of what is signed, in hexadecimal: what consents name."""
    address: str
    name: str
    contact: str
    people: str
    place: str
    retention_days: int
    purposes: tuple[Purpose, ...]
    texts: Mapping[str, StatementText]
    """By language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedReviewer:
    """Somebody who is listed."""

    user_id: str
    name: str
    second_factor: bool
    """Whether they have one now. Without it they are let in nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTold:
    """The desk as it is now."""

    statement: PublishedStatement | None
    """None: the desk's store does not open, and so nothing is published and nothing is taken."""
    reviewers: tuple[ListedReviewer, ...]
    daily_limit: int
    alarms: tuple[Alarm, ...]
    """What nobody has decided on, the oldest first."""
    data_sets: tuple[DataSet, ...]
    """Those that were made, the oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmOpened:
    """A held clip, for somebody who has to decide."""

    number: int
    words: str | None
    """What the donor's recogniser understood. None: no words were given."""
    written: str | None
    """What the reviewer wrote."""
    sound: SoundPath | None
    """An address of the sound, good once and for a minute. None: there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmsLeft:
    """What nobody has decided on."""

    alarms: tuple[Alarm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSetReady:
    """A data set that waits to be fetched. The last event."""

    type: Literal["ready"] = field(default="ready", init=False)
    path: str
    """Its signed address on this Home Assistant, good once and for five minutes."""
    filename: str
    size: int
    """Bytes."""
    clips: int
    tombstones: int
    """Clips that were in data sets before and must not be used any more; they are listed in it."""


type DataSetEvent = Failed | DataSetReady


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands about the desk."""
    websocket_api.async_register_command(hass, desk_get)
    websocket_api.async_register_command(hass, desk_statistics)
    websocket_api.async_register_command(hass, desk_open_alarm)
    websocket_api.async_register_command(hass, desk_decide)
    websocket_api.async_register_command(hass, desk_export)


@websocket_command({"type": "earshot/desk/get"})
@answered(Access.ADMIN)
async def desk_get(hass: HomeAssistant, _connection: ActiveConnection, _msg: Message, runtime: RuntimeData) -> DeskTold:
    """Send the desk as it is now: its statement as published, who is listed, alarms, and data sets."""
    desk = the_desk(runtime)
    users = [await hass.auth.async_get_user(user_id) for user_id in sorted(desk.choices.reviewers)]
    return DeskTold(
        statement=_published(desk.signed_statement()) if desk.is_open else None,
        reviewers=tuple([await _listed(runtime, user) for user in users if user is not None]),
        daily_limit=desk.choices.daily_limit,
        alarms=await desk.alarms() if desk.is_open else (),
        data_sets=await desk.data_sets() if desk.is_open else (),
    )


@websocket_command({"type": "earshot/desk/statistics"})
@answered(Access.ADMIN)
async def desk_statistics(
    _hass: HomeAssistant, _connection: ActiveConnection, _msg: Message, runtime: RuntimeData
) -> Statistics:
    """Send the desk in figures."""
    return await the_desk(runtime).statistics()


@websocket_command({"type": "earshot/desk/open_alarm", probatio.Required("number"): int})
@answered(Access.DESK, enters=(Reviewed,))
async def desk_open_alarm(
    hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> AlarmOpened:
    """Open a held clip for an administrator who has to decide. It is entered like any other listening."""
    held = await the_desk(runtime).open_alarm(msg["number"], connection.user)
    sound = None if held.sound is None else review_sound(hass, connection, held.sound)
    return AlarmOpened(number=held.number, words=held.words, written=held.written, sound=sound)


@websocket_command(
    {
        "type": "earshot/desk/decide",
        probatio.Required("number"): int,
        probatio.Required("decision"): probatio.Coerce(Decision),
    }
)
@answered(Access.ADMIN, enters=(Reviewed, SettingChanged))
async def desk_decide(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> AlarmsLeft:
    """Do what was decided on an alarm, and send those that are left."""
    desk = the_desk(runtime)
    await desk.decide(msg["number"], msg["decision"], connection.user)
    return AlarmsLeft(alarms=await desk.alarms())


@websocket_command(
    {
        "type": "earshot/desk/export",
        probatio.Required("name"): str,
        probatio.Required("layout"): probatio.Coerce(Layout),
    }
)
@followed(Access.DESK, enters=(Reviewed, SettingChanged))
async def desk_export(
    hass: HomeAssistant,
    connection: ActiveConnection,
    msg: Message,
    runtime: RuntimeData,
    events: Events[DataSetEvent],
) -> None:
    """Make a data set of what was accepted; an event tells where it can be fetched, once, or why there is none."""
    desk = the_desk(runtime)
    events.begin()
    try:
        made = await desk.export(msg["name"], msg["layout"], connection.user)
    except EarshotError as err:
        events.send(Failed.of(err))
        return
    path = async_sign_path(
        hass,
        f"{DATA_SET_PATH}{made.ticket}",
        timedelta(seconds=DATA_SET_SECONDS),
        refresh_token_id=connection.refresh_token_id,
    )
    events.send(
        DataSetReady(path=path, filename=made.filename, size=made.size, clips=made.clips, tombstones=made.tombstones)
    )


async def _listed(runtime: RuntimeData, user: User) -> ListedReviewer:
    lacks = await runtime.people.lacks_second_factor(user)
    return ListedReviewer(user_id=user.id, name=user.name or "", second_factor=not lacks)


def _published(signed: SignedStatement) -> PublishedStatement:
    statement = signed.statement
    return PublishedStatement(
        version=statement.version,
        issued=statement.issued,
        sha256=signed.sha256,
        address=statement.address,
        name=statement.name,
        contact=statement.contact,
        people=statement.people,
        place=statement.place,
        retention_days=statement.retention_days,
        purposes=statement.purposes,
        texts=statement.texts,
    )
