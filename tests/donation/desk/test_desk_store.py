from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import sqlite3
import stat

import pytest

from custom_components.earshot.donation.desk.desk_store import Connection, DeskStore, clips, receipts, reviewing
from custom_components.earshot.donation.desk.desk_store.rows import NewClip, ReceiptRow, State
from custom_components.earshot.errors.desk import DeskStoreError, DeskStoreNewerError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk" / "desk.db"


@pytest.fixture
def store(path: Path) -> Iterator[DeskStore]:
    store = DeskStore.open(path)
    yield store
    store.close()


def new_clip(number: int, bundle: str = "b") -> NewClip:
    return NewClip(
        donation_id=f"{number:032x}",
        bundle_sha256=bundle * 64,
        token_sha256="c" * 64,
        statement_sha256="d" * 64,
        purpose="improve_speech_recognition",
        day="2026-11-29",
        size=100,
        sound_ms=1000,
    )


def add(store: DeskStore, number: int, bundle: str = "b") -> str:
    return store.write(lambda connection: clips.add(connection, new_clip(number, bundle)))


def test_the_file_is_its_owners_only_and_durable_with_every_commit(store: DeskStore, path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    found = store.write(
        lambda connection: [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        ]
    )
    assert found == ["wal", 2, 1, 1]


def test_a_clip_is_put_in_once(store: DeskStore) -> None:
    assert add(store, 1) == "b" * 64
    assert add(store, 1, "e") == "b" * 64
    with store.read() as connection:
        assert clips.held(connection) == (1, 100)


def test_what_fails_leaves_nothing_and_spares_the_others(store: DeskStore) -> None:
    def fail(connection: Connection) -> None:
        clips.add(connection, new_clip(2))
        raise LookupError

    good, bad = store.submit(lambda connection: clips.add(connection, new_clip(1))), store.submit(fail)
    good.result()
    with pytest.raises(LookupError):
        bad.result()
    with store.read() as connection:
        assert clips.here(connection) == {f"{1:032x}"}


def test_many_threads_write_at_once(store: DeskStore) -> None:
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda number: add(store, number), range(200)))
    with store.read() as connection:
        assert clips.held(connection) == (200, 20_000)


def test_a_reader_changes_nothing(store: DeskStore) -> None:
    with pytest.raises(DeskStoreError), store.read() as connection:
        clips.add(connection, new_clip(1))


def test_a_draw_reaches_every_clip_and_none_twice(store: DeskStore) -> None:
    for number in range(30):
        add(store, number)
    drawn = set()
    for _ in range(30):
        with store.read() as connection:
            clip = clips.draw(connection, 1, [])
        assert clip is not None
        drawn.add(clip.donation_id)
        store.write(lambda connection, one=clip: reviewing.end_turn(connection, one.donation_id, 1))  # type: ignore[misc]  # a default binds the loop's value
    assert len(drawn) == 30
    with store.read() as connection:
        assert clips.draw(connection, 1, []) is None
        assert clips.draw(connection, 2, [f"{number:032x}" for number in range(1, 30)]) is not None


def test_a_draw_uses_the_index_of_what_waits(store: DeskStore, path: Path) -> None:
    plan = sqlite3.connect(path).execute(
        "EXPLAIN QUERY PLAN SELECT donation_id FROM clip WHERE state = 'waiting' AND lot >= 5 ORDER BY lot LIMIT 1"
    )
    assert "clip_by_lot" in str(plan.fetchall())


def test_the_first_reason_stays(store: DeskStore) -> None:
    add(store, 1)
    name = f"{1:032x}"
    for reason in ("withdrawn", "retention"):
        doomed = store.write(lambda connection, why=reason: clips.doom(connection, name, why, None))  # type: ignore[misc]  # a default binds the loop's value
        assert doomed is not None
        assert (doomed.state, doomed.reason) == (State.DOOMED, "withdrawn")
    assert store.write(lambda connection: clips.doom(connection, "0" * 32, "withdrawn", None)) is None


def test_a_persons_number_stays(store: DeskStore) -> None:
    numbers = [store.write(lambda connection, who=name: reviewing.number_of(connection, who)) for name in "abab"]  # type: ignore[misc]  # a default binds the loop's value
    assert numbers == [1, 2, 1, 2]


def test_receipts_are_numbered_for_each_donation(store: DeskStore) -> None:
    for number in (1, 2):
        add(store, number)

    def receipt(connection: Connection, name: str) -> int:
        sequence = receipts.next_sequence(connection, name)
        row = ReceiptRow(
            donation_id=name,
            sequence=sequence,
            action="listened",
            at=0,
            reviewer=1,
            heard_ms=5,
            body=b"b",
            signature=b"s",
            label=None,
        )
        receipts.add(connection, row)
        return sequence

    names = [f"{number:032x}" for number in (1, 2, 1)]
    assert [store.write(lambda connection, one=name: receipt(connection, one)) for name in names] == [1, 1, 2]  # type: ignore[misc]  # a default binds the loop's value
    with store.read() as connection:
        rows = receipts.to_enter(connection, 2)
    assert len(rows) == 2
    store.write(lambda connection: receipts.note_entered(connection, rows))
    with store.read() as connection:
        assert len(receipts.to_enter(connection, 9)) == 1
        assert receipts.counts(connection) == ({"listened": 3}, 15)


def test_a_store_of_a_newer_earshot_is_left_alone(path: Path) -> None:
    DeskStore.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = '2'")
    connection.close()
    with pytest.raises(DeskStoreNewerError):
        DeskStore.open(path)


def test_what_is_no_store_is_not_opened(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"something else" * 1000)
    with pytest.raises(DeskStoreError):
        DeskStore.open(path)


def test_a_closed_store_takes_nothing(store: DeskStore) -> None:
    store.close()
    with pytest.raises(DeskStoreError):
        add(store, 1)
