"""What Home Assistant's logbook says of privacy events: what happened and what set it off, without words or people."""

from datetime import timedelta
from typing import Any

from homeassistant.components.logbook.helpers import async_determine_event_types
from homeassistant.components.logbook.processor import EventProcessor
from homeassistant.core import Context, HomeAssistant
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import MockUser
from pytest_homeassistant_custom_component.components.recorder.common import async_wait_recording_done

from tests.gate.house import COMMAND, SECOND, House, sound
from tests.gate.strangers import ANSWER, HEARD, Strangers

pytestmark = pytest.mark.usefixtures("recorder_mock")

PRIVACY = "event.earshot_privacy"
SATELLITE = "assist_satellite.stranger"


async def lines(hass: HomeAssistant) -> list[dict[str, Any]]:
    """Return what the logbook has of Earshot's event."""
    assert await async_setup_component(hass, "logbook", {})
    await async_wait_recording_done(hass)
    book = EventProcessor(hass, async_determine_event_types(hass, None, None))
    now = dt_util.utcnow()
    told = await hass.async_add_executor_job(book.get_events, now - timedelta(hours=1), now + timedelta(hours=1))
    return [line for line in told if line.get("entity_id") == PRIVACY]


async def test_a_line_names_the_satellite_that_set_it_off_and_no_words(hass: HomeAssistant, house: House) -> None:
    strangers = Strangers(hass)
    await strangers.move_in()
    await strangers.prefer()
    await strangers.satellite.async_accept_pipeline_from_satellite(sound(SECOND, 0.0))
    await house.runtime.outside.settle()
    await house.over()
    (line,) = await lines(hass)
    assert line["attributes"] == {"event_type": "left_house"}
    assert (line["context_entity_id"], line["context_state"]) == (SATELLITE, "listening")
    assert not any(words in str(line) for words in (HEARD, ANSWER))


async def test_a_line_does_not_name_who_spoke(hass: HomeAssistant, house: House, hass_admin_user: MockUser) -> None:
    await house.say(user_id=hass_admin_user.id)
    await house.over()
    (line,) = await lines(hass)
    assert line["attributes"] == {"event_type": "stored"}
    assert line["context_entity_id"] == "conversation.earshot_agent"
    assert hass_admin_user.id not in str(line)
    assert COMMAND not in str(line)


async def test_what_a_person_does_bears_no_mark_of_what_was_said_before(hass: HomeAssistant, house: House) -> None:
    await house.say()
    await house.over()
    await hass.services.async_call("earshot", "erase", {"everything": True}, blocking=True, context=Context())
    await hass.async_block_till_done()
    told = [line for line in await lines(hass) if line["attributes"] == {"event_type": "erased"}]
    assert told
    assert not any("context_entity_id" in line for line in told)


async def test_the_event_is_not_counted_as_something_that_the_sentence_did(hass: HomeAssistant, house: House) -> None:
    await house.say()
    view = await house.utterance()
    assert view.acted is not None
    assert PRIVACY not in {target.entity_id for target in view.acted.changed}
    assert not any(watched.has_news for watched, _ in house.runtime.gate.deeds._marks.values())
