"""Off the record and retention, as an administrator, a person of the house and an automation ask for them."""

from datetime import timedelta
from typing import Any

from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError, Unauthorized
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import MockUser

from custom_components.earshot.const import DOMAIN, NO_SATELLITE
from custom_components.earshot.models import ContentKind, Rule, RuleContent, Zone
from tests.gate.house import House, add_satellite
from tests.gate.test_settings import changes

ACTIONS = ["off_the_record", "on_the_record", "set_retention", "set_rule", "rotate_household_key"]


async def act(hass: HomeAssistant, action: str, context: Context | None = None, **data: Any) -> None:
    await hass.services.async_call(DOMAIN, action, data, blocking=True, context=context)


def person(hass: HomeAssistant, group: str = "system-users") -> Context:
    """Return the context of somebody who is no administrator."""
    user = MockUser(name="Ada").add_to_hass(hass)
    user.mock_policy({"entities": {"domains": {"assist_satellite": {"read": True}}}} if group == "guests" else {})
    if group == "system-users":
        user.mock_policy({"entities": True})
    if group == "kitchen":
        user.mock_policy({"entities": {"entity_ids": {"assist_satellite.kitchen": True}}})
    return Context(user_id=user.id)


async def test_anybody_who_may_control_the_house_goes_off_and_on_the_record(hass: HomeAssistant, house: House) -> None:
    context = person(hass)
    await act(hass, "off_the_record", context)
    assert house.runtime.settings.off_the_record.house is not None
    await act(hass, "on_the_record", context)
    assert house.runtime.settings.off_the_record.house is None
    assert [change.by for change in changes(house)] == ["Ada", "Ada"]


async def test_who_may_control_one_satellite_may_do_it_there_and_not_elsewhere(
    hass: HomeAssistant, house: House
) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    context = person(hass, "kitchen")
    await act(hass, "off_the_record", context, satellite=kitchen)
    for elsewhere in ({"satellite": hall}, {"satellite": [kitchen, hall]}, {"satellite": NO_SATELLITE}, {}):
        for action in ("off_the_record", "on_the_record"):
            with pytest.raises(Unauthorized):
                await act(hass, action, context, **elsewhere)
    assert len(changes(house)) == 1


async def test_who_may_only_look_may_do_nothing(hass: HomeAssistant, house: House) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    context = person(hass, "guests")
    for where in ({"satellite": kitchen}, {}):
        with pytest.raises(Unauthorized):
            await act(hass, "off_the_record", context, **where)
    with pytest.raises(HomeAssistantError):
        await act(hass, "off_the_record", Context(user_id="nobody"))
    assert not changes(house)


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("set_retention", {"content": "words", "keep_for": 60}),
        ("set_rule", {"place": "internet", "rule": "ask"}),
        ("rotate_household_key", {}),
    ],
)
async def test_what_is_for_administrators_is_for_nobody_else(
    hass: HomeAssistant, house: House, action: str, data: dict[str, Any]
) -> None:
    with pytest.raises(Unauthorized):
        await act(hass, action, person(hass), **data)
    assert not changes(house)


async def test_an_automation_may_and_is_named_as_one(hass: HomeAssistant, house: House) -> None:
    await act(hass, "off_the_record", duration={"hours": 2})
    (change,) = changes(house)
    assert change.by == "automation"
    assert change.until is not None
    assert abs(change.until - dt_util.utcnow() - timedelta(hours=2)) < timedelta(minutes=1)


async def test_an_end_without_a_zone_is_the_houses_time(hass: HomeAssistant, house: House) -> None:
    await hass.config.async_set_time_zone("Asia/Tokyo")
    await act(hass, "off_the_record", until="2999-01-01T09:00:00")
    (change,) = changes(house)
    assert change.until is not None
    assert change.until.isoformat() == "2999-01-01T00:00:00+00:00"


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("off_the_record", {"duration": 60, "until": "2999-01-01"}),
        ("off_the_record", {"satellite": "light.kitchen"}),
        ("off_the_record", {"duration": -60}),
        ("set_retention", {"keep_for": 60}),
        ("set_retention", {"content": "pictures", "keep_for": 60}),
        ("set_rule", {"rule": "ask"}),
        ("set_rule", {"place": "moon", "rule": "ask"}),
        ("set_rule", {"place": "internet", "engine": "conversation.cloud", "rule": "ask"}),
        ("set_rule", {"engine": "internet", "rule": "ask"}),
        ("set_rule", {"place": "internet", "rule": "sometimes"}),
    ],
)
async def test_what_makes_no_sense_is_refused(
    hass: HomeAssistant, house: House, action: str, data: dict[str, Any]
) -> None:
    with pytest.raises(Exception, match=r"."):
        await hass.services.async_call(DOMAIN, action, data, blocking=True)
    assert not changes(house)


async def test_retention_is_set_for_the_house_and_for_satellites(hass: HomeAssistant, house: House) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    rules = house.runtime.settings
    await act(hass, "set_retention", content="sound", keep_for={"days": 2})
    await act(hass, "set_retention", content="words", keep_for=0, satellite=[kitchen, NO_SATELLITE])
    place = rules.place_of(kitchen)
    assert rules.keep(place, ContentKind.SOUND) == timedelta(days=2)
    assert rules.keep(place, ContentKind.WORDS) == rules.keep(NO_SATELLITE, ContentKind.WORDS) == timedelta(0)
    assert rules.keep("another", ContentKind.WORDS) == timedelta(days=7)
    await act(hass, "set_retention", content="words", satellite=kitchen)
    assert rules.keep(place, ContentKind.WORDS) == timedelta(days=7)
    with pytest.raises(HomeAssistantError) as refused:
        await act(hass, "set_retention", content="words")
    assert refused.value.translation_key == "retention_period"


async def test_rules_are_set_for_the_house_and_for_satellites(hass: HomeAssistant, house: House) -> None:
    kitchen, settings = add_satellite(hass, "Kitchen"), house.runtime.settings
    await act(hass, "set_rule", place=["home_network", "internet"], rule="local_only")
    await act(hass, "set_rule", engine="stt.cloud", content="sound", rule="allow", satellite=[kitchen, NO_SATELLITE])
    for content in RuleContent:
        assert settings.rule_of(None, content, Zone.INTERNET) is Rule.LOCAL_ONLY
        assert settings.rule_of(None, content, Zone.HOME_NETWORK) is Rule.LOCAL_ONLY
        assert settings.rule_of(None, content, Zone.THIS_MACHINE) is Rule.ALLOW
    for satellite in (kitchen, NO_SATELLITE):
        assert settings.rule_of(satellite, RuleContent.SOUND, "stt.cloud") is Rule.ALLOW
        assert settings.rule_of(satellite, RuleContent.WORDS, "stt.cloud") is None
    await act(hass, "set_rule", engine="stt.cloud", content="sound", satellite=kitchen)
    assert settings.rule_of(kitchen, RuleContent.SOUND, "stt.cloud") is None
    with pytest.raises(HomeAssistantError) as refused:
        await act(hass, "set_rule", place="internet")
    assert refused.value.translation_key == "rule_needed"


async def test_the_household_key_is_exchanged_and_the_ledger_says_so(hass: HomeAssistant, house: House) -> None:
    await house.say()
    utterance, vault = await house.utterance(), house.runtime.vault
    before = vault.fingerprint
    await act(hass, "rotate_household_key")
    (change,) = changes(house)
    assert (change.setting, change.before, change.after) == ("household_key", before, vault.fingerprint)
    assert vault.read(utterance.utterance_id, ContentKind.WORDS)


async def test_an_exchange_that_was_broken_off_is_brought_to_its_end_by_the_care(
    hass: HomeAssistant, house: House
) -> None:
    def broken_off(_before: str, _after: str) -> None:
        raise InterruptedError

    await house.say()
    utterance, vault = await house.utterance(), house.runtime.vault
    with pytest.raises(InterruptedError):
        await hass.async_add_executor_job(vault.rotate, broken_off)
    await house.runtime.caretaker._care(dt_util.utcnow())
    assert not vault.rotation_unfinished
    assert [change.by for change in changes(house)] == ["restart"]
    assert vault.read(utterance.utterance_id, ContentKind.WORDS)


@pytest.mark.parametrize("action", ACTIONS)
async def test_without_a_loaded_entry_the_actions_say_so(hass: HomeAssistant, house: House, action: str) -> None:
    await hass.config_entries.async_unload(house.entry.entry_id)
    needed: dict[str, dict[str, Any]] = {
        "set_retention": {"content": "words", "keep_for": 60},
        "set_rule": {"place": "internet"},
    }
    with pytest.raises(ServiceValidationError):
        await hass.services.async_call(DOMAIN, action, needed.get(action, {}), blocking=True)


LATER = "2999-01-01T09:00:00+00:00"


@pytest.mark.parametrize(
    ("hand", "until", "stays"),
    [
        ("2999-01-01T08:59:59+00:00", LATER, False),
        (LATER, LATER, True),
        ("2999-01-01T09:00:01+00:00", LATER, True),
        (None, LATER, True),
        (LATER, None, False),
        (None, None, True),
    ],
)
async def test_at_least_leaves_what_lasts_as_long_as_somebody_set_it(
    hass: HomeAssistant, house: House, hand: str | None, until: str | None, *, stays: bool
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    ends: dict[str | None, dict[str, Any]] = {end: {"until": end} if end else {} for end in (hand, until)}
    await act(hass, "off_the_record", person(hass), satellite=kitchen, **ends[hand])
    await act(hass, "off_the_record", satellite=kitchen, at_least=True, **ends[until])
    assert [change.by for change in changes(house)] == (["Ada"] if stays else ["Ada", "automation"])
    silence = house.runtime.settings.silence_of(kitchen)
    assert silence is not None
    end = hand if stays else until
    assert silence.until == (dt_util.parse_datetime(end) if end else None)


@pytest.mark.parametrize(("until", "ends"), [(LATER, True), ("2999-01-01T09:00:01+00:00", False)])
async def test_with_an_end_only_what_has_this_end_is_ended(
    hass: HomeAssistant, house: House, until: str, *, ends: bool
) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    await act(hass, "off_the_record", satellite=kitchen, until=LATER)
    await act(hass, "off_the_record", satellite=hall)
    await act(hass, "on_the_record", satellite=[kitchen, hall, NO_SATELLITE], until=until)
    settings = house.runtime.settings
    assert (settings.silence_of(kitchen) is None) is ends
    assert settings.silence_of(hall) is not None


async def test_a_rule_that_is_set_already_is_not_entered_again(hass: HomeAssistant, house: House) -> None:
    for _ in range(2):
        await act(hass, "set_rule", place="internet", rule="ask")
        await act(hass, "set_rule", place="internet", rule="ask", satellite=add_satellite(hass, "Kitchen"))
    assert len(changes(house)) == 4


async def test_rules_that_nobody_can_read_are_set_anew(hass: HomeAssistant, house: House) -> None:
    await act(hass, "set_rule", place="internet", rule="ask", content="sound")
    house.runtime.settings.readable = False
    await act(hass, "set_rule", place="internet", rule="ask", content="sound")
    assert house.runtime.settings.readable
