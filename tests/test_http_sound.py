"""Sound goes out in parts to a player, to the person whom its address was made for, and is entered once."""

import asyncio
from datetime import timedelta
from http import HTTPStatus
import logging
from typing import Any

from homeassistant.components.http.auth import async_sign_path
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.earshot.ledger import Accessed, Ledger
from custom_components.earshot.models import ContentKind
from custom_components.earshot.vault.flac import decode
from custom_components.earshot.vault.vault import Vault
from tests.gate.house import SECOND, House, add_satellite
from tests.people.household import Person, add_person
from tests.websocket_api.test_commands import ask

DAY = timedelta(days=1)


@pytest.fixture
async def anna(hass: HomeAssistant, house: House) -> Person:
    """Let a member say something in their browser, of which the sound is kept."""
    anna = await add_person(hass, "Anna")
    await house.runtime.settings.set_retention(None, ContentKind.SOUND, DAY, "Chief")
    await house.say(user_id=anna.user.id)
    await house.over()
    return anna


async def path_of(house: House, client: Any) -> str:
    utterance_id = (await house.utterance()).utterance_id
    answer = await ask(client, type="earshot/utterances/sound_path", utterance_id=utterance_id)
    assert answer["content_type"] == "audio/flac"
    return str(answer["path"])


async def accesses(house: House) -> list[Accessed]:
    entries = house.runtime.ledger.entries((await house.utterance()).utterance_id)
    return [entry.record for entry in entries if isinstance(entry.record, Accessed)]


@pytest.mark.promise(7)
async def test_a_sound_is_fetched_by_a_signed_address_and_entered_once_however_many_parts_are_asked_for(
    hass: HomeAssistant,
    house: House,
    anna: Person,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
) -> None:
    player = await hass_client_no_auth()
    path = await path_of(house, await hass_ws_client(hass, anna.token))
    assert not await accesses(house)
    whole = await player.get(path)
    assert whole.status == HTTPStatus.OK
    flac = await whole.read()
    assert decode(flac) == SECOND * 2
    assert whole.headers["Content-Type"] == "audio/flac"
    assert whole.headers["Accept-Ranges"] == "bytes"
    assert whole.headers["Cache-Control"] == "no-store"
    assert whole.headers["X-Content-Type-Options"] == "nosniff"
    asked = ("bytes=0-", "bytes=4-7", "bytes=-8")
    parts = await asyncio.gather(*(player.get(path, headers={"Range": part}) for part in asked))
    assert [await part.read() for part in parts] == [flac, flac[4:8], flac[-8:]]
    (access,) = await accesses(house)
    assert (access.who, access.how, access.contents) == ("Anna", "sound", (ContentKind.SOUND,))


@pytest.mark.promise(7)
async def test_each_address_is_an_access_of_its_own(
    hass: HomeAssistant,
    house: House,
    anna: Person,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
) -> None:
    player, client = await hass_client_no_auth(), await hass_ws_client(hass, anna.token)
    for _ in range(2):
        assert (await player.get(await path_of(house, client))).status == HTTPStatus.OK
    assert len(await accesses(house)) == 2


@pytest.mark.parametrize(
    ("wanted", "status", "told", "part"),
    [
        ("bytes=0-0", 206, "bytes 0-0/{size}", slice(0, 1)),
        ("bytes=2-4", 206, "bytes 2-4/{size}", slice(2, 5)),
        ("bytes=2-999999999", 206, "bytes 2-{last}/{size}", slice(2, None)),
        ("bytes=-999999999", 206, "bytes 0-{last}/{size}", slice(None)),
        ("bytes={last}-", 206, "bytes {last}-{last}/{size}", slice(-1, None)),
        ("bytes={size}-", 416, "bytes */{size}", None),
        ("bytes=-0", 416, "bytes */{size}", None),
        # What is no range, and several at once, are answered with all of it.
        ("bytes=4-2", 200, None, slice(None)),
        ("bytes=-", 200, None, slice(None)),
        ("bytes=0-1,4-5", 200, None, slice(None)),
        ("words=0-1", 200, None, slice(None)),
        ("bytes=" + "9" * 19 + "-", 200, None, slice(None)),
        ("bytes=²-", 200, None, slice(None)),
    ],
)
async def test_a_part_is_what_was_asked_for_and_said_to_be(  # noqa: PLR0913, PLR0917 - four facts of each range
    hass: HomeAssistant,
    house: House,
    anna: Person,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
    wanted: str,
    status: int,
    told: str | None,
    part: slice | None,
) -> None:
    flac = house.runtime.vault.read((await house.utterance()).utterance_id, ContentKind.SOUND)
    numbers = {"size": len(flac), "last": len(flac) - 1}
    path = await path_of(house, await hass_ws_client(hass, anna.token))
    response = await (await hass_client_no_auth()).get(path, headers={"Range": wanted.format(**numbers)})
    assert response.status == status
    assert response.headers.get("Content-Range") == (told.format(**numbers) if told else None)
    assert await response.read() == (b"" if part is None else flac[part])
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.promise(7)
async def test_no_sound_is_opened_that_cannot_be_entered(  # noqa: PLR0913, PLR0917 - fixtures
    hass: HomeAssistant,
    house: House,
    anna: Person,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    path = await path_of(house, await hass_ws_client(hass, anna.token))

    def refuse(*_: object) -> None:
        raise OSError

    def open_it(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(Ledger, "append", refuse)
    monkeypatch.setattr(Vault, "read", open_it)
    response = await (await hass_client_no_auth()).get(path)
    assert response.status == HTTPStatus.SERVICE_UNAVAILABLE
    own = [record.getMessage() for record in caplog.records if "earshot" in record.name]
    assert any("ledger_unavailable" in message for message in own)


async def test_an_address_is_of_no_use_to_another_person_who_may_listen_too(
    hass: HomeAssistant,
    house: House,
    anna: Person,
    hass_ws_client: WebSocketGenerator,
    hass_client: ClientSessionGenerator,
) -> None:
    path, _ = (await path_of(house, await hass_ws_client(hass, anna.token))).split("&authSig")
    assert (await (await hass_client()).get(path)).status == HTTPStatus.NOT_FOUND  # an administrator
    assert not await accesses(house)
    assert (await (await hass_client(anna.token)).get(path)).status == HTTPStatus.OK


async def test_a_right_that_is_taken_away_is_gone_for_an_address_that_is_out(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator, hass_client_no_auth: ClientSessionGenerator
) -> None:
    ben, kitchen, settings = await add_person(hass, "Ben"), add_satellite(hass, "Kitchen"), house.runtime.settings
    await settings.set_retention(None, ContentKind.SOUND, DAY, "Chief")
    await settings.share(kitchen, True, "Chief")
    await house.say(satellite_id=kitchen)
    player = await hass_client_no_auth()
    path = await path_of(house, await hass_ws_client(hass, ben.token))
    assert (await player.get(path)).status == HTTPStatus.OK
    await settings.share(kitchen, False, "Chief")
    assert (await player.get(path)).status == HTTPStatus.FORBIDDEN


async def test_what_is_erased_meanwhile_is_gone(
    hass: HomeAssistant,
    house: House,
    anna: Person,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
) -> None:
    client, player = await hass_ws_client(hass, anna.token), await hass_client_no_auth()
    path, utterance_id = await path_of(house, client), (await house.utterance()).utterance_id
    await house.runtime.storage.erase(utterance_id, (ContentKind.SOUND,), "Anna")
    assert (await player.get(path)).status == HTTPStatus.NOT_FOUND
    await client.send_json_auto_id({"type": "earshot/utterances/sound_path", "utterance_id": utterance_id})
    assert (await client.receive_json())["error"]["code"] == "content_gone"


@pytest.mark.parametrize("gone", ["time", "reloaded", "unloaded"])
async def test_an_address_is_over_with_its_time_and_its_earshot(  # noqa: PLR0913, PLR0917 - fixtures
    hass: HomeAssistant,
    house: House,
    anna: Person,
    hass_ws_client: WebSocketGenerator,
    hass_client: ClientSessionGenerator,
    gone: str,
) -> None:
    path = await path_of(house, await hass_ws_client(hass, anna.token))
    match gone:
        case "time":
            async_fire_time_changed(hass, dt_util.utcnow() + timedelta(minutes=6))
            await hass.async_block_till_done()
        case "reloaded":
            await hass.config_entries.async_reload(house.entry.entry_id)
        case "unloaded":
            await hass.config_entries.async_unload(house.entry.entry_id)
    assert (await (await hass_client(anna.token)).get(path)).status == HTTPStatus.NOT_FOUND


async def test_a_player_with_an_address_that_is_over_has_not_failed_to_log_in(
    hass: HomeAssistant,
    house: House,
    anna: Person,
    hass_client_no_auth: ClientSessionGenerator,
    caplog: pytest.LogCaptureFixture,
) -> None:
    refresh = next(iter(anna.user.refresh_tokens))
    over = async_sign_path(hass, "/api/earshot/sound/01", timedelta(seconds=-1), refresh_token_id=refresh)
    player = await hass_client_no_auth()
    for path in (over, "/api/earshot/sound/01", "/api/earshot/sound/01?authSig=x"):
        assert (await player.get(path)).status == HTTPStatus.FORBIDDEN
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING and "ban" in record.name]


async def test_there_is_no_sound_of_what_nobody_said(
    hass: HomeAssistant,
    house: House,
    anna: Person,
    hass_ws_client: WebSocketGenerator,
    hass_client: ClientSessionGenerator,
) -> None:
    client = await hass_ws_client(hass, anna.token)
    await client.send_json_auto_id({"type": "earshot/utterances/sound_path", "utterance_id": "01"})
    assert (await client.receive_json())["error"]["code"] == "not_found"
    assert (await (await hass_client(anna.token)).get("/api/earshot/sound/01")).status == HTTPStatus.NOT_FOUND
