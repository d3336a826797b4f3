"""Media players whose state names the text that they speak or last spoke, for everybody in the house to see."""

from collections.abc import Sequence
from typing import Final

from homeassistant.components.media_player.const import DOMAIN
from homeassistant.core import HomeAssistant, State

from ..place import FOREIGN, Found, Purged, Said, covered
from ..spoken_input import SPOKEN_MEDIA


class PlayerStates:
    """The states of media players as they are now. What they were is with the recorder."""

    name: Final = "player_states"

    async def measure(self, hass: HomeAssistant) -> Found:
        """Count those that name a text."""
        states = _with_words(hass)
        since = min((state.last_updated for state in states), default=None)
        return Found(place=self.name, count=len(states), since=since, purgeable=False, why_not=FOREIGN)

    async def purge(self, hass: HomeAssistant) -> Purged:
        """Leave them: a state belongs to the integration that made it."""
        return self._left(len(_with_words(hass)))

    async def forget(self, hass: HomeAssistant, said: Sequence[Said]) -> Purged:
        """Leave them, and say how many are of the utterances' time."""
        return self._left(sum(covered(said, state.last_updated) for state in _with_words(hass)))

    def _left(self, left: int) -> Purged:
        return Purged(place=self.name, left=left, why_not=FOREIGN if left else None)


def _with_words(hass: HomeAssistant) -> list[State]:
    return [state for state in hass.states.async_all(DOMAIN) if SPOKEN_MEDIA in str(state.attributes)]


PLACE: Final = PlayerStates()
