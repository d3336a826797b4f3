"""A conclusion never claims more than its facts."""

from custom_components.earshot.models import Evidence, Keeping, Place
from custom_components.earshot.policy.classify import HOME_ASSISTANT, Standing, classify_host


def test_only_a_host_whose_walls_stand_is_called_enforced() -> None:
    assert classify_host(enforced=True) == Standing(Place.SANDBOX, Evidence.ENFORCED, Keeping.NOTHING)
    assert classify_host(enforced=False) == Standing(Place.THIS_MACHINE, Evidence.OBSERVED, Keeping.UNKNOWN)


def test_what_home_assistant_does_with_words_is_its_own_word() -> None:
    assert HOME_ASSISTANT.evidence is Evidence.DECLARED
    assert not HOME_ASSISTANT.place.leaves_house
