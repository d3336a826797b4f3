"""Donations: sealing, looking at, opening and reading bundles of each size, beside AES-GCM and hashing alone."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
import json
import os
from pathlib import Path
import statistics
import time
from typing import Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from custom_components.earshot.donation.bundle import (
    SIZES,
    DeskKey,
    bundle_size,
    new_secrets,
    open_bundle,
    read_envelope,
    seal_bundle,
)
from custom_components.earshot.donation.clip import MAX_SOUND, decode_clip, encode_clip
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.receipts import sign_receipt, verify_receipt
from custom_components.earshot.donation.signing import SigningKey
from custom_components.earshot.donation.statement import sign_statement
from custom_components.earshot.errors import BundleError
from tests.donation.protocol_samples import CLIP, MADE_ON, RECEIPTS, STATEMENT, flac

SECONDS: Final = 0.5
"""How long each figure is measured, in each of the turns."""
TURNS: Final = 5
"""The median of so many counts: the machine may have other work."""
OPEN_AT_LEAST: Final = 50.0
"""Bundles a second of 64 KiB, as most are, that a desk must open on one core."""

KEY: Final = DeskKey.new()
SIGNING: Final = SigningKey.new()
SIGNED: Final = sign_statement(replace(STATEMENT, encryption_key=KEY.public, signing_key=SIGNING.public), SIGNING)


def main() -> int:
    """Measure and print. Return 1 when the target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as one flat object")
    arguments = parser.parse_args()
    result: dict[str, float] = {"cores": os.cpu_count() or 0}
    print("bundle       seal/s   look/s   open/s   read/s   refuse/s   AES-GCM+SHA-256/s")
    for size in SIZES:
        figures = _of_size(size)
        result |= {f"{name}_{size // 1024}_per_s": figure for name, figure in figures.items()}
        print(f"{size // 1024:>5} KiB " + " ".join(f"{figures[name]:>8,.0f}" for name in figures))
    result |= _receipts()
    print(f"receipts: signed {result['sign_per_s']:,.0f}/s, verified {result['verify_per_s']:,.0f}/s")
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    missed = result["open_64_per_s"] < OPEN_AT_LEAST
    print(f"aim: open {OPEN_AT_LEAST:.0f} bundles of 64 KiB a second: {'MISSED' if missed else 'kept'}")
    return 1 if missed else 0


def _of_size(size: int) -> dict[str, float]:
    payload = _payload(size)
    secrets = new_secrets()

    def seal() -> bytes:
        return seal_bundle(payload, statement=SIGNED, purpose=Purpose.SPEECH, secrets=secrets, made_on=MADE_ON)

    bundle = seal()
    assert len(bundle) == size
    assert open_bundle(bundle, KEY) == payload
    changed = bundle[:-1] + bytes([bundle[-1] ^ 1])
    cipher, nonce = AESGCM(bytes(32)), bytes(12)
    sealed = cipher.encrypt(nonce, bundle, None)
    return {
        "seal": _rate(seal),
        "look": _rate(lambda: read_envelope(bundle)),
        "open": _rate(lambda: open_bundle(bundle, KEY)),
        "read": _rate(lambda: decode_clip(payload)),
        "refuse": _rate(lambda: _refused(changed)),
        "alone": _rate(lambda: (sha256(bundle).digest(), cipher.decrypt(nonce, sealed, None))),
    }


def _payload(size: int) -> bytes:
    """Return the largest payload of a class, or the largest that a clip can be."""
    room = max(length for length in (size - 2048, size // 2) if bundle_size(length) == size)
    frames = min(room - len(encode_clip(CLIP)), MAX_SOUND - 100)
    return encode_clip(replace(CLIP, sound=flac(frames=b"\xff\xf8" + os.urandom(frames))))


def _refused(bundle: bytes) -> None:
    try:
        read_envelope(bundle)
    except BundleError:
        return
    raise AssertionError("a changed bundle passes")


def _receipts() -> dict[str, float]:
    signed = sign_receipt(RECEIPTS[0], SIGNING)
    return {
        "sign_per_s": _rate(lambda: sign_receipt(RECEIPTS[0], SIGNING)),
        "verify_per_s": _rate(lambda: verify_receipt(signed, SIGNING.public)),
    }


def _rate(act: Callable[[], object]) -> float:
    """Return how often something can be done in a second of this process's own time: the median of some counts."""
    counts = []
    for _ in range(TURNS):
        done, begun = 0, time.process_time()
        while (spent := time.process_time() - begun) < SECONDS:
            act()
            done += 1
        counts.append(done / spent)
    return statistics.median(counts)


if __name__ == "__main__":
    raise SystemExit(main())
