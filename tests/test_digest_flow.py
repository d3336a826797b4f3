"""The options of Earshot say when a digest comes and where to, and take hold at once."""

from datetime import time
from typing import Any

from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers import translation

from custom_components.earshot.digest.plan import Cadence, Plan
from custom_components.earshot.digest_flow import SCHEMA, WEEKDAYS
from tests.gate.house import House


async def ask(hass: HomeAssistant, house: House) -> dict[str, Any]:
    result: Any = await hass.config_entries.options.async_init(house.entry.entry_id)
    return dict(result)


def suggested(form: dict[str, Any]) -> dict[str, Any]:
    return {str(key): (key.description or {}).get("suggested_value") for key in form["data_schema"].schema}


async def test_it_shows_what_is_set_and_sets_what_is_chosen_without_a_reload(hass: HomeAssistant, house: House) -> None:
    runtime = house.runtime
    form = await ask(hass, house)
    assert suggested(form) == {"cadence": "weekly", "weekday": "mon", "at": "09:00:00", "target": None}
    chosen = {"cadence": "daily", "weekday": "sat", "at": "21:45:30", "target": "notify.phone"}
    done = await hass.config_entries.options.async_configure(form["flow_id"], chosen)
    await hass.async_block_till_done()
    assert done["type"] is FlowResultType.CREATE_ENTRY
    assert house.runtime is runtime
    assert runtime.glance.digests.plan == Plan(cadence=Cadence.DAILY, weekday=5, at=time(21, 45), target="notify.phone")
    await hass.config_entries.async_reload(house.entry.entry_id)
    form = await ask(hass, house)
    assert suggested(form) == chosen | {"at": "21:45:00"}
    await hass.config_entries.options.async_configure(
        form["flow_id"], {"cadence": "weekly", "weekday": "sun", "at": "08:00:00"}
    )
    assert house.runtime.glance.digests.plan.target is None


async def test_what_is_set_leaves_the_switch_as_it_is(hass: HomeAssistant, house: House) -> None:
    await house.runtime.glance.digests.change(on=False)
    form = await ask(hass, house)
    await hass.config_entries.options.async_configure(
        form["flow_id"], {"cadence": "weekly", "weekday": "sun", "at": "08:00:00"}
    )
    assert not house.runtime.glance.digests.plan.on


async def test_without_a_loaded_entry_it_says_so(hass: HomeAssistant, house: House) -> None:
    await hass.config_entries.async_unload(house.entry.entry_id)
    result = await ask(hass, house)
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "not_loaded")


async def test_every_field_and_choice_has_a_name(hass: HomeAssistant, house: House) -> None:
    texts = await translation.async_get_translations(hass, "en", "options", {"earshot"})
    choices = await translation.async_get_translations(hass, "en", "selector", {"earshot"})
    for field in SCHEMA.schema:
        assert texts[f"component.earshot.options.step.init.data.{field}"]
    for key, values in (("weekday", WEEKDAYS), ("digest_cadence", Cadence), ("whole_days", ("day", "week"))):
        for value in values:
            assert choices[f"component.earshot.selector.{key}.options.{value}"]
