"""Gives up the network for good, tries every way out, and says what came of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..contract import Attempt, Wall
from . import walls
from .attempts import Target, try_ways_out

__all__ = ["Sandbox", "Target", "close", "leave_network"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sandbox:
    """What stands, and what was tried."""

    walls: tuple[Wall, ...]
    attempts: tuple[Attempt, ...]

    @property
    def enforced(self) -> bool:
        """Whether a wall that closes the network stands, and every attempt was denied."""
        closing = {walls.SECCOMP, walls.NETWORK_NAMESPACE}
        stands = any(wall.stands for wall in self.walls if wall.name in closing)
        return stands and bool(self.attempts) and all(attempt.denied for attempt in self.attempts)


def leave_network() -> Wall:
    """Move into an empty network namespace. Before the first thread."""
    return walls.put_up(walls.NETWORK_NAMESPACE, walls.leave_network)


def close(
    before: Iterable[Wall] = (),
    *,
    target: Target | None = None,
    filter_calls: Callable[[], str] = walls.filter_calls,
) -> Sandbox:
    """Put up the remaining walls and try every way out. Blocking, for some milliseconds; cannot be undone.

    `before`: walls that stand already. `filter_calls` is what a kernel without seccomp is stood in for with.
    """
    stand = (
        *before,
        walls.put_up("limits", walls.limit_resources),
        walls.put_up("no_new_privileges", walls.refuse_privileges),
        walls.put_up(walls.SECCOMP, filter_calls),
    )
    network = [wall for wall in stand if wall.name in {walls.SECCOMP, walls.NETWORK_NAMESPACE}]
    if not any(wall.stands for wall in network):
        # There is nothing to prove, and a name server that does not answer would hold up the start.
        return Sandbox(walls=stand, attempts=(Attempt(way="any", denied=False, detail="not tried: no wall stands"),))
    return Sandbox(walls=stand, attempts=try_ways_out(target or Target()))
