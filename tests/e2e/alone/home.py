"""A home that is alone on its machine does everything that Earshot can do; printed is what went over the wire.

Started by `test_nothing_leaves.py` in a network namespace, as a program of its own.
"""

import json
from pathlib import Path
import sys

from scripts.home.errors import RefusedError
from scripts.home.home import DemoHome
from scripts.home.process import wait_until

from ..house import House
from .deeds import UNREACHABLE, do_all
from .wire import Wire


def main(folder: Path) -> None:
    """Do everything, and then one thing that must show on the wire."""
    with Wire() as wire:
        with DemoHome(folder / "home", satellites=("Kitchen",)) as home, home.socket() as socket:
            house = House(home, socket, folder)
            done = do_all(house)
            before = wire.seen()
            refused = _contact(house)
            wait_until("what is sent is not seen", lambda: bool(wire.seen() - before), 20)
            after = wire.seen() - before
        told = {"done": done, "before": sorted(before), "after": sorted(after), "refused": refused}
    sys.stdout.write(json.dumps(told))


def _contact(house: House) -> str:
    """Look at a desk that is not there, as an administrator does before they consent to anything."""
    try:
        house.socket.ask("earshot/donation/desk", address=UNREACHABLE)
    except RefusedError as error:
        return str(error.code)
    return "answered"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
