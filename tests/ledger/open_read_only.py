"""A program that opens a ledger without the right to write it, and prints the error, then whether it verifies.

Usage: FOLDER. Root may write anything, so the program gives that up first.
"""
# ruff: noqa: T201 - it reports to the test that started it

import os
from pathlib import Path
import sys

from tests.ledger import core_only

core_only.install()

from custom_components.earshot.errors import LedgerError  # noqa: E402 - only now can they be imported alone
from custom_components.earshot.ledger.key_files import trusted  # noqa: E402
from custom_components.earshot.ledger.ledger import Ledger, verify_file  # noqa: E402

NOBODY = 65534


def main(folder: Path) -> None:
    """Try to write, then verify."""
    database, keys = folder / "earshot" / "ledger.db", folder / "keys"
    known = trusted(keys)
    database.chmod(0o444)
    database.parent.chmod(0o555)
    if os.getuid() == 0:
        os.setuid(NOBODY)
    try:
        Ledger.open(f"sqlite:///{database}", keys=keys, origin="earshot/test").close()
    except LedgerError as err:
        print(type(err).__name__)
    print(verify_file(database, known).ok)


main(Path(sys.argv[1]))
