"""A ledger moves from any kind of database to any other, while it is written, and whatever breaks it off."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from custom_components.earshot.errors import (
    LedgerCorruptError,
    LedgerMovedError,
    LedgerOccupiedError,
    LedgerStoppedError,
    LedgerUnavailableError,
    LedgerUnfinishedError,
)
from custom_components.earshot.ledger.erasure import Selection
from custom_components.earshot.ledger.key_files import trusted
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.moving import CHUNK, Found, Move
from custom_components.earshot.ledger.sql_store import SqlStore
from custom_components.earshot.ledger.store import MOVED, MOVING, Store
from tests.ledger.conftest import BACKENDS, LedgerHome, ServerHome
from tests.ledger.samples import NOON, utterance, utterance_id
from tests.servers import Server, allow_loopback

PAIRS = [(one, other) for one in BACKENDS for other in BACKENDS if one != other]


@pytest.fixture
def homes(tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[str, str], LedgerHome]:
    """Return what makes a home on a kind of database. All of them are those of one Earshot, and share its keys."""

    def make(kind: str, name: str = "ledger") -> LedgerHome:
        if kind == "sqlite":
            return NamedHome(tmp_path, name)
        allow_loopback()
        server: Server = request.getfixturevalue(kind)
        return ServerHome(tmp_path, server.make_database(), server)

    return make


class NamedHome(LedgerHome):
    """A home whose file has another name than that of the other one."""

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__(folder)
        object.__setattr__(self, "name", name)

    @property
    def database(self) -> Path:
        return self.folder / "earshot" / f"{self.name}.db"  # type: ignore[attr-defined]  # set above


def fill(ledger: Ledger, first: int, last: int) -> None:
    for future in [ledger.append(utterance(number)) for number in range(first, last)]:
        future.result()
    ledger.checkpoint()


def quiet(_done: int, _all: int) -> None:
    """Show nothing."""


@contextmanager
def moving(source: LedgerHome, target: LedgerHome, stopped: Callable[[], bool] = lambda: False) -> Iterator[Move]:
    """Open both as a move needs them while the source is written."""
    ours = SqlStore.open_source(source.db_url)
    try:
        theirs = SqlStore.open(target.db_url, whole=False)
    except BaseException:
        ours.close()
        raise
    try:
        yield Move(ours, theirs, trusted(source.keys), stopped)
    finally:
        theirs.close()
        ours.close()


def finish(source: LedgerHome, target: LedgerHome) -> None:
    """Do the last round while nobody writes the source."""
    ours, theirs = SqlStore.open(source.db_url), SqlStore.open(target.db_url, whole=False)
    try:
        move = Move(ours, theirs, trusted(source.keys), lambda: False)
        move.copy(quiet)
        move.finish("elsewhere")
    finally:
        ours.close()
        theirs.close()


def content(store: Store) -> list[Any]:
    with store.read() as snapshot:
        meta = {name: value for name, value in snapshot.all_meta().items() if name not in {MOVING, MOVED}}
        nodes = [snapshot.hashes(8, 0, 100), snapshot.hashes(16, 0, 10), snapshot.count_nodes()]
        tables = [list(snapshot.entries()), list(snapshot.all_utterances()), list(snapshot.checkpoints())]
        return [*tables, nodes, snapshot.head(), meta]


def contents(*homes: LedgerHome) -> list[list[Any]]:
    stores = [SqlStore.open(home.db_url, whole=False) for home in homes]
    try:
        return [content(store) for store in stores]
    finally:
        for store in stores:
            store.close()


@pytest.mark.parametrize(("kind", "to"), PAIRS)
def test_a_ledger_moves_while_it_is_written_and_goes_on_there(
    homes: Callable[..., LedgerHome], kind: str, to: str
) -> None:
    source, target = homes(kind), homes(to)
    with source.opened() as ledger:
        fill(ledger, 0, CHUNK // 4 + 80)
        ledger.mark_alive(NOON)
        ledger.redact(Selection(utterance_ids=(utterance_id(3), utterance_id(150))), by="Anna", at=NOON)
        seen: list[tuple[int, int]] = []
        with moving(source, target) as move:
            assert move.prepare() is Found.EMPTY
            size = ledger.size()
            assert move.copy(lambda done, all_of: seen.append((done, all_of))) == size
            # Meanwhile people speak, and one of those that were copied already is redacted.
            fill(ledger, 900, 903)
            ledger.redact(Selection(utterance_ids=(utterance_id(7), utterance_id(901))), by="Anna", at=NOON)
            assert move.check(quiet).size == size
            assert move.copy(quiet) == ledger.size() - size
            assert move.check(quiet).ok
        assert seen[-1] == (size, size)
        assert len(seen) > 1
        fill(ledger, 910, 911)
    finish(source, target)
    before, after = contents(source, target)
    assert before == after
    with target.opened() as ledger:
        assert ledger.verify().ok
        assert ledger.append(utterance(920)).result().first_index == len(before[0])
        assert ledger.utterance(utterance_id(7)) is None
        assert ledger.utterance(utterance_id(910)) is not None
    with pytest.raises(LedgerMovedError) as caught, source.opened():
        pass
    assert caught.value.placeholders == {"where": "elsewhere"}


def test_a_copy_that_is_not_whole_is_not_opened_as_a_ledger(homes: Callable[..., LedgerHome]) -> None:
    source, target = homes("sqlite"), homes("sqlite", "target")
    with source.opened() as ledger:
        fill(ledger, 0, 3)
    with moving(source, target) as move:
        move.prepare()
        move.copy(quiet)
    with pytest.raises(LedgerUnfinishedError), target.opened():
        pass
    assert [row[0] for row in target.sql("SELECT count(*) FROM entry")] == [13 - 1]


WRITES = 10
"""Transactions of one move of 80 entries, 16 at a time, from the first mark in the target to the last in the source."""


class Killed(BaseException):
    """What a power cut is to a program."""


@pytest.mark.parametrize("kill_at", range(WRITES))
def test_a_move_that_was_killed_at_any_write_is_taken_up(
    homes: Callable[..., LedgerHome], kill_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("custom_components.earshot.ledger.moving.CHUNK", 16)
    source, target = homes("sqlite"), homes("sqlite", "target")
    with source.opened() as ledger:
        fill(ledger, 0, 20)
    writes = 0
    write = SqlStore.write

    @contextmanager
    def dies(store: SqlStore) -> Iterator[Any]:
        nonlocal writes
        writes += 1
        with write(store) as transaction:
            yield transaction
            if writes == kill_at + 1:
                raise Killed

    def whole() -> None:
        with moving(source, target) as move:
            move.prepare()
            move.copy(quiet)
            move.check(quiet)
        finish(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(SqlStore, "write", dies)
        with pytest.raises(Killed):
            whole()
    if kill_at == WRITES - 1:
        # There is no later one: what was killed was the end.
        assert source.sql(f"SELECT count(*) FROM meta WHERE name = '{MOVED}' AND value <> ''") == [(0,)]  # noqa: S608 - a name of ours
        assert target.sql(f"SELECT value FROM meta WHERE name = '{MOVING}'") == [("",)]  # noqa: S608 - the same
    # Home Assistant starts again. Unless the source had been left for good, people go on speaking, and redact.
    try:
        with source.opened() as ledger:
            fill(ledger, 100, 101)
            ledger.redact(Selection(utterance_ids=(utterance_id(1),)), by="Anna", at=NOON)
    except LedgerMovedError:
        pass
    else:
        whole()
    before, after = contents(source, target)
    assert before == after
    with target.opened() as ledger:
        assert ledger.verify().ok


def test_what_was_copied_is_not_copied_again(homes: Callable[..., LedgerHome]) -> None:
    source, target = homes("sqlite"), homes("sqlite", "target")
    with source.opened() as ledger:
        fill(ledger, 0, 10)
        with moving(source, target) as move:
            assert move.prepare() is Found.EMPTY
            assert move.copy(quiet) == 40
        fill(ledger, 10, 12)
        with moving(source, target) as move:
            assert move.prepare() is Found.BEGUN
            assert move.copy(quiet) == 8
            assert move.copy(quiet) == 0


def test_what_was_redacted_since_a_broken_off_move_does_not_stay_there(homes: Callable[..., LedgerHome]) -> None:
    source, target = homes("sqlite"), homes("sqlite", "target")
    with source.opened() as ledger:
        fill(ledger, 0, 10)
        with moving(source, target) as move:
            move.prepare()
            move.copy(quiet)
        ledger.redact(Selection(utterance_ids=(utterance_id(4),)), by="Anna", at=NOON)
        with moving(source, target) as move:
            assert move.prepare() is Found.EMPTY
            move.copy(quiet)
            move.check(quiet)
    before, after = contents(source, target)
    assert before == after


def test_it_can_move_back_to_where_it_was(homes: Callable[..., LedgerHome]) -> None:
    source, target = homes("sqlite"), homes("sqlite", "target")
    with source.opened() as ledger:
        fill(ledger, 0, 10)
    for one, other in ((source, target), (target, source), (source, target)):
        with moving(one, other) as move:
            move.prepare()
            move.copy(quiet)
            move.check(quiet)
        finish(one, other)
        with other.opened() as ledger:
            size = ledger.size()
            fill(ledger, size, size + 1)
            assert ledger.verify().ok


def test_a_database_that_went_on_from_here_needs_no_copy(homes: Callable[..., LedgerHome]) -> None:
    source, target = homes("sqlite"), homes("sqlite", "target")
    with source.opened() as ledger:
        fill(ledger, 0, 10)
    with moving(source, target) as move:
        move.prepare()
        move.copy(quiet)
    finish(source, target)
    with target.opened() as ledger:
        fill(ledger, 10, 12)
    with moving(source, target) as move:
        assert move.prepare() is Found.AHEAD
    with target.opened() as ledger:
        assert ledger.size() == 48


def test_another_ledger_is_refused_and_left_alone(homes: Callable[..., LedgerHome]) -> None:
    source, target = homes("sqlite"), homes("sqlite", "target")
    with source.opened() as ledger:
        fill(ledger, 0, 5)
    with target.opened() as ledger:
        fill(ledger, 0, 4)
    (before,) = contents(target)
    with moving(source, target) as move, pytest.raises(LedgerOccupiedError):
        move.prepare()
    (after,) = contents(target)
    assert before == after


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE entry SET body = replace(body, 'Kitchen', 'Bedroom') WHERE \"index\" = 8",
        'DELETE FROM entry WHERE "index" = 8',
        'DELETE FROM entry WHERE "index" = 19',
        "UPDATE head SET note = replace(note, '20', '19')",
        "DELETE FROM head",
    ],
)
def test_a_ledger_that_was_changed_does_not_move(homes: Callable[..., LedgerHome], harm: str) -> None:
    source, target = homes("sqlite"), homes("sqlite", "target")
    with source.opened() as ledger:
        fill(ledger, 0, 5)
    source.sql(harm)
    with moving(source, target) as move:
        move.prepare()
        with pytest.raises(LedgerCorruptError):
            move.copy(quiet)
    with pytest.raises(LedgerUnfinishedError), target.opened():
        pass


def test_a_copy_that_was_changed_is_not_accepted(homes: Callable[..., LedgerHome]) -> None:
    source, target = homes("sqlite"), homes("sqlite", "target")
    with source.opened() as ledger:
        fill(ledger, 0, 5)
    with moving(source, target) as move:
        move.prepare()
        move.copy(quiet)
        target.sql("UPDATE utterance SET satellite = 'elsewhere'")
        with pytest.raises(LedgerCorruptError):
            move.check(quiet)


def test_a_move_stops_where_it_is_asked_to(homes: Callable[..., LedgerHome]) -> None:
    source, target = homes("sqlite"), homes("sqlite", "target")
    with source.opened() as ledger:
        fill(ledger, 0, 5)
    with moving(source, target, lambda: True) as move:
        move.prepare()
        with pytest.raises(LedgerStoppedError):
            move.copy(quiet)


def test_a_source_cannot_be_written_beside_its_ledger(homes: Callable[..., LedgerHome]) -> None:
    source = homes("sqlite")
    with source.opened() as ledger:
        fill(ledger, 0, 1)
        store = SqlStore.open_source(source.db_url)
        with pytest.raises(LedgerUnavailableError), store.write() as transaction:
            transaction.put_meta("a", "b")
        store.close()
