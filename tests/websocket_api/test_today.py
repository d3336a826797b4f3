"""A day at a glance, as a page asks for it and follows it."""

from datetime import timedelta
from typing import Any

from freezegun import freeze_time
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.earshot.const import DOMAIN
from tests.gate.house import COMMAND, House, refused
from tests.websocket_api.test_commands import ask


async def today(client: Any, **more: Any) -> Any:
    return await ask(client, type="earshot/today/get", **more)


async def follow(client: Any, **more: Any) -> Any:
    """Follow the day, and return the whole of it."""
    await ask(client, type="earshot/today/subscribe", **more)
    event = (await client.receive_json())["event"]
    return event["today"]


async def until(client: Any, **fields: Any) -> dict[str, Any]:
    """Wait until these fields of the day have these values."""
    while True:
        event = (await client.receive_json())["event"]
        if event["type"] == "today" and all(event["today"][name] == value for name, value in fields.items()):
            return event["today"]  # type: ignore[no-any-return]  # JSON


async def test_a_quiet_day_says_so(hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator) -> None:
    told = await today(await hass_ws_client(hass))
    assert told["day"] == dt_util.now().date().isoformat()
    assert (told["said"], told["false_wakes"], told["satellites"]) == (0, 0, [])
    # Earshot has watched since it was installed, a moment ago.
    assert told["sentence"] == {"said": 0, "house": "nothing_seen", "listened": "nobody_seen", "watched": "in_part"}
    assert [gap["reason"] for gap in told["gaps"]] == ["before_earshot"]


async def test_the_day_tells_what_was_said_and_holds_no_word(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.say()
    house.host.hears = refused("silence")
    await house.say()
    await house.over()
    told = await today(await hass_ws_client(hass))
    assert (told["said"], told["false_wakes"], told["left_house"]) == (1, 1, 0)
    (line,) = told["satellites"]
    assert [mark["sorts"] for mark in line["marks"]] == [["said"], ["false_wake"]]
    assert (line["entity_id"], line["count"], line["more"]) == (None, 2, 0)
    at_home = {reason["who"]: reason["place"] for reason in told["reasons"] if reason["says"] == "nothing_left"}
    assert "this_machine" in at_home.values()
    assert told["kept"]["words"] == 1
    assert told["kept"]["bytes"] > 0
    assert dt_util.utcnow().isoformat() < told["kept"]["next_erasure"] < told["kept"]["last_erasure"]
    assert COMMAND not in str(told)


async def test_another_day_can_be_asked_for(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.say()
    await house.over()
    client = await hass_ws_client(hass)
    yesterday = dt_util.now().date() - timedelta(days=1)
    told = await today(client, day=yesterday.isoformat())
    assert (told["day"], told["said"], told["is_today"]) == (yesterday.isoformat(), 0, False)
    tomorrow = await today(client, day=(yesterday + timedelta(days=2)).isoformat())
    assert tomorrow["sentence"]["watched"] == "not_yet"


async def test_somebody_who_reads_is_in_the_sentence(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.say()
    utterance = await house.utterance()
    client = await hass_ws_client(hass)
    await ask(client, type="earshot/utterances/get", utterance_id=utterance.utterance_id, words=True)
    told = await today(client)
    assert (told["listened"], told["sentence"]["listened"]) == (1, "somebody")
    (reason,) = (reason for reason in told["reasons"] if reason["part"] == "listened")
    assert (reason["why"], reason["how"], reason["count"]) == ("accessed", "words", 1)
    assert reason["utterance_ids"] == [utterance.utterance_id]


async def test_who_follows_sees_the_end_of_an_utterance_and_what_is_kept_of_it(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    whole = await follow(client)
    assert whole["said"] == 0
    await house.say()
    await house.over()
    told = await until(client, said=1, open=0)
    assert COMMAND not in str(told)
    while told["kept"]["words"] + told["kept"]["responses"] != 2:
        told = await until(client, said=1)


async def test_who_follows_hears_of_it_when_earshot_is_gone_and_back(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    await follow(client)
    await hass.config_entries.async_unload(house.entry.entry_id)
    while (event := (await client.receive_json())["event"])["type"] == "today":
        continue
    assert event == {"type": "unavailable", "code": "not_loaded"}
    await hass.config_entries.async_setup(house.entry.entry_id)
    assert (await client.receive_json())["event"]["type"] == "today"
    await house.say()
    await until(client, said=1)


async def test_at_midnight_it_is_another_day(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    whole = await follow(client)
    midnight = dt_util.start_of_local_day() + timedelta(days=1)
    assert midnight.date().isoformat() != whole["day"]
    # The clock goes on: who follows looks a moment after midnight.
    with freeze_time(midnight, tick=True):
        async_fire_time_changed(hass, midnight)
        await until(client, day=midnight.date().isoformat())


async def test_a_repair_that_opens_is_a_decision_and_one_that_is_ignored_is_none(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    await follow(client)
    ir.async_create_issue(
        hass,
        DOMAIN,
        "contents_lost",
        is_fixable=False,
        severity=ir.IssueSeverity.WARNING,
        translation_key="contents_lost",
        translation_placeholders={"count": "3"},
    )

    async def repairs() -> list[dict[str, Any]]:
        decisions = (await until(client))["decisions"]
        return [decision for decision in decisions if decision["kind"] == "repair"]

    while not (found := await repairs()):
        continue
    assert [(one["id"], one["severity"], one["placeholders"]) for one in found] == [
        ("contents_lost", "warning", {"count": "3"})
    ]
    ir.async_ignore_issue(hass, DOMAIN, "contents_lost", ignore=True)
    while await repairs():
        continue


async def test_a_ledger_that_nobody_ever_witnessed_is_a_decision(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    assert "not_witnessed" in {decision["kind"] for decision in (await today(client))["decisions"]}
    checkpoint = (await ask(client, type="earshot/checkpoint/get"))["checkpoint"]
    await ask(client, type="earshot/checkpoint/compare", checkpoint=checkpoint)
    assert "not_witnessed" not in {decision["kind"] for decision in (await today(client))["decisions"]}


async def test_nothing_is_sent_to_who_follows_no_more(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "earshot/today/subscribe"})
    subscription = (await client.receive_json())["id"]
    await client.receive_json()
    await ask(client, type="unsubscribe_events", subscription=subscription)
    await house.say()
    await house.over()
    # The next that comes is the answer to the next question.
    assert (await today(client))["said"] == 1


@pytest.mark.parametrize("day", ["yesterday", "9999-12-31"])
async def test_what_is_no_day_is_refused(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator, day: str
) -> None:
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "earshot/today/get", "day": day})
    answer = await client.receive_json()
    assert not answer["success"]
    assert answer["error"]["code"] in {"invalid_format", "ledger_failed"}
