"""An erasure is noted before anything is destroyed, and until the ledger knows."""

import errno
import os

import pytest

from custom_components.earshot.errors import ContentGoneError, VaultError
from custom_components.earshot.models import ContentKind
from custom_components.earshot.vault.erasures import Untold
from custom_components.earshot.vault.keys import KeyRing
from custom_components.earshot.vault.vault import Vault
from tests.vault.conftest import LATER, NOON, VaultHome, entered

SOUND, WORDS = ContentKind.SOUND, ContentKind.WORDS


def keep(vault: Vault, kind: ContentKind = WORDS) -> None:
    vault.commit(vault.seal("A", kind, b"content", until=LATER))


def test_an_erasure_is_found_until_it_is_told_also_after_a_restart(home: VaultHome, vault: Vault) -> None:
    keep(vault)
    keep(vault, SOUND)
    assert vault.erase("A", ContentKind, by="Ada Löwe") == (SOUND, WORDS)
    untold = (Untold(utterance_id="A", kinds=(SOUND, WORDS), by="Ada Löwe"),)
    assert vault.untold() == home.open().untold() == untold
    vault.told("A", [SOUND])
    assert home.open().untold() == (Untold(utterance_id="A", kinds=(WORDS,), by="Ada Löwe"),)
    vault.told("A", ContentKind)
    assert home.open().untold() == ()


def test_of_what_was_never_there_no_erasure_is_noted(vault: Vault) -> None:
    assert vault.erase("A", ContentKind, by="Ada") == ()
    assert vault.untold() == ()


@pytest.mark.promise(5)
def test_an_erasure_that_a_crash_broke_off_is_brought_to_its_end(
    home: VaultHome, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> bool:
        raise OSError(5, "Input/output error")

    keep(vault)
    with monkeypatch.context() as patched:
        patched.setattr(KeyRing, "destroy", crash)
        with pytest.raises(VaultError):
            vault.erase("A", [WORDS], by="retention")
    opened = home.open()
    assert opened.untold() == (Untold(utterance_id="A", kinds=(WORDS,), by="retention"),)
    assert home.names() == []
    with pytest.raises(ContentGoneError):
        opened.read("A", WORDS)


def test_the_start_finds_nothing_lost_in_what_was_erased(
    home: VaultHome, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(vault)
    with monkeypatch.context() as patched:
        patched.setattr(KeyRing, "destroy", lambda *_: True)
        vault.erase("A", [WORDS], by="retention")
    (home.contents / "A.words.sealed").write_bytes(b"came back")
    found = home.open().reconcile(lambda *_: True, entered)
    assert (found.unreadable, found.damaged, found.missing) == ((), (), ())
    assert home.names() == []


def test_what_was_erased_is_not_sealed_again_before_the_ledger_knows(vault: Vault) -> None:
    keep(vault)
    vault.erase("A", [WORDS])
    with pytest.raises(VaultError):
        keep(vault)
    vault.told("A", [WORDS])
    keep(vault)


def test_who_wanted_it_first_is_who_is_told(vault: Vault, home: VaultHome) -> None:
    keep(vault)
    vault.erase("A", [WORDS], by="Ada")
    (home.contents / "A.words.sealed").write_bytes(b"came back")
    vault.erase("A", [WORDS], by="retention")
    assert [note.by for note in vault.untold()] == ["Ada"]


def test_what_waits_for_its_entry_is_not_due(home: VaultHome, vault: Vault) -> None:
    sealed = vault.seal("A", WORDS, b"content", until=NOON)
    assert vault.due() == ()
    vault.commit(sealed)
    assert [due.utterance_id for due in vault.due()] == ["A"]


def test_a_time_is_shortened_and_never_lengthened(home: VaultHome, vault: Vault) -> None:
    keep(vault)
    assert not vault.shorten("A", WORDS, LATER)
    assert vault.shorten("A", WORDS, NOON)
    assert not vault.shorten("A", WORDS, LATER)
    for opened in (vault, home.open()):
        assert [due.utterance_id for due in opened.due()] == ["A"]
        with pytest.raises(ContentGoneError):
            opened.read("A", WORDS)


def test_what_has_no_end_can_be_given_one(home: VaultHome, vault: Vault) -> None:
    vault.commit(vault.seal("A", WORDS, b"content", until=None))
    assert vault.seconds_left() is None
    assert vault.shorten("A", WORDS, LATER)
    assert vault.seconds_left() == home.open().seconds_left() == (LATER - NOON).total_seconds()


@pytest.mark.promise(5)
def test_where_the_note_finds_no_room_it_is_erased_all_the_same_and_told_with_who_wanted_it(
    home: VaultHome, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(vault)
    monkeypatch.setattr("custom_components.earshot.vault.erasures.write_file", refuse)
    assert vault.erase("A", [WORDS], by="Ada") == (WORDS,)
    monkeypatch.undo()
    assert home.names() == []
    assert vault.holds("A", WORDS)
    with pytest.raises(VaultError):
        vault.seal("A", WORDS, b"other", until=LATER)
    assert vault.untold() == (Untold(utterance_id="A", kinds=(WORDS,), by="Ada"),)
    vault.told("A", [WORDS])
    assert vault.untold() == ()
    assert not vault.holds("A", WORDS)


def refuse(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
