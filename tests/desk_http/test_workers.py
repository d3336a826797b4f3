"""What people who work at a desk fetch: a sound, once, and a data set; each only by whom it was made for."""

from http import HTTPStatus
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.earshot.donation.desk.layouts import Layout
from custom_components.earshot.donation.label import Label
from custom_components.earshot.ledger.giving import Reviewed
from custom_components.earshot.review_desk.desk import ReviewDesk
from custom_components.earshot.review_desk.shown import Decision
from custom_components.earshot.vault.flac import decode
from tests.gate.house import House
from tests.people.household import GROUP_ID_ADMIN, Person, add_person, add_token, make_reviewers
from tests.review_desk.house import give
from tests.review_desk.parts import SECRET, sound

SOUND = "/api/earshot/review/sound/"
DATA_SET = "/api/earshot/desk/data_set/"
NAMES = ("Ria", "Sol", "Weak", "Member", "Chief", "Listed")


@pytest.fixture
async def desk(desk_house: House) -> ReviewDesk:
    """Give a desk that has a clip."""
    desk = desk_house.runtime.desk
    assert desk is not None
    given = give(desk.signed_statement())
    assert (await desk.accept(given.body, given.secrets.donation_id)).taken
    return desk


@pytest.fixture
async def people(hass: HomeAssistant, desk_house: House) -> dict[str, Person]:
    """Give two reviewers, one without a second factor, a member, and administrators, of whom one reviews, too."""
    admins = {"Chief", "Listed"}
    found = {
        name: await (add_person(hass, name, GROUP_ID_ADMIN) if name in admins else add_person(hass, name))
        for name in NAMES
    }
    listed = [found[name] for name in ("Ria", "Sol", "Weak", "Listed")]
    strong = tuple(found[name] for name in ("Ria", "Sol", "Listed", "Chief"))
    await make_reviewers(hass, desk_house, *listed, second_factor=strong)
    return found


async def offered(desk: ReviewDesk, person: Person) -> str:
    """Return the ticket of the sound of the clip in somebody's hands."""
    shown = await desk.next_clip(person.user)
    assert shown is not None
    return (await desk.sound_ticket(shown.ticket, person.user)).ticket


async def fetch(session: Any, path: str) -> tuple[int, bytes]:
    async with session.get(path) as response:
        assert response.headers["Cache-Control"] == "no-store"
        return response.status, await response.read()


async def test_a_sound_is_handed_out_once_after_it_is_entered_who_listens(
    desk_house: House, desk: ReviewDesk, people: dict[str, Person], hass_client: ClientSessionGenerator
) -> None:
    path = SOUND + await offered(desk, people["Ria"])
    session = await hass_client(people["Ria"].token)
    async with session.get(path) as response:
        assert (response.status, response.content_type) == (HTTPStatus.OK, "audio/flac")
        assert decode(await response.read()) == decode(sound())
        assert "Content-Disposition" not in response.headers
        assert "Accept-Ranges" not in response.headers
    heard = [entry.ear.got.sound_ms for entry in await desk_house.entries("reviewed") if isinstance(entry, Reviewed)]
    assert heard[-1] == 1000
    assert (await fetch(session, path))[0] == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("name", [name for name in NAMES if name != "Ria"])
async def test_a_sound_is_for_whom_it_was_offered_to(
    desk: ReviewDesk, people: dict[str, Person], hass_client: ClientSessionGenerator, name: str
) -> None:
    path = SOUND + await offered(desk, people["Ria"])
    status, body = await fetch(await hass_client(people[name].token), path)
    known = name in {"Sol", "Chief", "Listed"}
    assert (status, body) == (HTTPStatus.NOT_FOUND if known else HTTPStatus.FORBIDDEN, b"")
    # Nobody has used it up.
    assert (await fetch(await hass_client(people["Ria"].token), path))[0] == HTTPStatus.OK


async def test_without_a_login_nothing_is_handed_out_and_no_login_has_failed(
    desk: ReviewDesk, people: dict[str, Person], hass_client_no_auth: ClientSessionGenerator
) -> None:
    session = await hass_client_no_auth()
    for path in (SOUND + await offered(desk, people["Ria"]), DATA_SET + "x"):
        assert await fetch(session, path) == (HTTPStatus.FORBIDDEN, b"")


async def test_who_has_switched_off_their_second_factor_since_is_locked_out(
    hass: HomeAssistant, desk: ReviewDesk, people: dict[str, Person], hass_client: ClientSessionGenerator
) -> None:
    ria = people["Ria"]
    path = SOUND + await offered(desk, ria)
    await hass.auth.async_disable_user_mfa(ria.user, "insecure_example")
    assert (await fetch(await hass_client(ria.token), path))[0] == HTTPStatus.FORBIDDEN


async def test_a_clip_that_was_taken_back_is_not_handed_out(
    desk_house: House, people: dict[str, Person], hass_client: ClientSessionGenerator
) -> None:
    desk = desk_house.runtime.desk
    assert desk is not None
    given = give(desk.signed_statement())
    await desk.accept(given.body, given.secrets.donation_id)
    path = SOUND + await offered(desk, people["Ria"])
    await desk.withdraw(given.secrets.donation_id, given.secrets.token)
    assert (await fetch(await hass_client(people["Ria"].token), path))[0] == HTTPStatus.NOT_FOUND


async def test_who_decides_about_a_held_clip_hears_it_though_they_review_nothing(
    desk: ReviewDesk, people: dict[str, Person], hass_client: ClientSessionGenerator
) -> None:
    shown = await desk.next_clip(people["Ria"].user)
    assert shown is not None
    await desk.label(shown.ticket, Label(quality="unusable", danger=True), people["Ria"].user)
    (alarm,) = await desk.alarms()
    held = await desk.open_alarm(alarm.number, people["Chief"].user)
    assert held.sound is not None
    status, body = await fetch(await hass_client(people["Chief"].token), SOUND + held.sound.ticket)
    assert (status, decode(body)) == (HTTPStatus.OK, decode(sound()))
    await desk.decide(alarm.number, Decision.DELETE, people["Chief"].user)
    assert not await desk.alarms()


async def test_an_administrator_without_a_second_factor_hears_no_held_clip_and_fetches_no_data_set(
    hass: HomeAssistant, desk: ReviewDesk, people: dict[str, Person], hass_client: ClientSessionGenerator
) -> None:
    shown = await desk.next_clip(people["Ria"].user)
    assert shown is not None
    await desk.label(shown.ticket, Label(quality="unusable", danger=True), people["Ria"].user)
    held = await desk.open_alarm(1, people["Chief"].user)
    assert held.sound is not None
    for token in ((await add_token(hass, people["Chief"])).token, people["Chief"].token):
        session = await hass_client(token)
        for path in (SOUND + held.sound.ticket, DATA_SET + "x"):
            assert await fetch(session, path) == (HTTPStatus.FORBIDDEN, b"")
        await hass.auth.async_disable_user_mfa(people["Chief"].user, "insecure_example")


async def test_a_data_set_is_fetched_once_by_the_administrator_who_had_it_made(
    desk: ReviewDesk, people: dict[str, Person], hass_client: ClientSessionGenerator
) -> None:
    for name in ("Ria", "Sol"):
        shown = await desk.next_clip(people[name].user)
        assert shown is not None
        await desk.label(shown.ticket, Label(words=SECRET, quality="good"), people[name].user)
    made = await desk.export("first", Layout.COMMON_VOICE, people["Chief"].user)
    path = DATA_SET + made.ticket
    for other in ("Listed", "Ria", "Member"):
        session = await hass_client(people[other].token)
        assert (await fetch(session, path))[0] == (HTTPStatus.NOT_FOUND if other == "Listed" else HTTPStatus.FORBIDDEN)
    session = await hass_client(people["Chief"].token)
    async with session.get(path) as response:
        assert (response.status, response.content_type) == (HTTPStatus.OK, "application/zip")
        content = await response.read()
    assert len(content) == made.size
    with ZipFile(BytesIO(content)) as file:
        assert file.testzip() is None
        assert not [name for name in file.namelist() if SECRET.split()[0] in name]
    assert (await fetch(session, path))[0] == HTTPStatus.NOT_FOUND
