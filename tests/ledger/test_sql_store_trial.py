"""A database is tried before it is accepted, and everything that can be wrong with it has a name."""

import sys
import tomllib

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.errors import (
    LedgerAddressError,
    LedgerDriverError,
    LedgerDurabilityError,
    LedgerEncodingError,
    LedgerForeignError,
    LedgerInUseError,
    LedgerLoginError,
    LedgerPermissionError,
    LedgerSchemaError,
    LedgerUnreachableError,
    LedgerVersionError,
)
from custom_components.earshot.ledger.sql_store import (
    Address,
    mariadb as mariadb_module,
    postgresql as postgresql_module,
)
from custom_components.earshot.ledger.sql_store.address import DRIVERS, Kind
from custom_components.earshot.ledger.sql_store.trial import Holds, Tried, driver_is_there, try_database
from tests.ledger.conftest import LedgerHome, ServerHome
from tests.ledger.core_only import ROOT
from tests.ledger.samples import utterance
from tests.servers import PASSWORD, Mariadb, Postgresql, Server, allow_loopback, running

SERVERS = pytest.mark.parametrize("any_home", ["postgresql", "mariadb"], indirect=True)


def tried(db_url: str) -> Tried:
    return try_database(Address.parse(db_url))


def on_server(home: LedgerHome) -> ServerHome:
    assert isinstance(home, ServerHome)
    return home


@pytest.mark.parametrize(
    ("db_url", "kind"),
    [
        ("sqlite:////config/earshot/ledger.db", Kind.SQLITE),
        ("postgresql://anna:geheim@db.home.example/ledger", Kind.POSTGRESQL),
        ("postgresql+psycopg2://anna:geheim@db.home.example:5433/ledger?sslmode=require", Kind.POSTGRESQL),
        ("postgres://anna@/ledger?host=/run/postgresql", Kind.POSTGRESQL),
        ("mysql://anna:geheim@core-mariadb/ledger?charset=utf8mb4", Kind.MARIADB),
        ("mariadb+pymysql://anna:geheim@[::1]/ledger?ssl_ca=/ssl/ca.pem", Kind.MARIADB),
    ],
)
def test_an_address_says_what_kind_of_database_it_is(db_url: str, kind: Kind) -> None:
    address = Address.parse(db_url)
    assert address.kind is kind
    assert "geheim" not in f"{address} {address!r}"


@pytest.mark.parametrize(
    "db_url",
    [
        "",
        "nonsense",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///a?b=c",
        "oracle://anna:geheim@host/db",
        "postgresql://anna:geheim@host",
        "postgresql://anna:geheim@host:port/db",
        "postgresql://anna:geheim@host/db?options=-csynchronous_commit=off",
        "postgresql://anna:geheim@host/db?passfile=/etc/passwd",
        "mariadb://anna:geheim@host/db?init_command=DROP+TABLE+entry",
        "mysql://anna:geheim@host/db?local_infile=1",
        "x://anna:geheim@",
    ],
)
def test_an_address_that_names_no_fit_database_is_refused_without_repeating_it(db_url: str) -> None:
    with pytest.raises(LedgerAddressError) as caught:
        Address.parse(db_url)
    assert "geheim" not in f"{caught.value} {caught.value.__cause__} {caught.value.placeholders}"


@given(st.text())
def test_whatever_a_person_types_there_is_one_error(typed: str) -> None:
    for db_url in (typed, f"postgresql://{typed}", f"mariadb://{typed}@h/d"):
        try:
            address = Address.parse(db_url)
        except LedgerAddressError:
            continue
        assert address.url.database


def test_the_drivers_are_those_of_the_tests() -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    pinned = [requirement.split("==") for requirement in groups["databases"]]
    assert {"psycopg": dict(pinned)["psycopg[binary]"], "pymysql": dict(pinned)["pymysql"]} == {
        name: version
        for name, version in (one.split("==") for ones in DRIVERS.values() for one in ones)
        if "-" not in name
    }
    psycopg, binary = DRIVERS[Kind.POSTGRESQL]
    assert psycopg.replace("psycopg", "psycopg-binary") == binary


@SERVERS
def test_an_empty_database_is_fit_and_left_empty(any_home: LedgerHome) -> None:
    for _ in range(2):
        assert tried(any_home.db_url) == Tried(Holds.NOTHING, 0)
    tables = "SELECT count(*) FROM information_schema.tables WHERE table_schema IN ('public', DATABASE())"
    if "postgresql" in any_home.db_url:
        tables = tables.replace("DATABASE()", "'public'")
    assert any_home.sql(tables) == [(0,)]


@SERVERS
def test_a_trial_that_was_broken_off_is_no_trouble_for_the_next(any_home: LedgerHome) -> None:
    any_home.sql("CREATE TABLE earshot_trial (number INTEGER)")
    if "postgresql" in any_home.db_url:
        any_home.sql("ALTER TABLE earshot_trial OWNER TO earshot")
    assert tried(any_home.db_url).holds is Holds.NOTHING


@SERVERS
def test_a_ledger_that_is_there_is_recognised(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        ledger.append(utterance(1)).result()
    assert tried(any_home.db_url) == Tried(Holds.LEDGER, 4)


@SERVERS
def test_a_newer_ledger_and_tables_of_others_are_refused(any_home: LedgerHome) -> None:
    with any_home.opened():
        pass
    any_home.sql("UPDATE ledger_schema SET version = 1000")
    with pytest.raises(LedgerSchemaError, match="1000"):
        tried(any_home.db_url)
    any_home.sql("DROP TABLE ledger_schema")
    with pytest.raises(LedgerForeignError):
        tried(any_home.db_url)


@SERVERS
def test_a_database_that_another_earshot_writes_to_is_refused(
    any_home: LedgerHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgresql_module, "LOCK_SECONDS", 1)
    monkeypatch.setattr(mariadb_module, "LOCK_SECONDS", 1)
    with any_home.opened(), pytest.raises(LedgerInUseError):
        tried(any_home.db_url)


@SERVERS
@pytest.mark.parametrize("wrong", ["password", "user", "database"])
def test_who_is_not_let_in_is_told_so_and_the_password_is_not_repeated(any_home: LedgerHome, wrong: str) -> None:
    server, name = on_server(any_home).server, any_home.db_url.rpartition("/")[2]
    urls = {
        "password": server.url(name, password="falsch"),  # noqa: S106 - a wrong one
        "user": server.url(name, user="nobody"),
        "database": server.url("nothing_there"),
    }
    with pytest.raises(LedgerLoginError) as caught:
        tried(urls[wrong])
    assert PASSWORD not in f"{caught.value} {caught.value.__cause__} {caught.value.placeholders}"
    assert "falsch" not in f"{caught.value} {caught.value.__cause__}"


@pytest.mark.parametrize("kind", ["postgresql", "mariadb"])
def test_an_address_where_nobody_answers_is_told(kind: str) -> None:
    allow_loopback()
    with pytest.raises(LedgerUnreachableError) as caught:
        tried(f"{kind}://anna:geheim@127.0.0.1:1/ledger")
    assert caught.value.placeholders == {"host": "127.0.0.1", "port": "1"}


@SERVERS
def test_a_user_who_may_not_make_tables_is_refused(any_home: LedgerHome) -> None:
    server, name = on_server(any_home).server, any_home.db_url.rpartition("/")[2]
    if isinstance(server, Postgresql):
        server.run(f"REVOKE CREATE ON SCHEMA public FROM PUBLIC; ALTER DATABASE {name} OWNER TO postgres", name)
    else:
        server.run(f"REVOKE ALL ON {name}.* FROM earshot@'127.0.0.1'; ")
        server.run(f"GRANT SELECT ON {name}.* TO earshot@'127.0.0.1'")
    with pytest.raises(LedgerPermissionError):
        tried(any_home.db_url)


@pytest.mark.parametrize("any_home", ["postgresql"], indirect=True)
def test_a_database_with_another_encoding_is_refused(any_home: LedgerHome) -> None:
    server = on_server(any_home).server
    server.run("CREATE DATABASE latin OWNER earshot ENCODING 'LATIN1' TEMPLATE template0")
    with pytest.raises(LedgerEncodingError) as caught:
        tried(server.url("latin"))
    assert caught.value.placeholders == {"encoding": "LATIN1"}


@pytest.mark.parametrize("any_home", ["postgresql"], indirect=True)
def test_a_session_that_would_not_flush_is_made_to(any_home: LedgerHome) -> None:
    server, name = on_server(any_home).server, any_home.db_url.rpartition("/")[2]
    server.run(f"ALTER DATABASE {name} SET synchronous_commit = off")
    with any_home.opened() as ledger:
        ledger.append(utterance(1)).result()
        with ledger._store.write() as transaction:
            connection = transaction._connection  # type: ignore[attr-defined]  # the one that writes
            assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"


@pytest.mark.parametrize("module", [postgresql_module, mariadb_module], ids=["postgresql", "mariadb"])
def test_a_server_that_is_too_old_is_refused(
    module: object, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow_loopback()
    is_mariadb = module is mariadb_module
    server: Server = request.getfixturevalue("mariadb" if is_mariadb else "postgresql")
    monkeypatch.setattr(module, "OLDEST", (99, 1) if is_mariadb else 99_00_00)
    with pytest.raises(LedgerVersionError) as caught:
        tried(server.make_database())
    assert caught.value.placeholders["oldest"] == ("99.1" if is_mariadb else "99")


def test_a_mariadb_that_does_not_flush_is_refused(mariadb: Mariadb) -> None:
    allow_loopback()
    db_url = mariadb.make_database()
    for name, wrong, right in (("innodb_flush_log_at_trx_commit", 2, 1), ("innodb_flush_log_at_trx_commit", 0, 1)):
        mariadb.run(f"SET GLOBAL {name} = {wrong}")
        try:
            with pytest.raises(LedgerDurabilityError) as caught:
                tried(db_url)
        finally:
            mariadb.run(f"SET GLOBAL {name} = {right}")
        assert caught.value.placeholders == {"setting": f"{name}={wrong}"}
    assert tried(db_url).holds is Holds.NOTHING


@pytest.mark.parametrize(
    ("kind", "setting", "told"),
    [
        (Postgresql, ("-c", "fsync=off"), "fsync=off"),
        (Postgresql, ("-c", "full_page_writes=off"), "full_page_writes=off"),
        (Mariadb, ("--log-bin=binary",), "sync_binlog=0"),
    ],
    ids=["fsync", "full pages", "binary log"],
)
def test_a_server_that_was_started_not_to_flush_is_refused(
    kind: type[Server], setting: tuple[str, ...], told: str
) -> None:
    allow_loopback()
    with running(kind) as server:
        db_url = server.make_database()
        assert tried(db_url).holds is Holds.NOTHING
        server.stop(server.graceful)
        server.start(*setting)
        with pytest.raises(LedgerDurabilityError) as caught:
            tried(db_url)
        assert caught.value.placeholders == {"setting": told}


@pytest.mark.parametrize("module", ["psycopg", "pymysql"])
def test_a_driver_that_is_not_installed_is_told(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    address = Address.parse({"psycopg": "postgresql", "pymysql": "mariadb"}[module] + "://anna@127.0.0.1:1/ledger")
    assert driver_is_there(address)
    monkeypatch.setitem(sys.modules, module, None)
    assert not driver_is_there(address)
    with pytest.raises(LedgerDriverError) as caught:
        try_database(address)
    assert caught.value.placeholders == {"driver": module}
