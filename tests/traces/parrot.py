"""What is said and answered in these tests, and looking for it."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from homeassistant.core import HomeAssistant

from custom_components.earshot.gate.said import Remembered
from custom_components.earshot.ledger import UtteranceView
from custom_components.earshot.traces.place import Found, Purged, Said
from custom_components.earshot.traces.traces import Traces
from tests.gate.house import House

MARKER = "quagga"
QUESTION = f"ask the {MARKER}"
ANSWER = f"The {MARKER} sleeps"

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
LONG_OVER = Said(utterance_id="1", since=LONG_AGO, until=LONG_AGO)
"""An utterance of which only the time is known, when none of this was there."""
STRANGER = Said(
    utterance_id="2",
    since=LONG_AGO,
    until=LONG_AGO,
    run=("another pipeline", "another run"),
    conversation_id="another conversation",
    token="another.mp3",  # noqa: S106 - no password
    answer_sha1="0" * 40,
)
"""Another utterance that is known by its ids."""


async def found(traces: Traces, place: str) -> Found:
    """What a place says of itself."""
    (one,) = [found for found in await traces.survey() if found.place == place]
    return one


async def purge(traces: Traces, place: str) -> Purged:
    """What became of a place."""
    (one,) = await traces.purge(place)
    return one


async def forget(traces: Traces, place: str, *said: Said) -> Purged:
    """What became of a place when utterances were forgotten everywhere."""
    return next((purged for purged in await traces.forget(said) if purged.place == place), Purged(place=place))


async def said(house: House) -> Said:
    """The utterance, as it is remembered."""
    return house.runtime.gate.remembered.get(await house.utterance())


async def said_long_before_the_restart(house: House) -> Said:
    """The utterance, as the ledger alone knows it."""
    view: UtteranceView = await house.utterance()
    return Remembered().get(view)


def speaks_of_it(value: Any) -> bool:
    """Whether the marker stands anywhere in a value."""
    return MARKER in repr(value)


async def files_with_it(hass: HomeAssistant, folder: Path) -> list[str]:
    """Names of the files below a folder that hold the marker, in clear."""

    def look() -> Iterable[str]:
        return [path.name for path in folder.rglob("*") if path.is_file() and holds_it(path)]

    return sorted(await hass.async_add_executor_job(look))


def holds_it(path: Path) -> bool:
    """Whether a file holds the marker, in ASCII or as UTF-16, which is what ID3 may use."""
    content = path.read_bytes()
    return MARKER.encode() in content or MARKER.encode("utf-16-le") in content


def size_of(path: Path) -> int:
    """Bytes of a file."""
    return path.stat().st_size


def text_of(path: Path) -> str:
    """What a file says."""
    return path.read_text()
