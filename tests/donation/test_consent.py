"""What a consent covers, when it is over, and what it needs to be one."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from custom_components.earshot.donation.consent import (
    LONGEST,
    USUAL,
    ConsentEnd,
    ConsentRequest,
    StatementFacts,
    covering,
    why_over,
    why_suspended,
)
from custom_components.earshot.donation.purposes import Purpose
from custom_components.earshot.errors.donating import ConsentRefusedError
from tests.donation.consents import NOON, a_consent

SAID = StatementFacts(sha256="5a" * 32, desk_key_sha256="de" * 32, purposes=frozenset(Purpose))
REQUEST = ConsentRequest(
    address="https://desk.example",
    statement_sha256=SAID.sha256,
    purposes=frozenset({Purpose.SPEECH}),
    satellites=frozenset({"kitchen"}),
    of_age=True,
    others_know=True,
)


@pytest.mark.promise(8)
@pytest.mark.parametrize(
    ("purpose", "satellite", "at", "covers"),
    [
        (Purpose.SPEECH, "kitchen", NOON, True),
        (Purpose.WAKE_WORDS, "kitchen", NOON, False),
        (Purpose.SPEECH, "hall", NOON, False),
        (Purpose.SPEECH, "kitchen", NOON + timedelta(days=90), False),
        (Purpose.SPEECH, "kitchen", NOON - timedelta(seconds=1), False),
    ],
)
def test_a_consent_covers_its_purpose_its_satellite_and_its_time(
    purpose: Purpose,
    satellite: str,
    at: datetime,
    covers: bool,  # noqa: FBT001 - from the table
) -> None:
    assert a_consent().covers(purpose, satellite, at) is covers
    assert (covering([a_consent()], purpose, satellite, at) is not None) is covers


@pytest.mark.parametrize("end", ConsentEnd)
def test_what_is_over_covers_nothing(end: ConsentEnd) -> None:
    over = a_consent().over(end, NOON)
    assert not over.covers(Purpose.SPEECH, "kitchen", NOON)
    assert (over.suspended is end) is end.suspends


@pytest.mark.promise(8)
@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, None),
        ({"sha256": "00"}, ConsentEnd.STATEMENT_CHANGED),
        ({"desk_key_sha256": "00"}, ConsentEnd.KEY_CHANGED),
        ({"purposes": frozenset({Purpose.WAKE_WORDS})}, ConsentEnd.STATEMENT_CHANGED),
    ],
)
def test_whatever_the_desk_says_otherwise_suspends(change: dict[str, Any], why: ConsentEnd | None) -> None:
    assert why_suspended(a_consent(), replace(SAID, **change)) is why


def test_it_ends_by_itself() -> None:
    assert why_over(a_consent(), NOON) is None
    assert why_over(a_consent(), NOON + timedelta(days=90)) is ConsentEnd.EXPIRED


@pytest.mark.promise(8)
def test_a_consent_that_says_all_holds_for_a_quarter_and_never_for_more_than_a_year() -> None:
    assert REQUEST.require(SAID, NOON) == NOON + USUAL
    assert replace(REQUEST, until=NOON + LONGEST).require(SAID, NOON) == NOON + LONGEST


@pytest.mark.promise(8)
@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({"statement_sha256": "00"}, "statement"),
        ({"purposes": frozenset()}, "purposes"),
        ({"satellites": frozenset()}, "satellites"),
        ({"of_age": False}, "of_age"),
        ({"others_know": False}, "others_know"),
        ({"until": NOON}, "until"),
        ({"until": NOON + LONGEST + timedelta(seconds=1)}, "until"),
        ({"until": datetime(2026, 12, 1)}, "until"),  # noqa: DTZ001 - without a zone it is no instant
    ],
)
def test_what_is_missing_is_said(change: dict[str, Any], missing: str) -> None:
    with pytest.raises(ConsentRefusedError) as refused:
        replace(REQUEST, **change).require(SAID, NOON)
    assert refused.value.placeholders == {"missing": missing}


def test_a_purpose_that_the_desk_does_not_name_cannot_be_consented_to() -> None:
    said = replace(SAID, purposes=frozenset({Purpose.WAKE_WORDS}))
    with pytest.raises(ConsentRefusedError):
        REQUEST.require(said, NOON)
