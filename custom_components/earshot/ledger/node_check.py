"""The stored nodes of the tree, compared with those that its leaves make, many in one query."""

from collections import defaultdict
from collections.abc import Iterable

from .store import Snapshot
from .tree import Node

AT_ONCE = 256
"""Nodes that are read together: those of 65,536 entries on the lowest stored level."""


class StoredNodes:
    """The nodes of one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.count = 0
        """How many were compared or wait for it."""
        self._snapshot = snapshot
        self._waiting = defaultdict[int, list[Node]](list)
        self._wrong: Node | None = None

    def compare(self, nodes: Iterable[Node]) -> None:
        """Hold stored nodes to these. On each level they come in order, without a hole."""
        for node in nodes:
            self.count += 1
            waiting = self._waiting[node.level]
            waiting.append(node)
            if len(waiting) == AT_ONCE:
                self._compare(waiting)

    def first_wrong(self) -> Node | None:
        """Return what the first stored node should be that is something else, by where its leaves end."""
        for waiting in self._waiting.values():
            if waiting:
                self._compare(waiting)
        return self._wrong

    def _compare(self, nodes: list[Node]) -> None:
        first = nodes[0]
        stored = self._snapshot.hashes(first.level, first.index, len(nodes))
        if list(stored) != [node.hash for node in nodes]:
            # A node may be missing, and all behind it moved up.
            wrong = next(
                node for node in nodes if list(self._snapshot.hashes(node.level, node.index, 1)) != [node.hash]
            )
            self._wrong = wrong if self._wrong is None else min(self._wrong, wrong, key=_end)
        nodes.clear()


def _end(node: Node) -> tuple[int, int]:
    return (node.index + 1) << node.level, node.level
