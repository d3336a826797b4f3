"""What a start finds becomes an entry or a repair, whatever was lost, restored or broken off."""

import shutil
from unittest.mock import patch

from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util
import pytest

from custom_components.earshot.errors import LedgerUnavailableError
from custom_components.earshot.gate.mending import vanished
from custom_components.earshot.ledger import Erased, Ledger, UtteranceView
from custom_components.earshot.models import ContentKind
from custom_components.earshot.runtime import Paths
from custom_components.earshot.vault.vault import Vault
from tests.gate.house import House
from tests.gate.test_storage import gaps

WORDS, RESPONSE = ContentKind.WORDS, ContentKind.RESPONSE


def issue(hass: HomeAssistant, name: str) -> dict[str, str] | None:
    """Return the numbers of a repair issue, None if it is not shown."""
    found = ir.async_get(hass).async_get_issue("earshot", name)
    return None if found is None else found.translation_placeholders


def erasures(house: House, utterance: UtteranceView) -> list[tuple[tuple[ContentKind, ...], str]]:
    entries = house.runtime.ledger.entries(utterance.utterance_id)
    return [(entry.record.contents, entry.record.by) for entry in entries if isinstance(entry.record, Erased)]


async def stop(hass: HomeAssistant, house: House) -> Paths:
    await hass.config_entries.async_unload(house.entry.entry_id)
    return Paths.of(hass)


async def start(hass: HomeAssistant, house: House) -> None:
    await hass.config_entries.async_setup(house.entry.entry_id)


async def test_what_was_completed_and_discarded_is_told(hass: HomeAssistant, house: House) -> None:
    await house.say()
    utterance = await house.utterance()
    paths = await stop(hass, house)
    (paths.contents / f"{utterance.utterance_id}.words.sealed").rename(
        paths.contents / f"{utterance.utterance_id}.words.waiting"
    )
    vault = await hass.async_add_executor_job(Vault.open, paths.contents, paths.keys)
    vault.seal(utterance.utterance_id, ContentKind.SOUND, b"sound", until=None)
    await start(hass, house)
    assert issue(hass, "contents_mended") == {"count": "1", "discarded": "1"}
    assert erasures(house, utterance) == [((ContentKind.SOUND,), "not_entered")]
    assert house.runtime.vault.read(utterance.utterance_id, WORDS)
    await stop(hass, house)
    await start(hass, house)
    assert issue(hass, "contents_mended") is None


@pytest.mark.promise(3)
async def test_an_older_ledger_beside_a_newer_vault_is_a_gap_and_nothing_is_kept_that_it_does_not_show(
    hass: HomeAssistant, house: House
) -> None:
    await house.say()
    await house.over()
    paths = await stop(hass, house)
    shutil.copy(paths.ledger, paths.ledger.with_name("older"))
    await start(hass, house)
    before = dt_util.utcnow()
    await house.say()
    await house.over()
    after = dt_util.utcnow()
    await stop(hass, house)
    shutil.move(paths.ledger.with_name("older"), paths.ledger)
    await start(hass, house)
    (gap,) = [gap for gap in gaps(house) if gap.reason == "entries_missing"]
    assert before.replace(microsecond=0) <= gap.began <= gap.ended <= after
    assert issue(hass, "contents_mended") == {"count": "0", "discarded": "2"}
    utterance = await house.utterance()
    assert not erasures(house, utterance)
    assert house.runtime.vault.read(utterance.utterance_id, WORDS)
    assert len(list(paths.contents.iterdir())) == 2


async def test_an_older_vault_beside_a_newer_ledger_is_told_content_by_content(
    hass: HomeAssistant, house: House
) -> None:
    await house.say()
    paths = await stop(hass, house)
    for folder in (paths.contents, paths.keys / "contents"):
        shutil.copytree(folder, folder.with_name(f"older-{folder.name}"))
    await start(hass, house)
    await house.say()
    await house.over()
    await stop(hass, house)
    for folder in (paths.contents, paths.keys / "contents"):
        shutil.rmtree(folder)
        folder.with_name(f"older-{folder.name}").rename(folder)
    await start(hass, house)
    await house.runtime.caretaker._care(dt_util.utcnow())
    newer, older = await house.utterances()
    assert erasures(house, newer) == [((WORDS, RESPONSE), "lost")]
    assert not erasures(house, older)
    assert house.runtime.vault.read(older.utterance_id, WORDS)
    assert issue(hass, "contents_lost") is not None
    entries = len(house.runtime.ledger.entries(newer.utterance_id))
    await house.runtime.caretaker.look_for_lost()
    assert len(house.runtime.ledger.entries(newer.utterance_id)) == entries
    assert issue(hass, "contents_lost") is None


async def test_where_nothing_is_lost_nothing_is_found(hass: HomeAssistant, house: House) -> None:
    await house.say()
    utterance = await house.utterance()
    await house.runtime.storage.erase(utterance.utterance_id, [WORDS], "Ada")
    with patch.object(Ledger, "append", side_effect=LedgerUnavailableError("disk full")):
        await house.runtime.storage.erase(utterance.utterance_id, [RESPONSE], "Ada")
    assert vanished(house.runtime.ledger, house.runtime.vault, frozenset()) == []


async def test_what_was_found_is_not_destroyed_before_it_is_entered(hass: HomeAssistant, house: House) -> None:
    await house.say()
    await house.over()
    paths = await stop(hass, house)
    shutil.rmtree(paths.keys / "contents")
    with patch.object(Ledger, "append", side_effect=LedgerUnavailableError("disk full")):
        await start(hass, house)
        assert len(list(paths.contents.iterdir())) == 2
    await house.runtime.storage.recover()
    await house.runtime.caretaker._care(dt_util.utcnow())
    assert erasures(house, await house.utterance()) == [((RESPONSE, WORDS), "key_gone")]
    assert not list(paths.contents.iterdir())
