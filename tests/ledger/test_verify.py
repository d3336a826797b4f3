"""Any change to history is found, and at the right place."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
import shutil
import sqlite3

from hypothesis import HealthCheck, given, settings, strategies as st
import pytest

from custom_components.earshot.errors import LedgerCorruptError, LedgerUnavailableError
from custom_components.earshot.ledger.body import decode_body, encode_body
from custom_components.earshot.ledger.checkpoint import SigningKey
from custom_components.earshot.ledger.key_files import SIGNING_KEY, TRUSTED_KEYS, trusted
from custom_components.earshot.ledger.ledger import verify_file
from custom_components.earshot.ledger.plain import to_milliseconds
from custom_components.earshot.ledger.record import Contacted
from custom_components.earshot.ledger.tree import Frontier, leaf_hash
from custom_components.earshot.ledger.verify import Failure, StepName, Verdict
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import SAMPLES, utterance, utterance_id

pytestmark = pytest.mark.promise(6)

UTTERANCES = 150
SIZE = 4 * UTTERANCES
"""Entries of the ledger under test: past two stored nodes of 256."""
CHECKPOINTS = (200, 400)
"""Sizes at which a checkpoint was kept."""


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> LedgerHome:
    """Return a sound, closed ledger."""
    home = LedgerHome(tmp_path_factory.mktemp("original"))
    with home.opened() as ledger:
        for number in range(UTTERANCES):
            size = ledger.append(utterance(number)).result().size
            if size in CHECKPOINTS:
                ledger.checkpoint()
    return home


@pytest.fixture
def home(original: LedgerHome, tmp_path: Path) -> Iterator[LedgerHome]:
    """Return a copy of it to tamper with. Afterwards the original is sound as ever."""
    shutil.copytree(original.folder, tmp_path / "copy")
    yield LedgerHome(tmp_path / "copy")
    assert original.verdict().ok


def failure(home: LedgerHome) -> Failure:
    found = home.verdict().failure
    assert found is not None
    return found


def place(home: LedgerHome) -> tuple[StrEnum, int | None, int | None]:
    found = failure(home)
    assert found.number == [*StepName].index(StepName(found.name)) + 1
    return found.name, found.first, found.last


def test_a_sound_ledger_passes_every_step(home: LedgerHome) -> None:
    verdict = home.verdict()
    assert verdict.ok
    assert verdict.failure is None
    assert verdict.size == SIZE
    assert [(step.number, step.name) for step in verdict.steps] == list(enumerate(StepName, 1))
    assert [step.checked for step in verdict.steps] == [SIZE, SIZE, SIZE, 0, 2, 1, 2, UTTERANCES]


def test_an_empty_ledger_is_sound(tmp_path: Path) -> None:
    home = LedgerHome(tmp_path)
    with home.opened() as ledger:
        ledger.checkpoint()
        assert ledger.verify().ok
    assert home.verdict().ok


def test_verification_tells_how_far_it_is(home: LedgerHome) -> None:
    told: list[tuple[int, int]] = []
    verify_file(home.database, trusted(home.keys), lambda done, total: told.append((done, total)))
    assert told[-1] == (SIZE, SIZE)


def test_verification_changes_nothing(home: LedgerHome) -> None:
    before = home.database.read_bytes()
    home.database.chmod(0o400)
    home.database.parent.chmod(0o500)
    assert home.verdict().ok
    assert home.database.read_bytes() == before
    assert [path.name for path in home.database.parent.iterdir()] == ["ledger.db"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    column=st.sampled_from(["salt", "body", "leaf"]),
    index=st.integers(0, SIZE - 1),
    at=st.integers(0, 10_000),
    flip=st.integers(1, 255),
)
def test_any_byte_changed_in_any_entry_is_found_there(
    home: LedgerHome, column: str, index: int, at: int, flip: int
) -> None:
    ((before,),) = home.sql(f'SELECT {column} FROM entry WHERE "index" = ?', index)  # noqa: S608 - a column of ours
    assert isinstance(before, bytes)
    changed = bytearray(before)
    changed[at % len(changed)] ^= flip
    home.sql(f'UPDATE entry SET {column} = ? WHERE "index" = ?', bytes(changed), index)  # noqa: S608 - the same
    assert place(home) == (StepName.LEAVES, index, index)
    home.sql(f'UPDATE entry SET {column} = ? WHERE "index" = ?', before, index)  # noqa: S608 - the same


@pytest.mark.parametrize("index", [0, 1, 255, 256, SIZE - 2])
def test_a_dropped_entry_is_found(home: LedgerHome, index: int) -> None:
    home.sql('DELETE FROM entry WHERE "index" = ?', index)
    assert place(home) == (StepName.NUMBERS, index, index)


@pytest.mark.parametrize("index", [0, 255, 256, SIZE - 2])
def test_a_dropped_entry_is_found_though_the_others_were_moved_up(home: LedgerHome, index: int) -> None:
    home.sql('DELETE FROM entry WHERE "index" = ?', index)
    home.sql('UPDATE entry SET "index" = -"index" WHERE "index" > ?', index)
    home.sql('UPDATE entry SET "index" = -"index" - 1 WHERE "index" < 0')
    assert place(home) == (StepName.BODIES, index, index)


def test_a_doubled_entry_is_found(home: LedgerHome) -> None:
    home.sql(
        'INSERT INTO entry SELECT ?, kind, utterance_id, "at", salt, body, leaf FROM entry WHERE "index" = 5', SIZE
    )
    assert place(home) == (StepName.BODIES, SIZE, SIZE)


@pytest.mark.parametrize(("one", "other"), [(3, 4), (0, SIZE - 1), (255, 256)])
def test_swapped_entries_are_found(home: LedgerHome, one: int, other: int) -> None:
    home.sql('UPDATE entry SET "index" = -1 WHERE "index" = ?', one)
    home.sql('UPDATE entry SET "index" = ? WHERE "index" = ?', one, other)
    home.sql('UPDATE entry SET "index" = ? WHERE "index" = -1', other)
    assert place(home) == (StepName.BODIES, one, one)


@pytest.mark.parametrize("size", [1, 300, 512, SIZE - 4, SIZE - 1])
def test_a_cut_tail_is_found(home: LedgerHome, size: int) -> None:
    home.sql('DELETE FROM entry WHERE "index" >= ?', size)
    nodes_were_cut_too = size >= 512
    name, first, last = place(home)
    assert first == size
    assert (name, last) == ((StepName.HEAD, SIZE - 1) if nodes_were_cut_too else (StepName.NODES, None))


def test_a_cut_tail_is_found_though_everything_derived_was_cut_too(home: LedgerHome) -> None:
    cut_cleanly(home, 204)
    assert place(home) == (StepName.HEAD, 204, SIZE - 1)


def cut_cleanly(home: LedgerHome, size: int) -> None:
    """Cut the tail off, between two utterances, as somebody would who knows the tables."""
    home.sql('DELETE FROM entry WHERE "index" >= ?', size)
    home.sql('DELETE FROM node WHERE ("index" + 1) * 256 > ?', size)
    home.sql("DELETE FROM utterance WHERE first_index >= ?", size)


def test_a_cut_tail_is_found_though_an_old_head_was_put_back(home: LedgerHome) -> None:
    (old,) = home.sql("SELECT note FROM checkpoint ORDER BY number LIMIT 1")[0]
    cut_cleanly(home, CHECKPOINTS[0])
    home.sql("UPDATE head SET note = ?", old)
    assert place(home) == (StepName.CHECKPOINTS, CHECKPOINTS[0], CHECKPOINTS[1] - 1)
    assert failure(home).checkpoint == 1


def test_a_tail_that_was_cut_off_is_still_found_when_the_ledger_has_grown_again(home: LedgerHome) -> None:
    cut_cleanly(home, 500)
    with home.opened() as ledger:
        for number in range(1000, 1100):
            ledger.append(utterance(number)).result()
        found = ledger.verify().failure
    assert found is not None
    assert (found.name, found.checkpoint) == (StepName.CHECKPOINTS, 2)
    assert (found.first, found.last) == (CHECKPOINTS[1], SIZE - 1)


def test_entries_that_nobody_signed_are_found(home: LedgerHome) -> None:
    add_unsigned(home, SIZE)
    assert place(home) == (StepName.HEAD, SIZE, SIZE)


def add_unsigned(home: LedgerHome, index: int) -> None:
    sample = next(sample for sample in SAMPLES if isinstance(sample, Contacted))
    body, salt = encode_body(index, sample), bytes(32)
    values = (index, sample.kind, None, to_milliseconds(sample.at), salt, body, leaf_hash(salt, body))
    home.sql("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", *values)


def rewrite(home: LedgerHome, index: int) -> None:
    """Replace an entry so that it agrees with itself."""
    ((salt, body),) = home.sql('SELECT salt, body FROM entry WHERE "index" = ?', index)
    assert isinstance(salt, bytes)
    assert isinstance(body, bytes)
    changed = body.replace(b'"took_ms":800', b'"took_ms":801')
    assert changed != body
    home.sql('UPDATE entry SET body = ?, leaf = ? WHERE "index" = ?', changed, leaf_hash(salt, changed), index)


@pytest.mark.parametrize(("index", "block"), [(3, (0, 255)), (299, (256, 511))])
def test_a_rewritten_entry_is_found_in_its_block(home: LedgerHome, index: int, block: tuple[int, int]) -> None:
    rewrite(home, index)
    assert place(home) == (StepName.NODES, *block)


@pytest.mark.parametrize(("index", "first"), [(3, 0), (203, 200), (SIZE - 1, 400)])
def test_a_rewritten_entry_is_found_though_the_nodes_were_rewritten_too(
    home: LedgerHome, index: int, first: int
) -> None:
    rewrite(home, index)
    rewrite_nodes(home)
    assert place(home) == (StepName.HEAD, first, SIZE - 1)


def rewrite_nodes(home: LedgerHome) -> Frontier:
    """Replace the stored nodes by those of the leaves as they are now. Return the frontier."""
    frontier = Frontier()
    for (leaf,) in home.sql('SELECT leaf FROM entry ORDER BY "index"'):
        assert isinstance(leaf, bytes)
        for node in frontier.append(leaf):
            home.sql('UPDATE node SET hash = ? WHERE level = ? AND "index" = ?', node.hash, node.level, node.index)
    return frontier


def test_a_history_rewritten_with_a_fresh_key_is_found(home: LedgerHome) -> None:
    rewrite(home, 3)
    frontier, forger = rewrite_nodes(home), SigningKey.generate("earshot/test")
    home.sql("UPDATE head SET note = ?", forger.sign(frontier.size, frontier.root()))
    home.sql("UPDATE meta SET value = ? WHERE name = 'signers'", forger.verifying.text)
    home.sql("DELETE FROM checkpoint")
    assert failure(home).name is StepName.HEAD
    # Even after this installation went on with that database.
    with home.opened() as ledger:
        ledger.append(utterance(9999)).result()
        found = ledger.verify().failure
    assert found is not None
    assert (found.name, found.checkpoint) == (StepName.CHECKPOINTS, 0)


@pytest.mark.parametrize("table", ["head", "checkpoint"])
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 10_000), flip=st.integers(1, 127))
def test_any_character_changed_in_a_note_is_found(home: LedgerHome, table: str, at: int, flip: int) -> None:
    ((before,),) = home.sql(f"SELECT note FROM {table} LIMIT 1")  # noqa: S608 - a table of ours
    assert isinstance(before, str)
    at %= len(before)
    changed = before[:at] + chr(ord(before[at]) ^ flip) + before[at + 1 :]
    home.sql(f"UPDATE {table} SET note = ? WHERE number = 1", changed)  # noqa: S608 - the same
    found = failure(home)
    assert found.name == (StepName.HEAD if table == "head" else StepName.CHECKPOINTS)
    assert found.checkpoint == (None if table == "head" else 0)
    home.sql(f"UPDATE {table} SET note = ? WHERE number = 1", before)  # noqa: S608 - the same


def test_a_missing_head_is_found(home: LedgerHome) -> None:
    home.sql("DELETE FROM head")
    assert place(home) == (StepName.HEAD, 0, SIZE - 1)


@pytest.mark.parametrize("index", [0, 1])
def test_a_changed_node_is_found(home: LedgerHome, index: int) -> None:
    home.sql('UPDATE node SET hash = ? WHERE "index" = ?', bytes(32), index)
    assert place(home) == (StepName.NODES, 256 * index, 256 * index + 255)


def test_a_missing_node_is_found(home: LedgerHome) -> None:
    home.sql('DELETE FROM node WHERE "index" = 1')
    assert place(home) == (StepName.NODES, 256, 511)


@pytest.mark.parametrize(
    "change", ["kind = 'gap'", "kind = NULL", "utterance_id = 'U00000000'", "utterance_id = NULL", '"at" = "at" + 1']
)
def test_an_entry_that_is_indexed_as_another_is_found(home: LedgerHome, change: str) -> None:
    home.sql(f'UPDATE entry SET {change} WHERE "index" = 9')  # noqa: S608 - a change of ours
    assert place(home) == (StepName.BODIES, 9, 9)


@pytest.mark.parametrize("change", ["salt = NULL", "body = NULL", "body = NULL, salt = NULL, kind = NULL"])
def test_an_entry_that_lost_its_facts_is_found(home: LedgerHome, change: str) -> None:
    home.sql(f'UPDATE entry SET {change} WHERE "index" = 9')  # noqa: S608 - a change of ours
    assert place(home) == (StepName.LEAVES, 9, 9)


@pytest.mark.parametrize(
    "change",
    [
        '"at" = 1',
        "first_index = first_index + 1",
        "satellite = NULL",
        "outcome = 'failed'",
        "left_house = 1",
        "places = places + 32",
        "listened = 1",
        "sound_kept = 1",
        "words_kept = 0",
        "words_kept = NULL",
    ],
)
def test_a_list_that_does_not_say_what_the_entries_say_is_found(home: LedgerHome, change: str) -> None:
    home.sql(f"UPDATE utterance SET {change} WHERE utterance_id = ?", utterance_id(7))  # noqa: S608 - a change of ours
    assert failure(home).name is StepName.UTTERANCES
    assert failure(home).utterance_id == utterance_id(7)


def test_an_utterance_missing_from_the_list_is_found(home: LedgerHome) -> None:
    home.sql("DELETE FROM utterance WHERE utterance_id = ?", utterance_id(7))
    found = failure(home)
    assert (found.name, found.utterance_id) == (StepName.UTTERANCES, utterance_id(7))
    (row,) = home.sql('SELECT min("index") FROM entry WHERE utterance_id = ?', utterance_id(7))
    assert found.first == row[0]


def test_an_invented_utterance_in_the_list_is_found(home: LedgerHome) -> None:
    home.sql("INSERT INTO utterance (utterance_id, at, first_index) VALUES ('ghost', 1, 9999)")
    assert failure(home).utterance_id == "ghost"


def test_a_body_that_says_another_place_is_found_though_its_leaf_is_right(home: LedgerHome) -> None:
    ((salt, body),) = home.sql('SELECT salt, body FROM entry WHERE "index" = 9')
    assert isinstance(salt, bytes)
    assert isinstance(body, bytes)
    moved = encode_body(10, decode_body(body)[1])
    home.sql('UPDATE entry SET body = ?, leaf = ? WHERE "index" = 9', moved, leaf_hash(salt, moved))
    assert place(home) == (StepName.BODIES, 9, 9)


def test_nothing_is_believed_without_a_trusted_key(home: LedgerHome) -> None:
    verdict: Verdict = verify_file(home.database, [])
    assert verdict.failure is not None
    assert verdict.failure.name is StepName.HEAD


def test_a_ledger_restored_without_its_keys_goes_on_and_verifies(home: LedgerHome) -> None:
    (home.keys / SIGNING_KEY).unlink()
    (home.keys / TRUSTED_KEYS).unlink()
    with home.opened() as ledger:
        assert len(ledger.keys) == 2
        ledger.append(utterance(9999)).result()
        assert ledger.verify().ok
    with home.opened() as ledger:
        assert ledger.verify().ok


def test_keys_are_taken_from_a_database_again_if_the_first_start_was_broken_off(home: LedgerHome) -> None:
    (home.keys / SIGNING_KEY).unlink()
    with home.opened() as ledger:
        ledger.append(utterance(9999)).result()
        assert ledger.verify().ok


def test_the_keys_of_a_database_are_not_believed_beside_a_key_of_our_own(home: LedgerHome) -> None:
    (home.keys / TRUSTED_KEYS).unlink()
    own = SigningKey.generate("earshot/test")
    (home.keys / SIGNING_KEY).write_text(own.dump())
    with home.opened() as ledger:
        assert ledger.keys == (own.verifying,)
        found = ledger.verify().failure
    assert found is not None
    assert found.name is StepName.HEAD


def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerUnavailableError):
        verify_file(tmp_path / "nothing.db", [])
    (tmp_path / "text.db").write_text("no database at all, and long enough to be looked at" * 50)
    with pytest.raises(LedgerCorruptError):
        verify_file(tmp_path / "text.db", [])


def test_a_ledger_that_was_not_closed_is_verified_with_its_log(home: LedgerHome) -> None:
    connection = sqlite3.connect(home.database)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute('DELETE FROM entry WHERE "index" = 0')
    connection.commit()
    assert place(home) == (StepName.NUMBERS, 0, 0)
    connection.close()
