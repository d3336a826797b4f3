"""A search reads the sealed words of a range, tells what holds what was looked for, and keeps nothing of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
import unicodedata

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.errors import LedgerError, LedgerUnavailableError
from custom_components.earshot.ledger import search as search_module
from custom_components.earshot.ledger.ledger import Ledger
from custom_components.earshot.ledger.opening import Opened, Wanted
from custom_components.earshot.ledger.query import Query
from custom_components.earshot.ledger.record import Erased
from custom_components.earshot.ledger.search import MAX_NEEDLE, Search
from custom_components.earshot.models import ContentKind
from tests.ledger.samples import NOON, utterance, utterance_id

SAID = ["Turn on the light", "turn OFF  the lamp", "what time is it", "Straße und Küche", "turn on the light again"]


@dataclass
class Shelf:
    """Stands in for the vault and for whoever enters that something is opened."""

    words: dict[str, bytes | str | None]
    kinds: frozenset[ContentKind] = frozenset({ContentKind.WORDS})
    announced: list[tuple[str, ...]] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    def announce(self, wanted: Sequence[Wanted]) -> None:
        self.announced.append(tuple(one.utterance_id for one in wanted))

    def read(self, wanted: Wanted) -> Opened | str | None:
        assert any(wanted.utterance_id in part for part in self.announced)
        self.opened.append(wanted.utterance_id)
        content = self.words[wanted.utterance_id]
        return Opened(content, b"") if isinstance(content, bytes) else content


def fill(ledger: Ledger, said: Sequence[str | bytes | None] = SAID) -> Shelf:
    for number in range(len(said)):
        ledger.append(utterance(number, satellite=("kitchen", "bedroom")[number % 2])).result()
    return Shelf({utterance_id(n): words.encode() if isinstance(words, str) else words for n, words in enumerate(said)})


def numbers(ids: Sequence[str]) -> list[int]:
    return [int(name[1:]) for name in ids]


@pytest.mark.parametrize(
    ("needle", "found"),
    [
        ("light", [4, 0]),
        ("TURN ON", [4, 0]),
        ("turn off the", [1]),
        ("  the\tlight ", [4, 0]),
        ("strasse", [3]),
        ("ku\u0308che", [3]),
        ("nothing of this", []),
        ("t", [4, 3, 2, 1, 0]),
    ],
)
def test_what_was_said_is_found_however_it_is_written(ledger: Ledger, needle: str, found: list[int]) -> None:
    finding = ledger.search(Search(needle=needle, query=Query()), fill(ledger))
    assert numbers(finding.utterance_ids) == found
    assert (finding.looked, finding.next) == (5, None)


@pytest.mark.promise(7)
def test_everything_that_is_opened_was_announced_and_nothing_else_is_opened(ledger: Ledger) -> None:
    shelf = fill(ledger)
    ledger.search(Search(needle="light", query=Query(satellite="assist_satellite.kitchen")), shelf)
    assert numbers(shelf.opened) == [0, 2, 4]
    assert numbers([name for part in shelf.announced for name in part]) == [0, 2, 4]


@pytest.mark.promise(7)
def test_what_cannot_be_announced_is_not_opened(ledger: Ledger) -> None:
    shelf = fill(ledger)

    def refuse(_: Sequence[Wanted]) -> None:
        raise LedgerUnavailableError

    shelf.announce = refuse  # type: ignore[method-assign, assignment]  # a source whose ledger is ill
    with pytest.raises(LedgerUnavailableError):
        ledger.search(Search(needle="light", query=Query()), shelf)
    assert not shelf.opened


def test_what_is_erased_is_not_looked_at(ledger: Ledger) -> None:
    shelf = fill(ledger)
    erased = Erased(utterance_id=utterance_id(0), at=NOON, contents=(ContentKind.WORDS,), by="retention")
    ledger.append([erased]).result()
    assert numbers(ledger.search(Search(needle="light", query=Query()), shelf).utterance_ids) == [4]
    assert utterance_id(0) not in shelf.opened


def test_what_does_not_open_or_is_no_text_holds_nothing(ledger: Ledger) -> None:
    shelf = fill(ledger, ["light", b"\xff light", "content_damaged", None])
    shelf.words[utterance_id(2)] = "content_damaged"
    assert numbers(ledger.search(Search(needle="light", query=Query()), shelf).utterance_ids) == [0]


def test_a_search_ends_after_so_many_and_the_next_goes_on_from_there(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_module, "AT_ONCE", 4)
    monkeypatch.setattr(search_module, "MAX_LOOKED", 8)
    shelf = fill(ledger, [f"say {number}" for number in range(21)])
    told: list[tuple[int, int]] = []
    found: list[int] = []
    before: str | None = None
    looked = []
    while True:
        search = Search(needle="say", query=Query(before=before))
        finding = ledger.search(search, shelf, lambda done, total: told.append((done, total)))
        found += numbers(finding.utterance_ids)
        looked.append(finding.looked)
        if (before := finding.next) is None:
            break
    assert found == list(range(20, -1, -1))
    assert looked == [8, 8, 5]
    assert told == [(4, 8), (8, 8), (4, 8), (8, 8), (4, 8), (5, 8)]
    assert max(len(part) for part in shelf.announced) == 4


@pytest.mark.parametrize("needle", ["", "  \n", "x" * (MAX_NEEDLE + 1)])
def test_a_search_for_nothing_or_too_much_is_refused_and_opens_nothing(ledger: Ledger, needle: str) -> None:
    shelf = fill(ledger)
    with pytest.raises(LedgerError) as raised:
        ledger.search(Search(needle=needle, query=Query()), shelf)
    assert needle not in str(raised.value) or not needle.strip()
    assert not shelf.announced


@pytest.mark.promise(9)
def test_what_is_looked_for_is_in_no_representation() -> None:
    assert "marzipan" not in repr(Search(needle="marzipan", query=Query()))


@given(st.text(max_size=30), st.text(max_size=10), st.text(max_size=10))
def test_what_was_said_holds_each_of_its_parts(words: str, before: str, after: str) -> None:
    fold = search_module._folded
    assert fold(words) == fold(fold(words))
    assert fold(words) in fold(f"{before} {words} {after}")
    assert fold(words) == fold(unicodedata.normalize("NFD", words))
