import aics_tlog
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.errors import LedgerCorruptError
from custom_components.earshot.ledger.checkpoint import (
    MAX_NOTE_CHARACTERS,
    Checkpoint,
    SigningKey,
    VerifyingKey,
    open_note,
    parse_note,
)

KEY = SigningKey("earshot/golden", bytes(range(32)))
ROOT = bytes(reversed(range(32)))
GOLDEN_PRIVATE = "PRIVATE+KEY+earshot/golden+a07e56c1+AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f\n"
GOLDEN_PUBLIC = "earshot/golden+a07e56c1+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
GOLDEN_NOTE = """\
earshot/golden
12345
Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=

— earshot/golden oH5WwbJ2ZBlWxjIEJARreU1KoySTRJ1aY0YQlDmC8AZRJ/PWevFmUn2UkL5YupNKmUsuWds1KeE2dQmA0DOcKVqLKgg=
"""

sizes = st.integers(0, 10**18 - 1)
roots = st.binary(min_size=32, max_size=32)
seeds = st.binary(min_size=32, max_size=32)


def test_a_key_and_its_note_are_what_they_were_when_the_format_was_made() -> None:
    assert KEY.dump() == GOLDEN_PRIVATE
    assert KEY.verifying.text == GOLDEN_PUBLIC
    assert KEY.sign(12345, ROOT) == GOLDEN_NOTE


@given(seeds)
def test_a_private_key_comes_back_from_its_line(seed: bytes) -> None:
    key = SigningKey("earshot/a", seed)
    assert SigningKey.parse(key.dump()).verifying == key.verifying
    assert SigningKey.parse(key.dump()).sign(1, ROOT) == key.sign(1, ROOT)


@given(seeds)
def test_a_public_key_comes_back_from_its_line_and_is_the_oracles(seed: bytes) -> None:
    key = SigningKey("earshot/a", seed).verifying
    assert VerifyingKey.parse(key.text) == key
    assert aics_tlog.format_vkey(aics_tlog.parse_vkey(key.text)) == key.text
    assert key.text == aics_tlog.format_vkey(aics_tlog.vkey_from_ed25519("earshot/a", key.public))


@given(sizes, roots)
def test_a_note_comes_back_and_the_oracle_believes_it(size: int, root: bytes) -> None:
    note = KEY.sign(size, root)
    assert open_note(note, [KEY.verifying]) == parse_note(note) == Checkpoint("earshot/golden", size, root)
    judged = aics_tlog.verify_checkpoint(aics_tlog.parse_note(note), aics_tlog.parse_vkey(KEY.verifying.text))
    assert judged.ok


@given(seeds, sizes, roots)
def test_a_note_that_the_oracle_signed_is_believed(seed: bytes, size: int, root: bytes) -> None:
    private = Ed25519PrivateKey.from_private_bytes(seed)
    key = VerifyingKey("elsewhere", private.public_key().public_bytes_raw())
    note = aics_tlog.sign_checkpoint(aics_tlog.Checkpoint("elsewhere", size, root), private, "elsewhere").serialise()
    assert open_note(note, [key]) == Checkpoint("elsewhere", size, root)


def test_signatures_of_strangers_are_passed_over() -> None:
    note, stranger = KEY.sign(5, ROOT), SigningKey("stranger", bytes(32))
    foreign = stranger.sign(5, ROOT).rpartition("\n\n")[2]
    assert open_note(note + foreign, [KEY.verifying]).size == 5
    with pytest.raises(LedgerCorruptError):
        open_note(note, [stranger.verifying])


def test_extension_lines_are_part_of_what_is_signed_and_no_more() -> None:
    private = Ed25519PrivateKey.from_private_bytes(bytes(32))
    key = VerifyingKey("a", private.public_key().public_bytes_raw())
    extended = aics_tlog.Checkpoint("a", 1, ROOT, ("something else",))
    note = aics_tlog.sign_checkpoint(extended, private, "a").serialise()
    assert open_note(note, [key]) == Checkpoint("a", 1, ROOT)
    with pytest.raises(LedgerCorruptError):
        open_note(note.replace("something", "anything"), [key])


def test_a_key_speaks_for_no_other_ledger() -> None:
    private = Ed25519PrivateKey.from_private_bytes(bytes(32))
    key = VerifyingKey("a", private.public_key().public_bytes_raw())
    note = aics_tlog.sign_checkpoint(aics_tlog.Checkpoint("b", 1, ROOT), private, "a").serialise()
    with pytest.raises(LedgerCorruptError):
        open_note(note, [key])


@given(st.integers(0, len(KEY.sign(12345, ROOT)) - 1), st.characters(exclude_categories=["Cs"]))
def test_a_note_with_any_character_changed_is_refused(at: int, character: str) -> None:
    note = KEY.sign(12345, ROOT)
    changed = note[:at] + character + note[at + 1 :]
    if changed == note:
        return
    with pytest.raises(LedgerCorruptError):
        open_note(changed, [KEY.verifying])


@given(st.text())
def test_any_text_is_refused_with_one_error(text: str) -> None:
    for parse in (parse_note, VerifyingKey.parse, SigningKey.parse):
        with pytest.raises(LedgerCorruptError):
            parse(text)


@pytest.mark.parametrize(
    "change",
    [
        ("12345", "012345"),
        ("12345", "-1"),
        ("12345", "١٢٣"),
        ("12345", "9" * 5000),
        ("12345\n", "12345\n\n"),
        ("earshot/golden\n12345", "earshot/other\n12345"),
        ("— ", "- "),
        ("— ", "—  "),
        ("\n\n", "\n"),
        ("earshot/golden\n", "earshot/golden\t\n"),
        ("=\n", "\n"),
        ("=\n", "B\n"),
        ("Kgg=\n", "Kgh=\n"),
    ],
)
def test_a_malformed_note_is_refused(change: tuple[str, str]) -> None:
    note = KEY.sign(12345, ROOT)
    assert change[0] in note
    with pytest.raises(LedgerCorruptError):
        open_note(note.replace(*change), [KEY.verifying])


def test_a_note_that_is_too_long_is_refused() -> None:
    note = KEY.sign(1, ROOT)
    line = SigningKey("s", bytes(32)).sign(1, ROOT).rpartition("\n\n")[2]
    with pytest.raises(LedgerCorruptError):
        open_note(note + line * (MAX_NOTE_CHARACTERS // len(line)), [KEY.verifying])


def test_a_note_that_one_key_signed_twice_is_refused() -> None:
    note = KEY.sign(1, ROOT)
    with pytest.raises(LedgerCorruptError):
        open_note(note + note.rpartition("\n\n")[2], [KEY.verifying])


@pytest.mark.parametrize("name", ["", "two words", "a+b", "a\nb"])
def test_a_name_that_a_note_cannot_carry_is_refused(name: str) -> None:
    with pytest.raises(LedgerCorruptError):
        SigningKey(name, bytes(32))


def test_a_key_that_does_not_match_its_identifier_is_refused() -> None:
    for parse, line in ((SigningKey.parse, KEY.dump()), (VerifyingKey.parse, KEY.verifying.text)):
        with pytest.raises(LedgerCorruptError):
            parse(line.replace("earshot/golden", "earshot/forged"))


def test_half_a_surrogate_pair_is_refused_with_the_one_error() -> None:
    key = SigningKey("earshot/test", bytes(32))
    text, _, signature = key.sign(5, bytes(32)).partition("\n\n")
    with pytest.raises(LedgerCorruptError):
        open_note(f"{text}\n\ud800\n\n{signature}", [key.verifying])
