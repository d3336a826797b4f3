"""A home that is alone on its machine does everything that Earshot can do; printed is what went over the wire.

Started by `test_nothing_leaves.py` in a network namespace, as a program of its own.
"""

from contextlib import suppress
import json
from pathlib import Path
import sys

from scripts.home.errors import RefusedError
from scripts.home.home import DemoHome
from scripts.home.process import wait_until

from ..house import House
from .deeds import CONTACTS, do_all
from .wire import Wire


def main(folder: Path) -> None:
    """Do everything, and then one thing that must show on the wire."""
    with Wire() as wire:
        with DemoHome(folder / "home", satellites=("Kitchen",)) as home, home.socket() as socket:
            house = House(home, socket, folder)
            done = do_all(house)
            before = wire.seen()
            contacted = {name: _seen(wire, house, name) for name in CONTACTS}
        told = {"done": done, "before": sorted(before), "contacted": contacted}
    sys.stdout.write(json.dumps(told))


def _seen(wire: Wire, house: House, name: str) -> list[str]:
    """Ask for a desk that is not there, as an administrator does; return where something was then sent to."""
    wire.forget()
    with suppress(RefusedError):
        house.socket.ask(f"earshot/{name}", **CONTACTS[name])
    wait_until("what is sent is not seen", lambda: bool(wire.seen()), 20)
    return sorted(wire.seen())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
