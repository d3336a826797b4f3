"""A checkpoint that somebody outside holds agrees with the ledger, or it is the finding that witnesses are for."""

from base64 import b64encode
from collections.abc import Iterator

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.errors import CheckpointForeignError, CheckpointUnreadableError
from custom_components.earshot.ledger.checkpoint import SigningKey, parse_note
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.record import CheckpointWitnessed
from custom_components.earshot.ledger.witness import tidy
from tests.ledger.conftest import ORIGIN, LedgerHome
from tests.ledger.samples import NOON, utterance


def test_a_checkpoint_agrees_however_much_was_entered_since(ledger: Ledger) -> None:
    notes = []
    for number in range(5):
        notes.append(ledger.checkpoint())
        ledger.append(utterance(number)).result()
    for number, note in enumerate(notes):
        found = ledger.compare(note)
        assert (found.agrees, found.signed, found.size, found.ledger_size) == (True, True, 4 * number, 20)
        assert bytes.fromhex(found.root) == parse_note(note).root


@pytest.mark.promise(6)
def test_a_ledger_that_was_rewritten_does_not_agree(home: LedgerHome) -> None:
    with home.opened() as ledger:
        for number in range(3):
            ledger.append(utterance(number)).result()
        note = ledger.checkpoint()
    for part in home.database.parent.iterdir():
        part.unlink()
    with home.opened() as ledger:
        for number in range(3):
            ledger.append(utterance(number)).result()
        found = ledger.compare(note)
    assert (found.agrees, found.signed) == (False, True)


@pytest.mark.promise(6)
def test_a_ledger_that_was_rewritten_with_a_fresh_key_does_not_agree_either(home: LedgerHome) -> None:
    with home.opened() as ledger:
        ledger.append(utterance(1)).result()
        note = ledger.checkpoint()
    for folder in (home.database.parent, home.keys):
        for part in folder.iterdir():
            part.unlink()
    with home.opened() as ledger:
        ledger.append(utterance(1)).result()
        found = ledger.compare(note)
    assert (found.agrees, found.signed) == (False, False)


@pytest.mark.promise(6)
def test_a_ledger_whose_end_was_cut_off_does_not_agree(ledger: Ledger, home: LedgerHome) -> None:
    ledger.append(utterance(1)).result()
    note = ledger.checkpoint()
    home.sql('DELETE FROM entry WHERE "index" = 3')
    found = ledger.compare(note)
    assert (found.agrees, found.size, found.ledger_size) == (False, 4, 3)


def test_a_hole_in_the_ledger_does_not_agree(ledger: Ledger, home: LedgerHome) -> None:
    for number in range(2):
        ledger.append(utterance(number)).result()
    note = ledger.checkpoint()
    home.sql('DELETE FROM entry WHERE "index" = 3')
    assert not ledger.compare(note).agrees


def test_a_checkpoint_of_another_ledger_is_not_compared(ledger: Ledger) -> None:
    note = SigningKey.generate("earshot/neighbour").sign(0, parse_note(ledger.checkpoint()).root)
    with pytest.raises(CheckpointForeignError) as raised:
        ledger.compare(note)
    assert raised.value.placeholders == {"origin": "earshot/neighbour", "own": ORIGIN}


@given(st.sampled_from(["{}", " {}\n", "\r\n{}", "{}\n\n"]), st.sampled_from(["\n", "\r\n", " \n", "\n  "]))
def test_a_clipboard_changes_nothing_that_matters(around: str, newline: str) -> None:
    note = SigningKey(ORIGIN, b"7" * 32).sign(5, b"r" * 32)
    assert tidy(around.format(note.replace("\n", newline))) == note


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ledger, str]]:
    with LedgerHome(tmp_path_factory.mktemp("witnessed")).opened() as ledger:
        ledger.append(utterance(1)).result()
        yield ledger, ledger.checkpoint()


@given(at=st.integers(0, 10**6), character=st.characters())
def test_any_character_that_was_changed_is_never_taken_for_agreement_with_something_else(
    settled: tuple[Ledger, str], at: int, character: str
) -> None:
    ledger, note = settled
    at %= len(note)
    changed = note[:at] + character + note[at + 1 :]
    try:
        found = ledger.compare(changed)
    except CheckpointUnreadableError, CheckpointForeignError:
        return
    # White space at the edge of a line, and a signature line that names another key, which then is none of ours.
    assert tidy(changed) == note or not found.signed


@given(st.text(max_size=300))
def test_any_text_is_refused_with_one_error(settled: tuple[Ledger, str], text: str) -> None:
    with pytest.raises(CheckpointUnreadableError):
        settled[0].compare(text)


def test_a_text_without_an_end_is_refused_before_it_is_taken_apart(ledger: Ledger) -> None:
    with pytest.raises(CheckpointUnreadableError, match="too long"):
        ledger.compare("\n" * 40_000)


def test_a_checkpoint_in_another_keys_name_is_compared_and_said_to_be_unsigned(ledger: Ledger) -> None:
    ledger.append(utterance(1)).result()
    own = parse_note(ledger.checkpoint())
    found = ledger.compare(SigningKey.generate(ORIGIN).sign(own.size, own.root))
    assert (found.agrees, found.signed) == (True, False)
    signature = b64encode(b"none" + b"x" * 64).decode()
    assert ledger.compare(f"{own.text()}\n\N{EM DASH} {ORIGIN} {signature}\n").signed is False


def witnessed(size: int, *, agrees: bool = True) -> CheckpointWitnessed:
    return CheckpointWitnessed(at=NOON, size=size, root="00" * 32, agrees=agrees, witness="Anna", how="qr")


def test_the_last_witness_is_the_newest_that_agreed(home: LedgerHome) -> None:
    with home.opened() as ledger:
        assert ledger.last_witnessed() is None
        ledger.append([witnessed(1), *utterance(1)]).result()
        ledger.append([witnessed(2), witnessed(3, agrees=False)]).result()
        assert ledger.last_witnessed() == witnessed(2)
    with home.opened() as ledger:
        assert ledger.last_witnessed() == witnessed(2)


@pytest.mark.parametrize("place", ["0", "99", "x", ""])
def test_a_wrong_place_of_the_last_witness_only_forgets_it(home: LedgerHome, place: str) -> None:
    with home.opened() as ledger:
        ledger.append([*utterance(1), witnessed(1)]).result()
    home.sql("UPDATE meta SET value = ? WHERE name = 'witnessed'", place)
    with home.opened() as ledger:
        assert ledger.last_witnessed() is None
