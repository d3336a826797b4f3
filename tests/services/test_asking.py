"""Asking the ledger by actions, as an administrator, a member, an automation, and somebody who sees nothing."""

import contextlib
from datetime import timedelta
import json
from pathlib import Path
import sqlite3
from typing import Any

from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import ServiceValidationError, Unauthorized, UnknownUser
from homeassistant.util import dt as dt_util
from homeassistant.util.yaml import load_yaml_dict
import probatio
import pytest
from pytest_homeassistant_custom_component.common import MockUser

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.models import Outcome
from custom_components.earshot.services import asking
from tests.gate.house import COMMAND, House, add_satellite, refused
from tests.people.household import GROUP_ID_READ_ONLY, add_person, make_reviewers

INTEGRATION = Path(asking.__file__).parents[1]
ACTIONS = ["query", "summary", "who_heard", "verify"]


async def call(hass: HomeAssistant, service: str, context: Context | None = None, **data: Any) -> dict[str, Any]:
    """Call an action and return its answer, which holds no words."""
    answer: Any = await hass.services.async_call(
        DOMAIN, service, data, blocking=True, return_response=True, context=context
    )
    text = json.dumps(answer).casefold()
    assert COMMAND not in text
    assert "kitchen light" not in text
    return dict(answer)


async def needed(house: House, action: str) -> dict[str, Any]:
    return {"utterance_id": (await house.utterances())[0].utterance_id} if action == "who_heard" else {}


async def test_whose_session_it_was_is_told_to_them_and_to_administrators_only(
    hass: HomeAssistant, house: House, hass_admin_user: MockUser
) -> None:
    anna, ben = await add_person(hass, "Annabel"), await add_person(hass, "Benedict", GROUP_ID_READ_ONLY)
    await house.say(user_id=anna.user.id)
    await house.over()
    askers = [hass_admin_user.id, anna.user.id, ben.user.id, None]
    answers = [await call(hass, "query", Context(user_id=user_id)) for user_id in askers]
    named = [answer["utterances"][0]["user"] for answer in answers]
    assert named == ["Annabel", "Annabel", None, None]
    assert ["Annabel" in json.dumps(answer) for answer in answers] == [True, True, False, False]
    assert [anna.user.id in json.dumps(answer) for answer in answers] == [True, True, False, False]


@pytest.mark.parametrize("action", ACTIONS)
async def test_who_sees_nothing_of_the_house_is_told_nothing(hass: HomeAssistant, house: House, action: str) -> None:
    await house.say()
    data = await needed(house, action)
    nobody, reviewer = await add_person(hass, "Nobody"), await add_person(hass, "Reviewer")
    await hass.auth.async_update_user(nobody.user, group_ids=[])
    await make_reviewers(hass, house, reviewer, second_factor=(reviewer,))
    for person in (nobody, reviewer):
        with pytest.raises(Unauthorized):
            await call(hass, action, Context(user_id=person.user.id), **data)
    with pytest.raises(UnknownUser):
        await call(hass, action, Context(user_id="gone"), **data)
    assert await call(hass, action, **data)


@pytest.mark.parametrize("action", ACTIONS)
async def test_without_a_loaded_entry_the_actions_say_so(hass: HomeAssistant, house: House, action: str) -> None:
    await house.say()
    data = await needed(house, action)
    await hass.config_entries.async_unload(house.entry.entry_id)
    with pytest.raises(ServiceValidationError):
        await call(hass, action, **data)


async def test_a_query_finds_what_it_asks_for(hass: HomeAssistant, house: House) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    await house.say(satellite_id=kitchen)
    await house.over()
    house.host.hears = refused("noise")
    await house.say()
    newest, oldest = await house.utterances()

    async def found(**data: Any) -> list[str]:
        return [one["utterance_id"] for one in (await call(hass, "query", **data))["utterances"]]

    assert await found() == [newest.utterance_id, oldest.utterance_id]
    assert await found(satellite=kitchen) == [oldest.utterance_id]
    assert await found(outcome="answered") == [oldest.utterance_id]
    assert await found(left_house=True) == []
    assert len(await found(left_house=False)) == 2
    assert (await call(hass, "query", limit=1))["more"] is True
    assert (await call(hass, "query", limit=2))["more"] is False
    await hass.config.async_set_time_zone("Asia/Tokyo")
    local = dt_util.as_local(oldest.at).replace(tzinfo=None)
    assert await found(until=(local - timedelta(seconds=1)).isoformat()) == []
    assert len(await found(since=(local - timedelta(seconds=1)).isoformat())) == 2


@pytest.mark.parametrize("data", [{"limit": 0}, {"limit": 101}, {"outcome": "sung"}, {"words": True}])
@pytest.mark.usefixtures("house")
async def test_a_query_that_makes_no_sense_is_refused(hass: HomeAssistant, data: dict[str, Any]) -> None:
    with pytest.raises(probatio.Invalid):
        await call(hass, "query", **data)


async def test_a_summary_counts_the_days_that_are_meant(hass: HomeAssistant, house: House) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    await house.say(satellite_id=kitchen)
    await house.over()
    today = dt_util.now().date()
    told = await call(hass, "summary")
    assert (told["first"], told["last"]) == (today.isoformat(), today.isoformat())
    assert (told["all"]["said"], told["all"]["left_house"], told["all"]["listened"]) == (1, 0, 0)
    assert [(one["satellite"], one["count"]["said"]) for one in told["satellites"]] == [(kitchen, 1)]
    assert (told["sound_kept"], told["words_kept"]) == (0, 1)
    week = await call(hass, "summary", period="week")
    assert (week["first"], week["all"]) == ((today - timedelta(days=6)).isoformat(), told["all"])
    past = today - timedelta(days=3)
    before = await call(hass, "summary", period="custom", first=past.isoformat(), last=past.isoformat())
    assert (before["all"]["said"], before["words_kept"]) == (0, 0)
    assert before["unwatched_ms"] > 0
    await call_erase(hass)
    assert (await call(hass, "summary"))["words_kept"] == 0


async def call_erase(hass: HomeAssistant) -> None:
    await hass.services.async_call(DOMAIN, "erase", {"everything": True}, blocking=True)


@pytest.mark.parametrize(
    "data",
    [
        {"period": "custom"},
        {"period": "custom", "first": "2026-11-01"},
        {"period": "custom", "first": "2026-11-02", "last": "2026-11-01"},
        {"period": "custom", "first": "2020-01-01", "last": "2026-11-01"},
        {"period": "week", "first": "2026-11-01", "last": "2026-11-01"},
        {"last": "2026-11-01"},
    ],
)
@pytest.mark.usefixtures("house")
async def test_a_period_that_is_none_is_refused_in_words(hass: HomeAssistant, data: dict[str, Any]) -> None:
    with pytest.raises(ServiceValidationError) as caught:
        await call(hass, "summary", **data)
    assert caught.value.translation_key == "period_unclear"


async def test_it_is_told_who_heard_it(hass: HomeAssistant, house: House) -> None:
    await house.say(satellite_id=add_satellite(hass, "Kitchen"))
    view = await house.utterance()
    told = await call(hass, "who_heard", utterance_id=view.utterance_id)
    assert (told["utterance_id"], told["open"], told["left_house"]) == (view.utterance_id, False, False)
    assert [ear["label"] for ear in told["ears"]] == [ear.label for ear in view.ears]
    assert {"label", "kind", "place", "evidence", "got", "keeps", "until"} == set(told["ears"][0])
    with pytest.raises(ServiceValidationError) as caught:
        await call(hass, "who_heard", utterance_id="none")
    assert caught.value.translation_key == "not_found"


async def test_a_verification_says_what_is_wrong_first(hass: HomeAssistant, house: House) -> None:
    await house.say()
    view = await house.utterance()
    told = await call(hass, "verify")
    assert (told["ok"], told["failure"]) == (True, None)
    assert told["size"] > 0
    index = house.runtime.ledger.entries(view.utterance_id)[-1].index

    def swap(old: str, new: str) -> None:
        statement = """UPDATE entry SET body = CAST(replace(body, ?, ?) AS BLOB) WHERE "index" = ?"""
        with contextlib.closing(sqlite3.connect(house.runtime.paths.ledger)) as database, database:
            assert database.execute(statement, (old, new, index)).rowcount == 1

    await hass.async_add_executor_job(swap, '"at":', '"AT":')
    told = await call(hass, "verify", checkpoint=True)
    # As it was: the home shuts down with a ledger that it can read.
    await hass.async_add_executor_job(swap, '"AT":', '"at":')
    assert (told["ok"], told["checkpoint"]) == (False, None)
    assert told["failure"]["first"] == index
    assert (await call(hass, "verify"))["ok"] is True


def test_what_can_be_chosen_is_what_is_understood() -> None:
    described = load_yaml_dict(str(INTEGRATION / "services.yaml"))
    english = json.loads((INTEGRATION / "translations" / "en.json").read_text(encoding="utf-8"))
    for action, field, values in (("query", "outcome", Outcome), ("summary", "period", asking.Period)):
        offered = described[action]["fields"][field]["selector"]["select"]["options"]
        assert offered == [value.value for value in values]
        assert list(english["selector"][field]["options"]) == offered
    assert described["query"]["fields"]["limit"]["selector"]["number"]["max"] == asking.MAX_ANSWERED


async def test_a_checkpoint_is_signed_where_it_is_asked_for(hass: HomeAssistant, house: House) -> None:
    await house.say()
    await house.over()
    ledger = house.runtime.ledger
    told = await call(hass, "verify")
    assert told["checkpoint"] is None
    told = await call(hass, "verify", checkpoint=True)
    assert told["checkpoint"] == ledger.latest_checkpoint()
    assert ledger.compare(told["checkpoint"]).agrees
