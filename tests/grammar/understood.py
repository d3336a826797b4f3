"""Home Assistant's own recogniser for a home, put together as the default agent does it."""

from functools import cache

from hassil import recognize_best
from hassil.intents import Intents, SlotList, TextSlotList
from hassil.recognize import RecognizeResult
from hassil.util import remove_punctuation
from home_assistant_intents import get_intents

from custom_components.earshot.grammar import HomeNames


@cache
def _intents() -> Intents:
    data = get_intents("en")
    assert data
    return Intents.from_dict(data)


def understand(sentence: str, home: HomeNames) -> RecognizeResult | None:
    """Return what Home Assistant makes of a sentence that was said to a satellite in the kitchen."""
    names = [
        (remove_punctuation(name).strip(), name, {"domain": entity.domain})
        for entity in home.entities
        for name in entity.names
    ]
    places = {
        "area": [(remove_punctuation(name).strip(), name) for area in home.areas for name in area.names],
        "floor": [(remove_punctuation(name).strip(), name) for floor in home.floors for name in floor.names],
    }
    lists: dict[str, SlotList] = {
        key: TextSlotList.from_tuples(values, allow_template=False) for key, values in places.items()
    }
    lists["name"] = TextSlotList.from_tuples([each for each in names if each[0]], allow_template=False)
    return recognize_best(
        sentence,
        _intents(),
        slot_lists=lists,
        intent_context={"area": {"value": "Kitchen", "text": "Kitchen"}},
        language="en",
    )
