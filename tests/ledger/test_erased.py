"""How much was erased in a time is counted by when it was erased, and each utterance once."""

from datetime import timedelta

from custom_components.earshot.ledger.erasure import Selection
from custom_components.earshot.ledger.record import Erased
from custom_components.earshot.models import ContentKind
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import NOON, utterance, utterance_id

DAY = timedelta(days=1)


def erased(number: int, after: timedelta, *contents: ContentKind) -> Erased:
    return Erased(utterance_id=utterance_id(number), at=NOON + after, contents=contents, by="Anna")


def test_every_kind_of_database_counts_what_was_erased(any_home: LedgerHome) -> None:
    with any_home.opened() as ledger:
        assert ledger.erased(NOON, NOON + DAY) == 0
        for number in range(4):
            ledger.append(utterance(number, at=NOON - 3 * DAY)).result()
        ledger.append([erased(0, -2 * DAY, ContentKind.WORDS)]).result()
        # Its answer and its words were erased one after the other, and it is one utterance.
        ledger.append([erased(1, timedelta(), ContentKind.RESPONSE), erased(1, DAY / 2, ContentKind.WORDS)]).result()
        ledger.append(utterance(9, at=NOON + DAY / 2)).result()
        ledger.append([erased(2, DAY / 2, ContentKind.WORDS), erased(3, DAY, ContentKind.WORDS)]).result()
        counted = [ledger.erased(NOON + since * DAY, NOON + (since + 1) * DAY) for since in (-3, -2, -1, 0, 1, 2)]
        assert counted == [0, 1, 0, 2, 1, 0]
        ledger.redact(Selection(utterance_ids=(utterance_id(2),)), by="Anna")
        assert ledger.erased(NOON, NOON + DAY) == 1
