"""The week in numbers: what was said in seven days, once, and no words of it."""

from datetime import timedelta

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest

from tests.blueprints.author import Author, Phone
from tests.blueprints.clock import WallClock, at
from tests.blueprints.test_who_listened import shown
from tests.gate.engines import put_cloud_behind
from tests.gate.house import House, add_satellite, refused

NAME = "weekly_digest"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


async def test_it_tells_what_the_ledger_counts_once_a_week(  # noqa: PLR0913, PLR0917 - fixtures
    hass: HomeAssistant,
    house: House,
    author: Author,
    phone: Phone,
    monkeypatch: pytest.MonkeyPatch,
    clock: WallClock,
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    await house.say(satellite_id=kitchen)
    house.host.hears = refused("noise")
    await house.say(satellite_id=kitchen)
    await put_cloud_behind(hass, house, monkeypatch)
    await house.say(satellite_id=kitchen)
    await house.over()
    moment = at(19)
    today = dt_util.now().date()
    await author.use(NAME, targets=["notify.phone"], weekday=WEEKDAYS[moment.weekday()])
    await clock.become(moment)
    ((title, message),) = phone.got
    assert title == f"Earshot: {today - timedelta(days=6)} to {today}"
    assert message.startswith(
        "2 said. 1 left the house, 0 went past Earshot, 0 listened to, 0 refused by a rule. "
        "1 false wakes (Kitchen satellite 1)."
    )
    # The days before the ledger began.
    assert "). Of these days " in message
    assert "hours were not watched" in message
    assert shown(hass).count(message) == 1
    await clock.become(at(19))
    assert author.runs == 1


async def test_another_day_of_the_week_tells_nothing(
    hass: HomeAssistant, house: House, author: Author, phone: Phone, clock: WallClock
) -> None:
    moment = at(19)
    await author.use(NAME, targets=["notify.phone"], weekday=WEEKDAYS[moment.weekday() - 1])
    await clock.become(moment)
    assert not phone.got


async def test_a_ledger_that_does_not_answer_is_told(
    hass: HomeAssistant, house: House, author: Author, phone: Phone, clock: WallClock
) -> None:
    moment = at(19)
    await author.use(NAME, targets=["notify.phone"], here=False, weekday=WEEKDAYS[moment.weekday()])
    await hass.config_entries.async_unload(house.entry.entry_id)
    await clock.become(moment)
    assert [message for _, message in phone.got] == [
        "The ledger does not answer. Nothing is known of the week until it does."
    ]
