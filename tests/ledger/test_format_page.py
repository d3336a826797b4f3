"""The page on the format says what the code does."""

from dataclasses import fields
from enum import StrEnum
import json
from pathlib import Path
import re
from types import NoneType
from typing import get_args, get_type_hints

import pytest

from custom_components.earshot import models
from custom_components.earshot.ledger.ranges import EntryRange
from custom_components.earshot.ledger.record import KINDS, Record
from custom_components.earshot.ledger.verify import StepName
from tests.ledger.core_only import ROOT
from tests.ledger.test_checkpoint import GOLDEN_NOTE, GOLDEN_PUBLIC

PAGE = (ROOT / "docs" / "ledger-format.md").read_text(encoding="utf-8")
GOLDEN = json.loads((Path(__file__).parent / "golden_bodies.json").read_text(encoding="utf-8"))
ENUMS = [models.EarKind, models.Place, models.Evidence, models.Stage, models.ContentKind, models.Outcome]


def described(cls: type) -> set[str]:
    """Return the fields of a class as the page writes them: with a question mark where they may be absent."""
    hints = get_type_hints(cls)
    return {f"`{f.name}`" + ("?" if NoneType in get_args(hints[f.name]) else "") for f in fields(cls)}


def row(name: str) -> set[str]:
    """Return what a table of the page says of a name, without types and explanations."""
    (line,) = re.findall(rf"^\| `?{name}`? \| (.*) \|$", PAGE, re.MULTILINE)
    return set(re.findall(r"`[a-z_0-9]+`\??", re.sub(r"\([^)]*\)", "", line)))


@pytest.mark.parametrize("cls", KINDS.values())
def test_every_kind_is_described_with_its_fields(cls: type[Record]) -> None:
    assert row(cls.kind) == described(cls)


@pytest.mark.parametrize(
    ("name", "cls"),
    [
        ("ear", models.Ear),
        ("satellite", models.Satellite),
        ("received", models.Received),
        ("range", EntryRange),
        ("deed", models.Deed),
        ("target", models.Target),
    ],
)
def test_every_part_is_described_with_its_fields(name: str, cls: type) -> None:
    assert row(name) == described(cls)


@pytest.mark.parametrize(
    ("name", "enum"), zip(["ear kind", "place", "evidence", "stage", "content", "outcome"], ENUMS, strict=True)
)
def test_every_value_of_an_enumeration_is_listed(name: str, enum: type[StrEnum]) -> None:
    assert row(name) == {f"`{value}`" for value in enum}


def test_the_golden_values_are_those_of_the_tests() -> None:
    assert GOLDEN_NOTE in PAGE
    assert f"\n{GOLDEN_PUBLIC}\n" in PAGE
    assert f"\n{GOLDEN['gap']}\n" in PAGE


def test_the_steps_are_in_the_order_of_the_code() -> None:
    assert re.findall(r"^\d\. \*\*(\w+)\*\*", PAGE.split("## How to verify\n")[1], re.MULTILINE) == [
        step.value for step in StepName
    ]
