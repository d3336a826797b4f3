"""Everything that is shown at a glance while Earshot is loaded."""

from dataclasses import dataclass
from typing import Self

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant

from ..gate.gate import Gate
from ..gate.questions import Questions
from ..gate.storage import Storage
from ..traces.traces import Traces
from .decisions.source import AtHand
from .leftovers import Leftovers
from .today import Days


@dataclass(frozen=True, slots=True, kw_only=True)
class AtAGlance:
    """The parts, tied together."""

    days: Days

    @classmethod
    def of(  # noqa: PLR0913 - what is shown comes from everywhere
        cls,
        hass: HomeAssistant,
        entry: ConfigEntry,
        *,
        storage: Storage,
        gate: Gate,
        questions: Questions,
        traces: Traces,
    ) -> Self:
        """Make them for one entry. Nothing runs before somebody looks."""
        leftovers = Leftovers(hass, entry, traces)
        at_hand = AtHand(hass=hass, storage=storage, questions=questions, leftovers=leftovers)
        return cls(days=Days(hass, storage, gate.streamed, lambda: (), at_hand))
