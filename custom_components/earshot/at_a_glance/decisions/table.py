"""All sources of decisions. A new one is a module beside this and a line here."""

from collections.abc import Sequence
from typing import Final

from ..answers import Decision
from . import donation, leftovers, outages, questions, repairs, witness
from .source import SEVERITIES, AtHand, Source

SOURCES: Final[Sequence[Source]] = (
    outages.find,
    repairs.find,
    questions.find,
    donation.find,
    witness.find,
    leftovers.find,
)


async def find_decisions(at_hand: AtHand, sources: Sequence[Source] = SOURCES) -> tuple[Decision, ...]:
    """Return what needs a person, the most urgent first, and of those the ones of the earlier source."""
    found = [decision for source in sources for decision in await source(at_hand)]
    return tuple(sorted(found, key=lambda decision: SEVERITIES.index(decision.severity)))
