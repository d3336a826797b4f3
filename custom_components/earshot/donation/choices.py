"""How offers are made and how they leave: what an administrator chooses. None of it switches donation on."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any, Final

from ..errors.donating import ChoiceError
from .sound import DEFAULT_STRENGTH


class Mode(StrEnum):
    """How an offer leaves."""

    ASK = "ask"
    """Each waits for a person."""
    AFTER_WAIT = "after_wait"
    """It leaves after the wait unless somebody says never. Some offers wait for a person all the same."""


SHORTEST_WAIT: Final = timedelta(hours=1)
"""Less than an hour, and nobody who was at home had a chance to look."""
LONGEST_WAIT: Final = timedelta(days=7)
"""Half of what an offer lives: it must not be dropped because it waits."""
UNANSWERED: Final = timedelta(days=14)
"""How long an offer waits for somebody: two weeks are a holiday. What nobody answered by then is dropped."""
MOST_A_DAY: Final = 100
"""Offers a day that a house may set at most: a desk of volunteers hears some hundred an hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What is chosen. Raises ChoiceError for what cannot be."""

    mode: Mode = Mode.ASK
    wait: timedelta = timedelta(hours=24)
    """How long an offer waits before it leaves by itself: everybody comes home once within a day."""
    sampling: float = 0.2
    """Of what could be offered, the share that is: 0 to 1. One in five, so that nobody finds fifty in the evening."""
    daily_cap: int = 10
    """Offers a day at most: as many as somebody hears through in five minutes."""
    strength: float = DEFAULT_STRENGTH
    """How much voices are changed, from 0 (not at all) to 1."""
    proxy: str | None = field(default=None, repr=False)
    """Address of a proxy that everything to a desk goes through. It may hold a password. None: none."""
    folder: str | None = None
    """Folder that clips are written to, instead of being sent to a desk. None: they are sent."""

    def __post_init__(self) -> None:
        """Refuse what is out of bounds."""
        bounds = (
            ("wait", SHORTEST_WAIT <= self.wait <= LONGEST_WAIT),
            ("sampling", 0.0 <= self.sampling <= 1.0),
            ("daily_cap", 0 <= self.daily_cap <= MOST_A_DAY),
            ("strength", 0.0 <= self.strength <= 1.0),
        )
        for name, holds in bounds:
            if not holds:
                raise ChoiceError(choice=name)


def loosens(before: Choices, after: Choices) -> bool:
    """Return whether by other choices more leaves than before, or sooner, less changed, or elsewhere."""
    return (
        (after.mode is not Mode.ASK and before.mode is Mode.ASK)
        or after.wait < before.wait
        or after.sampling > before.sampling
        or after.daily_cap > before.daily_cap
        or after.strength < before.strength
        or (after.proxy, after.folder) != (before.proxy, before.folder)
    )


def choices_to_json(choices: Choices) -> dict[str, Any]:
    """Write choices as JSON: the wait in seconds."""
    return {
        "mode": choices.mode.value,
        "wait": round(choices.wait.total_seconds()),
        "sampling": choices.sampling,
        "daily_cap": choices.daily_cap,
        "strength": choices.strength,
        "proxy": choices.proxy,
        "folder": choices.folder,
    }


def choices_from_json(data: Any) -> Choices:
    """Read what `choices_to_json` wrote. Raises ValueError, TypeError, KeyError or ChoiceError for anything else."""
    return Choices(
        mode=Mode(data["mode"]),
        wait=timedelta(seconds=int(data["wait"])),
        sampling=float(data["sampling"]),
        daily_cap=int(data["daily_cap"]),
        strength=float(data["strength"]),
        proxy=data["proxy"],
        folder=data["folder"],
    )
