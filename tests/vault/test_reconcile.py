"""No clip without an entry, and no entry without a clip, whatever a crash left behind."""

from collections.abc import Callable

import pytest

from custom_components.earshot.errors import ContentMissingError, LedgerUnavailableError
from custom_components.earshot.models import ContentKind
from custom_components.earshot.vault.files import ContentName
from custom_components.earshot.vault.reconcile import Reconciled
from custom_components.earshot.vault.vault import Vault
from tests.vault.conftest import LATER, NOON, VaultHome, entered

KIND = ContentKind.WORDS
NOTHING = Reconciled(completed=(), discarded=(), unreadable=(), damaged=(), missing=())


def wait(vault: Vault, utterance_id: str) -> None:
    vault.seal(utterance_id, KIND, b"words", until=LATER)


def keep(vault: Vault, utterance_id: str) -> None:
    vault.commit(vault.seal(utterance_id, KIND, b"words", until=LATER))


def test_where_all_is_in_order_nothing_is_found(home: VaultHome) -> None:
    keep(home.open(), "A")
    before = home.names()
    assert home.open().reconcile(lambda *_: True, entered) == NOTHING
    assert home.names() == before


def test_a_file_that_waits_for_an_entry_that_is_there_is_completed(home: VaultHome) -> None:
    wait(home.open(), "A")
    vault = home.open()
    found = vault.reconcile(lambda utterance_id, kind: (utterance_id, kind) == ("A", KIND), entered)
    assert found == Reconciled(completed=(ContentName("A", KIND),), discarded=(), unreadable=(), damaged=(), missing=())
    assert vault.read("A", KIND) == b"words"
    assert vault.reconcile(lambda *_: True, entered) == NOTHING


@pytest.mark.parametrize("leave", [wait, keep])
def test_a_file_without_an_entry_is_discarded(home: VaultHome, leave: Callable[[Vault, str], None]) -> None:
    leave(home.open(), "A")
    keep(home.open(), "B")
    vault = home.open()
    found = vault.reconcile(lambda utterance_id, _: utterance_id == "B", entered)
    assert found.discarded == (ContentName("A", KIND),)
    assert home.names() == ["B.words.sealed", "B.words.key"]
    home.wait(LATER - NOON)
    assert [due.utterance_id for due in vault.due()] == ["B"]


def test_a_key_that_was_made_before_its_file_is_discarded(home: VaultHome) -> None:
    wait(home.open(), "A")
    (home.contents / "A.words.waiting").unlink()
    assert home.open().reconcile(lambda *_: False, entered).discarded == (ContentName("A", KIND),)
    assert home.names() == []


@pytest.mark.parametrize("leave", [wait, keep])
def test_a_file_whose_key_is_gone_is_removed_and_told(home: VaultHome, leave: Callable[[Vault, str], None]) -> None:
    leave(home.open(), "A")
    (home.keys / "contents" / "A.words.key").unlink()
    assert home.open().reconcile(lambda *_: True, entered).unreadable == (ContentName("A", KIND),)
    assert home.names() == []


def test_what_nobody_can_read_any_more_is_entered_before_its_file_goes(home: VaultHome) -> None:
    keep(home.open(), "A")
    (home.keys / "contents" / "A.words.key").unlink()
    seen: list[tuple[tuple[ContentName, ...], list[str]]] = []
    home.open().reconcile(lambda *_: True, lambda found: seen.append((found.unreadable, home.names())))
    assert seen == [((ContentName("A", KIND),), ["A.words.sealed"])]


def test_what_the_ledger_does_not_know_is_entered_before_it_is_destroyed(home: VaultHome) -> None:
    keep(home.open(), "A")
    seen: list[tuple[tuple[ContentName, ...], list[str]]] = []
    home.open().reconcile(lambda *_: False, lambda found: seen.append((found.discarded, home.names())))
    assert seen == [((ContentName("A", KIND),), ["A.words.sealed", "A.words.key"])]
    assert home.names() == []


def test_what_cannot_be_entered_is_left_and_found_again(home: VaultHome) -> None:
    def unavailable(_names: object) -> None:
        raise LedgerUnavailableError

    keep(home.open(), "A")
    (home.keys / "contents" / "A.words.key").unlink()
    with pytest.raises(LedgerUnavailableError):
        home.open().reconcile(lambda *_: True, unavailable)
    assert home.open().reconcile(lambda *_: True, entered).unreadable == (ContentName("A", KIND),)


def test_a_missing_file_is_told_and_its_key_is_kept(home: VaultHome) -> None:
    keep(home.open(), "A")
    sealed = home.contents / "A.words.sealed"
    content = sealed.read_bytes()
    sealed.unlink()
    vault = home.open()
    assert vault.reconcile(lambda *_: True, entered).missing == (ContentName("A", KIND),)
    with pytest.raises(ContentMissingError):
        vault.read("A", KIND)
    # The disk is mounted again.
    sealed.write_bytes(content)
    assert home.open().read("A", KIND) == b"words"


def test_the_key_of_a_missing_file_is_still_destroyed_when_its_time_is_over(home: VaultHome) -> None:
    keep(home.open(), "A")
    (home.contents / "A.words.sealed").unlink()
    vault = home.open()
    home.wait(LATER - NOON)
    assert [due.utterance_id for due in vault.due()] == ["A"]
    assert vault.erase("A", [KIND]) == (KIND,)
    assert home.names() == []


def test_what_this_process_is_about_to_enter_is_left_alone(home: VaultHome) -> None:
    vault = home.open()
    sealed = vault.seal("A", KIND, b"words", until=LATER)
    assert vault.reconcile(lambda *_: False, entered) == NOTHING
    vault.commit(sealed)
    assert vault.read("A", KIND) == b"words"


def test_nothing_is_touched_if_the_ledger_does_not_answer(home: VaultHome) -> None:
    def unavailable(_utterance_id: str, _kind: ContentKind) -> bool:
        raise LedgerUnavailableError

    wait(home.open(), "A")
    keep(home.open(), "B")
    before = home.names()
    with pytest.raises(LedgerUnavailableError):
        home.open().reconcile(unavailable, entered)
    assert home.names() == before


def test_strangers_files_are_left_alone(home: VaultHome) -> None:
    vault = home.open()
    strangers = [home.contents / "README.txt", home.contents / "a.b.sealed", home.keys / "contents" / "note.key"]
    for path in strangers:
        path.write_text("not ours")
    assert vault.reconcile(lambda *_: False, entered) == NOTHING
    assert all(path.exists() for path in strangers)


def test_a_key_that_was_half_written_is_removed_at_the_next_start(home: VaultHome) -> None:
    home.open()
    (home.keys / "contents" / "A.words.key.new").write_bytes(b"half")
    home.open()
    assert home.names() == []
