"""Finite sets of sentences as minimal automata, built without ever listing the sentences.

A recogniser's cost grows with the transitions of its grammar. A grammar's text, expanded as it is written, has
many times more than it needs: the same words leaving the same place, and the same endings again and again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MAX_STATES = 400_000
"""Largest automaton. A home with 2,000 names needs some 60,000 states; beyond, the recogniser would take seconds."""


@dataclass(frozen=True, slots=True)
class Automaton:
    """A minimal deterministic automaton: from each state at most one transition per word, and no dead ends."""

    arcs: tuple[Mapping[str, int], ...]
    """For each state, the words that leave it and where they lead. There is no way back to an earlier state."""
    accepting: frozenset[int]
    """States in which a sentence may end."""
    start: int = 0

    @property
    def words(self) -> frozenset[str]:
        """Every word on any transition."""
        return frozenset(word for arcs in self.arcs for word in arcs)


class Draft:
    """An automaton while it is written: any number of transitions, also without a word."""

    def __init__(self) -> None:
        """Begin with no states."""
        self._silent: list[list[int]] = []
        self._spoken: list[list[tuple[str, int]]] = []

    def state(self) -> int:
        """Add a state. Raises ValueError when the automaton becomes too large."""
        if len(self._silent) >= MAX_STATES:
            raise ValueError("the grammar is too large")
        self._silent.append([])
        self._spoken.append([])
        return len(self._silent) - 1

    def link(self, origin: int, target: int, word: str | None = None) -> None:
        """Add a transition; without a word it is taken in silence."""
        if word is None:
            self._silent[origin].append(target)
        else:
            self._spoken[origin].append((word, target))

    def insert(self, automaton: Automaton, origin: int, target: int) -> None:
        """Add a copy of `automaton` between two states."""
        places = [self.state() for _ in automaton.arcs]
        self.link(origin, places[automaton.start])
        for place, arcs in zip(places, automaton.arcs, strict=True):
            for word, end in arcs.items():
                self.link(place, places[end], word)
        for end in automaton.accepting:
            self.link(places[end], target)

    def minimize(self, start: int, end: int) -> Automaton:
        """Return the smallest automaton for the sentences that lead from `start` to `end`.

        Raises ValueError for transitions that lead in a circle.
        """
        return _Minimizer(self._silent, self._spoken, end).run(start)


type _Subset = frozenset[int]


class _Minimizer:
    """Determinizes by subsets and merges equal states from the ends of the sentences backwards."""

    def __init__(self, silent: list[list[int]], spoken: list[list[tuple[str, int]]], end: int) -> None:
        self._silent = silent
        self._spoken = spoken
        self._end = end
        self._numbers: dict[_Subset, int | None] = {}
        self._register: dict[tuple[bool, frozenset[tuple[str, int]]], int] = {}
        self._arcs: list[Mapping[str, int]] = []
        self._accepting: set[int] = set()

    def run(self, start: int) -> Automaton:
        first = self._closure([start])
        self._visit_all(first)
        number = self._numbers[first]
        if number is None:
            return Automaton(({},), frozenset())
        return Automaton(tuple(self._arcs), frozenset(self._accepting), number)

    def _visit_all(self, first: _Subset) -> None:
        """Number every subset after all that it leads to, without recursion."""
        open_now: set[_Subset] = set()
        stack: list[tuple[_Subset, dict[str, _Subset] | None]] = [(first, None)]
        while stack:
            subset, targets = stack.pop()
            if targets is not None:
                open_now.discard(subset)
                self._numbers[subset] = self._number(subset, targets)
            elif subset in open_now:
                raise ValueError("the grammar goes in a circle")
            elif subset not in self._numbers:
                open_now.add(subset)
                targets = self._targets(subset)
                stack.append((subset, targets))
                stack.extend((target, None) for target in targets.values() if target not in self._numbers)

    def _targets(self, subset: _Subset) -> dict[str, _Subset]:
        reached: dict[str, list[int]] = {}
        for state in subset:
            for word, target in self._spoken[state]:
                reached.setdefault(word, []).append(target)
        return {word: self._closure(states) for word, states in reached.items()}

    def _closure(self, states: Iterable[int]) -> _Subset:
        """Add what is reached in silence, and keep only the states that matter: with words, or the end."""
        seen = set(states)
        waiting = list(seen)
        while waiting:
            for target in self._silent[waiting.pop()]:
                if target not in seen:
                    seen.add(target)
                    waiting.append(target)
        return frozenset(state for state in seen if self._spoken[state] or state == self._end)

    def _number(self, subset: _Subset, targets: Mapping[str, _Subset]) -> int | None:
        """Return the state for `subset`, shared with every equal one; None where no sentence ends."""
        arcs = {word: number for word, target in targets.items() if (number := self._numbers[target]) is not None}
        accepts = self._end in subset
        if not arcs and not accepts:
            return None
        key = (accepts, frozenset(arcs.items()))
        if key not in self._register:
            if len(self._arcs) >= MAX_STATES:
                raise ValueError("the grammar is too large")
            self._register[key] = len(self._arcs)
            self._arcs.append(arcs)
            if accepts:
                self._accepting.add(self._register[key])
        return self._register[key]
