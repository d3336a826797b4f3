"""Which consents stand, in a file of its own that no backup carries.

A consent that is in the store and not in here came back from a backup: nobody knows whether it was withdrawn since, so
it does not hold. To withdraw all, this file goes; that needs neither the store nor the ledger.
"""

from collections.abc import Iterable
import json
from pathlib import Path

from ..vault.files import destroy_file, replace_file


def read_standing(path: Path) -> frozenset[str]:
    """Return the ids of the consents that stand. Blocks. What cannot be read stands for none."""
    try:
        return frozenset(str(one) for one in json.loads(path.read_bytes()))
    except OSError, ValueError, TypeError:
        return frozenset()


def write_standing(path: Path, consents: Iterable[str]) -> None:
    """Note which consents stand, durably. Blocks. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if ids := sorted(consents):
        replace_file(path, json.dumps(ids).encode())
    elif path.exists():
        # On a full disk a file can still go.
        destroy_file(path)
