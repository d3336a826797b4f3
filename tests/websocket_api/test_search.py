"""A search tells which utterances hold something, and the ledger tells that somebody searched."""

from typing import Any

from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.earshot.ledger import Ledger
from custom_components.earshot.ledger.record import Accessed
from custom_components.earshot.models import ContentKind
from tests.gate.house import House, accepted


async def search(client: Any, **command: Any) -> Any:
    await client.send_json_auto_id({"type": "earshot/utterances/search", **command})
    answer = await client.receive_json()
    assert answer["success"], answer
    events = [(await client.receive_json())["event"]]
    while events[-1]["type"] == "progress":
        events.append((await client.receive_json())["event"])
    return events[-1]


async def accesses(house: House) -> dict[str, list[tuple[str, tuple[ContentKind, ...]]]]:
    """Return how each utterance was accessed, by whom it was heard to say."""
    ledger = house.runtime.ledger
    found = {}
    for item in await house.utterances():
        records = [entry.record for entry in ledger.entries(item.utterance_id)]
        found[item.utterance_id] = [(one.how, one.contents) for one in records if isinstance(one, Accessed)]
    return found


@pytest.fixture
async def said(hass: HomeAssistant, house: House) -> tuple[str, str]:
    """Let two things be said, and return their utterances."""
    await house.say()
    await house.over()
    house.host.hears = accepted("what time is it")
    await house.say()
    await house.over()
    newer, older = [item.utterance_id for item in await house.utterances()]
    return older, newer


@pytest.mark.promise(7)
async def test_what_is_looked_through_is_entered_and_what_is_found_once_more(
    hass: HomeAssistant, house: House, said: tuple[str, str], hass_ws_client: WebSocketGenerator
) -> None:
    older, newer = said
    client = await hass_ws_client(hass)
    event = await search(client, needle="KITCHEN")
    assert event["type"] == "found"
    assert [item["utterance_id"] for item in event["finding"]["items"]] == [older]
    assert (event["finding"]["looked"], event["finding"]["next"]) == (2, None)
    words = (ContentKind.WORDS,)
    assert await accesses(house) == {older: [("search", words), ("found", words)], newer: [("search", words)]}
    listened = {item.utterance_id: item.listened for item in await house.utterances()}
    assert listened == {older: True, newer: False}
    assert "kitchen light" not in str(event)


async def test_answers_can_be_searched_too(
    hass: HomeAssistant, house: House, said: tuple[str, str], hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    assert not (await search(client, needle="turned"))["finding"]["items"]
    event = await search(client, needle="turned", contents=["words", "response"])
    assert [item["utterance_id"] for item in event["finding"]["items"]] == [said[0]]


@pytest.mark.promise(7)
async def test_nothing_is_found_if_the_search_cannot_be_entered(
    hass: HomeAssistant,
    house: House,
    said: tuple[str, str],
    hass_ws_client: WebSocketGenerator,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Ledger, "append", refuse)
    event = await search(await hass_ws_client(hass), needle="kitchen")
    assert (event["type"], event["code"]) == ("failed", "ledger_unavailable")


@pytest.mark.promise(9)
async def test_what_is_looked_for_is_written_nowhere(
    hass: HomeAssistant,
    house: House,
    said: tuple[str, str],
    hass_ws_client: WebSocketGenerator,
    caplog: pytest.LogCaptureFixture,
) -> None:
    client = await hass_ws_client(hass)
    caplog.clear()
    await search(client, needle="marzipan")
    event = await search(client, needle="marzipan " * 50)
    assert event["code"] == "ledger_failed"
    assert "marzipan" not in str(event)
    # Home Assistant's own websocket writes whole messages when it is told to debug; nothing else writes any of it.
    others = [record for record in caplog.records if "websocket" not in record.name]
    assert not any("marzipan" in record.getMessage() for record in others)
    ledger = house.runtime.ledger
    assert b"marzipan" not in b"".join(ledger.export())
