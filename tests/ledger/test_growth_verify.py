"""A consistency proof shows that a ledger only grew since it was noted."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.errors import LedgerCorruptError
from custom_components.earshot.ledger.checkpoint import Checkpoint, SigningKey, VerifyingKey, parse_note
from custom_components.earshot.ledger.growth_verify import GrowthStep, verify_growth
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.proof import ConsistencyProof
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import utterance

type Sound = tuple[ConsistencyProof, Checkpoint, tuple[VerifyingKey, ...]]
GOLDEN = "old 20852014\n" + "A" * 43 + "=\n\nnote\n"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    with LedgerHome(tmp_path_factory.mktemp("grown")).opened() as ledger:
        ledger.append(utterance(1)).result()
        ledger.append(utterance(2)[:2]).result()
        older = parse_note(ledger.checkpoint())
        for number in range(3, 9):
            ledger.append(utterance(number)).result()
        return ledger.prove_consistency(older.size), older, ledger.keys


def test_a_ledger_that_grew_passes_every_step(sound: Sound) -> None:
    proof, older, keys = sound
    verdict = verify_growth(proof.text(), older, keys)
    assert verdict.ok, verdict.failure
    assert [step.name for step in verdict.steps] == list(GrowthStep)
    assert (verdict.size, verdict.root) == (30, parse_note(proof.checkpoint).root.hex())


def test_a_ledger_goes_on_from_itself_and_from_nothing(ledger: Ledger) -> None:
    empty = parse_note(ledger.checkpoint())
    ledger.append(utterance(1)).result()
    present = parse_note(ledger.checkpoint())
    for older in (empty, present):
        assert verify_growth(ledger.prove_consistency(older.size).text(), older, ledger.keys).ok


@pytest.mark.promise(6)
@pytest.mark.parametrize(
    ("change", "step"),
    [
        (lambda _, older, keys: ("old 06\n\nnote\n", older, keys), GrowthStep.PROOF),
        (lambda proof, older, _: (proof.text(), older, ()), GrowthStep.CHECKPOINT),
        (
            lambda proof, older, keys: (proof.text(), replace(older, origin="earshot/other"), keys),
            GrowthStep.CHECKPOINT,
        ),
        (lambda proof, older, keys: (proof.text(), replace(older, size=5), keys), GrowthStep.GROWTH),
        (lambda proof, older, keys: (proof.text(), replace(older, root=bytes(32)), keys), GrowthStep.GROWTH),
        (lambda proof, older, keys: (replace(proof, hashes=proof.hashes[1:]).text(), older, keys), GrowthStep.GROWTH),
    ],
)
def test_a_ledger_that_did_not_only_grow_is_found(
    sound: Sound, change: Callable[..., tuple[str, Checkpoint, tuple[VerifyingKey, ...]]], step: GrowthStep
) -> None:
    failure = verify_growth(*change(*sound)).failure
    assert failure is not None
    assert (failure.name, failure.number) == (step, list(GrowthStep).index(step) + 1)


@given(
    st.integers(0, 10**18 - 1),
    st.lists(st.binary(min_size=32, max_size=32), max_size=63).map(tuple),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=300),
)
def test_a_proof_comes_back_from_its_text(size: int, path: tuple[bytes, ...], checkpoint: str) -> None:
    proof = ConsistencyProof(size, path, checkpoint)
    assert ConsistencyProof.parse(proof.text()) == proof


def test_a_proof_is_written_as_a_public_witness_takes_it() -> None:
    assert ConsistencyProof(20852014, (bytes(32),), "note\n").text() == GOLDEN


@given(st.text())
def test_any_text_is_refused_with_one_error(text: str) -> None:
    with pytest.raises(LedgerCorruptError):
        ConsistencyProof.parse(text)
    assert not verify_growth(text, Checkpoint("earshot/test", 0, bytes(32)), ()).ok


@pytest.mark.parametrize(
    "change",
    [
        ("old 2", "old 02"),
        ("old 2", "old -2"),
        ("old 2", "new 2"),
        ("AAA=", "AAB="),
        ("=\n\n", "=\n"),
        ("A=\n", "A=\n" + "A" * 43 + "=" + ("\n" + "A" * 43 + "=") * 63 + "\n"),
        ("old 2", "o" * 200_000),
    ],
)
def test_a_malformed_proof_is_refused(change: tuple[str, str]) -> None:
    assert change[0] in GOLDEN
    with pytest.raises(LedgerCorruptError):
        ConsistencyProof.parse(GOLDEN.replace(*change))


def test_the_key_that_signed_it_is_not_taken_from_the_file(sound: Sound) -> None:
    proof, older, keys = sound
    assert not verify_growth(proof.text(), older, (SigningKey.generate(keys[0].name).verifying,)).ok
