"""Whose session it was is kept from the others, in whatever entry it stands; who listened is not."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

import pytest

from custom_components.earshot.ledger.query import Page
from custom_components.earshot.ledger.record import Accessed, Disowned, Erased, Heard, Shared
from custom_components.earshot.ledger.view import StoredEntry, UtteranceView, build_view
from custom_components.earshot.models import ContentKind, EarKind, Satellite
from custom_components.earshot.people.roles import Role
from custom_components.earshot.people.sight import DOER, Readable, Sight
from custom_components.earshot.policy.sharing import Sharing
from tests.ledger.samples import ENGINE, NOON, SAMPLES, utterance

ANNA, BEN = "1" * 32, "2" * 32
WORDS = (ContentKind.WORDS,)
MEMBER_EAR = replace(ENGINE, kind=EarKind.HOUSEHOLD_MEMBER)


def sight(role: Role, user_id: str, sharing: Sharing | None = None) -> Sight:
    return Sight(
        role=role,
        user_id=user_id,
        sharing=sharing or Sharing(),
        place_of=lambda entity_id: f"key of {entity_id}",
        names={ANNA: "Anna Bell", BEN: "Ben"},
    )


heard, *rest = utterance(1)
assert isinstance(heard, Heard)
UTTERANCE = heard.utterance_id
OWN = replace(heard, satellite=Satellite(label="Browser or app"), user="Anna", user_id=ANNA)
LATER = (
    Accessed(utterance_id=UTTERANCE, at=NOON, contents=WORDS, who="Anna", how="words"),
    Accessed(utterance_id=UTTERANCE, at=NOON, contents=WORDS, who="Chief", how="words"),
    Shared(
        utterance_id=UTTERANCE,
        at=NOON,
        contents=WORDS,
        ear=replace(MEMBER_EAR, label="Anna"),
        how="file",
        by="Anna",
    ),
    # After she was given her husband's name.
    Erased(utterance_id=UTTERANCE, at=NOON, contents=WORDS, by="Anna Bell"),
    Disowned(utterance_id=UTTERANCE, at=NOON, by="Anna"),
)
RECORDS = (OWN, *rest, *LATER)
VIEW = build_view(UTTERANCE, RECORDS)
ENTRIES = tuple(StoredEntry(index=index, record=record, leaf_hash="0" * 64) for index, record in enumerate(RECORDS))
OF_SATELLITE = build_view(UTTERANCE, (heard, *rest))


def everything(told: object) -> str:
    return repr(told)


@pytest.mark.parametrize("role", [Role.MEMBER, Role.READ_ONLY])
def test_others_learn_neither_name_nor_id_of_whose_session_it_was(role: Role) -> None:
    other = sight(role, BEN)
    told = everything((other.facts(VIEW), other.entries(VIEW, ENTRIES), other.page(Page((VIEW,), None))))
    assert "Anna" not in told
    assert ANNA not in told
    assert "Chief" in told
    assert other.hides(VIEW)


@pytest.mark.parametrize(("role", "who"), [(Role.ADMIN, BEN), (Role.MEMBER, ANNA), (Role.READ_ONLY, ANNA)])
def test_they_themselves_and_administrators_see_all(role: Role, who: str) -> None:
    own = sight(role, who)
    assert own.facts(VIEW) is VIEW
    assert own.entries(VIEW, ENTRIES) == ENTRIES
    assert own.page(Page((VIEW,), "1.2")) == Page((VIEW,), "1.2")
    assert not own.hides(VIEW)


def test_what_is_hidden_changes_nothing_else() -> None:
    other = sight(Role.MEMBER, BEN)
    kept: dict[str, Any] = {
        "user": VIEW.user,
        "user_id": VIEW.user_id,
        "ears": VIEW.ears,
        "disowned_by": VIEW.disowned_by,
    }
    assert replace(other.facts(VIEW), **kept) == VIEW
    hidden = other.entries(VIEW, ENTRIES)
    assert [entry.index for entry in hidden] == [entry.index for entry in ENTRIES]
    assert [type(entry.record) for entry in hidden] == [type(record) for record in RECORDS]
    assert hidden[1:-5] == ENTRIES[1:-5]


def test_no_kind_of_entry_tells_who_did_something_with_what_was_said() -> None:
    other = sight(Role.MEMBER, BEN)
    named = [
        cast("Any", replace)(sample, utterance_id=UTTERANCE, **{name: "Anna" for name in DOER if hasattr(sample, name)})
        for sample in SAMPLES
        if sample.utterance_id is not None and any(hasattr(sample, name) for name in DOER)
    ]
    assert len({type(record) for record in named}) > 3
    entries = (StoredEntry(index=index, record=record, leaf_hash="") for index, record in enumerate(named))
    for entry in other.entries(VIEW, entries):
        assert {getattr(entry.record, name) for name in DOER if hasattr(entry.record, name)} == {""}, entry.record.kind


def test_what_a_satellite_heard_names_nobody_and_hides_nothing() -> None:
    other = sight(Role.MEMBER, BEN)
    assert other.facts(OF_SATELLITE) is OF_SATELLITE
    assert not other.hides(OF_SATELLITE)


def without_an_id(view: UtteranceView) -> UtteranceView:
    return replace(view, user_id=None)


@pytest.mark.parametrize(
    ("view", "sharing", "readable"),
    [
        (VIEW, None, {"admin": "all", "anna": "own", "ben": "nothing"}),
        (without_an_id(VIEW), None, {"admin": "all", "anna": "nothing", "ben": "nothing"}),
        (OF_SATELLITE, None, {"admin": "all", "anna": "nothing", "ben": "nothing"}),
        (
            OF_SATELLITE,
            Sharing(house=OF_SATELLITE.at),
            {"admin": "all", "anna": "shared", "ben": "shared"},
        ),
        (
            OF_SATELLITE,
            Sharing(house=OF_SATELLITE.at + timedelta(milliseconds=1)),
            {"admin": "all", "anna": "nothing", "ben": "nothing"},
        ),
        (VIEW, Sharing(house=NOON), {"admin": "all", "anna": "own", "ben": "nothing"}),
        (replace(VIEW, satellite=None), Sharing(house=NOON), {"admin": "all", "anna": "own", "ben": "nothing"}),
    ],
)
def test_what_may_be_read(view: UtteranceView, sharing: Sharing | None, readable: dict[str, Any]) -> None:
    people = {
        "admin": sight(Role.ADMIN, "3" * 32, sharing),
        "anna": sight(Role.MEMBER, ANNA, sharing),
        "ben": sight(Role.READ_ONLY, BEN, sharing),
    }
    assert {name: person.readable(view) for name, person in people.items()} == readable
    assert set(Readable) >= set(readable.values())


def test_only_a_member_changes_their_own_and_an_administrator_everything() -> None:
    everybody = [(Role.ADMIN, BEN), (Role.MEMBER, ANNA), (Role.READ_ONLY, ANNA), (Role.MEMBER, BEN)]
    assert [sight(role, who).may_change(VIEW) for role, who in everybody] == [True, True, False, False]
