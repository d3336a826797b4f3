"""Forgetting and traces, as a browser asks for them."""

from typing import Any

from homeassistant.core import HomeAssistant
import pytest
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.earshot.errors import VaultError
from custom_components.earshot.models import ContentKind
from custom_components.earshot.traces.table import read_table
from tests.gate.house import House
from tests.websocket_api.test_commands import ask


async def work(client: Any, **command: Any) -> list[dict[str, Any]]:
    """Begin something that takes its time, and return its events."""
    await ask(client, **command)
    events: list[dict[str, Any]] = []
    while not events or events[-1]["type"] == "progress":
        events.append((await client.receive_json())["event"])
    return events


async def test_erasing_tells_how_far_it_is_and_then_what_was_forgotten(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.say()
    view = await house.utterance()
    client = await hass_ws_client(hass)
    *progress, done = await work(client, type="earshot/utterances/erase", utterance_ids=[view.utterance_id])
    assert progress == [{"type": "progress", "done": 1, "total": None}]
    assert (done["type"], done["forgotten"]["utterances"], done["forgotten"]["contents"]) == ("forgotten", 1, 2)
    assert all(content.erased_at is not None for content in (await house.utterance()).contents)


async def test_redacting_a_satellite_or_everything(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.say()
    view = await house.utterance()
    assert view.satellite is not None
    client = await hass_ws_client(hass)
    since = view.at.isoformat()
    (nothing,) = await work(client, type="earshot/utterances/redact", since=since, satellite="elsewhere")
    assert nothing["forgotten"]["utterances"] == 0
    await client.send_json_auto_id({"type": "earshot/utterances/redact", "everything": True})
    assert (await client.receive_json())["error"]["code"] == "confirmation_missing"
    *_, done = await work(client, type="earshot/utterances/redact", everything=True, confirm=True)
    assert done["forgotten"]["entries"] > 0
    assert not await house.utterances()


async def test_what_breaks_it_off_is_told_with_its_code(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.say()
    view = await house.utterance()

    async def refuse(_utterance_id: str, _kinds: tuple[ContentKind, ...], by: str) -> None:
        raise VaultError(by)

    monkeypatch.setattr(house.runtime.storage, "erase", refuse)
    client = await hass_ws_client(hass)
    (failed,) = await work(client, type="earshot/utterances/erase", utterance_ids=[view.utterance_id])
    assert failed == {"type": "failed", "code": "vault_failed", "placeholders": {}}
    await client.send_json_auto_id({"type": "earshot/utterances/erase"})
    assert (await client.receive_json())["error"]["code"] == "selection_unclear"


async def test_traces_are_listed_and_cleared(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.say()
    await house.over()
    client = await hass_ws_client(hass)
    listed = {one["place"]: one for one in (await ask(client, type="earshot/traces/list"))["traces"]}
    assert tuple(listed) == read_table().names
    speech = listed["speech_files"]
    assert (speech["count"], speech["evidence"], speech["purgeable"], speech["why_not"]) == (1, "observed", True, None)
    assert speech["since"].endswith("+00:00")
    assert listed["log_files"]["count"] is None
    (purged,) = (await ask(client, type="earshot/traces/purge", place="speech_files"))["traces"]
    assert purged == {"place": "speech_files", "count": 1, "left": 0, "why_not": None}
    await client.send_json_auto_id({"type": "earshot/traces/purge", "place": "attic"})
    assert (await client.receive_json())["error"]["code"] == "trace_place_unknown"
    assert len((await ask(client, type="earshot/traces/purge"))["traces"]) == len(listed)
