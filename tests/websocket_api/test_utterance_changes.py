"""Whoever watches a list is told once of whatever changes in it, and of nothing else."""

from datetime import timedelta
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.earshot.gate.changes import tell_entered
from custom_components.earshot.ledger import Accessed, Erased, UtteranceView
from custom_components.earshot.models import ContentKind
from custom_components.earshot.websocket_api import utterance_changes
from tests.gate.house import House
from tests.websocket_api.test_commands import ask


@pytest.fixture
async def view(house: House) -> UtteranceView:
    await house.say()
    await house.over()
    return await house.utterance()


@pytest.fixture
async def client(hass: HomeAssistant, house: House, view: UtteranceView, hass_ws_client: WebSocketGenerator) -> Any:
    """Return somebody who watches since it was said."""
    watching = await hass_ws_client(hass)
    await ask(watching, type="earshot/utterances/subscribe")
    return watching


async def told(hass: HomeAssistant, client: Any) -> list[dict[str, Any]]:
    """Return what was told until something that is asked last is answered."""
    await hass.async_block_till_done()
    await client.send_json_auto_id({"type": "earshot/me"})
    events = []
    while (message := await client.receive_json())["type"] == "event":
        events.append(message["event"])
    return events


def changes(events: list[dict[str, Any]]) -> list[tuple[str, list[str]]]:
    return [(event["utterance"]["utterance_id"], event["by"]) for event in events]


async def test_reading_erasing_and_disowning_are_told(
    hass: HomeAssistant, house: House, view: UtteranceView, client: Any, hass_ws_client: WebSocketGenerator
) -> None:
    other = await hass_ws_client(hass)
    await ask(other, type="earshot/utterances/get", utterance_id=view.utterance_id, words=True)
    (read,) = await told(hass, client)
    assert (read["type"], read["by"], read["utterance"]["listened"]) == ("changed", ["accessed"], True)
    await ask(other, type="earshot/utterances/not_meant", utterance_id=view.utterance_id)
    events = await told(hass, client)
    assert sorted({kind for event in events for kind in event["by"]}) == ["disowned", "erased"]
    last = events[-1]["utterance"]
    assert (last["outcome"], last["disowned_by"]) == ("false_wake", "Mock User")
    assert all(content["erased_at"] for content in last["contents"])


async def test_what_is_redacted_is_gone_and_not_changed(
    hass: HomeAssistant, house: House, view: UtteranceView, client: Any, hass_ws_client: WebSocketGenerator
) -> None:
    other = await hass_ws_client(hass)
    await ask(other, type="earshot/utterances/redact", utterance_ids=[view.utterance_id])
    await other.receive_json()
    events = await told(hass, client)
    assert events[-1] == {"type": "gone", "utterance_ids": [view.utterance_id]}
    assert all(event["type"] == "changed" for event in events[:-1])


async def test_a_search_that_only_looks_through_changes_nothing(
    hass: HomeAssistant, house: House, view: UtteranceView, client: Any
) -> None:
    searched = Accessed(
        utterance_id=view.utterance_id, at=dt_util.utcnow(), contents=(ContentKind.WORDS,), who="Anna", how="search"
    )
    assert await house.runtime.storage.write([searched])
    assert await told(hass, client) == []


async def test_several_changes_at_once_are_told_once(
    hass: HomeAssistant, house: House, view: UtteranceView, client: Any
) -> None:
    access = Accessed(
        utterance_id=view.utterance_id, at=dt_util.utcnow(), contents=(ContentKind.WORDS,), who="Anna", how="words"
    )
    erased = Erased(utterance_id=view.utterance_id, at=dt_util.utcnow(), contents=(ContentKind.WORDS,), by="Anna")
    tell_entered(hass, [access, erased])
    tell_entered(hass, [access])
    assert changes(await told(hass, client)) == [(view.utterance_id, ["accessed", "erased"])]


async def test_what_is_under_way_is_told_when_it_ends(
    hass: HomeAssistant, house: House, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.say()
    await house.over()
    newest, _ = await house.utterances()
    events = await told(hass, client)
    assert {event["utterance"]["utterance_id"] for event in events} == {newest.utterance_id}
    assert [event["by"].count("finished") for event in events] == [1]


async def test_too_much_at_once_is_told_as_that(
    hass: HomeAssistant, house: House, view: UtteranceView, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(utterance_changes, "MANY", 2)
    at = dt_util.utcnow()
    tell_entered(hass, [Erased(utterance_id=f"{n}", at=at, contents=(ContentKind.WORDS,), by="Anna") for n in range(3)])
    assert await told(hass, client) == [{"type": "stale"}]


async def test_an_erasure_waits_is_taken_back_and_is_done(
    hass: HomeAssistant, house: House, view: UtteranceView, hass_ws_client: WebSocketGenerator
) -> None:
    asker, other = await hass_ws_client(hass), await hass_ws_client(hass)
    erase = {"type": "earshot/utterances/erase", "utterance_ids": [view.utterance_id], "after": 8}
    await ask(asker, **erase)
    waiting = (await asker.receive_json())["event"]
    assert (waiting["type"], waiting["until"] > dt_util.utcnow().isoformat()) == ("waiting", True)
    await other.send_json_auto_id({"type": "earshot/utterances/get", "utterance_id": view.utterance_id, "words": True})
    assert (await other.receive_json())["error"]["code"] == "content_withheld"
    assert await ask(other, type="earshot/utterances/keep", ticket=waiting["ticket"]) == {"type": "kept"}
    assert (await asker.receive_json())["event"] == {"type": "kept"}
    await other.send_json_auto_id({"type": "earshot/utterances/keep", "ticket": waiting["ticket"]})
    assert (await other.receive_json())["error"]["code"] == "ticket_unknown"
    await ask(asker, **erase)
    assert (await asker.receive_json())["event"]["type"] == "waiting"
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=9))
    events = [(await asker.receive_json())["event"] for _ in range(2)]
    assert [event["type"] for event in events] == ["progress", "forgotten"]
    assert events[-1]["forgotten"]["contents"] == 2


@pytest.mark.parametrize("after", [-1, 61, "5"])
async def test_it_waits_no_longer_than_somebody_looks(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator, after: object
) -> None:
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "earshot/utterances/erase", "utterance_ids": ["01"], "after": after})
    assert (await client.receive_json())["error"]["code"] == "invalid_format"
