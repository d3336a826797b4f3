"""A receipt proves the entries of one utterance to somebody who has nothing but a key, and proves nothing else."""

from base64 import b64decode
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import aics_tlog
from hypothesis import given, settings, strategies as st
import pytest

from custom_components.earshot.errors import LedgerCorruptError, LedgerError
from custom_components.earshot.ledger.checkpoint import SigningKey, VerifyingKey, parse_note
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.proof import InclusionProof
from custom_components.earshot.ledger.receipt import MAX_CHARACTERS, Receipt, ReceiptStep, verify_receipt
from custom_components.earshot.ledger.record import Accessed, Erased
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import SAMPLES, utterance, utterance_id

type Sound = tuple[Receipt, tuple[VerifyingKey, ...]]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    """Return the receipt for one utterance of many, and the keys."""
    with LedgerHome(tmp_path_factory.mktemp("receipt")).opened() as ledger:
        for number in range(70):
            ledger.append(utterance(number)).result()
        ledger.append([sample for sample in SAMPLES if sample.utterance_id is None]).result()
        return ledger.receipt(utterance_id(33)), ledger.keys


def test_a_receipt_verifies_without_the_ledger(sound: Sound) -> None:
    receipt, keys = sound
    verdict = verify_receipt(receipt.text(), keys)
    assert verdict.ok, verdict.failure
    assert [step.name for step in verdict.steps] == list(ReceiptStep)
    assert verdict.size == len(receipt.proofs) == 4


def test_a_receipt_is_one_tlog_proof_for_each_entry(sound: Sound) -> None:
    receipt, keys = sound
    parts = receipt.text().split("\nc2sp.org/tlog-proof@v1\n")
    assert len(parts) == 4
    # As somebody else's program sees it: the record that was logged is the extra data.
    for proof in receipt.proofs:
        lines = proof.text().split("\n")
        record = b64decode(lines[1].removeprefix("extra "))
        note = parse_note(proof.checkpoint)
        assert aics_tlog.verify_leaf_inclusion(record, proof.index, note.size, list(proof.hashes), note.root)
        assert proof.verify(sha256(b"\0" + proof.extra).digest(), keys) == note.size


def test_a_receipt_tells_of_everything_that_happened_to_the_utterance_by_now(ledger: Ledger) -> None:
    ledger.append(utterance(1)).result()
    ledger.append(utterance(2)).result()
    later = [replace(one, utterance_id=utterance_id(1)) for one in SAMPLES if isinstance(one, Accessed | Erased)]
    ledger.append(later).result()
    receipt = ledger.receipt(utterance_id(1))
    assert [proof.index for proof in receipt.proofs] == [0, 1, 2, 3, 8, 9]
    assert verify_receipt(receipt.text(), ledger.keys).ok


def test_there_is_no_receipt_for_what_the_ledger_does_not_know(ledger: Ledger) -> None:
    for _ in range(2):
        with pytest.raises(LedgerError):
            ledger.receipt(utterance_id(9))
        ledger.append(utterance(1)).result()


def place(text: str, keys: Sequence[VerifyingKey]) -> tuple[str, int | None]:
    failure = verify_receipt(text, keys).failure
    assert failure is not None
    return failure.name, failure.first


def proofs_changed(change: Callable[[list[InclusionProof]], list[InclusionProof]]) -> Callable[[Receipt], str]:
    return lambda receipt: Receipt(tuple(change(list(receipt.proofs)))).text()


@pytest.mark.promise(6)
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda receipt: receipt.text()[:-1], (ReceiptStep.CHECKPOINT, 135)),
        (lambda receipt: receipt.text().replace("index 133", "index 0133"), (ReceiptStep.RECEIPT, None)),
        (lambda receipt: receipt.text() + "\n", (ReceiptStep.CHECKPOINT, 135)),
        (proofs_changed(lambda proofs: [*proofs, proofs[-1]]), (ReceiptStep.RECEIPT, 135)),
        (proofs_changed(lambda proofs: proofs[::-1]), (ReceiptStep.RECEIPT, 134)),
        (
            proofs_changed(lambda proofs: [proofs[0], replace(proofs[1], extra=proofs[0].extra), *proofs[2:]]),
            (ReceiptStep.BODIES, 133),
        ),
        (
            proofs_changed(lambda proofs: [proofs[0], replace(proofs[1], extra=b"x" * 32 + proofs[1].extra[32:])]),
            (ReceiptStep.PROOFS, 133),
        ),
        (
            proofs_changed(lambda proofs: [replace(proofs[0], extra=proofs[0].extra.replace(b"kitchen", b"bedroom"))]),
            (ReceiptStep.PROOFS, 132),
        ),
        (proofs_changed(lambda proofs: [replace(proofs[0], hashes=proofs[0].hashes[1:])]), (ReceiptStep.PROOFS, 132)),
        (proofs_changed(lambda proofs: [replace(proofs[0], extra=b"")]), (ReceiptStep.BODIES, 132)),
    ],
)
def test_what_was_done_to_a_receipt_is_found_at_its_place(
    sound: Sound, change: Callable[[Receipt], str], expected: tuple[str, int | None]
) -> None:
    receipt, keys = sound
    changed = change(receipt)
    assert changed != receipt.text()
    assert place(changed, keys) == expected


def test_entries_of_two_utterances_are_no_receipt(ledger: Ledger) -> None:
    ledger.append(utterance(1)).result()
    ledger.append(utterance(2)).result()
    both = (*ledger.receipt(utterance_id(1)).proofs, *ledger.receipt(utterance_id(2)).proofs)
    assert place(Receipt(both).text(), ledger.keys) == (ReceiptStep.UTTERANCE, 4)


def test_proofs_of_two_checkpoints_are_no_receipt(ledger: Ledger) -> None:
    ledger.append(utterance(1)).result()
    old = ledger.receipt(utterance_id(1)).proofs
    ledger.append(utterance(2)).result()
    both = (*old[:2], *ledger.receipt(utterance_id(1)).proofs[2:])
    assert place(Receipt(both).text(), ledger.keys) == (ReceiptStep.CHECKPOINT, 2)


def test_a_receipt_is_believed_by_the_keys_alone(sound: Sound) -> None:
    receipt, keys = sound
    assert place(receipt.text(), ()) == (ReceiptStep.CHECKPOINT, None)
    assert place(receipt.text(), (SigningKey.generate(keys[0].name).verifying,)) == (ReceiptStep.CHECKPOINT, None)


@pytest.mark.promise(6)
@settings(max_examples=300, deadline=None)
@given(at=st.integers(0, 10**6), character=st.characters(max_codepoint=127))
def test_any_character_changed_in_a_receipt_is_found(sound: Sound, at: int, character: str) -> None:
    receipt, keys = sound
    text = receipt.text()
    at %= len(text)
    changed = text[:at] + character + text[at + 1 :]
    assert verify_receipt(changed, keys).ok == (changed == text)


proofs = st.builds(
    InclusionProof,
    st.integers(0, 10**18 - 1),
    st.lists(st.binary(min_size=32, max_size=32), max_size=3).map(tuple),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60).map(lambda text: text + "\n"),
    st.binary(max_size=60),
)


@given(st.lists(proofs, min_size=1, max_size=4).map(tuple))
def test_a_receipt_comes_back_from_its_text(found: tuple[InclusionProof, ...]) -> None:
    assert Receipt.parse(Receipt(found).text()) == Receipt(found)


@given(st.text())
def test_any_text_is_refused_with_one_error(text: str) -> None:
    with pytest.raises(LedgerCorruptError):
        Receipt.parse(text)
    assert not verify_receipt(text, ()).ok


def test_a_receipt_without_an_end_is_not_taken_apart() -> None:
    with pytest.raises(LedgerCorruptError, match="too long"):
        Receipt.parse("x" * (MAX_CHARACTERS + 1))


def test_the_page_lists_the_steps() -> None:
    page = (Path(__file__).parents[2] / "docs" / "ledger-format.md").read_text(encoding="utf-8")
    section = page.split("## How to verify a receipt")[1].split("\n## ")[0]
    listed = [line.split("**")[1] for line in section.splitlines() if line[:1].isdigit()]
    assert listed == list(ReceiptStep)
