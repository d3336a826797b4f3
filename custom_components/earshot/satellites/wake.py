"""Where a satellite's wake word is heard, from what it says of itself and from what it did."""

from collections.abc import Sequence
from typing import Any

from homeassistant.components.assist_satellite import AssistSatelliteConfiguration, AssistSatelliteEntity
from homeassistant.config_entries import ConfigEntry

from ..models import Evidence
from .posture import Fact, Speaks, Wake, WakePlace, WakeWord, Why
from .sightings import Sighting


def configuration(entity: AssistSatelliteEntity | None) -> AssistSatelliteConfiguration | None:
    """Ask a satellite for its wake words; None if it has none of its own, or does not tell."""
    try:
        found = entity.async_get_configuration() if entity else None
    except NotImplementedError:
        return None
    return found if found is not None and found.available_wake_words else None


def wake(
    speaks: Speaks,
    config: AssistSatelliteConfiguration | None,
    announced: Sequence[str],
    seen: Sequence[Sighting],
) -> Wake:
    """Conclude how a satellite is woken.

    `announced` are the wake words that a Wyoming satellite says it listens for, `seen` its runs, newest first. What it
    was seen to do in its newest run outweighs what it says.
    """
    words = _words(config, announced)
    most = None if config is None else config.max_active_wake_words or None
    return Wake(where=_where(speaks, words, seen), words=words, choosable=config is not None, most=most)


def announced_by_wyoming(entry: ConfigEntry | None) -> tuple[str, ...]:
    """Return the wake words that a Wyoming satellite said it listens for; none if it said nothing of them."""
    data: Any = getattr(entry, "runtime_data", None)
    satellite = getattr(getattr(getattr(data, "service", None), "info", None), "satellite", None)
    return tuple(getattr(satellite, "active_wake_words", None) or ())


def _where(speaks: Speaks, words: tuple[WakeWord, ...], seen: Sequence[Sighting]) -> Fact[WakePlace]:
    if speaks is Speaks.VOIP:
        return Fact(WakePlace.NONE, Evidence.DECLARED, Why.INTEGRATION)
    newest = next((run for run in seen if run.awaits_wake_word or run.woken), None)
    if newest is not None and newest.streamed:
        return Fact(WakePlace.STREAMED, Evidence.OBSERVED, Why.RUN)
    if any(word.active for word in words):
        return Fact(WakePlace.ON_DEVICE, Evidence.DECLARED, Why.DEVICE)
    if words:
        return Fact(WakePlace.NONE, Evidence.DECLARED, Why.DEVICE)
    if newest is not None:
        # It sent a command right away. That it had heard a wake word before, and no button, is its own word.
        return Fact(WakePlace.ON_DEVICE, Evidence.DECLARED, Why.RUN)
    return Fact(None, Evidence.UNKNOWN, Why.NOTHING)


def _words(config: AssistSatelliteConfiguration | None, announced: Sequence[str]) -> tuple[WakeWord, ...]:
    if config is None:
        return tuple(WakeWord(wake_word_id=name, phrase=name, active=True) for name in announced)
    return tuple(
        WakeWord(wake_word_id=word.id, phrase=word.wake_word, active=word.id in config.active_wake_words)
        for word in config.available_wake_words
    )
