"""Runs of entries by their indexes: how a redaction names what it took away, in few bytes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRange:
    """Entries that stand behind one another."""

    first: int
    """Index of the first of them."""
    last: int
    """Index of the last of them; the same as `first` for a single one."""


def to_ranges(indexes: Iterable[int]) -> tuple[EntryRange, ...]:
    """Return the fewest ranges that hold exactly these indexes, in order."""
    return tuple(merged(EntryRange(first=index, last=index) for index in sorted(indexes)))


def merged(ranges: Iterable[EntryRange]) -> Iterator[EntryRange]:
    """Yield ranges, given in the order of their first entries, with those that touch or overlap made one."""
    present: EntryRange | None = None
    for one in ranges:
        if present is None:
            present = one
        elif one.first <= present.last + 1:
            present = EntryRange(first=present.first, last=max(present.last, one.last))
        else:
            yield present
            present = one
    if present is not None:
        yield present


def first_difference(some: Iterable[EntryRange], others: Iterable[EntryRange]) -> int | None:
    """Return the first index that only one of two sets of merged ranges holds, or None if they are the same."""
    left, right = iter(some), iter(others)
    while True:
        one, other = next(left, None), next(right, None)
        if one is None or other is None:
            rest = one or other
            return None if rest is None else rest.first
        if one.first != other.first:
            return min(one.first, other.first)
        if one.last != other.last:
            return min(one.last, other.last) + 1
