"""What a crash, a restored backup or a lost disk left behind: found, and put right where only one thing is right."""

from collections.abc import Callable, Set as AbstractSet
from dataclasses import dataclass

from ..errors import ContentDamagedError, ContentGoneError
from ..models import ContentKind
from .contents import SEALED, WAITING, SealedFiles
from .files import ContentName
from .keys import KeyRing


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """What was found, and what was done. Nothing here means that all was in order."""

    completed: tuple[ContentName, ...]
    """Waited for an entry that the ledger has: they have their names now."""
    discarded: tuple[ContentName, ...]
    """The ledger has no entry of them: entered, key destroyed, file removed."""
    unreadable: tuple[ContentName, ...]
    """The ledger has them, and their key is gone, as after a restore from a backup: entered, and file removed."""
    damaged: tuple[ContentName, ...]
    """Their key does not open with the household key. Left as they are, for a person to decide."""
    missing: tuple[ContentName, ...]
    """The ledger has them, the key is there, and the file is not: a disk that is not mounted, or a lost file.
    The key is left, and is destroyed when its time is over."""


def reconcile(
    keys: KeyRing,
    files: SealedFiles,
    known: Callable[[str, ContentKind], bool],
    pending: AbstractSet[ContentName],
    enter: Callable[[Reconciled], None],
) -> Reconciled:
    """Bring keys, files and ledger together, except for what is `pending`.

    `enter` is called with what was found, if anything is to be destroyed, before that is done: when it returns, the
    ledger says so. It must raise if that could not be entered; nothing is changed then, and the next start finds the
    same again.

    `known` says whether the ledger has an entry that a content is stored. It must raise, and not answer no, if the
    ledger cannot be read: what is not known is erased.
    """
    waiting = set(files.names(WAITING)) - pending
    sealed = set(files.names(SEALED)) - pending
    keyed = set(keys.names()) - pending
    everything = sorted(waiting | sealed | keyed)
    unknown = {name for name in everything if not known(name.utterance_id, name.kind)}
    states = {name: _key_state(keys, name) for name in everything if name not in unknown}
    unreadable = {name for name, state in states.items() if state is ContentGoneError}
    damaged = {name for name, state in states.items() if state is ContentDamagedError}
    completed = waiting - unknown - unreadable - damaged
    missing = keyed - waiting - sealed - unknown - unreadable - damaged
    found = Reconciled(
        completed=tuple(sorted(completed)),
        discarded=tuple(sorted(unknown)),
        unreadable=tuple(sorted(unreadable)),
        damaged=tuple(sorted(damaged)),
        missing=tuple(sorted(missing)),
    )
    if unknown or unreadable:
        enter(found)
    for name in completed:
        files.settle(name)
    for name in unknown | unreadable:
        keys.destroy(name)
        files.remove(name)
    return found


def _key_state(keys: KeyRing, name: ContentName) -> type[Exception] | None:
    """Return which error opening a key raises, or None."""
    try:
        keys.get(name)
    except (ContentGoneError, ContentDamagedError) as err:
        return type(err)
    return None
