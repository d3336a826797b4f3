"""What was acknowledged stays, whatever happens to the process or the disk."""

from concurrent.futures import Future
import signal
import sqlite3
import subprocess
import sys
from threading import Barrier, Thread

import pytest

from custom_components.earshot.errors import LedgerError, LedgerUnavailableError
from custom_components.earshot.ledger.batch import Appended
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.query import Query
from custom_components.earshot.ledger.sql_store import sqlite
from custom_components.earshot.ledger.writer import QUEUE_LENGTH
from tests.ledger.conftest import LedgerHome
from tests.ledger.core_only import ROOT
from tests.ledger.samples import SAMPLES, utterance, utterance_id

PROGRAM = "tests.ledger.append_forever"


def start(home: LedgerHome, first: int, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", PROGRAM, str(home.folder), str(first), *more]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def hold(home: LedgerHome) -> sqlite3.Connection:
    """Take the database's write lock, as another program might."""
    connection = sqlite3.connect(home.database, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    return connection


def acknowledged(lines: list[str]) -> dict[int, int]:
    """Return the first index of each utterance that was acknowledged, by number."""
    pairs = (line.split() for line in lines if line[:1].isdigit() and line.endswith("\n"))
    return {int(number): int(index) for number, index in pairs}


def test_nothing_acknowledged_is_missing_after_the_process_was_killed_again_and_again(home: LedgerHome) -> None:
    known: dict[int, int] = {}
    for round_number, lines_before in enumerate([1, 2, 40, 90, 150]):
        program = start(home, round_number * 100_000)
        assert program.stdout is not None
        lines = [program.stdout.readline() for _ in range(lines_before)]
        program.send_signal(signal.SIGKILL)
        lines += program.stdout.readlines()
        program.stdout.close()
        program.wait()
        assert lines[0] == "open\n"
        known |= acknowledged(lines)
        with home.opened() as ledger:
            assert ledger.verify().ok
    assert len(known) > 200
    with home.opened() as ledger:
        for number, first_index in known.items():
            entries = ledger.entries(utterance_id(number))
            assert [entry.index for entry in entries] == list(range(first_index, first_index + 4))
            assert tuple(entry.record for entry in entries) == utterance(number)
        assert ledger.verify().ok
    assert home.verdict().ok


def test_a_full_disk_fails_the_writes_and_no_more(home: LedgerHome) -> None:
    program = start(home, 0, str(600_000))
    assert program.stdout is not None
    lines = program.stdout.readlines()
    program.stdout.close()
    assert program.wait() == 0
    assert "full\n" in lines
    known = acknowledged(lines)
    assert len(known) > 16
    with home.opened() as ledger:
        for number, first_index in known.items():
            assert ledger.entries(utterance_id(number))[0].index == first_index
        # What was not acknowledged before the disk was full is not there, nor is half of it.
        assert ledger.size() == 4 * len(known)
        assert ledger.verify().ok


def test_every_one_of_64_threads_gets_a_place_of_its_own(ledger: Ledger) -> None:
    start_line = Barrier(64)
    appended: list[Appended] = []

    def write(thread: int) -> None:
        start_line.wait()
        appended.extend(ledger.append(utterance(thread * 10 + number)).result() for number in range(10))

    threads = [Thread(target=write, args=(number,)) for number in range(64)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.first_index for one in appended) == list(range(0, 64 * 10 * 4, 4))
    assert ledger.verify().ok


def test_records_of_one_append_stand_behind_one_another(ledger: Ledger) -> None:
    futures = [ledger.append(utterance(number)) for number in range(100)]
    for number, future in enumerate(futures):
        first = future.result().first_index
        assert future.result() == Appended(first, first + 4)
        assert [entry.index for entry in ledger.entries(utterance_id(number))] == [
            first,
            first + 1,
            first + 2,
            first + 3,
        ]


def test_a_bad_record_fails_alone(ledger: Ledger) -> None:
    bad = utterance(1, assistant=5)  # type: ignore[arg-type]  # the mistake under test
    futures = [ledger.append(utterance(0)), ledger.append(bad), ledger.append(utterance(2))]
    with pytest.raises(LedgerError):
        futures[1].result()
    assert [futures[0].result().size, futures[2].result().size] == [4, 8]
    assert ledger.verify().ok


def test_a_write_goes_on_though_nobody_waits_for_it_any_more(ledger: Ledger) -> None:
    future = ledger.append(utterance(0))
    assert not future.cancel()
    assert future.result().size == 4


def test_a_locked_database_fails_the_write_and_the_next_one_goes_on(
    home: LedgerHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MS", 10)
    with home.opened() as ledger:
        ledger.append(utterance(0)).result()
        lock = hold(home)
        with pytest.raises(LedgerUnavailableError):
            ledger.append(utterance(1)).result()
        # Readers do not wait for whoever writes.
        assert ledger.utterance(utterance_id(0)) is not None
        lock.close()
        assert ledger.append(utterance(2)).result().first_index == 4
        assert ledger.verify().ok


def test_too_many_waiting_writes_are_refused_at_once(home: LedgerHome) -> None:
    with home.opened() as ledger:
        ledger.append(utterance(0)).result()
        lock = hold(home)
        futures: list[Future[Appended]] = [ledger.append([SAMPLES[5]]) for _ in range(2 * QUEUE_LENGTH)]
        refused = [future for future in futures if future.done() and future.exception()]
        lock.close()
        assert refused
        assert all(isinstance(future.exception(), LedgerUnavailableError) for future in refused)
        written = [future for future in futures if future.exception() is None]
        assert ledger.size() == 4 + len(written)
        assert ledger.verify().ok


def test_a_closed_ledger_refuses_to_write(home: LedgerHome) -> None:
    with home.opened() as ledger:
        written = ledger.append(utterance(0))
    assert written.result().size == 4
    with pytest.raises(LedgerUnavailableError):
        ledger.append(utterance(1)).result()
    with pytest.raises(LedgerUnavailableError):
        ledger.checkpoint()


def test_a_closed_ledger_does_not_make_its_file_anew(home: LedgerHome) -> None:
    with home.opened() as ledger:
        ledger.append(utterance(0)).result()
    home.database.unlink()
    with pytest.raises(LedgerUnavailableError):
        ledger.size()
    assert list(home.database.parent.iterdir()) == []


def test_an_opened_ledger_goes_on_where_it_was_closed(home: LedgerHome) -> None:
    for number in range(5):
        with home.opened() as ledger:
            assert ledger.append(utterance(number)).result().first_index == 4 * number
    with home.opened() as ledger:
        assert len(ledger.utterances(Query()).items) == 5
        assert ledger.verify().ok
