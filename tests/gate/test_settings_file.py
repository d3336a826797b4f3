"""The file of the privacy settings: whole, private, and never believed when it makes no sense."""

from datetime import UTC, datetime, timedelta
import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st
import pytest

from custom_components.earshot.errors import SettingsUnreadableError
from custom_components.earshot.gate.settings_file import Settings, from_json, load, save, to_json
from custom_components.earshot.models import ContentKind, Rule, RuleContent, Zone
from custom_components.earshot.policy.off_record import OffTheRecord, Silence
from custom_components.earshot.policy.retention import Retention, RetentionRules
from custom_components.earshot.policy.rules import NO_RULES, RuleSet
from custom_components.earshot.policy.sharing import Choice, Sharing

periods = st.integers(0, 5_256_000).map(lambda minutes: timedelta(minutes=minutes))
instants = st.datetimes(datetime(2000, 1, 1), datetime(2900, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone
silences = st.builds(Silence, instants, st.none() | instants)
choices = st.builds(Choice, st.none() | st.booleans(), instants)
places = st.text(min_size=1, max_size=20)
targets = st.sampled_from([zone.value for zone in Zone]) | places
rules = st.dictionaries(
    st.sampled_from(RuleContent), st.dictionaries(targets, st.sampled_from(Rule), min_size=1, max_size=3)
)
some_settings = st.builds(
    Settings,
    retention=st.builds(
        RetentionRules,
        house=st.builds(Retention, sound=periods, words=periods, response=periods),
        satellites=st.dictionaries(places, st.dictionaries(st.sampled_from(ContentKind), periods, min_size=1)),
    ),
    off_the_record=st.builds(
        OffTheRecord, house=st.none() | silences, satellites=st.dictionaries(places, silences, max_size=3)
    ),
    rules=st.builds(RuleSet, house=rules, satellites=st.dictionaries(places, rules, max_size=3)),
    sharing=st.builds(Sharing, house=st.none() | instants, satellites=st.dictionaries(places, choices, max_size=3)),
    guests=st.frozensets(places),
    shorten=st.booleans(),
)
SAVED: dict[str, Any] = to_json(Settings())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(some_settings)
def test_what_was_saved_is_what_is_loaded(tmp_path: Path, made: Settings) -> None:
    path = tmp_path / "earshot" / "privacy.json"
    save(path, made)
    assert load(path) == made
    assert path.stat().st_mode & 0o777 == 0o600


def test_without_a_file_it_is_a_fresh_install(tmp_path: Path) -> None:
    assert load(tmp_path / "privacy.json") == Settings()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        "{}",
        '"words"',
        "[" * 100_000,
        json.dumps(SAVED | {"version": 3}),
        json.dumps(SAVED | {"retention": None}),
        json.dumps(SAVED | {"retention": {"house": {"sound": 0, "words": 0}, "satellites": {}}}),
        json.dumps(SAVED | {"retention": SAVED["retention"] | {"satellites": {"kitchen": {"pictures": 60}}}}),
        json.dumps(SAVED | {"retention": SAVED["retention"] | {"satellites": {"kitchen": {"words": 61}}}}),
        json.dumps(SAVED | {"retention": SAVED["retention"] | {"satellites": {"kitchen": {"words": 60.0}}}}),
        json.dumps(SAVED | {"retention": SAVED["retention"] | {"satellites": {"kitchen": {"words": 10**30}}}}),
        json.dumps(SAVED | {"off_the_record": {"house": {"since": "now", "until": None}, "satellites": {}}}),
        json.dumps(SAVED | {"off_the_record": {"house": {"since": "2026-01-01", "until": None}, "satellites": {}}}),
        json.dumps(SAVED | {"share_with_household": True}),
        json.dumps(SAVED | {"share_with_household": {"house": True, "satellites": {}}}),
        json.dumps(SAVED | {"share_with_household": {"house": None, "satellites": {"hall": {"shared": "yes"}}}}),
        json.dumps({key: value for key, value in SAVED.items() if key != "rules"}),
        json.dumps(SAVED | {"rules": {}}),
        json.dumps(SAVED | {"rules": {"house": {"words": {"internet": "sometimes"}}, "satellites": {}}}),
        json.dumps(SAVED | {"rules": {"house": {"pictures": {"internet": "ask"}}, "satellites": {}}}),
        json.dumps(SAVED | {"rules": {"house": {}, "satellites": {"kitchen": {"words": ["ask"]}}}}),
    ],
    ids=lambda text: text[:40],
)
def test_a_file_that_makes_no_sense_is_one_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "privacy.json"
    path.write_text(text)
    with pytest.raises(SettingsUnreadableError):
        load(path)


def test_a_file_from_before_there_were_rules_has_those_of_a_fresh_install(tmp_path: Path) -> None:
    path = tmp_path / "privacy.json"
    path.write_text(json.dumps({key: value for key, value in SAVED.items() if key != "rules"} | {"version": 1}))
    assert load(path) == Settings()


def test_a_file_from_before_anything_could_be_shared_shares_nothing() -> None:
    read = from_json({key: value for key, value in SAVED.items() if key != "share_with_household"})
    assert read.sharing == Sharing()


def test_a_file_from_before_anything_could_be_donated_has_no_guests() -> None:
    read = from_json({key: value for key, value in SAVED.items() if key != "guests_or_children"})
    assert read.guests == frozenset()


def test_rules_that_are_empty_are_read_as_none_at_all() -> None:
    read = from_json(SAVED | {"rules": {"house": {}, "satellites": {}}})
    assert read.rules == NO_RULES
    assert not read.rules.complete


def test_what_is_written_is_json_again() -> None:
    assert from_json(json.loads(json.dumps(SAVED))) == Settings()
