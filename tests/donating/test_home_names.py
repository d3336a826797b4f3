"""Everything that has a name in this home is known to whoever hides names."""

from homeassistant.core import HomeAssistant
from homeassistant.helpers import (
    area_registry as ar,
    device_registry as dr,
    entity_registry as er,
    floor_registry as fr,
)
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockConfigEntry, MockUser

from custom_components.earshot.donating.home_names import home_names


async def test_people_are_persons_and_users_of_flesh_and_blood(hass: HomeAssistant) -> None:
    MockUser(name="Ludmila Okonkwo").add_to_hass(hass)
    MockUser(name="Supervisor", system_generated=True).add_to_hass(hass)
    assert await async_setup_component(hass, "person", {"person": [{"id": "1", "name": "Little Zoë"}]})
    await hass.async_block_till_done()
    assert (await home_names(hass)).people == ("Ludmila Okonkwo", "Little Zoë")


async def test_places_are_zones_and_the_home_unless_nobody_named_it(hass: HomeAssistant) -> None:
    zones = [{"name": "Grandma", "latitude": 1, "longitude": 1, "radius": 50}]
    hass.config.location_name = "Home"
    assert await async_setup_component(hass, "zone", {"zone": zones})
    await hass.async_block_till_done()
    assert (await home_names(hass)).places == ("Grandma",)
    await hass.config.async_update(location_name="Villa Kunterbunt")
    await hass.async_block_till_done()
    assert set((await home_names(hass)).places) == {"Villa Kunterbunt", "Grandma"}


async def test_areas_are_floors_too_with_their_aliases(hass: HomeAssistant) -> None:
    ar.async_get(hass).async_create("Parlour", aliases={"good room"})
    fr.async_get(hass).async_create("Loft", aliases={"upstairs"})
    assert set((await home_names(hass)).areas) == {"Parlour", "good room", "Loft", "upstairs"}


async def test_entities_are_those_without_a_state_and_devices_too(hass: HomeAssistant) -> None:
    hass.states.async_set("light.fire", "on", {"friendly_name": "Grandpa's fire"})
    entry = MockConfigEntry()
    entry.add_to_hass(hass)
    device = dr.async_get(hass).async_get_or_create(
        config_entry_id=entry.entry_id, identifiers={("test", "1")}, name="Robbie"
    )
    registry = er.async_get(hass)
    disabled = registry.async_get_or_create(
        "sensor", "test", "1", original_name="Old scales", disabled_by=er.RegistryEntryDisabler.USER
    )
    registry.async_update_entity(disabled.entity_id, aliases=["fat machine"])
    registry.async_get_or_create(
        "sensor", "test", "2", original_name="Temperature", has_entity_name=True, device_id=device.id
    )
    names = set((await home_names(hass)).entities)
    assert names == {"Grandpa's fire", "Old scales", "fat machine", "Robbie", "Robbie Temperature"}
