"""Engines that a satellite uses and that its rules do not let have what is said to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from homeassistant.core import HomeAssistant, callback

from ..gate.runs import describe_satellite
from ..gate.settings import PrivacySettings
from ..models import Rule
from ..policy.decide import Verdict
from .survey import Survey, UsedEngine


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainstRule:
    """A satellite, and what it uses though a rule says "local only"."""

    key: str
    """The satellite's id in the entity registry, or its entity id."""
    label: str
    engines: tuple[str, ...]
    """Their names, each once."""
    gated: bool
    """Whether the gate refuses it each time. Otherwise it goes past Earshot, and so it goes there."""


class AgainstRules:
    """Looks at the rules and at the engines. Keeps nothing."""

    def __init__(self, hass: HomeAssistant, survey: Survey, settings: PrivacySettings) -> None:
        self._hass = hass
        self._survey = survey
        self._settings = settings

    @callback
    def now(self) -> tuple[AgainstRule, ...]:
        """Return what is against a rule, as far as it is known where each engine is. Unknown counts as the internet."""
        return tuple(found for entity_id in sorted(self._survey.ids()) for found in self._of(entity_id))

    def _of(self, entity_id: str) -> Iterator[AgainstRule]:
        key = self._settings.place_of(entity_id)
        refused = [used for used in self._survey.engines(entity_id) if self._is_refused(key, used)]
        for gated in (True, False):
            if engines := sorted({used.engine.label for used in refused if used.gated is gated}):
                label = describe_satellite(self._hass, entity_id).label
                yield AgainstRule(key=key, label=label, engines=tuple(engines), gated=gated)

    def _is_refused(self, key: str, used: UsedEngine) -> bool:
        decision = self._settings.decide(key, used.engine.stage, used.engine.standing, used.engine_id)
        return decision.verdict is Verdict.REFUSE and decision.rule is Rule.LOCAL_ONLY
