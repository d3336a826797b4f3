"""Conditions in real automations: each holds, does not hold, and lets neither itself nor its opposite pass unknown."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from freezegun.api import FrozenDateTimeFactory
from homeassistant.core import HomeAssistant, ServiceCall
from homeassistant.helpers import area_registry as ar
from homeassistant.helpers.condition import (
    async_from_config,
    async_get_all_descriptions,
    async_validate_condition_config,
)
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
import probatio
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed, async_mock_service

from custom_components.earshot.condition import CONDITIONS, EarshotCondition
from custom_components.earshot.gate import verifying as verifying_module
from custom_components.earshot.ledger import Announced
from custom_components.earshot.models import Place
from custom_components.earshot.privacy_events.day_at_hand import DATA_DAY, may_worsen
from custom_components.earshot.vault.clock import elapsed_seconds
from tests.donating.stand_in import OFF, ON, Donations
from tests.gate.house import House, add_satellite
from tests.gate.test_verifying import spoiled, verify
from tests.test_event import HEARD, RECORDS, enter

KINDS = sorted(CONDITIONS)
LEFT = RECORDS["left_house"]
assert isinstance(LEFT, Announced)
LOCAL = replace(LEFT, ear=replace(LEFT.ear, place=Place.THIS_MACHINE))


class Asked:
    """Two automations that wait for the same: one passes where the condition holds, the other where it does not."""

    def __init__(self, hass: HomeAssistant) -> None:
        self.hass = hass
        self.calls: list[ServiceCall] = async_mock_service(hass, "test", "passed")

    async def automate(self, kind: str, options: dict[str, Any], target: dict[str, Any] | None) -> None:
        condition: dict[str, Any] = {"condition": f"earshot.{kind}", "options": options}
        if target is not None:
            condition["target"] = target
        automations = [
            {
                "alias": alias,
                "triggers": [{"trigger": "event", "event_type": "ask"}],
                "conditions": [conditions],
                "actions": [{"action": "test.passed", "data": {"as": alias}}],
            }
            for alias, conditions in (("so", condition), ("not so", {"condition": "not", "conditions": [condition]}))
        ]
        assert await async_setup_component(self.hass, "automation", {"automation": automations})
        await self.hass.async_block_till_done()
        assert self.hass.states.is_state("automation.so", "on")

    async def ask(self) -> str | None:
        """Return which of the two passes; None for neither."""
        self.calls.clear()
        self.hass.bus.async_fire("ask")
        await self.hass.async_block_till_done()
        assert len(self.calls) < 2
        return self.calls[0].data["as"] if self.calls else None


async def asked(hass: HomeAssistant, kind: str, target: dict[str, Any] | None = None, **options: Any) -> Asked:
    found = Asked(hass)
    await found.automate(kind, options, target)
    return found


async def settle(hass: HomeAssistant) -> None:
    """Let whatever waits a moment before it looks do so."""
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=1))
    await hass.async_block_till_done()


@pytest.fixture
async def watched(hass: HomeAssistant, house: House) -> House:
    """Give a house of which the whole of today was watched, as if Earshot had begun yesterday."""
    yesterday = dt_util.start_of_local_day() - timedelta(hours=1)
    house.runtime.glance.days._since = yesterday
    await enter(hass, house, replace(LOCAL, at=yesterday))
    return house


TARGETS = {"off_the_record": None, "microphone_open": {"entity_id": "assist_satellite.kitchen"}}


@pytest.mark.parametrize("kind", KINDS)
async def test_while_earshot_is_not_loaded_nothing_passes_and_the_log_says_why(
    hass: HomeAssistant, house: House, caplog: pytest.LogCaptureFixture, kind: str
) -> None:
    question = await asked(hass, kind, TARGETS.get(kind))
    await hass.config_entries.async_unload(house.entry.entry_id)
    assert await question.ask() is None
    assert "Earshot is not loaded" in caplog.text
    assert f"In 'earshot.{kind}' condition" in caplog.text


@pytest.mark.parametrize("kind", KINDS)
async def test_after_a_reload_it_is_asked_of_what_is_loaded_then(hass: HomeAssistant, house: House, kind: str) -> None:
    add_satellite(hass, "Kitchen")
    question = await asked(hass, kind, TARGETS.get(kind))
    await hass.config_entries.async_reload(house.entry.entry_id)
    await settle(hass)
    assert await question.ask() == "not so"


async def test_the_house_is_off_the_record_and_a_satellite_alone_is_not_the_house(
    hass: HomeAssistant, house: House
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    question = await asked(hass, "off_the_record")
    assert await question.ask() == "not so"
    await house.runtime.settings.go_off(kitchen, None, "Ada")
    assert await question.ask() == "not so"
    await house.runtime.settings.go_off(None, None, "Ada")
    assert await question.ask() == "so"


@pytest.mark.parametrize(("behavior", "one"), [("any", "so"), ("all", "not so")])
async def test_satellites_are_off_the_record_by_area(
    hass: HomeAssistant, house: House, behavior: str, one: str
) -> None:
    kitchen, _hall = add_satellite(hass, "Kitchen", area="Below"), add_satellite(hass, "Hall", area="Below")
    area = ar.async_get(hass).async_get_area_by_name("Below")
    assert area is not None
    question = await asked(hass, "off_the_record", {"area_id": area.id}, behavior=behavior)
    assert await question.ask() == "not so"
    await house.runtime.settings.go_off(kitchen, None, "Ada")
    assert await question.ask() == one
    await house.runtime.settings.go_off(None, None, "Ada")
    assert await question.ask() == "so"


async def test_settings_that_nobody_can_read_say_nothing(hass: HomeAssistant, house: House) -> None:
    question = await asked(hass, "off_the_record")
    house.runtime.settings.readable = False
    assert await question.ask() is None


@pytest.mark.parametrize("kind", ["off_the_record", "microphone_open"])
async def test_a_satellite_that_is_not_there_says_nothing(hass: HomeAssistant, house: House, kind: str) -> None:
    question = await asked(hass, kind, {"entity_id": ["assist_satellite.gone", "input_boolean.kitchen_light"]})
    assert await question.ask() is None


async def test_donation_is_on_while_a_consent_holds(hass: HomeAssistant, house: House, donations: Donations) -> None:
    question = await asked(hass, "donation_on")
    assert await question.ask() == "not so"
    donations.becomes(ON)
    assert await question.ask() == "so"
    donations.becomes(OFF)
    assert await question.ask() == "not so"


async def test_a_store_that_nobody_can_read_says_nothing_of_donation(
    hass: HomeAssistant, house: House, donations: Donations
) -> None:
    question = await asked(hass, "donation_on")
    donations.becomes(replace(ON, readable=False))
    assert await question.ask() is None


async def test_nothing_left_on_a_day_that_was_watched_until_something_did(hass: HomeAssistant, watched: House) -> None:
    question = await asked(hass, "nothing_left_today")
    assert await question.ask() == "so"
    await watched.say()
    await enter(hass, watched, replace(LOCAL, at=dt_util.utcnow()))
    assert await question.ask() == "so"
    await settle(hass)
    assert await question.ask() == "so"
    await enter(hass, watched, replace(LEFT, at=dt_util.utcnow()))
    assert await question.ask() == "not so"
    await settle(hass)
    assert await question.ask() == "not so"


async def test_it_does_not_hold_any_more_in_the_moment_in_which_something_leaves(
    hass: HomeAssistant, watched: House
) -> None:
    calls = async_mock_service(hass, "test", "left")
    automation = {
        "alias": "Left",
        "triggers": [{"trigger": "earshot.left_house"}],
        "conditions": [{"condition": "earshot.nothing_left_today"}],
        "actions": [{"action": "test.left"}],
    }
    assert await async_setup_component(hass, "automation", {"automation": [automation]})
    await hass.async_block_till_done()
    await enter(hass, watched, replace(LEFT, at=dt_util.utcnow()))
    assert not calls


async def test_a_day_that_was_not_watched_from_its_beginning_is_not_claimed(hass: HomeAssistant, house: House) -> None:
    question = await asked(hass, "nothing_left_today")
    await settle(hass)
    assert await question.ask() == "not so"


async def test_yesterday_says_nothing_of_today(
    hass: HomeAssistant, watched: House, freezer: FrozenDateTimeFactory
) -> None:
    question = await asked(hass, "nothing_left_today")
    assert await question.ask() == "so"
    freezer.tick(timedelta(days=1))
    assert await question.ask() == "not so"
    async_fire_time_changed(hass, dt_util.utcnow())
    # Other things are due on another day as well, and let it look again.
    while await question.ask() != "so":
        await settle(hass)


async def test_while_the_ledger_is_ill_nothing_is_claimed(hass: HomeAssistant, watched: House) -> None:
    question = await asked(hass, "nothing_left_today")
    assert await question.ask() == "so"
    watched.runtime.storage._outages["ledger_unavailable"] = dt_util.utcnow()
    assert await question.ask() == "not so"


async def test_the_day_is_followed_for_as_long_as_somebody_may_ask(hass: HomeAssistant, house: House) -> None:
    config = await async_validate_condition_config(hass, {"condition": "earshot.nothing_left_today"})
    first, second = [await async_from_config(hass, config) for _ in range(2)]
    day = hass.data[DATA_DAY]
    first.async_unload()
    first.async_unload()
    assert day._following is not None
    second.async_unload()
    assert day._following is None


def test_only_what_may_have_left_is_waited_for() -> None:
    assert {name for name, record in RECORDS.items() if may_worsen(record)} == {
        "left_house",
        "shared",
        "donated",
        "reviewed",
        "gap",
    }
    assert not may_worsen(HEARD)


async def test_the_ledger_was_verified_within_some_hours(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = await asked(hass, "ledger_verified", hours=2)
    assert await question.ask() == "not so"
    await verify(hass, house)
    assert await question.ask() == "so"
    monkeypatch.setattr(verifying_module, "elapsed_seconds", lambda: elapsed_seconds() + 7201)
    assert await question.ask() == "not so"


async def test_a_verification_that_failed_does_not_count(hass: HomeAssistant, house: House) -> None:
    await house.say()
    await house.over()
    question = await asked(hass, "ledger_verified")
    await verify(hass, house)
    async with spoiled(hass, house):
        await verify(hass, house)
        assert await question.ask() == "not so"


async def test_a_microphone_is_open_by_what_the_satellite_says_or_the_gate_hears(
    hass: HomeAssistant, house: House
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    question = await asked(hass, "microphone_open", {"entity_id": kitchen})
    assert await question.ask() == "not so"
    hass.states.async_set(kitchen, "listening")
    assert await question.ask() == "so"
    hass.states.async_set(kitchen, "idle")
    assert await question.ask() == "not so"
    with house.runtime.gate.microphones.streaming(kitchen):
        assert await question.ask() == "so"
    hass.states.async_set(kitchen, "unavailable")
    assert await question.ask() == "not so"


@pytest.mark.parametrize(
    ("kind", "config"),
    [
        ("microphone_open", {}),
        ("microphone_open", {"target": {"entity_id": "assist_satellite.x"}, "options": {"behavior": "most"}}),
        ("off_the_record", {"options": {"satellite": "assist_satellite.x"}}),
        ("donation_on", {"target": {"entity_id": "assist_satellite.x"}}),
        ("ledger_verified", {"options": {"hours": 0}}),
    ],
)
async def test_what_makes_no_sense_is_refused(hass: HomeAssistant, kind: str, config: dict[str, Any]) -> None:
    with pytest.raises(probatio.Invalid):
        await CONDITIONS[kind].async_validate_complete_config(hass, {"condition": f"earshot.{kind}"} | config)


async def test_each_is_described_with_the_fields_that_it_takes(hass: HomeAssistant, house: House) -> None:
    descriptions = await async_get_all_descriptions(hass)
    for name, condition in CONDITIONS.items():
        assert issubclass(condition, EarshotCondition)
        described = descriptions[f"earshot.{name}"]
        assert described is not None
        assert {*described.get("fields", {})} == {str(marker) for marker in condition.fields}
        assert ("target" in described) == bool(condition.target)
