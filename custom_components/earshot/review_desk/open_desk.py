"""Opening the desk: keys, store, vault, statement, and what a crash left between them put right."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
import logging
from pathlib import Path
import shutil
from typing import Final

from ..donation.desk.desk_store import DeskStore, clips, reviewing
from ..donation.desk.desk_store.rows import State
from ..vault.clock import elapsed_seconds
from ..vault.files import destroy_file
from ..vault.reconcile import Reconciled
from ..vault.vault import Vault
from .chest import Chest
from .configured import DeskChoices
from .ending import Ending
from .keys import DeskKeys
from .leases import Leases
from .opened import Held, Opened
from .receipting import Receipts
from .stating import state

LOGGER = logging.getLogger(__name__)

UNUSABLE: Final = "rejected"
"""Reason of a deletion whose contents nobody can open any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPaths:
    """Where a desk's files lie."""

    folder: Path
    """Store and sealed contents. In backups; without the keys they say nothing of what was said."""
    keys: Path
    """In Home Assistant's cache, which no backup carries."""

    @property
    def store(self) -> Path:
        """The store's database."""
        return self.folder / "desk.db"

    @property
    def contents(self) -> Path:
        """The sealed contents."""
        return self.folder / "vault"

    @property
    def data_sets(self) -> Path:
        """Data sets on their way to somebody: in clear, so beside the keys and in no backup."""
        return self.keys / "data-sets"


def open_desk(paths: DeskPaths, choices: DeskChoices, now: Callable[[], datetime]) -> Opened:
    """Open a desk, and bring its store and its contents together.

    Raises DeskStoreError, VaultError, StatementError, ReviewDeskError for a damaged key, OSError. Blocks.
    """
    keys = DeskKeys.open(paths.keys)
    store = DeskStore.open(paths.store)
    try:
        vault = Vault.open(paths.contents, paths.keys / "vault")
        desk = Opened(
            store=store,
            chest=Chest(vault),
            keys=keys,
            statement=state(store, choices, keys, now()),
            choices=choices,
            leases=Leases(elapsed_seconds),
            held=Held.of(store, now().date()),
            folder=paths.folder,
            now=now,
        )
        put_right(desk)
    except BaseException:
        store.close()
        raise
    return desk


def put_right(desk: Opened) -> Reconciled:
    """Bring store and contents together: no clip without a row, no row without a clip, nothing half erased.

    What was sealed and not entered was never acknowledged, and is thrown away. What was entered and cannot be opened
    any more is buried. Blocks.
    """
    with desk.store.read() as connection:
        rows = clips.here(connection)
        labels = set(reviewing.label_names(connection))

    def known(donation_id: str, label: int | None) -> bool:
        return donation_id in rows if label is None else (donation_id, label) in labels

    def lost(donation_ids: Iterable[str]) -> None:
        _doom(desk, donation_ids)

    found = desk.chest.reconcile(known, lost)
    _doom(desk, rows - set(desk.chest.names()))
    finish_what_is_doomed(desk)
    desk.chest.told_all()
    if found.discarded or found.unreadable or found.damaged or found.missing:
        LOGGER.warning(
            "The review desk found %d contents without a row, %d that no key opens, %d without a file",
            len(found.discarded),
            len(found.unreadable) + len(found.damaged),
            len(found.missing),
        )
    return found


def forget_desk(paths: DeskPaths) -> None:
    """Destroy what a desk held that is no more: keys first, so that nothing opens whatever breaks this off. Blocks.

    Nobody would keep the promise any more that its clips are erased in time.
    """
    for folder in (paths.keys, paths.folder):
        if not folder.is_dir():
            continue
        try:
            for key in (path for path in folder.rglob("*") if path.is_file() and folder is paths.keys):
                destroy_file(key)
            shutil.rmtree(folder)
        except OSError as err:
            LOGGER.error("What the review desk held could not be destroyed: %s", err.strerror)  # noqa: TRY400 - the reason is all there is to it


def finish_what_is_doomed(desk: Opened) -> None:
    """Bring every erasure to its end that something broke off. Raises DeskStoreError, VaultError. Blocks."""
    with desk.store.read() as connection:
        doomed = list(clips.in_state(connection, State.DOOMED))
    ending = Ending(desk, Receipts(desk.keys.signing))
    for clip in doomed:
        ending.finish(clip)


def _doom(desk: Opened, donation_ids: Iterable[str]) -> None:
    for donation_id in donation_ids:
        desk.store.write(lambda connection, one=donation_id: clips.doom(connection, one, UNUSABLE, None))  # type: ignore[misc]  # a default binds the loop's value
