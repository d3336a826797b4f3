"""What is done around the utterances: gaps, endings after a crash, erasing on time."""

import asyncio
from datetime import timedelta
from unittest.mock import patch

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.earshot.errors import ContentGoneError
from custom_components.earshot.gate.flight import Flight
from custom_components.earshot.ledger import Erased, Ledger, UtteranceView
from custom_components.earshot.models import ContentKind, Outcome
from custom_components.earshot.runtime import Paths
from custom_components.earshot.vault.vault import Vault
from tests.gate.house import House
from tests.gate.test_storage import gaps


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
    monkeypatch.setattr("custom_components.earshot.gate.flight.WORDS_KEPT", timedelta(seconds=-1))
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
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("flight", "caretaker"):
        monkeypatch.setattr(f"custom_components.earshot.gate.{module}.WORDS_KEPT", timedelta(seconds=-1))
    await house.say()
    utterance = await house.utterance()
    house.runtime.vault.erase(utterance.utterance_id, (ContentKind.WORDS, ContentKind.RESPONSE))
    await restart(hass, house)
    assert all(content.erased_at is not None for content in (await house.utterance()).contents)
    await restart(hass, house)
    erasures = [
        entry for entry in house.runtime.ledger.entries(utterance.utterance_id) if entry.record.kind == "erased"
    ]
    assert len(erasures) == 1


async def test_contents_are_not_erased_before_their_time(hass: HomeAssistant, house: House) -> None:
    await house.say()
    utterance = await house.utterance()
    await house.runtime.caretaker._care(utterance.at + timedelta(days=6, hours=23))
    assert house.runtime.vault.read(utterance.utterance_id, ContentKind.WORDS)
    await house.runtime.caretaker._care(utterance.at + timedelta(days=7, minutes=1))
    with pytest.raises(ContentGoneError):
        house.runtime.vault.read(utterance.utterance_id, ContentKind.WORDS)


async def test_what_fell_due_while_home_assistant_was_down_is_erased_at_the_start(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.earshot.gate.flight.WORDS_KEPT", timedelta(seconds=-1))
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
