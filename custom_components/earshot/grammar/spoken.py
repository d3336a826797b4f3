"""Which of Home Assistant's sentences a recogniser with a closed grammar listens for.

Home Assistant understands far more wordings than people use, so that typed text of any kind is matched. A
recogniser pays for each: it has one more way to be wrong. These tables choose; what they choose is always a
part of what Home Assistant understands, because it is cut from its own sentences and never added to.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Choice:
    """The sentences of one intent that are listened for."""

    combinations: tuple[str, ...]
    """Home Assistant's names for the groups of an intent's sentences, by the slots that they fill."""
    needs: frozenset[str] = field(default=frozenset())
    """Domains of which the home must have an entity, where Home Assistant's own data does not say so."""
    only: frozenset[str] = field(default=frozenset())
    """Domains that a bare name may be of in `name_only`, where Home Assistant's data names more than people ask for."""


_CLIMATE = frozenset({"climate"})
_MEDIA = frozenset({"media_player"})
_VACUUM = frozenset({"vacuum"})
_MOWER = frozenset({"lawn_mower"})

CHOICES: Mapping[str, Choice] = {
    "HassTurnOn": Choice(
        (
            "name_only",
            "area_domain",
            "domain_only",
            "floor_domain",
            "name_scene",
            "name_script",
            "area_device_class_cover",
            "device_class_cover",
        )
    ),
    "HassTurnOff": Choice(
        (
            "name_only",
            "area_domain",
            "domain_only",
            "domain_all",
            "floor_domain",
            "area_device_class_cover",
            "device_class_cover",
        )
    ),
    "HassLightSet": Choice(
        ("name_brightness", "area_brightness", "brightness_only", "name_color", "area_color", "color_only")
    ),
    "HassFanSetSpeed": Choice(("name_only",)),
    "HassSetPosition": Choice(("name_only", "area_device_class")),
    "HassClimateSetTemperature": Choice(("name_temperature", "area_temperature", "temperature_only"), _CLIMATE),
    "HassClimateGetTemperature": Choice(("name_only", "area_only", "default"), _CLIMATE),
    "HassGetState": Choice(
        (
            "name_only",
            "name_state",
            "name_where",
            "domain_state",
            "domain_state_area",
            "device_class_state",
            "device_class_state_area",
        ),
        only=frozenset({"sensor"}),
    ),
    "HassGetCurrentTime": Choice(("default",)),
    "HassGetCurrentDate": Choice(("default",)),
    "HassGetWeather": Choice(("default",), frozenset({"weather"})),
    "HassStartTimer": Choice(("hours_only", "minutes_only", "seconds_only")),
    "HassIncreaseTimer": Choice(("minutes_only",)),
    "HassDecreaseTimer": Choice(("minutes_only",)),
    "HassCancelTimer": Choice(("default",)),
    "HassCancelAllTimers": Choice(("default",)),
    "HassPauseTimer": Choice(("default",)),
    "HassUnpauseTimer": Choice(("default",)),
    "HassTimerStatus": Choice(("default",)),
    "HassNevermind": Choice(("default",)),
    "HassMediaPause": Choice(("default", "name_only"), _MEDIA),
    "HassMediaUnpause": Choice(("default", "name_only"), _MEDIA),
    "HassMediaNext": Choice(("default", "name_only"), _MEDIA),
    "HassMediaPrevious": Choice(("default",), _MEDIA),
    "HassMediaPlayerMute": Choice(("default",), _MEDIA),
    "HassMediaPlayerUnmute": Choice(("default",), _MEDIA),
    "HassSetVolume": Choice(("default",), _MEDIA),
    "HassSetVolumeRelative": Choice(("default",), _MEDIA),
    "HassVacuumStart": Choice(("name_only",), _VACUUM),
    "HassVacuumReturnToBase": Choice(("name_only",), _VACUUM),
    "HassVacuumCleanArea": Choice(("area_only",), _VACUUM),
    "HassLawnMowerStartMowing": Choice(("default", "name_only"), _MOWER),
    "HassLawnMowerDock": Choice(("default", "name_only"), _MOWER),
}
"""What is left out: messages, list items and searches, which are any words at all; a name together with its
area or floor, which multiplies names by places; colour temperatures in kelvin; named timers."""

RULES: Mapping[str, str] = {
    "all": "all [the]",
    "any": "any",
    "close": "(close|shut|lower)",
    "everywhere": "everywhere|in the house",
    "here": "in (here|this room)",
    "home": "house",
    "how_is": "how is",
    "how_many": "how many",
    "in": "(in|on)",
    "is": "(is|are)",
    "are": "are",
    "light": "(light|lights)",
    "lockable": "(locks|doors)",
    "media": "(music|<track>)",
    "numeric_value_set": "(set|change)",
    "open": "(open|raise)",
    "set": "(set|change)",
    "temp": "temperature",
    "the": "the",
    "track": "(song|track)",
    "turn": "(turn|switch)",
    "what_is": "(what's|what is)",
    "which": "which",
}
"""Narrower bodies for Home Assistant's rules: what is said rather than what might be typed. "My" and "our" are
heard as "the", which means the same to Home Assistant."""

OPENINGS = frozenset(
    {
        *("activate", "add", "are", "cancel", "change", "clean", "close", "continue", "deactivate", "decrease", "dock"),
        *("how", "illuminate", "increase", "is", "lock", "lower", "mow", "mute", "never", "nevermind", "next"),
        *("open", "pause", "play", "previous", "raise", "replay", "resume", "return", "run", "set", "shut", "skip"),
        *("start", "stop", "switch", "take", "tell", "timer", "turn", "unlock", "unmute", "unpause", "vacuum", "what"),
        *("what's", "where", "where's", "which"),
    }
)
"""What a sentence begins with, unless it is as short as "kitchen lights off". Without a verb, noise could be a name."""

QUANTIFIERS = frozenset({"all", "any", "many", "which"})
"""After these a noun is plural: "all lights", so that "hall light" is not heard as "all light"."""

SINGULARS = frozenset({"light", "fan", "switch", "is"})
"""What is not said after a quantifier."""

UNSAID = frozenset({"out", "hows", "todays", "whats", "wheres"})
"""Words that are as good as never said to a home, and how people type words that sound like others."""

UNSAID_PAIRS = frozenset(
    {
        *(("the", "the"), ("any", "the"), ("to", "on"), ("to", "off"), ("an", "timer")),
        # These are heard where "turn the lights off" was said.
        *(("turn", "all"), ("switch", "all")),
        *(("percent", "brightness"), ("{brightness}", "brightness"), ("{brightness_level}", "brightness")),
    }
)
"""Neighbours that Home Assistant's templates allow because their options are independent of each other."""

PERCENTAGES = frozenset({*range(11), *range(15, 101, 5)})
"""Percentages that are asked for. Without the other teens, "fourteen" is not heard for "forty"."""

BARE_PERCENTAGES = frozenset(range(10, 101, 10))
"""Percentages that may be said without "percent": a lone "one" or "two" is what noise at the end sounds like."""

MINUTES = frozenset({*range(1, 61), 90})
"""Minutes and seconds of a timer. All of them: an egg takes as long as it takes."""

VALUES = frozenset({"brightness", "brightness_level", "color", "fan_speed", "position", "temperature", "volume"})
"""Lists whose value must follow "to": "set the lamp to red" and not "the lamp red"."""

NUMBERS: Mapping[str, frozenset[int]] = {
    "brightness": PERCENTAGES,
    "fan_speed": PERCENTAGES,
    "position": PERCENTAGES,
    "volume": PERCENTAGES,
    "volume_step_up": PERCENTAGES - {0},
    "volume_step_down": PERCENTAGES - {0},
    "timer_hours": frozenset(range(1, 25)),
    "timer_minutes": MINUTES,
    "timer_seconds": MINUTES,
}
"""Whole numbers of each list, out of those that Home Assistant understands. Temperatures are the home's."""
