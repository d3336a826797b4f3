"""The page on the protocol says what the code does."""

from dataclasses import fields
import json
from pathlib import Path
import re
from types import NoneType
from typing import get_args, get_type_hints

import pytest

from custom_components.earshot.donation import addresses, bundle, clip, label, receipts, statement, texts, tombstones
from custom_components.earshot.donation.answers import MAX_REQUEST
from custom_components.earshot.donation.backoff import WAITS
from custom_components.earshot.donation.bundle import SIZES, Envelope
from custom_components.earshot.donation.clip import Clip
from custom_components.earshot.donation.desk.answers import NotTaken
from custom_components.earshot.donation.label import Label
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.donation.receipts import DELETION_REASONS, Receipt, ReceiptAction
from custom_components.earshot.donation.signing import Context
from custom_components.earshot.donation.statement import Statement, StatementText
from tests.donation.protocol_samples import LABEL, signed_statement

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "donation-protocol.md").read_text(encoding="utf-8")
VECTORS = Path(__file__).with_name("vectors")


def section(title: str) -> str:
    """Return a part of the page, up to the next title."""
    return re.split(r"^#+ ", PAGE.partition(f"# {title}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def described(text: str) -> set[str]:
    """Return the fields of a table, with a question mark where they may be absent."""
    cells = re.findall(r"^\| ((?:`[a-z_0-9]+`\??(?:, )?)+) \|", text, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`[a-z_0-9]+`\??", cell)}


def optional(cls: type, *absent_if_empty: str) -> set[str]:
    hints = get_type_hints(cls)
    return {
        f"`{field.name}`" + ("?" if NoneType in get_args(hints[field.name]) or field.name in absent_if_empty else "")
        for field in fields(cls)
    }


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("The statement", optional(Statement) | {"`format`"}),
        ("The clip", (optional(Clip) | {"`format`"}) - {"`sound`?"}),
        ("The bundle", (optional(Envelope) | {"`format`"}) - {"`version`"}),
        ("The receipt", optional(Receipt, "published") | optional(Label) | {"`format`"}),
    ],
)
def test_every_field_is_described_and_none_that_is_not_there(title: str, written: set[str]) -> None:
    assert described(section(title)) == written


def test_what_has_no_table_is_described_too() -> None:
    assert set(re.findall(r"`([a-z_]+)`", section("The statement"))) >= {field.name for field in fields(StatementText)}
    for context in Context:
        assert f"`{context}`" in section("Signed documents")
    assert label._CONTEXT.decode().rstrip("\n") in section("The receipt")
    for word in [*ReceiptAction, *DELETION_REASONS]:
        assert f"`{word}`" in section("The receipt")
    assert all(f"`{purpose}`" in section("The statement") for purpose in Purpose)
    assert all(f"`{why}`" in section("The endpoints of a desk") for why in NotTaken)


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("The statement", [statement.MAX_STATEMENT, statement.MAX_PARAGRAPH, statement.MAX_LANGUAGES]),
        ("The statement", [statement.MAX_RETENTION_DAYS, statement.MAX_VERSION, *statement._LINES.values()]),
        ("The clip", [clip.MAX_DESCRIPTION, clip.MAX_SOUND, clip.MAX_SOUND_MS, clip.MAX_REDACTIONS, clip.MAX_KINDS]),
        ("The clip", [texts.MAX_WORDS, clip.MAX_NAME]),
        ("The bundle", [*SIZES, bundle.MAX_HEADER, bundle.MAX_BUNDLE - bundle.MAX_PAYLOAD, len(bundle.MARK)]),
        ("The receipt", [receipts.MAX_RECEIPT, receipts.MAX_SEQUENCE, receipts.MAX_HEARD_MS, receipts.MAX_PUBLISHED]),
        ("The tombstones", [tombstones.MAX_TOMBSTONES]),
        ("Addresses", [addresses.MAX_ADDRESS]),
        ("The endpoints of a desk", [bundle.MAX_BUNDLE, MAX_REQUEST]),
        ("The order of a desk's checks", [bundle.MAX_AGE.days, bundle.MAX_AHEAD.days]),
    ],
)
def test_every_limit_is_the_codes(title: str, numbers: list[int]) -> None:
    found = {int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*\d|\d", section(title))}
    assert not set(numbers) - found


def test_the_waits_are_the_codes() -> None:
    minutes = [int(wait.total_seconds() // 60) for wait in WAITS[:-1]]
    written = [f"{number} min" if number < 60 else f"{number // 60} h" for number in minutes]
    assert ", ".join(written) in section("When it does not work")


def test_the_golden_values_are_those_of_the_files() -> None:
    text = section("Golden files")
    assert signed_statement().sha256 in text
    assert LABEL.commitment in text
    assert {path.name for path in VECTORS.iterdir()} == set(re.findall(r"^\| `([a-z.]+)`", text, re.MULTILINE))
    assert "token" in json.loads((VECTORS / "keys.json").read_text(encoding="utf-8"))
