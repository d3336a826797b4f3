"""What a sentence did to the home, through real pipelines, automations and scripts."""

import asyncio
from datetime import timedelta
from typing import Any

from homeassistant.components.assist_pipeline.models import PipelineStage
from homeassistant.components.homeassistant.exposed_entities import async_expose_entity
from homeassistant.core import Context, Event, EventStateChangedData, HomeAssistant, ServiceCall, callback
from homeassistant.helpers import area_registry as ar, entity_registry as er
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.earshot.gate.deeds import (
    LATE_BATCH_SECONDS,
    LATE_SECONDS,
    MAX_DEEDS,
    MAX_LATE,
    MAX_TARGETS,
    Watched,
)
from custom_components.earshot.ledger import Acted, Selection
from custom_components.earshot.ledger.view import DeedsView
from custom_components.earshot.models import Deed, Evidence, Target
from tests.gate.house import COMMAND, House, accepted, kinds_on_disk

LIGHT = Target(entity_id="input_boolean.kitchen_light")
ACTIONS = ["homeassistant.turn_on", "input_boolean.turn_on"]
"""What switching it on consists of."""


async def done(house: House) -> DeedsView:
    """Return what the only utterance did."""
    acted = (await house.utterance()).acted
    assert acted is not None
    return acted


async def later(hass: HomeAssistant, seconds: float) -> None:
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=seconds + 1))
    await hass.async_block_till_done(wait_background_tasks=False)


async def test_a_command_is_entered_with_what_it_did_and_to_what_in_which_room(
    hass: HomeAssistant, house: House
) -> None:
    kitchen = ar.async_get(hass).async_create("Kitchen").id
    er.async_get(hass).async_update_entity(LIGHT.entity_id, area_id=kitchen)
    await house.say()
    acted = await done(house)
    light = Target(entity_id=LIGHT.entity_id, area="Kitchen")
    assert acted.evidence is Evidence.OBSERVED
    # The general action, and that of the domain which it is handed on to.
    assert acted.deeds == (
        Deed(action="homeassistant.turn_on", targets=(light,)),
        Deed(action="input_boolean.turn_on", targets=(light,)),
    )
    assert acted.changed == (light,)
    assert acted.left_out == 0


@pytest.mark.promise(2)
async def test_what_was_done_is_on_disk_before_the_answer_is_spoken(house: House) -> None:
    on_disk: list[str] = []
    house.host.says = lambda _text: on_disk.extend(kinds_on_disk(house.runtime))
    await house.say()
    await house.over()
    assert on_disk.count("acted") == 1
    assert kinds_on_disk(house.runtime).count("acted") == 1


async def test_a_question_did_nothing_and_the_ledger_says_so(house: House) -> None:
    house.host.hears = accepted("what time is it")
    await house.say()
    acted = await done(house)
    assert acted == DeedsView(evidence=Evidence.OBSERVED, deeds=(), changed=(), left_out=0)


async def test_what_reached_no_agent_did_nothing_of_which_anything_could_be_said(house: House) -> None:
    await house.say(end=PipelineStage.STT)
    assert (await house.utterance()).acted is None


async def test_of_somebody_else_at_the_same_time_nothing_is_entered(hass: HomeAssistant, house: House) -> None:
    def meddle(_text: str) -> None:
        hass.states.async_set("sensor.other", "1", context=Context())
        hass.bus.async_fire("call_service", {"domain": "light", "service": "turn_on", "service_data": {}})

    house.host.says = meddle
    await house.say()
    acted = await done(house)
    assert [deed.action for deed in acted.deeds] == ACTIONS
    assert acted.changed == (LIGHT,)


async def test_an_automation_that_it_set_off_and_what_that_did_count_as_its_doing(
    hass: HomeAssistant, house: House
) -> None:
    automation = {
        "alias": "Follow",
        "trigger": {"platform": "state", "entity_id": LIGHT.entity_id},
        "action": {"action": "input_boolean.turn_on", "target": {"entity_id": "input_boolean.hall_lamp"}},
    }
    assert await async_setup_component(hass, "automation", {"automation": [automation]})
    await house.say()
    await _changed(hass, "on")
    await house.over()
    await later(hass, LATE_BATCH_SECONDS)
    acted = await done(house)
    assert [(deed.action, deed.through) for deed in acted.deeds][2:] == [("input_boolean.turn_on", "automation.follow")]
    assert {target.entity_id for target in acted.changed} >= {LIGHT.entity_id, "input_boolean.hall_lamp"}


async def test_what_a_script_does_after_the_end_is_entered_later_and_not_for_ever(
    hass: HomeAssistant, house: House
) -> None:
    steps = [asyncio.Event(), asyncio.Event()]

    async def go_on(call: ServiceCall) -> None:
        """Switch the lamp at each step, long after the script's own end."""
        for step in steps:
            await step.wait()
            lamp = {"entity_id": "input_boolean.hall_lamp"}
            await hass.services.async_call("input_boolean", "toggle", lamp, context=call.context, blocking=True)

    async def begin(call: ServiceCall) -> None:
        hass.async_create_background_task(go_on(call), "a slow device")

    hass.services.async_register("test", "begin", begin)
    script = {"evening": {"alias": "Evening", "sequence": [{"action": "test.begin"}]}}
    assert await async_setup_component(hass, "script", {"script": script})
    async_expose_entity(hass, "conversation", "script.evening", should_expose=True)
    house.host.hears = accepted("turn on evening")
    await house.say()
    before = await done(house)
    assert "test.begin" in [deed.action for deed in before.deeds]
    assert "input_boolean.hall_lamp" not in {target.entity_id for target in before.changed}
    steps[0].set()
    await _changed(hass, "on")
    await later(hass, LATE_BATCH_SECONDS)
    acted = await done(house)
    assert acted.deeds[-1].action == "input_boolean.toggle"
    assert "input_boolean.hall_lamp" in {target.entity_id for target in acted.changed}
    await later(hass, LATE_SECONDS)
    steps[1].set()
    await _changed(hass, "off")
    await later(hass, LATE_BATCH_SECONDS)
    assert len((await done(house)).deeds) == len(acted.deeds)


async def _changed(hass: HomeAssistant, state: str) -> None:
    """Wait until the lamp in the hall is like that."""
    lit = asyncio.Event()

    @callback
    def look(_event: Event[EventStateChangedData]) -> None:
        if hass.states.is_state("input_boolean.hall_lamp", state):
            lit.set()

    stop = hass.bus.async_listen("state_changed", look)
    if not hass.states.is_state("input_boolean.hall_lamp", state):
        async with asyncio.timeout(5):
            await lit.wait()
    stop()


async def test_what_is_not_entered_yet_when_earshot_stops_is_entered_then(hass: HomeAssistant, house: House) -> None:
    await house.say()
    utterance = await house.utterance()
    (context,) = {mark for watched in house.runtime.gate.deeds._late for mark in watched.marks}
    hass.states.async_set("light.late", "on", context=Context(id=context))
    await hass.config_entries.async_unload(house.entry.entry_id)
    await hass.config_entries.async_setup(house.entry.entry_id)
    acted = (await house.utterance()).acted
    assert acted is not None
    assert Target(entity_id="light.late") in acted.changed
    assert utterance.acted is not None
    assert Target(entity_id="light.late") not in utterance.acted.changed


async def test_of_what_was_redacted_nothing_is_entered_afterwards(hass: HomeAssistant, house: House) -> None:
    await house.say()
    utterance = await house.utterance()
    (context,) = {mark for watched in house.runtime.gate.deeds._late for mark in watched.marks}
    await house.runtime.forgetting.redact(Selection(utterance_ids=(utterance.utterance_id,)), by="Anna")
    hass.states.async_set("light.late", "on", context=Context(id=context))
    await later(hass, LATE_BATCH_SECONDS)
    assert not await house.utterances()


async def test_off_the_record_it_is_entered_how_much_was_done_and_not_what(house: House) -> None:
    settings = house.runtime.settings
    await settings.go_off(None, until=None, by="Anna")
    await house.say()
    acted = await done(house)
    assert (acted.deeds, acted.changed) == ((), ())
    assert acted.left_out == 5  # two actions, the target of each, and a light that changed


async def test_a_sentence_trigger_acts_without_a_mark_so_what_it_did_is_not_known(
    hass: HomeAssistant, house: House
) -> None:
    automation = {
        "trigger": {"platform": "conversation", "command": [COMMAND]},
        "action": {"action": "input_boolean.turn_on", "target": {"entity_id": "input_boolean.hall_lamp"}},
    }
    assert await async_setup_component(hass, "automation", {"automation": [automation]})
    await house.say()
    assert hass.states.is_state("input_boolean.hall_lamp", "on")
    assert await done(house) == DeedsView(evidence=Evidence.UNKNOWN, deeds=(), changed=(), left_out=0)


async def test_the_data_of_an_action_are_not_entered(hass: HomeAssistant, house: House) -> None:
    async def shout(call: ServiceCall) -> None:
        """Take anything."""

    hass.services.async_register("notify", "shout", shout)
    automation = {
        "alias": "Tell",
        "trigger": {"platform": "state", "entity_id": LIGHT.entity_id},
        "action": {"action": "notify.shout", "data": {"message": "zanzibar", "entity_id": "no entity zanzibar"}},
    }
    assert await async_setup_component(hass, "automation", {"automation": [automation]})
    await house.say()
    await house.over()
    await later(hass, LATE_BATCH_SECONDS)
    acted = await done(house)
    assert Deed(action="notify.shout", targets=(), through="automation.tell") in acted.deeds
    assert acted.left_out == 1
    assert not any(b"zanzibar" in path.read_bytes() for path in house.runtime.paths.folder.rglob("*") if path.is_file())


def _act(watched: Watched, count: int) -> None:
    for _ in range(count):
        watched.act({"domain": "light", "service": "turn_on", "service_data": {}}, None)


async def test_more_than_an_entry_can_hold_is_counted(hass: HomeAssistant) -> None:
    watched = Watched(hass, "U")
    many = [f"light.number_{number}" for number in range(MAX_TARGETS + 5)]
    watched.act({"domain": "light", "service": "turn_on", "service_data": {"entity_id": many}}, None)
    _act(watched, MAX_DEEDS)
    watched.change("light.one_more")
    acted = watched.take_news()
    assert isinstance(acted, Acted)
    assert len(acted.deeds) == MAX_DEEDS
    assert len(acted.deeds[0].targets) == MAX_TARGETS
    assert acted.left_out == 5 + 1 + 1
    _act(watched, 2)
    more = watched.take_news()
    assert more is not None
    assert (more.deeds, more.left_out) == ((), 2)
    assert watched.take_news(last=True) is None


async def test_an_action_without_a_schema_may_aim_at_anything(hass: HomeAssistant) -> None:
    watched = Watched(hass, "U")
    aims: list[dict[str, Any]] = [{"entity_id": [{}]}, {"entity_id": 7}, {"area_id": {"a": 1}}]
    for aim in aims:
        watched.act({"domain": "a", "service": "b", "service_data": aim}, None)
    acted = watched.take_news()
    assert acted is not None
    assert [deed.targets for deed in acted.deeds] == [(), (), ()]
    assert acted.left_out == 3


async def test_only_so_many_utterances_are_followed_and_the_bus_is_left_alone_in_the_end(
    hass: HomeAssistant, house: House
) -> None:
    deeds = house.runtime.gate.deeds
    before = hass.bus.async_listeners()["state_changed"]
    for number in range(MAX_LATE + 1):
        watched = Watched(hass, f"U{number}")
        deeds.mark(watched, f"context {number}")
        deeds.outlive(watched)
    assert hass.bus.async_listeners()["state_changed"] == before + 1
    hass.states.async_set("light.first", "on", context=Context(id="context 0"))
    hass.states.async_set("light.last", "on", context=Context(id=f"context {MAX_LATE}"))
    await later(hass, LATE_BATCH_SECONDS)
    (newest,) = await house.utterances()
    assert newest.acted is not None
    assert newest.acted.changed == (Target(entity_id="light.last"),)
    await later(hass, LATE_SECONDS)
    assert hass.bus.async_listeners()["state_changed"] == before


async def test_what_ends_after_the_gate_is_closed_is_not_followed(hass: HomeAssistant, house: House) -> None:
    deeds = house.runtime.gate.deeds
    before = hass.bus.async_listeners()["state_changed"]
    passing, late = Watched(hass, "U1"), Watched(hass, "U2")
    deeds.mark(passing, "context 1")
    await deeds.close()
    deeds.mark(late, "context 2")
    deeds.outlive(passing)  # a timer that is left would fail this test when it is over
    deeds.outlive(late)
    assert hass.bus.async_listeners()["state_changed"] == before
