"""The names of the demo home. Its configuration and the speech-to-text benchmark are both made from them."""

from custom_components.earshot.grammar.names import EntityName, HomeNames, PlaceName


def _entity(domain: str, area: str, *names: str, device_class: str | None = None) -> EntityName:
    return EntityName(names=names, domain=domain, area=area, device_class=device_class)


HOME = HomeNames(
    entities=(
        _entity("light", "Kitchen", "Kitchen light"),
        _entity("light", "Bedroom", "Bedroom lamp", "Bedside lamp"),
        _entity("light", "Living Room", "Ceiling light"),
        _entity("light", "Living Room", "Reading lamp"),
        _entity("light", "Hallway", "Hall light"),
        _entity("light", "Bathroom", "Bathroom light", "Mirror light"),
        _entity("light", "Office", "Desk lamp"),
        _entity("switch", "Kitchen", "Coffee machine"),
        _entity("fan", "Bathroom", "Bathroom fan"),
        _entity("climate", "Living Room", "Thermostat"),
        _entity("cover", "Living Room", "Living room shutters", device_class="shutter"),
        _entity("cover", "Bedroom", "Bedroom shutter", device_class="shutter"),
        _entity("cover", "Kitchen", "Kitchen blind", device_class="blind"),
        _entity("lock", "Hallway", "Front door"),
        _entity("sensor", "Hallway", "Outside temperature", device_class="temperature"),
        _entity("scene", "Living Room", "Movie night"),
    ),
    areas=tuple(
        PlaceName(names=(name,)) for name in ("Kitchen", "Bedroom", "Living Room", "Hallway", "Bathroom", "Office")
    ),
    floors=(PlaceName(names=("Ground floor",)), PlaceName(names=("Upstairs",))),
)
