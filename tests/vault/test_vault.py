from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
import hmac
from pathlib import Path
import shutil
from threading import Event, Thread

from hypothesis import HealthCheck, given, settings, strategies as st
import pytest

from custom_components.earshot.errors import ContentDamagedError, ContentGoneError, VaultError
from custom_components.earshot.models import ContentKind
from custom_components.earshot.vault.contents import SealedFiles
from custom_components.earshot.vault.files import ContentName
from custom_components.earshot.vault.keys import KeyRing
from custom_components.earshot.vault.vault import Due, Sealed, Vault
from tests.vault.conftest import LATER, NOON, VaultHome, entered

ID = "01KAPZJ1J8Q6R9V3W5X7Y9Z1A2"
OTHER = "01KAPZJ1J8Q6R9V3W5X7Y9Z1A3"
WORDS = "schalte das Küchenlicht ein".encode()
SOUND = b"RIFF" + bytes(range(256)) * 40


def keep(
    vault: Vault,
    content: bytes = WORDS,
    kind: ContentKind = ContentKind.WORDS,
    utterance_id: str = ID,
    until: datetime | None = LATER,
) -> Sealed:
    """Seal and commit, as if the ledger had the entry."""
    sealed = vault.seal(utterance_id, kind, content, until=until)
    vault.commit(sealed)
    return sealed


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.binary(max_size=5000), st.sampled_from(ContentKind))
def test_a_content_comes_back_also_after_a_restart(home: VaultHome, content: bytes, kind: ContentKind) -> None:
    vault = home.open()
    sealed = keep(vault, content, kind)
    assert sealed.size == len(content)
    assert vault.read(ID, kind) == content
    assert home.open().read(ID, kind, commitment=sealed.commitment) == content
    assert vault.erase(ID, [kind]) == (kind,)
    vault.told(ID, [kind])


def test_nothing_is_readable_before_it_is_committed(vault: Vault) -> None:
    sealed = vault.seal(ID, ContentKind.WORDS, WORDS, until=LATER)
    with pytest.raises(ContentGoneError):
        vault.read(ID, ContentKind.WORDS)
    vault.commit(sealed)
    assert vault.read(ID, ContentKind.WORDS) == WORDS


def test_what_is_discarded_leaves_nothing_behind(home: VaultHome, vault: Vault) -> None:
    vault.discard(vault.seal(ID, ContentKind.WORDS, WORDS, until=LATER))
    assert home.names() == []
    assert vault.due() == ()
    with pytest.raises(ContentGoneError):
        vault.read(ID, ContentKind.WORDS)


def test_what_was_never_kept_is_gone(vault: Vault) -> None:
    with pytest.raises(ContentGoneError):
        vault.read(ID, ContentKind.WORDS)


def test_nothing_can_be_committed_twice_or_after_it_was_erased(vault: Vault) -> None:
    sealed = keep(vault)
    with pytest.raises(ContentGoneError):
        vault.commit(sealed)
    waiting = vault.seal(ID, ContentKind.SOUND, SOUND, until=LATER)
    vault.erase(ID, [ContentKind.SOUND])
    with pytest.raises(ContentGoneError):
        vault.commit(waiting)


def test_a_content_is_sealed_once(vault: Vault) -> None:
    keep(vault)
    with pytest.raises(VaultError):
        vault.seal(ID, ContentKind.WORDS, b"something else", until=LATER)
    assert vault.read(ID, ContentKind.WORDS) == WORDS


@pytest.mark.promise(5)
def test_erasing_destroys_the_key_and_the_file_of_that_content_alone(home: VaultHome, vault: Vault) -> None:
    keep(vault)
    keep(vault, SOUND, ContentKind.SOUND)
    keep(vault, utterance_id=OTHER)
    assert vault.erase(ID, ContentKind) == (ContentKind.SOUND, ContentKind.WORDS)
    assert vault.erase(ID, ContentKind) == ()
    assert home.names() == [f"{OTHER}.words.sealed", f"{OTHER}.words.key"]
    with pytest.raises(ContentGoneError):
        vault.read(ID, ContentKind.WORDS)
    assert vault.read(OTHER, ContentKind.WORDS) == WORDS


@pytest.mark.promise(5)
def test_a_backup_of_the_contents_never_opens_once_they_are_erased(home: VaultHome, vault: Vault) -> None:
    keep(vault)
    shutil.copytree(home.contents, home.folder / "backup")
    vault.erase(ID, [ContentKind.WORDS])
    shutil.copytree(home.folder / "backup", home.contents, dirs_exist_ok=True)
    with pytest.raises(ContentGoneError):
        home.open().read(ID, ContentKind.WORDS)


def test_a_destroyed_key_leaves_none_of_its_bytes_in_its_place(home: VaultHome, vault: Vault) -> None:
    keep(vault)
    (path,) = (home.keys / "contents").glob("*.key")
    hard_link = home.folder / "hard_link"
    hard_link.hardlink_to(path)
    vault.erase(ID, [ContentKind.WORDS])
    assert set(hard_link.read_bytes()) == {0}


def test_a_key_whose_destruction_was_broken_off_opens_nothing(home: VaultHome, vault: Vault) -> None:
    keep(vault)
    (path,) = (home.keys / "contents").glob("*.key")
    path.write_bytes(bytes(path.stat().st_size))
    with pytest.raises(ContentGoneError):
        home.open().read(ID, ContentKind.WORDS)
    assert [name.kind for name in home.open().reconcile(lambda *_: True, entered).unreadable] == [ContentKind.WORDS]
    assert home.names() == []


@pytest.mark.promise(9)
def test_the_words_never_touch_the_disk_in_clear(home: VaultHome, vault: Vault) -> None:
    keep(vault)
    waiting = vault.seal(OTHER, ContentKind.SOUND, SOUND, until=LATER)
    texts = [path.read_bytes() + path.name.encode() for path in home.files()]
    assert len(texts) == 5
    for word in (*WORDS.split(), SOUND[:16], SOUND[1000:1016], WORDS.hex().encode()):
        assert not [text for text in texts if word in text]
    vault.discard(waiting)


def test_every_file_and_folder_is_for_its_owner_only(home: VaultHome, vault: Vault) -> None:
    keep(vault)
    assert {path.stat().st_mode & 0o777 for path in home.files()} == {0o600}
    folders = (home.contents, home.keys, home.keys / "contents")
    assert {path.stat().st_mode & 0o777 for path in folders} == {0o700}


def test_keys_do_not_lie_beside_what_they_open(tmp_path: Path) -> None:
    with pytest.raises(VaultError):
        Vault.open(tmp_path, tmp_path / "keys")


@pytest.mark.parametrize("which", ["sealed", "key"])
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(at=st.integers(0, 10_000), flip=st.integers(1, 255))
def test_any_byte_changed_in_a_file_or_a_key_is_damage(home: VaultHome, which: str, at: int, flip: int) -> None:
    vault = home.open()
    keep(vault)
    (path,) = home.folder.rglob(f"{ID}.words.{which}")
    changed = bytearray(path.read_bytes())
    changed[at % len(changed)] ^= flip
    path.write_bytes(changed)
    for opened in (vault, home.open()):
        with pytest.raises(ContentDamagedError):
            opened.read(ID, ContentKind.WORDS)
    vault.erase(ID, [ContentKind.WORDS])
    vault.told(ID, [ContentKind.WORDS])


@pytest.mark.parametrize("length", [0, 1, 30, 60])
@pytest.mark.parametrize("which", ["sealed", "key"])
def test_a_file_or_a_key_that_was_cut_off_opens_nothing(home: VaultHome, which: str, length: int) -> None:
    vault = home.open()
    keep(vault)
    (path,) = home.folder.rglob(f"{ID}.words.{which}")
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises((ContentDamagedError, ContentGoneError)):
        vault.read(ID, ContentKind.WORDS)


def test_files_and_keys_do_not_open_under_each_others_names(home: VaultHome, vault: Vault) -> None:
    keep(vault)
    keep(vault, b"other words", utterance_id=OTHER)
    for folder, suffix in ((home.contents, "sealed"), (home.keys / "contents", "key")):
        shutil.copy(folder / f"{ID}.words.{suffix}", folder / f"{OTHER}.words.{suffix}")
        with pytest.raises(ContentDamagedError):
            vault.read(OTHER, ContentKind.WORDS)


def test_a_content_that_is_not_the_ledgers_is_damage(vault: Vault) -> None:
    sealed = keep(vault)
    assert vault.read(ID, ContentKind.WORDS, commitment=sealed.commitment) == WORDS
    with pytest.raises(ContentDamagedError):
        vault.read(ID, ContentKind.WORDS, commitment="00" * 32)


def test_a_damaged_household_key_is_refused_and_left_alone(home: VaultHome) -> None:
    keep(home.open())
    path = home.keys / "household.key"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(VaultError):
        home.open()
    assert home.names() == [f"{ID}.words.sealed", f"{ID}.words.key"]


def test_a_fresh_household_key_opens_nothing_of_before_and_destroys_nothing(home: VaultHome) -> None:
    keep(home.open())
    (home.keys / "household.key").unlink()
    vault = home.open()
    with pytest.raises(ContentDamagedError):
        vault.read(ID, ContentKind.WORDS)
    found = vault.reconcile(lambda *_: True, entered)
    assert [name.utterance_id for name in found.damaged] == [ID]
    assert home.names() == [f"{ID}.words.sealed", f"{ID}.words.key"]


def test_what_is_due_is_told_by_utterance_and_the_longest_overdue_first(home: VaultHome) -> None:
    vault = home.open()
    keep(vault, until=NOON + timedelta(minutes=2))
    keep(vault, SOUND, ContentKind.SOUND, until=NOON + timedelta(minutes=1))
    keep(vault, utterance_id=OTHER, until=NOON)
    keep(vault, SOUND, ContentKind.SOUND, utterance_id=OTHER, until=None)
    opened = home.open()
    home.wait(timedelta(seconds=-0.001))
    assert vault.due() == opened.due() == ()
    home.wait(timedelta(seconds=0.001))
    assert vault.due() == opened.due() == (Due(OTHER, (ContentKind.WORDS,)),)
    assert vault.seconds_left() == opened.seconds_left() == 0
    home.wait(timedelta(days=9999))
    everything = (Due(OTHER, (ContentKind.WORDS,)), Due(ID, (ContentKind.SOUND, ContentKind.WORDS)))
    assert vault.due() == opened.due() == home.open().due() == everything
    vault.erase(OTHER, [ContentKind.WORDS])
    home.wait(timedelta(days=-9999))
    assert vault.seconds_left() == 60


@given(st.datetimes(datetime(1970, 1, 2), datetime(9000, 1, 1)))  # noqa: DTZ001 - hypothesis wants them without a zone
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_a_time_survives_a_restart_and_is_never_earlier(home: VaultHome, naive: datetime) -> None:
    until = naive.replace(tzinfo=NOON.tzinfo)
    vault = home.open()
    keep(vault, until=until)
    ring = KeyRing.open(home.keys)
    kept = ring.get(ContentName(ID, ContentKind.WORDS))[1]
    assert kept is not None
    assert until <= kept < until + timedelta(milliseconds=1)
    vault.erase(ID, [ContentKind.WORDS])
    vault.told(ID, [ContentKind.WORDS])


def test_what_is_due_is_not_readable_even_before_it_is_erased(home: VaultHome, vault: Vault) -> None:
    keep(vault)
    home.wait(LATER - NOON - timedelta(milliseconds=1))
    assert vault.read(ID, ContentKind.WORDS) == WORDS
    home.wait(timedelta(milliseconds=1))
    with pytest.raises(ContentGoneError):
        vault.read(ID, ContentKind.WORDS)


def test_an_instant_without_a_time_zone_is_refused_before_anything_is_written(home: VaultHome, vault: Vault) -> None:
    with pytest.raises(ValueError, match="time zone"):
        vault.seal(ID, ContentKind.WORDS, WORDS, until=LATER.replace(tzinfo=None))
    assert home.names() == []


def test_a_full_disk_leaves_nothing_half_sealed(home: VaultHome, vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(SealedFiles, "write_waiting", full)
    with pytest.raises(VaultError, match="No space left"):
        vault.seal(ID, ContentKind.WORDS, WORDS, until=LATER)
    assert home.names() == []
    assert vault.due() == ()


def test_many_threads_seal_and_read_at_once(vault: Vault) -> None:
    def work(number: int) -> None:
        content = b"%d" % number
        keep(vault, content, utterance_id=f"U{number}")
        read.append(vault.read(f"U{number}", ContentKind.WORDS) == content)

    read: list[bool] = []
    threads = [Thread(target=work, args=(number,)) for number in range(32)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read == [True] * 32


def test_what_is_disclosed_can_be_checked_with_what_comes_with_it_and_nothing_more(vault: Vault) -> None:
    sealed = keep(vault)
    found = vault.disclose(ID, ContentKind.WORDS, commitment=sealed.commitment)
    assert found.content == WORDS
    assert hmac.digest(found.commitment_key, WORDS, "sha256").hex() == sealed.commitment
    # It is not the key that the content was sealed with.
    assert found.commitment_key != vault._keys.get(ContentName(ID, ContentKind.WORDS))[0]


def test_nothing_is_disclosed_that_the_ledger_does_not_speak_of(vault: Vault) -> None:
    keep(vault)
    with pytest.raises(ContentDamagedError):
        vault.disclose(ID, ContentKind.WORDS, commitment="00" * 32)
    with pytest.raises(ContentGoneError):
        vault.disclose(ID, ContentKind.SOUND, commitment="00" * 32)


def test_a_content_that_waits_for_the_disk_keeps_no_other_waiting(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, go_on, write = Event(), Event(), vault._files.write_waiting

    def slow(name: ContentName, data: bytes) -> None:
        if name.utterance_id == "SLOW":
            began.set()
            go_on.wait()
        write(name, data)

    monkeypatch.setattr(vault._files, "write_waiting", slow)
    with ThreadPoolExecutor(2) as pool:
        waiting = pool.submit(vault.seal, "SLOW", ContentKind.WORDS, b"one", until=LATER)
        began.wait()
        quick = vault.seal("QUICK", ContentKind.WORDS, b"two", until=LATER)
        with pytest.raises(VaultError):
            vault.seal("SLOW", ContentKind.WORDS, b"again", until=LATER)
        rotating = pool.submit(vault.rotate, lambda _new, _old: None)
        # What is being written may be wrapped with the key that is to go: the rotation waits for it.
        assert not rotating.done()
        go_on.set()
        slowly = waiting.result()
        rotating.result()
    for sealed, content in ((slowly, b"one"), (quick, b"two")):
        vault.commit(sealed)
        assert vault.read(sealed.utterance_id, ContentKind.WORDS) == content
