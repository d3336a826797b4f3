"""Where Home Assistant holds a spoken answer, and who can fetch it.

Home Assistant puts the sound of every answer into its speech cache: in memory, and short answers on disk, too. Whoever
has the answer's address, a random token, can fetch it without logging in until it ages out, five minutes after its last
use. The address is not entered, and nor is the file's name, which is made of a hash of the words.
"""

from dataclasses import dataclass
from typing import Final

from homeassistant.components.assist_pipeline import PipelineEventType
from homeassistant.components.tts.const import DATA_TTS_MANAGER
from homeassistant.core import HomeAssistant, callback

from ..models import Ear, EarKind, Evidence, Keeping, Place, Received
from .runs import Run

ON_DISK: Final = "Home Assistant's speech cache on disk"
IN_MEMORY: Final = "Home Assistant's speech cache in memory"


@dataclass(frozen=True, slots=True)
class SpeechRoute:
    """What became of a spoken answer, at the moment at which it was looked at."""

    ear: Ear | None = None
    """Where it lies. None: nothing was spoken, or it is there no more."""
    by_token: bool | None = None
    """Whether it can be fetched without logging in. None: nothing was spoken."""


@callback
def speech_route(hass: HomeAssistant, run: Run | None) -> SpeechRoute:
    """Look where the answer of a run lies now. A sound that only acknowledges says nothing, and is none."""
    begun = run.event(PipelineEventType.TTS_START) if run else None
    ended = run.event(PipelineEventType.TTS_END) if run else None
    manager = hass.data.get(DATA_TTS_MANAGER)
    if begun is None or ended is None or manager is None or begun.get("acknowledge_override"):
        return SpeechRoute()
    stream = manager.token_to_stream.get(ended["tts_output"]["token"])
    if stream is None:
        return SpeechRoute(by_token=False)
    label = IN_MEMORY if stream.async_get_media_path() is None else ON_DISK
    words = Received(words=len(begun["tts_input"].split()))
    # It is seen there. How long it stays nobody states: in memory each use is a new beginning, on disk nothing ends.
    ear = Ear(
        label=label,
        kind=EarKind.STORAGE,
        place=Place.THIS_MACHINE,
        evidence=Evidence.OBSERVED,
        got=words,
        keeps=Keeping.UNKNOWN,
    )
    return SpeechRoute(ear, by_token=True)
