"""What the entities of the house show follows what really happens, and nothing is shown that nobody knows."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from unittest.mock import patch

from freezegun import freeze_time
from homeassistant.auth.models import User
from homeassistant.const import STATE_UNAVAILABLE, STATE_UNKNOWN
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.earshot.errors import LedgerUnavailableError
from custom_components.earshot.gate.changes import tell_changed
from custom_components.earshot.gate.witness import DISAGREES
from custom_components.earshot.house.watch import LOOK_SECONDS
from custom_components.earshot.ledger import Accessed, Ledger, Selection
from custom_components.earshot.ledger.checkpoint import SigningKey
from custom_components.earshot.models import ContentKind, Place
from custom_components.earshot.traces.place import ELSEWHERE, Found
from tests.gate.engines import put_cloud_behind
from tests.gate.house import REPORT, House, refused
from tests.gate.test_verifying import spoiled
from tests.house.looking import attribute, enable, instant, until, value

LEDGER = "sensor.earshot_ledger_"
SAID = f"{LEDGER}said_today"
LEFT = f"{LEDGER}left_the_house_today"
LISTENED = f"{LEDGER}listened_to_today"
CLIPS = f"{LEDGER}clips_kept"
WORDS = f"{LEDGER}words_kept"
SIZE = f"{LEDGER}size_of_what_is_kept"
OUTCOME = f"{LEDGER}last_outcome"
ENTRIES = f"{LEDGER}entries"
STATE = f"{LEDGER}state"
VERIFIED_AT = f"{LEDGER}last_verified"
SANDBOX = f"{LEDGER}sandbox"
TRACES = f"{LEDGER}traces_found"
FACTS = (SAID, LEFT, LISTENED, CLIPS, WORDS, SIZE, OUTCOME, TRACES)


async def test_what_is_said_is_counted_and_a_false_wake_is_not(hass: HomeAssistant, house: House) -> None:
    assert [value(hass, entity_id) for entity_id in (SAID, LEFT, LISTENED, CLIPS, WORDS)] == ["0"] * 5
    assert float(value(hass, SIZE)) == 0
    assert value(hass, OUTCOME) == STATE_UNKNOWN
    assert attribute(hass, SAID, "last_reset") == dt_util.as_utc(dt_util.start_of_local_day()).isoformat()
    await house.say()
    await until(hass, SAID, "1")
    await until(hass, OUTCOME, "answered")
    house.host.hears = refused("silence")
    await house.say()
    await until(hass, OUTCOME, "false_wake")
    assert (value(hass, SAID), value(hass, LEFT)) == ("1", "0")


async def test_what_left_the_house_is_counted(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await put_cloud_behind(hass, house, monkeypatch)
    await house.say()
    await until(hass, LEFT, "1")


async def test_who_reads_an_utterance_has_listened_to_it(hass: HomeAssistant, house: House) -> None:
    await house.say()
    view = await house.utterance()
    read = Accessed(
        utterance_id=view.utterance_id, at=dt_util.utcnow(), contents=(ContentKind.WORDS,), who="Anna", how="words"
    )
    assert value(hass, LISTENED) == "0"
    assert await house.runtime.storage.write([read])
    await until(hass, LISTENED, "1")


async def test_what_is_kept_is_shown_until_it_is_erased(hass: HomeAssistant, house: House) -> None:
    await house.runtime.settings.set_retention(None, ContentKind.SOUND, timedelta(days=1), "Anna")
    await house.say()
    await until(hass, CLIPS, "1")
    await until(hass, WORDS, "1")
    assert float(value(hass, SIZE)) > 0
    assert attribute(hass, SIZE, "unit_of_measurement") == "MB"
    await house.over()
    await house.runtime.forgetting.erase(Selection(everything=True), by="Anna")
    await until(hass, CLIPS, "0")
    await until(hass, WORDS, "0")
    assert (float(value(hass, SIZE)), value(hass, SAID)) == (0, "1")


async def test_what_is_kept_is_unknown_while_the_vault_does_not_answer(hass: HomeAssistant, house: House) -> None:
    with patch.object(house.runtime.storage, "_vault", None):
        tell_changed(hass)
        await until(hass, CLIPS, STATE_UNKNOWN)
    assert (value(hass, WORDS), value(hass, SIZE), value(hass, SAID)) == (STATE_UNKNOWN, STATE_UNKNOWN, "0")


async def test_at_midnight_the_day_begins_anew(hass: HomeAssistant, house: House) -> None:
    await house.say()
    await until(hass, SAID, "1")
    await until(hass, OUTCOME, "answered")
    midnight = dt_util.start_of_local_day() + timedelta(days=1)
    with freeze_time(midnight, tick=True):
        async_fire_time_changed(hass, midnight)
        await until(hass, SAID, "0")
    assert attribute(hass, SAID, "last_reset") == dt_util.as_utc(midnight).isoformat()
    assert value(hass, OUTCOME) == "answered"


async def test_the_ledger_grows_where_somebody_wants_to_see_it(hass: HomeAssistant, house: House) -> None:
    assert hass.states.get(ENTRIES) is None
    await enable(hass, house, ENTRIES)
    await house.say()
    await house.over()
    size = await hass.async_add_executor_job(house.runtime.ledger.size)
    await until(hass, ENTRIES, str(size))


async def test_nothing_is_claimed_while_the_ledger_does_not_answer(hass: HomeAssistant, house: House) -> None:
    with patch.object(Ledger, "day", side_effect=LedgerUnavailableError("away")):
        tell_changed(hass)
        await until(hass, SAID, STATE_UNAVAILABLE)
        assert {value(hass, entity_id) for entity_id in FACTS} == {STATE_UNAVAILABLE}
        assert value(hass, STATE) == STATE_UNKNOWN
        assert value(hass, SANDBOX) == "enforced"
    await house.say()
    await until(hass, SAID, "1")


async def test_the_ledger_is_not_called_verified_before_it_is(hass: HomeAssistant, house: House) -> None:
    assert (value(hass, STATE), value(hass, VERIFIED_AT)) == ("not_verified", STATE_UNKNOWN)
    before = dt_util.utcnow().replace(microsecond=0)
    await hass.async_add_executor_job(house.runtime.witnesses.verifying.verify)
    await until(hass, STATE, "verified")
    assert before <= instant(hass, VERIFIED_AT) <= dt_util.utcnow()


async def test_a_verification_that_fails_is_the_worst_and_the_last_good_one_is_not_shown(
    hass: HomeAssistant, house: House
) -> None:
    await house.say()
    await house.over()
    await hass.async_add_executor_job(house.runtime.witnesses.verifying.verify)
    await until(hass, STATE, "verified")
    async with spoiled(hass, house):
        await hass.async_add_executor_job(house.runtime.witnesses.verifying.verify)
        await until(hass, STATE, "failed")
        assert value(hass, VERIFIED_AT) == STATE_UNKNOWN


async def test_what_was_verified_before_a_reload_says_nothing(hass: HomeAssistant, house: House) -> None:
    await house.say()
    await house.over()
    await hass.async_add_executor_job(house.runtime.witnesses.verifying.verify)
    await until(hass, STATE, "verified")
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert (value(hass, STATE), value(hass, VERIFIED_AT)) == ("not_verified", STATE_UNKNOWN)


async def test_a_checkpoint_that_does_not_fit_is_shown(
    hass: HomeAssistant, house: House, hass_admin_user: User
) -> None:
    forged = SigningKey.generate(house.runtime.ledger.keys[0].name).sign(1, b"x" * 32)
    await house.runtime.witnesses.compare(forged, hass_admin_user, "text")
    await until(hass, STATE, DISAGREES.removeprefix("checkpoint_"))


async def test_an_outage_is_shown_while_it_lasts_and_then_as_a_gap(hass: HomeAssistant, house: House) -> None:
    with patch.object(Ledger, "append", side_effect=LedgerUnavailableError("disk full")):
        await house.say()
        await until(hass, STATE, "outage")
    await house.say()
    await until(hass, STATE, "gap")


async def test_the_sandbox_is_what_the_host_says_and_no_more(hass: HomeAssistant, house: House) -> None:
    assert value(hass, SANDBOX) == "enforced"
    host: Any = house.host
    for report, place, wanted in (
        (REPORT, Place.HOME_NETWORK, "declared"),
        (replace(REPORT, enforced=False), Place.HOME_NETWORK, "open"),
        (None, None, STATE_UNKNOWN),
        (REPORT, None, "enforced"),
    ):
        host.report, host.place = report, place
        host.turn(available=True)
        assert value(hass, SANDBOX) == wanted


async def test_traces_are_summed_and_unknown_where_one_place_is(hass: HomeAssistant, house: House) -> None:
    uncountable = Found(place="log_files", count=None, purgeable=False, why_not=ELSEWHERE)
    for more, wanted in ((3, "5"), (None, STATE_UNKNOWN), (4, "6")):
        found = (Found(place="one", count=2), Found(place="another", count=more), uncountable)
        with patch.object(house.runtime.traces, "survey", return_value=found):
            await house.runtime.traces.purge("intent_cache")
            await until(hass, TRACES, wanted)


async def test_what_lies_around_is_looked_for_once_an_hour_at_most(hass: HomeAssistant, house: House) -> None:
    leftovers = house.runtime.glance.house._leftovers
    with patch.object(house.runtime.traces, "survey", return_value=()) as survey:
        for said, seconds, looks in (("1", LOOK_SECONDS / 2, 0), ("2", LOOK_SECONDS + 1, 1)):
            leftovers._looked_at = hass.loop.time() - seconds
            await house.say()
            await until(hass, SAID, said)
            await house.over()
            assert survey.call_count == looks


async def test_all_of_them_are_one_look(hass: HomeAssistant, house: House) -> None:
    await house.say()
    await until(hass, SAID, "1")
    await house.over()
    with patch.object(Ledger, "day", autospec=True, side_effect=Ledger.day) as looked:
        tell_changed(hass)
        await house.say()
        await until(hass, SAID, "2")
    assert looked.call_count < len(FACTS)
