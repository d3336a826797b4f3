"""Whatever happened to the list of utterances, it can be made anew from the entries, while others write."""

import pytest

from custom_components.earshot.errors import LedgerCorruptError
from custom_components.earshot.ledger import rebuilding
from custom_components.earshot.ledger.erasure import Selection
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.record import Redacted
from tests.ledger.conftest import LedgerHome
from tests.ledger.samples import SAMPLES, utterance, utterance_id

DAMAGES = [
    "DELETE FROM utterance",
    "UPDATE utterance SET satellite = 'nobody', places = 0, listened = 1 WHERE first_index = 8",
    "UPDATE utterance SET at = at + 1, first_index = first_index + 1000",
    "UPDATE utterance SET sound_kept = 1, words_kept = NULL, outcome = 'failed', left_house = NULL",
    "UPDATE utterance SET company = 1, response_kept = 1",
    "UPDATE company SET ears = replace(ears, 'satellite', 'internet')",
    "DELETE FROM company",
    "INSERT INTO utterance (utterance_id, at, first_index) VALUES ('ghost', 1, 9999)",
]
LISTED = """
SELECT utterance_id, at, first_index, satellite, outcome, left_house, places, listened, sound_kept, words_kept,
  response_kept, ears
FROM utterance LEFT JOIN company ON number = company
ORDER BY utterance_id
"""


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut the ledger into parts that do not end where utterances do."""
    monkeypatch.setattr(rebuilding, "ENTRIES", 7)
    monkeypatch.setattr(rebuilding, "ROWS", 3)


def fill(ledger: Ledger) -> None:
    for number in range(12):
        ledger.append(utterance(number)).result()
    ledger.append([sample for sample in SAMPLES if not isinstance(sample, Redacted)]).result()
    ledger.redact(Selection(utterance_ids=(utterance_id(3),)), by="Anna")


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_list_is_made_what_the_entries_say(home: LedgerHome, damage: str, small_parts: None) -> None:
    with home.opened() as ledger:
        fill(ledger)
        sound = home.sql(LISTED)
        home.sql(damage)
        assert not ledger.verify().ok
        assert ledger.rebuild() > 0
        assert ledger.verify().ok
        assert home.sql(LISTED) == sound
        assert not home.sql("SELECT ears FROM company WHERE number NOT IN (SELECT company FROM utterance)")
        assert ledger.rebuild() == 0


def test_the_number_of_wrong_rows_is_told(ledger: Ledger, home: LedgerHome) -> None:
    fill(ledger)
    home.sql("UPDATE utterance SET outcome = 'blocked' WHERE first_index IN (0, 4)")
    home.sql("DELETE FROM utterance WHERE first_index = 8")
    home.sql(DAMAGES[-1])
    assert ledger.rebuild() == 4


def test_it_tells_how_far_it_is(ledger: Ledger, small_parts: None) -> None:
    fill(ledger)
    told: list[tuple[int, int]] = []
    ledger.rebuild(lambda done, total: told.append((done, total)))
    size = ledger.size()
    assert told[-1] == (size, size)
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert len(told) > size // 8


def test_others_write_between_two_parts(ledger: Ledger, home: LedgerHome, small_parts: None) -> None:
    fill(ledger)
    home.sql("DELETE FROM utterance")
    numbers = iter(range(100, 200))

    def meanwhile(_done: int, _total: int) -> None:
        ledger.append(utterance(next(numbers))).result()

    ledger.rebuild(meanwhile)
    assert next(numbers) > 105
    assert ledger.verify().ok


def test_an_entry_that_cannot_be_read_is_not_guessed_at(ledger: Ledger, home: LedgerHome) -> None:
    ledger.append(SAMPLES[:1]).result()
    home.sql("DELETE FROM utterance")
    # What is looked at closely, because it has escapes.
    home.sql("UPDATE entry SET kind = 'accessed', body = x'7b7d'")
    with pytest.raises(LedgerCorruptError):
        ledger.rebuild()
    assert ledger.append(utterance(1)).result().first_index == 1


def test_an_empty_ledger_has_nothing_to_put_right(ledger: Ledger) -> None:
    assert ledger.rebuild() == 0
