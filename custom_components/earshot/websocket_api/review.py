"""Reviewing: one clip at a time in the hands of a listed reviewer, and what they say of it.

Each command looks up anew whether they are listed and have a second factor.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from homeassistant.components import websocket_api
from homeassistant.components.http.auth import async_sign_path
from homeassistant.components.websocket_api.connection import ActiveConnection
from homeassistant.components.websocket_api.decorators import websocket_command
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
import probatio

from ..const import REVIEW_SOUND_PATH, REVIEW_SOUND_SECONDS, SOUND_TYPE
from ..donation.label import Label
from ..donation.texts import MAX_WORDS
from ..errors import SecondFactorMissingError
from ..errors.desk import DeskAbsentError
from ..ledger import Reviewed
from ..review_desk.configured import DeskChoices
from ..review_desk.shown import ClipToReview, Progress, SoundTicket
from ..runtime import SIGNAL_DESK, Following, ReviewDesk, RuntimeData
from .answering import Access, Message, answered, followed, loaded
from .events import Events, Unavailable
from .sound import SoundPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What a reviewer is bound to: what donors were told of them, and what they do when somebody seems in danger."""

    name: str
    contact: str
    people: str
    """Who listens, as donors were told."""
    place: str
    """Where."""
    retention_days: int
    danger_contact: str
    danger_guidance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextClip:
    """What is there for a reviewer now."""

    clip: ClipToReview | None
    """The clip in their hands now. None: there is none for them."""
    progress: Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewTold:
    """How far a reviewer is, and under what."""

    progress: Progress
    bound: Bound


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewChanged:
    """How far a reviewer is now, and which clip is in their hands."""

    type: Literal["review"] = field(default="review", init=False)
    progress: Progress
    ticket: str | None
    """That of the clip in their hands. None: there is none, or it was taken out of them: taken back, or over."""


type ReviewEvent = ReviewChanged | Unavailable


@callback
def async_register(hass: HomeAssistant) -> None:
    """Register the commands of reviewers."""
    websocket_api.async_register_command(hass, review_progress)
    websocket_api.async_register_command(hass, review_subscribe)
    websocket_api.async_register_command(hass, review_next)
    websocket_api.async_register_command(hass, review_sound_path)
    websocket_api.async_register_command(hass, review_label)
    websocket_api.async_register_command(hass, review_skip)


@websocket_command({"type": "earshot/review/progress"})
@answered(Access.REVIEW)
async def review_progress(
    _hass: HomeAssistant, connection: ActiveConnection, _msg: Message, runtime: RuntimeData
) -> ReviewTold:
    """Send how far the reviewer is, and what they are bound to."""
    desk = the_desk(runtime)
    return ReviewTold(progress=await desk.progress(connection.user), bound=_bound(desk.choices))


@websocket_command({"type": "earshot/review/subscribe"})
@followed(Access.REVIEW)
async def review_subscribe(
    hass: HomeAssistant,
    connection: ActiveConnection,
    _msg: Message,
    _runtime: RuntimeData,
    events: Events[ReviewEvent],
) -> None:
    """Send how far the reviewer is, and again after every change, as long as they may review."""

    async def read() -> ReviewChanged | None:
        runtime = loaded(hass)
        if runtime is None or runtime.desk is None:
            return None
        if not await runtime.people.may(connection.user, Access.REVIEW, connection.refresh_token_id):
            raise SecondFactorMissingError
        desk, user = runtime.desk, connection.user
        return ReviewChanged(progress=await desk.progress(user), ticket=desk.in_hand(user))

    def show(_before: ReviewChanged | None, now: ReviewChanged) -> None:
        events.send(now)

    following = Following[ReviewChanged](hass, read, show, lambda code: events.send(Unavailable(code=code)))
    following.until_stopped(async_dispatcher_connect(hass, SIGNAL_DESK, following.poke))
    events.begin(following.stop)
    await following.start()


@websocket_command({"type": "earshot/review/next"})
@answered(Access.REVIEW, enters=(Reviewed,))
async def review_next(
    _hass: HomeAssistant, connection: ActiveConnection, _msg: Message, runtime: RuntimeData
) -> NextClip:
    """Put a clip into the reviewer's hands, and send it: the one that they have, or a random one.

    To be shown words is to read them: it is entered before they are sent.
    """
    desk, user = the_desk(runtime), connection.user
    clip = await desk.next_clip(user)
    return NextClip(clip=clip, progress=await desk.progress(user))


@websocket_command({"type": "earshot/review/sound_path", probatio.Required("ticket"): str})
@answered(Access.REVIEW, enters=(Reviewed,))
async def review_sound_path(
    hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> SoundPath:
    """Send an address of the clip's sound, good once and for a minute. It is entered when it is fetched."""
    sound = await the_desk(runtime).sound_ticket(msg["ticket"], connection.user)
    return review_sound(hass, connection, sound)


@websocket_command(
    {
        "type": "earshot/review/label",
        probatio.Required("ticket"): str,
        probatio.Optional("words", default=None): probatio.Any(None, probatio.All(str, probatio.Length(max=MAX_WORDS))),
        probatio.Optional("wake_word", default=None): probatio.Any(None, probatio.In(("right", "wrong"))),
        probatio.Required("quality"): probatio.In(("good", "noisy", "unusable")),
        probatio.Optional("accident", default=False): bool,
        probatio.Optional("personal_data", default=False): bool,
        probatio.Optional("danger", default=False): bool,
    }
)
@answered(Access.REVIEW, enters=(Reviewed,))
async def review_label(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> Progress:
    """Take what the reviewer says of the clip in their hands, and send how far they are.

    An accident and personal data destroy the clip at once; danger holds it, and tells administrators.
    """
    desk, user = the_desk(runtime), connection.user
    label = Label(
        words=msg["words"] or None,
        wake_word=msg["wake_word"],
        quality=msg["quality"],
        accident=msg["accident"],
        personal_data=msg["personal_data"],
        danger=msg["danger"],
    )
    await desk.label(msg["ticket"], label, user)
    return await desk.progress(user)


@websocket_command({"type": "earshot/review/skip", probatio.Required("ticket"): str})
@answered(Access.REVIEW, enters=(Reviewed,))
async def review_skip(
    _hass: HomeAssistant, connection: ActiveConnection, msg: Message, runtime: RuntimeData
) -> Progress:
    """Take the clip out of the reviewer's hands, and send how far they are. They are not given it again."""
    desk, user = the_desk(runtime), connection.user
    await desk.skip(msg["ticket"], user)
    return await desk.progress(user)


def the_desk(runtime: RuntimeData) -> ReviewDesk:
    """Return this house's desk. Raises DeskAbsentError."""
    if runtime.desk is None:
        raise DeskAbsentError
    return runtime.desk


def review_sound(hass: HomeAssistant, connection: ActiveConnection, sound: SoundTicket) -> SoundPath:
    """Return the signed address of a sound."""
    path = async_sign_path(
        hass,
        f"{REVIEW_SOUND_PATH}{sound.ticket}",
        timedelta(seconds=REVIEW_SOUND_SECONDS),
        refresh_token_id=connection.refresh_token_id,
    )
    return SoundPath(path=path, content_type=SOUND_TYPE)


def _bound(choices: DeskChoices) -> Bound:
    return Bound(
        name=choices.name,
        contact=choices.contact,
        people=choices.people,
        place=choices.place,
        retention_days=choices.retention_days,
        danger_contact=choices.danger_contact,
        danger_guidance=choices.danger_guidance,
    )
