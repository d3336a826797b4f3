"""An export carries contents only for whoever asked, after that was entered, and each can be checked by itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
import hmac
from io import BytesIO
import json
from typing import Any

from hypothesis import given, settings, strategies as st
import pytest

from custom_components.earshot.errors import LedgerCorruptError, LedgerError, LedgerUnavailableError
from custom_components.earshot.ledger.checkpoint import VerifyingKey
from custom_components.earshot.ledger.export import ExportedContent, ExportedEntry, ExportedPart, ExportReader
from custom_components.earshot.ledger.export_contents import PART_BYTES
from custom_components.earshot.ledger.export_verify import ExportStep, verify_export
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.opening import Opened, Wanted
from custom_components.earshot.ledger.record import Erased, Record, Stored
from custom_components.earshot.models import ContentKind
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import DISK, NOON, utterance, utterance_id
from tests.ledger.test_export import json_values

SPOKEN = "turn on the marzipan light"
ALL = frozenset(ContentKind)


def key_of(number: int, kind: ContentKind) -> bytes:
    return hmac.digest(b"vault", f"{number}.{kind}".encode(), "sha256")


def stored(number: int, kind: ContentKind, content: bytes) -> Stored:
    commitment = hmac.digest(key_of(number, kind), content, "sha256").hex()
    name = utterance_id(number)
    return Stored(utterance_id=name, at=NOON, content=kind, ear=DISK, size=len(content), commitment=commitment)


@dataclass
class Shelf:
    """Stands in for the vault and for whoever enters that something is opened."""

    contents: dict[tuple[str, ContentKind], bytes | str] = field(default_factory=dict)
    kinds: frozenset[ContentKind] = ALL
    log: list[str] = field(default_factory=list)

    def announce(self, wanted: Sequence[Wanted]) -> None:
        self.log.append("announced " + " ".join(f"{one.index}.{one.kind}" for one in wanted))

    def read(self, wanted: Wanted) -> Opened | str | None:
        self.log.append(f"read {wanted.index}.{wanted.kind}")
        content = self.contents.get((wanted.utterance_id, wanted.kind))
        number = int(wanted.utterance_id[1:])
        return Opened(content, key_of(number, wanted.kind)) if isinstance(content, bytes) else content


def fill(ledger: Ledger, contents: dict[tuple[int, ContentKind], bytes]) -> Shelf:
    """Enter utterances with these contents, and put them on a shelf."""
    for number in sorted({number for number, _ in contents}):
        heard, processed, _, finished = utterance(number)
        story: list[Record] = [heard, processed]
        story += [stored(n, kind, content) for (n, kind), content in contents.items() if n == number]
        ledger.append([*story, finished]).result()
    return Shelf({(utterance_id(number), kind): content for (number, kind), content in contents.items()})


CONTENTS: dict[tuple[int, ContentKind], bytes] = {
    (0, ContentKind.WORDS): SPOKEN.encode(),
    (0, ContentKind.SOUND): bytes(range(256)) * 500,
    (0, ContentKind.RESPONSE): b"Turned on the marzipan light",
    (1, ContentKind.WORDS): 'Küche "\\\n\x00 \N{PILE OF POO}'.encode(),
    (2, ContentKind.SOUND): b"",
    (3, ContentKind.WORDS): b"\xff is no text",
    (4, ContentKind.RESPONSE): b"x" * (64 * 1024 + 1),
}


def verdict(data: bytes, keys: tuple[VerifyingKey, ...]) -> Any:
    return verify_export(BytesIO(data), keys)


def contents_of(data: bytes) -> dict[tuple[int, ContentKind], bytes | str]:
    """Read what a file holds, by the index of the entry."""
    found: dict[tuple[int, ContentKind], bytes | str] = {}
    last = (0, ContentKind.WORDS)
    index = 0
    for line in ExportReader(BytesIO(data)).lines():
        match line:
            case ExportedEntry():
                index = line.index
            case ExportedContent():
                last = (index, line.kind)
                found[last] = line.problem or line.words or b""
            case ExportedPart():
                before = found[last]
                assert isinstance(before, bytes)
                found[last] = before + line.data
    return found


type Sound = tuple[bytes, tuple[VerifyingKey, ...]]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    with LedgerHome(tmp_path_factory.mktemp("contents")).opened() as ledger:
        return b"".join(ledger.export(contents=fill(ledger, CONTENTS))), ledger.keys


def test_an_export_with_contents_verifies_and_gives_them_back(sound: Sound) -> None:
    data, keys = sound
    found = verdict(data, keys)
    assert found.ok, found.failure
    assert found.steps[-1].checked == len(CONTENTS)
    assert sorted(map(repr, contents_of(data).values())) == sorted(map(repr, CONTENTS.values()))


def test_the_same_export_without_contents_holds_nothing_of_what_was_said(ledger: Ledger) -> None:
    shelf = fill(ledger, CONTENTS)
    plain, full = b"".join(ledger.export()), b"".join(ledger.export(contents=shelf))
    assert b"marzipan" in full
    assert b"marzipan" not in plain
    # What is there of entries is the same, byte for byte.
    lines = set(full.splitlines())
    assert all(line in lines for line in plain.splitlines()[1:])
    assert ExportReader(BytesIO(plain)).header.contents == frozenset()
    assert [entry.index for entry in ExportReader(BytesIO(full)).entries()] == list(range(ledger.size()))


@pytest.mark.promise(7)
def test_nothing_is_opened_before_it_was_announced_and_nothing_else(ledger: Ledger) -> None:
    shelf = fill(ledger, CONTENTS)
    list(ledger.export(contents=shelf))
    announced: set[str] = set()
    for line in shelf.log:
        what, *names = line.split()
        if what == "announced":
            announced |= set(names)
        else:
            assert set(names) <= announced
    assert len(announced) == len(CONTENTS) == sum(line.startswith("read") for line in shelf.log)


@pytest.mark.promise(7)
def test_what_cannot_be_announced_is_not_opened(ledger: Ledger) -> None:
    shelf = fill(ledger, CONTENTS)

    def refuse(_: Sequence[Wanted]) -> None:
        raise LedgerUnavailableError

    shelf.announce = refuse  # type: ignore[method-assign, assignment]  # a source whose ledger is ill
    with pytest.raises(LedgerUnavailableError):
        list(ledger.export(contents=shelf))
    assert not shelf.log


def test_contents_that_were_not_asked_for_stay_closed(ledger: Ledger) -> None:
    shelf = fill(ledger, CONTENTS)
    shelf.kinds = frozenset({ContentKind.RESPONSE})
    data = b"".join(ledger.export(contents=shelf))
    assert {kind for _, kind in contents_of(data)} == {ContentKind.RESPONSE}
    assert not any("words" in line or "sound" in line for line in shelf.log)
    assert verdict(data, ledger.keys).ok


def test_what_is_erased_is_neither_opened_nor_said_to_have_been(ledger: Ledger) -> None:
    shelf = fill(ledger, CONTENTS)
    erased = Erased(utterance_id=utterance_id(0), at=NOON, contents=(ContentKind.WORDS,), by="retention")
    ledger.append([erased]).result()
    list(ledger.export(contents=shelf))
    assert not any("2.words" in line for line in shelf.log)
    assert any("3.sound" in line for line in shelf.log)


def test_what_does_not_open_is_told(ledger: Ledger) -> None:
    shelf = fill(ledger, CONTENTS)
    shelf.contents[utterance_id(0), ContentKind.WORDS] = "content_damaged"
    del shelf.contents[utterance_id(1), ContentKind.WORDS]
    data = b"".join(ledger.export(contents=shelf))
    found = contents_of(data)
    assert found[2, ContentKind.WORDS] == "content_damaged"
    assert len(found) == len(CONTENTS) - 1
    assert verdict(data, ledger.keys).steps[-1].checked == len(CONTENTS) - 2


def test_a_part_of_the_ledger_carries_the_contents_of_that_part(ledger: Ledger) -> None:
    shelf = fill(ledger, CONTENTS)
    data = b"".join(ledger.export(first=3, end=8, contents=shelf))
    assert {index for index, _ in contents_of(data)} <= set(range(3, 8))
    assert verdict(data, ledger.keys).ok


def place(data: bytes, keys: tuple[VerifyingKey, ...]) -> tuple[str, int | None]:
    failure = verdict(data, keys).failure
    assert failure is not None
    return failure.name, failure.first


def line_of(lines: list[bytes], begin: str) -> int:
    return next(number for number, line in enumerate(lines) if line.startswith(begin.encode()))


def forged(line: bytes, **changes: Any) -> bytes:
    plain = json.loads(line) | changes
    kept = {name: value for name, value in plain.items() if value is not None}
    return json.dumps(kept, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"


@pytest.mark.promise(6)
@pytest.mark.parametrize(
    ("begin", "changes", "expected"),
    [
        ('{"content":"words","index":2', {"words": "turn on the hall light"}, (ExportStep.CONTENTS, 2)),
        ('{"content":"words","index":2', {"key": "A" * 43 + "="}, (ExportStep.CONTENTS, 2)),
        ('{"content":"words","index":2', {"index": 3}, (ExportStep.LINES, 3)),
        ('{"content":"words","index":2', {"content": "response"}, (ExportStep.CONTENTS, 2)),
        ('{"content":"words","index":2', {"content": "secrets"}, (ExportStep.LINES, 3)),
        ('{"content":"words","index":2', {"words": None}, (ExportStep.LINES, 3)),
        ('{"content":"words","index":2', {"words": None, "key": None, "problem": ""}, (ExportStep.LINES, 3)),
        ('{"content":"sound","index":3', {"size": 127_999}, (ExportStep.LINES, 4)),
        ('{"content":"sound","index":3', {"size": 128_001}, (ExportStep.LINES, 4)),
        ('{"content":"sound","index":3', {"size": -1}, (ExportStep.LINES, 4)),
        ('{"data":', {"data": "A" * 65_536}, (ExportStep.CONTENTS, 3)),
        ('{"data":', {"data": "AAAA"}, (ExportStep.LINES, 4)),
    ],
)
def test_what_was_done_to_a_content_is_found_at_its_entry(
    sound: Sound, begin: str, changes: dict[str, Any], expected: tuple[str, int | None]
) -> None:
    data, keys = sound
    lines = data.splitlines(keepends=True)
    number = line_of(lines, begin)
    lines[number] = forged(lines[number], **changes)
    assert place(b"".join(lines), keys) == expected


@pytest.mark.promise(6)
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda lines, words, entry: [*lines[:entry], lines[words], *lines[entry:]], (ExportStep.LINES, 2)),
        (lambda lines, words, _: [*lines[: words + 1], lines[words], *lines[words + 1 :]], (ExportStep.LINES, 3)),
        (lambda lines, *_: [lines[0].replace(b'"words",', b""), *lines[1:]], (ExportStep.LINES, 3)),
        (lambda lines, *_: [lines[0].replace(b'"words",', b'"words","words",'), *lines[1:]], (ExportStep.HEADER, None)),
        (lambda lines, *_: [lines[0].replace(b'"version":2', b'"version":1'), *lines[1:]], (ExportStep.HEADER, None)),
    ],
)
def test_a_content_at_another_place_is_found(
    sound: Sound, change: Callable[..., list[bytes]], expected: tuple[str, int | None]
) -> None:
    data, keys = sound
    lines = data.splitlines(keepends=True)
    words = line_of(lines, '{"content":"words","index":2')
    changed = change(lines, words, words - 1)
    assert changed != lines
    assert place(b"".join(changed), keys) == expected


@pytest.mark.promise(6)
@settings(max_examples=150, deadline=None)
@given(at=st.integers(0, 10**6), flip=st.integers(1, 255))
def test_any_byte_changed_in_a_content_is_found(sound: Sound, at: int, flip: int) -> None:
    data, keys = sound
    lines = data.splitlines(keepends=True)
    contents = [n for n, line in enumerate(lines) if line.startswith((b'{"content"', b'{"data"'))]
    number = contents[at % len(contents)]
    line = bytearray(lines[number])
    line[at % len(line)] ^= flip
    lines[number] = bytes(line)
    assert not verdict(b"".join(lines), keys).ok


@pytest.mark.promise(6)
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_values_in_the_fields_of_a_content_are_refused_and_never_an_error(
    sound: Sound, data: st.DataObject
) -> None:
    file, keys = sound
    lines = file.splitlines()
    contents = [n for n, line in enumerate(lines) if line.startswith((b'{"content"', b'{"data"'))]
    number = data.draw(st.sampled_from(contents))
    plain = json.loads(lines[number])
    name = data.draw(st.sampled_from(sorted(plain)))
    plain[name] = data.draw(
        json_values.filter(lambda value: value != plain[name] or type(value) is not type(plain[name]))
    )
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    lines[number] = text.encode(errors="replace")
    assert not verdict(b"\n".join(lines) + b"\n", keys).ok


kinds = st.sampled_from(list(ContentKind))
bodies = st.binary(max_size=200) | st.text().map(str.encode) | st.just(b"y" * (PART_BYTES * 2)) | st.just(b"z" * 99_999)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 3), kinds), bodies, min_size=1, max_size=5))
def test_any_contents_come_back_from_an_export(
    tmp_path_factory: pytest.TempPathFactory, contents: dict[tuple[int, ContentKind], bytes]
) -> None:
    with LedgerHome(tmp_path_factory.mktemp("any")).opened() as ledger:
        data = b"".join(ledger.export(contents=fill(ledger, contents)))
        assert verdict(data, ledger.keys).ok
    assert sorted(contents_of(data).values(), key=repr) == sorted(contents.values(), key=repr)


def test_an_entry_that_is_no_record_of_its_kind_is_not_opened(ledger: Ledger, home: LedgerHome) -> None:
    shelf = fill(ledger, CONTENTS)
    home.sql("UPDATE entry SET kind = 'stored' WHERE \"index\" = 0")
    with pytest.raises(LedgerCorruptError):
        list(ledger.export(contents=shelf))
    assert not shelf.log


def test_the_entries_of_a_time_are_those_from_its_first_utterance_on(ledger: Ledger) -> None:
    for number in range(4):
        ledger.append(utterance(number)).result()
    at = [utterance(number)[0].at for number in range(4)]
    assert ledger.span(None, None) == (0, 16)
    assert ledger.span(at[1], at[3]) == (4, 12)
    assert ledger.span(at[3], None) == (12, 16)
    for since, until in [(at[2], at[2]), (at[3].replace(year=2100), None), (None, at[0])]:
        with pytest.raises(LedgerError):
            ledger.span(since, until)
