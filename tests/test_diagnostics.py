"""What is handed to somebody who helps: facts, and no words."""

from dataclasses import replace
from typing import Any

from homeassistant.components.system_health import SystemHealthRegistration
from homeassistant.core import HomeAssistant
import pytest

from custom_components.earshot.diagnostics import async_get_config_entry_diagnostics
from custom_components.earshot.host.voice_host.contract import Refused
from custom_components.earshot.models import ContentKind, Place
from custom_components.earshot.system_health import async_register, system_health_info
from tests.gate.house import REPORT, House, accepted
from tests.people.household import add_person


async def test_diagnostics_tell_facts_and_no_words(hass: HomeAssistant, house: House) -> None:
    house.host.hears = accepted("zanzibar")
    await house.say()
    utterance = await house.utterance()
    answer = house.runtime.vault.read(utterance.utterance_id, ContentKind.RESPONSE).decode()
    told = await async_get_config_entry_diagnostics(hass, house.entry)
    assert told["hosts"][0]["report"]["enforced"] is True
    assert told["ledger"]["size"] > 0
    assert [one["outcome"] for one in told["ledger"]["latest"]] == ["not_understood"]
    assert told["privacy"]["house"]["retention"]["sound"] == 0
    assert "zanzibar" not in str(told)
    assert answer not in str(told)
    assert "qz" not in str(told["sentences"])
    assert {one["place"]: one["count"] for one in told["traces"]}["pipeline_debug"] == 1


async def test_diagnostics_do_not_tell_whose_it_was(hass: HomeAssistant, house: House) -> None:
    anna = await add_person(hass, "Annabella")
    await house.say(user_id=anna.user.id)
    assert (await house.utterance()).user == "Annabella"
    told = str(await async_get_config_entry_diagnostics(hass, house.entry))
    assert "Annabella" not in told
    assert anna.user.id not in told


async def test_diagnostics_tell_of_a_ledger_that_is_away(
    hass: HomeAssistant, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as away:
        away.setattr(house.runtime.storage, "_ledger", None)
        told = await async_get_config_entry_diagnostics(hass, house.entry)
    assert told["ledger"] == {"error": "ledger_unavailable"}


async def test_what_a_host_elsewhere_says_is_told_as_its_word_and_without_addresses(
    hass: HomeAssistant, house: House
) -> None:
    host: Any = house.host
    host.title, host.place = "attic", Place.HOME_NETWORK
    host.report = replace(REPORT, refused=(Refused(why="wrong_code", count=2, last_from="192.168.1.66"),))
    told = await async_get_config_entry_diagnostics(hass, house.entry)
    (shown,) = told["hosts"]
    assert (shown["title"], shown["place"], shown["report"]["refused"]) == (
        "attic",
        "home_network",
        [{"why": "wrong_code", "count": 2}],
    )
    assert "192.168.1.66" not in str(told)
    assert (await system_health_info(hass))["network_closed"] == "declared"
    host.report = replace(REPORT, enforced=False)
    assert (await system_health_info(hass))["network_closed"] is False


async def test_system_health_has_its_lines(hass: HomeAssistant, house: House) -> None:
    told = await system_health_info(hass)
    assert "log_files: ?" in told.pop("traces")
    assert told == {
        "loaded": True,
        "voice_host": True,
        "network_closed": True,
        "ledger_entries": 0,
        "database": "sqlite",
        "settings_readable": True,
        "donation_on": False,
    }
    await house.say()
    await house.over()
    told = await system_health_info(hass)
    assert "pipeline_debug: 1" in told["traces"]
    assert "backups" not in told["traces"]
    await hass.config_entries.async_unload(house.entry.entry_id)
    assert await system_health_info(hass) == {"loaded": False}
    registration = SystemHealthRegistration(hass, "earshot")
    async_register(hass, registration)
    assert registration.info_callback is system_health_info
