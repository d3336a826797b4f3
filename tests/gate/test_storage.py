"""Storage that falls ill: voice goes on, nothing is kept, a person is told, and the ledger shows one gap."""

import asyncio
from concurrent.futures import Future
from datetime import timedelta
from typing import Any
from unittest.mock import patch

from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util
from homeassistant.util.ulid import ulid_now
import pytest

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.errors import LedgerUnavailableError, VaultError
from custom_components.earshot.ledger import Erased, Gap, Ledger
from custom_components.earshot.ledger.body import decode_body
from custom_components.earshot.ledger.record import Record
from custom_components.earshot.models import ContentKind, Outcome
from custom_components.earshot.vault.vault import Vault
from tests.gate.house import House


def gaps(house: House) -> list[Gap]:
    """Return all gaps, in order: those between the utterances, which no view shows."""
    with house.runtime.ledger._store.read() as snapshot:
        bodies = [row.body for row in snapshot.entries()]
    records = [decode_body(body)[1] for body in bodies if body is not None]
    return [record for record in records if isinstance(record, Gap)]


def issue(hass: HomeAssistant, name: str) -> ir.IssueEntry | None:
    return ir.async_get(hass).async_get_issue(DOMAIN, name)


@pytest.mark.promise(10)
async def test_voice_goes_on_without_a_ledger_and_one_gap_tells_of_it(hass: HomeAssistant, house: House) -> None:
    before = dt_util.utcnow()
    with patch.object(Ledger, "append", side_effect=LedgerUnavailableError("disk full")):
        await house.say()
        await house.say()
        assert not await house.utterances()
    assert hass.states.is_state("input_boolean.kitchen_light", "on")
    assert issue(hass, "ledger_unavailable") is not None
    assert not list(house.runtime.paths.contents.iterdir())
    between = dt_util.utcnow()
    await house.say()
    utterance = await house.utterance()
    assert utterance.outcome is Outcome.ANSWERED
    assert issue(hass, "ledger_unavailable") is None
    (gap,) = gaps(house)
    assert gap.reason == "ledger_unavailable"
    assert before <= gap.began <= between <= gap.ended <= dt_util.utcnow()


async def test_an_idle_home_finds_out_within_a_minute_that_the_ledger_works_again(
    hass: HomeAssistant, house: House
) -> None:
    with patch.object(Ledger, "append", side_effect=LedgerUnavailableError("disk full")):
        await house.say()
        await house.over()
    await house.runtime.caretaker._care(dt_util.utcnow())
    assert issue(hass, "ledger_unavailable") is None
    assert len(gaps(house)) == 1


async def test_what_the_ledger_began_to_tell_gets_its_end_after_the_outage(house: House) -> None:
    house.host.gets_stuck = True
    run = house.speak_to()
    await house.host.stuck.wait()
    house.host.gets_stuck = False
    real, appended = Ledger.append, 0

    def append_once(ledger: Ledger, records: list[Record]) -> Future[Any]:
        nonlocal appended
        appended += 1
        if appended > 1:
            raise LedgerUnavailableError("disk full")
        return real(ledger, records)

    with patch.object(Ledger, "append", append_once):
        house.host.stopped.set()
        await run
        await house.over()
    assert (await house.utterance()).outcome is None
    await house.runtime.storage.recover()
    assert (await house.utterance()).outcome is Outcome.FAILED
    assert len(gaps(house)) == 1


async def test_a_disk_that_does_not_answer_holds_nobody_up_for_long(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.earshot.gate.storage.LEDGER_PATIENCE", 0.01)
    never: Future[Any] = Future()
    with patch.object(Ledger, "append", return_value=never):
        await house.say()
        await house.over()
    assert hass.states.is_state("input_boolean.kitchen_light", "on")
    assert issue(hass, "ledger_unavailable") is not None
    never.set_exception(LedgerUnavailableError("gave up"))
    monkeypatch.undo()
    await asyncio.gather(*house.runtime.storage._late, return_exceptions=True)
    await asyncio.sleep(0)
    await house.runtime.storage.recover()
    assert issue(hass, "ledger_unavailable") is None
    assert len(gaps(house)) == 1


@pytest.mark.promise(10)
async def test_a_vault_that_fails_keeps_nothing_and_the_facts_are_entered(hass: HomeAssistant, house: House) -> None:
    with patch.object(Vault, "seal", side_effect=VaultError("disk full")):
        await house.say()
        utterance = await house.utterance()
    assert utterance.outcome is Outcome.ANSWERED
    assert not utterance.contents
    assert issue(hass, "vault_failed") is not None
    await house.say()
    newest, _ = await house.utterances()
    assert len(newest.contents) == 2
    assert issue(hass, "vault_failed") is None
    assert [gap.reason for gap in gaps(house)] == ["vault_failed"]


async def test_contents_whose_entry_is_lost_are_destroyed(house: House) -> None:
    real = Ledger.append

    def append(ledger: Ledger, records: list[Record]) -> Future[Any]:
        if any(record.kind == "stored" for record in records):
            raise LedgerUnavailableError("disk full")
        return real(ledger, records)

    with patch.object(Ledger, "append", append):
        await house.say()
        await house.over()
    assert not list(house.runtime.paths.contents.iterdir())


async def test_words_whose_entry_came_too_late_are_told_as_erased(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, held = Ledger.append, []

    def append(ledger: Ledger, records: list[Record]) -> Future[Any]:
        stored = any(record.kind == "stored" for record in records)
        # Whatever else is entered may take as long as this machine takes.
        monkeypatch.setattr("custom_components.earshot.gate.storage.LEDGER_PATIENCE", 0.05 if stored else 60.0)
        if not stored:
            return real(ledger, records)
        held.append((records, future := Future[Any]()))
        return future

    with patch.object(Ledger, "append", append):
        await house.say()
        await house.over()
        await house.runtime.caretaker._care(dt_util.utcnow())
    assert not list(house.runtime.paths.contents.iterdir())
    ((records, future),) = held
    future.set_result(await asyncio.wrap_future(real(house.runtime.ledger, records)))
    await asyncio.gather(*house.runtime.storage._late)
    await asyncio.sleep(0)
    await house.runtime.caretaker._care(dt_util.utcnow())
    utterance = await house.utterance()
    assert [(content.kind, content.erased_at is not None) for content in utterance.contents] == [
        (ContentKind.WORDS, True)
    ]
    entries = house.runtime.ledger.entries(utterance.utterance_id)
    assert [entry.record.by for entry in entries if isinstance(entry.record, Erased)] == ["not_entered"]
    assert house.runtime.vault.untold() == ()
    assert issue(hass, "ledger_unavailable") is None


async def test_words_whose_entry_never_came_are_no_erasure(house: House) -> None:
    real = Ledger.append

    def append(ledger: Ledger, records: list[Record]) -> Future[Any]:
        if any(record.kind == "stored" for record in records):
            raise LedgerUnavailableError("disk full")
        return real(ledger, records)

    with patch.object(Ledger, "append", append):
        await house.say()
        await house.over()
    await house.runtime.caretaker._care(dt_util.utcnow())
    entries = house.runtime.ledger.entries((await house.utterance()).utterance_id)
    assert "erased" not in {entry.record.kind for entry in entries}
    assert house.runtime.vault.untold() == ()


async def test_earshot_starts_and_hears_without_its_storage(hass: HomeAssistant, house: House) -> None:
    await hass.config_entries.async_unload(house.entry.entry_id)
    with patch.object(Ledger, "open", side_effect=LedgerUnavailableError("no disk")):
        assert await hass.config_entries.async_setup(house.entry.entry_id)
        await house.say()
        await house.over()
    assert hass.states.is_state("input_boolean.kitchen_light", "on")
    assert issue(hass, "ledger_unavailable") is not None
    await house.runtime.caretaker._care(dt_util.utcnow())
    assert issue(hass, "ledger_unavailable") is None
    await house.say()
    assert len((await house.utterance()).contents) == 2


async def test_the_ledger_is_opened_once_by_all_who_find_it_closed(hass: HomeAssistant, house: House) -> None:
    await hass.config_entries.async_unload(house.entry.entry_id)
    with patch.object(Ledger, "open", side_effect=LedgerUnavailableError("no disk")):
        assert await hass.config_entries.async_setup(house.entry.entry_id)
    real, opened = Ledger.open, 0

    def open_once(*args: Any, **how: Any) -> Ledger:
        nonlocal opened
        opened += 1
        return real(*args, **how)

    with patch.object(Ledger, "open", open_once):
        await asyncio.gather(house.say(), house.runtime.storage.recover(), house.runtime.storage.recover())
        await house.over()
    assert opened == 1
    assert len(gaps(house)) == 1


async def test_two_contents_that_are_kept_at_once_after_an_outage_tell_of_one_gap(house: House) -> None:
    storage = house.runtime.storage
    storage._began("vault_failed", dt_util.utcnow(), VaultError("disk full"))
    until = dt_util.utcnow() + timedelta(days=1)
    kinds = (ContentKind.WORDS, ContentKind.RESPONSE)
    kept = await asyncio.gather(*(storage.keep(ulid_now(), kind, b"again", until) for kind in kinds))
    assert kept == [True, True]
    assert [gap.reason for gap in gaps(house)] == ["vault_failed"]
    assert not storage.outages
