"""A checkpoint to a phone: what comes there is what the ledger agrees to, later and not before something is wrong."""

import contextlib
import sqlite3

from homeassistant.core import HomeAssistant
from pytest_homeassistant_custom_component.common import MockUser

from tests.blueprints.author import Author, Phone
from tests.blueprints.clock import WallClock, at
from tests.blueprints.test_weekly_digest import WEEKDAYS
from tests.gate.house import House

NAME = "checkpoint_to_my_phone"


async def test_the_text_that_came_agrees_when_somebody_brings_it_back(  # noqa: PLR0913, PLR0917 - fixtures
    hass: HomeAssistant, house: House, author: Author, phone: Phone, clock: WallClock, hass_admin_user: MockUser
) -> None:
    await house.say()
    await house.over()
    moment = at(19).replace(minute=30)
    await author.use(NAME, targets=["notify.phone"], weekday=WEEKDAYS[moment.weekday()])
    await clock.become(moment)
    ((title, message),) = phone.got
    await house.say()
    await house.over()
    compared = await house.runtime.witnesses.compare(message, hass_admin_user, "text")
    assert (compared.agrees, compared.signed) == (True, True)
    assert title == f"Earshot: checkpoint of {compared.size} entries"
    await clock.become(at(19).replace(minute=30))
    assert len(phone.got) == author.runs == 1


async def test_something_that_is_wrong_is_told_instead(
    hass: HomeAssistant, house: House, author: Author, phone: Phone, clock: WallClock
) -> None:
    await house.say()
    view = await house.utterance()
    index = house.runtime.ledger.entries(view.utterance_id)[-1].index

    def swap(old: str, new: str) -> None:
        statement = """UPDATE entry SET body = CAST(replace(body, ?, ?) AS BLOB) WHERE "index" = ?"""
        with contextlib.closing(sqlite3.connect(house.runtime.paths.ledger)) as database, database:
            assert database.execute(statement, (old, new, index)).rowcount == 1

    moment = at(19).replace(minute=30)
    await author.use(NAME, targets=["notify.phone"], weekday=WEEKDAYS[moment.weekday()])
    await hass.async_add_executor_job(swap, '"at":', '"AT":')
    await clock.become(moment)
    # As it was: the home shuts down with a ledger that it can read.
    await hass.async_add_executor_job(swap, '"AT":', '"at":')
    ((title, message),) = phone.got
    assert title == "Earshot: something is wrong with the ledger"
    assert "compare a checkpoint that you kept" in message


async def test_that_it_could_not_be_verified_is_told(
    hass: HomeAssistant, house: House, author: Author, phone: Phone, clock: WallClock
) -> None:
    moment = at(19).replace(minute=30)
    await author.use(NAME, targets=["notify.phone"], weekday=WEEKDAYS[moment.weekday()])
    await hass.config_entries.async_unload(house.entry.entry_id)
    await clock.become(moment)
    assert [title for title, _ in phone.got] == ["Earshot: the ledger could not be verified"]
