"""A database server that goes away and comes back: voice goes on, nothing is kept, and one gap tells of it."""

import asyncio
from collections.abc import Iterator
from datetime import datetime
import signal

from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.earshot.const import CONF_DB_URL, DOMAIN
from custom_components.earshot.ledger import Gap, Query
from custom_components.earshot.ledger.body import decode_body
from custom_components.earshot.ledger.plain import from_milliseconds, to_milliseconds
from custom_components.earshot.models import Outcome
from tests.gate.house import FakeHost, House, earshot_entry, make_home
from tests.servers import Mariadb, Postgresql, Server, allow_loopback, running


@pytest.fixture(params=[Postgresql, Mariadb], ids=["postgresql", "mariadb"])
def own_server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """Return a server that may be killed."""
    allow_loopback()
    with running(request.param) as server:
        yield server


@pytest.fixture
async def on_server(hass: HomeAssistant, own_server: Server, monkeypatch: pytest.MonkeyPatch) -> House:
    """Return a home whose ledger is on a server that may be killed."""
    monkeypatch.setattr("custom_components.earshot.runtime.VoiceHost", FakeHost)
    await make_home(hass)
    entry = earshot_entry()
    return await load(hass, entry, own_server.make_database())


async def load(hass: HomeAssistant, entry: MockConfigEntry, db_url: str) -> House:
    entry.add_to_hass(hass)
    hass.config_entries.async_update_entry(entry, data={CONF_DB_URL: db_url})
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    return House(hass, entry)


def now() -> datetime:
    """Return the present as the ledger writes it: in whole milliseconds."""
    return from_milliseconds(to_milliseconds(dt_util.utcnow()))


def gaps(house: House) -> list[Gap]:
    with house.runtime.ledger._store.read() as snapshot:
        found = [decode_body(row.body)[1] for row in snapshot.entries() if row.kind == Gap.kind and row.body]
    return [record for record in found if isinstance(record, Gap)]


def is_told(hass: HomeAssistant) -> bool:
    return ir.async_get(hass).async_get_issue(DOMAIN, "ledger_unavailable") is not None


@pytest.mark.promise(3)
@pytest.mark.promise(10)
@pytest.mark.parametrize("killed", [True, False], ids=["killed", "stopped"])
async def test_a_server_that_goes_away_and_comes_back_leaves_one_gap_with_the_right_times(
    hass: HomeAssistant,
    on_server: House,
    own_server: Server,
    killed: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    house = on_server
    await house.say()
    assert (await house.utterance()).outcome is Outcome.ANSWERED
    kept = {path for path in house.runtime.paths.contents.rglob("*") if path.is_file()}
    assert kept

    how = signal.SIGKILL if killed else own_server.graceful
    await hass.async_add_executor_job(own_server.stop, how)
    went = now()
    hass.states.async_set("input_boolean.kitchen_light", "off")
    await house.say()
    first_lost = now()
    await house.say()
    await house.over()
    assert hass.states.is_state("input_boolean.kitchen_light", "on")
    assert is_told(hass)
    # What is tried every minute finds it gone, too, and does no harm.
    await house.runtime.storage.recover()
    assert is_told(hass)
    files = {path for path in house.runtime.paths.contents.rglob("*") if path.is_file()}
    assert files == kept

    await hass.async_add_executor_job(own_server.start)
    back = now()
    await house.runtime.storage.recover()
    assert not is_told(hass)
    await house.say()
    await house.over()

    (gap,) = await hass.async_add_executor_job(gaps, house)
    assert gap.reason == "ledger_unavailable"
    assert went <= gap.began <= first_lost
    assert back <= gap.ended <= now()
    ledger = house.runtime.ledger
    items = (await hass.async_add_executor_job(ledger.utterances, Query())).items
    assert [item.outcome for item in items] == [Outcome.ANSWERED, Outcome.ANSWERED]
    assert all(item.at < went or item.at >= back for item in items)
    assert (await hass.async_add_executor_job(ledger.verify)).ok
    await hass.config_entries.async_unload(house.entry.entry_id)


async def test_a_server_that_is_not_there_yet_when_home_assistant_starts_is_found_later(
    hass: HomeAssistant, own_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.earshot.runtime.VoiceHost", FakeHost)
    await make_home(hass)
    db_url = own_server.make_database()
    await hass.async_add_executor_job(own_server.stop)
    before = now()
    house = await load(hass, earshot_entry(), db_url)
    assert is_told(hass)
    await house.say()
    assert hass.states.is_state("input_boolean.kitchen_light", "on")
    await hass.async_add_executor_job(own_server.start)
    await house.runtime.storage.recover()
    assert not is_told(hass)
    (gap,) = await hass.async_add_executor_job(gaps, house)
    assert before <= gap.began <= gap.ended
    await house.say()
    assert (await house.utterance()).outcome is Outcome.ANSWERED
    await hass.config_entries.async_unload(house.entry.entry_id)


async def test_a_gap_is_told_though_earshot_is_stopped_before_anybody_speaks_again(
    hass: HomeAssistant, on_server: House, own_server: Server
) -> None:
    await on_server.say()
    await on_server.over()
    await hass.async_add_executor_job(own_server.stop)
    await on_server.say()
    await on_server.over()
    await hass.async_add_executor_job(own_server.start)
    assert await hass.config_entries.async_reload(on_server.entry.entry_id)
    reasons = [gap.reason for gap in await hass.async_add_executor_job(gaps, on_server)]
    assert reasons == ["ledger_unavailable"]
    await hass.config_entries.async_unload(on_server.entry.entry_id)


@pytest.mark.promise(10)
async def test_a_server_that_hangs_holds_nobody_up(
    hass: HomeAssistant, on_server: House, own_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = on_server
    await house.say()
    await house.over()
    monkeypatch.setattr("custom_components.earshot.gate.storage.LEDGER_PATIENCE", 0.2)
    own_server.freeze()
    try:
        hass.states.async_set("input_boolean.kitchen_light", "off")
        await house.say()
        assert hass.states.is_state("input_boolean.kitchen_light", "on")
        assert is_told(hass)
        # What is done every minute waits for the server, and is done by one and no more.
        care = [hass.async_create_task(house.runtime.caretaker._care(now())) for _ in range(3)]
        await asyncio.wait(care[1:])
        assert not care[0].done()
    finally:
        own_server.thaw()
    monkeypatch.setattr("custom_components.earshot.gate.storage.LEDGER_PATIENCE", 60.0)
    await care[0]
    await house.runtime.storage.recover()
    assert not is_told(hass)
    assert [gap.reason for gap in await hass.async_add_executor_job(gaps, house)] == ["ledger_unavailable"]
    await hass.config_entries.async_unload(house.entry.entry_id)


async def test_a_start_does_not_wait_for_a_server_that_hangs(
    hass: HomeAssistant, own_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.earshot.runtime.VoiceHost", FakeHost)
    monkeypatch.setattr("custom_components.earshot.gate.storage.Storage.open.__defaults__", (0.2,))
    monkeypatch.setattr("custom_components.earshot.gate.storage.LEDGER_PATIENCE", 0.2)
    await make_home(hass)
    db_url = own_server.make_database()
    own_server.freeze()
    try:
        house = await load(hass, earshot_entry(), db_url)
        assert is_told(hass)
        await house.say()
        assert hass.states.is_state("input_boolean.kitchen_light", "on")
    finally:
        own_server.thaw()
    monkeypatch.setattr("custom_components.earshot.gate.storage.LEDGER_PATIENCE", 60.0)
    await house.runtime.storage.recover()
    await house.say()
    assert (await house.utterance()).outcome is Outcome.ANSWERED
    await hass.config_entries.async_unload(house.entry.entry_id)
