"""Of a ledger of a thousand entries, whatever is changed at any place is found, and found there."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from itertools import accumulate
from pathlib import Path
import shutil
from typing import cast

import pytest

from custom_components.earshot.ledger.body import decode_body, encode_body
from custom_components.earshot.ledger.checkpoint import SigningKey, parse_note
from custom_components.earshot.ledger.chunk_check import glance_at
from custom_components.earshot.ledger.entry_check import check_entry
from custom_components.earshot.ledger.erasure import Selection
from custom_components.earshot.ledger.export_verify import ExportStep, verify_export
from custom_components.earshot.ledger.plain import to_milliseconds
from custom_components.earshot.ledger.record import KINDS, Redacted
from custom_components.earshot.ledger.store import NODE_LEVELS, EntryRow, Snapshot, Values
from custom_components.earshot.ledger.tree import Frontier, leaf_hash
from custom_components.earshot.ledger.verdict import Wrong
from custom_components.earshot.ledger.verify import StepName, verify
from tests.ledger.conftest import LedgerHome
from tests.ledger.memory_snapshot import MemorySnapshot
from tests.ledger.samples import SAMPLES, utterance, utterance_id

pytestmark = pytest.mark.promise(6)

UTTERANCES = 245
REDACTED = (3, 4, 5, 60, 121, 200)
"""Utterances of which only the leaves are left."""
LATER = 6
"""So many utterances later each of them was redacted."""
SIZE = 4 * UTTERANCES + len(SAMPLES) - 1 + len(REDACTED)
CHECKPOINTS = (300, 600, 900)
"""At these sizes, about, a checkpoint is kept."""

INDEX, KIND, UTTERANCE, AT, SALT, BODY, LEAF = range(7)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> LedgerHome:
    """Return a sound ledger that is closed."""
    home = LedgerHome(tmp_path_factory.mktemp("sound"))
    with home.opened() as opened:
        sizes = iter(CHECKPOINTS)
        stop = next(sizes)
        for number in range(UTTERANCES):
            size = opened.append(utterance(number)).result().size
            if number - LATER in REDACTED:
                opened.redact(Selection(utterance_ids=(utterance_id(number - LATER),)), by="Anna")
            if size > stop:
                opened.checkpoint()
                stop = next(sizes, SIZE)
        opened.append([sample for sample in SAMPLES if not isinstance(sample, Redacted)]).result()
    return home


@pytest.fixture(scope="module")
def ledger(sound: LedgerHome) -> MemorySnapshot:
    """Return it in memory."""
    with sound.opened() as opened, opened._store.read() as snapshot:
        return MemorySnapshot.of(snapshot, opened.keys)


@pytest.fixture(scope="module")
def exported(sound: LedgerHome) -> bytes:
    """Return a small export of it, with redacted entries and the one that names them."""
    with sound.opened() as opened:
        return b"".join(opened.export(first=FIRST, end=FIRST + 19))


FIRST = 22
"""First entry of the export."""


def place(snapshot: MemorySnapshot) -> tuple[object, int | None, int | None]:
    failure = snapshot.verdict().failure
    assert failure is not None
    return failure.name, failure.first, failure.last


def redacted(row: Values) -> bool:
    return row[BODY] is None


def test_the_ledger_is_sound_and_has_everything_that_can_be_tampered_with(ledger: MemorySnapshot) -> None:
    verdict = ledger.verdict()
    assert verdict.failure is None
    assert (verdict.ok, verdict.size, verdict.redacted) == (True, SIZE, 4 * len(REDACTED))
    assert {row[KIND] for row in ledger.rows if not redacted(row)} == KINDS.keys()
    assert len(ledger.notes) == len(CHECKPOINTS)
    assert len(ledger.nodes) == SIZE // 2**NODE_LEVELS == 3


def flips(data: bytes) -> Iterator[bytes]:
    """Yield data with each of its bytes changed, in turn by every single bit."""
    for at in range(len(data)):
        yield data[:at] + bytes([data[at] ^ (1 << at % 8)]) + data[at + 1 :]


@pytest.mark.parametrize("column", [SALT, BODY, LEAF])
def test_any_byte_of_any_entry_is_missed(ledger: MemorySnapshot, column: int) -> None:
    """Every byte there is: each changed entry is refused by the quick look and named by the close one."""
    for row in ledger.rows:
        if redacted(row):
            continue
        index = row[INDEX]
        for changed in flips(row[column]):
            values = (*row[:column], changed, *row[column + 1 :])
            assert glance_at(index, [values]) is None
            with pytest.raises(Wrong) as wrong:
                check_entry(index, EntryRow(*values))
            assert wrong.value.failure(StepName).first == index


COLUMNS = (KIND, UTTERANCE, AT, SALT, BODY, LEAF)


def test_a_value_changed_in_any_column_of_any_entry_is_missed(ledger: MemorySnapshot) -> None:
    for row in ledger.rows:
        for column in COLUMNS:
            values = (*row[:column], other(row[column], column), *row[column + 1 :])
            if redacted(row) and column == LEAF:
                continue
            assert glance_at(row[INDEX], [values]) is None
            with pytest.raises(Wrong) as wrong:
                check_entry(row[INDEX], EntryRow(*values))
            assert wrong.value.failure(StepName).first == row[INDEX]


def test_a_changed_value_is_found_in_the_whole_ledger_at_its_entry(ledger: MemorySnapshot) -> None:
    """Every entry, one column of each in turn."""
    for row in ledger.rows:
        index, column = row[INDEX], COLUMNS[row[INDEX] % len(COLUMNS)]
        if redacted(row) and column == LEAF:
            continue
        step = StepName.BODIES if column in {KIND, UTTERANCE, AT} and not redacted(row) else StepName.LEAVES
        assert place(ledger.with_value(index, column, other(row[column], column))) == (step, index, index)


def other(value: object, column: int) -> object:
    """Return another value of the kind that a column holds."""
    match value:
        case None:
            return {KIND: "gap", UTTERANCE: "U", AT: 1}.get(column, bytes(32))
        case str():
            return "gap" if value != "gap" else "heard"
        case int():
            return value + 1
        case bytes():
            return value[:-1] + bytes([value[-1] ^ 1])
    raise AssertionError


def test_a_value_of_another_type_is_found_in_its_entry(ledger: MemorySnapshot) -> None:
    """SQLite lets any column hold any value."""
    for index in (0, 9, 300, SIZE - 1):
        for column in (KIND, UTTERANCE, AT, SALT, BODY, LEAF):
            for value in ("text", b"bytes", 1.5, None, ""):
                if ledger.rows[index][column] != value:
                    assert place(ledger.with_value(index, column, value))[1:] == (index, index), (index, column, value)


def test_any_byte_of_a_redacted_leaf_is_missed_in_its_block(ledger: MemorySnapshot) -> None:
    for index in [row[INDEX] for row in ledger.rows if redacted(row)][::5]:
        for leaf in flips(ledger.rows[index][LEAF]):
            begin = index // 256 * 256
            expected = (StepName.NODES, begin, begin + 255)
            if begin + 256 > SIZE:
                expected = (StepName.HEAD, sound_until(ledger, index), SIZE - 1)
            assert place(ledger.with_value(index, LEAF, leaf)) == expected


def sound_until(ledger: MemorySnapshot, index: int) -> int:
    """Return the largest size at which a checkpoint does not speak of an entry."""
    return max((size for note in ledger.notes if (size := parse_note(note).size) <= index), default=0)


def test_any_entry_that_is_dropped_is_missed(ledger: MemorySnapshot) -> None:
    for index in range(SIZE):
        step = StepName.NUMBERS if index < SIZE - 1 else StepName.HEAD
        assert place(ledger.with_row(index)) == (step, index, index)


def renumbered(rows: Sequence[Values]) -> list[Values]:
    return [(index, *row[1:]) for index, row in enumerate(rows)]


def first_whole(ledger: MemorySnapshot, index: int) -> int:
    """Return the first entry from an index on that says where it stands."""
    return next(at for at in range(index, SIZE) if not redacted(ledger.rows[at]))


def test_any_entry_that_is_dropped_is_missed_though_the_others_moved_up(ledger: MemorySnapshot) -> None:
    for index in range(SIZE - 1):
        changed = replace(ledger, rows=renumbered(ledger.rows[:index] + ledger.rows[index + 1 :]))
        moved = first_whole(ledger, index + 1) - 1
        assert place(changed) == (StepName.BODIES, moved, moved)


def test_any_entry_that_is_doubled_is_found(ledger: MemorySnapshot) -> None:
    for index in range(SIZE):
        rows = ledger.rows[: index + 1] + ledger.rows[index:]
        assert place(replace(ledger, rows=rows)) == (StepName.NUMBERS, index + 1, index - 1)
        if index % 5:
            continue
        # A redacted one does not say where it stands; the next that does is one too far.
        moved = first_whole(ledger, index) + 1
        assert place(replace(ledger, rows=renumbered(rows))) == (StepName.BODIES, moved, moved)


def test_any_two_neighbours_that_are_swapped_are_found(ledger: MemorySnapshot) -> None:
    for index in range(SIZE - 1):
        first, second = ledger.rows[index : index + 2]
        if redacted(first) and redacted(second):
            continue
        rows = renumbered([*ledger.rows[:index], second, first, *ledger.rows[index + 2 :]])
        moved = index if not redacted(second) else index + 1
        assert place(replace(ledger, rows=rows)) == (StepName.BODIES, moved, moved)


def test_swapped_redacted_leaves_are_found_in_their_block(ledger: MemorySnapshot) -> None:
    index = 4 * REDACTED[0]
    first, second = ledger.rows[index : index + 2]
    rows = renumbered([*ledger.rows[:index], second, first, *ledger.rows[index + 2 :]])
    assert place(replace(ledger, rows=rows)) == (StepName.NODES, 0, 255)


def cut(ledger: MemorySnapshot, size: int) -> MemorySnapshot:
    """Cut the tail off, with everything that is derived from it."""
    nodes = {key: value for key, value in ledger.nodes.items() if (key[1] + 1) << key[0] <= size}
    rows = ledger.rows[:size]
    names = {row[UTTERANCE] for row in rows}
    return replace(ledger, rows=rows, nodes=nodes, utterances=[row for row in ledger.utterances if row[0] in names])


def test_a_tail_that_is_cut_off_at_any_size_is_missed(ledger: MemorySnapshot) -> None:
    named = {row[INDEX]: decode_body(row[BODY])[1] for row in ledger.rows if row[KIND] == Redacted.kind}
    for size in range(SIZE):
        # Where the entry that names redacted ones was cut off, these are the first to be missed.
        cut_off = [record.entries[0].first for index, record in named.items() if index >= size]  # type: ignore[union-attr]  # redactions
        unnamed = min((first for first in cut_off if first < size), default=None)
        expected = (StepName.HEAD, size, SIZE - 1) if unnamed is None else (StepName.REDACTIONS, unnamed, unnamed)
        assert place(cut(ledger, size)) == expected


def test_a_redacted_entry_that_is_given_facts_again_is_found(ledger: MemorySnapshot) -> None:
    for index in [row[INDEX] for row in ledger.rows if redacted(row)]:
        record = SAMPLES[-1]
        salt, body = bytes(32), encode_body(index, record)
        forged = (index, record.kind, record.utterance_id, to_milliseconds(record.at), salt, body)
        assert place(ledger.with_row(index, (*forged, ledger.rows[index][LEAF]))) == (StepName.LEAVES, index, index)
        # And with a leaf to it: it is named as redacted, and there.
        changed = ledger.with_row(index, (*forged, leaf_hash(salt, body)))
        assert place(changed) == (StepName.REDACTIONS, index, index)


def test_any_entry_that_loses_its_facts_unnamed_is_missed(ledger: MemorySnapshot) -> None:
    for row in ledger.rows:
        if not redacted(row):
            index = row[INDEX]
            nothing = (index, None, None, None, None, None, row[LEAF])
            name, first, _ = place(ledger.with_row(index, nothing))
            assert name is StepName.REDACTIONS
            # An entry that names others takes their names with it, and they stand before it.
            assert first == index if row[KIND] != Redacted.kind else first is not None and first < index


def test_any_byte_of_a_stored_node_is_missed(ledger: MemorySnapshot) -> None:
    for (level, index), node in ledger.nodes.items():
        for changed in flips(node):
            nodes = ledger.nodes | {(level, index): changed}
            expected = (StepName.NODES, index << level, ((index + 1) << level) - 1)
            assert place(replace(ledger, nodes=nodes)) == expected
        nodes = {key: value for key, value in ledger.nodes.items() if key != (level, index)}
        assert place(replace(ledger, nodes=nodes))[0] is StepName.NODES
    assert place(replace(ledger, nodes=ledger.nodes | {(8, 3): bytes(32)})) == (StepName.NODES, SIZE, None)


def test_any_character_of_the_head_is_missed(ledger: MemorySnapshot) -> None:
    assert ledger.note is not None
    for changed in flips(ledger.note.encode()):
        assert place(replace(ledger, note=changed.decode(errors="replace")))[0] is StepName.HEAD


def test_any_character_of_a_checkpoint_is_missed(ledger: MemorySnapshot) -> None:
    for number, note in enumerate(ledger.notes):
        for changed in flips(note.encode()):
            notes = [*ledger.notes[:number], changed.decode(errors="replace"), *ledger.notes[number + 1 :]]
            failure = replace(ledger, notes=notes).verdict().failure
            assert failure is not None
            assert (failure.name, failure.checkpoint) == (StepName.CHECKPOINTS, number)


def test_any_value_in_the_list_of_utterances_is_missed(ledger: MemorySnapshot) -> None:
    """Every listed utterance, one column of each in turn."""
    for number, row in enumerate(ledger.utterances):
        column = number % len(row)
        changed = ledger.with_listed(number, column, otherwise(row[column]))
        failure = changed.verdict().failure
        assert failure is not None
        assert failure.name is StepName.UTTERANCES
        assert failure.utterance_id == changed.utterances[number][0]


def otherwise(value: object) -> object:
    match value:
        case None:
            return "hall"
        case str():
            return f"{value}x"
        case int():
            return value + 1
    raise AssertionError


@pytest.mark.parametrize("column", range(10))
def test_a_value_of_another_type_in_the_list_is_missed(ledger: MemorySnapshot, column: int) -> None:
    for value in ("text", b"bytes", 1.5, None):
        if ledger.utterances[7][column] != value:
            failure = ledger.with_listed(7, column, value).verdict().failure
            assert failure is not None
            assert failure.name is StepName.UTTERANCES


def test_any_utterance_that_is_not_listed_or_twice_is_found(ledger: MemorySnapshot) -> None:
    for number in range(len(ledger.utterances)):
        listed = [*ledger.utterances[:number], *ledger.utterances[number + 1 :]]
        assert place(replace(ledger, utterances=listed))[0] is StepName.UTTERANCES
    doubled = [*ledger.utterances[:5], *ledger.utterances[4:]]
    assert place(replace(ledger, utterances=doubled))[0] is StepName.UTTERANCES


def rewritten(ledger: MemorySnapshot, index: int) -> tuple[MemorySnapshot, Frontier]:
    """Change one entry, and everything that follows from it but the signatures."""
    row = ledger.rows[index]
    said, record = decode_body(row[BODY])
    at = record.at + timedelta(milliseconds=1)
    body = encode_body(said, replace(record, at=at))
    leaf = leaf_hash(row[SALT], body)
    changed = ledger.with_row(index, (*row[:AT], to_milliseconds(at), row[SALT], body, leaf))
    frontier = Frontier()
    nodes = {(node.level, node.index): node.hash for node in frontier.extend([row[LEAF] for row in changed.rows], 8)}
    names = [one[0] for one in changed.utterances]
    listed = changed.utterances
    if (name := row[UTTERANCE]) in names and listed[names.index(name)][2] == index:
        listed = changed.with_listed(names.index(name), 1, to_milliseconds(at)).utterances
    return replace(changed, nodes=nodes, utterances=listed), frontier


def test_a_history_that_is_rewritten_from_any_entry_on_is_found(ledger: MemorySnapshot) -> None:
    for row in ledger.rows[::7]:
        if redacted(row):
            continue
        changed, _ = rewritten(ledger, row[INDEX])
        assert place(changed) == (StepName.HEAD, sound_until(ledger, row[INDEX]), SIZE - 1)


def test_a_history_that_is_rewritten_with_a_fresh_key_disagrees_with_what_was_witnessed(ledger: MemorySnapshot) -> None:
    """The forger has everything: database, keys, and the folder of trusted keys. Only the witness is out of reach."""
    for note in ledger.notes:
        witnessed = parse_note(note)
        for index in range(0, SIZE, 41):
            if redacted(ledger.rows[index]):
                continue
            changed, frontier = rewritten(ledger, index)
            forger = SigningKey.generate("earshot/test")
            head = forger.sign(frontier.size, frontier.root())
            forged = replace(changed, note=head, notes=[], keys=(forger.verifying,))
            assert forged.verdict().ok
            failure = verify(cast("Snapshot", forged), forged.keys, noted=[witnessed]).failure
            # What stands behind the witnessed size, nobody witnessed.
            assert (failure is not None) == (index < witnessed.size)
            if failure is not None:
                assert (failure.name, failure.first, failure.last) == (StepName.CHECKPOINTS, 0, witnessed.size - 1)


@pytest.mark.parametrize("column", ["kind", "utterance_id"])
def test_text_that_is_no_text_is_found_in_its_entry(sound: LedgerHome, tmp_path: Path, column: str) -> None:
    home = LedgerHome(Path(shutil.copytree(sound.folder, tmp_path / "copy")))
    for index in (0, 9, 700):
        ((before,),) = home.sql(f'SELECT {column} FROM entry WHERE "index" = ?', index)  # noqa: S608 - a column of ours
        home.sql(f"UPDATE entry SET {column} = CAST(X'75FF' AS TEXT) WHERE \"index\" = ?", index)  # noqa: S608 - the same
        failure = home.verdict().failure
        assert failure is not None
        assert (failure.name, failure.first, failure.last) == (StepName.BODIES, index, index)
        home.sql(f'UPDATE entry SET {column} = ? WHERE "index" = ?', before, index)  # noqa: S608 - the same


@pytest.mark.parametrize(
    ("change", "step"),
    [
        ("UPDATE utterance SET satellite = CAST(X'75FF' AS TEXT) WHERE first_index = 4", StepName.UTTERANCES),
        ("UPDATE utterance SET first_index = 'first' WHERE first_index = 4", StepName.UTTERANCES),
        ("UPDATE utterance SET first_index = -600 WHERE first_index = 4", StepName.UTTERANCES),
        ("UPDATE utterance SET first_index = -508 WHERE first_index = 4", StepName.UTTERANCES),
        ("UPDATE head SET note = CAST(X'75FF' AS TEXT)", StepName.HEAD),
        ("UPDATE checkpoint SET note = CAST(X'75FF' AS TEXT) WHERE number = 2", StepName.CHECKPOINTS),
        ("UPDATE node SET hash = 'text' WHERE \"index\" = 1", StepName.NODES),
        ('UPDATE entry SET body = CAST(body AS TEXT) WHERE "index" = 700', StepName.LEAVES),
        ('UPDATE entry SET leaf = 5 WHERE "index" = 12', StepName.LEAVES),
    ],
)
def test_values_that_no_ledger_writes_are_found(sound: LedgerHome, tmp_path: Path, change: str, step: StepName) -> None:
    home = LedgerHome(Path(shutil.copytree(sound.folder, tmp_path / "copy")))
    home.sql(change)
    failure = home.verdict().failure
    assert failure is not None
    assert failure.name is step


def test_any_byte_of_an_export_is_missed(exported: bytes, ledger: MemorySnapshot) -> None:
    """Of each line the place is named; in the header only the names of keys are nobody's concern."""
    lines = exported.splitlines(keepends=True)
    begins = list(accumulate(map(len, lines), initial=0))
    named = exported.index(b'"keys":'), exported.index(b'"left":')
    for at, changed in enumerate(flips(exported)):
        verdict = verify_export(BytesIO(changed), ledger.keys)
        if named[0] <= at < named[1] and verdict.ok:
            continue
        assert not verdict.ok, at
        assert verdict.failure is not None
        line = bisect_right(begins, at) - 1
        if not 0 < line < len(lines) - 1:
            continue
        index = FIRST + line - 1
        if verdict.failure.name is ExportStep.TREE:
            # Nothing but its leaf is known of a redacted one.
            assert redacted(ledger.rows[index])
        else:
            assert verdict.failure.first == index


def test_any_line_of_an_export_that_is_dropped_or_doubled_or_swapped_is_missed(
    exported: bytes, ledger: MemorySnapshot
) -> None:
    lines = exported.splitlines(keepends=True)
    for at in range(len(lines)):
        for changed in (
            lines[:at] + lines[at + 1 :],
            lines[: at + 1] + lines[at:],
            [*lines[:at], *lines[at : at + 2][::-1], *lines[at + 2 :]],
        ):
            if changed != lines:
                assert not verify_export(BytesIO(b"".join(changed)), ledger.keys).ok


def test_an_export_that_is_cut_off_anywhere_is_missed(exported: bytes, ledger: MemorySnapshot) -> None:
    for size in range(0, len(exported), 9):
        assert not verify_export(BytesIO(exported[:size]), ledger.keys).ok
