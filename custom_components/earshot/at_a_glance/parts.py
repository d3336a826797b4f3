"""Everything that is shown at a glance while Earshot is loaded."""

from dataclasses import dataclass
from typing import Protocol, Self

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant

from ..digest.digests import Digests
from ..donating.donations import Donations
from ..gate.gate import Gate
from ..gate.outside import Outside
from ..gate.questions import Questions
from ..gate.settings import PrivacySettings
from ..gate.storage import Storage
from ..gate.surroundings import Surroundings
from ..gate.witness import Witnesses
from ..host_link.interface import Hosts
from ..house.watch import HouseWatch
from ..satellites.parts import Satellites
from ..traces.traces import Traces
from .decisions.source import AtHand
from .leftovers import Leftovers
from .now import Listeners
from .runs_now import RunsNow
from .today import Days


class Sources(Protocol):
    """What is shown comes from everywhere."""

    host: Hosts
    storage: Storage
    gate: Gate
    questions: Questions
    traces: Traces
    outside: Outside
    settings: PrivacySettings
    satellites: Satellites
    surroundings: Surroundings
    donations: Donations
    witnesses: Witnesses


@dataclass(frozen=True, slots=True, kw_only=True)
class AtAGlance:
    """The parts, tied together."""

    days: Days
    listeners: Listeners
    house: HouseWatch
    """What the entities of the house show."""
    digests: Digests

    @classmethod
    def of(cls, hass: HomeAssistant, entry: ConfigEntry, sources: Sources) -> Self:
        """Make them for one entry. Nothing runs before somebody looks."""
        storage, gate = sources.storage, sources.gate
        leftovers = Leftovers(hass, entry, sources.traces)
        at_hand = AtHand(
            hass=hass,
            storage=storage,
            questions=sources.questions,
            leftovers=leftovers,
            donations=sources.donations,
        )
        listeners = Listeners(
            hass,
            runs=RunsNow(hass, gate, sources.surroundings.describe),
            outside=sources.outside,
            settings=sources.settings,
            rooms=sources.satellites.rooms,
            survey=sources.satellites.survey,
        )
        days = Days(hass, storage, gate.streamed, listeners.streams, at_hand)
        house = HouseWatch(hass, storage, sources.host, days, leftovers, sources.witnesses.verifying)
        return cls(days=days, listeners=listeners, house=house, digests=Digests(hass, entry, sources))
