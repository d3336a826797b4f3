from itertools import pairwise

from hypothesis import given, strategies as st

from custom_components.earshot.ledger.ranges import EntryRange, first_difference, merged, to_ranges

indexes = st.sets(st.integers(0, 60))
ranges = st.tuples(st.integers(0, 60), st.integers(0, 9)).map(lambda p: EntryRange(first=p[0], last=p[0] + p[1]))


def held(some: tuple[EntryRange, ...]) -> set[int]:
    return {index for one in some for index in range(one.first, one.last + 1)}


@given(indexes)
def test_ranges_hold_exactly_what_they_were_made_of_and_never_touch(some: set[int]) -> None:
    made = to_ranges(some)
    assert held(made) == some
    assert all(one.last + 1 < other.first for one, other in pairwise(made))


@given(st.lists(ranges))
def test_ranges_that_touch_or_overlap_become_one(some: list[EntryRange]) -> None:
    ordered = sorted(some, key=lambda one: one.first)
    assert tuple(merged(ordered)) == to_ranges(held(tuple(some)))


@given(indexes, indexes)
def test_the_first_difference_is_the_smallest_index_that_only_one_holds(some: set[int], others: set[int]) -> None:
    assert first_difference(to_ranges(some), to_ranges(others)) == min(some ^ others, default=None)
