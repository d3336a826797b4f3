"""What is remembered of digests over restarts: what a person chose, and what was told last."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Self

from homeassistant.core import HomeAssistant
from homeassistant.helpers.storage import Store

from ..const import DOMAIN
from .plan import Plan
from .suggestion import Suggestion

STORE_KEY: Final = f"{DOMAIN}.digest"
STORE_VERSION: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """One moment of it."""

    plan: Plan
    due: datetime | None = None
    """The last instant at which one was due and is done with. None: never; the next one is the first."""
    through: date | None = None
    """The last day that was told of."""
    suggested: Suggestion | None = None
    """What the last one suggested."""

    def to_data(self) -> dict[str, Any]:
        """Return it as JSON."""
        return {
            "plan": self.plan.to_data(),
            "due": self.due.isoformat() if self.due else None,
            "through": self.through.isoformat() if self.through else None,
            "suggested": self.suggested,
        }

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Self:
        """Read it. Raises KeyError, TypeError, ValueError for anything else."""
        return cls(
            plan=Plan.from_data(data["plan"]),
            due=datetime.fromisoformat(data["due"]) if data["due"] else None,
            through=date.fromisoformat(data["through"]) if data["through"] else None,
            suggested=Suggestion(data["suggested"]) if data["suggested"] else None,
        )


def store(hass: HomeAssistant) -> Store[dict[str, Any]]:
    """Return where it is written down."""
    return Store(hass, STORE_VERSION, STORE_KEY, private=True, atomic_writes=True)


async def forget_digests(hass: HomeAssistant) -> None:
    """Remove it, with Earshot."""
    await store(hass).async_remove()
