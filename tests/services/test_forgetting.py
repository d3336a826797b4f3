"""Forgetting by actions, as an administrator, somebody else, and an automation ask for it."""

from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any

from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, Unauthorized, UnknownUser
from homeassistant.util import dt as dt_util
import probatio
import pytest
from pytest_homeassistant_custom_component.common import MockUser

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.ledger import Erased, Ledger, UtteranceView
from custom_components.earshot.models import Outcome
from custom_components.earshot.traces.table import read_table
from tests.gate.house import House, add_satellite


async def call(hass: HomeAssistant, service: str, context: Context | None = None, **data: Any) -> dict[str, Any]:
    """Call an action and return its answer."""
    answer: Any = await hass.services.async_call(
        DOMAIN, service, data, blocking=True, return_response=True, context=context
    )
    return dict(answer)


def erased_by(house: House, view: UtteranceView) -> list[str]:
    entries = house.runtime.ledger.entries(view.utterance_id)
    return [entry.record.by for entry in entries if isinstance(entry.record, Erased)]


async def test_an_administrator_erases_by_id_and_is_named(
    hass: HomeAssistant, house: House, hass_admin_user: MockUser
) -> None:
    await house.say()
    view = await house.utterance()
    context = Context(user_id=hass_admin_user.id)
    answer = await call(hass, "erase", context, utterance_id=view.utterance_id)
    assert (answer["utterances"], answer["contents"], answer["in_flight"]) == (1, 2, 0)
    assert {"place": "speech_files", "count": 1, "left": 0, "why_not": None} in answer["traces"]
    assert erased_by(house, view) == [hass_admin_user.name]


async def test_an_automation_erases_what_was_said_before_a_time_of_the_house(hass: HomeAssistant, house: House) -> None:
    await hass.config.async_set_time_zone("Asia/Tokyo")
    await house.say()
    view = await house.utterance()
    local = dt_util.as_local(view.at).replace(tzinfo=None)
    assert (await call(hass, "erase", until=(local - timedelta(seconds=1)).isoformat()))["contents"] == 0
    answer = await call(hass, "erase", since=(local - timedelta(seconds=1)).isoformat())
    assert answer["contents"] == 2
    assert erased_by(house, view) == ["automation"]


@pytest.mark.parametrize(
    "data",
    [{}, {"everything": True, "satellite": "x"}, {"utterance_id": "1", "since": "2026-01-01 00:00"}],
    ids=["nothing", "everything and a satellite", "an id and a time"],
)
@pytest.mark.parametrize("service", ["erase", "redact"])
@pytest.mark.usefixtures("house")
async def test_what_does_not_say_what_it_means_is_refused(
    hass: HomeAssistant, service: str, data: dict[str, Any]
) -> None:
    with pytest.raises(HomeAssistantError) as caught:
        await call(hass, service, confirm=True, **data) if service == "redact" else await call(hass, service, **data)
    assert caught.value.translation_key == "selection_unclear"


async def test_redacting_everything_is_to_be_confirmed(hass: HomeAssistant, house: House) -> None:
    await house.say()
    await house.over()
    with pytest.raises(HomeAssistantError) as caught:
        await call(hass, "redact", everything=True)
    assert caught.value.translation_key == "confirmation_missing"
    assert len(await house.utterances()) == 1
    assert (await call(hass, "redact", everything=True, confirm=True))["entries"] > 0
    assert not await house.utterances()


@pytest.mark.parametrize("service", ["erase", "redact", "purge_traces"])
async def test_only_administrators_erase_at_will(
    hass: HomeAssistant, house: House, hass_read_only_user: MockUser, service: str
) -> None:
    await house.say()
    await house.over()
    data = {} if service == "purge_traces" else {"everything": True}
    with pytest.raises(Unauthorized):
        await call(hass, service, Context(user_id=hass_read_only_user.id), **data)
    assert (await house.runtime.forgetting.forget_traces([(await house.utterance()).utterance_id])) != ()


async def test_who_may_use_a_satellite_may_forget_what_was_said_to_it_and_nobody_else(
    hass: HomeAssistant, house: House, hass_read_only_user: MockUser
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    await house.say(satellite_id=kitchen)
    view = await house.utterance()
    with pytest.raises(Unauthorized):
        await call(hass, "forget_last", Context(user_id=hass_read_only_user.id), satellite=kitchen)
    with pytest.raises(UnknownUser):
        await call(hass, "forget_last", Context(user_id="gone"), satellite=kitchen)
    guest = MockUser(name="Guest").add_to_hass(hass)
    guest.mock_policy({"entities": {"entity_ids": {kitchen: {"control": True}}}})
    assert (await call(hass, "forget_last", Context(user_id=guest.id), satellite=kitchen))["contents"] == 2
    assert erased_by(house, view) == ["Guest"]
    with pytest.raises(probatio.Invalid):
        await call(hass, "forget_last", satellite="not an entity")


async def test_a_person_forgets_what_they_said_in_their_browser(
    hass: HomeAssistant, house: House, hass_read_only_user: MockUser
) -> None:
    await house.say(user_id=hass_read_only_user.id)
    await house.over()
    answer = await call(hass, "forget_last", Context(user_id=hass_read_only_user.id))
    assert (answer["utterances"], answer["contents"]) == (1, 2)
    with pytest.raises(HomeAssistantError) as caught:
        await call(hass, "forget_last")
    assert caught.value.translation_key == "nothing_said"


async def test_traces_are_cleared_at_one_place_or_all(hass: HomeAssistant, house: House) -> None:
    await house.say()
    await house.over()
    assert (await call(hass, "purge_traces", place="pipeline_debug"))["traces"] == [
        {"place": "pipeline_debug", "count": 1, "left": 0, "why_not": None}
    ]
    everywhere = (await call(hass, "purge_traces"))["traces"]
    assert [one["place"] for one in everywhere] == list(read_table().names)
    with pytest.raises(HomeAssistantError) as caught:
        await call(hass, "purge_traces", place="attic")
    assert caught.value.translation_key == "trace_place_unknown"


async def test_what_was_not_meant_for_the_house_is_a_false_wake_and_its_contents_are_gone(
    hass: HomeAssistant, house: House, hass_admin_user: MockUser
) -> None:
    await house.say()
    view = await house.utterance()
    context = Context(user_id=hass_admin_user.id)
    for contents in (2, 0):
        answer = await call(hass, "not_meant", context, utterance_id=view.utterance_id)
        assert (answer["utterances"], answer["contents"]) == (1, contents)
    after = await house.utterance()
    assert (after.outcome, after.disowned_by) == (Outcome.FALSE_WAKE, hass_admin_user.name)
    assert [len(await house.entries(kind)) for kind in ("erased", "disowned")] == [1, 1]
    today = dt_util.as_utc(view.at).date()
    count = house.runtime.ledger.totals(today, today, UTC).all
    assert (count.said, count.false_wakes) == (0, 1)


async def test_nobody_but_an_administrator_says_what_was_not_meant(
    hass: HomeAssistant, house: House, hass_read_only_user: MockUser
) -> None:
    with pytest.raises(Unauthorized):
        await call(hass, "not_meant", Context(user_id=hass_read_only_user.id), utterance_id="01")


async def test_what_is_unknown_or_went_past_is_no_false_wake(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(HomeAssistantError) as unknown:
        await call(hass, "not_meant", utterance_id="01")
    assert unknown.value.translation_key == "not_found"
    await house.say()
    view = await house.utterance()
    monkeypatch.setattr(Ledger, "views", lambda *_: (replace(view, outcome=Outcome.UNSEEN),))
    with pytest.raises(HomeAssistantError) as unseen:
        await call(hass, "not_meant", utterance_id=view.utterance_id)
    assert unseen.value.translation_key == "outcome_unknown"
    assert erased_by(house, view) == []
