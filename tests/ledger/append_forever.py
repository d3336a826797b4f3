"""A program that appends utterances to a ledger until it is killed, and prints what was acknowledged.

Each line is `<number> <first index>`, written only when the future has resolved. Usage: FOLDER FIRST [FILE_LIMIT],
where the last is the largest size in bytes that any file may grow to: a full disk.
"""

# ruff: noqa: T201 - it reports to the test that started it
from collections import deque
from pathlib import Path
import resource
import sys

from tests.ledger import core_only

core_only.install()

from custom_components.earshot.errors import LedgerUnavailableError  # noqa: E402 - only now can they be imported alone
from custom_components.earshot.ledger.ledger import Ledger  # noqa: E402
from tests.ledger.samples import utterance  # noqa: E402

IN_FLIGHT = 16
"""Utterances that wait at a time: enough for several to share a transaction."""


def main(folder: Path, first: int, file_limit: int | None) -> None:
    """Append and report until the end of time, or of the disk."""
    if "homeassistant" in sys.modules:
        raise SystemExit("the core is not to need Home Assistant")
    ledger = Ledger.open(f"sqlite:///{folder}/earshot/ledger.db", keys=folder / "keys", origin="earshot/test")
    print("open", flush=True)
    if file_limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, resource.RLIM_INFINITY))
    waiting = deque([(number, ledger.append(utterance(number))) for number in range(first, first + IN_FLIGHT)])
    number = first + IN_FLIGHT
    while True:
        done, future = waiting.popleft()
        try:
            print(done, future.result().first_index, flush=True)
        except LedgerUnavailableError:
            break
        waiting.append((number, ledger.append(utterance(number))))
        number += 1
    # A smaller write may have found room where a larger one had not.
    for done, future in waiting:
        if future.exception() is None:
            print(done, future.result().first_index, flush=True)
    # The disk has room again: the same ledger goes on.
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print("full", flush=True)
    print(number, ledger.append(utterance(number)).result().first_index, flush=True)
    ledger.close()


main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else None)
