import aics_tlog
from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.errors import LedgerCorruptError, LedgerError
from custom_components.earshot.ledger.checkpoint import Checkpoint, parse_note
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.proof import ConsistencyProof, InclusionProof
from tests.ledger.samples import utterance, utterance_id

hashes = st.lists(st.binary(min_size=32, max_size=32), max_size=63).map(tuple)
checkpoints = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
GOLDEN = "c2sp.org/tlog-proof@v1\nindex 5\n" + "A" * 43 + "=\n\nnote\n"


@given(st.integers(0, 10**18 - 1), hashes, checkpoints)
def test_a_proof_comes_back_from_its_text(index: int, path: tuple[bytes, ...], checkpoint: str) -> None:
    proof = InclusionProof(index, path, checkpoint)
    assert InclusionProof.parse(proof.text()) == proof


def test_a_proof_is_written_as_c2sp_says() -> None:
    assert InclusionProof(5, (bytes(32),), "note\n").text() == GOLDEN


@given(st.text())
def test_any_text_is_refused_with_one_error(text: str) -> None:
    with pytest.raises(LedgerCorruptError):
        InclusionProof.parse(text)


@pytest.mark.parametrize(
    "change",
    [
        ("@v1", "@v2"),
        ("index 5", "index 05"),
        ("index 5", "index -5"),
        ("index 5", "index " + "5" * 5000),
        ("index 5", "number 5"),
        ("AAA=", "AAB="),
        ("AAA=", "AA=="),
        ("=\n\n", "=\n"),
        ("A=\n", "A=\n" + "A" * 43 + "=" + ("\n" + "A" * 43 + "=") * 63 + "\n"),
    ],
)
def test_a_malformed_proof_is_refused(change: tuple[str, str]) -> None:
    assert change[0] in GOLDEN
    with pytest.raises(LedgerCorruptError):
        InclusionProof.parse(GOLDEN.replace(*change))


def test_every_entry_of_a_ledger_can_be_proven_without_it(ledger: Ledger) -> None:
    for number in range(70):
        ledger.append(utterance(number))
    ledger.checkpoint()
    for number in range(70):
        for entry in ledger.entries(utterance_id(number)):
            proof = InclusionProof.parse(ledger.prove(entry.index).text())
            assert proof.verify(bytes.fromhex(entry.leaf_hash), ledger.keys) == 280


def test_a_proof_does_not_hold_for_another_entry(ledger: Ledger) -> None:
    ledger.append(utterance(0)).result()
    first, second, *_ = ledger.entries(utterance_id(0))
    with pytest.raises(LedgerCorruptError):
        ledger.prove(first.index).verify(bytes.fromhex(second.leaf_hash), ledger.keys)


@pytest.mark.parametrize("index", [-1, 4])
def test_there_is_no_proof_of_an_entry_that_is_not_there(ledger: Ledger, index: int) -> None:
    ledger.append(utterance(0)).result()
    with pytest.raises(LedgerError):
        ledger.prove(index)


def test_a_ledger_proves_that_it_goes_on_from_every_older_checkpoint(ledger: Ledger) -> None:
    checkpoints = [ledger.checkpoint()]
    for number in range(70):
        ledger.append(utterance(number)).result()
        checkpoints.append(ledger.checkpoint())
    for note in checkpoints:
        older = parse_note(note)
        proof = ledger.prove_consistency(older.size)
        assert proof.verify(older, ledger.keys) == 280
        # As somebody else's program sees it.
        newer = parse_note(proof.checkpoint)
        assert aics_tlog.verify_consistency(older.size, newer.size, older.root, newer.root, list(proof.hashes))


def test_a_ledger_does_not_go_on_from_what_it_never_was(ledger: Ledger) -> None:
    ledger.append(utterance(0)).result()
    older = parse_note(ledger.checkpoint())
    ledger.append(utterance(1)).result()
    proof = ledger.prove_consistency(older.size)
    forged = ConsistencyProof(older.size, proof.hashes[:-1], proof.checkpoint)
    others = [Checkpoint(older.origin, older.size, bytes(32)), Checkpoint(older.origin, 3, older.root)]
    for one, checkpoint in [(forged, older), *((proof, other) for other in others)]:
        with pytest.raises(LedgerCorruptError):
            one.verify(checkpoint, ledger.keys)
    with pytest.raises(LedgerCorruptError):
        proof.verify(older, ())


@pytest.mark.parametrize("size", [-1, 5])
def test_there_is_no_consistency_with_a_size_that_never_was(ledger: Ledger, size: int) -> None:
    ledger.append(utterance(0)).result()
    with pytest.raises(LedgerError):
        ledger.prove_consistency(size)
