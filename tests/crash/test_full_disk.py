"""A disk that is full or read-only: voice goes on, nothing is kept, a person is told, and one gap tells of it after."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util
import pytest

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.errors import VaultError
from custom_components.earshot.ledger import Erased, Gap, Query, UtteranceView
from custom_components.earshot.ledger.body import decode_body
from custom_components.earshot.ledger.plain import from_milliseconds, to_milliseconds
from custom_components.earshot.models import ContentKind, Outcome
from custom_components.earshot.runtime import Paths
from tests.crash.disks import SmallDisk, freeze, freezes
from tests.gate.house import House
from tests.gate.test_sound import keep_sound

A_DAY = timedelta(days=1)
LIGHT = "input_boolean.kitchen_light"


@pytest.fixture
def disk(hass: HomeAssistant, request: pytest.FixtureRequest) -> Iterator[SmallDisk]:
    """Return a small disk for all of Home Assistant, for the ledger and the vault, or for a folder of the vault."""
    paths = Paths.of(hass)
    everything = Path(hass.config.config_dir)
    folders = {"all": everything, "earshot": paths.folder, "contents": paths.contents, "keys": paths.keys}
    disk = SmallDisk(folders[getattr(request, "param", "earshot")])
    if not disk.mount():
        pytest.skip("this process may not mount a disk")
    yield disk
    disk.unmount()


def now() -> datetime:
    """Return the present as the ledger writes it: in whole milliseconds."""
    return from_milliseconds(to_milliseconds(dt_util.utcnow()))


def gaps(house: House) -> list[Gap]:
    with house.runtime.ledger._store.read() as snapshot:
        found = [decode_body(row.body)[1] for row in snapshot.entries() if row.kind == Gap.kind and row.body]
    return [record for record in found if isinstance(record, Gap)]


def is_told(hass: HomeAssistant, issue: str) -> bool:
    return ir.async_get(hass).async_get_issue(DOMAIN, issue) is not None


def kept(house: House) -> set[tuple[str, str]]:
    """Return the contents that the vault has, each with a key and a file of its own, and nothing else."""
    paths = house.runtime.paths
    files = {(path.stem, path.suffix) for path in paths.contents.iterdir() if path.name != "ballast"}
    keys = {(path.stem, path.suffix) for path in (paths.keys / "contents").iterdir()}
    assert {suffix for _, suffix in files} <= {".sealed"}
    assert {suffix for _, suffix in keys} <= {".key"}
    assert {stem for stem, _ in files} == {stem for stem, _ in keys}
    return {(name, kind) for name, _, kind in (stem.partition(".") for stem, _ in files)}


async def utterances(hass: HomeAssistant, house: House) -> tuple[UtteranceView, ...]:
    return (await hass.async_add_executor_job(house.runtime.ledger.utterances, Query())).items


async def in_order(hass: HomeAssistant, house: House) -> None:
    """The tree verifies, and what the ledger says is kept is there, opens, and is all there is."""
    assert (await hass.async_add_executor_job(house.runtime.ledger.verify)).ok
    told = {
        (view.utterance_id, content.kind)
        for view in await utterances(hass, house)
        for content in view.contents
        if content.erased_at is None
    }
    assert kept(house) == told
    for utterance_id, kind in told:
        house.runtime.vault.read(utterance_id, kind)


async def heard_without_a_ledger(hass: HomeAssistant, house: House) -> tuple[datetime, datetime]:
    """Speak twice; the second time it is known. Return between which instants the first was lost."""
    began = now()
    hass.states.async_set(LIGHT, "off")
    await house.say()
    first_lost = now()
    await house.say()
    await house.over()
    assert hass.states.is_state(LIGHT, "on")
    assert is_told(hass, "ledger_unavailable")
    # What is tried every minute finds it ill, too, and does no harm.
    await house.runtime.caretaker._care(dt_util.utcnow())
    assert is_told(hass, "ledger_unavailable")
    return began, first_lost


async def well_again(hass: HomeAssistant, house: House, lost: tuple[datetime, datetime]) -> None:
    """Speak again, and find one gap with the right times, and everything in order."""
    back = now()
    await house.runtime.storage.recover()
    assert not is_told(hass, "ledger_unavailable")
    await house.say()
    await house.over()
    (gap,) = await hass.async_add_executor_job(gaps, house)
    assert gap.reason == "ledger_unavailable"
    assert lost[0] <= gap.began <= lost[1]
    assert back <= gap.ended <= now()
    items = await utterances(hass, house)
    assert [item.outcome for item in items] == [Outcome.ANSWERED, Outcome.ANSWERED]
    assert all(item.at < lost[0] or item.at >= back for item in items)
    await in_order(hass, house)


@pytest.mark.promise(3)
@pytest.mark.promise(10)
@pytest.mark.parametrize("disk", ["all", "earshot"], indirect=True)
async def test_a_full_disk_leaves_one_gap_with_the_right_times(
    hass: HomeAssistant, disk: SmallDisk, house: House
) -> None:
    await keep_sound(house)
    await house.say()
    await house.over()
    before = kept(house)
    assert {kind for _, kind in before} == set(ContentKind)
    disk.fill()
    lost = await heard_without_a_ledger(hass, house)
    assert kept(house) == before
    disk.clear()
    await well_again(hass, house, lost)


@pytest.mark.parametrize("room", [4_096, 8_192, 16_384, 24_576, 32_768, 49_152, 65_536])
async def test_a_disk_that_fills_up_in_the_middle_of_an_utterance_keeps_nothing_by_halves(
    hass: HomeAssistant, disk: SmallDisk, house: House, room: int
) -> None:
    await keep_sound(house)
    await house.say()
    await house.over()
    disk.fill(room)
    for _ in range(3):
        hass.states.async_set(LIGHT, "off")
        await house.say()
        await house.over()
        assert hass.states.is_state(LIGHT, "on")
    assert is_told(hass, "ledger_unavailable") or is_told(hass, "vault_failed")
    disk.clear()
    await house.runtime.caretaker._care(dt_util.utcnow())
    await house.say()
    await house.over()
    assert not is_told(hass, "ledger_unavailable")
    assert not is_told(hass, "vault_failed")
    assert {gap.reason for gap in await hass.async_add_executor_job(gaps, house)} <= {
        "ledger_unavailable",
        "vault_failed",
    }
    assert await hass.async_add_executor_job(gaps, house)
    assert all(view.outcome is Outcome.ANSWERED for view in await utterances(hass, house))
    await in_order(hass, house)


@pytest.mark.promise(10)
@pytest.mark.parametrize("disk", ["contents", "keys"], indirect=True)
async def test_a_full_disk_of_the_vault_keeps_nothing_and_every_fact_is_entered(
    hass: HomeAssistant, disk: SmallDisk, house: House
) -> None:
    await keep_sound(house)
    await house.say()
    await house.over()
    before = kept(house)
    disk.fill()
    began = now()
    await house.say()
    await house.over()  # what is kept is sealed when nobody waits any more
    first_lost = now()
    await house.say()
    await house.over()
    assert is_told(hass, "vault_failed")
    assert not is_told(hass, "ledger_unavailable")
    assert kept(house) == before
    disk.clear()
    back = now()
    await house.say()
    await house.over()
    assert not is_told(hass, "vault_failed")
    (gap,) = await hass.async_add_executor_job(gaps, house)
    assert gap.reason == "vault_failed"
    assert began <= gap.began <= first_lost
    assert back <= gap.ended <= now()
    items = await utterances(hass, house)
    assert [item.outcome for item in items] == [Outcome.ANSWERED] * 4
    assert [len(item.contents) for item in items] == [3, 0, 0, 3]
    await in_order(hass, house)


@pytest.mark.promise(5)
@pytest.mark.parametrize("disk", ["all", "earshot", "contents", "keys"], indirect=True)
async def test_what_is_to_be_erased_is_erased_on_a_full_disk_too_and_told_with_who_wanted_it(
    hass: HomeAssistant, disk: SmallDisk, house: House
) -> None:
    await house.say()
    utterance = await house.utterance()
    disk.fill()
    await house.runtime.storage.erase(utterance.utterance_id, list(ContentKind), "Ada")
    left = kept(house)
    disk.clear()
    assert left == set()
    await house.runtime.caretaker._care(dt_util.utcnow())
    entries = house.runtime.ledger.entries(utterance.utterance_id)
    assert [entry.record.by for entry in entries if isinstance(entry.record, Erased)] == ["Ada"]
    assert house.runtime.vault.untold() == ()
    await in_order(hass, house)


@pytest.mark.promise(5)
@pytest.mark.parametrize("disk", ["keys"], indirect=True)
async def test_a_full_disk_leaves_no_second_copy_of_a_key(hass: HomeAssistant, disk: SmallDisk, house: House) -> None:
    await house.say()
    await house.over()
    before = kept(house)
    disk.fill()
    with pytest.raises(VaultError):
        await house.runtime.caretaker.exchange_household_key("Ada")
    for utterance_id, kind in before:
        with pytest.raises(VaultError):
            house.runtime.vault.shorten(utterance_id, ContentKind(kind), dt_util.utcnow() + A_DAY)
    assert kept(house) == before
    assert not list(house.runtime.paths.keys.rglob("*.new"))
    disk.clear()
    await house.runtime.caretaker.exchange_household_key("Ada")
    await in_order(hass, house)


@pytest.mark.parametrize("ill", ["full", "read-only"])
async def test_a_disk_that_is_ill_at_the_start_leaves_one_gap(
    hass: HomeAssistant, disk: SmallDisk, house: House, ill: str
) -> None:
    await house.say()
    await house.over()
    before = kept(house)
    await hass.config_entries.async_unload(house.entry.entry_id)
    if ill == "full":
        disk.fill()
    else:
        disk.turn_read_only(on=True)
    unwatched = now()
    assert await hass.config_entries.async_setup(house.entry.entry_id)
    await hass.async_block_till_done()
    _, first_lost = await heard_without_a_ledger(hass, house)
    assert kept(house) == before
    if ill == "full":
        disk.clear()
    else:
        disk.turn_read_only(on=False)
    await well_again(hass, house, (unwatched, first_lost))


async def test_a_ledger_that_turns_read_only_while_it_is_used_leaves_one_gap(hass: HomeAssistant, house: House) -> None:
    paths = house.runtime.paths
    if not freezes(paths.folder):
        pytest.skip("this process may not make a file immutable, or the filesystem does not look at that")
    await house.say()
    await house.over()
    before = kept(house)
    # Not the index beside the log: it is in memory, and what cannot be written to its file ends the process.
    files = (paths.ledger, paths.ledger.with_name("ledger.db-wal"))
    assert [freeze(file, frozen=True) for file in files] == [True, True]
    try:
        lost = await heard_without_a_ledger(hass, house)
    finally:
        assert [freeze(file, frozen=False) for file in files] == [True, True]
    assert kept(house) == before
    await well_again(hass, house, lost)
