"""The parsers of everything that comes from outside, each with what must hold for any bytes, and bytes to begin with.

A target raises nothing: the one error that its parser may raise is caught, and whatever it accepts is held to be the
one form of what it means.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from custom_components.earshot.errors import LedgerCorruptError, LedgerError
from custom_components.earshot.ledger.body import decode_body, encode_body
from custom_components.earshot.ledger.body_pattern import glance
from custom_components.earshot.ledger.canonical import decode, encode
from custom_components.earshot.ledger.checkpoint import SigningKey, VerifyingKey, open_note, parse_note
from custom_components.earshot.ledger.erasure import Selection
from custom_components.earshot.ledger.export_verify import verify_export
from custom_components.earshot.ledger.growth_verify import verify_growth
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.plain import to_milliseconds
from custom_components.earshot.ledger.proof import ConsistencyProof, InclusionProof
from custom_components.earshot.ledger.query import Cursor
from custom_components.earshot.ledger.receipt import verify_receipt
from tests.fuzz.donation_targets import DONATION_TARGETS
from tests.ledger.samples import SAMPLES, utterance, utterance_id

KEY = SigningKey("earshot/fuzz", bytes(range(32)))
KEYS = (KEY.verifying,)
NOTE = KEY.sign(12, bytes(32))
OLDER = parse_note(NOTE)


@dataclass(frozen=True)
class Files:
    """What a small ledger gives out."""

    export: bytes
    receipt: bytes
    proof: bytes
    growth: bytes
    keys: tuple[VerifyingKey, ...]


@cache
def files() -> Files:
    """Return the files of a ledger of some utterances, one of which is redacted."""
    with TemporaryDirectory() as folder:
        ledger = Ledger.open(f"sqlite:///{folder}/ledger.db", keys=Path(folder) / "keys", origin="earshot/fuzz")
        try:
            for number in range(4):
                ledger.append(utterance(number)).result()
            ledger.redact(Selection(utterance_ids=(utterance_id(1),)), by="Anna")
            return Files(
                b"".join(ledger.export(first=3)),
                ledger.receipt(utterance_id(2)).text().encode(),
                ledger.prove(5).text().encode(),
                ledger.prove_consistency(12).text().encode(),
                ledger.keys,
            )
        finally:
            ledger.close()


def fuzz_body(data: bytes) -> None:
    """Hold what is read as a body to be canonical, and to what the patterns say."""
    try:
        index, record = decode_body(data)
    except LedgerCorruptError:
        assert all(glance(type(sample), data) is None for sample in SAMPLES)
        return
    assert encode_body(index, record) == data
    assert glance(type(record), data) in {None, (index, record.utterance_id, to_milliseconds(record.at))}


def fuzz_canonical(data: bytes) -> None:
    """Hold what is read as an object to be canonical."""
    try:
        value = decode(data)
    except LedgerCorruptError:
        return
    assert encode(value) == data


def fuzz_note(data: bytes) -> None:
    """Hold an accepted checkpoint to what the key signed."""
    try:
        parse_note(_text(data))
        opened = open_note(_text(data), KEYS)
    except LedgerCorruptError:
        return
    assert opened == OLDER


def fuzz_key(data: bytes) -> None:
    """Hold a key to its one form."""
    try:
        key = VerifyingKey.parse(_text(data))
    except LedgerCorruptError:
        return
    assert key.text == _text(data)


def fuzz_proof(data: bytes) -> None:
    """Hold a proof to its one form, and let it prove nothing of another leaf."""
    try:
        proof = InclusionProof.parse(_text(data))
        assert proof.text() == _text(data)
        proof.verify(bytes(32), files().keys)
    except LedgerCorruptError:
        return
    raise AssertionError("a proof holds for a leaf that was never there")


def fuzz_growth(data: bytes) -> None:
    """Hold a proof of growth to its one form, and let it not lead from a tree that never was."""
    with suppress(LedgerCorruptError):
        assert ConsistencyProof.parse(_text(data)).text() == _text(data)
    assert not verify_growth(_text(data), OLDER, files().keys).ok


def fuzz_receipt(data: bytes) -> None:
    """Believe no receipt but the one that was given out, and parts of it."""
    verdict = verify_receipt(_text(data), files().keys)
    assert not verdict.ok or all(part in files().receipt for part in data.split(b"\n\n"))


def fuzz_export(data: bytes) -> None:
    """Believe no entries but those that were exported; the keys that a file names itself prove nothing."""
    verdict = verify_export(BytesIO(data), files().keys)
    assert not verdict.ok or data.partition(b"\n")[2] == files().export.partition(b"\n")[2]


def fuzz_cursor(data: bytes) -> None:
    """Hold a cursor to its one form."""
    try:
        cursor = Cursor.parse(_text(data))
    except LedgerError:
        return
    assert Cursor.parse(str(cursor)) == cursor


def _text(data: bytes) -> str:
    """Return bytes as the worst text that a browser could send: with lone surrogates for what is not UTF-8."""
    return data.decode(errors="surrogateescape")


@dataclass(frozen=True)
class Target:
    """One parser."""

    run: Callable[[bytes], None]
    seeds: Callable[[], Sequence[bytes]]


def _bodies() -> Sequence[bytes]:
    return [encode_body(index, sample) for index, sample in enumerate(SAMPLES)]


TARGETS: Mapping[str, Target] = {
    "body": Target(fuzz_body, _bodies),
    "canonical": Target(fuzz_canonical, lambda: [b'{"a":[1,true,"\\n"],"b":{"c":-5}}', *_bodies()[:2]]),
    "note": Target(fuzz_note, lambda: [NOTE.encode()]),
    "key": Target(fuzz_key, lambda: [KEY.verifying.text.encode()]),
    "proof": Target(fuzz_proof, lambda: [files().proof]),
    "growth": Target(fuzz_growth, lambda: [files().growth]),
    "receipt": Target(fuzz_receipt, lambda: [files().receipt]),
    "export": Target(fuzz_export, lambda: [files().export]),
    "cursor": Target(fuzz_cursor, lambda: [b"1795435200250.7", str(Cursor(1795435200250, 7)).encode()]),
    **{name: Target(run, seeds) for name, (run, seeds) in DONATION_TARGETS.items()},
}
