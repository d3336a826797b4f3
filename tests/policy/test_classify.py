"""A conclusion never claims more than its facts."""

from dataclasses import replace

from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.models import Evidence, Keeping, Place
from custom_components.earshot.policy.classify import (
    HOME_ASSISTANT,
    EngineFacts,
    Standing,
    classify_engine,
    classify_host,
)

LOCAL, CLOUD = "local_polling", "cloud_push"
HERE, HOME, OUT, LOST = Place.THIS_MACHINE, Place.HOME_NETWORK, Place.INTERNET, Place.UNKNOWN


def test_only_a_host_whose_walls_stand_is_called_enforced() -> None:
    assert classify_host(enforced=True) == Standing(Place.SANDBOX, Evidence.ENFORCED, Keeping.NOTHING)
    assert classify_host(enforced=False) == Standing(Place.THIS_MACHINE, Evidence.OBSERVED, Keeping.UNKNOWN)


@pytest.mark.parametrize("place", [HERE, HOME, OUT])
def test_of_a_host_that_somebody_else_started_all_is_its_own_word(place: Place) -> None:
    assert classify_host(enforced=True, place=place) == Standing(place, Evidence.DECLARED, Keeping.NOTHING)
    assert classify_host(enforced=False, place=place) == Standing(place, Evidence.DECLARED, Keeping.UNKNOWN)


def test_a_host_at_an_address_that_nobody_can_place_is_unknown() -> None:
    assert classify_host(enforced=True, place=LOST).evidence is Evidence.UNKNOWN
    assert classify_host(enforced=True, place=LOST).place.leaves_house


def test_what_home_assistant_does_with_words_is_its_own_word() -> None:
    assert HOME_ASSISTANT.evidence is Evidence.DECLARED
    assert not HOME_ASSISTANT.place.leaves_house


@pytest.mark.parametrize(
    ("iot_class", "addresses", "place"),
    [
        # The claim and the address agree.
        (LOCAL, (HERE,), HERE),
        ("local_push", (HOME,), HOME),
        (CLOUD, (OUT,), OUT),
        # They disagree: the outer one.
        (LOCAL, (OUT,), OUT),
        ("cloud_polling", (HERE,), OUT),
        ("calculated", (HOME,), HOME),
        (LOCAL, (HERE, HOME), HOME),
        (LOCAL, (HERE, OUT, LOST), OUT),
        # A claim alone reaches as far as what it claims.
        (LOCAL, (), HOME),
        (CLOUD, (), OUT),
        ("calculated", (), HERE),
        # Nobody claims anything.
        (None, (), LOST),
        (None, (HERE,), LOST),
        ("assumed_state", (HOME,), LOST),
        (None, (OUT,), OUT),
        # An address that nobody can place.
        (LOCAL, (LOST,), LOST),
        (LOCAL, (HERE, LOST), LOST),
        (CLOUD, (LOST,), OUT),
    ],
)
def test_claim_and_addresses_are_held_together_and_the_outermost_counts(
    iot_class: str | None, addresses: tuple[Place, ...], place: Place
) -> None:
    standing = classify_engine(EngineFacts(integration="any", iot_class=iot_class, addresses=addresses))
    assert standing.place is place
    assert standing.evidence is (Evidence.UNKNOWN if place is LOST else Evidence.DECLARED)
    assert standing.keeps is Keeping.UNKNOWN


@pytest.mark.parametrize(
    ("integration", "model", "place"),
    [
        ("ollama", "llama3.2:3b", HERE),
        ("ollama", "cloudy-model:7b", HERE),
        ("ollama", "gpt-oss:120b", HERE),
        ("ollama", "gpt-oss:120b-cloud", OUT),
        ("ollama", "gemma4:cloud", OUT),
        ("any", "gpt-4o-mini", LOST),
        ("any", "anthropic/claude-haiku-4-5", LOST),
        ("any", "openai/whisper-large-v3", HERE),
        ("any", "gemma-3", HERE),
        # It has to name a model, and its server takes any name.
        ("llama_cpp", "gpt-3.5-turbo", HERE),
        ("litellm", "mine", LOST),
        ("local_openai", "mine", LOST),
    ],
)
def test_a_server_of_this_machine_that_asks_others_is_not_called_local(
    integration: str, model: str, place: Place
) -> None:
    facts = EngineFacts(integration=integration, iot_class=LOCAL, addresses=(HERE,), models=(model,))
    assert classify_engine(facts).place is place


@pytest.mark.parametrize(("service", "place"), [("faster-whisper", HERE), ("openai", LOST), ("OpenAI-Streaming", LOST)])
def test_a_server_that_names_itself_a_bridge_is_not_called_local(service: str, place: Place) -> None:
    facts = EngineFacts(integration="wyoming", iot_class="local_push", addresses=(HERE,), service=service)
    assert classify_engine(facts).place is place


ADDRESS = st.sampled_from([HERE, HOME, OUT, LOST])
FACTS = st.builds(
    EngineFacts,
    integration=st.sampled_from(["wyoming", "ollama", "litellm", "llama_cpp", "cloud"]),
    iot_class=st.sampled_from([LOCAL, "local_push", CLOUD, "calculated", "assumed_state", None]),
    addresses=st.lists(ADDRESS, max_size=3).map(tuple),
    models=st.lists(st.sampled_from(["llama3", "gpt-4o", "kimi-k2:1t-cloud"]), max_size=2).map(tuple),
    service=st.sampled_from([None, "piper", "openai"]),
)


def distance(standing: Standing) -> int:
    """How far outside it is: 0 to 3 within the house, 4 where it must be counted as having left."""
    return 4 if standing.place.leaves_house else list(Place).index(standing.place)


@given(FACTS, ADDRESS.filter(lambda place: place.leaves_house))
def test_an_address_outside_never_brings_anything_further_inside(facts: EngineFacts, address: Place) -> None:
    more = replace(facts, addresses=(*facts.addresses, address))
    assert distance(classify_engine(more)) >= distance(classify_engine(facts))
    assert classify_engine(more).place.leaves_house


@given(FACTS, st.sampled_from(["gpt-4o", "gemma4:cloud"]))
def test_a_model_that_runs_elsewhere_never_brings_anything_further_inside(facts: EngineFacts, model: str) -> None:
    more = replace(facts, models=(*facts.models, model))
    assert distance(classify_engine(more)) >= distance(classify_engine(facts))


@given(FACTS)
def test_a_cloud_claim_never_brings_anything_further_inside(facts: EngineFacts) -> None:
    assert classify_engine(replace(facts, iot_class=CLOUD)).place is Place.INTERNET


@given(FACTS)
def test_nothing_of_somebody_elses_is_more_than_declared(facts: EngineFacts) -> None:
    standing = classify_engine(facts)
    assert standing.evidence in {Evidence.DECLARED, Evidence.UNKNOWN}
    assert (standing.evidence is Evidence.UNKNOWN) == (standing.place is Place.UNKNOWN)
    assert standing.place not in {Place.SATELLITE, Place.SANDBOX}
