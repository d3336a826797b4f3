"""An export goes out as a stream, once, to the administrator who asked for it, and what it opens is entered."""

import asyncio
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any

from aiohttp import ClientError, ClientPayloadError, ClientResponse, web
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator, WebSocketGenerator

from custom_components.earshot import http
from custom_components.earshot.gate import exporting
from custom_components.earshot.ledger import Ledger
from custom_components.earshot.ledger.export import ExportedContent, ExportReader
from custom_components.earshot.ledger.export_verify import verify_export
from custom_components.earshot.ledger.record import Accessed
from custom_components.earshot.models import ContentKind
from custom_components.earshot.websocket_api import export
from tests.gate.house import COMMAND, House


async def prepare(client: Any, **command: Any) -> Any:
    await client.send_json_auto_id({"type": "earshot/export/prepare", **command})
    answer = await client.receive_json()
    assert answer["success"], answer
    ready = (await client.receive_json())["event"]
    assert ready["type"] == "ready"
    return ready


async def test_an_export_is_fetched_once_and_verifies(
    hass: HomeAssistant,
    house: House,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
) -> None:
    await house.say()
    await house.over()
    client, browser = await hass_ws_client(hass), await hass_client_no_auth()
    answer = await prepare(client)
    response = await browser.get(answer["path"])
    assert response.status == HTTPStatus.OK
    assert response.headers["Cache-Control"] == "no-store"
    assert f'filename="{answer["filename"]}"' in response.headers["Content-Disposition"]
    data = await response.read()
    verdict = verify_export(BytesIO(data), house.runtime.ledger.keys)
    assert verdict.ok, verdict.failure
    assert verdict.size == answer["end"] - answer["first"] == house.runtime.ledger.size()
    assert COMMAND.encode() not in data
    assert (await browser.get(answer["path"])).status == HTTPStatus.NOT_FOUND


async def test_a_long_export_does_not_tell_of_every_part(
    hass: HomeAssistant,
    house: House,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(exporting, "CHUNK_BYTES", 1)
    monkeypatch.setattr(export, "PROGRESS_SECONDS", 10**6)
    await house.say()
    await house.over()
    client, browser = await hass_ws_client(hass), await hass_client_no_auth()
    answer = await prepare(client)
    await (await browser.get(answer["path"])).read()
    events = [(await client.receive_json())["event"] for _ in range(2)]
    assert [event["done"] for event in events] == [0, answer["end"] - answer["first"]]


async def test_whoever_asked_is_told_how_much_is_fetched(
    hass: HomeAssistant,
    house: House,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(exporting, "CHUNK_BYTES", 1)
    monkeypatch.setattr(export, "PROGRESS_SECONDS", 0)
    await house.say()
    await house.over()
    client, browser = await hass_ws_client(hass), await hass_client_no_auth()
    answer = await prepare(client)
    await (await browser.get(answer["path"])).read()
    total = answer["end"] - answer["first"]
    events = [(await client.receive_json())["event"] for _ in range(total + 2)]
    assert [event["done"] for event in events] == [0, *range(total), total]
    assert {event["total"] for event in events} == {total}


async def until_it_breaks_off(response: ClientResponse) -> bytes:
    data = bytearray()
    try:
        async for part in response.content.iter_any():
            data += part
    except ClientError:
        return bytes(data)
    pytest.fail("the file came to its end")


def everything(hass: HomeAssistant) -> set[Path]:
    return set(Path(hass.config.config_dir).rglob("*"))


def accesses(house: House, utterance_id: str) -> list[Accessed]:
    records = [entry.record for entry in house.runtime.ledger.entries(utterance_id)]
    return [record for record in records if isinstance(record, Accessed)]


@pytest.mark.promise(7)
async def test_contents_are_entered_as_exported_before_they_are_opened(
    hass: HomeAssistant,
    house: House,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
) -> None:
    await house.say()
    utterance = await house.utterance()
    client, browser = await hass_ws_client(hass), await hass_client_no_auth()
    answer = await prepare(client, contents=["words", "response"])
    assert not accesses(house, utterance.utterance_id)
    data = await (await browser.get(answer["path"])).read()
    (access,) = accesses(house, utterance.utterance_id)
    assert (access.who, access.how) == ("Mock User", "export")
    assert set(access.contents) == {ContentKind.WORDS, ContentKind.RESPONSE}
    verdict = verify_export(BytesIO(data), house.runtime.ledger.keys)
    assert verdict.ok, verdict.failure
    found = [line for line in ExportReader(BytesIO(data)).lines() if isinstance(line, ExportedContent)]
    assert {line.kind: line.words for line in found}[ContentKind.WORDS] == COMMAND.encode()
    assert COMMAND not in answer["path"] + answer["filename"]


@pytest.mark.promise(7)
async def test_an_export_that_cannot_be_entered_breaks_off_before_anything_is_opened(  # noqa: PLR0913, PLR0917 - fixtures
    hass: HomeAssistant,
    house: House,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await house.say()
    await house.over()
    client, browser = await hass_ws_client(hass), await hass_client_no_auth()
    answer = await prepare(client, contents=["words"])

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Ledger, "append", refuse)
    monkeypatch.setattr(exporting, "CHUNK_BYTES", 1)
    data = await until_it_breaks_off(await browser.get(answer["path"]))
    assert COMMAND.encode() not in data
    assert not verify_export(BytesIO(data), house.runtime.ledger.keys).ok
    own = [record.getMessage() for record in caplog.records if "earshot" in record.name]
    assert any("ledger_unavailable" in message for message in own)
    assert not any(COMMAND in message for message in own)


async def test_what_does_not_open_is_told_and_what_is_gone_is_left_out(
    hass: HomeAssistant,
    house: House,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
) -> None:
    await house.say()
    utterance_id = (await house.utterance()).utterance_id
    for path in house.runtime.paths.contents.rglob(f"{utterance_id}.words*"):
        path.write_bytes(b"EARSHOT-SEALED-1\n" + b"x" * 60)
    # Erased, and not entered yet.
    house.runtime.vault.erase(utterance_id, [ContentKind.RESPONSE])
    client, browser = await hass_ws_client(hass), await hass_client_no_auth()
    answer = await prepare(client, contents=["sound", "words", "response"])
    data = await (await browser.get(answer["path"])).read()
    found = [line for line in ExportReader(BytesIO(data)).lines() if isinstance(line, ExportedContent)]
    assert [(line.kind, line.problem) for line in found] == [(ContentKind.WORDS, "content_damaged")]
    assert verify_export(BytesIO(data), house.runtime.ledger.keys).ok


async def test_nothing_of_an_export_is_written_to_the_disk(
    hass: HomeAssistant,
    house: House,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await house.say()
    await house.over()
    opened: list[str] = []
    original = Path.open

    def watch(path: Path, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        opened.extend([path.name] if set(mode) & set("wax+") else [])
        return original(path, mode, *args, **kwargs)

    client, browser = await hass_ws_client(hass), await hass_client_no_auth()
    answer = await prepare(client, contents=["words"])
    before = everything(hass)
    monkeypatch.setattr(Path, "open", watch)
    assert COMMAND.encode() in await (await browser.get(answer["path"])).read()
    assert not opened
    assert everything(hass) <= before
    clear = [path for path in before if path.is_file() and COMMAND.encode() in path.read_bytes()]
    assert not [path for path in clear if "earshot" in path.parts]


async def test_another_person_has_no_use_for_the_address(  # noqa: PLR0913, PLR0917 - four clients ask
    hass: HomeAssistant,
    house: House,
    hass_ws_client: WebSocketGenerator,
    hass_client: ClientSessionGenerator,
    hass_client_no_auth: ClientSessionGenerator,
    hass_read_only_access_token: str,
) -> None:
    await house.say()
    await house.over()
    client = await hass_ws_client(hass)
    answer = await prepare(client)
    plain, _ = answer["path"].split("?")
    assert (await (await hass_client_no_auth()).get(plain)).status == HTTPStatus.UNAUTHORIZED
    assert (await (await hass_client(hass_read_only_access_token)).get(plain)).status == HTTPStatus.FORBIDDEN
    other = await hass.auth.async_create_user("Other", group_ids=["system-admin"])
    token = await hass.auth.async_create_refresh_token(other, "https://example.com/app")
    stranger = await hass_client(hass.auth.async_create_access_token(token))
    assert (await stranger.get(plain)).status == HTTPStatus.NOT_FOUND
    # It was of no use, and is not used up.
    assert (await (await hass_client()).get(plain)).status == HTTPStatus.OK


@pytest.mark.parametrize("gone", ["time", "unsubscribed", "reloaded", "unloaded"])
async def test_an_address_is_over_with_its_time_its_subscription_and_its_ledger(
    hass: HomeAssistant,
    house: House,
    hass_ws_client: WebSocketGenerator,
    hass_client: ClientSessionGenerator,
    gone: str,
) -> None:
    await house.say()
    await house.over()
    client, browser = await hass_ws_client(hass), await hass_client()
    path = (await prepare(client))["path"].split("?")[0]
    match gone:
        case "time":
            async_fire_time_changed(hass, dt_util.utcnow().replace(year=2100))
            await hass.async_block_till_done()
        case "unsubscribed":
            await client.send_json_auto_id({"type": "unsubscribe_events", "subscription": 1})
            await client.receive_json()
        case "reloaded":
            await hass.config_entries.async_reload(house.entry.entry_id)
        case "unloaded":
            await hass.config_entries.async_unload(house.entry.entry_id)
    assert (await browser.get(path)).status == HTTPStatus.NOT_FOUND


async def test_a_browser_that_takes_nothing_does_not_keep_the_ledger_open(
    hass: HomeAssistant,
    house: House,
    hass_ws_client: WebSocketGenerator,
    hass_client_no_auth: ClientSessionGenerator,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await house.say()
    await house.over()
    closed = asyncio.Event()
    original = exporting._lines

    def watched(*arguments: Any) -> Any:
        try:
            yield from original(*arguments)
        finally:
            hass.loop.call_soon_threadsafe(closed.set)

    monkeypatch.setattr(exporting, "_lines", watched)

    async def never(*_: object) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(web.StreamResponse, "write", never)
    monkeypatch.setattr(http, "PATIENCE", 0)
    client, browser = await hass_ws_client(hass), await hass_client_no_auth()
    answer = await prepare(client)
    with pytest.raises(ClientPayloadError):
        await (await browser.get(answer["path"])).read()
    await closed.wait()


async def test_a_time_in_which_nothing_was_said_has_no_export(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "earshot/export/prepare", "since": "2100-01-01T00:00:00"})
    assert (await client.receive_json())["error"]["code"] == "ledger_failed"
