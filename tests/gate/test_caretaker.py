"""What is done around the utterances: gaps, endings after a crash, erasing on time."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.earshot.errors import (
    ContentDamagedError,
    ContentGoneError,
    ContentMissingError,
    LedgerUnavailableError,
    VaultError,
)
from custom_components.earshot.gate.flight import Flight
from custom_components.earshot.gate.illness import ISSUES
from custom_components.earshot.gate.settings import PrivacySettings
from custom_components.earshot.ledger import Erased, Ledger, UtteranceView
from custom_components.earshot.models import ContentKind, Outcome
from custom_components.earshot.runtime import Paths
from custom_components.earshot.vault.clock import Clock, elapsed_seconds
from custom_components.earshot.vault.vault import Vault
from tests.gate.house import House
from tests.gate.test_storage import gaps

A_MOMENT = timedelta(milliseconds=1)


def keep_for(monkeypatch: pytest.MonkeyPatch, period: timedelta) -> None:
    """Let words and answers be kept for less than a person could set."""

    def keep(_settings: PrivacySettings, _place: str, kind: ContentKind) -> timedelta:
        return timedelta(0) if kind is ContentKind.SOUND else period

    monkeypatch.setattr(PrivacySettings, "keep", keep)


async def restart(hass: HomeAssistant, house: House) -> None:
    await hass.config_entries.async_unload(house.entry.entry_id)
    await hass.config_entries.async_setup(house.entry.entry_id)


def erased(house: House, utterance: UtteranceView) -> bool:
    return isinstance(house.runtime.ledger.entries(utterance.utterance_id)[-1].record, Erased)


@pytest.mark.promise(3)
async def test_a_time_that_nobody_watched_is_a_gap(hass: HomeAssistant, house: House) -> None:
    long_ago = dt_util.utcnow().replace(microsecond=0) - timedelta(hours=2)
    await hass.config_entries.async_unload(house.entry.entry_id)
    with patch.object(Ledger, "last_alive", return_value=long_ago):
        await hass.config_entries.async_setup(house.entry.entry_id)
    (gap,) = gaps(house)
    assert (gap.began, gap.reason) == (long_ago, "not_running")
    assert timedelta() <= dt_util.utcnow() - gap.ended < timedelta(minutes=1)


async def test_an_ordinary_restart_is_no_gap(hass: HomeAssistant, house: House) -> None:
    await restart(hass, house)
    assert not gaps(house)


@pytest.mark.promise(3)
async def test_a_watch_without_a_vault_is_a_watch_all_the_same(hass: HomeAssistant, house: House) -> None:
    await hass.config_entries.async_unload(house.entry.entry_id)
    with patch.object(Vault, "open", side_effect=VaultError("no disk")):
        await hass.config_entries.async_setup(house.entry.entry_id)
        alive = dt_util.utcnow().replace(microsecond=0) + timedelta(hours=1)
        await house.runtime.caretaker._care(alive)
    assert house.runtime.ledger.last_alive() == alive
    assert not gaps(house)


async def test_what_a_crash_left_open_is_closed_as_cancelled(hass: HomeAssistant, house: House) -> None:
    async def crash(*_: object) -> None:
        """Write no end, as a process that is gone."""

    with patch.object(Flight, "finish", crash):
        await house.say()
        await house.over()
    assert (await house.utterance()).outcome is None
    await restart(hass, house)
    utterance = await house.utterance()
    assert (utterance.outcome, utterance.code) == (Outcome.CANCELLED, "restart")


@pytest.mark.promise(5)
async def test_contents_are_erased_a_minute_after_their_time_at_most(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_for(monkeypatch, A_MOMENT)
    await house.say()
    utterance = await house.utterance()
    assert len(list(house.runtime.paths.contents.iterdir())) == 2
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=61))
    async with asyncio.timeout(10):
        while not erased(house, utterance):  # noqa: ASYNC110 - nothing tells of an erasure
            await asyncio.sleep(0.01)
    assert not list(house.runtime.paths.contents.iterdir())
    with pytest.raises(ContentGoneError):
        house.runtime.vault.read(utterance.utterance_id, ContentKind.WORDS)
    (*_, last) = house.runtime.ledger.entries(utterance.utterance_id)
    assert isinstance(last.record, Erased)
    assert set(last.record.contents) == {ContentKind.WORDS, ContentKind.RESPONSE}
    assert last.record.by == "retention"


async def test_an_erasure_that_a_crash_kept_out_of_the_ledger_is_entered_at_the_start(
    hass: HomeAssistant, house: House
) -> None:
    await house.say()
    utterance = await house.utterance()
    house.runtime.vault.erase(utterance.utterance_id, [ContentKind.WORDS], by="Ada")
    for _ in range(2):
        await restart(hass, house)
        entries = house.runtime.ledger.entries(utterance.utterance_id)
        (record,) = [entry.record for entry in entries if isinstance(entry.record, Erased)]
        assert (record.contents, record.by) == ((ContentKind.WORDS,), "Ada")
    assert house.runtime.vault.untold() == ()


async def test_an_erasure_that_an_ill_ledger_did_not_take_is_entered_a_minute_after_it_is_well(house: House) -> None:
    await house.say()
    utterance = await house.utterance()
    with patch.object(Ledger, "append", side_effect=LedgerUnavailableError("disk full")):
        await house.runtime.storage.erase(utterance.utterance_id, [ContentKind.RESPONSE], "retention")
        await house.runtime.caretaker._care(dt_util.utcnow())
    assert not erased(house, utterance)
    await house.runtime.caretaker._care(dt_util.utcnow())
    assert erased(house, utterance)
    assert house.runtime.vault.untold() == ()


@pytest.mark.promise(5)
async def test_contents_that_came_back_from_a_backup_without_their_keys_are_entered_as_erased(
    hass: HomeAssistant, house: House
) -> None:
    await house.say()
    utterance = await house.utterance()
    await hass.config_entries.async_unload(house.entry.entry_id)
    for key in key_files(hass):
        key.unlink()
    await hass.config_entries.async_setup(house.entry.entry_id)
    (*_, last) = house.runtime.ledger.entries(utterance.utterance_id)
    assert isinstance(last.record, Erased)
    assert set(last.record.contents) == {ContentKind.WORDS, ContentKind.RESPONSE}
    assert last.record.by == "key_gone"
    assert not list(house.runtime.paths.contents.iterdir())
    await restart(hass, house)
    assert len(house.runtime.ledger.entries(utterance.utterance_id)) == last.index + 1


def spoil_keys(hass: HomeAssistant) -> None:
    for key in key_files(hass):
        key.write_bytes(b"\1" * key.stat().st_size)


def lose_files(hass: HomeAssistant) -> None:
    for file in Paths.of(hass).contents.iterdir():
        file.unlink()


@pytest.mark.parametrize(("issue", "spoil"), [("contents_damaged", spoil_keys), ("contents_missing", lose_files)])
async def test_what_is_damaged_or_missing_is_told_and_left_as_it_is(
    hass: HomeAssistant, house: House, issue: str, spoil: Callable[[HomeAssistant], None]
) -> None:
    await house.say()
    utterance = await house.utterance()
    entries = len(house.runtime.ledger.entries(utterance.utterance_id))
    await hass.config_entries.async_unload(house.entry.entry_id)
    spoil(hass)
    left = {path.name: path.read_bytes() for path in (*key_files(hass), *Paths.of(hass).contents.iterdir())}
    await hass.config_entries.async_setup(house.entry.entry_id)
    shown = ir.async_get(hass).async_get_issue("earshot", issue)
    assert shown is not None
    assert shown.translation_placeholders == {"count": "2"}
    assert {path.name: path.read_bytes() for path in (*key_files(hass), *Paths.of(hass).contents.iterdir())} == left
    assert len(house.runtime.ledger.entries(utterance.utterance_id)) == entries
    with pytest.raises((ContentDamagedError, ContentMissingError)):
        house.runtime.vault.read(utterance.utterance_id, ContentKind.WORDS)
    await hass.config_entries.async_unload(house.entry.entry_id)
    assert ir.async_get(hass).async_get_issue("earshot", issue) is None


async def test_where_all_is_in_order_no_issue_is_shown(hass: HomeAssistant, house: House) -> None:
    await house.say()
    await house.over()
    await restart(hass, house)
    assert not [issue for issue in ISSUES if ir.async_get(hass).async_get_issue("earshot", issue)]


def key_files(hass: HomeAssistant) -> list[Path]:
    """Return the keys of single contents."""
    return sorted((Paths.of(hass).keys / "contents").iterdir())


async def test_contents_are_erased_at_their_time_and_not_before(house: House) -> None:
    await house.say()
    utterance = await house.utterance()
    gone_by = timedelta(days=6, hours=23)
    house.runtime.vault._deadlines._clock = Clock(
        lambda: dt_util.utcnow() + gone_by, lambda: elapsed_seconds() + gone_by.total_seconds()
    )
    await house.runtime.timekeeper.look()
    assert house.runtime.vault.read(utterance.utterance_id, ContentKind.WORDS)
    gone_by = timedelta(days=7)
    await house.runtime.timekeeper.look()
    assert erased(house, utterance)
    with pytest.raises(ContentGoneError):
        house.runtime.vault.read(utterance.utterance_id, ContentKind.WORDS)


async def test_what_fell_due_while_home_assistant_was_down_is_erased_at_the_start(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_for(monkeypatch, A_MOMENT)
    with patch.object(Vault, "due", return_value=()):
        await house.say()
        await house.over()
        await hass.config_entries.async_unload(house.entry.entry_id)
    contents = Paths.of(hass).contents
    assert len(list(contents.iterdir())) == 2
    await hass.config_entries.async_setup(house.entry.entry_id)
    assert not list(contents.iterdir())
    assert all(content.erased_at is not None for content in (await house.utterance()).contents)


async def test_the_ledger_is_signed_every_day_without_being_asked(house: House) -> None:
    await house.say()
    await house.over()
    before = house.runtime.ledger.latest_checkpoint()
    await house.runtime.caretaker._care(dt_util.utcnow() + timedelta(hours=23))
    assert house.runtime.ledger.latest_checkpoint() == before
    await house.runtime.caretaker._care(dt_util.utcnow() + timedelta(hours=25))
    assert house.runtime.ledger.latest_checkpoint() != before
