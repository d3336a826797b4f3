"""Another database for the ledger: chosen, tried, and moved to while people go on speaking."""

import asyncio
from datetime import timedelta
from pathlib import Path
import re
import sys
from typing import Any
from unittest.mock import patch

from homeassistant.config_entries import SOURCE_REAUTH, SOURCE_RECONFIGURE, ConfigEntryState, ConfigFlowResult
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers import issue_registry as ir
from homeassistant.requirements import RequirementsNotFound
import pytest

from custom_components.earshot import reauthentication
from custom_components.earshot.const import CONF_DB_URL, DOMAIN
from custom_components.earshot.databases import drivers, mover
from custom_components.earshot.databases.choice import forget_plans
from custom_components.earshot.diagnostics import async_get_config_entry_diagnostics
from custom_components.earshot.errors import (
    EarshotError,
    LedgerCorruptError,
    LedgerError,
    LedgerLoginError,
    LedgerOccupiedError,
    LedgerSchemaError,
    LedgerStoppedError,
    LedgerUnavailableError,
    LedgerUnreachableError,
)
from custom_components.earshot.gate.illness import TOLD
from custom_components.earshot.ledger import Ledger, Query
from custom_components.earshot.ledger.body import decode_body
from custom_components.earshot.ledger.moving import Move
from custom_components.earshot.ledger.record import Contacted, Gap, Record
from tests.gate.house import House
from tests.ledger.samples import utterance
from tests.servers import PASSWORD, Postgresql, Server, allow_loopback
from tests.test_translate_errors import ENGLISH, below


@pytest.fixture(params=["postgresql", "mariadb"])
def server(request: pytest.FixtureRequest) -> Server:
    """Return a server of each kind. The flow reaches it as any other program would."""
    allow_loopback()
    found: Server = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def one_server(postgresql: Server) -> Server:
    """Return a server where it does not matter which."""
    allow_loopback()
    return postgresql


async def ask(house: House, db_url: str | None = None) -> ConfigFlowResult:
    """Open the form, and send it off if there is anything to send."""
    flows = house.hass.config_entries.flow
    result = await flows.async_init(DOMAIN, context={"source": SOURCE_RECONFIGURE, "entry_id": house.entry.entry_id})
    assert result["type"] is FlowResultType.MENU
    result = await flows.async_configure(result["flow_id"], {"next_step_id": "database"})
    if db_url is None or result["type"] is not FlowResultType.FORM:
        return result
    return await flows.async_configure(result["flow_id"], {CONF_DB_URL: db_url} if db_url else {})


async def to_its_end(house: House, result: ConfigFlowResult) -> ConfigFlowResult:
    assert result["type"] is FlowResultType.SHOW_PROGRESS
    while result["type"] is FlowResultType.SHOW_PROGRESS:
        await house.hass.async_block_till_done()
        result = await house.hass.config_entries.flow.async_configure(result["flow_id"])
    return result


async def move(house: House, db_url: str) -> ConfigFlowResult:
    return await to_its_end(house, await ask(house, db_url))


def records(house: House) -> list[Record]:
    with house.runtime.ledger._store.read() as snapshot:
        return [decode_body(row.body)[1] for row in snapshot.entries() if row.body is not None]


async def test_the_ledger_moves_to_a_server_and_back_and_no_utterance_is_lost(house: House, server: Server) -> None:
    await house.say()
    await house.over()
    before, parts = records(house), house.runtime
    db_url = server.make_database()
    result = await move(house, db_url)
    assert (result["type"], result["reason"]) == (FlowResultType.ABORT, "moved")
    assert int((result["description_placeholders"] or {})["entries"]) == len(before)
    assert house.entry.data == {CONF_DB_URL: db_url}
    # It goes on without having been loaded anew: the parts are the same.
    assert house.entry.state is ConfigEntryState.LOADED
    assert house.runtime is parts
    assert house.runtime.database.url == db_url
    assert records(house)[: len(before)] == before
    await house.say()
    await house.over()
    assert house.runtime.ledger.verify().ok
    assert len(house.runtime.ledger.utterances(Query()).items) == 2
    result = await move(house, "")
    assert result["reason"] == "moved"
    assert house.entry.data == {}
    assert len(house.runtime.ledger.utterances(Query()).items) == 2
    assert house.runtime.ledger.verify().ok
    assert not [record for record in records(house) if isinstance(record, Gap)]


async def test_the_ledger_is_opened_on_the_server_when_home_assistant_starts_again(
    hass: HomeAssistant, house: House, server: Server, hass_storage: dict[str, Any]
) -> None:
    db_url = server.make_database()
    await move(house, db_url)
    assert "earshot.move" in hass_storage
    await house.say()
    await house.over()
    file = house.runtime.paths.ledger
    size = file.stat().st_size
    assert await hass.config_entries.async_reload(house.entry.entry_id)
    assert house.runtime.database.url == db_url
    assert len(house.runtime.ledger.utterances(Query()).items) == 1
    assert file.stat().st_size == size
    # What was written down in case of a crash, password included, is needed no more.
    assert "earshot.move" not in hass_storage


async def test_people_speak_while_the_ledger_moves(house: House, one_server: Server) -> None:
    await house.say()
    await house.over()
    copy = Move.copy
    spoke = asyncio.Event()
    loop = house.hass.loop

    def slowly(self: Move, progress: Any) -> int:
        copied = copy(self, progress)
        if not spoke.is_set():
            asyncio.run_coroutine_threadsafe(house.say(), loop).result(30)
            loop.call_soon_threadsafe(spoke.set)
        return copied

    with patch.object(Move, "copy", slowly):
        await move(house, one_server.make_database())
    await house.over()
    assert len(house.runtime.ledger.utterances(Query()).items) == 2
    assert house.runtime.ledger.verify().ok
    assert not [record for record in records(house) if isinstance(record, Gap)]


@pytest.mark.parametrize("step", ["prepare", "copy", "check", "finish"])
async def test_a_move_that_fails_leaves_the_ledger_where_it_is_and_is_taken_up(
    house: House, one_server: Server, step: str
) -> None:
    await house.say()
    await house.over()
    db_url = one_server.make_database()
    with patch.object(Move, step, side_effect=LedgerUnavailableError("gone")):
        result = await move(house, db_url)
    assert result["step_id"] == "move_failed"
    assert result["errors"] == {"base": "ledger_unavailable"}
    assert house.entry.data == {}
    await house.say()
    await house.over()
    assert len(house.runtime.ledger.utterances(Query()).items) == 2
    result = await house.hass.config_entries.flow.async_configure(result["flow_id"], {})
    result = await to_its_end(house, result)
    assert result["reason"] == "moved"
    assert len(house.runtime.ledger.utterances(Query()).items) == 2
    assert house.runtime.ledger.verify().ok


async def test_a_move_that_was_done_and_not_written_down_is_found_at_the_next_start(
    hass: HomeAssistant, house: House, one_server: Server
) -> None:
    await house.say()
    await house.over()
    db_url = one_server.make_database()
    await move(house, db_url)
    await house.say()
    await house.over()
    # As a power cut leaves it that came before Home Assistant wrote its configuration.
    await hass.config_entries.async_unload(house.entry.entry_id)
    hass.config_entries.async_update_entry(house.entry, data={})
    assert await hass.config_entries.async_setup(house.entry.entry_id)
    await hass.async_block_till_done()
    assert house.entry.data == {CONF_DB_URL: db_url}
    assert len(house.runtime.ledger.utterances(Query()).items) == 2
    assert ir.async_get(hass).async_get_issue(DOMAIN, "ledger_unavailable") is None


async def test_a_ledger_that_was_left_is_not_written_and_a_person_is_told(
    hass: HomeAssistant, house: House, one_server: Server
) -> None:
    await house.say()
    await house.over()
    db_url = one_server.make_database()
    await move(house, db_url)
    await hass.config_entries.async_unload(house.entry.entry_id)
    hass.config_entries.async_update_entry(house.entry, data={})
    await forget_plans(hass)
    assert await hass.config_entries.async_setup(house.entry.entry_id)
    await house.say()
    issue = ir.async_get(hass).async_get_issue(DOMAIN, "ledger_unavailable")
    assert issue is not None
    assert issue.translation_key == "ledger_moved"
    assert hass.states.is_state("input_boolean.kitchen_light", "on")
    # The person remembers where it went.
    result = await move(house, db_url)
    assert result.get("reason") == "readdressed", result
    await house.runtime.storage.recover()
    assert ir.async_get(hass).async_get_issue(DOMAIN, "ledger_unavailable") is None
    assert house.runtime.ledger.verify().ok


async def test_what_a_move_would_wait_too_long_for_is_a_gap(
    house: House, one_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish = mover.Mover._finish
    loop = house.hass.loop

    def slowly(*given: Any) -> int:
        size = finish(*given)
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr("custom_components.earshot.gate.storage.LEDGER_PATIENCE", 0.05)
            asyncio.run_coroutine_threadsafe(house.say(), loop).result(30)
        return size

    with patch.object(mover.Mover, "_finish", slowly):
        await move(house, one_server.make_database())
    await house.over()
    await house.say()
    await house.over()
    (gap,) = [record for record in records(house) if isinstance(record, Gap)]
    assert gap.reason == "ledger_unavailable"
    assert house.runtime.ledger.verify().ok


async def test_a_move_stops_when_nobody_looks_at_it_any_more(
    hass: HomeAssistant, house: House, one_server: Server
) -> None:
    await house.say()
    await house.over()
    result = await ask(house, one_server.make_database())
    hass.config_entries.flow.async_abort(result["flow_id"])
    async with house.runtime.mover._moving:
        assert house.entry.data == {}
    await house.say()
    await house.over()
    assert len(house.runtime.ledger.utterances(Query()).items) == 2


@pytest.mark.parametrize(
    ("db_url", "code"),
    [
        ("nonsense", "ledger_address"),
        ("sqlite:////elsewhere/ledger.db", "ledger_address"),
        (f"postgresql://earshot:{PASSWORD}@127.0.0.1:1/ledger", "ledger_unreachable"),
    ],
)
async def test_an_address_that_does_not_fit_is_told_and_can_be_typed_again(
    house: House, db_url: str, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    allow_loopback()
    result = await ask(house, db_url)
    assert result["type"] is FlowResultType.FORM
    assert result["errors"] == {"base": code}
    assert PASSWORD not in str(result)
    assert PASSWORD not in caplog.text
    again = await house.hass.config_entries.flow.async_configure(result["flow_id"], {})
    assert again["reason"] == "database_unchanged"


async def test_the_password_is_nowhere_but_in_the_entrys_data(
    hass: HomeAssistant, house: House, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    await move(house, server.make_database())
    await house.say()
    await house.over()
    result = await ask(house)
    placeholders = result["description_placeholders"] or {}
    assert "***" in placeholders["current"]
    told = await async_get_config_entry_diagnostics(hass, house.entry)
    assert told["database"] in {"postgresql", "mariadb"}
    # The stand-in for Home Assistant's storage logs what it is given to store.
    logged = [record.getMessage() for record in caplog.records if not record.name.startswith("pytest_")]
    assert logged
    for shown in (str(result), str(told), house.entry.title, house.runtime.database.shown, *logged):
        assert PASSWORD not in shown


async def test_a_driver_that_is_missing_is_installed_and_entered(
    house: House, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = {"postgresql": "psycopg", "mariadb": "pymysql"}[server.url("x").partition(":")[0]]
    there = sys.modules[module]
    monkeypatch.setitem(sys.modules, module, None)
    asked: list[list[str]] = []

    async def install(_: HomeAssistant, name: str, requirements: list[str], is_built_in: bool) -> None:  # noqa: FBT001 - as Home Assistant has it
        assert not is_built_in
        assert name == DOMAIN
        asked.append(requirements)
        monkeypatch.setitem(sys.modules, module, there)

    monkeypatch.setattr(drivers, "async_process_requirements", install)
    await move(house, server.make_database())
    assert len(asked) == 1
    assert asked[0][0].startswith(f"{module}==")
    (contact,) = [record for record in records(house) if isinstance(record, Contacted)]
    assert contact.purpose == "driver"


@pytest.mark.parametrize("says_so", [True, False], ids=["refused", "passed over"])
async def test_a_driver_that_cannot_be_installed_is_told(
    house: House, monkeypatch: pytest.MonkeyPatch, *, says_so: bool
) -> None:
    monkeypatch.setitem(sys.modules, "pymysql", None)

    async def refuse(*_: object, **__: object) -> None:
        if says_so:
            raise RequirementsNotFound(DOMAIN, ["pymysql"])

    monkeypatch.setattr(drivers, "async_process_requirements", refuse)
    result = await ask(house, "mariadb://earshot@127.0.0.1/ledger")
    assert result["errors"] == {"base": "ledger_driver"}
    assert (result["description_placeholders"] or {})["driver"].startswith("pymysql==")


async def test_a_database_that_another_earshot_writes_to_is_refused(
    house: House, one_server: Server, tmp_path: Path
) -> None:
    db_url = one_server.make_database()
    theirs = Ledger.open(db_url, keys=tmp_path / "keys", origin="earshot/somebody")
    try:
        assert (await ask(house, db_url))["errors"] == {"base": "ledger_in_use"}
    finally:
        theirs.close()


async def test_a_mistake_of_ours_is_not_shown_as_the_databases(house: House, one_server: Server) -> None:
    with patch.object(mover.Mover, "move", side_effect=ZeroDivisionError), pytest.raises(ZeroDivisionError):
        await move(house, one_server.make_database())


async def test_an_earshot_that_is_not_running_has_nothing_to_move(hass: HomeAssistant, house: House) -> None:
    await hass.config_entries.async_unload(house.entry.entry_id)
    assert (await ask(house))["reason"] == "not_loaded"


async def test_another_password_is_another_address_of_the_same_ledger(
    house: House, postgresql: Postgresql, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow_loopback()
    monkeypatch.setattr("custom_components.earshot.ledger.sql_store.postgresql.LOCK_SECONDS", 1)
    db_url = postgresql.make_database()
    await move(house, db_url)
    await house.say()
    await house.over()
    # Another user who may do the same stands for the same one with another password: the server is shared.
    name = db_url.rpartition("/")[2]
    postgresql.run("DROP ROLE IF EXISTS other")
    postgresql.run(f"CREATE ROLE other LOGIN PASSWORD '{PASSWORD}' IN ROLE earshot")
    postgresql.run(
        "GRANT ALL ON ALL TABLES IN SCHEMA public TO other; GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO other", name
    )
    other = postgresql.url(name, user="other")
    result = await move(house, other)
    assert result["reason"] == "readdressed"
    assert house.entry.data == {CONF_DB_URL: other}
    await house.say()
    await house.over()
    assert len(house.runtime.ledger.utterances(Query()).items) == 2
    assert house.runtime.ledger.verify().ok
    assert not [record for record in records(house) if isinstance(record, Gap)]


async def test_a_server_that_has_another_address_now_is_recognised_by_our_signature(
    hass: HomeAssistant, house: House, one_server: Server
) -> None:
    db_url = one_server.make_database()
    await move(house, db_url)
    await house.say()
    await house.over()
    # As if the server had gone from where it was: there is nobody any more who answers at the old address.
    await hass.config_entries.async_unload(house.entry.entry_id)
    gone = db_url.replace(str(one_server.port), "1")
    hass.config_entries.async_update_entry(house.entry, data={CONF_DB_URL: gone})
    assert await hass.config_entries.async_setup(house.entry.entry_id)
    await house.say()
    assert ir.async_get(hass).async_get_issue(DOMAIN, "ledger_unavailable") is not None
    result = await move(house, db_url)
    assert result["reason"] == "readdressed"
    await house.runtime.storage.recover()
    assert ir.async_get(hass).async_get_issue(DOMAIN, "ledger_unavailable") is None
    await house.say()
    await house.over()
    assert len(house.runtime.ledger.utterances(Query()).items) == 2
    assert [record.reason for record in records(house) if isinstance(record, Gap)] == ["ledger_unavailable"]


async def locked_out(hass: HomeAssistant, house: House, server: Server) -> str:
    """Let the server not let us in any more, as after its password was changed; return the address that is right."""
    db_url = server.make_database()
    await move(house, db_url)
    await house.say()
    await house.over()
    await hass.config_entries.async_unload(house.entry.entry_id)
    wrong = db_url.replace(PASSWORD, "another")
    assert wrong != db_url
    hass.config_entries.async_update_entry(house.entry, data={CONF_DB_URL: wrong})
    assert await hass.config_entries.async_setup(house.entry.entry_id)
    await house.say()
    await house.over()
    assert isinstance(house.runtime.database.failure, LedgerLoginError)
    return db_url


async def asked_anew(hass: HomeAssistant, house: House) -> list[ConfigFlowResult]:
    await hass.async_block_till_done()
    return list(house.entry.async_get_active_flows(hass, {SOURCE_REAUTH}))


async def test_a_server_that_does_not_let_us_in_any_more_has_its_address_asked_for(
    hass: HomeAssistant, house: House, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reauthentication, "LOGIN_PATIENCE", timedelta(0))
    db_url = await locked_out(hass, house, server)
    (flow,) = await asked_anew(hass, house)
    form = await hass.config_entries.flow.async_configure(flow["flow_id"])
    assert (form["step_id"], form["errors"]) == ("database", {"base": "ledger_login"})
    assert PASSWORD not in str(form)
    result = await hass.config_entries.flow.async_configure(flow["flow_id"], {CONF_DB_URL: db_url})
    result = await to_its_end(house, result)
    assert result.get("reason") == "readdressed", result
    await house.runtime.storage.recover()
    assert not await asked_anew(hass, house)
    assert house.entry.data == {CONF_DB_URL: db_url}
    assert house.runtime.ledger.verify().ok


async def test_a_server_that_lets_us_in_again_takes_the_question_back(
    hass: HomeAssistant, house: House, one_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reauthentication, "LOGIN_PATIENCE", timedelta(0))
    house_url = await locked_out(hass, house, one_server)
    assert await asked_anew(hass, house)
    house.runtime.database.url = house_url  # as if the server had its password of before again
    await house.runtime.storage.recover()
    assert not await asked_anew(hass, house)


async def test_a_server_that_is_just_starting_has_nothing_asked_for(
    hass: HomeAssistant, house: House, one_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reauthentication, "LOGIN_PATIENCE", timedelta(days=1))
    await locked_out(hass, house, one_server)
    assert not await asked_anew(hass, house)


async def test_a_server_that_is_only_away_has_nothing_asked_for(
    hass: HomeAssistant, house: House, one_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reauthentication, "LOGIN_PATIENCE", timedelta(0))
    db_url = one_server.make_database()
    await move(house, db_url)
    await hass.config_entries.async_unload(house.entry.entry_id)
    gone = db_url.replace(str(one_server.port), "1")
    hass.config_entries.async_update_entry(house.entry, data={CONF_DB_URL: gone})
    assert await hass.config_entries.async_setup(house.entry.entry_id)
    await house.say()
    await house.over()
    assert isinstance(house.runtime.database.failure, LedgerUnreachableError)
    assert not await asked_anew(hass, house)


async def test_a_ledger_that_somebody_else_signed_is_not_taken_for_ours_while_ours_is_gone(
    hass: HomeAssistant, house: House, one_server: Server, tmp_path: Path
) -> None:
    db_url = one_server.make_database()
    theirs = Ledger.open(db_url, keys=tmp_path / "keys", origin="earshot/somebody")
    theirs.append(utterance(1)).result()
    theirs.close()
    await hass.config_entries.async_unload(house.entry.entry_id)
    hass.config_entries.async_update_entry(house.entry, data={CONF_DB_URL: db_url.replace(str(one_server.port), "1")})
    assert await hass.config_entries.async_setup(house.entry.entry_id)
    result = await move(house, db_url)
    assert result["errors"] == {"base": "ledger_unavailable"}
    theirs = Ledger.open(db_url, keys=tmp_path / "keys", origin="earshot/somebody")
    assert theirs.size() == 4
    theirs.close()


async def test_an_assistant_is_still_set_up_anew_after_a_move_that_was_found_at_the_start(
    hass: HomeAssistant, house: House, postgresql: Postgresql
) -> None:
    allow_loopback()
    await move(house, postgresql.make_database())
    await hass.config_entries.async_unload(house.entry.entry_id)
    hass.config_entries.async_update_entry(house.entry, data={})
    assert await hass.config_entries.async_setup(house.entry.entry_id)
    await hass.async_block_till_done()
    before = house.runtime
    assert before.database.kind == "postgresql"
    hass.config_entries.async_update_entry(house.entry, title="Another name")
    await hass.async_block_till_done()
    assert house.runtime is not before


MET_HERE: list[type[EarshotError]] = [
    LedgerError,
    LedgerCorruptError,
    LedgerOccupiedError,
    LedgerSchemaError,
    LedgerStoppedError,
    LedgerUnavailableError,
    *below(LedgerSchemaError),
    *below(LedgerUnavailableError),
]


@pytest.mark.parametrize("kind", MET_HERE, ids=lambda kind: kind.code)
def test_each_error_of_the_ledger_has_a_sentence_in_the_configuration(kind: type[EarshotError]) -> None:
    sentence = ENGLISH["config"]["error"][kind.code]
    assert sentence == ENGLISH["exceptions"][kind.code]["message"]


def test_each_reason_that_a_person_must_act_on_has_an_issue_of_its_own() -> None:
    assert len(TOLD) > 5
    for kind in TOLD:
        assert ENGLISH["issues"][kind.code]["title"]
        placeholders = set(re.findall(r"\{(\w+)\}", ENGLISH["issues"][kind.code]["description"]))
        assert placeholders == set(re.findall(r"\{(\w+)\}", ENGLISH["exceptions"][kind.code]["message"]))
