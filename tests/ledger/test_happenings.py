"""Entries of some kinds, whatever they are about, page by page."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from custom_components.earshot.errors import LedgerError
from custom_components.earshot.ledger import Ledger, Selection
from custom_components.earshot.ledger.record import Accessed, Gap, Record
from custom_components.earshot.models import ContentKind
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import NOON, utterance, utterance_id

KINDS = frozenset({"accessed", "gap"})


def accessed(number: int, minutes: int) -> Accessed:
    at = NOON + timedelta(minutes=minutes)
    return Accessed(utterance_id=utterance_id(number), at=at, contents=(ContentKind.WORDS,), who="Anna", how="words")


GAP = Gap(at=NOON + timedelta(minutes=2), began=NOON, ended=NOON + timedelta(minutes=1), reason="not_running")
ENTERED: tuple[Record, ...] = (
    *utterance(0),
    accessed(0, 3),
    GAP,
    # An export enters all that is in it at the same instant.
    accessed(0, 3),
    *utterance(1),
    accessed(1, 3),
)
NEWEST_FIRST = (accessed(1, 3), accessed(0, 3), accessed(0, 3), GAP)


@pytest.fixture
def ledger(any_home: LedgerHome) -> Iterator[Ledger]:
    with any_home.opened() as ledger:
        ledger.append(ENTERED).result()
        yield ledger


def pages(ledger: Ledger, kinds: frozenset[str], limit: int) -> list[Record]:
    found: list[Record] = []
    before = None
    while True:
        page = ledger.happenings(kinds, before, limit)
        found += [entry.record for entry in page.items]
        if (before := page.next) is None:
            return found
        assert len(page.items) == limit


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 50])
def test_they_come_newest_first_and_none_twice_also_those_of_one_instant(ledger: Ledger, limit: int) -> None:
    assert tuple(pages(ledger, KINDS, limit)) == NEWEST_FIRST


def test_of_the_kinds_that_are_asked_for_only(ledger: Ledger) -> None:
    assert pages(ledger, frozenset({"gap"}), 50) == [GAP]
    assert pages(ledger, frozenset(), 50) == []


def test_what_is_redacted_is_not_found(ledger: Ledger) -> None:
    ledger.redact(Selection(utterance_ids=(utterance_id(0),)), by="Anna")
    assert pages(ledger, KINDS, 50) == [accessed(1, 3), GAP]


def test_a_page_that_makes_no_sense_is_refused(ledger: Ledger) -> None:
    for before, limit in ((None, 0), (None, 501), ("yesterday", 1)):
        with pytest.raises(LedgerError):
            ledger.happenings(KINDS, before, limit)
