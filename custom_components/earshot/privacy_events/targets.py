"""Which satellites a condition or a trigger means."""

from collections.abc import Iterator

from homeassistant.const import Platform
from homeassistant.core import HomeAssistant, callback, split_entity_id
from homeassistant.helpers.target import TargetSelection, async_extract_referenced_entity_ids


@callback
def satellites_of(hass: HomeAssistant, selection: TargetSelection) -> Iterator[str]:
    """Yield the satellites that Home Assistant has, of a target that may name areas, devices or labels.

    Without any target: all. They are looked up each time, because an area has others tomorrow.
    """
    if not selection.has_any_target:
        yield from hass.states.async_entity_ids(Platform.ASSIST_SATELLITE)
        return
    found = async_extract_referenced_entity_ids(hass, selection, primary_entities_only=False)
    for entity_id in found.referenced | found.indirectly_referenced:
        if split_entity_id(entity_id)[0] == Platform.ASSIST_SATELLITE and hass.states.get(entity_id):
            yield entity_id
