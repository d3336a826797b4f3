"""What a panel can ask, as a browser asks it."""

from datetime import timedelta
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from custom_components.earshot.ledger import Ledger
from custom_components.earshot.ledger.checkpoint import VerifyingKey
from custom_components.earshot.ledger.receipt import verify_receipt
from custom_components.earshot.ledger.record import Accessed
from custom_components.earshot.models import Outcome
from tests.gate.house import COMMAND, SECOND, House, refused

ME: dict[str, Any] = {"type": "earshot/me"}


async def test_everybody_is_told_who_they_are(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator, hass_read_only_access_token: str
) -> None:
    admin = await ask(await hass_ws_client(hass), **ME)
    assert (admin["role"], admin["may_change"], admin["shows_contents"]) == ("admin", True, "all")
    other = await ask(await hass_ws_client(hass, hass_read_only_access_token), **ME)
    assert (other["role"], other["may_change"], other["shows_contents"]) == ("read_only", False, "own")


async def ask(client: Any, **command: Any) -> Any:
    await client.send_json_auto_id(command)
    answer = await client.receive_json()
    assert answer["success"], answer
    return answer["result"]


async def test_utterances_are_listed_newest_first_by_pages(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.say()
    house.host.hears = refused("silence")
    await house.say()
    await house.over()
    client = await hass_ws_client(hass)
    first = await ask(client, type="earshot/utterances/list", limit=1)
    assert [item["outcome"] for item in first["items"]] == ["false_wake"]
    second = await ask(client, type="earshot/utterances/list", limit=1, before=first["next"])
    assert [item["outcome"] for item in second["items"]] == ["answered"]
    assert second["next"] is None
    answered = await ask(client, type="earshot/utterances/list", outcome="answered", since="2020-01-01T00:00:00+00:00")
    assert answered["items"] == second["items"]
    assert not (await ask(client, type="earshot/utterances/list", until="2020-01-01T00:00:00"))["items"]


def ids(page: Any) -> list[str]:
    return [item["utterance_id"] for item in page["items"]]


async def test_a_list_is_restricted_counted_and_entered_anywhere(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    for _ in range(3):
        await house.say()
    await house.over()
    client = await hass_ws_client(hass)
    items = (await ask(client, type="earshot/utterances/list"))["items"]
    names = [item["utterance_id"] for item in items]
    labels = await ask(client, type="earshot/utterances/labels")
    assert labels["ears"] == sorted({ear["label"] for item in items for ear in item["ears"]})
    satellites = {item["satellite"]["entity_id"] or item["satellite"]["label"] for item in items}
    assert labels["satellites"] == sorted(satellites)
    for label in labels["ears"]:
        heard = [item["utterance_id"] for item in items if label in {ear["label"] for ear in item["ears"]}]
        assert ids(await ask(client, type="earshot/utterances/list", heard_by=label)) == heard
        assert (await ask(client, type="earshot/utterances/count", heard_by=label))["count"] == len(heard)
    for place, count in {"internet": 0, items[0]["ears"][0]["place"]: 3}.items():
        assert len((await ask(client, type="earshot/utterances/list", place=place))["items"]) == count
        assert (await ask(client, type="earshot/utterances/count", place=place))["count"] == count
    page = await ask(client, type="earshot/utterances/list", skip=1, limit=1)
    assert ids(page) == names[1:2]
    assert ids(await ask(client, type="earshot/utterances/list", limit=1, before=page["next"])) == names[2:]


async def test_an_utterance_tells_how_far_its_entries_are_proven(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.say()
    await house.over()
    utterance = await house.utterance()
    client = await hass_ws_client(hass)
    ask_for = {"type": "earshot/utterances/get", "utterance_id": utterance.utterance_id}
    answer = await ask(client, **ask_for)
    size = answer["entries"][-1]["index"] + 1
    assert answer["proof"] == {"size": size, "signed_size": size, "witnessed_size": 0}
    note = (await ask(client, type="earshot/checkpoint/get", sign=True))["checkpoint"]
    await ask(client, type="earshot/checkpoint/compare", checkpoint=note)
    assert (await ask(client, **ask_for))["proof"] == {
        "size": size + 1,
        "signed_size": size + 1,
        "witnessed_size": size,
    }


async def test_one_utterance_is_told_without_words(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.say()
    utterance = await house.utterance()
    client = await hass_ws_client(hass)
    answer = await ask(client, type="earshot/utterances/get", utterance_id=utterance.utterance_id)
    assert answer["utterance"]["ears"][0]["kind"] == "microphone"
    kinds = [entry["record"]["kind"] for entry in answer["entries"]]
    assert (kinds[0], kinds[-1]) == ("heard", "finished")
    assert all(len(entry["leaf_hash"]) == 64 for entry in answer["entries"])
    assert answer["words"] is None
    assert COMMAND not in str(answer)


@pytest.mark.promise(7)
async def test_reading_words_is_itself_entered(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.say()
    utterance = await house.utterance()
    client = await hass_ws_client(hass)
    answer = await ask(client, type="earshot/utterances/get", utterance_id=utterance.utterance_id, words=True)
    assert answer["words"]["words"] == COMMAND
    assert answer["words"]["response"]
    (*_, last) = house.runtime.ledger.entries(utterance.utterance_id)
    assert isinstance(last.record, Accessed)
    assert last.record.who == "Mock User"
    assert answer["entries"][-1]["record"]["kind"] == "accessed"


@pytest.mark.promise(7)
async def test_words_are_not_read_if_the_reading_cannot_be_entered(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.say()
    utterance = await house.utterance()
    client = await hass_ws_client(hass)

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Ledger, "append", refuse)
    await client.send_json_auto_id(
        {"type": "earshot/utterances/get", "utterance_id": utterance.utterance_id, "words": True}
    )
    answer = await client.receive_json()
    assert answer["error"]["code"] == "ledger_unavailable"
    assert COMMAND not in str(answer)


async def test_words_that_were_never_kept_are_none(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    house.host.hears = refused("silence")
    await house.say()
    utterance = await house.utterance()
    client = await hass_ws_client(hass)
    answer = await ask(client, type="earshot/utterances/get", utterance_id=utterance.utterance_id, words=True)
    assert answer["words"] == {"words": None, "response": None}


async def test_an_unknown_utterance_is_not_found(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "earshot/utterances/get", "utterance_id": "nobody", "words": True})
    assert (await client.receive_json())["error"]["code"] == "not_found"
    assert not house.runtime.ledger.size()


async def test_a_subscriber_is_told_of_each_utterance_when_it_is_over(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    await ask(client, type="earshot/utterances/subscribe")
    await hass.config_entries.async_reload(house.entry.entry_id)
    await house.say()
    event = (await client.receive_json())["event"]
    assert (event["type"], "finished" in event["by"]) == ("changed", True)
    assert event["utterance"]["outcome"] == Outcome.ANSWERED
    assert event["utterance"]["took_ms"] is not None


async def test_the_ledger_tells_its_size_and_signs_when_asked(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.say()
    await house.over()
    client = await hass_ws_client(hass)
    status = await ask(client, type="earshot/ledger/status")
    assert status["size"] == house.runtime.ledger.size() > 0
    assert status["outages"] == {}
    assert status["witnessed"] is None
    signed = await ask(client, type="earshot/ledger/status", sign=True)
    assert signed["checkpoint"].splitlines()[1] == str(signed["size"])
    await ask(client, type="earshot/checkpoint/compare", checkpoint=signed["checkpoint"])
    witnessed = (await ask(client, type="earshot/ledger/status"))["witnessed"]
    assert (witnessed["kind"], witnessed["size"]) == ("checkpoint_witnessed", signed["size"])


async def test_verifying_tells_how_far_it_is_and_then_the_verdict(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.say()
    await house.over()
    client = await hass_ws_client(hass)
    await ask(client, type="earshot/ledger/verify")
    events = [(await client.receive_json())["event"]]
    while events[-1]["type"] != "verdict":
        events.append((await client.receive_json())["event"])
    assert events[-1]["verdict"]["ok"] is True
    assert [event["type"] for event in events[:-1]] == ["progress"] * (len(events) - 1)
    assert len(events) > 1


async def test_the_list_is_made_anew_while_a_person_watches(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.say()
    await house.over()
    client = await hass_ws_client(hass)
    with house.runtime.ledger._store.write() as transaction:
        transaction.drop_utterances([(await house.utterance()).utterance_id])
    assert not (await ask(client, type="earshot/utterances/list"))["items"]
    await ask(client, type="earshot/ledger/rebuild")
    events = [(await client.receive_json())["event"]]
    while events[-1]["type"] == "progress":
        events.append((await client.receive_json())["event"])
    assert events[-1] == {"type": "rebuilt", "put_right": 1}
    assert len((await ask(client, type="earshot/utterances/list"))["items"]) == 1


async def test_the_report_of_the_host_is_shown(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    answer = await ask(client, type="earshot/host/report")
    assert answer["available"] is True
    assert answer["report"]["enforced"] is True
    (only,) = answer["hosts"]
    assert only == {name: value for name, value in answer.items() if name != "hosts"}
    assert (only["title"], only["place"]) == (None, None)
    assert [engine["stage"] for engine in answer["report"]["engines"]] == [
        "wake_word",
        "speech_to_text",
        "text_to_speech",
    ]


async def test_a_run_from_a_browser_is_an_utterance_without_a_satellite(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    await ask(
        client,
        type="assist_pipeline/run",
        pipeline=house.pipeline_id,
        start_stage="stt",
        end_stage="tts",
        input={"sample_rate": 16_000, "no_vad": True},
    )
    started = (await client.receive_json())["event"]
    assert started["type"] == "run-start"
    handler = started["data"]["runner_data"]["stt_binary_handler_id"]
    await client.send_bytes(bytes([handler]) + SECOND)
    await client.send_bytes(bytes([handler]))
    events = [started]
    while events[-1]["type"] != "run-end":
        events.append((await client.receive_json())["event"])
    assert "error" not in {event["type"] for event in events}
    utterance = await house.utterance()
    assert utterance.outcome is Outcome.ANSWERED
    assert utterance.satellite is not None
    assert (utterance.satellite.label, utterance.satellite.entity_id) == ("Browser or app", None)


async def test_a_browser_that_goes_away_leaves_a_cancelled_utterance(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    await ask(
        client,
        type="assist_pipeline/run",
        pipeline=house.pipeline_id,
        start_stage="stt",
        end_stage="tts",
        input={"sample_rate": 16_000, "no_vad": True},
    )
    while (await client.receive_json())["event"]["type"] != "stt-start":
        pass
    await client.close()
    assert (await house.utterance()).outcome is Outcome.CANCELLED


async def test_a_browser_that_says_nothing_until_it_times_out_was_a_false_wake(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    client = await hass_ws_client(hass)
    await ask(
        client,
        type="assist_pipeline/run",
        pipeline=house.pipeline_id,
        start_stage="stt",
        end_stage="tts",
        timeout=0.2,
        input={"sample_rate": 16_000, "no_vad": True},
    )
    utterances = await house.utterances()
    while not utterances:
        utterances = await house.utterances()
    (utterance,) = utterances
    assert (utterance.outcome, utterance.code) == (Outcome.FALSE_WAKE, "timeout")


async def test_a_receipt_is_sent_that_verifies_elsewhere(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.say()
    utterance = await house.utterance()
    client = await hass_ws_client(hass)
    answer = await ask(client, type="earshot/utterances/receipt", utterance_id=utterance.utterance_id)
    keys = [VerifyingKey.parse(key) for key in answer["keys"]]
    assert verify_receipt(answer["receipt"], keys).ok
    assert answer["filename"] == f"earshot-{utterance.utterance_id}.tlog-proof"
    assert COMMAND not in answer["receipt"]
    await client.send_json_auto_id({"type": "earshot/utterances/receipt", "utterance_id": "nobody"})
    assert (await client.receive_json())["error"]["code"] == "not_found"


async def test_utterances_are_found_by_what_became_of_them(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await house.say()
    utterance = await house.utterance()
    client = await hass_ws_client(hass)

    async def found(**filters: bool) -> bool:
        return bool((await ask(client, type="earshot/utterances/list", **filters))["items"])

    assert await found(words_kept=True, left_house=False, listened=False, sound_kept=False)
    assert not await found(listened=True)
    await ask(client, type="earshot/utterances/get", utterance_id=utterance.utterance_id, words=True)
    assert await found(listened=True)
    for name in ("words_kept", "listened"):
        assert not await found(**{name: False})
    for name in ("left_house", "sound_kept"):
        assert not await found(**{name: True})


async def test_numbers_are_those_of_the_days_of_the_house(
    hass: HomeAssistant, house: House, hass_ws_client: WebSocketGenerator
) -> None:
    await hass.config.async_set_time_zone("Pacific/Kiritimati")
    await house.say()
    house.host.hears = refused("silence")
    await house.say()
    await house.over()
    client = await hass_ws_client(hass)
    today = dt_util.now().date()
    first = (today - timedelta(days=1)).isoformat()
    totals = await ask(client, type="earshot/totals/get", first=first, last=today.isoformat())
    assert (totals["all"]["said"], totals["all"]["false_wakes"]) == (1, 1)
    assert [(day["day"], day["count"]["said"]) for day in totals["days"]] == [(first, 0), (today.isoformat(), 1)]
    assert {place["place"] for place in totals["places"] if place["count"]["said"]} >= {"sandbox", "this_machine"}
    await client.send_json_auto_id({"type": "earshot/totals/get", "first": today.isoformat(), "last": first})
    assert (await client.receive_json())["error"]["code"] == "ledger_failed"
