"""The action tells the facts of a digest, to whom the house's facts are for, and sends nothing."""

from datetime import timedelta
import json
from typing import Any

from homeassistant.components import persistent_notification
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import ServiceValidationError, Unauthorized
from homeassistant.util import dt as dt_util
import pytest

from custom_components.earshot.const import DOMAIN
from custom_components.earshot.digest.bringing import NOTIFICATION
from custom_components.earshot.ledger.record import SettingChanged
from tests.gate.house import House
from tests.ledger.samples import CLOUD, utterance
from tests.people.household import add_person


async def call(hass: HomeAssistant, context: Context | None = None, **data: Any) -> dict[str, Any]:
    answer: Any = await hass.services.async_call(
        DOMAIN, "digest", data, blocking=True, return_response=True, context=context
    )
    json.dumps(answer)
    return dict(answer)


async def fill(house: House) -> None:
    """Let something have been said yesterday, and the day before."""
    now = dt_util.utcnow()
    began = SettingChanged(at=now - timedelta(days=20), setting="keep_sound", after="nothing", by="Annabel")
    stories = [[began], utterance(1, at=now - timedelta(days=1)), utterance(2, at=now - timedelta(days=2), ear=CLOUD)]
    assert await house.runtime.storage.write([record for story in stories for record in story])


async def test_it_tells_facts_of_whole_days_and_sends_nothing(hass: HomeAssistant, house: House) -> None:
    await fill(house)
    told = await call(hass)
    today = dt_util.now().date()
    assert told["known"]
    assert (told["said"], told["left_house"], told["left_at"]) == (2, 1, ["agent"])
    assert told["last"] == (today - timedelta(days=1)).isoformat()
    assert [day["said"] for day in told["days"]][-2:] == [1, 1]
    assert told["kept"] is not None
    assert told["suggestion"] == "checkpoint"
    assert "Annabel" not in json.dumps(told)
    day = await call(hass, period="day")
    assert (day["first"], day["last"], day["said"], day["left_house"]) == (told["last"], told["last"], 1, 0)
    assert NOTIFICATION not in persistent_notification._async_get_or_create_notifications(hass)
    # Asking is not telling: what is suggested next is not changed by it.
    assert (await call(hass))["suggestion"] == "checkpoint"


async def test_of_days_before_the_ledger_nothing_is_known(hass: HomeAssistant, house: House) -> None:
    told = await call(hass)
    assert told["known"] is False
    assert set(told) == {"known", "first", "last"}


async def test_who_sees_nothing_of_the_house_is_told_nothing(hass: HomeAssistant, house: House) -> None:
    anna, nobody = await add_person(hass, "Annabel"), await add_person(hass, "Nobody")
    await hass.auth.async_update_user(nobody.user, group_ids=[])
    assert await call(hass, Context(user_id=anna.user.id))
    with pytest.raises(Unauthorized):
        await call(hass, Context(user_id=nobody.user.id))


async def test_without_a_loaded_entry_it_says_so(hass: HomeAssistant, house: House) -> None:
    await hass.config_entries.async_unload(house.entry.entry_id)
    with pytest.raises(ServiceValidationError):
        await call(hass)
