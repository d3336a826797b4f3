"""Killed before and after each durable step between a yes and the desk: it leaves once, as shown, entered once."""

from collections.abc import Awaitable, Callable
from functools import wraps
import inspect
from typing import Any

import pytest

from custom_components.earshot.donating.donations import Donations
from custom_components.earshot.donation.choices import Choices
from custom_components.earshot.donation.states import OfferState
from tests.donating.giving_home import GivingHome

MOST_STEPS = 80


class KilledError(BaseException):
    """The process is gone. No handler of errors sees it."""


class Steps:
    """Counts the moments before and after durable steps, and ends everything at one of them."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.passed = 0

    def pass_one(self) -> None:
        """Go on, or not."""
        self.passed += 1
        if self.passed == self.at:
            raise KilledError

    def around(self, owner: object, name: str) -> None:
        """Count a method's beginning and its end."""
        real: Callable[..., Any] = getattr(owner, name)
        if inspect.iscoroutinefunction(real):

            @wraps(real)
            async def slowly(*args: Any, **named: Any) -> Any:
                self.pass_one()
                done = await real(*args, **named)
                self.pass_one()
                return done

            setattr(owner, name, slowly)
            return

        @wraps(real)
        def at_once(*args: Any, **named: Any) -> Any:
            self.pass_one()
            done = real(*args, **named)
            self.pass_one()
            return done

        setattr(owner, name, at_once)


def count(home: GivingHome, at: int, monkeypatch: pytest.MonkeyPatch) -> Steps:
    """Put a count around everything that a delivery does to a disk, to the ledger, and to the desk."""
    steps, stock = Steps(at), home.donations._home.stock
    for owner, names in (
        (stock.store, ("begin_sending", "put_donation", "change")),
        (stock.vault, ("seal", "commit", "erase", "told")),
        (home.house.runtime.storage, ("write",)),
        (home.desk, ("deliver",)),
    ):
        for name in names:
            monkeypatch.setattr(owner, name, getattr(owner, name))
            steps.around(owner, name)
    return steps


async def born_again(home: GivingHome) -> None:
    """Start the donor's side anew from what is on disk. Nobody stopped the one before."""
    old, runtime = home.donations, home.house.runtime
    await old._schedule.stop()
    new = Donations(
        home.hass,
        runtime.storage,
        runtime.settings,
        runtime.rights,
        old._home.withheld.__self__,  # type: ignore[attr-defined]  # a bound method of what withholds
        lambda _: home.desk,
        runtime.paths,
        old._home.clock,
    )
    await new.start()
    await new._schedule.stop()
    runtime.donations, runtime.gate.donor = new, new.donor


async def dies(doing: Awaitable[None]) -> bool:
    """Return whether it was killed."""
    try:
        await doing
    except KilledError:
        return True
    return False


@pytest.mark.promise(8)
async def test_a_donation_that_is_killed_anywhere_leaves_exactly_once(
    home: GivingHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    await home.consent()
    await home.donations.set_choices(Choices(sampling=1.0, daily_cap=MOST_STEPS), "Ada")
    await home.donations._schedule.stop()
    for at in range(1, MOST_STEPS):
        offer = await home.offer()
        preview = await home.donations.preview(offer.offer_id, home.admin)
        before = len(await home.donated())
        await home.donations.send_now(offer.offer_id, offer.sha256 or "", "Ada")
        with monkeypatch.context() as patched:
            count(home, at, patched)
            killed = await dies(home.look())
        await born_again(home)
        await home.look()
        told = await home.donations.offer(offer.offer_id)
        donated = (await home.donated())[before:]
        assert told.state is OfferState.GIVEN, at
        assert [one.sha256 for one in donated] == [offer.sha256], at
        held = home.desk.held.pop(donated[0].donation_id)
        assert held.payload == preview.payload, at
        assert not home.desk.held, at
        # What it was made of is gone, also where the end of it was broken off.
        await born_again(home)
        assert not home.left(), at
        if not killed:
            assert at > 15  # there were so many steps, each twice
            return
    pytest.fail("there is no end of steps")
