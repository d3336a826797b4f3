"""What a source of decisions has at hand, and what it does."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final

from homeassistant.core import HomeAssistant

from ...donating.donations import Donations
from ...gate.questions import Questions
from ...gate.storage import Storage
from ..answers import Decision, DecisionKind
from ..leftovers import Leftovers

SEVERITIES: Final = ("critical", "error", "warning", "info")
"""From the most urgent to the least. The first three are Home Assistant's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHand:
    """What sources look at."""

    hass: HomeAssistant
    storage: Storage
    questions: Questions
    leftovers: Leftovers
    donations: Donations


type Source = Callable[[AtHand], Awaitable[Sequence[Decision]]]
"""Says what needs a person now, as far as it knows. It raises nothing where it cannot know: then it is no decision."""


def decision(kind: DecisionKind, decision_id: str, severity: str, **known: object) -> Decision:
    """Make a decision of which only some is known."""
    nothing: dict[str, object] = dict.fromkeys(
        ("translation_key", "who", "place", "evidence", "count", "since", "until")
    )
    told = nothing | {"placeholders": {}} | known
    return Decision(kind=kind, id=decision_id, severity=severity, **told)  # type: ignore[arg-type]  # fields of it
