"""A desk that is killed under a burst of donations loses none that it acknowledged, and keeps nothing half.

As `test_killed`: one desk after another, a death at a random point of each life; after each the next one starts, is
checked (see `desk_life`), and goes on.
"""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from random import Random
import signal

import pytest

from tests.crash.desk_life import DeskFacts
from tests.crash.journal import Home
from tests.crash.nursery import Wish
from tests.crash.test_killed import Nursery, log, nursery

__all__ = ["nursery"]

DESKS = 8
DEATHS = 5
"""Of each desk."""
SIDE_BY_SIDE = 4
START_STEPS = 120
STEPS = 1500
"""Steps of the start of a fresh desk, and of of its first forty bundles, about."""


def drawn(folder: Path, random: Random) -> Wish:
    """Draw a death: in the start or the load, by the clock or before a step."""
    seed = random.getrandbits(32)
    match random.choice(("start", "load", "load", "step", "step")):
        case "start":
            return Wish(desk=True, folder=str(folder), seed=seed, seconds=random.uniform(0, 0.3))
        case "load":
            return Wish(desk=True, folder=str(folder), seed=seed, seconds=random.uniform(0, 2.0), from_load=True)
    phase = random.choice(("start", "load", "load"))
    step = random.randint(1, START_STEPS if phase == "start" else STEPS)
    return Wish(desk=True, folder=str(folder), seed=seed, phase=phase, step=step)


def live_through(nursery: Nursery, random_seed: int, folder: Path) -> int:
    """Let a desk live through its deaths, and be found in order. Return how many bundles it acknowledged."""
    random = Random(random_seed)  # noqa: S311 - it is to be repeatable
    home = Home(folder / str(random_seed))
    home.folder.mkdir()
    died = 0
    for _ in range(DEATHS):
        wish = drawn(home.folder, random)
        ended = nursery.grant(wish)
        # A life may have done all that it had to before its step came.
        assert ended in {-signal.SIGKILL, 0}, f"{wish}: ended with {ended}\n{log(home.folder)}"
        died += ended != 0
    assert died
    assert nursery.grant(Wish(desk=True, folder=str(home.folder), peaceful=True)) == 0, log(home.folder)
    return len(DeskFacts(home).taken)


@pytest.mark.promise(5)
def test_a_desk_that_is_killed_loses_nothing_that_it_acknowledged_and_keeps_nothing_half(
    nursery: Nursery, tmp_path: Path
) -> None:
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        acknowledged = sum(pool.map(partial(live_through, nursery, folder=tmp_path), range(DESKS)))
    # A load that acknowledges nothing would lose nothing, whatever the code did.
    assert acknowledged > 5 * DESKS
