"""In a real home: a digest comes when it is due, once, to where a person wants it, and not when it is switched off."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
import json
from typing import Any

from homeassistant.components import persistent_notification
from homeassistant.components.notify import NotifyEntity
from homeassistant.components.notify.const import DATA_COMPONENT, NotifyEntityFeature
from homeassistant.const import EVENT_HOMEASSISTANT_STARTED, STATE_OFF, STATE_ON
from homeassistant.core import CoreState, HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.setup import async_setup_component
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_fire_time_changed

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.digest.bringing import NOTIFICATION
from custom_components.earshot.digest.digests import AGAIN, Digests
from custom_components.earshot.digest.languages import LANGUAGES, Line
from custom_components.earshot.digest.plan import Cadence
from custom_components.earshot.digest.remembered import STORE_KEY
from custom_components.earshot.errors import LedgerUnavailableError
from custom_components.earshot.gate.storage import Storage
from tests.clock import Clock, turned
from tests.gate.house import COMMAND, House, add_satellite, refused

SWITCH = "switch.earshot_digest"
MONDAY = datetime(2026, 3, 30, 7, tzinfo=UTC)
"""Nine o'clock in Berlin, in summer time."""

pytestmark = pytest.mark.parametrize("expected_lingering_timers", [True])


@pytest.fixture(autouse=True)
def clock() -> Iterator[Clock]:
    """Turn the clock before there is anything that waits by it, and back when there is nothing any more."""
    with turned() as clock:
        yield clock


@pytest.fixture(autouse=True)
async def berlin(clock: Clock, hass: HomeAssistant) -> None:
    """Let every home be there."""
    await hass.config.async_set_time_zone("Europe/Berlin")


class Phone(NotifyEntity):
    """A target that a person chose."""

    _attr_name = "Phone"
    _attr_supported_features = NotifyEntityFeature.TITLE

    def __init__(self) -> None:
        self.entity_id = "notify.phone"
        self.got: list[tuple[str, str | None]] = []
        self.refuses = False

    async def async_send_message(self, message: str, title: str | None = None) -> None:
        if self.refuses:
            raise HomeAssistantError("no way there")
        self.got.append((message, title))


async def add_phone(hass: HomeAssistant) -> Phone:
    assert await async_setup_component(hass, "notify", {})
    phone = Phone()
    await hass.data[DATA_COMPONENT].async_add_entities([phone])
    return phone


def digests(house: House) -> Digests:
    return house.runtime.glance.digests


def shown(hass: HomeAssistant) -> dict[str, Any] | None:
    found = persistent_notification._async_get_or_create_notifications(hass).get(NOTIFICATION)
    return None if found is None else dict(found)


def taken(hass: HomeAssistant) -> str | None:
    """Return what is shown, and clear it away as a person does."""
    found = shown(hass)
    persistent_notification.async_dismiss(hass, NOTIFICATION)
    return None if found is None else found["message"]


async def pass_to(hass: HomeAssistant, clock: Clock, moment: datetime) -> None:
    clock.move_to(moment)
    async_fire_time_changed(hass, moment)
    await hass.async_block_till_done()


async def turn(hass: HomeAssistant, what: str) -> None:
    await hass.services.async_call("switch", f"turn_{what}", {"entity_id": SWITCH}, blocking=True)


def state(hass: HomeAssistant) -> str:
    found = hass.states.get(SWITCH)
    assert found is not None
    return found.state


async def test_a_week_is_told_on_monday_at_nine_by_the_clock_of_the_house(
    hass: HomeAssistant, clock: Clock, house: House
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    await house.say(satellite_id=kitchen)
    house.host.hears = refused("noise")
    await house.say(satellite_id=kitchen)
    await house.over()
    assert state(hass) == STATE_ON
    await pass_to(hass, clock, MONDAY - timedelta(minutes=1))
    assert shown(hass) is None
    await pass_to(hass, clock, MONDAY)
    found = shown(hass)
    assert found is not None
    assert found["title"] == "Earshot: 25 Mar \N{EN DASH} 29 Mar"
    lines = found["message"].splitlines()
    assert lines[0] == "1 thing was said."
    assert "- False wakes: 1 (Kitchen satellite: 1)" in lines
    assert "- Kept now: sound of 0, words of 1" in lines
    # Half of the first day was before the ledger began: it is said, and nothing is sure then.
    assert any(line.startswith("- Not watched: 12 h ") for line in lines)
    assert "- Left the house: none that is known" in lines
    assert lines[-1].startswith("- Suggestion: Nobody outside has ever compared")
    assert COMMAND not in found["message"]


async def test_it_comes_once_and_then_a_week_later(hass: HomeAssistant, clock: Clock, house: House) -> None:
    await pass_to(hass, clock, MONDAY)
    assert taken(hass) is not None
    for hours in (1, 5, 24, 6 * 24 + 23):
        await pass_to(hass, clock, MONDAY + timedelta(hours=hours))
        assert taken(hass) is None
    await pass_to(hass, clock, MONDAY + timedelta(days=7))
    message = taken(hass)
    assert message is not None
    # It suggested the same the week before.
    assert "Suggestion" not in message


async def test_every_day_if_a_person_wants_that_whatever_the_clock_does(
    hass: HomeAssistant, clock: Clock, house: House
) -> None:
    await digests(house).change(cadence=Cadence.DAILY, at=time(21, 30))
    told = []
    for due in ("03-25T20:30", "03-26T20:30", "03-27T20:30", "03-28T20:30", "03-29T19:30", "03-30T19:30"):
        moment = datetime.fromisoformat(f"2026-{due}").replace(tzinfo=UTC)
        await pass_to(hass, clock, moment - timedelta(minutes=1))
        assert taken(hass) is None
        await pass_to(hass, clock, moment)
        told.append((shown(hass) or {}).get("title"))
        taken(hass)
    # On the first day no whole day was over.
    assert told == [None, *(f"Earshot: {day} Mar" for day in range(25, 30))]


async def test_off_is_off_and_what_was_due_meanwhile_is_not_caught_up_on(
    hass: HomeAssistant, clock: Clock, house: House
) -> None:
    await turn(hass, "off")
    assert state(hass) == STATE_OFF
    await pass_to(hass, clock, MONDAY)
    assert shown(hass) is None
    await turn(hass, "on")
    await pass_to(hass, clock, MONDAY + timedelta(days=6))
    assert shown(hass) is None
    await pass_to(hass, clock, MONDAY + timedelta(days=7))
    assert shown(hass) is not None


async def test_the_switch_is_what_it_was_after_a_restart(
    hass: HomeAssistant, clock: Clock, house: House, hass_storage: dict[str, Any]
) -> None:
    await turn(hass, "off")
    assert hass_storage[STORE_KEY]["data"]["plan"]["on"] is False
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert state(hass) == STATE_OFF
    await pass_to(hass, clock, MONDAY)
    assert shown(hass) is None
    await turn(hass, "on")
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert state(hass) == STATE_ON


async def test_three_that_were_missed_are_one_when_everything_is_there_again(
    hass: HomeAssistant, clock: Clock, house: House
) -> None:
    await house.say()
    await house.over()
    await pass_to(hass, clock, MONDAY)
    taken(hass)
    await hass.config_entries.async_unload(house.entry.entry_id)
    await pass_to(hass, clock, MONDAY + timedelta(days=22))
    hass.set_state(CoreState.starting)
    await hass.config_entries.async_setup(house.entry.entry_id)
    await hass.async_block_till_done()
    assert shown(hass) is None
    hass.set_state(CoreState.running)
    hass.bus.async_fire(EVENT_HOMEASSISTANT_STARTED)
    await hass.async_block_till_done()
    found = shown(hass)
    assert found is not None
    assert found["title"] == "Earshot: 30 Mar \N{EN DASH} 19 Apr"
    assert "Nothing was said that Earshot knows of." in found["message"]
    assert "- Not watched: 4" in found["message"]
    taken(hass)
    await hass.config_entries.async_reload(house.entry.entry_id)
    await pass_to(hass, clock, MONDAY + timedelta(days=27, hours=23))
    assert shown(hass) is None


async def test_nothing_is_missed_when_it_was_only_restarted(hass: HomeAssistant, clock: Clock, house: House) -> None:
    await hass.config_entries.async_reload(house.entry.entry_id)
    await hass.async_block_till_done()
    assert shown(hass) is None


async def test_it_goes_to_the_target_and_nowhere_else(hass: HomeAssistant, clock: Clock, house: House) -> None:
    phone = await add_phone(hass)
    await digests(house).change(target="notify.phone")
    await pass_to(hass, clock, MONDAY)
    ((message, title),) = phone.got
    assert message.startswith("Nothing was said")
    assert title == "Earshot: 25 Mar \N{EN DASH} 29 Mar"
    assert shown(hass) is None


@pytest.mark.parametrize("trouble", ["gone", "refuses"])
async def test_a_target_that_cannot_be_reached_is_said_where_it_is_shown_instead(
    hass: HomeAssistant, clock: Clock, house: House, trouble: str
) -> None:
    phone = await add_phone(hass)
    phone.refuses = True
    await digests(house).change(target="notify.phone" if trouble == "refuses" else "notify.nobody")
    await pass_to(hass, clock, MONDAY)
    message = taken(hass)
    assert message is not None
    assert message.startswith("Nothing was said")
    assert message.endswith("could not be reached.")
    await pass_to(hass, clock, MONDAY + AGAIN * 2)
    assert shown(hass) is None


async def test_it_is_in_the_language_of_the_house(hass: HomeAssistant, clock: Clock, house: House) -> None:
    for week, tag in enumerate(LANGUAGES):
        hass.config.language = tag
        await pass_to(hass, clock, MONDAY + timedelta(days=7 * week))
        message = taken(hass)
        assert message is not None
        said = LANGUAGES[tag].lines
        assert message.startswith((said[Line.NOTHING_KNOWN], said[Line.NOTHING_SAID]))


async def test_while_the_ledger_cannot_be_read_it_waits(
    hass: HomeAssistant, clock: Clock, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ill(_: Storage) -> None:
        raise LedgerUnavailableError("the disk is away")

    with monkeypatch.context() as patch:
        patch.setattr(Storage, "ledger", property(ill))
        await pass_to(hass, clock, MONDAY)
        assert shown(hass) is None
    await pass_to(hass, clock, MONDAY + AGAIN - timedelta(minutes=1))
    assert shown(hass) is None
    await pass_to(hass, clock, MONDAY + AGAIN + timedelta(minutes=1))
    assert taken(hass) is not None
    await pass_to(hass, clock, MONDAY + 3 * AGAIN)
    assert shown(hass) is None


async def test_a_house_that_moves_is_not_told_the_same_days_twice(
    hass: HomeAssistant, clock: Clock, house: House
) -> None:
    await pass_to(hass, clock, MONDAY)
    assert taken(hass) is not None
    await hass.config.async_set_time_zone("America/New_York")
    await pass_to(hass, clock, MONDAY + timedelta(hours=6))
    assert shown(hass) is None
    await pass_to(hass, clock, MONDAY + timedelta(days=7, hours=6))
    assert shown(hass) is not None


async def test_what_is_not_readable_begins_anew(
    hass: HomeAssistant, clock: Clock, house: House, hass_storage: dict[str, Any]
) -> None:
    await turn(hass, "off")
    await hass.config_entries.async_unload(house.entry.entry_id)
    hass_storage[STORE_KEY]["data"] = json.loads('{"plan": {"on": "?"}}')
    await hass.config_entries.async_setup(house.entry.entry_id)
    assert state(hass) == STATE_ON
    assert digests(house).plan.cadence is Cadence.WEEKLY


async def test_nothing_is_left_behind(
    hass: HomeAssistant, clock: Clock, house: House, hass_storage: dict[str, Any]
) -> None:
    assert STORE_KEY in hass_storage
    await hass.config_entries.async_remove(house.entry.entry_id)
    assert STORE_KEY not in hass_storage


async def test_a_house_without_hosts_has_none_until_somebody_wants_one(hass: HomeAssistant, house: House) -> None:
    for data, on in (({"own_host": False}, False), ({}, True)):
        assert Digests(hass, MockConfigEntry(domain=DOMAIN, data=data), house.runtime).plan.on is on
