"""Off the record, retention, and what a change does to what is being said and to what is kept."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any
from unittest.mock import patch

from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er, issue_registry as ir
from homeassistant.util import dt as dt_util
import pytest
from pytest_homeassistant_custom_component.common import async_fire_time_changed

from custom_components.earshot.const import NO_SATELLITE
from custom_components.earshot.errors import (
    ContentGoneError,
    LedgerUnavailableError,
    NotOffTheRecordError,
    RetentionPeriodError,
    SettingsUnsavedError,
)
from custom_components.earshot.gate import settings as settings_module
from custom_components.earshot.gate.setting_values import spoken_period
from custom_components.earshot.gate.settings import PrivacySettings
from custom_components.earshot.gate.sound import SoundBuffer
from custom_components.earshot.host_link.answers import Transcribed
from custom_components.earshot.ledger import Erased, Ledger
from custom_components.earshot.ledger.body import decode_body
from custom_components.earshot.ledger.record import SettingChanged
from custom_components.earshot.models import ContentKind, Evidence, Outcome, Place, Rule, RuleContent, Stage, Zone
from custom_components.earshot.policy.classify import Standing
from custom_components.earshot.policy.decide import Verdict
from custom_components.earshot.vault.clock import elapsed_seconds
from tests.gate.house import House, add_satellite
from tests.gate.test_caretaker import restart

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
WORDS, SOUND = ContentKind.WORDS, ContentKind.SOUND


def changes(house: House) -> list[SettingChanged]:
    """Return all changes of settings, in order."""
    with house.runtime.ledger._store.read() as snapshot:
        bodies = [row.body for row in snapshot.entries()]
    records = [decode_body(body)[1] for body in bodies if body is not None]
    return [record for record in records if isinstance(record, SettingChanged)]


async def kept(house: House, satellite: str | None = None) -> set[ContentKind]:
    """Say something, and return what is kept of it."""
    await house.say(satellite_id=satellite)
    newest, *_ = await house.utterances()
    assert newest.outcome is Outcome.ANSWERED
    return {content.kind for content in newest.contents if content.erased_at is None}


@pytest.fixture
def settings(house: House) -> PrivacySettings:
    return house.runtime.settings


@pytest.mark.promise(1)
async def test_off_the_record_nothing_is_kept_and_the_ledger_says_that_something_was_said(
    house: House, settings: PrivacySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_buffer: SoundBuffer) -> None:
        raise AssertionError

    await settings.set_retention(None, SOUND, DAY, "Ada")
    await settings.go_off(None, None, "Ada")
    monkeypatch.setattr(SoundBuffer, "__init__", refuse)
    assert await kept(house) == set()
    assert not list(house.runtime.paths.contents.iterdir())
    monkeypatch.undo()
    await settings.go_on(None, "Bob")
    assert await kept(house) == set(ContentKind)
    (_, off, on) = changes(house)
    assert (off.setting, off.satellite, off.before, off.after, off.by) == ("off_the_record", None, "off", "on", "Ada")
    assert (on.setting, on.before, on.after, on.by) == ("off_the_record", "on", "off", "Bob")


async def test_a_room_goes_off_the_record_by_itself(
    hass: HomeAssistant, house: House, settings: PrivacySettings
) -> None:
    kitchen, hall = add_satellite(hass, "Kitchen"), add_satellite(hass, "Hall")
    await settings.go_off(kitchen, None, "Ada")
    assert await kept(house, kitchen) == set()
    assert await kept(house, hall) == await kept(house) != set()
    await settings.go_off(NO_SATELLITE, None, "Ada")
    assert await kept(house) == set()
    kitchens, browsers = changes(house)
    assert kitchens.satellite is not None
    assert (kitchens.satellite.entity_id, kitchens.satellite.label) == (kitchen, "Kitchen satellite")
    assert browsers.satellite is not None
    assert browsers.satellite.entity_id is None


async def test_what_is_set_for_a_room_stays_with_it_when_it_is_renamed(
    hass: HomeAssistant, house: House, settings: PrivacySettings
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    await settings.go_off(kitchen, None, "Ada")
    er.async_get(hass).async_update_entity(kitchen, new_entity_id="assist_satellite.cellar")
    assert await kept(house, "assist_satellite.cellar") == set()
    assert [told.satellite for told in settings.told().satellites] == ["assist_satellite.cellar"]


async def test_it_lasts_over_a_restart(hass: HomeAssistant, house: House, settings: PrivacySettings) -> None:
    await settings.go_off(None, None, "Ada")
    await settings.set_retention(None, SOUND, DAY, "Ada")
    await restart(hass, house)
    assert await kept(house) == set()
    await house.runtime.settings.go_on(None, "Ada")
    assert await kept(house) == set(ContentKind)


@pytest.mark.parametrize("stage", ["speech", "answer"])
async def test_what_is_being_said_when_it_begins_is_not_kept_either(
    house: House, settings: PrivacySettings, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await settings.set_retention(None, SOUND, DAY, "Ada")
    began, goes_on = asyncio.Event(), asyncio.Event()
    transcribe = house.host.transcribe

    async def slowly(*args: Any, **how: Any) -> Transcribed:
        heard = await transcribe(*args, **how)
        began.set()
        await goes_on.wait()
        return heard

    if stage == "speech":
        monkeypatch.setattr(house.host, "transcribe", slowly)
    else:
        house.host.says = lambda _: began.set()
    run = house.speak_to()
    await began.wait()
    await settings.go_off(None, None, "Ada")
    await settings.go_on(None, "Ada")
    goes_on.set()
    await run
    utterance = await house.utterance()
    assert utterance.outcome is Outcome.ANSWERED
    assert all(content.erased_at is not None for content in utterance.contents)
    assert not list(house.runtime.paths.contents.iterdir())
    entries = house.runtime.ledger.entries(utterance.utterance_id)
    by = {entry.record.by for entry in entries if isinstance(entry.record, Erased)}
    assert by == ({"off_the_record"} if stage == "answer" else set())


async def test_it_ends_by_itself_at_its_end_and_says_so(
    hass: HomeAssistant, house: House, settings: PrivacySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    until = dt_util.utcnow() + HOUR
    await settings.go_off(None, until, "Ada")
    await settings.end_what_is_over(until)
    assert settings.off_the_record.house is not None, "the clock on the wall was set forward"
    monkeypatch.setattr(settings_module, "elapsed_seconds", lambda: elapsed_seconds() + 3601)
    await settings.end_what_is_over(until - timedelta(seconds=1))
    assert settings.off_the_record.house is not None, "the clock on the wall was set back"
    await settings.end_what_is_over(until)
    assert settings.off_the_record.house is None
    off, on = changes(house)
    assert off.until == until.replace(microsecond=until.microsecond // 1000 * 1000)
    assert (on.after, on.by) == ("off", "end_time")


async def test_what_ended_while_home_assistant_was_down_is_over_at_the_start(
    hass: HomeAssistant, house: House, settings: PrivacySettings
) -> None:
    await settings.go_off(None, dt_util.utcnow() + timedelta(milliseconds=1), "Ada")
    await asyncio.sleep(0.01)
    await restart(hass, house)
    assert house.runtime.settings.off_the_record.house is None
    assert changes(house)[-1].by == "end_time"


async def test_the_timekeeper_ends_it_without_being_asked(
    hass: HomeAssistant, house: House, settings: PrivacySettings
) -> None:
    await settings.go_off(None, dt_util.utcnow() + timedelta(milliseconds=300), "Ada")
    changed = asyncio.Event()
    settings.add_listener(changed.set)
    async with asyncio.timeout(10):
        while settings.off_the_record.house is not None:
            await changed.wait()
            changed.clear()


async def test_ending_what_is_not_is_refused(hass: HomeAssistant, house: House, settings: PrivacySettings) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    await settings.go_off(None, None, "Ada")
    with pytest.raises(NotOffTheRecordError):
        await settings.go_on(kitchen, "Ada")
    await settings.go_on(None, "Ada")
    with pytest.raises(NotOffTheRecordError):
        await settings.go_on(None, "Ada")


async def test_off_the_record_holds_also_when_it_cannot_be_entered_and_is_entered_later(
    house: House, settings: PrivacySettings
) -> None:
    with patch.object(Ledger, "append", side_effect=LedgerUnavailableError("disk full")):
        await settings.go_off(None, None, "Ada")
    assert await kept(house) == set()
    assert [(change.after, change.by) for change in changes(house)] == [("on", "Ada")]


def put_on(settings: PrivacySettings) -> Awaitable[None]:
    return settings.go_on(None, "Ada")


def end_sooner(settings: PrivacySettings) -> Awaitable[None]:
    return settings.go_off(None, dt_util.utcnow() + HOUR, "Ada")


def keep_longer(settings: PrivacySettings) -> Awaitable[None]:
    return settings.set_retention(None, WORDS, 30 * DAY, "Ada")


def let_go_out(settings: PrivacySettings) -> Awaitable[None]:
    return settings.set_rule(None, RuleContent.WORDS, Zone.INTERNET, Rule.ALLOW, "Ada")


def share_it(settings: PrivacySettings) -> Awaitable[None]:
    return settings.share(None, True, "Ada")


def send_guests_home(settings: PrivacySettings) -> Awaitable[None]:
    return settings.set_guests("kitchen", False, "Ada")


@pytest.mark.promise(1)
@pytest.mark.parametrize("loosen", [put_on, end_sooner, keep_longer, let_go_out, share_it, send_guests_home])
@pytest.mark.parametrize("ill", ["ledger", "disk"])
async def test_nothing_is_loosened_that_is_not_entered_and_on_the_disk(
    house: House,
    settings: PrivacySettings,
    ill: str,
    loosen: Callable[[PrivacySettings], Awaitable[None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    await settings.go_off(None, None, "Ada")
    await settings.set_guests("kitchen", True, "Ada")
    before = settings._settings
    if ill == "disk":
        monkeypatch.setattr(settings_module, "save", refuse)
        with pytest.raises(SettingsUnsavedError):
            await loosen(settings)
        *_, made, taken_back = changes(house)
        assert (taken_back.setting, taken_back.before, taken_back.after) == (made.setting, made.after, made.before)
    else:
        with (
            patch.object(Ledger, "append", side_effect=LedgerUnavailableError("disk full")),
            pytest.raises(LedgerUnavailableError),
        ):
            await loosen(settings)
    assert settings._settings == before
    assert await kept(house) == set()


async def test_what_keeps_less_holds_even_if_the_disk_is_full(
    house: House, settings: PrivacySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings_module, "save", refuse)
    with pytest.raises(SettingsUnsavedError):
        await settings.set_retention(None, WORDS, timedelta(0), "Ada")
    assert WORDS not in await kept(house)


@pytest.mark.promise(1)
async def test_nothing_is_kept_while_nobody_knows_what_may_be(hass: HomeAssistant, house: House) -> None:
    path = house.runtime.paths.settings
    await hass.config_entries.async_unload(house.entry.entry_id)
    await hass.async_add_executor_job(path.write_text, "{ not what it was")
    await hass.config_entries.async_setup(house.entry.entry_id)
    registry = ir.async_get(hass)
    assert registry.async_get_issue("earshot", "settings_unreadable") is not None
    assert await kept(house) == set()
    await house.runtime.settings.set_retention(None, WORDS, DAY, "Ada")
    assert registry.async_get_issue("earshot", "settings_unreadable") is None
    # What may be handed on is still unknown, and nothing was guessed.
    assert registry.async_get_issue("earshot", "rules_missing") is not None
    for content, zone in product(RuleContent, Zone):
        assert decided(house.runtime.settings) is Verdict.REFUSE
        await house.runtime.settings.set_rule(None, content, zone, Rule.ALLOW, "Ada")
    assert registry.async_get_issue("earshot", "rules_missing") is None
    assert decided(house.runtime.settings) is Verdict.SEND
    assert await kept(house) == {WORDS}


async def test_a_shorter_time_holds_for_what_is_kept_already_and_a_longer_one_does_not(
    hass: HomeAssistant, house: House, settings: PrivacySettings
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    assert WORDS in await kept(house, kitchen)
    assert WORDS in await kept(house)
    browsers, kitchens = await house.utterances()
    await settings.set_retention(kitchen, WORDS, timedelta(0), "Ada")
    await house.runtime.timekeeper.look()
    with pytest.raises(ContentGoneError):
        house.runtime.vault.read(kitchens.utterance_id, WORDS)
    (*_, last) = house.runtime.ledger.entries(kitchens.utterance_id)
    assert isinstance(last.record, Erased)
    assert (last.record.contents, last.record.by) == ((WORDS,), "retention")
    assert house.runtime.vault.read(kitchens.utterance_id, ContentKind.RESPONSE)
    assert house.runtime.vault.read(browsers.utterance_id, WORDS)
    assert not settings.to_shorten
    left = house.runtime.vault.seconds_left()
    await settings.set_retention(None, WORDS, 30 * DAY, "Ada")
    await house.runtime.timekeeper.look()
    now_left = house.runtime.vault.seconds_left()
    assert left is not None
    assert now_left is not None
    assert now_left <= left


async def test_a_shortening_that_a_restart_broke_off_goes_on_at_the_start(
    hass: HomeAssistant, house: House, settings: PrivacySettings
) -> None:
    await kept(house)
    with patch("custom_components.earshot.gate.timekeeper._stored", side_effect=LedgerUnavailableError):
        await settings.set_retention(None, WORDS, timedelta(0), "Ada")
        await house.runtime.timekeeper.look()
        assert settings.to_shorten
        await hass.config_entries.async_unload(house.entry.entry_id)
    await hass.config_entries.async_setup(house.entry.entry_id)
    utterance = await house.utterance()
    assert {content.kind for content in utterance.contents if content.erased_at} == {WORDS}


CLOUD = Standing(Place.INTERNET, Evidence.DECLARED)


def decided(settings: PrivacySettings, satellite: str | None = None, engine: str | None = None) -> Verdict:
    return settings.decide(settings.place_of(satellite), Stage.CONVERSATION, CLOUD, engine).verdict


async def test_a_stricter_rule_holds_at_once_and_a_looser_one_when_it_is_entered(
    hass: HomeAssistant, house: House, settings: PrivacySettings
) -> None:
    kitchen, words = add_satellite(hass, "Kitchen"), RuleContent.WORDS
    assert decided(settings, kitchen) is Verdict.TELL
    with patch.object(Ledger, "append", side_effect=LedgerUnavailableError("disk full")):
        await settings.set_rule(kitchen, words, Zone.INTERNET, Rule.LOCAL_ONLY, "Ada")
        assert decided(settings, kitchen) is Verdict.REFUSE
        with pytest.raises(LedgerUnavailableError):
            await settings.set_rule(kitchen, words, Zone.INTERNET, None, "Ada")
        assert decided(settings, kitchen) is Verdict.REFUSE
    assert decided(settings) is Verdict.TELL
    await settings.set_rule(kitchen, words, Zone.INTERNET, None, "Ada")
    await settings.set_rule(None, words, "conversation.cloud", Rule.ASK, "Ada")
    await settings.set_rule(None, words, "conversation.cloud", None, "Ada")
    await house.say()  # what is owed is entered with what follows
    assert sorted((change.setting, change.target, change.before, change.after) for change in changes(house)) == [
        ("rule_words", "conversation.cloud", "as_its_place", "ask"),
        ("rule_words", "conversation.cloud", "ask", "as_its_place"),
        ("rule_words", "internet", "as_the_house", "local_only"),
        ("rule_words", "internet", "local_only", "as_the_house"),
    ]


async def test_a_rule_follows_an_engine_that_is_renamed(
    hass: HomeAssistant, house: House, settings: PrivacySettings
) -> None:
    registry = er.async_get(hass)
    entry = registry.async_get_or_create("conversation", "test", "cloud", suggested_object_id="cloud")
    await settings.set_rule(None, RuleContent.WORDS, entry.entity_id, Rule.LOCAL_ONLY, "Ada")
    registry.async_update_entity(entry.entity_id, new_entity_id="conversation.butler")
    assert decided(settings, engine="conversation.butler") is Verdict.REFUSE
    assert decided(settings, engine="conversation.cloud") is Verdict.TELL
    assert settings.told().house.rules[RuleContent.WORDS].engines == {"conversation.butler": Rule.LOCAL_ONLY}


async def test_a_change_tells_what_it_was_and_what_it_is(
    hass: HomeAssistant, house: House, settings: PrivacySettings
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    await settings.set_retention(None, WORDS, timedelta(minutes=90), "Ada")
    await settings.set_retention(kitchen, WORDS, timedelta(0), "Ada")
    await settings.set_retention(kitchen, WORDS, None, "Ada")
    assert [(change.setting, change.before, change.after) for change in changes(house)] == [
        ("keep_words", "P7D", "PT90M"),
        ("keep_words", "as_the_house", "P0D"),
        ("keep_words", "P0D", "as_the_house"),
    ]
    assert spoken_period(timedelta(days=2, minutes=1)) == "PT2881M"


async def test_what_is_shared_is_entered_and_outlives_a_restart(
    hass: HomeAssistant, house: House, settings: PrivacySettings
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    assert not settings.sharing.covers(settings.place_of(kitchen), dt_util.utcnow())
    await settings.share(None, True, "Ada")
    await settings.share(kitchen, False, "Ada")
    await settings.share(kitchen, None, "Ada")
    assert [(change.setting, change.before, change.after) for change in changes(house)] == [
        ("share_with_household", "off", "on"),
        ("share_with_household", "as_the_house", "off"),
        ("share_with_household", "off", "as_the_house"),
    ]
    before = settings.sharing
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert house.runtime.settings.sharing == before
    assert before.covers(settings.place_of(kitchen), dt_util.utcnow())


async def test_what_is_shared_no_more_is_so_at_once_also_if_the_disk_is_full(
    house: House, settings: PrivacySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    await settings.share(None, True, "Ada")
    monkeypatch.setattr(settings_module, "save", refuse)
    with pytest.raises(SettingsUnsavedError):
        await settings.share(None, False, "Ada")
    assert not settings.sharing.covers("kitchen", dt_util.utcnow())


async def test_who_speaks_to_a_satellite_is_entered_and_outlives_a_restart(
    hass: HomeAssistant, house: House, settings: PrivacySettings
) -> None:
    kitchen = add_satellite(hass, "Kitchen")
    place = settings.place_of(kitchen)
    await settings.set_guests(kitchen, True, "Ada")
    assert settings.guests_speak(place)
    await hass.config_entries.async_reload(house.entry.entry_id)
    assert house.runtime.settings.guests_speak(place)
    await house.runtime.settings.set_guests(kitchen, False, "Ada")
    assert not house.runtime.settings.guests_speak(place)
    assert [(change.setting, change.before, change.after) for change in changes(house)] == [
        ("guests_or_children", "off", "on"),
        ("guests_or_children", "on", "off"),
    ]


@pytest.mark.parametrize("period", [None, timedelta(seconds=1), timedelta(days=9999)])
async def test_a_time_that_nobody_can_promise_is_refused_and_not_entered(
    house: House, settings: PrivacySettings, period: timedelta | None
) -> None:
    with pytest.raises(RetentionPeriodError):
        await settings.set_retention(None, WORDS, period, "Ada")
    assert not changes(house)


async def test_the_settings_go_with_the_entry(hass: HomeAssistant, house: House, settings: PrivacySettings) -> None:
    await settings.go_off(None, None, "Ada")
    path = house.runtime.paths.settings
    assert files_like(path)
    await hass.config_entries.async_remove(house.entry.entry_id)
    assert not files_like(path)


def files_like(path: Path) -> list[Path]:
    return list(path.parent.glob(path.name))


async def test_the_minutes_of_contents_are_minutes(
    hass: HomeAssistant, house: House, settings: PrivacySettings
) -> None:
    await settings.set_retention(None, WORDS, timedelta(minutes=1), "Ada")
    await house.say()
    await house.over()
    left = house.runtime.vault.seconds_left()
    assert left is not None
    assert 0 < left <= 60
    async_fire_time_changed(hass, dt_util.utcnow() + timedelta(seconds=30))
    assert house.runtime.vault.read((await house.utterance()).utterance_id, WORDS)
