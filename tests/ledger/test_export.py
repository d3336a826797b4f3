"""An export proves itself, and whatever is changed in it is found."""

from collections.abc import Callable
from io import BytesIO
import json
from pathlib import Path

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.earshot.errors import LedgerCorruptError, LedgerError
from custom_components.earshot.ledger.checkpoint import SigningKey, VerifyingKey
from custom_components.earshot.ledger.erasure import Selection
from custom_components.earshot.ledger.export import MAX_LINE_BYTES, ExportReader
from custom_components.earshot.ledger.export_verify import ExportStep, verify_export
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.verdict import Verdict
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import utterance, utterance_id

SIZE = 280


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[tuple[int, int], bytes], tuple[VerifyingKey, ...]]:
    """Return exports of some ranges of one ledger of 280 entries, and its keys."""
    with LedgerHome(tmp_path_factory.mktemp("exported")).opened() as ledger:
        for number in range(SIZE // 4):
            ledger.append(utterance(number))
        ledger.checkpoint()
        ranges = [(0, SIZE), (0, 1), (5, 6), (4, 8), (100, 261), (256, SIZE), (279, SIZE), (255, 257)]
        files = {(first, end): b"".join(ledger.export(first=first, end=end)) for first, end in ranges}
        return files, ledger.keys


type Sound = tuple[dict[tuple[int, int], bytes], tuple[VerifyingKey, ...]]


def verdict(data: bytes, keys: tuple[VerifyingKey, ...]) -> Verdict:
    return verify_export(BytesIO(data), keys)


def test_an_export_of_any_range_verifies_without_the_ledger(sound: Sound) -> None:
    files, keys = sound
    for (first, end), data in files.items():
        found = verdict(data, keys)
        assert found.ok, found.failure
        assert found.size == end - first
        assert [step.name for step in found.steps] == list(ExportStep)
        assert {found.root} == {verdict(files[0, SIZE], keys).root}


def test_an_export_is_of_all_entries_unless_it_is_told_otherwise(ledger: Ledger) -> None:
    ledger.append(utterance(1)).result()
    assert b"".join(ledger.export()) == b"".join(ledger.export(first=0, end=4))
    reader = ExportReader(BytesIO(b"".join(ledger.export())))
    assert (reader.header.first, reader.header.end, reader.header.keys) == (0, 4, ledger.keys)
    stored = [(entry.index, entry.leaf_hash) for entry in ledger.entries(utterance_id(1))]
    assert [(entry.index, entry.leaf.hex()) for entry in reader.entries()] == stored


@pytest.mark.parametrize(("first", "end"), [(0, 5), (-1, 4), (3, 3), (4, None), (4, 2)])
def test_there_is_no_export_of_entries_that_are_not_there(ledger: Ledger, first: int, end: int | None) -> None:
    ledger.append(utterance(1)).result()
    with pytest.raises(LedgerError):
        list(ledger.export(first=first, end=end))


def test_an_empty_ledger_has_nothing_to_export(ledger: Ledger) -> None:
    with pytest.raises(LedgerError):
        list(ledger.export())


def test_an_export_names_what_is_redacted_and_holds_nothing_of_it(ledger: Ledger) -> None:
    for number in range(5):
        ledger.append(utterance(number)).result()
    ledger.redact(Selection(utterance_ids=(utterance_id(2),)), by="Anna")
    whole, part = b"".join(ledger.export()), b"".join(ledger.export(first=6, end=14))
    assert utterance_id(2).encode() not in whole
    assert (verdict(whole, ledger.keys).ok, verdict(whole, ledger.keys).redacted) == (True, 4)
    assert (verdict(part, ledger.keys).ok, verdict(part, ledger.keys).redacted) == (True, 4)


def test_an_entry_that_is_made_to_look_redacted_is_found(sound: Sound) -> None:
    files, keys = sound
    lines = files[0, SIZE].splitlines(keepends=True)
    plain = json.loads(lines[10])
    lines[10] = json.dumps({"index": 9, "leaf": plain["leaf"]}, separators=(",", ":")).encode() + b"\n"
    assert place(b"".join(lines), keys) == (ExportStep.REDACTIONS, 9)


def place(data: bytes, keys: tuple[VerifyingKey, ...]) -> tuple[str, int | None]:
    found = verdict(data, keys).failure
    assert found is not None
    assert found.number == list(ExportStep).index(ExportStep(found.name)) + 1
    return found.name, found.first


def without(number: int) -> Callable[[list[bytes]], list[bytes]]:
    return lambda lines: [*lines[:number], *lines[number + 1 :]]


@pytest.mark.promise(6)
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (without(0), (ExportStep.HEADER, None)),
        (without(6), (ExportStep.NUMBERS, 105)),
        (without(-1), (ExportStep.LINES, 261)),
        (lambda lines: lines[:50], (ExportStep.LINES, 149)),
        (lambda lines: [*lines, b"{}\n"], (ExportStep.LINES, 261)),
        (lambda lines: [*lines[:6], lines[5], *lines[6:]], (ExportStep.NUMBERS, 105)),
        (lambda lines: [*lines[:5], lines[6], lines[5], *lines[7:]], (ExportStep.NUMBERS, 104)),
        (lambda lines: [lines[0].replace(b'"first":100', b'"first":101'), *lines[1:]], (ExportStep.HEADER, None)),
        (lambda lines: [lines[0].replace(b'"first":100', b'"first":104'), *lines[1:]], (ExportStep.NUMBERS, 104)),
        (lambda lines: [lines[0].replace(b'"end":261', b'"end":281'), *lines[1:]], (ExportStep.CHECKPOINT, 280)),
        (lambda lines: [lines[0].replace(b"\\n280\\n", b"\\n281\\n"), *lines[1:]], (ExportStep.CHECKPOINT, None)),
        (lambda lines: [*lines[:-1], b'{"right":[]}\n'], (ExportStep.TREE, 261)),
        (lambda lines: [lines[0][:-1] + b" \n", *lines[1:]], (ExportStep.HEADER, None)),
    ],
)
def test_what_was_done_to_an_export_is_found_at_its_place(
    sound: Sound, change: Callable[[list[bytes]], list[bytes]], expected: tuple[str, int | None]
) -> None:
    files, keys = sound
    lines = files[100, 261].splitlines(keepends=True)
    changed = change(lines)
    assert changed != lines
    assert place(b"".join(changed), keys) == expected


@pytest.mark.promise(6)
@settings(max_examples=200, deadline=None)
@given(at=st.integers(0, 10**6), flip=st.integers(1, 255))
def test_any_byte_changed_in_an_export_is_found(sound: Sound, at: int, flip: int) -> None:
    files, keys = sound
    data = bytearray(files[255, 257])
    at %= len(data)
    data[at] ^= flip
    if data[:at].count(b"\n") == 0 and b'"keys"' in data[:at] and b'"left"' not in data[:at]:
        # The keys that a file names are for people, and are not believed: they may be others, if they are keys.
        return
    assert not verdict(bytes(data), keys).ok


def test_an_export_is_believed_by_its_keys_alone(sound: Sound) -> None:
    files, keys = sound
    other = SigningKey.generate(keys[0].name).verifying
    assert place(files[0, 1], (other,)) == (ExportStep.CHECKPOINT, None)
    assert place(files[0, 1], ()) == (ExportStep.CHECKPOINT, None)


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_with_one_error(data: bytes) -> None:
    with pytest.raises(LedgerCorruptError):
        ExportReader(BytesIO(data))
    assert verdict(data, ()).failure is not None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.data())
def test_any_values_in_its_fields_are_refused_with_one_error(sound: Sound, data: st.DataObject) -> None:
    files, keys = sound
    lines = files[255, 257].splitlines()
    number = data.draw(st.integers(0, len(lines) - 1))
    plain = json.loads(lines[number])
    field = data.draw(st.sampled_from(sorted(plain)))
    plain[field] = data.draw(json_values.filter(lambda value: value != plain[field]))
    lines[number] = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode(
        errors="replace"
    )
    found = verdict(b"\n".join(lines) + b"\n", keys)
    assert not found.ok or (field == "keys" and plain[field] == [])


def test_a_line_without_an_end_is_not_read_into_memory(sound: Sound) -> None:
    class Endless(BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            assert 0 < size <= MAX_LINE_BYTES + 1
            return b"x" * size

    with pytest.raises(LedgerCorruptError, match="too long"):
        ExportReader(Endless())


def test_the_page_shows_an_export_as_it_is() -> None:
    page = (Path(__file__).parents[2] / "docs" / "ledger-format.md").read_text(encoding="utf-8")
    section = page.split("## How to verify an export")[1].split("\n## ")[0]
    listed = [line.split("**")[1] for line in section.splitlines() if line[:1].isdigit()]
    assert listed == list(ExportStep)
