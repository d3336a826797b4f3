"""Telling in Home Assistant's own records whether they hold what somebody said or what was to be said."""

from collections.abc import Mapping
from typing import Any, Final

SPEAKING: Final[Mapping[str, frozenset[str] | None]] = {
    # None: every action, for each voice of the older kind has its own, such as tts.google_translate_say
    "tts": None,
    "assist_satellite": frozenset({"announce", "start_conversation", "ask_question"}),
    "conversation": frozenset({"process"}),
}
"""The actions whose data holds words, by domain."""

HARMLESS: Final = frozenset(
    {"entity_id", "device_id", "area_id", "floor_id", "label_id", "media_player_entity_id", "cache", "language"}
)
"""What such an action's data may keep: who was to say it, and how."""

PLAYING: Final = ("media_player", "play_media")
SPOKEN_MEDIA: Final = "media-source://tts/"
"""How a text to be spoken is called as a medium; the text follows (tts/media_source.py)."""


def speaks(domain: object, action: object, data: object) -> bool:
    """Whether a call of an action holds words."""
    if not isinstance(data, Mapping):
        return False
    if (domain, action) == PLAYING:
        return SPOKEN_MEDIA in str(data)
    actions = SPEAKING.get(str(domain), frozenset())
    return (actions is None or action in actions) and not HARMLESS.issuperset(data)


def without_words(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an action's data may keep."""
    return {name: value for name, value in data.items() if name in HARMLESS}


def conversations_in(value: object) -> set[str | None]:
    """Return the ids of the conversations whose words stand in a trace; None stands for words of no conversation."""
    if isinstance(value, list | tuple):
        return set().union(*map(conversations_in, value))
    if not isinstance(value, Mapping):
        return set()
    if value.get("platform") == "conversation" and "sentence" in value:
        return {(value.get("user_input") or {}).get("conversation_id")}
    if speaks(value.get("domain"), value.get("service"), value.get("service_data")):
        return {None}
    return set().union(*map(conversations_in, value.values()))
