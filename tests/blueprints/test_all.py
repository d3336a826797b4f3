"""All blueprints: Home Assistant takes them, what they use exists, none can carry words, and a page names each."""

from collections.abc import Iterator
import json
import re
from typing import Any

from homeassistant.components.automation.helpers import async_get_blueprints
from homeassistant.components.blueprint.importer import fetch_blueprint_from_url
from homeassistant.components.blueprint.models import Blueprint
from homeassistant.core import HomeAssistant
from homeassistant.util.yaml import Input, load_yaml_dict
import pytest
from pytest_homeassistant_custom_component.test_util.aiohttp import AiohttpClientMocker

from custom_components.earshot.models import Place, Rule, RuleContent
from custom_components.earshot.privacy_events import EVENT_TYPES
from custom_components.earshot.trigger import TRIGGERS, PrivacyTrigger
from tests.architecture.source_tree import ROOT
from tests.blueprints.author import BLUEPRINTS, NAMES, Author, read

INTEGRATION = ROOT / "custom_components" / "earshot"
ADDRESS = json.loads((INTEGRATION / "manifest.json").read_text())["documentation"]
TRIGGERS_OF_HOME_ASSISTANT = {"time", "state", "homeassistant", "event"}
ACTIONS_OF_HOME_ASSISTANT = {
    "light.turn_on",
    "notify.send_message",
    "persistent_notification.create",
    "scene.create",
    "scene.delete",
    "scene.turn_on",
}
WITHOUT_WORDS = {"earshot.query", "earshot.summary", "earshot.verify"}
"""The actions that answer, and whose answers hold no words: tests/services/test_asking.py."""
SETTING = {"earshot.off_the_record", "earshot.on_the_record", "earshot.set_rule"}
FACTS = {"type", "id", "what", "action", "who", "heard_ms", "count", "satellite"}
"""What may be read of a trigger: no fact holds words (tests/test_trigger.py), and nothing of states and events."""
ENTITY = re.compile(r"\b(?:event|sensor|binary_sensor|switch|select|button|assist_satellite|conversation)\.\w+")


def walk(found: Any) -> Iterator[Any]:
    """Yield everything in a blueprint, from the outside to the inside."""
    yield found
    inside: Any = ()
    if isinstance(found, dict):
        inside = found.values()
    if isinstance(found, list):
        inside = found
    for one in inside:
        yield from walk(one)


def parts(blueprint: str, key: str) -> list[dict[str, Any]]:
    """Return what has a key, `trigger` or `action`, that names something."""
    found = [one for one in walk(read(blueprint)) if isinstance(one, dict) and isinstance(one.get(key), str)]
    return [one for one in found if "default" not in one]


def inputs(blueprint: str) -> dict[str, dict[str, Any]]:
    """Return the inputs, those in sections too."""
    flat: dict[str, dict[str, Any]] = {}
    for name, one in read(blueprint)["blueprint"]["input"].items():
        flat |= one.get("input", {name: one})
    return flat


def test_there_are_all_that_were_promised_and_each_does_something() -> None:
    assert len(NAMES) == 7
    assert all(parts(name, "action") for name in NAMES)


async def test_home_assistant_loads_each_and_the_version_is_enough(hass: HomeAssistant, author: Author) -> None:
    await author.use("who_listened")
    loaded = await async_get_blueprints(hass).async_get_blueprints()
    assert {f"earshot/{name}.yaml" for name in NAMES} <= loaded.keys()
    for name in NAMES:
        blueprint = loaded[f"earshot/{name}.yaml"]
        assert isinstance(blueprint, Blueprint)
        assert blueprint.validate() is None
        assert blueprint.metadata["homeassistant"] == {"min_version": "2026.10.0"}


@pytest.mark.parametrize("name", NAMES)
async def test_each_is_imported_from_the_address_that_it_names(
    hass: HomeAssistant, aioclient_mock: AiohttpClientMocker, name: str
) -> None:
    text = (BLUEPRINTS / f"{name}.yaml").read_text(encoding="utf-8")
    address = f"{ADDRESS}/blob/main/blueprints/automation/earshot/{name}.yaml"
    assert read(name)["blueprint"]["source_url"] == address
    aioclient_mock.get(address.replace("github.com", "raw.githubusercontent.com").replace("/blob/", "/"), text=text)
    imported = await fetch_blueprint_from_url(hass, address)
    assert imported.suggested_filename == f"earshot-home/{name}"
    assert imported.blueprint.name.startswith("Earshot: ")


@pytest.mark.parametrize("name", NAMES)
def test_every_trigger_exists_with_its_options(name: str) -> None:
    described = load_yaml_dict(str(INTEGRATION / "triggers.yaml"))
    found = parts(name, "trigger")
    assert found
    for one in found:
        domain, _, kind = one["trigger"].partition(".")
        if domain == "earshot":
            assert kind in TRIGGERS
            assert one.get("options", {}).keys() <= described[kind]["fields"].keys()
        else:
            assert domain in TRIGGERS_OF_HOME_ASSISTANT


async def test_every_action_exists_with_its_fields(hass: HomeAssistant, author: Author) -> None:
    described = load_yaml_dict(str(INTEGRATION / "services.yaml"))
    for one in [one for name in NAMES for one in parts(name, "action")]:
        domain, _, action = one["action"].partition(".")
        assert one["action"] in WITHOUT_WORDS | SETTING | ACTIONS_OF_HOME_ASSISTANT
        if domain == "earshot":
            assert hass.services.has_service(domain, action)
            assert one.get("data", {}).keys() <= (described[action] or {}).get("fields", {}).keys()


@pytest.mark.parametrize("name", NAMES)
def test_none_can_carry_words_or_names_an_entity_of_somebody_s_home(name: str) -> None:
    texts = [one for one in walk(read(name)) if isinstance(one, str) and "{" in one]
    facts = {fact for text in texts for fact in re.findall(r"\btrigger\.(\w+)", text)}
    assert facts <= FACTS
    assert not [text for text in texts if "trigger[" in text or "{{ trigger }}" in text]
    assert not [found for text in texts for found in ENTITY.findall(text)]
    assert {one["trigger"] for one in parts(name, "trigger")} & {"conversation"} == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_input_is_named_has_a_selector_and_is_used(name: str) -> None:
    body = {key: value for key, value in read(name).items() if key != "blueprint"}
    used = {one.name for one in walk(body) if isinstance(one, Input)}
    assert used == inputs(name).keys()
    for one in inputs(name).values():
        assert one["name"]
        assert one["selector"]


def offered(name: str, field: str) -> list[str]:
    return [option["value"] for option in inputs(name)[field]["selector"]["select"]["options"]]


def test_what_can_be_chosen_is_what_is_understood() -> None:
    ask = "ask_before_first_cloud_use"
    assert {*offered(ask, "contents")} == {*RuleContent} == {*inputs(ask)["contents"]["default"]}
    assert {*offered(ask, "afterwards")} < {*Rule}
    assert {*offered("light_when_something_leaves", "places")} == {place for place in Place if place.leaves_house}
    for weekly in ("weekly_digest", "checkpoint_to_my_phone"):
        assert offered(weekly, "weekday") == ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def test_the_types_that_are_asked_for_are_told() -> None:
    listened = TRIGGERS["listened"]
    assert issubclass(listened, PrivacyTrigger)
    asked = {*re.findall(r"trigger\.type == '(\w+)'", (BLUEPRINTS / "who_listened.yaml").read_text(encoding="utf-8"))}
    assert asked == listened.types <= {*EVENT_TYPES}


def test_the_page_names_each_with_its_address_and_its_name() -> None:
    page = (ROOT / "docs" / "blueprints.md").read_text(encoding="utf-8")
    for name in NAMES:
        title = read(name)["blueprint"]["name"].removeprefix("Earshot: ")
        assert f"[{title[0].upper()}{title[1:]}](../blueprints/automation/earshot/{name}.yaml)" in page
        assert f"{ADDRESS}/blob/main/blueprints/automation/earshot/{name}.yaml" in page
