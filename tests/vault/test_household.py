"""A new household key, whatever breaks the exchange off, and nothing opens with the old one afterwards."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
import os
from pathlib import Path
import shutil
from unittest.mock import patch

import pytest

from custom_components.earshot.errors import ContentDamagedError, LedgerUnavailableError, VaultError
from custom_components.earshot.models import ContentKind
from custom_components.earshot.vault.vault import Vault
from tests.vault.conftest import LATER, VaultHome

KIND = ContentKind.WORDS
IDS = ("A", "B")
STEPS = 36
"""More than an exchange with two contents takes; a test sees that the last of them are not reached."""


class Killed(BaseException):
    """The process is gone: nothing catches it, nothing cleans up."""


@contextmanager
def killed_after(steps: int, by: BaseException | None = None) -> Iterator[list[str]]:
    """Kill at the step on the disk that comes after so many, and at all after it; yield the steps that were done."""
    done: list[str] = []

    def counted[**P, R](what: Callable[P, R]) -> Callable[P, R]:
        def step(*args: P.args, **kwargs: P.kwargs) -> R:
            if len(done) >= steps:
                raise by or Killed
            done.append(what.__name__)
            return what(*args, **kwargs)

        return step

    with (
        patch.object(os, "open", counted(os.open)),
        patch.object(os, "fsync", counted(os.fsync)),
        patch.object(Path, "replace", counted(Path.replace)),
        patch.object(Path, "unlink", counted(Path.unlink)),
    ):
        yield done


def furnish(home: VaultHome) -> Vault:
    vault = home.open()
    for utterance_id in IDS:
        vault.commit(vault.seal(utterance_id, KIND, utterance_id.encode(), until=LATER))
    return vault


def all_readable(vault: Vault) -> bool:
    return all(vault.read(utterance_id, KIND) == utterance_id.encode() for utterance_id in IDS)


def nobody(_before: str, _after: str) -> None:
    """Stand in for a ledger that takes every entry."""


def test_after_an_exchange_everything_opens_and_the_key_is_another(home: VaultHome) -> None:
    vault = furnish(home)
    before = vault.fingerprint
    told: list[tuple[str, str]] = []
    vault.rotate(lambda old, new: told.append((old, new)))
    assert told == [(before, vault.fingerprint)]
    assert vault.fingerprint != before
    assert all_readable(vault)
    opened = home.open()
    assert all_readable(opened)
    assert opened.fingerprint == vault.fingerprint
    assert not opened.rotation_unfinished
    assert {path.name for path in home.keys.iterdir()} == {"household.key", "contents", "erasures"}


def test_the_old_key_opens_nothing_of_what_is_there_after_the_exchange(home: VaultHome) -> None:
    vault = furnish(home)
    shutil.copy(home.keys / "household.key", home.folder / "stolen")
    vault.rotate(nobody)
    shutil.copy(home.folder / "stolen", home.keys / "household.key")
    for utterance_id in IDS:
        with pytest.raises(ContentDamagedError):
            home.open().read(utterance_id, KIND)


def test_the_old_key_leaves_none_of_its_bytes_in_its_place(home: VaultHome) -> None:
    vault = furnish(home)
    hard_link = home.folder / "hard_link"
    hard_link.hardlink_to(home.keys / "household.key")
    vault.rotate(nobody)
    assert set(hard_link.read_bytes()) == {0}


@pytest.mark.parametrize("steps", range(STEPS))
def test_a_kill_at_any_step_loses_nothing_and_the_exchange_goes_on(home: VaultHome, steps: int) -> None:
    vault = furnish(home)
    old = home.keys / "household.key"
    before = old.read_bytes()
    with killed_after(steps) as done, suppress(Killed):
        vault.rotate(nobody)
    opened = home.open()
    assert all_readable(opened)
    opened.commit(opened.seal("D", KIND, b"later", until=LATER))
    opened.rotate(nobody, go_on=True)
    assert not opened.rotation_unfinished
    again = home.open()
    assert all_readable(again)
    assert again.read("D", KIND) == b"later"
    if "replace" in done:  # the new key was made
        assert old.read_bytes() != before
        assert not any(before in path.read_bytes() for path in home.files())


def test_the_steps_that_are_tried_are_all_there_are(home: VaultHome) -> None:
    vault = furnish(home)
    with killed_after(10**6) as done:
        vault.rotate(nobody)
    assert 20 < len(done) < STEPS


def test_a_kill_while_the_rest_is_done_loses_nothing_either(home: VaultHome) -> None:
    furnish(home)
    reached = set()
    for steps in range(STEPS):
        with killed_after(steps) as done, suppress(Killed):
            home.open().rotate(nobody)
        reached.add(len(done))
        assert all_readable(home.open())
    assert len(reached) > 20


@pytest.mark.parametrize("steps", range(0, STEPS, 3))
def test_a_disk_that_refuses_at_any_step_loses_nothing_and_the_same_process_goes_on(
    home: VaultHome, steps: int
) -> None:
    vault = furnish(home)
    with killed_after(steps, OSError(5, "Input/output error")), suppress(VaultError):
        vault.rotate(nobody)
    assert all_readable(vault)
    vault.rotate(nobody, go_on=True)
    assert not vault.rotation_unfinished
    assert not (home.keys / "household.old").exists()
    assert all_readable(vault)
    opened = home.open()
    opened.rotate(nobody)
    assert all_readable(opened)
    assert {path.name for path in home.keys.iterdir()} == {"household.key", "contents", "erasures"}


def test_without_an_entry_the_old_key_is_not_destroyed(home: VaultHome) -> None:
    def unavailable(_before: str, _after: str) -> None:
        raise LedgerUnavailableError

    vault = furnish(home)
    with pytest.raises(LedgerUnavailableError):
        vault.rotate(unavailable)
    assert vault.rotation_unfinished
    assert all_readable(vault)
    assert all_readable(home.open())
    home.open().rotate(nobody, go_on=True)
    assert not home.open().rotation_unfinished


def test_going_on_begins_nothing(home: VaultHome) -> None:
    vault = furnish(home)
    before = vault.fingerprint
    vault.rotate(nobody, go_on=True)
    assert vault.fingerprint == before


def test_what_is_damaged_stays_damaged_and_holds_nothing_up(home: VaultHome) -> None:
    vault = furnish(home)
    key = home.keys / "contents" / "B.words.key"
    key.write_bytes(b"\1" * key.stat().st_size)
    vault.rotate(nobody)
    with pytest.raises(ContentDamagedError):
        vault.read("B", KIND)
    assert vault.read("A", KIND) == b"A"


def test_what_is_sealed_and_erased_meanwhile_is_as_it_should_be(home: VaultHome) -> None:
    vault = furnish(home)

    def meanwhile(_before: str, _after: str) -> None:
        vault.commit(vault.seal("D", KIND, b"new", until=LATER))
        vault.erase("A", [KIND])

    vault.rotate(meanwhile)
    opened = home.open()
    assert opened.read("D", KIND) == b"new"
    assert opened.read("B", KIND) == b"B"
    assert not [name for name in opened.names() if name.utterance_id == "A"]


def test_a_key_of_a_newer_earshot_is_refused_and_left_alone(home: VaultHome) -> None:
    furnish(home)
    path = home.keys / "household.key"
    newer = path.read_bytes().replace(b"KEY-1\n", b"KEY-2\n")
    path.write_bytes(newer)
    with pytest.raises(VaultError, match="newer"):
        home.open()
    assert path.read_bytes() == newer


def test_a_key_that_somebody_renamed_is_not_replaced_by_a_fresh_one(home: VaultHome) -> None:
    furnish(home)
    (home.keys / "household.key").rename(home.keys / "household.old")
    with pytest.raises(VaultError):
        home.open()
    (home.keys / "household.old").rename(home.keys / "household.key")
    assert all_readable(home.open())
