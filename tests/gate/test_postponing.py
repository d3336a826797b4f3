"""An erasure that waits can be taken back; is done when it is due, whoever is gone; and is not read from meanwhile."""

import asyncio
from datetime import timedelta

from homeassistant.const import EVENT_HOMEASSISTANT_STOP
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import MockUser, async_fire_time_changed

from custom_components.earshot.errors import (
    ContentWithheldError,
    LedgerUnavailableError,
    StillSpeakingError,
    TicketUnknownError,
    VaultError,
)
from custom_components.earshot.gate.forgetting import Forgotten
from custom_components.earshot.gate.postponing import MAX_SECONDS, Postponed
from custom_components.earshot.ledger import Accessed, Query, Selection, UtteranceView
from custom_components.earshot.ledger.search import Search
from custom_components.earshot.models import ContentKind
from tests.gate.house import COMMAND, House
from tests.gate.test_forgetting import EVERYTHING, erased_by, of, readable

READER = MockUser(id="reader", name="Berta", is_owner=True)


async def asked(house: House, selection: Selection, seconds: float = 10) -> Postponed:
    return await house.runtime.postponing.ask(selection, "Alice", seconds, lambda _done: None)


async def said(house: House) -> UtteranceView:
    await house.say()
    await house.over()
    return (await house.utterances())[0]


def accesses(house: House, view: UtteranceView) -> list[str]:
    entries = house.runtime.ledger.entries(view.utterance_id)
    return [entry.record.how for entry in entries if isinstance(entry.record, Accessed)]


async def test_it_is_done_when_it_is_due_and_not_before(hass: HomeAssistant, house: House) -> None:
    view = await said(house)
    waiting = await asked(house, of(view), 5)
    assert timedelta(seconds=3) < waiting.until - dt_util.utcnow() <= timedelta(seconds=5)
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=4))
    await hass.async_block_till_done()
    assert readable(house, view)
    assert not waiting.outcome.done()
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=6))
    outcome = await waiting.outcome
    assert isinstance(outcome, Forgotten)
    assert (outcome.utterances, outcome.contents) == (1, 2)
    assert not readable(house, view)
    assert erased_by(house, view) == ["Alice"]
    with pytest.raises(TicketUnknownError):
        house.runtime.postponing.keep(waiting.ticket)


async def test_it_waits_a_minute_at_most(house: House) -> None:
    waiting = await asked(house, of(await said(house)), 10 * MAX_SECONDS)
    assert waiting.until - dt_util.utcnow() <= timedelta(seconds=MAX_SECONDS)


async def test_what_is_taken_back_stays_and_can_be_read(hass: HomeAssistant, house: House) -> None:
    view = await said(house)
    waiting = await asked(house, of(view))
    house.runtime.postponing.keep(waiting.ticket)
    assert await waiting.outcome is None
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=60))
    await hass.async_block_till_done()
    assert (await house.runtime.reading_room.read(view.utterance_id, READER)).words == COMMAND
    assert erased_by(house, view) == []
    with pytest.raises(TicketUnknownError):
        house.runtime.postponing.keep(waiting.ticket)


@pytest.mark.promise(5)
@pytest.mark.parametrize("by_name", [True, False], ids=["by name", "everything"])
async def test_nobody_gets_it_meanwhile_and_nobody_is_said_to_have(house: House, by_name: bool) -> None:  # noqa: FBT001 - a parameter of the test
    view = await said(house)
    await asked(house, of(view) if by_name else EVERYTHING)
    for opening in (house.runtime.reading_room.read, house.runtime.listening.address):
        with pytest.raises(ContentWithheldError):
            await opening(view.utterance_id, READER)
    search = house.runtime.search_room.prepare(Search(needle=COMMAND, query=Query()), READER)
    assert not (await asyncio.to_thread(search, lambda _done, _total: None)).items
    exports = house.runtime.exports
    words = frozenset({ContentKind.WORDS})
    export = exports.ask(0, house.runtime.ledger.size(), words, READER, lambda _done, _total: None)
    text = b"".join([part async for part in exports.stream(export)])
    assert COMMAND.encode() not in text
    assert b'"problem":"content_withheld"' in text
    assert accesses(house, view) == []


async def test_what_is_said_meanwhile_is_not_meant(house: House) -> None:
    before = await said(house)
    waiting = await asked(house, EVERYTHING)
    after = await said(house)
    assert (await house.runtime.reading_room.read(after.utterance_id, READER)).words == COMMAND
    await house.runtime.postponing.finish()
    assert isinstance(await waiting.outcome, Forgotten)
    assert (readable(house, before), readable(house, after)) == (False, True)


async def test_a_time_or_a_satellite_withholds_what_it_means_and_nothing_else(house: House) -> None:
    view = await said(house)
    assert view.satellite is not None
    room = house.runtime.reading_room
    await asked(house, Selection(until=view.at))
    await asked(house, Selection(satellite="elsewhere"))
    assert (await room.read(view.utterance_id, READER)).words == COMMAND
    await asked(house, Selection(satellite=view.satellite.entity_id or view.satellite.label))
    with pytest.raises(ContentWithheldError):
        await room.read(view.utterance_id, READER)


@pytest.mark.promise(5)
@pytest.mark.parametrize("stop", ["unload", "stop"])
async def test_it_is_done_at_once_when_earshot_ends(hass: HomeAssistant, house: House, stop: str) -> None:
    view = await said(house)
    vault = house.runtime.vault
    waiting = await asked(house, of(view))
    if stop == "unload":
        await hass.config_entries.async_unload(house.entry.entry_id)
    else:
        hass.bus.async_fire(EVENT_HOMEASSISTANT_STOP)
        await hass.async_block_till_done()
    assert isinstance(await waiting.outcome, Forgotten)
    assert view.utterance_id not in {name.utterance_id for name in vault.names()}
    if stop == "unload":
        await hass.config_entries.async_setup(house.entry.entry_id)
        assert erased_by(house, view) == ["Alice"]


async def test_what_is_under_way_is_refused_before_it_waits(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    view = await said(house)
    monkeypatch.setattr(type(house.runtime.gate), "in_flight", frozenset({view.utterance_id}))
    with pytest.raises(StillSpeakingError):
        await asked(house, of(view))


@pytest.mark.parametrize("failure", [VaultError("no"), LedgerUnavailableError("no")], ids=["vault", "ledger"])
async def test_what_could_not_be_done_is_told(
    house: House, failure: VaultError | LedgerUnavailableError, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = await said(house)
    waiting = await asked(house, of(view))

    async def refuse(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr(house.runtime.storage, "erase", refuse)
    await house.runtime.postponing.finish()
    assert await waiting.outcome is failure
    # Nobody may listen any more: then a repair issue tells of it.
    assert ("vault_failed" in house.runtime.storage.outages) is isinstance(failure, VaultError)
    assert (await house.runtime.reading_room.read(view.utterance_id, READER)).words == COMMAND
