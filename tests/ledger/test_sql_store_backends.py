"""What every kind of database must do alike, tried on a real one of each."""

from datetime import timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest

from custom_components.earshot.errors import LedgerError, LedgerInUseError, LedgerUnavailableError
from custom_components.earshot.ledger.batch import Appended, Redaction
from custom_components.earshot.ledger.erasure import Selection
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.query import Query
from custom_components.earshot.ledger.sql_store import SqlStore
from custom_components.earshot.ledger.sql_store.reading import CHUNK
from custom_components.earshot.ledger.store import EntryRow, Transaction
from custom_components.earshot.models import Outcome
from tests.ledger.conftest import LedgerHome, ServerHome
from tests.ledger.samples import NOON, SAMPLES, utterance, utterance_id
from tests.servers import Mariadb, Postgresql, Server, allow_loopback, running

# Of every kind but `redacted`, which the ledger itself enters.
RECORDS = [record for record in SAMPLES if record.kind != "redacted"]


def ids(ledger: Ledger, query: Query) -> list[str]:
    return [view.utterance_id for view in ledger.utterances(query).items]


def test_every_kind_of_record_comes_back_as_it_was_entered(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        ledger.append(RECORDS).result()
    with any_home.opened() as ledger:
        assert ledger.size() == len(RECORDS)
        entries = ledger.entries(RECORDS[0].utterance_id or "")
        assert [entry.record for entry in entries] == [r for r in RECORDS if r.utterance_id == RECORDS[0].utterance_id]
        assert ledger.verify().ok


def test_words_of_any_script_are_kept_as_they_are(any_home: LedgerHome) -> None:
    # Four bytes in UTF-8, and a name that differs from another one in what many comparisons pass over.
    names = ["Küche", "küche", "Kuche", "Küche ", "厨房 🎙"]
    with any_home.opened() as ledger:
        for number, name in enumerate(names):
            heard, *rest = utterance(number, satellite=name)
            ledger.append([heard, *rest]).result()
        for number, name in enumerate(names):
            assert ids(ledger, Query(satellite=f"assist_satellite.{name}")) == [utterance_id(number)]
        assert ledger.verify().ok


def test_a_page_follows_the_other_and_every_filter_holds(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        for number in range(30):
            outcome = Outcome.FALSE_WAKE if number % 5 == 0 else Outcome.ANSWERED
            ledger.append(utterance(number, satellite=("kitchen", "hall")[number % 2], outcome=outcome)).result()
        found: list[str] = []
        page = ledger.utterances(Query(limit=7))
        found += [view.utterance_id for view in page.items]
        while page.next is not None:
            page = ledger.utterances(Query(limit=7, before=page.next))
            found += [view.utterance_id for view in page.items]
        assert found == [utterance_id(number) for number in reversed(range(30))]
        in_hall = ids(ledger, Query(satellite="assist_satellite.hall", outcome=Outcome.FALSE_WAKE))
        assert in_hall == [utterance_id(number) for number in (25, 15, 5)]
        between = Query(since=NOON + timedelta(seconds=3), until=NOON + timedelta(seconds=6))
        assert ids(ledger, between) == [utterance_id(number) for number in (5, 4, 3)]


def test_the_whole_is_walked_piece_by_piece_while_the_tree_is_read(any_home: LedgerHome) -> None:
    count = CHUNK // 4 + 10
    with any_home.opened() as ledger:
        for future in [ledger.append(utterance(number)) for number in range(count)]:
            future.result()
        with ledger._store.read() as snapshot:
            seen = 0
            for row in snapshot.entries():
                assert row.index == seen
                assert list(snapshot.hashes(0, row.index, 1)) == [row.leaf]
                seen += 1
            assert seen == 4 * count > CHUNK
            assert len(list(snapshot.all_utterances())) == count == snapshot.count_utterances()
            assert snapshot.count_nodes() == 4 * count // 256
        assert ledger.verify().ok


def test_what_is_redacted_is_gone_from_every_table_and_the_rest_verifies(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        for number in range(10):
            ledger.append(utterance(number)).result()
        before = ledger.checkpoint()
        done = ledger.redact(Selection(utterance_ids=(utterance_id(3), utterance_id(4))), by="Anna", at=NOON)
        assert done == Redaction(2, 8)
        assert ledger.utterance(utterance_id(3)) is None
        assert len(ids(ledger, Query())) == 8
        assert ledger.verify().ok
        assert ledger.latest_checkpoint() == before
    for column in ("kind", "at", "salt", "body"):
        assert any_home.sql(f"SELECT count(*) FROM entry WHERE {column} IS NULL") == [(8,)]  # noqa: S608 - names of this test
    assert any_home.sql("SELECT count(*) FROM entry WHERE utterance_id IS NULL") == [(9,)]
    assert any_home.sql("SELECT count(*) FROM utterance") == [(8,)]
    assert any_home.verdict().ok


def test_signs_of_life_heads_and_checkpoints_are_replaced_or_kept(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        assert ledger.last_alive() is None
        notes = []
        for number in range(3):
            ledger.append(utterance(number)).result()
            ledger.mark_alive(NOON + timedelta(minutes=number))
            notes.append(ledger.checkpoint())
    with any_home.opened() as ledger:
        assert ledger.last_alive() == NOON + timedelta(minutes=2)
        with ledger._store.read() as snapshot:
            assert list(snapshot.checkpoints()) == notes
    assert any_home.sql("SELECT count(*) FROM head") == [(1,)]


def test_a_reader_sees_one_moment_while_others_write(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        ledger.append(utterance(1)).result()
        with ledger._store.read() as snapshot:
            assert snapshot.size() == 4
            ledger.append(utterance(2)).result()
            assert snapshot.size() == 4
            assert [row.index for row in snapshot.entries()] == [0, 1, 2, 3]
        assert ledger.size() == 8


def test_a_reader_cannot_write(any_home: LedgerHome) -> None:
    store = SqlStore.open(any_home.db_url)
    try:
        with pytest.raises(LedgerUnavailableError), store.read() as snapshot:
            snapshot._connection.exec_driver_sql("DELETE FROM meta")  # type: ignore[attr-defined]  # the one inside
    finally:
        store.close()


def enter_twice(transaction: Transaction, row: EntryRow) -> None:
    transaction.add_entries([row])
    transaction.put_utterances(transaction.utterance_rows([utterance_id(1)]).values(), [])


def test_a_write_that_fails_half_way_leaves_nothing(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        ledger.append(utterance(1)).result()
    store = SqlStore.open(any_home.db_url)
    row = EntryRow(index=4, kind="gap", utterance_id=None, at=0, salt=b"s" * 32, body=b"{}", leaf=b"l" * 32)
    try:
        with pytest.raises(LedgerUnavailableError) as caught, store.write() as transaction:
            enter_twice(transaction, row)
        # Neither the message nor what caused it repeats a value, though servers like to.
        assert utterance_id(1) not in f"{caught.value} {caught.value.__cause__}"
        with store.read() as snapshot:
            assert snapshot.size() == 4
    finally:
        store.close()
    assert any_home.verdict().ok


def test_many_threads_share_transactions_and_lose_nothing(any_home: LedgerHome) -> None:
    start = Barrier(16)
    appended: list[Appended] = []
    with any_home.opened() as ledger:

        def write(thread: int) -> None:
            start.wait()
            appended.extend(ledger.append(utterance(thread * 10 + number)).result() for number in range(10))

        threads = [Thread(target=write, args=(number,)) for number in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(one.first_index for one in appended) == list(range(0, 16 * 10 * 4, 4))
        assert ledger.verify().ok


def test_the_largest_body_is_kept_whole(any_home: LedgerHome) -> None:
    row = EntryRow(
        index=0, kind="gap", utterance_id=None, at=2**53, salt=bytes(32), body=bytes(range(256)) * 256, leaf=bytes(32)
    )
    store = SqlStore.open(any_home.db_url)
    try:
        with store.write() as transaction:
            transaction.add_entries([row])
        with store.read() as snapshot:
            assert list(snapshot.entries()) == [row]
    finally:
        store.close()


def test_a_redacted_row_is_copied_as_it_is(any_home: LedgerHome) -> None:
    row = EntryRow(index=0, kind=None, utterance_id=None, at=None, salt=None, body=None, leaf=bytes(32))
    store = SqlStore.open(any_home.db_url)
    try:
        with store.write() as transaction:
            transaction.add_entries([row])
        with store.read() as snapshot:
            assert next(snapshot.entries()).redacted
    finally:
        store.close()


@pytest.mark.parametrize("any_home", ["postgresql", "mariadb"], indirect=True)
def test_a_ledger_on_a_server_has_one_writer(any_home: LedgerHome, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("postgresql", "mariadb"):
        monkeypatch.setattr(f"custom_components.earshot.ledger.sql_store.{kind}.LOCK_SECONDS", 1)
    with any_home.opened() as ledger:
        ledger.append(utterance(1)).result()
        with pytest.raises(LedgerInUseError), any_home.opened():
            pass
        ledger.append(utterance(2)).result()
    # It ends with the connection.
    with any_home.opened() as ledger:
        assert ledger.append(utterance(3)).result().first_index == 8


@pytest.mark.parametrize("any_home", ["postgresql", "mariadb"], indirect=True)
def test_a_ledger_on_a_server_does_not_promise_that_nothing_is_left(any_home: LedgerHome) -> None:
    store = SqlStore.open(any_home.db_url)
    try:
        assert store.scrub()
        assert not store.erases
    finally:
        store.close()


def test_a_ledger_in_a_file_does(home: LedgerHome) -> None:
    store = SqlStore.open(home.db_url)
    try:
        assert store.erases
    finally:
        store.close()


def test_a_bad_record_fails_alone(any_home: LedgerHome) -> None:
    bad = utterance(1, assistant=5)  # type: ignore[arg-type]  # the mistake under test
    with any_home.opened() as ledger:
        futures = [ledger.append(utterance(0)), ledger.append(bad), ledger.append(utterance(2))]
        with pytest.raises(LedgerError):
            futures[1].result()
        assert [futures[0].result().size, futures[2].result().size] == [4, 8]
        assert ledger.verify().ok


@pytest.mark.parametrize("kind", [Postgresql, Mariadb], ids=["postgresql", "mariadb"])
def test_nothing_acknowledged_is_missing_after_the_server_was_killed(kind: type[Server], tmp_path: Path) -> None:
    allow_loopback()
    known: dict[int, int] = {}
    with running(kind) as server:
        home = ServerHome(tmp_path, server.make_database(), server)
        with home.opened() as ledger:
            for killed in range(3):
                futures = {
                    number: ledger.append(utterance(number)) for number in range(killed * 400, killed * 400 + 400)
                }
                futures[killed * 400 + 20].result()
                server.stop()
                for number, future in futures.items():
                    if future.exception() is None:
                        known[number] = future.result().first_index
                server.start()
                # The same ledger finds the server again by itself.
                known[10_000 + killed] = ledger.append(utterance(10_000 + killed)).result().first_index
            assert len(known) >= 3 * 22
            for number, first_index in known.items():
                assert [entry.index for entry in ledger.entries(utterance_id(number))] == list(
                    range(first_index, first_index + 4)
                )
            assert ledger.verify().ok


@pytest.mark.parametrize("any_home", ["postgresql"], indirect=True)
def test_the_server_knows_how_to_look_up_what_was_just_copied(any_home: LedgerHome) -> None:
    figures = "SELECT count(*) FROM pg_stats WHERE tablename IN ('entry', 'utterance') AND attname = 'utterance_id'"
    with any_home.opened() as ledger:
        for number in range(20):
            ledger.append(utterance(number)).result()
    assert any_home.sql(figures) == [(0,)]
    with any_home.opened():
        assert any_home.sql(figures) == [(2,)]
