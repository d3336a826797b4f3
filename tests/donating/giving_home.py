"""A home in which somebody donates, as tests need it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
import math
import struct
from typing import Any

from homeassistant.auth.models import User
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.donating.donations import Donations
from custom_components.earshot.donating.told import OfferView
from custom_components.earshot.donation.choices import Choices
from custom_components.earshot.donation.consent import ConsentRequest
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.ledger.giving import Donated, Offered, Reviewed
from custom_components.earshot.ledger.record import Record
from custom_components.earshot.models import ContentKind
from tests.donating.stand_in_desk import ADDRESS, StandInDesk
from tests.gate.house import House

SPOKEN = struct.pack(
    "<32000h",
    *(round(9000 * math.sin(n / 9) * math.sin(n / 4000) + 3000 * math.sin(n / 3)) for n in range(32_000)),
)
"""Two seconds that are no silence."""
EVERYTHING = Choices(sampling=1.0)


@dataclass
class GivingHome:
    """A home, its desk, and a satellite in the kitchen."""

    house: House
    desk: StandInDesk
    kitchen: str
    admin: User

    @property
    def hass(self) -> HomeAssistant:
        return self.house.hass

    @property
    def donations(self) -> Donations:
        return self.house.runtime.donations

    async def consent(self, *purposes: Purpose, until: datetime | None = None, **told: Any) -> None:
        """Let an administrator consent for the kitchen, and let everything be offered."""
        request: dict[str, Any] = {
            "address": ADDRESS,
            "statement_sha256": self.desk.statement.sha256,
            "purposes": frozenset(purposes or (Purpose.SPEECH,)),
            "satellites": frozenset({self.kitchen}),
            "of_age": True,
            "others_know": True,
            "until": until,
        }
        await self.donations.give_consent(ConsentRequest(**(request | told)), self.admin)
        await self.donations.set_choices(EVERYTHING, "Ada")

    async def say(self, **how: Any) -> None:
        """Let somebody speak in the kitchen, and what comes of it be decided."""
        await self.house.say(**({"satellite_id": self.kitchen, "pcm": SPOKEN} | how))
        await self.house.over()
        await self.donations.settled()

    async def offer(self) -> OfferView:
        """Let somebody speak, and return the only offer."""
        await self.say()
        (only,) = await self.donations.offers()
        return only

    async def give(self) -> str:
        """Let something be said, offered, approved and brought; return the donation's id."""
        offer = await self.offer()
        await self.donations.send_now(offer.offer_id, offer.sha256 or "", "Ada")
        await self.look()
        return next(iter(self.desk.held))

    def left(self) -> list[str]:
        """Return what lies in the vault of offers, but for the keys of what reviewers write."""
        return [file.name for file in self.house.runtime.paths.offered.iterdir() if "-reply-" not in file.name]

    async def look(self) -> None:
        """Do what is due."""
        await self.donations._schedule.look()

    async def look_if_any(self) -> None:
        """Do what is due, if there is anything to look at."""
        if self.donations._home.stock.there:
            await self.look()

    async def keep_sound(self) -> None:
        """Let an administrator keep sound in the kitchen."""
        await self.house.runtime.settings.set_retention(self.kitchen, ContentKind.SOUND, timedelta(days=1), "Ada")

    def issues(self) -> set[str]:
        """Return what a person is to look at."""
        return {issue_id for domain, issue_id in ir.async_get(self.hass).issues if domain == DOMAIN}

    async def refusals(self) -> list[str | None]:
        """Return why nothing was offered, in order; None for what was."""
        return [one.refused for one in await self.entered(Offered)]

    async def entered[R: Record](self, kind: type[R]) -> list[R]:
        """Return the entries of a kind."""
        return [one for one in await self.house.entries(kind.kind) if isinstance(one, kind)]

    async def donated(self) -> list[Donated]:
        """Return what left."""
        return await self.entered(Donated)

    async def reviewed(self) -> list[Reviewed]:
        """Return what came back."""
        return await self.entered(Reviewed)


class Hands:
    """Two clocks that a test moves."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self.ahead = timedelta()
        self.went_by = 1000.0

    def wall(self) -> datetime:
        """Return what the clock on the wall says."""
        return self._now() + self.ahead

    def elapsed(self) -> float:
        """Return the time that went by."""
        return self.went_by

    def pass_by(self, time: timedelta) -> None:
        """Let time go by."""
        self.ahead += time
        self.went_by += time.total_seconds()

    def set_forward(self, time: timedelta) -> None:
        """Let somebody set the clock."""
        self.ahead += time
