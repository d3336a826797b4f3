"""Everything about satellites that is at work while Earshot is loaded."""

from dataclasses import dataclass
from typing import Self

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant

from ..assistants.plan import Assistant
from ..gate.engine import Engine
from ..gate.inner.engines import InnerEngines
from ..gate.settings import PrivacySettings
from ..gate.storage import Storage
from ..models import Stage
from .against_rules import AgainstRules
from .lately import Lately
from .pairing import Pairings
from .proof import Prover
from .room import Rooms
from .survey import Survey
from .words import AssistantWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Satellites:
    """The parts, tied together."""

    survey: Survey
    pairings: Pairings
    prover: Prover
    lately: Lately
    rooms: Rooms
    words: AssistantWords
    against_rules: AgainstRules

    @classmethod
    def of(
        cls, hass: HomeAssistant, entry: ConfigEntry, storage: Storage, settings: PrivacySettings, engines: InnerEngines
    ) -> Self:
        """Make them for one entry. Nothing runs before `pairings.follow`."""

        def inner(assistant_id: str, stage: Stage) -> Engine | None:
            subentry = entry.subentries.get(assistant_id)
            return None if subentry is None else _engine(engines, Assistant.of(subentry), stage)

        survey = Survey(hass, entry, engines.describe, inner)
        return cls(
            survey=survey,
            pairings=Pairings(hass, entry),
            prover=Prover(hass, storage, survey),
            lately=Lately(hass, storage),
            rooms=Rooms(settings),
            words=AssistantWords(entry, engines),
            against_rules=AgainstRules(hass, survey, settings),
        )


def _engine(engines: InnerEngines, assistant: Assistant, stage: Stage) -> Engine:
    match stage:
        case Stage.WAKE_WORD:
            return engines.wake_word(assistant).describe()
        case Stage.SPEECH_TO_TEXT:
            return engines.speech(assistant).describe()
        case Stage.CONVERSATION:
            return engines.agent(assistant).describe()
        case Stage.TEXT_TO_SPEECH:
            return engines.voice(assistant).describe()
