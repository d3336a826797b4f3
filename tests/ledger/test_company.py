"""A company is the same however it came together, and is found by the whole name of an ear and nothing else."""

from functools import reduce

from hypothesis import given, strategies as st

from custom_components.earshot.ledger.company import NOBODY, joined, labels_of, of_label, of_place
from custom_components.earshot.models import Place

# What would be taken for a border if it could stand in a name.
names = st.text() | st.sampled_from(["\n", "\t", '"', "\\", ",", "", "internet", '\n"a"', "Küche ☕", "a\ninternet\tb"])
ears = st.lists(st.tuples(st.sampled_from(Place), names), max_size=5)


def company(together: list[tuple[Place, str]]) -> str:
    return reduce(lambda before, ear: joined(before, *ear), together, NOBODY)


@given(ears, st.randoms(use_true_random=False))
def test_a_company_is_the_same_in_whatever_order_it_came_together(
    together: list[tuple[Place, str]], random: st.DataObject
) -> None:
    mixed = [*together, *together[:2]]
    random.shuffle(mixed)  # type: ignore[attr-defined]  # a random.Random
    assert company(mixed) == company(together)


@given(ears, names, st.sampled_from(Place))
def test_it_is_found_by_whole_names_and_by_places(together: list[tuple[Place, str]], name: str, place: Place) -> None:
    text = company(together)
    assert (of_label(name) in text) is any(label == name for _, label in together)
    assert (of_place(place) in text) is any(where is place for where, _ in together)
    assert sorted(labels_of(text)) == sorted(label for _, label in set(together))


def test_nobody_is_in_no_company() -> None:
    assert not list(labels_of(NOBODY))
